//! From the file to the checked policy: resolves every reference and number, or lists every fault.
//!
//! A policy lives as long as the program, so what is read here is never freed ([`kept`]): that happens in
//! the build, in tests and in native tools, and once for each policy.

mod item;

use super::model::{
    Dating, Fact, FactKind, FactOption, Group, Indicator, Item, Note, Policy, Reading, ReadingChoice,
};
use super::{Points, source};

/// Reads a policy file. On faults, one sentence each for the policy's author, naming the place.
pub fn read(text: &str) -> Result<Policy, Vec<String>> {
    let source: source::Policy = toml::from_str(text).map_err(|fault| vec![fault.to_string()])?;
    check(source)
}

/// The most that a table or a row of it can give, as in `crate::draft::number`.
const MOST_POINTS: i64 = 1000;

/// What has been checked so far; every indicator and item may refer to it.
struct Table {
    facts: &'static [Fact],
    readings: &'static [Reading],
    /// The name and the indicators of each.
    groups: Vec<(&'static str, Vec<usize>)>,
    indicators: Vec<Indicator>,
    items: Vec<Item>,
}

fn check(source: source::Policy) -> Result<Policy, Vec<String>> {
    let mut faults = Vec::new();
    let facts = facts(&source.facts, &mut faults);
    let readings = readings(source.readings, &mut faults);
    let mut table = Table { facts, readings, groups: Vec::new(), indicators: Vec::new(), items: Vec::new() };
    for indicator in source.indicators {
        table.add(indicator, &mut faults);
    }
    unique(table.items.iter().map(|item| item.id), "item", &mut faults);
    let total = points(source.total, "the total", &mut faults);
    let dating = dating(source.dating, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Policy {
        id: source.id.leak(),
        title: source.title.leak(),
        document: source.document.leak(),
        total,
        facts,
        readings,
        groups: kept(table.groups.into_iter().map(|(name, all)| Group { name, indicators: kept(all) })),
        indicators: kept(table.indicators),
        items: kept(table.items),
        notes: notes(source.notes),
        dating,
        requirements: &[],
    })
}

impl Table {
    fn add(&mut self, source: source::Indicator, faults: &mut Vec<String>) {
        let at = self.indicators.len();
        match self.groups.iter().position(|(name, _)| *name == source.group) {
            Some(group) if group + 1 != self.groups.len() => {
                faults.push(format!(
                    "indicator {}: its group {} was left and is named again",
                    source.name, source.group
                ));
            }
            Some(_) => {}
            None => self.groups.push((source.group.leak(), Vec::new())),
        }
        let group = self.groups.len() - 1;
        self.groups[group].1.push(at);
        let first = self.items.len();
        for item in source.items {
            self.items.push(item::check(self.facts, self.readings, at, item, faults));
        }
        let weight = points(source.weight, &format!("indicator {}: its weight", source.name), faults);
        self.indicators.push(Indicator {
            name: source.name.leak(),
            group,
            weight,
            items: kept(first..self.items.len()),
        });
    }
}

pub fn facts(sources: &[source::Fact], faults: &mut Vec<String>) -> &'static [Fact] {
    unique(sources.iter().map(|fact| fact.id.as_str()), "fact", faults);
    let mut checked = Vec::new();
    for fact in sources {
        let option = |one: &source::Labelled| FactOption { id: copied(&one.id), label: copied(&one.label) };
        let kind = match fact.kind {
            source::FactKind::Percent => FactKind::Percent,
            source::FactKind::YesNo => FactKind::YesNo,
            source::FactKind::Money => FactKind::Money,
            source::FactKind::Date => FactKind::Date,
            source::FactKind::Choice => FactKind::Choice(kept(fact.options.iter().map(option))),
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
                FactKind::Count { unit: copied(&fact.unit), min: fact.min, at_most }
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
        checked.push(Fact { id: copied(&fact.id), label: copied(&fact.label), help: copied(&fact.help), kind });
    }
    kept(checked)
}

fn readings(sources: Vec<source::Reading>, faults: &mut Vec<String>) -> &'static [Reading] {
    unique(sources.iter().map(|reading| reading.id.as_str()), "reading", faults);
    kept(sources.into_iter().map(|reading| {
        if !(2..=16).contains(&reading.choices.len()) {
            faults.push(format!("reading {}: a reading has 2 to 16 choices", reading.id));
        }
        unique(reading.choices.iter().map(|choice| choice.id.as_str()), &reading.id, faults);
        Reading {
            id: reading.id.leak(),
            question: reading.question.leak(),
            why: reading.why.leak(),
            choices: kept(reading.choices.into_iter().map(|choice| ReadingChoice {
                id: choice.id.leak(),
                label: choice.label.leak(),
                reason: choice.reason.leak(),
            })),
        }
    }))
}

/// Whole points. What is out of range would overflow once it is counted in hundredths.
fn points(whole: i64, what: &str, faults: &mut Vec<String>) -> Points {
    if !(0..=MOST_POINTS).contains(&whole) {
        faults.push(format!("{what} is {whole}, not from 0 to {MOST_POINTS}"));
        return Points::ZERO;
    }
    Points::from_hundredths(whole * 100)
}

/// Each category's own day, in the order of the vocabulary.
fn dating(sources: Vec<source::Dating>, faults: &mut Vec<String>) -> &'static [Dating] {
    unique(sources.iter().map(|one| one.category.id()), "evidence", faults);
    let mut all: Vec<Dating> = sources
        .into_iter()
        .map(|one| Dating { category: one.category, day: one.day.leak(), help: one.help.leak() })
        .collect();
    all.sort_unstable_by_key(|one| one.category);
    kept(all)
}

fn notes(sources: Vec<source::Note>) -> &'static [Note] {
    kept(sources.into_iter().map(|note| Note { about: note.about, text: note.text.leak() }))
}

/// Keeps a part of a policy for as long as the program runs.
pub fn kept<T>(parts: impl IntoIterator<Item = T>) -> &'static [T] {
    parts.into_iter().collect::<Vec<T>>().leak()
}

pub fn copied(text: &str) -> &'static str {
    text.to_owned().leak()
}

pub fn unique<'a>(ids: impl Iterator<Item = &'a str>, what: &str, faults: &mut Vec<String>) {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            faults.push(format!("{what} {id}: named twice"));
        }
    }
}
