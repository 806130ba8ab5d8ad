//! One address for everything that can be typed or chosen.
//!
//! Views know only addresses and texts: [`text`] is what a control shows, [`enter`] takes what was typed
//! into it, [`fault`] says what is wrong with it. A wrong text is kept beside the last good value.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::number::{self, Kind};
use super::{Date, Draft, Entered, FactValue, ValueFault, date};
use crate::policy::{EvidenceKind, FactKind, Figure, Level, MemberKind, Policy, Rank, Role};

/// Something of a draft that one control shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Name,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EvidenceField {
    Title,
    Number,
    On,
    Kind,
    Level,
    Role,
}

/// What a control shows: the text as it was typed, or else the value as it is written.
pub fn text(policy: &Policy, draft: &Draft, field: Field) -> String {
    match field {
        Field::Name => draft.name.clone(),
        Field::PeriodFrom => shown_date(&draft.period.from),
        Field::PeriodTo => shown_date(&draft.period.to),
        Field::Fact(at) => draft.facts.get(at).map_or_else(String::new, |entered| shown_fact(policy, at, entered)),
        Field::Note(at) => draft.notes.get(at).cloned().unwrap_or_default(),
        Field::LineLabel(at) => draft.lines.get(at).map(|line| line.label.clone()).unwrap_or_default(),
        Field::Member(at, part) => draft.members.get(at).map_or_else(String::new, |member| match part {
            MemberField::Name => member.name.clone(),
            MemberField::Kind => member.kind.id().to_owned(),
            MemberField::Shareholder => yes_no(member.shareholder),
            MemberField::Lead => yes_no(member.lead),
            MemberField::Contribution => shown_number(&member.contribution),
            MemberField::Rank => member.rank.id().to_owned(),
        }),
        Field::Evidence(at, part) => draft.evidence.get(at).map_or_else(String::new, |entry| match part {
            EvidenceField::Title => entry.title.clone(),
            EvidenceField::Number => entry.number.clone(),
            EvidenceField::On => shown_date(&entry.on),
            EvidenceField::Kind => entry.kind.map(EvidenceKind::id).unwrap_or_default().to_owned(),
            EvidenceField::Level => entry.level.map(Level::id).unwrap_or_default().to_owned(),
            EvidenceField::Role => entry.role.map(Role::id).unwrap_or_default().to_owned(),
        }),
        Field::Year(_) | Field::Finance(..) | Field::Pick(_) | Field::Expert(_) | Field::LinePoints(_) => {
            number_at(draft, field).map(shown_number).unwrap_or_default()
        }
    }
}

/// What is wrong with the text that stands in a field, and the value that counts in its stead.
pub fn fault(policy: &Policy, draft: &Draft, field: Field) -> Option<(ValueFault, Option<String>)> {
    let (typed, last_good) = match field {
        Field::PeriodFrom => (draft.period.from.text.as_ref()?, draft.period.from.value.map(written_date)),
        Field::PeriodTo => (draft.period.to.text.as_ref()?, draft.period.to.value.map(written_date)),
        Field::Evidence(at, EvidenceField::On) => {
            let on = &draft.evidence.get(at)?.on;
            (on.text.as_ref()?, on.value.map(written_date))
        }
        Field::Fact(at) => {
            let entered = draft.facts.get(at)?;
            (entered.text.as_ref()?, entered.value.map(|value| written_fact(policy, at, value)))
        }
        _ => {
            let entered = number_at(draft, field)?;
            (entered.text.as_ref()?, entered.value.map(number::write))
        }
    };
    let fault = match parse(policy, draft, field, typed) {
        Err(fault) => fault,
        Ok(_) => return None,
    };
    Some((fault, last_good))
}

/// Takes what was typed into a field.
pub fn enter(policy: &Policy, draft: &mut Draft, field: Field, typed: &str) {
    let parsed = parse(policy, draft, field, typed);
    match field {
        Field::Name => draft.name = typed.to_owned(),
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
        Field::PeriodFrom => settle(&mut draft.period.from, typed, parsed.map(Parsed::date), written_date),
        Field::PeriodTo => settle(&mut draft.period.to, typed, parsed.map(Parsed::date), written_date),
        Field::Fact(at) => {
            if let Some(entered) = Arc::make_mut(&mut draft.facts).get_mut(at) {
                settle(entered, typed, parsed.map(Parsed::fact), |value| written_fact(policy, at, value));
            }
        }
        Field::Evidence(at, part) => enter_evidence(draft, at, part, typed, parsed),
        Field::Member(at, part) if part != MemberField::Contribution => enter_member(draft, at, part, typed),
        _ => {
            if let Some(entered) = number_at_mut(draft, field) {
                settle(entered, typed, parsed.map(Parsed::number), number::write);
            }
        }
    }
}

/// Tidies a field that is being left: a text that means its value is written as the value.
pub fn leave(policy: &Policy, draft: &mut Draft, field: Field) {
    if fault(policy, draft, field).is_some() {
        return;
    }
    match field {
        Field::PeriodFrom => draft.period.from.text = None,
        Field::PeriodTo => draft.period.to.text = None,
        Field::Fact(at) => {
            if draft.facts.get(at).is_some_and(|entered| entered.text.is_some())
                && let Some(entered) = Arc::make_mut(&mut draft.facts).get_mut(at)
            {
                entered.text = None;
            }
        }
        Field::Evidence(at, EvidenceField::On) => {
            if draft.evidence.get(at).is_some_and(|entry| entry.on.text.is_some())
                && let Some(entry) = draft.evidence.get_mut(at)
            {
                entry.on.text = None;
            }
        }
        _ if number_at(draft, field).is_some_and(|entered| entered.text.is_some()) => {
            if let Some(entered) = number_at_mut(draft, field) {
                entered.text = None;
            }
        }
        _ => {}
    }
}

/// The value that a text stands for; `None` inside when the text is blank.
enum Parsed {
    Number(Option<Decimal>),
    Date(Option<Date>),
    Fact(Option<FactValue>),
    Text,
}

impl Parsed {
    fn number(self) -> Option<Decimal> {
        if let Parsed::Number(number) = self { number } else { None }
    }

    fn date(self) -> Option<Date> {
        if let Parsed::Date(date) = self { date } else { None }
    }

    fn fact(self) -> Option<FactValue> {
        if let Parsed::Fact(fact) = self { fact } else { None }
    }
}

fn parse(policy: &Policy, draft: &Draft, field: Field, typed: &str) -> Result<Parsed, ValueFault> {
    let number = |kind| number::parse(typed, kind).map(Parsed::Number);
    match field {
        Field::PeriodFrom | Field::PeriodTo => parse_period(draft, field, typed),
        Field::Evidence(_, EvidenceField::On) => optional_date(typed).map(Parsed::Date),
        Field::Fact(at) => parse_fact(policy, draft, at, typed).map(Parsed::Fact),
        Field::Year(_) => number(Kind::Year),
        Field::Finance(..) | Field::Member(_, MemberField::Contribution) => number(Kind::Money),
        Field::Pick(_) => number(Kind::Points { max: number::MOST_POINTS }),
        Field::Expert(at) => {
            let max = policy.items.get(at).map_or(0, |item| item.max.hundredths() / 100);
            number(Kind::Points { max: max as u32 })
        }
        Field::LinePoints(_) => number(Kind::Points { max: (policy.total.hundredths() / 100) as u32 }),
        _ => Ok(Parsed::Text),
    }
}

fn parse_period(draft: &Draft, field: Field, typed: &str) -> Result<Parsed, ValueFault> {
    let date = optional_date(typed)?.ok_or(ValueFault::Required)?;
    let (from, to) = match field {
        Field::PeriodFrom => (Some(date), draft.period.to.value),
        _ => (draft.period.from.value, Some(date)),
    };
    if from > to && to.is_some() { Err(ValueFault::PeriodBackwards) } else { Ok(Parsed::Date(Some(date))) }
}

fn optional_date(typed: &str) -> Result<Option<Date>, ValueFault> {
    if typed.trim().is_empty() { Ok(None) } else { date::parse(typed.trim()).map(Some) }
}

fn parse_fact(policy: &Policy, draft: &Draft, at: usize, typed: &str) -> Result<Option<FactValue>, ValueFault> {
    let Some(fact) = policy.facts.get(at) else { return Ok(None) };
    match &fact.kind {
        FactKind::Percent => Ok(number::parse(typed, Kind::Percent)?.map(FactValue::Number)),
        FactKind::Count { min, .. } => {
            let Some(number) = number::parse(typed, Kind::Count { min: *min })? else { return Ok(None) };
            part_and_whole(policy, draft, at, number)?;
            Ok(Some(FactValue::Number(number)))
        }
        FactKind::YesNo | FactKind::Choice(_) if typed.is_empty() => Ok(None),
        FactKind::YesNo | FactKind::Choice(_) => match option_position(&fact.kind, typed) {
            Some(position) => Ok(Some(FactValue::Option(position))),
            None => Err(ValueFault::NotAnOption(typed.to_owned())),
        },
    }
}

/// A part can't exceed its whole, whichever of the two is being entered.
pub fn part_and_whole(policy: &Policy, draft: &Draft, at: usize, number: Decimal) -> Result<(), ValueFault> {
    for (part, fact) in policy.facts.iter().enumerate() {
        let FactKind::Count { at_most: Some(whole), .. } = &fact.kind else { continue };
        let whole_label = || policy.facts[*whole].label;
        if part == at
            && let Some(FactValue::Number(most)) = draft.fact(*whole)
            && number::millionths(number) > number::millionths(most)
        {
            let value = number::write(most);
            return Err(ValueFault::PartAboveWhole { part: fact.label, whole: whole_label(), value });
        }
        if *whole == at
            && let Some(FactValue::Number(least)) = draft.fact(part)
            && number::millionths(number) < number::millionths(least)
        {
            let value = number::write(least);
            return Err(ValueFault::WholeBelowPart { whole: whole_label(), part: fact.label, value });
        }
    }
    Ok(())
}

/// The position of an option by its id; yes or no are `true` and `false`.
pub fn option_position(kind: &FactKind, id: &str) -> Option<u8> {
    let position = match kind {
        FactKind::YesNo => ["false", "true"].iter().position(|one| *one == id),
        FactKind::Choice(options) => options.iter().position(|option| option.id == id),
        FactKind::Percent | FactKind::Count { .. } => None,
    };
    position.map(|position| position as u8)
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

fn enter_evidence(
    draft: &mut Draft,
    at: usize,
    part: EvidenceField,
    typed: &str,
    parsed: Result<Parsed, ValueFault>,
) {
    let Some(entry) = draft.evidence.get_mut(at) else { return };
    match part {
        EvidenceField::Title => entry.title = typed.to_owned(),
        EvidenceField::Number => entry.number = typed.to_owned(),
        EvidenceField::On => settle(&mut entry.on, typed, parsed.map(Parsed::date), written_date),
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
        MemberField::Shareholder => member.shareholder = flag(typed).unwrap_or(member.shareholder),
        MemberField::Lead => member.lead = flag(typed).unwrap_or(member.lead),
        MemberField::Contribution => {}
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
        _ => None,
    }
}

fn shown_number(entered: &Entered<Decimal>) -> String {
    entered.text.clone().or(entered.value.map(number::write)).unwrap_or_default()
}

fn shown_date(entered: &Entered<Date>) -> String {
    entered.text.clone().or(entered.value.map(written_date)).unwrap_or_default()
}

fn shown_fact(policy: &Policy, at: usize, entered: &Entered<FactValue>) -> String {
    entered.text.clone().or(entered.value.map(|value| written_fact(policy, at, value))).unwrap_or_default()
}

/// How a fact's value is written in a control: a number, or the id of an option.
pub fn written_fact(policy: &Policy, at: usize, value: FactValue) -> String {
    match (value, policy.facts.get(at).map(|fact| &fact.kind)) {
        (FactValue::Number(number), _) => number::write(number),
        (FactValue::Option(position), Some(FactKind::Choice(options))) => {
            options.get(usize::from(position)).map(|option| option.id.to_owned()).unwrap_or_default()
        }
        (FactValue::Option(position), _) => yes_no(position == 1),
    }
}

fn written_date(date: Date) -> String {
    date.to_string()
}

fn flag(typed: &str) -> Option<bool> {
    typed.parse().ok()
}

fn yes_no(yes: bool) -> String {
    if yes { "true" } else { "false" }.to_owned()
}
