//! Each combination of inputs meets exactly one case, and each case is met by some.
//!
//! Conditions change only at the numbers they name, so it is enough to try, on every input, each of
//! these numbers and one value between each two neighbours (or the whole numbers beside them), and
//! every combination of those, under every combination of readings: the proof is complete, not a sample.

use std::collections::BTreeSet;

use crate::policy::model::{Choices, Input, Item, Policy};
use crate::policy::{Condition, Fraction, Possible};

/// More than this many take the build longer than anybody waits; a table of a document has a few dozen.
const MOST_COMBINATIONS: usize = 100_000;

pub fn faults(policy: &Policy) -> Vec<String> {
    policy.items.iter().flat_map(|item| item_faults(policy, item)).collect()
}

fn item_faults(policy: &Policy, item: &Item) -> Vec<String> {
    let mut reached = vec![false; item.cases.len()];
    let mut faults = BTreeSet::new();
    for choices in item.combinations(policy.readings) {
        let values =
            item.inputs.iter().enumerate().map(|(at, input)| values(policy, item, at, input, choices).len());
        if values.fold(1, usize::saturating_mul) > MOST_COMBINATIONS {
            return vec![format!("item {}: its inputs have more than {MOST_COMBINATIONS} combinations", item.id)];
        }
        for point in combinations(policy, item, choices) {
            let met = cases_met(item, choices, &point);
            for case in &met {
                reached[*case] = true;
            }
            match met.as_slice() {
                [_] => {}
                [] => {
                    faults.insert(format!("item {}: {} meets no case", item.id, describe(item, &point)));
                }
                [first, second, ..] => {
                    faults.insert(format!(
                        "item {}: {} meets both “{}” and “{}”",
                        item.id,
                        describe(item, &point),
                        item.cases[*first].label,
                        item.cases[*second].label
                    ));
                }
            }
        }
    }
    for (case, _) in item.cases.iter().zip(&reached).filter(|(_, reached)| !**reached) {
        faults.insert(format!("item {}: nothing reaches case “{}”", item.id, case.label));
    }
    faults.into_iter().collect()
}

/// Positions of the cases that one combination of values meets under these choices.
pub fn cases_met(item: &Item, choices: Choices, point: &[Possible]) -> Vec<usize> {
    (0..item.cases.len()).filter(|case| item.cases[*case].can_be_met(choices, point)).collect()
}

/// Every combination of values that the conditions can tell apart under these choices.
pub fn combinations(policy: &Policy, item: &Item, choices: Choices) -> Vec<Vec<Possible>> {
    let mut all = vec![Vec::new()];
    for (position, input) in item.inputs.iter().enumerate() {
        let values = values(policy, item, position, input, choices);
        all = all
            .into_iter()
            .flat_map(|point: Vec<Possible>| {
                values.iter().map(move |value| point.iter().cloned().chain([value.clone()]).collect())
            })
            .collect();
    }
    all
}

fn values(policy: &Policy, item: &Item, position: usize, input: &Input, choices: Choices) -> Vec<Possible> {
    let domain = input.measure(choices).domain(policy.facts);
    let (low, high) = match domain.possible {
        Possible::Options(set) => {
            return (0..16).filter(|option| set & (1 << option) != 0).map(Possible::option).collect();
        }
        Possible::Number { low, high } => (low, high),
    };
    let mut limits: BTreeSet<Fraction> = item
        .cases
        .iter()
        .flat_map(|case| case.conditions())
        .filter(|(of, _)| *of == position)
        .flat_map(|(_, condition)| numbers(condition))
        // Where bands of the text end, too: what holds there has to be known.
        .chain(
            item.cases
                .iter()
                .flat_map(|case| case.says)
                .filter(|(of, _)| *of == position)
                .flat_map(|(_, says)| numbers(&says.means)),
        )
        .collect();
    limits.insert(low);
    // Beyond the last limit everything is alike; one value stands for all of it.
    let last = limits.iter().next_back().map_or(low, |last| *last + 1);
    limits.insert(high.unwrap_or(last));
    if domain.whole {
        // Each limit that is whole, and the first whole number past each.
        limits = limits.iter().flat_map(|limit| [limit.floor(), limit.floor() + 1]).collect();
    } else {
        let pairs = limits.iter().zip(limits.iter().skip(1));
        let between: Vec<Fraction> = pairs.map(|(lower, upper)| (*lower + *upper) / 2).collect();
        limits.extend(between);
    }
    limits
        .into_iter()
        .filter(|value| *value >= low && high.is_none_or(|high| *value <= high))
        .map(Possible::exactly)
        .collect()
}

fn numbers(condition: &Condition) -> Vec<Fraction> {
    match condition {
        Condition::Number { low, high } => [low, high].into_iter().flatten().map(|bound| bound.value).collect(),
        Condition::Option(_) => Vec::new(),
    }
}

/// Names a combination in the words of the policy file: `rate = 100, benefits = option 1`.
pub fn describe(item: &Item, point: &[Possible]) -> String {
    let parts: Vec<String> = item
        .inputs
        .iter()
        .zip(point)
        .map(|(input, value)| match value {
            Possible::Options(set) => format!("{} = option {}", input.id, set.trailing_zeros()),
            Possible::Number { low, .. } => format!("{} = {low}", input.id),
        })
        .collect();
    if parts.is_empty() { "a draft with nothing filled in".to_owned() } else { parts.join(", ") }
}
