//! Defects of the document itself, found by machine, so that none is overlooked when it changes.

use std::collections::BTreeSet;

use super::partition::{cases_met, combinations, describe};
use super::weights::span;
use crate::policy::Fraction;
use crate::policy::model::{Award, Item, NoteKind, Policy};

/// Something the text gets wrong or leaves open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// The quotation of an item names more points than its indicator weighs.
    Overweight { item: &'static str, named: String, weight: String },
    /// No case of an item gives any points strictly between these two.
    Gap { item: &'static str, above: String, below: String },
    /// A single combination that only a reading decides.
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
            Finding::Overweight { item, .. } => Some((item, NoteKind::Overweight)),
            Finding::Gap { item, .. } => Some((item, NoteKind::Gap)),
            Finding::Point { item, .. } => Some((item, NoteKind::Point)),
            Finding::Unstated { item, .. } => Some((item, NoteKind::Unstated)),
            Finding::Reading { .. } => None,
        }
    }
}

/// All findings, in the table's order.
pub fn findings(policy: &Policy) -> Vec<Finding> {
    let mut all = Vec::new();
    for item in policy.items {
        all.extend(overweight(policy, item));
        all.extend(gaps(item));
        all.extend(points_left_to_a_reading(policy, item));
        all.extend(
            item.cases
                .iter()
                .filter(|case| !case.stated)
                .map(|case| Finding::Unstated { item: item.id, case: case.label }),
        );
        all.extend(item.reading.map(|reading| {
            let reading = &policy.readings[reading];
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
        .filter(|(_, about)| *about != NoteKind::Remark)
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
    Some(Finding::Overweight { item: item.id, named: most.to_string(), weight: format!("{weight:#}") })
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

fn points_left_to_a_reading(policy: &Policy, item: &Item) -> Vec<Finding> {
    let Some(reading) = item.reading.map(|position| &policy.readings[position]) else { return Vec::new() };
    let narrow = |case: usize| {
        item.cases[case].conditions().any(|(_, condition)| match condition {
            crate::policy::Condition::Number { low: Some(low), high: Some(high) } => low.value == high.value,
            _ => false,
        })
    };
    combinations(policy, item, 0)
        .iter()
        .filter(|point| {
            cases_met(item, 0, point).iter().any(|case| item.cases[*case].under.is_some() && narrow(*case))
        })
        .map(|point| Finding::Point { item: item.id, at: describe(item, point), reading: reading.id })
        .collect()
}
