//! The addresses of a draft that a measure can change, and by which drafts are compared.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Shape, Value};
use crate::draft::field::{self, EvidenceField, Field, MemberField};
use crate::draft::number::{self, Kind};
use crate::draft::{Date, Discretion, Draft, Entered, EntryId, EntryList, FactValue, ListName};
use crate::policy::{EvidenceKind, FactKind, Figure, Level, MemberKind, Policy, Rank, Role};

/// One place of a draft, such as `facts.team.total_staff` or `members.m2.contribution`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Path {
    /// Position of a fact of the policy.
    Fact(usize),
    /// Position of a reading.
    Reading(usize),
    Discretion,
    /// Points that the centre claims for the item at this position.
    Pick(usize),
    PeriodFrom,
    PeriodTo,
    Complete(ListName),
    Member(EntryId, MemberField),
    Evidence(EntryId, EvidenceField),
    Finance(EntryId, FinanceField),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FinanceField {
    Year,
    Figure(Figure),
}

/// Why a place can't be given a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The entry is gone.
    Gone,
    /// The entry's category carries no such value.
    NotCarried,
}

const MEMBER_KEYS: [(&str, MemberField); 6] = [
    ("name", MemberField::Name),
    ("kind", MemberField::Kind),
    ("shareholder", MemberField::Shareholder),
    ("lead", MemberField::Lead),
    ("contribution", MemberField::Contribution),
    ("rank", MemberField::Rank),
];

const EVIDENCE_KEYS: [(&str, EvidenceField); 6] = [
    ("title", EvidenceField::Title),
    ("number", EvidenceField::Number),
    ("on", EvidenceField::On),
    ("kind", EvidenceField::Kind),
    ("level", EvidenceField::Level),
    ("role", EvidenceField::Role),
];

const FINANCE_KEYS: [(&str, FinanceField); 4] = [
    ("year", FinanceField::Year),
    ("cost", FinanceField::Figure(Figure::Cost)),
    ("rd", FinanceField::Figure(Figure::Rd)),
    ("revenue", FinanceField::Figure(Figure::Revenue)),
];

fn by_key<T: Copy>(keys: &[(&str, T)], key: &str) -> Option<T> {
    keys.iter().find(|(one, _)| *one == key).map(|(_, field)| *field)
}

fn key_of<T: PartialEq>(keys: &[(&'static str, T)], field: &T) -> &'static str {
    keys.iter().find(|(_, one)| one == field).map_or("", |(key, _)| key)
}

fn options<T: Copy>(all: &[T], id: fn(T) -> &'static str, label: fn(T) -> &'static str) -> Shape {
    Shape::Options(all.iter().map(|one| (id(*one), label(*one))).collect())
}

fn position<T: PartialEq>(all: &[T], one: &T) -> Value {
    all.iter().position(|other| other == one).map_or(Value::Blank, |at| Value::Option(at as u8))
}

impl Path {
    /// Every path of an entry, in the order of the file.
    pub fn of_entry(list: EntryList, id: &EntryId) -> Vec<Path> {
        match list {
            EntryList::Finance => FINANCE_KEYS.iter().map(|(_, key)| Path::Finance(id.clone(), *key)).collect(),
            EntryList::Members => MEMBER_KEYS.iter().map(|(_, key)| Path::Member(id.clone(), *key)).collect(),
            EntryList::Evidence => EVIDENCE_KEYS.iter().map(|(_, key)| Path::Evidence(id.clone(), *key)).collect(),
        }
    }

    /// Every path that is not of an entry, in the order of the file.
    pub fn of_draft(policy: &Policy) -> Vec<Path> {
        let facts = (0..policy.facts.len()).map(Path::Fact);
        let picks = (0..policy.items.len()).map(Path::Pick);
        let readings = (0..policy.readings.len()).map(Path::Reading);
        let lists = ListName::all().map(Path::Complete);
        let period = [Path::PeriodFrom, Path::PeriodTo].into_iter();
        period.chain(facts).chain(lists).chain(picks).chain(readings).chain([Path::Discretion]).collect()
    }

    /// Reads a path; an id may hold points, a key does not.
    pub fn parse(policy: &Policy, text: &str) -> Option<Path> {
        let (front, rest) = text.split_once('.').unwrap_or((text, ""));
        let entry =
            || rest.rsplit_once('.').filter(|(id, _)| !id.is_empty()).map(|(id, key)| (EntryId::new(id), key));
        match front {
            "facts" => policy.facts.iter().position(|fact| fact.id == rest).map(Path::Fact),
            "readings" => policy.readings.iter().position(|reading| reading.id == rest).map(Path::Reading),
            "self_awarded" => policy.items.iter().position(|item| item.id == rest).map(Path::Pick),
            "complete" => ListName::from_id(rest).map(Path::Complete),
            "members" => entry().and_then(|(id, key)| Some(Path::Member(id, by_key(&MEMBER_KEYS, key)?))),
            "evidence" => entry().and_then(|(id, key)| Some(Path::Evidence(id, by_key(&EVIDENCE_KEYS, key)?))),
            "finance" => entry().and_then(|(id, key)| Some(Path::Finance(id, by_key(&FINANCE_KEYS, key)?))),
            _ => match text {
                "discretion" => Some(Path::Discretion),
                "period.from" => Some(Path::PeriodFrom),
                "period.to" => Some(Path::PeriodTo),
                _ => None,
            },
        }
    }

    pub fn write(&self, policy: &Policy) -> String {
        match self {
            Path::Fact(at) => format!("facts.{}", policy.facts[*at].id),
            Path::Reading(at) => format!("readings.{}", policy.readings[*at].id),
            Path::Discretion => "discretion".to_owned(),
            Path::Pick(at) => format!("self_awarded.{}", policy.items[*at].id),
            Path::PeriodFrom => "period.from".to_owned(),
            Path::PeriodTo => "period.to".to_owned(),
            Path::Complete(list) => format!("complete.{}", list.id()),
            Path::Member(id, key) => format!("members.{id}.{}", key_of(&MEMBER_KEYS, key)),
            Path::Evidence(id, key) => format!("evidence.{id}.{}", key_of(&EVIDENCE_KEYS, key)),
            Path::Finance(id, key) => format!("finance.{id}.{}", key_of(&FINANCE_KEYS, key)),
        }
    }

    /// The entry that it belongs to.
    pub fn entry(&self) -> Option<(EntryList, &EntryId)> {
        match self {
            Path::Member(id, _) => Some((EntryList::Members, id)),
            Path::Evidence(id, _) => Some((EntryList::Evidence, id)),
            Path::Finance(id, _) => Some((EntryList::Finance, id)),
            _ => None,
        }
    }

    /// The path of what a field shows, where a measure can change it.
    pub fn of_field(draft: &Draft, field: Field) -> Option<Path> {
        match field {
            Field::Fact(at) => Some(Path::Fact(at)),
            Field::Pick(at) => Some(Path::Pick(at)),
            Field::PeriodFrom => Some(Path::PeriodFrom),
            Field::PeriodTo => Some(Path::PeriodTo),
            Field::Member(at, key) => Some(Path::Member(draft.members.get(at)?.id.clone(), key)),
            Field::Evidence(at, key) => Some(Path::Evidence(draft.evidence.get(at)?.id.clone(), key)),
            Field::Year(at) => Some(Path::Finance(draft.finance.get(at)?.id.clone(), FinanceField::Year)),
            Field::Finance(at, figure) => {
                Some(Path::Finance(draft.finance.get(at)?.id.clone(), FinanceField::Figure(figure)))
            }
            _ => None,
        }
    }

    pub fn shape(&self, policy: &Policy) -> Shape {
        match self {
            Path::Fact(at) => match &policy.facts[*at].kind {
                FactKind::YesNo => Shape::Flag,
                FactKind::Choice(all) => Shape::Options(all.iter().map(|one| (one.id, one.label)).collect()),
                FactKind::Date => Shape::Day,
                FactKind::Percent | FactKind::Count { .. } | FactKind::Money => {
                    Shape::Number(field::kind(policy, Field::Fact(*at)).unwrap_or(Kind::Percent))
                }
            },
            Path::Reading(at) => {
                Shape::Options(policy.readings[*at].choices.iter().map(|one| (one.id, one.label)).collect())
            }
            Path::Discretion => options(&Discretion::ALL, Discretion::id, Discretion::label),
            Path::Pick(_) => Shape::Number(Kind::Points { max: number::MOST_POINTS }),
            Path::PeriodFrom | Path::PeriodTo | Path::Evidence(_, EvidenceField::On) => Shape::Day,
            Path::Complete(_) | Path::Member(_, MemberField::Shareholder | MemberField::Lead) => Shape::Flag,
            Path::Member(_, MemberField::Name)
            | Path::Evidence(_, EvidenceField::Title | EvidenceField::Number) => Shape::Text,
            Path::Member(_, MemberField::Kind) => options(MemberKind::ALL, MemberKind::id, MemberKind::label),
            Path::Member(_, MemberField::Rank) => options(Rank::ALL, Rank::id, Rank::label),
            Path::Evidence(_, EvidenceField::Kind) => {
                options(EvidenceKind::ALL, EvidenceKind::id, EvidenceKind::label)
            }
            Path::Evidence(_, EvidenceField::Level) => options(Level::ALL, Level::id, Level::label),
            Path::Evidence(_, EvidenceField::Role) => options(Role::ALL, Role::id, Role::label),
            Path::Finance(_, FinanceField::Year) => Shape::Number(Kind::Year),
            Path::Member(_, MemberField::Contribution) | Path::Finance(..) => Shape::Number(Kind::Money),
        }
    }

    /// What `null` puts: blank, or the default where nothing can be blank. None where there is neither.
    pub fn blank(&self) -> Option<Value> {
        match self {
            Path::Fact(_)
            | Path::Pick(_)
            | Path::Member(_, MemberField::Contribution)
            | Path::Evidence(_, EvidenceField::On)
            // A row without a year is a row all the same.
            | Path::Finance(..) => Some(Value::Blank),
            Path::Reading(_) | Path::Discretion => Some(Value::Option(0)),
            Path::Member(_, MemberField::Shareholder | MemberField::Lead) => Some(Value::Flag(false)),
            Path::Member(_, MemberField::Rank) => Some(position(Rank::ALL, &Rank::None)),
            Path::Member(_, MemberField::Name)
            | Path::Evidence(_, EvidenceField::Title | EvidenceField::Number) => Some(Value::Text(String::new())),
            Path::PeriodFrom
            | Path::PeriodTo
            | Path::Complete(_)
            | Path::Member(_, MemberField::Kind)
            | Path::Evidence(_, EvidenceField::Kind | EvidenceField::Level | EvidenceField::Role) => None,
        }
    }

    /// What stands there; none where the entry is gone.
    pub fn value(&self, policy: &Policy, draft: &Draft) -> Option<Value> {
        let number = |entered: &Entered<Decimal>| entered.value.map_or(Value::Blank, Value::Number);
        let day = |entered: &Entered<Date>| entered.value.map_or(Value::Blank, Value::Day);
        Some(match self {
            Path::Fact(at) => match (draft.fact(*at), &policy.facts[*at].kind) {
                (None, _) => Value::Blank,
                (Some(FactValue::Number(number)), _) => Value::Number(number),
                (Some(FactValue::Day(day)), _) => Value::Day(day),
                (Some(FactValue::Option(at)), FactKind::YesNo) => Value::Flag(at == 1),
                (Some(FactValue::Option(at)), _) => Value::Option(at),
            },
            Path::Reading(at) => Value::Option(*draft.readings.get(*at)?),
            Path::Discretion => position(&Discretion::ALL, &draft.discretion),
            Path::Pick(at) => number(draft.self_awarded.get(*at)?),
            Path::PeriodFrom => day(&draft.period.from),
            Path::PeriodTo => day(&draft.period.to),
            Path::Complete(list) => Value::Flag(draft.complete.holds(*list)),
            Path::Member(id, key) => {
                let member = draft.members.with_id(id)?;
                match key {
                    MemberField::Name => Value::Text(member.name.clone()),
                    MemberField::Kind => position(MemberKind::ALL, &member.kind),
                    MemberField::Shareholder => Value::Flag(member.shareholder),
                    MemberField::Lead => Value::Flag(member.lead),
                    MemberField::Contribution => number(&member.contribution),
                    MemberField::Rank => position(Rank::ALL, &member.rank),
                }
            }
            Path::Evidence(id, key) => {
                let entry = draft.evidence.with_id(id)?;
                match key {
                    EvidenceField::Title => Value::Text(entry.title.clone()),
                    EvidenceField::Number => Value::Text(entry.number.clone()),
                    EvidenceField::On => day(&entry.on),
                    EvidenceField::Kind => {
                        entry.kind.map_or(Value::Blank, |one| position(EvidenceKind::ALL, &one))
                    }
                    EvidenceField::Level => entry.level.map_or(Value::Blank, |one| position(Level::ALL, &one)),
                    EvidenceField::Role => entry.role.map_or(Value::Blank, |one| position(Role::ALL, &one)),
                }
            }
            Path::Finance(id, key) => {
                let row = draft.finance.with_id(id)?;
                match key {
                    FinanceField::Year => number(&row.year),
                    FinanceField::Figure(figure) => number(row.figure(*figure)),
                }
            }
        })
    }

    /// Puts a value of the path's own shape there. A text that stood there in its stead goes.
    pub fn put(&self, policy: &Policy, draft: &mut Draft, value: &Value) -> Result<(), Obstacle> {
        let number = || Entered { value: value.number(), text: None };
        let day = || Entered { value: value.day(), text: None };
        match self {
            Path::Fact(at) => {
                let fact = match value {
                    Value::Number(number) => Some(FactValue::Number(*number)),
                    Value::Day(day) => Some(FactValue::Day(*day)),
                    Value::Flag(yes) => Some(FactValue::Option((*yes).into())),
                    Value::Option(at) => Some(FactValue::Option(*at)),
                    Value::Blank | Value::Text(_) => None,
                };
                if let Some(entered) = Arc::make_mut(&mut draft.facts).get_mut(*at) {
                    *entered = Entered { value: fact, text: None };
                }
            }
            Path::Reading(at) => {
                let known = policy.readings[*at].choices.len();
                if let (Some(chosen), Value::Option(choice)) =
                    (Arc::make_mut(&mut draft.readings).get_mut(*at), value)
                    && usize::from(*choice) < known
                {
                    *chosen = *choice;
                }
            }
            Path::Discretion => draft.discretion = value.one_of(&Discretion::ALL).unwrap_or(draft.discretion),
            Path::Pick(at) => {
                if let Some(pick) = Arc::make_mut(&mut draft.self_awarded).get_mut(*at) {
                    *pick = number();
                }
            }
            Path::PeriodFrom => draft.period.from = day(),
            Path::PeriodTo => draft.period.to = day(),
            Path::Complete(list) => draft.complete.set(*list, *value == Value::Flag(true)),
            Path::Member(id, key) => {
                let member = draft.members.with_id_mut(id).ok_or(Obstacle::Gone)?;
                match key {
                    MemberField::Name => member.name = value.text(),
                    MemberField::Kind => member.kind = value.one_of(MemberKind::ALL).unwrap_or(member.kind),
                    MemberField::Shareholder => member.shareholder = *value == Value::Flag(true),
                    MemberField::Lead => member.lead = *value == Value::Flag(true),
                    MemberField::Contribution => member.contribution = number(),
                    MemberField::Rank => member.rank = value.one_of(Rank::ALL).unwrap_or(member.rank),
                }
            }
            Path::Evidence(id, key) => {
                let entry = draft.evidence.with_id_mut(id).ok_or(Obstacle::Gone)?;
                let category = entry.category;
                match key {
                    EvidenceField::Title => entry.title = value.text(),
                    EvidenceField::Number => entry.number = value.text(),
                    EvidenceField::On => entry.on = day(),
                    EvidenceField::Kind => entry.kind = Some(carried(value, EvidenceKind::ALL, category.kinds())?),
                    EvidenceField::Level => entry.level = Some(carried(value, Level::ALL, category.levels())?),
                    EvidenceField::Role => entry.role = Some(carried(value, Role::ALL, category.roles())?),
                }
            }
            Path::Finance(id, key) => {
                let row = draft.finance.with_id_mut(id).ok_or(Obstacle::Gone)?;
                match key {
                    FinanceField::Year => row.year = number(),
                    FinanceField::Figure(figure) => *row.figure_mut(*figure) = number(),
                }
            }
        }
        Ok(())
    }
}

fn carried<T: Copy + PartialEq>(value: &Value, all: &[T], by_category: &[T]) -> Result<T, Obstacle> {
    value.one_of(all).filter(|one| by_category.contains(one)).ok_or(Obstacle::NotCarried)
}

impl Value {
    pub fn number(&self) -> Option<Decimal> {
        if let Value::Number(number) = self { Some(*number) } else { None }
    }

    pub fn day(&self) -> Option<Date> {
        if let Value::Day(day) = self { Some(*day) } else { None }
    }

    fn text(&self) -> String {
        if let Value::Text(text) = self { text.clone() } else { String::new() }
    }

    fn one_of<T: Copy>(&self, all: &[T]) -> Option<T> {
        if let Value::Option(at) = self { all.get(usize::from(*at)).copied() } else { None }
    }
}
