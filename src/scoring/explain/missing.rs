//! What an item still waits for.

use crate::draft::{FinanceYear, ListName, YearStanding};
use crate::policy::{Category, Figure, Fraction, Input, Item, Measure};
use crate::scoring::item::ItemScore;
use crate::scoring::measure::{Known, View};

/// Something that is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A fact, by its position in the policy.
    Fact(usize),
    /// No year of the period has been entered.
    Years,
    /// A row does not say of which year it is.
    Year,
    /// The list is not marked complete, and these years of the period have no row; whether there are more of them.
    YearsWithoutRow(Vec<i32>, bool),
    /// Some year lacks this figure.
    Figure(Figure),
    /// The sum of this figure is zero, so nothing can be a share of it.
    ZeroWhole(Figure),
    /// Entries without a date.
    Dates(Category, u32),
    /// The list may still grow.
    Open(ListName),
    /// No member is a shareholder.
    Shareholders,
    /// Some shareholder's contribution is blank.
    Contributions,
    /// All contributions are zero, so nobody has a share.
    ZeroContributions,
    /// Nothing but the assessor's judgement; the centre can claim points.
    Judgement,
}

pub fn of(known: &Known, item: &Item, score: &ItemScore) -> Vec<Missing> {
    if item.inputs.is_empty() {
        return if score.pick.is_some() { Vec::new() } else { vec![Missing::Judgement] };
    }
    if !score.unsettled {
        return Vec::new();
    }
    let mut all: Vec<Missing> = Vec::new();
    // What is open under a reading that was not chosen moves floor and ceiling too.
    for measure in item.inputs.iter().flat_map(Input::measures) {
        if known.measure(measure, View::Open).is_known() {
            continue;
        }
        for missing in of_measure(known, measure) {
            add(&mut all, missing);
        }
    }
    all
}

/// Adds what is not yet there; entries without a date are counted together.
fn add(all: &mut Vec<Missing>, missing: Missing) {
    if let Missing::Dates(category, more) = missing {
        for one in all.iter_mut() {
            if let Missing::Dates(of, count) = one
                && *of == category
            {
                *count += more;
                return;
            }
        }
    }
    if !all.contains(&missing) {
        all.push(missing);
    }
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
            let is_zero = known.tally.finance(*whole) == Some(Fraction::from(0));
            missing.into_iter().chain(is_zero.then_some(Missing::ZeroWhole(*whole))).collect()
        }
        Measure::Evidence { category, kinds, levels, roles } => {
            let undated = known.tally.evidence(*category, kinds, levels, roles).undated;
            let dates = (undated > 0).then_some(Missing::Dates(*category, undated));
            dates.into_iter().chain(open(ListName::Evidence(*category))).collect()
        }
        Measure::MemberKinds(_) | Measure::Shareholders { .. } => open(ListName::Members).into_iter().collect(),
        Measure::LargestShare => contributions(known).into_iter().chain(open(ListName::Members)).collect(),
    }
}

/// What the largest share waits for, when it is not known.
fn contributions(known: &Known) -> Option<Missing> {
    if known.tally.largest_share.is_some() {
        return None;
    }
    Some(match (known.draft.shareholders().next(), known.draft.contributions()) {
        (None, _) => Missing::Shareholders,
        (Some(_), None) => Missing::Contributions,
        (Some(_), Some(_)) => Missing::ZeroContributions,
    })
}

fn figures(known: &Known, wanted: &[Figure]) -> Vec<Missing> {
    let draft = known.draft;
    let is = |row: &FinanceYear, standing| draft.year_standing(row) == standing;
    if draft.finance.iter().any(|row| is(row, YearStanding::NoYear)) {
        return vec![Missing::Year];
    }
    if !draft.finance.iter().any(|row| is(row, YearStanding::Counts)) {
        return vec![Missing::Years];
    }
    let lacking = wanted.iter().filter(|figure| known.tally.finance(**figure).is_none());
    let open = (!known.tally.finance_is_whole).then(|| {
        let (years, more) = draft.years_without_row(MOST_YEARS);
        Missing::YearsWithoutRow(years, more)
    });
    lacking.map(|figure| Missing::Figure(*figure)).chain(open).collect()
}

/// As many years as a sentence names.
const MOST_YEARS: usize = 6;
