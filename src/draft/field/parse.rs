//! What a text in a field stands for, or what is wrong with it.

use rust_decimal::Decimal;

use super::{EvidenceField, Field, MeasureField, MemberField};
use crate::draft::days::{self, DayList, Days};
use crate::draft::number::{self, Kind};
use crate::draft::panel::{self, ASPECTS, WHOLE};
use crate::draft::{Date, Draft, FactValue, ValueFault, date, typed};
use crate::policy::{FactKind, Policy};

/// The value that a text stands for; `None` inside when the text is blank.
pub enum Parsed {
    Number(Option<Decimal>),
    Date(Option<Date>),
    Fact(Option<FactValue>),
    Days(Option<Days>),
    /// The weights of all aspects, which change together.
    Weights([Decimal; ASPECTS]),
    Text,
}

impl Parsed {
    pub fn number(self) -> Option<Decimal> {
        if let Parsed::Number(number) = self { number } else { None }
    }

    pub fn date(self) -> Option<Date> {
        if let Parsed::Date(date) = self { date } else { None }
    }

    pub fn fact(self) -> Option<FactValue> {
        if let Parsed::Fact(fact) = self { fact } else { None }
    }

    pub fn days(self) -> Option<Days> {
        if let Parsed::Days(days) = self { days } else { None }
    }
}

pub fn parse(policy: &Policy, draft: &Draft, field: Field, typed: &str) -> Result<Parsed, ValueFault> {
    let number = || kind(policy, field).map_or(Ok(None), |kind| typed::parse(typed, kind));
    match field {
        Field::PeriodFrom | Field::PeriodTo => period(draft, field, typed),
        Field::Evidence(_, EvidenceField::On) | Field::ReportedOn(_) => optional_date(typed).map(Parsed::Date),
        Field::Fact(at) => fact(policy, draft, at, typed).map(Parsed::Fact),
        Field::Weight(aspect) => draft.panel.weights_with(aspect, typed).map(Parsed::Weights),
        Field::Score(_, aspect) => number()?
            .map(|points| panel::within_weight(&draft.panel, aspect, points))
            .transpose()
            .map(Parsed::Number),
        Field::Days(list) => parse_days(draft, list, typed).map(Parsed::Days),
        _ if kind(policy, field).is_some() => number().map(Parsed::Number),
        _ => Ok(Parsed::Text),
    }
}

/// Whether something can be wrong with what is typed into a field; with words nothing can.
pub fn is_checked(policy: &Policy, field: Field) -> bool {
    let is_date = matches!(
        field,
        Field::PeriodFrom | Field::PeriodTo | Field::Evidence(_, EvidenceField::On) | Field::ReportedOn(_)
    );
    is_date || matches!(field, Field::Fact(_) | Field::Days(_)) || kind(policy, field).is_some()
}

/// The kind of number that a field holds, where it holds one.
pub fn kind(policy: &Policy, field: Field) -> Option<Kind> {
    match field {
        Field::Fact(at) => match &policy.facts.get(at)?.kind {
            FactKind::Percent => Some(Kind::Percent),
            FactKind::Money => Some(Kind::Money),
            FactKind::Count { min, unit, .. } => Some(Kind::Count { min: *min, unit }),
            FactKind::Date | FactKind::YesNo | FactKind::Choice(_) => None,
        },
        Field::Year(_) | Field::PlanYear(_) => Some(Kind::Year),
        Field::Finance(..)
        | Field::Member(_, MemberField::Contribution)
        | Field::Measure(_, MeasureField::Cost) => Some(Kind::Money),
        Field::Measure(_, MeasureField::Days) => Some(number::DAYS),
        Field::Pick(_) => Some(Kind::Points { max: number::MOST_POINTS }),
        Field::Expert(at) => {
            let max = policy.items.get(at).map_or(0, |item| item.max.hundredths() / 100);
            Some(Kind::Points { max: max as u32 })
        }
        Field::LinePoints(_) => Some(Kind::Points { max: (policy.total.hundredths() / 100) as u32 }),
        Field::Weight(_) | Field::Score(..) => Some(Kind::Points { max: WHOLE }),
        _ => None,
    }
}

fn period(draft: &Draft, field: Field, typed: &str) -> Result<Parsed, ValueFault> {
    let date = optional_date(typed)?.ok_or(ValueFault::Required)?;
    let (from, to) = match field {
        Field::PeriodFrom => (Some(date), draft.period.to.value),
        _ => (draft.period.from.value, Some(date)),
    };
    if from > to && to.is_some() { Err(ValueFault::PeriodBackwards) } else { Ok(Parsed::Date(Some(date))) }
}

fn optional_date(typed: &str) -> Result<Option<Date>, ValueFault> {
    if typed.trim().is_empty() { Ok(None) } else { date::parse_typed(typed).map(Some) }
}

fn parse_days(draft: &Draft, list: DayList, typed: &str) -> Result<Option<Days>, ValueFault> {
    let days = days::parse(typed)?;
    no_day_in_both(draft, list, &days)?;
    Ok((!days.is_empty()).then_some(days))
}

/// A day can't be both off and worked.
pub fn no_day_in_both(draft: &Draft, list: DayList, days: &[Date]) -> Result<(), ValueFault> {
    let others = draft.days(list.other()).value.as_deref().unwrap_or_default();
    match days.iter().find(|day| others.contains(day)) {
        Some(day) => Err(ValueFault::OffAndWorked(day.to_string())),
        None => Ok(()),
    }
}

fn fact(policy: &Policy, draft: &Draft, at: usize, typed: &str) -> Result<Option<FactValue>, ValueFault> {
    let Some(fact) = policy.facts.get(at) else { return Ok(None) };
    match &fact.kind {
        FactKind::Percent | FactKind::Money | FactKind::Count { .. } => {
            let number = kind(policy, Field::Fact(at)).map_or(Ok(None), |kind| typed::parse(typed, kind))?;
            number.map(|number| part_and_whole(policy, draft, at, number)).transpose()?;
            Ok(number.map(FactValue::Number))
        }
        FactKind::Date => Ok(optional_date(typed)?.map(FactValue::Day)),
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
        FactKind::Percent | FactKind::Count { .. } | FactKind::Money | FactKind::Date => None,
    };
    position.map(|position| position as u8)
}
