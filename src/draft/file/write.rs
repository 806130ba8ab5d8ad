//! Writing a draft file.

mod measures;

pub use measures::{entry as entry_value, is_text_tried, value as path_value};

use rust_decimal::Decimal;

use super::{FORMAT, VERSION};
use crate::draft::json::Json;
use crate::draft::{
    Attestation, DayList, Draft, Entered, EntryId, Evidence, FactValue, FinanceYear, ListName, Member, Panel,
    ReferenceLine, Task, YearPlan, number,
};
use crate::policy::{Attested, Duty, FactKind, Figure, Outcome, Policy, Rank};

/// The sections that can be tried out, and the texts in them.
pub const TRIED: [&str; 10] = [
    "period",
    "facts",
    "finance",
    "members",
    "evidence",
    "complete",
    "self_awarded",
    "readings",
    "discretion",
    "typed",
];

/// The text of a draft file, indented for people.
pub fn to_text(policy: &Policy, draft: &Draft) -> String {
    format!("{:#}\n", to_value(policy, draft))
}

/// A draft file as JSON, its keys in the order of `docs/draft-file.md` and of the policy. What is blank or
/// default is left out.
pub fn to_value(policy: &Policy, draft: &Draft) -> Json {
    let mut root = Vec::new();
    let mut put = |key: &str, value: Json| {
        let empty = match &value {
            Json::Object(entries) => entries.is_empty(),
            Json::List(list) => list.is_empty(),
            _ => false,
        };
        if !empty {
            root.push((key.to_owned(), value));
        }
    };
    put("format", FORMAT.into());
    put("version", VERSION.into());
    put("policy", policy.id.into());
    put("name", draft.name.as_str().into());
    for (key, text) in [("unit", &draft.unit), ("preparer", &draft.preparer), ("phone", &draft.phone)] {
        if !text.is_empty() {
            put(key, text.as_str().into());
        }
    }
    if let Some(purpose) = draft.purpose {
        put("purpose", purpose.id().into());
    }
    put("period", period(draft));
    put("facts", facts(policy, draft));
    put("finance", Json::List(draft.finance.iter().map(finance_year).collect()));
    put("members", Json::List(draft.members.iter().map(member).collect()));
    put("evidence", Json::List(draft.evidence.iter().map(evidence).collect()));
    let complete = ListName::all().filter(|list| draft.complete.holds(*list)).map(|list| list.id().into());
    put("complete", Json::List(complete.collect()));
    put("self_awarded", points(policy, &draft.self_awarded));
    put("expert", points(policy, &draft.expert));
    put("readings", readings(policy, draft));
    if draft.discretion != Default::default() {
        put("discretion", draft.discretion.id().into());
    }
    let notes = policy.items.iter().zip(draft.notes.iter()).filter(|(_, note)| !note.is_empty());
    put("notes", Json::Object(notes.map(|(item, note)| (item.id.to_owned(), note.as_str().into())).collect()));
    put("lines", Json::List(draft.lines.iter().map(line).collect()));
    let said = policy.requirements.iter().zip(draft.requirements.iter()).filter(|(_, said)| !said.is_blank());
    put("requirements", Json::Object(said.map(|(one, said)| (one.id.to_owned(), self::said(said))).collect()));
    put("panel", panel(&draft.panel));
    let grades = draft.grades.iter().map(|(year, grade)| (year.to_string(), grade.id().into()));
    put("grades", Json::Object(grades.collect()));
    for list in DayList::ALL {
        let days = draft.days(list).value.as_deref().unwrap_or_default();
        put(list.id(), Json::List(days.iter().map(|day| day.to_string().into()).collect()));
    }
    put("annual", Json::List(draft.plans.iter().map(plan).collect()));
    put("measures", Json::List(draft.measures.iter().map(|one| measures::measure(policy, one)).collect()));
    put("scenarios", Json::List(draft.scenarios.iter().map(measures::scenario).collect()));
    if let Some(trial) = &draft.trial {
        // Put even where nothing has been changed yet: the trial goes on after a reload.
        root.push(("trial".to_owned(), measures::trial(policy, draft, trial)));
    }
    let mut put = |key: &str, value: Json| {
        if value != Json::Object(Vec::new()) {
            root.push((key.to_owned(), value));
        }
    };
    put("typed", typed(policy, draft));
    Json::Object(root)
}

fn period(draft: &Draft) -> Json {
    let mut ends = Vec::new();
    for (key, entered) in [("from", &draft.period.from), ("to", &draft.period.to)] {
        if let Some(date) = entered.value {
            ends.push((key.to_owned(), date.to_string().into()));
        }
    }
    Json::Object(ends)
}

fn facts(policy: &Policy, draft: &Draft) -> Json {
    let known = policy.facts.iter().zip(draft.facts.iter());
    let written = known.filter_map(|(fact, entered)| {
        let value = match (entered.value?, &fact.kind) {
            (FactValue::Number(number), FactKind::Count { .. }) => whole(number),
            (FactValue::Number(number), _) => decimal(number),
            (FactValue::Day(day), _) => day.to_string().into(),
            (FactValue::Option(position), FactKind::Choice(options)) => {
                options.get(usize::from(position))?.id.into()
            }
            (FactValue::Option(position), _) => (position == 1).into(),
        };
        Some((fact.id.to_owned(), value))
    });
    Json::Object(written.collect())
}

fn points(policy: &Policy, points: &[Entered<Decimal>]) -> Json {
    let given = policy.items.iter().zip(points);
    let written = given.filter_map(|(item, entered)| Some((item.id.to_owned(), decimal(entered.value?))));
    Json::Object(written.collect())
}

fn readings(policy: &Policy, draft: &Draft) -> Json {
    let chosen = policy.readings.iter().zip(draft.readings.iter()).filter(|(_, choice)| **choice != 0);
    let written = chosen.filter_map(|(reading, choice)| {
        Some((reading.id.to_owned(), reading.choices.get(usize::from(*choice))?.id.into()))
    });
    Json::Object(written.collect())
}

fn typed(policy: &Policy, draft: &Draft) -> Json {
    let mut texts = Vec::new();
    let mut put = |key: String, text: &Option<String>| {
        if let Some(text) = text {
            texts.push((key, text.as_str().into()));
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
    for list in DayList::ALL {
        put(list.id().into(), &draft.days(list).text);
    }
    for (at, entered) in draft.panel.weights.iter().enumerate() {
        put(format!("panel.weights[{at}]"), &entered.text);
    }
    for (row, expert) in draft.panel.experts.iter().enumerate() {
        for (at, entered) in expert.points.iter().enumerate() {
            put(format!("panel.experts[{row}][{at}]"), &entered.text);
        }
    }
    Json::Object(texts)
}

/// One entry of a list: its values, and beside them the texts that are not simply the values.
#[derive(Default)]
struct Entry {
    values: Vec<(String, Json)>,
    typed: Vec<(String, Json)>,
}

impl Entry {
    fn put(&mut self, key: &str, value: Json) {
        self.values.push((key.to_owned(), value));
    }

    fn id(&mut self, id: &EntryId) {
        self.text("id", id.as_str());
    }

    fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.put(key, text.into());
        }
    }

    fn flag(&mut self, key: &str, flag: bool) {
        if flag {
            self.put(key, true.into());
        }
    }

    fn entered<T: Copy>(&mut self, key: &str, entered: &Entered<T>, write: impl Fn(T) -> Json) {
        if let Some(value) = entered.value {
            self.put(key, write(value));
        }
        if let Some(text) = &entered.text {
            self.typed.push((key.to_owned(), text.as_str().into()));
        }
    }

    fn finish(mut self) -> Json {
        if !self.typed.is_empty() {
            self.values.push(("typed".to_owned(), Json::Object(self.typed)));
        }
        Json::Object(self.values)
    }
}

fn finance_year(year: &FinanceYear) -> Json {
    let mut entry = Entry::default();
    entry.id(&year.id);
    entry.entered("year", &year.year, whole);
    if year.year.is_blank() {
        // A year is never left out, so that a row without one yet is still a row.
        entry.typed.push(("year".to_owned(), "".into()));
    }
    for figure in Figure::ALL {
        entry.entered(figure.id(), year.figure(*figure), decimal);
    }
    entry.finish()
}

fn member(member: &Member) -> Json {
    let mut entry = Entry::default();
    entry.id(&member.id);
    entry.text("name", &member.name);
    entry.put("kind", member.kind.id().into());
    entry.flag("shareholder", member.shareholder);
    entry.flag("lead", member.lead);
    entry.entered("contribution", &member.contribution, decimal);
    if member.rank != Rank::None {
        entry.put("rank", member.rank.id().into());
    }
    entry.finish()
}

fn evidence(evidence: &Evidence) -> Json {
    let mut entry = Entry::default();
    entry.id(&evidence.id);
    entry.put("category", evidence.category.id().into());
    entry.text("title", &evidence.title);
    entry.text("number", &evidence.number);
    entry.entered("on", &evidence.on, |on| on.to_string().into());
    for (key, id) in [
        ("kind", evidence.kind.map(|kind| kind.id())),
        ("level", evidence.level.map(|level| level.id())),
        ("role", evidence.role.map(|role| role.id())),
    ] {
        if let Some(id) = id {
            entry.put(key, id.into());
        }
    }
    entry.finish()
}

fn line(line: &ReferenceLine) -> Json {
    let mut entry = Entry::default();
    entry.text("label", &line.label);
    entry.entered("points", &line.points, decimal);
    entry.finish()
}

fn said(said: &Attestation) -> Json {
    let mut entry = Entry::default();
    entry.text("state", said.state.map(Attested::id).unwrap_or_default());
    entry.text("note", &said.note);
    entry.text("document", &said.document);
    entry.finish()
}

fn panel(panel: &Panel) -> Json {
    let row = |points: &[Entered<Decimal>]| {
        Json::List(points.iter().map(|one| one.value.map_or(Json::Null, decimal)).collect())
    };
    let mut entry = Entry::default();
    let same = panel.weights.iter().zip(&Panel::default().weights).all(|(one, other)| one.value == other.value);
    if !same {
        entry.put("weights", row(&panel.weights));
    }
    if !panel.experts.is_empty() {
        entry.put("experts", Json::List(panel.experts.iter().map(|expert| row(&expert.points)).collect()));
    }
    entry.finish()
}

fn plan(plan: &YearPlan) -> Json {
    let task = |task: &Task| {
        let mut entry = Entry::default();
        entry.text("target", &task.target);
        entry.text("measures", &task.measures);
        entry.text("progress", &task.progress);
        entry.text("outcome", task.outcome.map(Outcome::id).unwrap_or_default());
        entry.finish()
    };
    let mut entry = Entry::default();
    entry.entered("year", &plan.year, whole);
    let tasks: Vec<_> = Duty::ALL
        .iter()
        .zip(&plan.tasks)
        .filter(|(_, task)| !task.is_blank())
        .map(|(duty, one)| (duty.id().to_owned(), task(one)))
        .collect();
    if !tasks.is_empty() {
        entry.put("tasks", Json::Object(tasks));
    }
    entry.text("summary", &plan.summary);
    entry.entered("reported_on", &plan.reported_on, |on| on.to_string().into());
    entry.finish()
}

fn decimal(number: Decimal) -> Json {
    number::write(number).into()
}

/// Without quotation marks, as only a whole number may stand.
fn whole(number: Decimal) -> Json {
    Json::Number(number::write(number))
}
