//! From the file to the checked policy: resolves every reference and number, or lists every fault.

mod item;

use super::model::{Fact, FactKind, FactOption, Group, Indicator, Note, Policy, Reading};
use super::{Points, source};

/// Reads a policy file. On faults, one sentence each for the policy's author, naming the place.
pub fn read(text: &str) -> Result<Policy, Vec<String>> {
    let source: source::Policy = toml::from_str(text).map_err(|fault| vec![fault.to_string()])?;
    check(source)
}

fn check(source: source::Policy) -> Result<Policy, Vec<String>> {
    let mut faults = Vec::new();
    let facts = facts(&source.facts, &mut faults);
    let readings = readings(source.readings, &mut faults);
    let mut policy = Policy {
        id: source.id,
        title: source.title,
        document: source.document,
        total: Points::from_hundredths(source.total * 100),
        facts,
        readings,
        groups: Vec::new(),
        indicators: Vec::new(),
        items: Vec::new(),
        notes: notes(source.notes),
    };
    for indicator in source.indicators {
        add_indicator(&mut policy, indicator, &mut faults);
    }
    unique(policy.items.iter().map(|item| item.id.as_str()), "item", &mut faults);
    if faults.is_empty() { Ok(policy) } else { Err(faults) }
}

fn add_indicator(policy: &mut Policy, source: source::Indicator, faults: &mut Vec<String>) {
    let at = policy.indicators.len();
    match policy.groups.iter().position(|group| group.name == source.group) {
        Some(group) if group + 1 != policy.groups.len() => {
            faults.push(format!(
                "indicator {}: its group {} was left and is named again",
                source.name, source.group
            ));
        }
        Some(_) => {}
        None => policy.groups.push(Group { name: source.group, indicators: Vec::new() }),
    }
    let group = policy.groups.len() - 1;
    policy.groups[group].indicators.push(at);
    let first = policy.items.len();
    for item in source.items {
        let checked = item::check(policy, at, item, faults);
        policy.items.push(checked);
    }
    policy.indicators.push(Indicator {
        name: source.name,
        group,
        weight: Points::from_hundredths(source.weight * 100),
        items: (first..policy.items.len()).collect(),
    });
}

fn facts(sources: &[source::Fact], faults: &mut Vec<String>) -> Vec<Fact> {
    unique(sources.iter().map(|fact| fact.id.as_str()), "fact", faults);
    let mut checked = Vec::new();
    for fact in sources {
        let options = || -> Vec<FactOption> {
            fact.options.iter().map(|one| FactOption { id: one.id.clone(), label: one.label.clone() }).collect()
        };
        let kind = match fact.kind {
            source::FactKind::Percent => FactKind::Percent,
            source::FactKind::YesNo => FactKind::YesNo,
            source::FactKind::Choice => FactKind::Choice(options()),
            source::FactKind::Count => {
                let at_most = fact.at_most.as_ref().and_then(|whole| {
                    let counts =
                        |other: &source::Fact| other.kind == source::FactKind::Count && other.id != fact.id;
                    let position = sources.iter().position(|other| other.id == *whole && counts(other));
                    if position.is_none() {
                        faults.push(format!("fact {}: at_most names no other count ({whole})", fact.id));
                    }
                    position
                });
                FactKind::Count { unit: fact.unit.clone(), min: fact.min, at_most }
            }
        };
        if (fact.kind == source::FactKind::Choice) != (fact.options.len() >= 2) || fact.options.len() > 16 {
            faults.push(format!("fact {}: a choice, and only a choice, has 2 to 16 options", fact.id));
        }
        unique(fact.options.iter().map(|one| one.id.as_str()), &format!("fact {}: option", fact.id), faults);
        let counting = !fact.unit.is_empty() || fact.min != 0 || fact.at_most.is_some();
        if fact.kind != source::FactKind::Count && counting {
            faults.push(format!("fact {}: only a count has unit, min and at_most", fact.id));
        }
        checked.push(Fact { id: fact.id.clone(), label: fact.label.clone(), help: fact.help.clone(), kind });
    }
    checked
}

fn readings(sources: Vec<source::Reading>, faults: &mut Vec<String>) -> Vec<Reading> {
    unique(sources.iter().map(|reading| reading.id.as_str()), "reading", faults);
    sources
        .into_iter()
        .map(|reading| {
            if reading.choices.len() < 2 {
                faults.push(format!("reading {}: fewer than two choices", reading.id));
            }
            unique(reading.choices.iter().map(|choice| choice.id.as_str()), &reading.id, faults);
            Reading { id: reading.id, question: reading.question, why: reading.why, choices: reading.choices }
        })
        .collect()
}

fn notes(sources: Vec<source::Note>) -> Vec<Note> {
    sources.into_iter().map(|note| Note { about: note.about, text: note.text }).collect()
}

fn unique<'a>(ids: impl Iterator<Item = &'a str>, what: &str, faults: &mut Vec<String>) {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            faults.push(format!("{what} {id}: named twice"));
        }
    }
}
