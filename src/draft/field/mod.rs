//! One address for everything that can be typed or chosen.
//!
//! Views know only addresses and texts: [`text`] is what a control shows, [`enter`] takes what was typed
//! into it, [`fault`] says what is wrong with it. A wrong text is kept beside the last good value.

mod doubt;
mod parse;
mod waiting;
mod written;

use std::sync::Arc;

use rust_decimal::Decimal;

use super::fault::shortened;
use super::number::Kind;
use super::{Certainty, Date, DayList, Draft, Entered, Purpose, ValueFault, days, typed};
use crate::policy::{Attested, Duty, EvidenceKind, Figure, Grade, Level, MemberKind, Outcome, Policy, Rank, Role};

pub use doubt::{Doubt, doubt};
use parse::{Parsed, parse};
pub use parse::{is_checked, kind, no_day_in_both, option_position, part_and_whole};
pub use waiting::{settle_read, settle_waiting};
pub use written::{fact as written_fact, text};

/// Something of a draft that one control shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Name,
    /// 单位名称.
    Unit,
    /// 填表人.
    Preparer,
    /// 联系电话.
    Phone,
    Purpose,
    PeriodFrom,
    PeriodTo,
    /// Position of a fact of the policy.
    Fact(usize),
    Year(usize),
    Finance(usize, Figure),
    Member(usize, MemberField),
    Evidence(usize, EvidenceField),
    /// Positions of an item of the policy.
    Pick(usize),
    Expert(usize),
    Note(usize),
    LineLabel(usize),
    LinePoints(usize),
    /// Position of a requirement of the policy.
    Requirement(usize, RequirementField),
    /// The weight of an aspect of the mock panel, by its position.
    Weight(usize),
    /// Positions of an expert of the mock panel and of an aspect.
    Score(usize, usize),
    /// The grade of a year's assessment.
    Grade(u16),
    Days(DayList),
    /// Position of a yearly plan.
    PlanYear(usize),
    Task(usize, Duty, TaskField),
    Summary(usize),
    ReportedOn(usize),
    Measure(usize, MeasureField),
    ScenarioName(usize),
    ScenarioNote(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MemberField {
    Name,
    Kind,
    Shareholder,
    Lead,
    Contribution,
    Rank,
}

impl MemberField {
    /// What it is called, in tables and in sentences.
    pub fn label(self) -> &'static str {
        match self {
            MemberField::Name => "单位名称",
            MemberField::Kind => "类型",
            MemberField::Shareholder => "股东",
            MemberField::Lead => "牵头单位",
            MemberField::Contribution => "认缴出资额",
            MemberField::Rank => "本领域排名",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EvidenceField {
    Title,
    Number,
    On,
    Kind,
    Level,
    Role,
}

impl EvidenceField {
    /// What it is called, in tables and in sentences; a category has a word of its own for the day.
    pub fn label(self) -> &'static str {
        match self {
            EvidenceField::Title => "名称",
            EvidenceField::Number => "编号或文号",
            EvidenceField::On => "日期",
            EvidenceField::Kind => "种类",
            EvidenceField::Level => "级别",
            EvidenceField::Role => "承担方式",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RequirementField {
    State,
    Note,
    Document,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MeasureField {
    Name,
    Cost,
    Days,
    Certainty,
    Owner,
    Note,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TaskField {
    Target,
    Measures,
    Progress,
    Outcome,
}

/// What is wrong with the text that stands in a field, and the value that counts in its stead.
pub fn fault(policy: &Policy, draft: &Draft, field: Field) -> Option<(ValueFault, Option<String>)> {
    let typed = typed_text(draft, field)?;
    let fault = parse(policy, draft, field, typed).err()?;
    let last_good = match field {
        Field::Fact(at) => draft.fact(at).map(|value| written_fact(policy, at, value)),
        Field::Days(list) => draft.days(list).value.as_ref().map(|days| days::write(days).replace('\n', "、")),
        _ => match date_at(draft, field) {
            Some(entered) => entered.value.map(written::date),
            None => number_at(draft, field)?.value.map(written::number),
        },
    };
    Some((fault, last_good))
}

/// What stands on paper for a field: the value that counts, and beside it a text that counts for nothing, so that figures
/// and what they follow from agree and what was typed is seen.
pub fn on_paper(policy: &Policy, draft: &Draft, field: Field) -> String {
    match fault(policy, draft, field) {
        None => text(policy, draft, field),
        Some((_, counts)) => counts.unwrap_or_default() + &left_out(policy, draft, field),
    }
}

/// A text that stands in a field and counts for nothing, in brackets; empty where there is none.
pub fn left_out(policy: &Policy, draft: &Draft, field: Field) -> String {
    let words = |_| format!("（“{}”未计入）", shortened(&text(policy, draft, field)));
    fault(policy, draft, field).map(words).unwrap_or_default()
}

/// The number that somebody typed outside the draft, in whatever way it can be typed in it.
pub fn read_number(text: &str, kind: Kind) -> Result<Option<Decimal>, ValueFault> {
    typed::parse(text, kind)
}

/// Why a paste into a number is refused, where it holds several; nothing is entered then.
pub fn refused_paste(text: &str) -> Option<String> {
    typed::is_several(text.trim()).then(|| {
        format!("粘贴的{}没有填入，原来的内容没有变。", ValueFault::SeveralNumbers(text.trim().to_owned()))
    })
}

/// The same of a paste into a line of words, where it holds several cells of a table.
pub fn refused_cells(text: &str) -> Option<String> {
    let text = text.trim();
    text.contains('\t').then(|| {
        format!("粘贴的“{}”好像是表格里的几格，这里只填一格。没有填入，原来的内容没有变。", shortened(text))
    })
}

/// A pasted day as a date control takes it, however it was written; or why it is none.
pub fn pasted_day(text: &str) -> Result<String, String> {
    match days::parse(text).as_deref() {
        Ok([day]) => Ok(day.to_string()),
        _ => Err(format!("粘贴的“{}”不是一个日期，没有填入，原来的内容没有变。", shortened(text.trim()))),
    }
}

/// How the text of a field was understood where it stands in a unit that is converted: `0.124 亿元 ＝ 1240 万元`.
pub fn conversion(policy: &Policy, draft: &Draft, field: Field) -> Option<String> {
    typed::conversion(typed_text(draft, field)?, kind(policy, field)?)
}

/// Takes what was typed into a field, and lets count what waited for it.
pub fn enter(policy: &Policy, draft: &mut Draft, field: Field, typed: &str) {
    put(policy, draft, field, typed);
    settle_waiting(policy, draft);
}

/// The text that stands in a field instead of its value.
fn typed_text(draft: &Draft, field: Field) -> Option<&String> {
    match field {
        Field::Fact(at) => draft.facts.get(at)?.text.as_ref(),
        Field::Days(list) => draft.days(list).text.as_ref(),
        _ => match date_at(draft, field) {
            Some(entered) => entered.text.as_ref(),
            None => number_at(draft, field)?.text.as_ref(),
        },
    }
}

fn put(policy: &Policy, draft: &mut Draft, field: Field, typed: &str) {
    let parsed = parse(policy, draft, field, typed);
    match field {
        Field::Name => draft.name = typed.to_owned(),
        Field::Unit => draft.unit = typed.to_owned(),
        Field::Preparer => draft.preparer = typed.to_owned(),
        Field::Phone => draft.phone = typed.to_owned(),
        Field::Purpose => draft.purpose = choose(typed, Purpose::from_id, draft.purpose),
        Field::Note(at) => {
            if let Some(note) = Arc::make_mut(&mut draft.notes).get_mut(at) {
                *note = typed.to_owned();
            }
        }
        Field::LineLabel(at) => {
            if let Some(line) = draft.lines.get_mut(at) {
                line.label = typed.to_owned();
            }
        }
        Field::Fact(at) => {
            if let Some(entered) = Arc::make_mut(&mut draft.facts).get_mut(at) {
                settle(entered, typed, parsed.map(Parsed::fact), |value| written_fact(policy, at, value));
            }
        }
        Field::Days(list) => {
            settle(draft.days_mut(list), typed, parsed.map(Parsed::days), |days| days::write(&days));
        }
        Field::Weight(at) => enter_weight(draft, at, typed, parsed),
        Field::Grade(year) => draft.set_grade(year, choose(typed, Grade::from_id, draft.grade(year))),
        Field::Requirement(at, part) => enter_requirement(policy, draft, at, part, typed),
        Field::Task(at, duty, part) => enter_task(draft, at, duty, part, typed),
        Field::Summary(at) => {
            if let Some(plan) = draft.plans.get_mut(at) {
                plan.summary = typed.to_owned();
            }
        }
        Field::Measure(at, part) if !matches!(part, MeasureField::Cost | MeasureField::Days) => {
            enter_measure(draft, at, part, typed);
        }
        Field::ScenarioName(at) | Field::ScenarioNote(at) => {
            if let Some(scenario) = draft.scenarios.get_mut(at) {
                let words = if field == Field::ScenarioName(at) { &mut scenario.name } else { &mut scenario.note };
                *words = typed.to_owned();
            }
        }
        Field::Evidence(at, part) if part != EvidenceField::On => enter_evidence(draft, at, part, typed),
        Field::Member(at, part) if part != MemberField::Contribution => enter_member(draft, at, part, typed),
        _ => {
            if let Some(entered) = date_at_mut(draft, field) {
                settle(entered, typed, parsed.map(Parsed::date), written::date);
            } else if let Some(entered) = number_at_mut(draft, field) {
                settle(entered, typed, parsed.map(Parsed::number), written::number);
            }
        }
    }
}

/// Tidies a field that is being left: a text that means its value is written as the value.
pub fn leave(policy: &Policy, draft: &mut Draft, field: Field) {
    let stands_for_value = fault(policy, draft, field).is_none();
    // What shares its entries with former drafts is copied only where there is something to tidy.
    match field {
        Field::Fact(at) if stands_for_value && draft.facts.get(at).is_some_and(|one| one.text.is_some()) => {
            if let Some(entered) = Arc::make_mut(&mut draft.facts).get_mut(at) {
                entered.text = None;
            }
        }
        Field::Days(list) if stands_for_value => draft.days_mut(list).text = None,
        _ if stands_for_value && date_at(draft, field).is_some_and(|one| one.text.is_some()) => {
            if let Some(entered) = date_at_mut(draft, field) {
                entered.text = None;
            }
        }
        _ if stands_for_value && number_at(draft, field).is_some_and(|one| one.text.is_some()) => {
            if let Some(entered) = number_at_mut(draft, field) {
                entered.text = None;
            }
        }
        _ => {}
    }
}

/// Keeps the typed text unless it is just how the value is written; a wrong text leaves the value alone.
fn settle<T: Clone>(
    entered: &mut Entered<T>,
    typed: &str,
    parsed: Result<Option<T>, ValueFault>,
    written: impl Fn(T) -> String,
) {
    match parsed {
        Ok(value) => {
            let canonical = value.clone().map(written).unwrap_or_default();
            entered.text = (canonical != typed).then(|| typed.to_owned());
            entered.value = value;
        }
        Err(_) => entered.text = Some(typed.to_owned()),
    }
}

/// A weight counts once all of them sum up; until then its text waits, and goes where it is what counts anyway.
fn enter_weight(draft: &mut Draft, at: usize, typed: &str, parsed: Result<Parsed, ValueFault>) {
    let Some(entered) = draft.panel.weights.get_mut(at) else { return };
    let counts = entered.value.map(written::number).is_some_and(|written| written == typed);
    entered.text = (!counts).then(|| typed.to_owned());
    if let Ok(Parsed::Weights(weights)) = parsed {
        draft.panel.settle(weights);
    }
}

fn enter_requirement(policy: &Policy, draft: &mut Draft, at: usize, part: RequirementField, typed: &str) {
    let attested = policy.requirements.get(at).is_some_and(|one| one.attested);
    let Some(said) = Arc::make_mut(&mut draft.requirements).get_mut(at) else { return };
    match part {
        RequirementField::State if attested => said.state = choose(typed, Attested::from_id, said.state),
        // The state of a computed one follows from facts and can't be said.
        RequirementField::State => {}
        RequirementField::Note => said.note = typed.to_owned(),
        RequirementField::Document => said.document = typed.to_owned(),
    }
}

fn enter_task(draft: &mut Draft, at: usize, duty: Duty, part: TaskField, typed: &str) {
    let Some(plan) = draft.plans.get_mut(at) else { return };
    let task = plan.task_mut(duty);
    match part {
        TaskField::Target => task.target = typed.to_owned(),
        TaskField::Measures => task.measures = typed.to_owned(),
        TaskField::Progress => task.progress = typed.to_owned(),
        TaskField::Outcome => task.outcome = choose(typed, Outcome::from_id, task.outcome),
    }
}

/// The option with this id, none where the id is empty; anything else changes nothing.
fn choose<T>(typed: &str, find: fn(&str) -> Option<T>, before: Option<T>) -> Option<T> {
    if typed.is_empty() { None } else { find(typed).or(before) }
}

fn enter_evidence(draft: &mut Draft, at: usize, part: EvidenceField, typed: &str) {
    let Some(entry) = draft.evidence.get_mut(at) else { return };
    match part {
        EvidenceField::Title => entry.title = typed.to_owned(),
        EvidenceField::Number => entry.number = typed.to_owned(),
        EvidenceField::On => {}
        // A control offers only what its category carries; anything else changes nothing.
        EvidenceField::Kind => {
            let kind = EvidenceKind::from_id(typed).filter(|kind| entry.category.kinds().contains(kind));
            entry.kind = kind.or(entry.kind);
        }
        EvidenceField::Level => {
            let level = Level::from_id(typed).filter(|level| entry.category.levels().contains(level));
            entry.level = level.or(entry.level);
        }
        EvidenceField::Role => {
            let role = Role::from_id(typed).filter(|role| entry.category.roles().contains(role));
            entry.role = role.or(entry.role);
        }
    }
}

fn enter_member(draft: &mut Draft, at: usize, part: MemberField, typed: &str) {
    let Some(member) = draft.members.get_mut(at) else { return };
    match part {
        MemberField::Name => member.name = typed.to_owned(),
        MemberField::Kind => member.kind = MemberKind::from_id(typed).unwrap_or(member.kind),
        MemberField::Rank => member.rank = Rank::from_id(typed).unwrap_or(member.rank),
        MemberField::Shareholder => member.shareholder = typed.parse().unwrap_or(member.shareholder),
        MemberField::Lead => member.lead = typed.parse().unwrap_or(member.lead),
        MemberField::Contribution => {}
    }
}

fn enter_measure(draft: &mut Draft, at: usize, part: MeasureField, typed: &str) {
    let Some(measure) = draft.measures.get_mut(at) else { return };
    match part {
        MeasureField::Name => measure.name = typed.to_owned(),
        MeasureField::Owner => measure.owner = typed.to_owned(),
        MeasureField::Note => measure.note = typed.to_owned(),
        MeasureField::Certainty => measure.certainty = Certainty::from_id(typed).unwrap_or(measure.certainty),
        MeasureField::Cost | MeasureField::Days => {}
    }
}

fn date_at(draft: &Draft, field: Field) -> Option<&Entered<Date>> {
    match field {
        Field::PeriodFrom => Some(&draft.period.from),
        Field::PeriodTo => Some(&draft.period.to),
        Field::Evidence(at, EvidenceField::On) => Some(&draft.evidence.get(at)?.on),
        Field::ReportedOn(at) => Some(&draft.plans.get(at)?.reported_on),
        _ => None,
    }
}

fn date_at_mut(draft: &mut Draft, field: Field) -> Option<&mut Entered<Date>> {
    match field {
        Field::PeriodFrom => Some(&mut draft.period.from),
        Field::PeriodTo => Some(&mut draft.period.to),
        Field::Evidence(at, EvidenceField::On) => Some(&mut draft.evidence.get_mut(at)?.on),
        Field::ReportedOn(at) => Some(&mut draft.plans.get_mut(at)?.reported_on),
        _ => None,
    }
}

fn number_at(draft: &Draft, field: Field) -> Option<&Entered<Decimal>> {
    match field {
        Field::Year(at) => Some(&draft.finance.get(at)?.year),
        Field::Finance(at, figure) => Some(draft.finance.get(at)?.figure(figure)),
        Field::Member(at, MemberField::Contribution) => Some(&draft.members.get(at)?.contribution),
        Field::Pick(at) => draft.self_awarded.get(at),
        Field::Expert(at) => draft.expert.get(at),
        Field::LinePoints(at) => Some(&draft.lines.get(at)?.points),
        Field::Weight(at) => draft.panel.weights.get(at),
        Field::Score(at, aspect) => draft.panel.experts.get(at)?.points.get(aspect),
        Field::PlanYear(at) => Some(&draft.plans.get(at)?.year),
        Field::Measure(at, MeasureField::Cost) => Some(&draft.measures.get(at)?.cost),
        Field::Measure(at, MeasureField::Days) => Some(&draft.measures.get(at)?.days),
        _ => None,
    }
}

fn number_at_mut(draft: &mut Draft, field: Field) -> Option<&mut Entered<Decimal>> {
    match field {
        Field::Year(at) => Some(&mut draft.finance.get_mut(at)?.year),
        Field::Finance(at, figure) => Some(draft.finance.get_mut(at)?.figure_mut(figure)),
        Field::Member(at, MemberField::Contribution) => Some(&mut draft.members.get_mut(at)?.contribution),
        Field::Pick(at) => Arc::make_mut(&mut draft.self_awarded).get_mut(at),
        Field::Expert(at) => Arc::make_mut(&mut draft.expert).get_mut(at),
        Field::LinePoints(at) => Some(&mut draft.lines.get_mut(at)?.points),
        Field::Weight(at) => draft.panel.weights.get_mut(at),
        Field::Score(at, aspect) => draft.panel.experts.get_mut(at)?.points.get_mut(aspect),
        Field::PlanYear(at) => Some(&mut draft.plans.get_mut(at)?.year),
        Field::Measure(at, MeasureField::Cost) => Some(&mut draft.measures.get_mut(at)?.cost),
        Field::Measure(at, MeasureField::Days) => Some(&mut draft.measures.get_mut(at)?.days),
        _ => None,
    }
}
