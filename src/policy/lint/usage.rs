//! Everything declared is used, and everything that should be said is said.

use std::collections::BTreeSet;

use crate::policy::model::{Item, Measure, Policy};

pub fn faults(policy: &Policy) -> Vec<String> {
    let mut faults = Vec::new();
    let used = facts_used(policy);
    for (position, fact) in policy.facts.iter().enumerate() {
        if !used.contains(&position) {
            faults.push(format!("fact {}: no item uses it", fact.id));
        }
    }
    for (position, reading) in policy.readings.iter().enumerate() {
        let users: Vec<&Item> = policy.items.iter().filter(|item| item.reading == Some(position)).collect();
        if users.is_empty() {
            faults.push(format!("reading {}: no item uses it", reading.id));
        }
        for item in users.iter().filter(|item| !depends_on_reading(item)) {
            faults.push(format!("item {}: its reading {} changes nothing", item.id, reading.id));
        }
    }
    for item in policy.items {
        faults.extend(unused_inputs(item));
        if item.quote.trim().is_empty() || item.clause.trim().is_empty() {
            faults.push(format!("item {}: no quotation or no clause", item.id));
        }
    }
    faults
}

/// Positions of all the facts that some item measures.
pub fn facts_used(policy: &Policy) -> BTreeSet<usize> {
    let measures = policy.items.iter().flat_map(|item| item.inputs).flat_map(|input| {
        std::iter::once(&input.measure).chain(input.otherwise.iter().map(|(_, measure)| measure))
    });
    measures
        .flat_map(|measure| match measure {
            Measure::Fact(fact) => vec![*fact],
            Measure::FactRatio { part, whole } => vec![*part, *whole],
            Measure::TrueFacts(facts) => facts.to_vec(),
            _ => Vec::new(),
        })
        .collect()
}

fn depends_on_reading(item: &Item) -> bool {
    item.cases.iter().any(|case| case.under.is_some())
        || item.inputs.iter().any(|input| !input.otherwise.is_empty())
}

fn unused_inputs(item: &Item) -> Vec<String> {
    use crate::policy::model::Award;
    let mut used = BTreeSet::new();
    for case in item.cases {
        used.extend(case.conditions().map(|(input, _)| *input));
        match &case.award {
            Award::Points(_) => {}
            Award::Band { proportional, .. } => used.extend(proportional.iter().map(|scale| scale.input)),
            Award::Scale(scale) => {
                used.insert(scale.input);
            }
            Award::Tally { parts, .. } => used.extend(parts.iter().map(|part| part.input)),
        }
    }
    item.inputs
        .iter()
        .enumerate()
        .filter(|(position, _)| !used.contains(position))
        .map(|(_, input)| format!("item {}: no case uses its input {}", item.id, input.id))
        .collect()
}
