//! Writes a checked policy as a constant Rust expression, which `crate::rules` includes.

use super::model::*;
use super::pathway::*;
use super::vocabulary::*;
use super::{Bound, Condition, Fraction, Points};

/// A value that can be written as the expression that makes it.
pub trait Emit {
    fn emit(&self) -> String;
}

impl<T: Emit> Emit for &[T] {
    fn emit(&self) -> String {
        let parts: Vec<String> = self.iter().map(T::emit).collect();
        format!("&[{}]", parts.join(", "))
    }
}

impl<T: Emit> Emit for Option<T> {
    fn emit(&self) -> String {
        self.as_ref().map_or_else(|| "None".to_owned(), |value| format!("Some({})", value.emit()))
    }
}

impl<A: Emit, B: Emit> Emit for (A, B) {
    fn emit(&self) -> String {
        format!("({}, {})", self.0.emit(), self.1.emit())
    }
}

impl Emit for Fraction {
    fn emit(&self) -> String {
        format!("crate::policy::Fraction::new_raw({}, {})", self.numer(), self.denom())
    }
}

impl Emit for Points {
    fn emit(&self) -> String {
        format!("crate::policy::Points::from_hundredths({})", self.hundredths())
    }
}

/// What `{:?}` writes as Rust does.
macro_rules! literals {
    ($($type:ty),*) => {$(
        impl Emit for $type {
            fn emit(&self) -> String {
                format!("{self:?}")
            }
        }
    )*};
}

literals! { bool, u8, u32, usize, &str }

/// Enums that are nothing but names.
macro_rules! names {
    ($($type:ident),*) => {$(
        impl Emit for $type {
            fn emit(&self) -> String {
                format!("crate::policy::{}::{self:?}", stringify!($type))
            }
        }
    )*};
}

names! { NoteKind, Consequence, DateSort, Duty, Figure, Category, EvidenceKind, Level, Role, MemberKind, Rank }

/// Structs with their fields, and enums with each variant's: `Type = Variant { field } | Variant(part) | Variant`.
macro_rules! shapes {
    ($($type:ident =
        $($head:ident $(:: $variant:ident)? $({ $($field:ident),* })? $(( $($part:ident),* ))?)|+;
    )*) => {$(
        impl Emit for $type {
            fn emit(&self) -> String {
                match self {$(
                    $head $(:: $variant)? $({ $($field),* })? $(( $($part),* ))? => [
                        concat!("crate::policy::", stringify!($head) $(, "::", stringify!($variant))?).to_owned(),
                        $(" { ".to_owned(), $(format!("{}: {}, ", stringify!($field), $field.emit()),)* "}".to_owned(),)?
                        $("(".to_owned(), $(format!("{}, ", $part.emit()),)* ")".to_owned(),)?
                    ].concat(),
                )+}
            }
        }
    )*};
}

shapes! {
    Policy = Policy {
        id, title, document, total, facts, readings, groups, indicators, items, notes, dating, requirements
    };
    RequirementName = RequirementName { id, label, attested };
    Group = Group { name, indicators };
    Indicator = Indicator { name, group, weight, items };
    Item = Item {
        id, label, indicator, max, clause, quote, articles, readings, inputs, cases, settlements, notes
    };
    Says = Says { words, means };
    Settlement = Settlement { input, at, by };
    SettledBy = SettledBy::Reading(reading) | SettledBy::Words(words);
    Dating = Dating { category, day, help };
    Note = Note { about, text };
    Fact = Fact { id, label, help, kind };
    FactKind = FactKind::Percent
        | FactKind::Count { unit, min, at_most }
        | FactKind::YesNo
        | FactKind::Choice(options)
        | FactKind::Money
        | FactKind::Date;
    FactOption = FactOption { id, label };
    Reading = Reading { id, question, why, choices };
    ReadingChoice = ReadingChoice { id, label, reason };
    Input = Input { id, label, unit, measure, otherwise };
    Unit = Unit::Plain(word) | Unit::Share;
    Measure = Measure::Fact(fact)
        | Measure::FactRatio { part, whole }
        | Measure::TrueFacts(facts)
        | Measure::FinanceRatio { part, whole }
        | Measure::FinanceSum(of)
        | Measure::FinanceAverage(of)
        | Measure::Evidence { category, kinds, levels, roles }
        | Measure::MemberKinds(kinds)
        | Measure::Shareholders { ranks, kinds }
        | Measure::LargestShare;
    Case = Case { label, under, when, award, stated, says };
    Condition = Condition::Number { low, high } | Condition::Option(position);
    Bound = Bound { value, inclusive };
    Award = Award::Points(points)
        | Award::Band { low, high, proportional }
        | Award::Scale(scale)
        | Award::Tally { parts, cap };
    Scale = Scale { input, from, to };
    TallyPart = TallyPart { input, each, at_most };
    Pathway = Pathway { id, title, document, stages, requirements, dates, offers, orders, limits, events, consequences, duties, notes };
    Clause = Clause { place, quote };
    Stage = Stage { id, name, clause, lead, passed_by, sections };
    Section = Section { name, clause, requirements };
    Requirement = Requirement { id, label, clause, help, todo, proof, expected, cross_checks, tests };
    Test = Test::Is { fact, condition }
        | Test::AtLeast { fact, other }
        | Test::Within { fact, years, up_to }
        | Test::LongBefore { fact, years, before }
        | Test::InTime { fact, years, after, overtaken_by }
        | Test::PanelMean(condition);
    CrossCheck = CrossCheck::Facts(facts)
        | CrossCheck::Evidence(category)
        | CrossCheck::Members
        | CrossCheck::Contributions
        | CrossCheck::RdShare;
    Offer = Offer::Fact(fact) | Offer::Contributions;
    DateRule = DateRule { id, label, clauses, help, sort, late, settled_by, overtaken_by, rule };
    Rule = Rule::After { of, months }
        | Rule::Window { of, months, long }
        | Rule::CalendarMonth { of, months }
        | Rule::WorkingDays { of, days }
        | Rule::EachYear { of, evaluation, months, month, day, assessed_after };
    DutyText = DutyText { duty, clause, help };
    PathwayNote = PathwayNote { about, kind, text };
}
