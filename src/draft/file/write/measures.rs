//! Measures, scenarios and what is being tried out.

use super::{Entry, TRIED, decimal, evidence, finance_year, member, to_value, whole};
use crate::draft::json::Json;
use crate::draft::{self, Certainty, Change, Draft, Measure, Path, Scenario, Shape, Trial, Value};
use crate::policy::Policy;

pub fn measure(policy: &Policy, measure: &Measure) -> Json {
    let mut entry = Entry::default();
    entry.id(&measure.id);
    entry.text("name", &measure.name);
    entry.entered("cost", &measure.cost, decimal);
    entry.entered("days", &measure.days, whole);
    if measure.certainty != Certainty::default() {
        entry.put("certainty", measure.certainty.id().into());
    }
    entry.text("owner", &measure.owner);
    entry.text("note", &measure.note);
    entry.put("changes", Json::List(measure.changes.iter().map(|one| change(policy, one)).collect()));
    entry.finish()
}

pub fn scenario(scenario: &Scenario) -> Json {
    let mut entry = Entry::default();
    entry.id(&scenario.id);
    entry.text("name", &scenario.name);
    entry.text("note", &scenario.note);
    let ids = scenario.measures.iter().map(|id| id.as_str().into());
    entry.put("measures", Json::List(ids.collect()));
    entry.finish()
}

fn change(policy: &Policy, change: &Change) -> Json {
    let mut entry = Entry::default();
    match change {
        Change::Set { path, to } => {
            entry.put("set", path.write(policy).into());
            entry.put("to", value(policy, path, to));
        }
        Change::Increase { path, by } => {
            entry.put("increase", path.write(policy).into());
            entry.put("by", decimal(*by));
        }
        Change::Transfer { from, to, amount } => {
            entry.put("transfer", "members".into());
            entry.put("from", from.as_str().into());
            entry.put("to", to.as_str().into());
            entry.put("amount", decimal(*amount));
        }
        Change::Add(added) => {
            entry.put("add", added.list().id().into());
            entry.put("entry", self::entry(added));
        }
        Change::Remove(list, id) => {
            entry.put("remove", list.id().into());
            entry.put("id", id.as_str().into());
        }
    }
    entry.finish()
}

/// An entry of a list, as the list itself has it.
pub fn entry(entry: &draft::Entry) -> Json {
    match entry {
        draft::Entry::Finance(year) => finance_year(year),
        draft::Entry::Member(one) => member(one),
        draft::Entry::Evidence(one) => evidence(one),
    }
}

/// A value as its path has it.
pub fn value(policy: &Policy, path: &Path, value: &Value) -> Json {
    match (value, path.shape(policy)) {
        (Value::Number(number), Shape::Number(kind)) if kind.is_whole() => whole(*number),
        (Value::Number(number), _) => decimal(*number),
        (Value::Day(day), _) => day.to_string().into(),
        (Value::Flag(yes), _) => (*yes).into(),
        (Value::Option(at), Shape::Options(all)) => {
            all.get(usize::from(*at)).map_or(Json::Null, |(id, _)| (*id).into())
        }
        (Value::Text(text), _) => text.as_str().into(),
        (Value::Blank | Value::Option(_), _) => Json::Null,
    }
}

/// The sections that are other than the draft's, each whole; one that became empty is there, and empty.
pub fn trial(policy: &Policy, draft: &Draft, trial: &Trial) -> Json {
    let tried = to_value(policy, &Draft { trial: None, ..draft.tried() });
    let own = to_value(policy, &Draft { trial: None, ..draft.clone() });
    let mut sections = Vec::new();
    for key in TRIED {
        let (now, before) = (tried.get(key), own.get(key));
        if key == "typed" {
            sections.extend(now.and_then(texts).map(|texts| (key.to_owned(), texts)));
            continue;
        }
        let differs = now != before;
        if differs {
            let empty = match before {
                Some(Json::List(_)) => Json::List(Vec::new()),
                Some(Json::Text(_)) => draft::Discretion::default().id().into(),
                _ => Json::Object(Vec::new()),
            };
            sections.push((key.to_owned(), now.cloned().unwrap_or(empty)));
        }
    }
    if let Some(id) = &trial.measure {
        // The one that is being reworked.
        sections.push(("measure".to_owned(), id.as_str().into()));
    }
    if !trial.name.is_empty() {
        sections.push(("name".to_owned(), trial.name.as_str().into()));
    }
    Json::Object(sections)
}

/// The texts that belong to what can be tried out.
fn texts(typed: &Json) -> Option<Json> {
    let Json::Object(texts) = typed else { return None };
    let texts: Vec<_> = texts.iter().filter(|(key, _)| is_text_tried(key)).cloned().collect();
    (!texts.is_empty()).then_some(Json::Object(texts))
}

/// Whether a text under this key belongs to what can be tried out.
pub fn is_text_tried(key: &str) -> bool {
    key.split_once('.').is_some_and(|(section, _)| TRIED.contains(&section))
}
