//! Writing a draft file.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::{FORMAT, VERSION};
use crate::draft::{Draft, Entered, Evidence, FactValue, FinanceYear, ListName, Member, ReferenceLine, number};
use crate::policy::{FactKind, Figure, Policy, Rank};

/// The text of a draft file, indented for people.
pub fn to_text(policy: &Policy, draft: &Draft) -> String {
    // `{:#}` on a JSON value is its indented text and, unlike a serializer, can't fail.
    format!("{:#}\n", to_value(policy, draft))
}

/// A draft file as JSON. What is blank or default is left out.
pub fn to_value(policy: &Policy, draft: &Draft) -> Value {
    let mut root = Map::new();
    let mut put = |key: &str, value: Value| {
        let empty = match &value {
            Value::Object(object) => object.is_empty(),
            Value::Array(array) => array.is_empty(),
            _ => false,
        };
        if !empty {
            root.insert(key.to_owned(), value);
        }
    };
    put("format", json!(FORMAT));
    put("version", json!(VERSION));
    put("policy", json!(policy.id));
    put("name", json!(draft.name));
    put("period", period(draft));
    put("facts", facts(policy, draft));
    put("finance", draft.finance.iter().map(finance_year).collect());
    put("members", draft.members.iter().map(member).collect());
    put("evidence", draft.evidence.iter().map(evidence).collect());
    let complete = ListName::all().filter(|list| draft.complete.holds(*list)).map(|list| json!(list.id()));
    put("complete", complete.collect());
    put("self_awarded", points(policy, &draft.self_awarded));
    put("expert", points(policy, &draft.expert));
    put("readings", readings(policy, draft));
    if draft.discretion != Default::default() {
        put("discretion", json!(draft.discretion.id()));
    }
    let notes = policy.items.iter().zip(draft.notes.iter()).filter(|(_, note)| !note.is_empty());
    put("notes", object(notes.map(|(item, note)| (item.id.clone(), json!(note)))));
    put("lines", draft.lines.iter().map(line).collect());
    put("typed", typed(policy, draft));
    Value::Object(root)
}

/// Collecting would sort first, and the map sorts anyway.
fn object(entries: impl Iterator<Item = (String, Value)>) -> Value {
    let mut object = Map::new();
    for (key, value) in entries {
        object.insert(key, value);
    }
    Value::Object(object)
}

fn period(draft: &Draft) -> Value {
    let mut object = Map::new();
    for (key, entered) in [("from", &draft.period.from), ("to", &draft.period.to)] {
        if let Some(date) = entered.value {
            object.insert(key.to_owned(), json!(date.to_string()));
        }
    }
    Value::Object(object)
}

fn facts(policy: &Policy, draft: &Draft) -> Value {
    let known = policy.facts.iter().zip(draft.facts.iter());
    let written = known.filter_map(|(fact, entered)| {
        let value = match (entered.value?, &fact.kind) {
            (FactValue::Number(number), FactKind::Count { .. }) => whole(number),
            (FactValue::Number(number), _) => json!(number::write(number)),
            (FactValue::Option(position), FactKind::Choice(options)) => {
                json!(options.get(usize::from(position))?.id)
            }
            (FactValue::Option(position), _) => json!(position == 1),
        };
        Some((fact.id.clone(), value))
    });
    object(written)
}

fn points(policy: &Policy, points: &[Entered<Decimal>]) -> Value {
    let given = policy.items.iter().zip(points);
    object(given.filter_map(|(item, entered)| Some((item.id.clone(), json!(number::write(entered.value?))))))
}

fn readings(policy: &Policy, draft: &Draft) -> Value {
    let chosen = policy.readings.iter().zip(draft.readings.iter()).filter(|(_, choice)| **choice != 0);
    let written = chosen.filter_map(|(reading, choice)| {
        Some((reading.id.clone(), json!(reading.choices.get(usize::from(*choice))?.id)))
    });
    object(written)
}

fn typed(policy: &Policy, draft: &Draft) -> Value {
    let mut object = Map::new();
    let mut put = |key: String, text: &Option<String>| {
        if let Some(text) = text {
            object.insert(key, json!(text));
        }
    };
    put("period.from".into(), &draft.period.from.text);
    put("period.to".into(), &draft.period.to.text);
    for (fact, entered) in policy.facts.iter().zip(draft.facts.iter()) {
        put(format!("facts.{}", fact.id), &entered.text);
    }
    for (section, points) in [("self_awarded", &draft.self_awarded), ("expert", &draft.expert)] {
        for (item, entered) in policy.items.iter().zip(points.iter()) {
            put(format!("{section}.{}", item.id), &entered.text);
        }
    }
    Value::Object(object)
}

/// One entry of a list: its values, and beside them the texts that are not simply the values.
#[derive(Default)]
struct Entry {
    object: Map<String, Value>,
    typed: Map<String, Value>,
}

impl Entry {
    fn put(&mut self, key: &str, value: Value) {
        self.object.insert(key.to_owned(), value);
    }

    fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.put(key, json!(text));
        }
    }

    fn flag(&mut self, key: &str, flag: bool) {
        if flag {
            self.put(key, json!(true));
        }
    }

    fn entered<T: Copy>(&mut self, key: &str, entered: &Entered<T>, write: impl Fn(T) -> Value) {
        if let Some(value) = entered.value {
            self.put(key, write(value));
        }
        if let Some(text) = &entered.text {
            self.typed.insert(key.to_owned(), json!(text));
        }
    }

    fn finish(mut self) -> Value {
        if !self.typed.is_empty() {
            let typed = Value::Object(std::mem::take(&mut self.typed));
            self.put("typed", typed);
        }
        Value::Object(self.object)
    }
}

fn finance_year(year: &FinanceYear) -> Value {
    let mut entry = Entry::default();
    entry.entered("year", &year.year, whole);
    if year.year.is_blank() {
        // A year is never left out, so that a row without one yet is still a row.
        entry.typed.insert("year".to_owned(), json!(""));
    }
    for figure in Figure::ALL {
        entry.entered(figure.id(), year.figure(*figure), |number| json!(number::write(number)));
    }
    entry.finish()
}

fn member(member: &Member) -> Value {
    let mut entry = Entry::default();
    entry.text("name", &member.name);
    entry.put("kind", json!(member.kind.id()));
    entry.flag("shareholder", member.shareholder);
    entry.flag("lead", member.lead);
    entry.entered("contribution", &member.contribution, |number| json!(number::write(number)));
    if member.rank != Rank::None {
        entry.put("rank", json!(member.rank.id()));
    }
    entry.finish()
}

fn evidence(evidence: &Evidence) -> Value {
    let mut entry = Entry::default();
    entry.put("category", json!(evidence.category.id()));
    entry.text("title", &evidence.title);
    entry.text("number", &evidence.number);
    entry.entered("on", &evidence.on, |on| json!(on.to_string()));
    for (key, id) in [
        ("kind", evidence.kind.map(|kind| kind.id())),
        ("level", evidence.level.map(|level| level.id())),
        ("role", evidence.role.map(|role| role.id())),
    ] {
        if let Some(id) = id {
            entry.put(key, json!(id));
        }
    }
    entry.finish()
}

fn line(line: &ReferenceLine) -> Value {
    let mut entry = Entry::default();
    entry.text("label", &line.label);
    entry.entered("points", &line.points, |points| json!(number::write(points)));
    entry.finish()
}

/// A whole number as a JSON number where it fits, else in quotation marks.
fn whole(number: Decimal) -> Value {
    let text = number::write(number);
    text.parse::<u64>().map_or_else(|_| json!(text), |whole| json!(whole))
}
