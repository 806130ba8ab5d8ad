//! 方案: what the draft would be with some measures carried out, or why it can't be.
//!
//! The changes of all chosen measures are applied at once, so that their order does not matter: first every `set`, then
//! every `remove`, the net of all `transfer`s, the sum of all `increase`s, every `add`; only the result is tested. The draft
//! itself is never changed by any of it.
//!
//! - [`carry`]: the draft that results, and what stands in its way;
//! - [`conflict`]: measures that can't be meant together;
//! - [`effect()`], [`effects`]: what they bring;
//! - [`trial`]: what was tried out, as changes;
//! - [`words`]: Chinese sentences of all this.

pub mod carry;
pub mod conflict;
mod effect;
mod part;
pub mod trial;
pub mod words;
mod written;

use crate::draft::{Draft, EntryId, Measure, Scenario};
use crate::policy::Policy;
pub use carry::{Carried, Idle, Problem};
pub use conflict::{Clash, conflict};
pub use effect::{Effect, Effects, effect, effect_of_changes, effects};
pub use part::{PartOf, contribution};
pub use written::written;

/// Why some measures have no figures together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Some of them can't be meant together.
    Conflict { measures: Vec<EntryId>, message: String },
    /// What results is no draft.
    Impossible { measures: Vec<EntryId>, message: String },
}

impl Refusal {
    pub fn message(&self) -> &str {
        match self {
            Refusal::Conflict { message, .. } | Refusal::Impossible { message, .. } => message,
        }
    }

    pub fn measures(&self) -> &[EntryId] {
        match self {
            Refusal::Conflict { measures, .. } | Refusal::Impossible { measures, .. } => measures,
        }
    }
}

/// The measures of a scenario, in the order of the draft's.
pub fn measures_of<'a>(draft: &'a Draft, scenario: &Scenario) -> Vec<&'a Measure> {
    chosen(draft, &scenario.measures)
}

/// The measures with these ids, in the order of the draft's.
pub fn chosen<'a>(draft: &'a Draft, ids: &[EntryId]) -> Vec<&'a Measure> {
    draft.measures.iter().filter(|measure| ids.contains(&measure.id)).collect()
}

/// The draft with these measures carried out, or why there is none.
pub fn draft_with(policy: &Policy, main: &Draft, measures: &[&Measure]) -> Result<Carried, Refusal> {
    let clashes = conflict::all(measures);
    if !clashes.is_empty() {
        let ids = ids(measures, |at| clashes.iter().any(|clash| clash.one == at || clash.other == at));
        let message = words::clashes(policy, main, measures, &clashes);
        return Err(Refusal::Conflict { measures: ids, message });
    }
    let carried = carry::carry(policy, main, measures);
    if carried.problems.is_empty() {
        return Ok(carried);
    }
    let ids = ids(measures, |at| carried.problems.iter().any(|problem| problem.concerns(policy, measures[at])));
    let message = words::problems(policy, main, measures, &carried.problems);
    Err(Refusal::Impossible { measures: ids, message })
}

fn ids(measures: &[&Measure], holds: impl Fn(usize) -> bool) -> Vec<EntryId> {
    (0..measures.len()).filter(|at| holds(*at)).map(|at| measures[at].id.clone()).collect()
}

/// What some measures cost together, in millionths of 万元, and how long they take: as long as the longest.
pub fn cost_and_days<'a>(measures: impl IntoIterator<Item = &'a Measure>) -> (i128, u64) {
    measures.into_iter().fold((0, 0), |(cost, days), one| (cost + one.cost(), days.max(one.days())))
}
