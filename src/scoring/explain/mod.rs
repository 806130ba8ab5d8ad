//! Why an item has its figures, and what would change them.

mod change;
mod missing;

pub use change::{Cliff, Goal, Need, NextStep, Slope, Wanted};
pub use missing::Missing;

use super::item::ItemScore;
use super::measure::{Known, View};
use crate::draft::{Draft, Evidence, FinanceYear, YearStanding, finance};
use crate::policy::{Choices, Input, Item, Measure, Policy, Possible};

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
    /// The item counts no such entry under the chosen readings, but does under another.
    OtherReading,
    /// The item counts no such entry.
    NotCounted,
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

fn left_out(draft: &Draft, item: &'static Item, choices: Choices) -> Vec<LeftOut> {
    if item.inputs.iter().any(|input| input.measure(choices).sums_years()) {
        let outside = |row: &&FinanceYear| draft.year_standing(row) == YearStanding::Outside;
        return draft.finance.iter().filter(outside).filter_map(finance::year_of).map(LeftOut::Year).collect();
    }
    let of_category = |measure: &Measure, entry: &Evidence| matches!(measure, Measure::Evidence { category, .. } if *category == entry.category);
    let belongs =
        |entry: &Evidence| item.inputs.iter().flat_map(Input::measures).any(|one| of_category(one, entry));
    let why = |entry: &Evidence| {
        belongs(entry)
            .then(|| left_out_why(item, choices, entry).or_else(|| left_out_by_date(draft, entry)))
            .flatten()
    };
    let entries = draft.evidence.iter().enumerate();
    entries.filter_map(|(position, entry)| Some(LeftOut::Entry { position, why: why(entry)? })).collect()
}

/// Why an item does not count an entry of its category, whatever its date.
pub(super) fn left_out_why(item: &'static Item, choices: Choices, entry: &Evidence) -> Option<LeftOutWhy> {
    if item.inputs.iter().any(|input| input.measure(choices).counts(entry)) {
        return None;
    }
    let otherwise = item.inputs.iter().flat_map(Input::measures).any(|measure| measure.counts(entry));
    Some(if otherwise { LeftOutWhy::OtherReading } else { LeftOutWhy::NotCounted })
}

/// Why the date of an entry keeps it from counting, if it does (第十七条).
pub(super) fn left_out_by_date(draft: &Draft, entry: &Evidence) -> Option<LeftOutWhy> {
    match entry.on.value {
        None => Some(LeftOutWhy::NoDate),
        Some(on) if draft.period.holds(on) => None,
        Some(_) => Some(LeftOutWhy::OutsidePeriod),
    }
}
