//! How values are written in fields.

use rust_decimal::Decimal;

use super::{EvidenceField, Field, MeasureField, MemberField, RequirementField, TaskField};
use crate::draft::{Date, Draft, Entered, FactValue, Purpose, days, number};
use crate::policy::{Attested, EvidenceKind, FactKind, Grade, Level, Outcome, Policy, Role};

/// What a control shows: the text as it was typed, or else the value as it is written.
pub fn text(policy: &Policy, draft: &Draft, field: Field) -> String {
    match field {
        Field::Name => draft.name.clone(),
        Field::Unit => draft.unit.clone(),
        Field::Preparer => draft.preparer.clone(),
        Field::Phone => draft.phone.clone(),
        Field::Purpose => chosen(draft.purpose, Purpose::id),
        Field::PeriodFrom => shown(&draft.period.from, date),
        Field::PeriodTo => shown(&draft.period.to, date),
        Field::Fact(at) => {
            draft.facts.get(at).map(|entered| shown(entered, |value| fact(policy, at, value))).unwrap_or_default()
        }
        Field::Note(at) => draft.notes.get(at).cloned().unwrap_or_default(),
        Field::LineLabel(at) => draft.lines.get(at).map(|line| line.label.clone()).unwrap_or_default(),
        Field::Member(at, part) => draft.members.get(at).map_or_else(String::new, |member| match part {
            MemberField::Name => member.name.clone(),
            MemberField::Kind => member.kind.id().to_owned(),
            MemberField::Shareholder => yes_no(member.shareholder),
            MemberField::Lead => yes_no(member.lead),
            MemberField::Contribution => shown(&member.contribution, number::write),
            MemberField::Rank => member.rank.id().to_owned(),
        }),
        Field::Evidence(at, part) => draft.evidence.get(at).map_or_else(String::new, |entry| match part {
            EvidenceField::Title => entry.title.clone(),
            EvidenceField::Number => entry.number.clone(),
            EvidenceField::On => shown(&entry.on, date),
            EvidenceField::Kind => chosen(entry.kind, EvidenceKind::id),
            EvidenceField::Level => chosen(entry.level, Level::id),
            EvidenceField::Role => chosen(entry.role, Role::id),
        }),
        Field::Requirement(at, part) => draft.requirements.get(at).map_or_else(String::new, |said| match part {
            RequirementField::State => chosen(said.state, Attested::id),
            RequirementField::Note => said.note.clone(),
            RequirementField::Document => said.document.clone(),
        }),
        Field::Grade(year) => chosen(draft.grade(year), Grade::id),
        Field::Days(list) => shown(draft.days(list), |days| days::write(&days)),
        Field::Task(at, duty, part) => draft.plans.get(at).map_or_else(String::new, |plan| {
            let task = plan.task(duty);
            match part {
                TaskField::Target => task.target.clone(),
                TaskField::Measures => task.measures.clone(),
                TaskField::Progress => task.progress.clone(),
                TaskField::Outcome => chosen(task.outcome, Outcome::id),
            }
        }),
        Field::ReportedOn(at) => {
            draft.plans.get(at).map(|plan| shown(&plan.reported_on, date)).unwrap_or_default()
        }
        Field::Measure(at, part) => draft.measures.get(at).map_or_else(String::new, |measure| match part {
            MeasureField::Name => measure.name.clone(),
            MeasureField::Cost => shown(&measure.cost, number::write),
            MeasureField::Days => shown(&measure.days, number::write),
            MeasureField::Certainty => measure.certainty.id().to_owned(),
            MeasureField::Owner => measure.owner.clone(),
            MeasureField::Note => measure.note.clone(),
        }),
        Field::ScenarioName(at) => draft.scenarios.get(at).map(|one| one.name.clone()).unwrap_or_default(),
        Field::ScenarioNote(at) => draft.scenarios.get(at).map(|one| one.note.clone()).unwrap_or_default(),
        Field::Summary(at) => draft.plans.get(at).map(|plan| plan.summary.clone()).unwrap_or_default(),
        _ => super::number_at(draft, field).map(|entered| shown(entered, number::write)).unwrap_or_default(),
    }
}

fn shown<T: Clone>(entered: &Entered<T>, write: impl Fn(T) -> String) -> String {
    entered.text.clone().or(entered.value.clone().map(write)).unwrap_or_default()
}

fn chosen<T>(option: Option<T>, id: fn(T) -> &'static str) -> String {
    option.map(id).unwrap_or_default().to_owned()
}

/// How a fact's value is written in a control: a number, a day, or the id of an option.
pub fn fact(policy: &Policy, at: usize, value: FactValue) -> String {
    match (value, policy.facts.get(at).map(|fact| &fact.kind)) {
        (FactValue::Number(number), _) => number::write(number),
        (FactValue::Day(day), _) => date(day),
        (FactValue::Option(position), Some(FactKind::Choice(options))) => {
            options.get(usize::from(position)).map(|option| option.id.to_owned()).unwrap_or_default()
        }
        (FactValue::Option(position), _) => yes_no(position == 1),
    }
}

pub fn date(date: Date) -> String {
    date.to_string()
}

pub fn number(number: Decimal) -> String {
    number::write(number)
}

fn yes_no(yes: bool) -> String {
    if yes { "true" } else { "false" }.to_owned()
}
