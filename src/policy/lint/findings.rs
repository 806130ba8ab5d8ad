//! Defects of the document itself that a machine can find: points and weights that do not agree, points that can't be
//! reached, values in two bands or in none, cases that the text does not state, and readings.

use std::collections::BTreeSet;

use super::bands::overlaps;
use super::partition::{cases_met, combinations, describe};
use super::weights::span;
use crate::policy::model::{Award, Item, Policy, SettledBy};
use crate::policy::{Condition, Fraction, NoteKind};

/// Something the text gets wrong or leaves open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// The quotation of an item names more points than its indicator weighs.
    Contradiction { item: &'static str, named: String, weight: String },
    /// The quotation leaves an item to the assessor (酌情), and says besides what each thing gives.
    Discretion { item: &'static str },
    /// No case of an item gives any points strictly between these two.
    Gap { item: &'static str, above: String, below: String },
    /// Two bands of the text hold the same value, from this one on; and what settles it, a reading or words.
    Overlap { item: &'static str, at: String, bands: [&'static str; 2], settled_by: &'static str },
    /// A single combination that no words of the text cover and only a reading decides.
    Point { item: &'static str, at: String, reading: &'static str },
    /// A case that the text does not state.
    Unstated { item: &'static str, case: &'static str },
    /// The text can be read in these ways.
    Reading { item: &'static str, reading: &'static str, choices: Vec<&'static str> },
}

impl Finding {
    /// The item it is about, and the kind of note that explains it; a reading explains itself.
    fn wants_note(&self) -> Option<(&str, NoteKind)> {
        match self {
            Finding::Contradiction { item, .. } | Finding::Discretion { item } => {
                Some((item, NoteKind::Contradiction))
            }
            Finding::Gap { item, .. } => Some((item, NoteKind::Gap)),
            Finding::Overlap { item, .. } => Some((item, NoteKind::Overlap)),
            Finding::Point { item, .. } | Finding::Unstated { item, .. } => Some((item, NoteKind::Unstated)),
            Finding::Reading { .. } => None,
        }
    }
}

/// All findings, in the table's order.
pub fn findings(policy: &Policy) -> Vec<Finding> {
    let mut all = Vec::new();
    for item in policy.items {
        all.extend(overweight(policy, item));
        all.extend(discretion_beside_counts(item));
        all.extend(gaps(item));
        all.extend(values_in_two_bands(policy, item));
        all.extend(points_left_to_a_reading(policy, item));
        all.extend(
            item.cases
                .iter()
                .filter(|case| !case.stated)
                .map(|case| Finding::Unstated { item: item.id, case: case.label }),
        );
        all.extend(item.readings.iter().map(|reading| {
            let reading = &policy.readings[*reading];
            Finding::Reading {
                item: item.id,
                reading: reading.id,
                choices: reading.choices.iter().map(|choice| choice.id).collect(),
            }
        }));
    }
    all
}

/// Findings that no note explains, and notes that explain nothing.
pub fn unexplained(policy: &Policy) -> Vec<String> {
    let found = findings(policy);
    let wanted: BTreeSet<(&str, NoteKind)> = found.iter().filter_map(Finding::wants_note).collect();
    let given: BTreeSet<(&str, NoteKind)> = policy
        .items
        .iter()
        .flat_map(|item| item.notes.iter().map(move |note| (item.id, note.about)))
        .filter(|(_, about)| !matches!(about, NoteKind::Articles | NoteKind::Reading | NoteKind::Remark))
        .collect();
    let missing =
        wanted.difference(&given).map(|(item, about)| format!("item {item}: no note explains {about:?}"));
    let idle =
        given.difference(&wanted).map(|(item, about)| format!("item {item}: the note on {about:?} is idle"));
    missing.chain(idle).collect()
}

/// Every number written right before 分 in the quotation must fit the weight.
fn overweight(policy: &Policy, item: &Item) -> Option<Finding> {
    let weight = policy.indicators[item.indicator].weight;
    let named = item.quote.split('分').filter_map(|before| {
        let before = before.trim_end();
        let number = before.trim_end_matches(|character: char| character.is_ascii_digit() || character == '.');
        crate::policy::fraction::parse(&before[number.len()..])
    });
    let most = named.max().filter(|most| *most > weight.exact())?;
    Some(Finding::Contradiction { item: item.id, named: most.to_string(), weight: format!("{weight:#}") })
}

fn discretion_beside_counts(item: &Item) -> Option<Finding> {
    let left_open = item.cases.iter().any(|case| matches!(case.award, Award::Band { .. }));
    (item.quote.contains("酌情") && !left_open).then_some(Finding::Discretion { item: item.id })
}

/// Points out of reach between two awards, where some award is a range: an item with only fixed
/// points (2 or 0) makes no promise about what lies between.
fn gaps(item: &Item) -> Vec<Finding> {
    let on_numbers = item.cases.iter().any(|case| match &case.award {
        Award::Band { proportional, .. } => !proportional.is_empty(),
        Award::Scale(_) => true,
        Award::Points(_) | Award::Tally { .. } => false,
    });
    if !on_numbers {
        return Vec::new();
    }
    let mut spans: Vec<(Fraction, Fraction)> = item.cases.iter().map(|case| span(&case.award)).collect();
    spans.sort_unstable();
    let mut reached = Fraction::from(0);
    let mut found = Vec::new();
    for (low, high) in spans {
        if low > reached {
            found.push(Finding::Gap { item: item.id, above: reached.to_string(), below: low.to_string() });
        }
        reached = reached.max(high);
    }
    found
}

fn values_in_two_bands(policy: &Policy, item: &Item) -> Vec<Finding> {
    let finding = |overlap: super::bands::Overlap| {
        let settled_by = match overlap.settlement(item)?.by {
            SettledBy::Reading(reading) => policy.readings[item.readings[reading]].id,
            SettledBy::Words(words) => words,
        };
        Some(Finding::Overlap { item: item.id, at: overlap.at.to_string(), bands: overlap.bands, settled_by })
    };
    overlaps(item).into_iter().filter_map(finding).collect()
}

fn points_left_to_a_reading(policy: &Policy, item: &Item) -> BTreeSet<Finding> {
    // The readings that let a case exist for one value of an input of which the text says nothing.
    let left_to = |case: usize| {
        let case = &item.cases[case];
        let narrow = |input: usize, condition: &Condition| match condition {
            Condition::Number { low: Some(low), high: Some(high) } => {
                low.value == high.value && !case.says.iter().any(|(of, _)| *of == input)
            }
            _ => false,
        };
        let is_narrow = case.conditions().any(|(input, condition)| narrow(*input, condition));
        let readings = case.under.iter().filter(move |_| is_narrow);
        readings.map(|(reading, _)| policy.readings[item.readings[*reading]].id)
    };
    let mut found = BTreeSet::new();
    for choices in item.combinations(policy.readings) {
        for point in combinations(policy, item, choices) {
            let readings = cases_met(item, choices, &point).into_iter().flat_map(left_to);
            let finding = |reading| Finding::Point { item: item.id, at: describe(item, &point), reading };
            found.extend(readings.map(finding));
        }
    }
    found
}
