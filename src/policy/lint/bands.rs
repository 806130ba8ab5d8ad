//! The bands of a clause as its own words state them (`says`), held against the cases.
//!
//! Every limit that a quotation names is taken up by a case, no case reaches beyond its words, and where two bands
//! hold the same value, the file says what settles it, and the cases are indeed settled so.

use std::collections::{BTreeMap, BTreeSet};

use super::partition::{cases_met, combinations};
use crate::policy::model::{Item, Policy, Says, SettledBy, Settlement};
use crate::policy::{Bound, Condition, Fraction, Possible, Unit, phrase};

/// Two bands of a clause that hold the same value of an input.
#[derive(Debug, Clone, Copy)]
pub struct Overlap {
    pub input: usize,
    /// The least value that both hold, and all that they both hold.
    pub at: Fraction,
    both: Condition,
    /// The words of the two.
    pub bands: [&'static str; 2],
}

impl Overlap {
    pub fn settlement(&self, item: &Item) -> Option<&'static Settlement> {
        item.settlements.iter().find(|one| one.input == self.input && one.at == self.at)
    }
}

pub fn faults(policy: &Policy) -> Vec<String> {
    policy.items.iter().flat_map(|item| item_faults(policy, item)).collect()
}

fn item_faults(policy: &Policy, item: &Item) -> Vec<String> {
    let mut faults: Vec<String> = unread(item).map(|words| format!("no case says “{words}”")).collect();
    faults.extend(beyond_their_words(item));
    let overlaps = overlaps(item);
    for one in &overlaps {
        match one.settlement(item) {
            None => faults.push(format!("nothing settles {}", describe(item, one))),
            Some(settlement) if settles(policy, item, one, &settlement.by) => {}
            Some(_) => faults.push(format!("what is said to settle {} does not", describe(item, one))),
        }
    }
    let idle = item
        .settlements
        .iter()
        .filter(|settlement| !overlaps.iter().any(|one| one.input == settlement.input && one.at == settlement.at));
    faults.extend(idle.map(|one| {
        format!("{} = {} is in no two bands, so there is nothing to settle", item.inputs[one.input].id, one.at)
    }));
    faults.into_iter().map(|fault| format!("item {}: {fault}", item.id)).collect()
}

/// Limits in the quotation that no case takes up.
fn unread(item: &Item) -> impl Iterator<Item = String> {
    let says = item.cases.iter().flat_map(|case| case.says);
    let said: Vec<String> = says.map(|(_, says)| phrase::folded(says.words)).collect();
    let named = phrase::limits(item.quote, &Unit::Plain(""));
    named.into_iter().map(|phrase| phrase.words).filter(move |words| !said.iter().any(|said| said.contains(words)))
}

/// Cases that hold where their own words do not.
fn beyond_their_words(item: &Item) -> Vec<String> {
    let mut faults = Vec::new();
    for case in item.cases {
        for (input, says) in case.says {
            let within = |all: &&[(usize, Condition)]| {
                all.iter().any(|(of, condition)| of == input && both(condition, &says.means) == Some(*condition))
            };
            if case.when.is_empty() || !case.when.iter().all(within) {
                faults.push(format!("case “{}” reaches beyond “{}”", case.label, says.words));
            }
        }
    }
    faults
}

/// Every two bands that hold the same value, in the order of the cases.
pub fn overlaps(item: &Item) -> Vec<Overlap> {
    let mut bands: Vec<&'static [(usize, Says)]> = Vec::new();
    for case in item.cases.iter().filter(|case| !case.says.is_empty()) {
        if !bands.contains(&case.says) {
            bands.push(case.says);
        }
    }
    let pairs =
        bands.iter().enumerate().flat_map(|(at, one)| bands[at + 1..].iter().map(move |other| (one, other)));
    pairs.filter_map(|(one, other)| overlap(one, other)).collect()
}

fn overlap(one: &'static [(usize, Says)], other: &'static [(usize, Says)]) -> Option<Overlap> {
    let mut found = None;
    for (input, says) in one {
        let Some((_, others)) = other.iter().find(|(of, _)| of == input) else { continue };
        let both = both(&says.means, &others.means)?;
        let Condition::Number { low, .. } = both else { return None };
        let at = low.map_or_else(Fraction::default, |low| low.value);
        found.get_or_insert(Overlap { input: *input, at, both, bands: [says.words, others.words] });
    }
    found
}

/// What meets both conditions, if anything does.
fn both(one: &Condition, other: &Condition) -> Option<Condition> {
    let (Condition::Number { low, high }, Condition::Number { low: other_low, high: other_high }) = (one, other)
    else {
        return None;
    };
    // Of two ends with the same number the one without it is tighter.
    let tighter = |one: &Option<Bound>, other: &Option<Bound>, low: bool| match (one, other) {
        (Some(one), Some(other)) => {
            let beyond = if low { one.value > other.value } else { one.value < other.value };
            let same = one.value == other.value && !one.inclusive;
            Some(if beyond || same { *one } else { *other })
        }
        (one, other) => one.or(*other),
    };
    let (low, high) = (tighter(low, other_low, true), tighter(high, other_high, false));
    let empty = matches!((low, high), (Some(low), Some(high))
        if low.value > high.value || (low.value == high.value && !(low.inclusive && high.inclusive)));
    (!empty).then_some(Condition::Number { low, high })
}

/// Whether the cases that are met where two bands overlap are decided by this, and by nothing else.
fn settles(policy: &Policy, item: &Item, overlap: &Overlap, by: &SettledBy) -> bool {
    let mut met: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for choices in item.combinations(policy.readings) {
        let chosen = if let SettledBy::Reading(reading) = by { choices.of(*reading) } else { 0 };
        let inside = |point: &Vec<Possible>| overlap.both.can_hold(&point[overlap.input]);
        for point in combinations(policy, item, choices).iter().filter(|point| inside(point)) {
            for case in cases_met(item, choices, point) {
                let says = item.cases[case].says.iter().filter(|(input, _)| *input == overlap.input);
                met.entry(chosen).or_default().extend(says.map(|(_, says)| says.words));
            }
        }
    }
    match by {
        SettledBy::Words(words) => met.values().all(|bands| bands.iter().eq([words])),
        SettledBy::Reading(_) => {
            let each: BTreeSet<&str> = met.values().flatten().copied().collect();
            met.values().all(|bands| bands.len() == 1) && each == overlap.bands.into_iter().collect()
        }
    }
}

fn describe(item: &Item, overlap: &Overlap) -> String {
    let [one, other] = overlap.bands;
    format!("{} = {}, which is in both “{one}” and “{other}”", item.inputs[overlap.input].id, overlap.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of two ends with the same number the one without it is tighter, whichever stands first.
    #[test]
    fn what_meets_both_has_the_tighter_ends() {
        let condition = |text: &str| Condition::parse_number(text).unwrap();
        for (one, other, expected) in [
            (">= 60", "> 60", Some("> 60")),
            ("<= 60", "< 60", Some("< 60")),
            (">= 60", "<= 60", Some("= 60")),
            (">= 60, <= 80", "> 70", Some("> 70, <= 80")),
            ("> 60", "<= 60", None),
            (">= 80", "<= 60", None),
        ] {
            let expected = expected.map(condition);
            assert_eq!(both(&condition(one), &condition(other)), expected, "{one} and {other}");
            assert_eq!(both(&condition(other), &condition(one)), expected, "{other} and {one}");
        }
    }
}
