//! Everything declared is used, and everything that should be said is said.

use std::collections::BTreeSet;

use crate::policy::Category;
use crate::policy::model::{Input, Item, Measure, Policy};

pub fn faults(policy: &Policy) -> Vec<String> {
    let mut faults = Vec::new();
    let used = facts_used(policy);
    for (position, fact) in policy.facts.iter().enumerate() {
        if !used.contains(&position) {
            faults.push(format!("fact {}: no item uses it", fact.id));
        }
    }
    for (position, reading) in policy.readings.iter().enumerate() {
        let place = |item: &Item| item.readings.iter().position(|one| *one == position);
        let users: Vec<_> = policy.items.iter().filter_map(|item| Some((item, place(item)?))).collect();
        if users.is_empty() {
            faults.push(format!("reading {}: no item uses it", reading.id));
        }
        for (item, _) in users.iter().filter(|(item, place)| !depends_on_reading(item, *place)) {
            faults.push(format!("item {}: its reading {} changes nothing", item.id, reading.id));
        }
    }
    faults.extend(undated(policy).map(|category| format!("evidence {}: no day is named for it", category.id())));
    for item in policy.items {
        faults.extend(unused_inputs(item));
        if item.quote.trim().is_empty() || item.clause.trim().is_empty() {
            faults.push(format!("item {}: no quotation or no clause", item.id));
        }
    }
    faults
}

/// All measures of all items, under any reading.
fn measures(policy: &Policy) -> impl Iterator<Item = &'static Measure> + use<> {
    policy.items.iter().flat_map(|item| item.inputs).flat_map(Input::measures)
}

/// Positions of all the facts that some item measures.
pub fn facts_used(policy: &Policy) -> BTreeSet<usize> {
    measures(policy)
        .flat_map(|measure| match measure {
            Measure::Fact(fact) => vec![*fact],
            Measure::FactRatio { part, whole } => vec![*part, *whole],
            Measure::TrueFacts(facts) => facts.to_vec(),
            _ => Vec::new(),
        })
        .collect()
}

/// Categories that some item counts, and of which the file does not say which day decides.
fn undated(policy: &Policy) -> impl Iterator<Item = Category> {
    let counted = |category: &Category| {
        measures(policy).any(|one| matches!(one, Measure::Evidence { category: of, .. } if of == category))
    };
    let dated = |category: &Category| {
        policy.dating.iter().any(|one| one.category == *category && !one.day.is_empty() && !one.help.is_empty())
    };
    Category::ALL.iter().copied().filter(move |category| counted(category) && !dated(category))
}

fn depends_on_reading(item: &Item, reading: usize) -> bool {
    item.cases.iter().any(|case| case.under.iter().any(|(of, _)| *of == reading))
        || item.inputs.iter().any(|input| input.otherwise.iter().any(|((of, _), _)| *of == reading))
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
