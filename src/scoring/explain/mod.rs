//! Why an item has its figures, and what would change them.

mod change;
mod missing;

pub use change::{Cliff, Goal, Need, NextStep, Slope, Wanted};
pub use missing::Missing;

use super::item::ItemScore;
use super::measure::{Known, View};
use crate::draft::{Draft, Evidence, FinanceYear, YearStanding, finance};
use crate::policy::{Choices, Item, Measure, Policy, Possible};

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
    /// More of what this item counts adds nothing.
    pub exhausted: bool,
}

/// Something that this item would count, and doesn't.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// An entry of evidence, by its position in the draft.
    Entry { position: usize, why: LeftOutWhy },
    /// A year's sums: it has no day in the assessment period.
    Year(i32),
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
    let choices = known.chosen(item);
    let inputs = known.inputs(item, choices, View::AsEntered);
    let standing = change::Situation { known: &known, at, choices, inputs: &inputs, score };
    let (next, cliffs, exhausted) = (standing.next_step(), standing.cliffs(), standing.exhausted());
    let missing = missing::of(&known, item, score);
    let left_out = left_out(draft, item, choices);
    Explanation { inputs, missing, left_out, next, cliffs, exhausted }
}

fn left_out(draft: &Draft, item: &Item, choices: Choices) -> Vec<LeftOut> {
    if item.inputs.iter().any(|input| input.measure(choices).sums_years()) {
        let outside = |row: &&FinanceYear| draft.year_standing(row) == YearStanding::Outside;
        return draft.finance.iter().filter(outside).filter_map(finance::year_of).map(LeftOut::Year).collect();
    }
    let counted = |entry: &Evidence| item.inputs.iter().any(|input| counts(input.measure(choices), entry));
    let uncounted = |entry: &Evidence| match entry.on.value {
        None => Some(LeftOutWhy::NoDate),
        Some(on) if draft.period.holds(on) => None,
        Some(_) => Some(LeftOutWhy::OutsidePeriod),
    };
    let entries = draft.evidence.iter().enumerate();
    entries
        .filter_map(|(position, entry)| {
            let why = uncounted(entry)?;
            counted(entry).then_some(LeftOut::Entry { position, why })
        })
        .collect()
}

/// Whether a measure would count an entry, were its date right.
fn counts(measure: &Measure, entry: &Evidence) -> bool {
    fn passes<T: PartialEq>(filter: &[T], value: &Option<T>) -> bool {
        filter.is_empty() || value.as_ref().is_some_and(|value| filter.contains(value))
    }
    match measure {
        Measure::Evidence { category, kinds, levels, roles } => {
            *category == entry.category
                && passes(kinds, &entry.kind)
                && passes(levels, &entry.level)
                && passes(roles, &entry.role)
        }
        _ => false,
    }
}
