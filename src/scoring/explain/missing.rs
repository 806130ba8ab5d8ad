//! What an item still waits for.

use crate::draft::ListName;
use crate::policy::{Category, Figure, Item, Measure, Possible};
use crate::scoring::measure::{Known, View};

/// Something that is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A fact, by its position in the policy.
    Fact(usize),
    /// No year has been entered.
    Years,
    /// Some year lacks this figure.
    Figure(Figure),
    /// The sum of this figure is zero, so nothing can be a share of it.
    ZeroWhole(Figure),
    /// Entries without a date.
    Dates(Category, u32),
    /// The list may still grow.
    Open(ListName),
    /// No shareholder, or some shareholder's contribution is blank.
    Contributions,
    /// Nothing but the assessor's judgement; the centre can claim points.
    Judgement,
}

pub fn of(known: &Known, item: &Item, choice: usize) -> Vec<Missing> {
    if item.inputs.is_empty() {
        return vec![Missing::Judgement];
    }
    let mut all = Vec::new();
    for input in &item.inputs {
        let measure = input.measure(choice);
        if known.measure(measure, View::Open).is_known() {
            continue;
        }
        for missing in of_measure(known, measure) {
            if !all.contains(&missing) {
                all.push(missing);
            }
        }
    }
    all
}

fn of_measure(known: &Known, measure: &Measure) -> Vec<Missing> {
    let blank = |facts: &[usize]| -> Vec<Missing> {
        facts.iter().filter(|fact| known.draft.fact(**fact).is_none()).map(|fact| Missing::Fact(*fact)).collect()
    };
    let open = |list| (!known.draft.complete.holds(list)).then_some(Missing::Open(list));
    match measure {
        Measure::Fact(fact) => blank(&[*fact]),
        Measure::FactRatio { part, whole } => blank(&[*part, *whole]),
        Measure::TrueFacts(facts) => blank(facts),
        Measure::FinanceSum(figure) | Measure::FinanceAverage(figure) => figures(known, &[*figure]),
        Measure::FinanceRatio { part, whole } => {
            let missing = figures(known, &[*part, *whole]);
            if missing.is_empty() { vec![Missing::ZeroWhole(*whole)] } else { missing }
        }
        Measure::Evidence { category, kinds, levels, roles } => {
            let undated = known.tally.evidence(*category, kinds, levels, roles).undated;
            let dates = (undated > 0).then_some(Missing::Dates(*category, undated));
            dates.into_iter().chain(open(ListName::Evidence(*category))).collect()
        }
        Measure::MemberKinds(_) | Measure::Shareholders { .. } => open(ListName::Members).into_iter().collect(),
        Measure::LargestShare => {
            let unknown = !matches!(known.measure(measure, View::Standing), Possible::Number { .. })
                || known.tally.largest_share.is_none();
            unknown.then_some(Missing::Contributions).into_iter().chain(open(ListName::Members)).collect()
        }
    }
}

fn figures(known: &Known, wanted: &[Figure]) -> Vec<Missing> {
    if known.draft.finance.is_empty() {
        return vec![Missing::Years];
    }
    let lacking = wanted.iter().filter(|figure| known.tally.finance(**figure).is_none());
    lacking.map(|figure| Missing::Figure(*figure)).collect()
}
