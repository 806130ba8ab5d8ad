//! Why an item has its figures, and what would change them.

mod change;
mod missing;

pub use change::{Cliff, Goal, Need, NextStep};
pub use missing::Missing;

use super::item::ItemScore;
use super::measure::{Known, View};
use crate::draft::Draft;
use crate::policy::{Measure, Policy, Possible};

/// Everything that stands behind the figures of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The inputs as things stand, in the item's order.
    pub inputs: Vec<Possible>,
    /// What is not known yet and could still change the figures.
    pub missing: Vec<Missing>,
    pub left_out: Vec<LeftOut>,
    pub next: Option<NextStep>,
    pub cliffs: Vec<Cliff>,
    /// More of what this item counts adds nothing: its weight is reached.
    pub exhausted: bool,
}

/// An entry of evidence that this item would count, and doesn't.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Its position in the draft's evidence.
    pub position: usize,
    pub why: LeftOutWhy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOutWhy {
    /// Its date lies outside the assessment period (第十七条).
    OutsidePeriod,
    /// It has no date: it counts for the ceiling only.
    NoDate,
}

/// Explains the item at position `at`, whose score is `score`.
pub fn explain(policy: &Policy, draft: &Draft, at: usize, score: &ItemScore) -> Explanation {
    let known = Known::of(policy, draft);
    let item = &policy.items[at];
    let choice = known.choice(item);
    let inputs = known.inputs(item, choice, View::Standing);
    let counts = item
        .inputs
        .iter()
        .any(|input| matches!(input.measure, Measure::Evidence { .. } | Measure::Shareholders { .. }));
    Explanation {
        missing: if score.unanswered { missing::of(&known, item, choice) } else { Vec::new() },
        left_out: left_out(&known, at),
        next: change::next_step(&known, item, choice, &inputs, score),
        cliffs: change::cliffs(&known, item, choice, &inputs, score),
        exhausted: counts && score.standing.only().is_some() && score.figures.floor == item.max,
        inputs,
    }
}

fn left_out(known: &Known, at: usize) -> Vec<LeftOut> {
    let item = &known.policy.items[at];
    let category = item.inputs.iter().find_map(|input| match input.measure {
        Measure::Evidence { category, .. } => Some(category),
        _ => None,
    });
    let Some(category) = category else { return Vec::new() };
    let entries = known.draft.evidence.iter().enumerate().filter(|(_, entry)| entry.category == category);
    entries
        .filter_map(|(position, entry)| {
            let why = match entry.on.value {
                None => LeftOutWhy::NoDate,
                Some(on) if known.draft.period.holds(on) => return None,
                Some(_) => LeftOutWhy::OutsidePeriod,
            };
            Some(LeftOut { position, why })
        })
        .collect()
}
