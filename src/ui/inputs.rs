//! The inputs of an item: the facts and tables that its cases are measured from.

use crate::ui::leptos::*;

use super::controls::{self, Entry};
use super::desk::{Desk, use_desk};
use super::dom::{El, el, of};
use super::route::Route;
use super::{evidence, finance, members};
use crate::draft::Field;
use crate::policy::{Category, FactKind, Item, Measure};

/// What an item is filled in with, each thing once.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Fact(usize),
    Finance,
    Members,
    Evidence(Category),
}

/// The sources of an item, in the order of its inputs.
pub fn sources(item: &Item) -> Vec<Source> {
    let mut all: Vec<Source> = Vec::new();
    let mut add = |source| {
        if !all.contains(&source) {
            all.push(source);
        }
    };
    for input in item.inputs {
        match &input.measure {
            Measure::Fact(fact) => add(Source::Fact(*fact)),
            Measure::FactRatio { part, whole } => {
                add(Source::Fact(*part));
                add(Source::Fact(*whole));
            }
            Measure::TrueFacts(facts) => facts.iter().for_each(|fact| add(Source::Fact(*fact))),
            Measure::FinanceRatio { .. } | Measure::FinanceSum(_) | Measure::FinanceAverage(_) => {
                add(Source::Finance)
            }
            Measure::Evidence { category, .. } => add(Source::Evidence(*category)),
            Measure::MemberKinds(_) | Measure::Shareholders { .. } | Measure::LargestShare => add(Source::Members),
        }
    }
    all
}

/// The controls of an item.
pub fn inputs(item: &Item) -> El {
    let desk = use_desk();
    let all: Vec<El> = sources(item).into_iter().map(|source| self::source(desk, source)).collect();
    of("div", "inputs").child(all)
}

fn source(desk: Desk, source: Source) -> El {
    if let Source::Fact(at) = source {
        return fact(desk, at);
    }
    let (title, place, table) = shared(source);
    let link = el("a").attr("href", place.hash()).child("在单独的页面里编辑");
    of("div", "shared").child(of("p", "shared-title").child(el("strong").child(title)).child(link)).child(table)
}

/// A table that several items share: its title, its own page, and itself.
pub fn shared(source: Source) -> (&'static str, Route, El) {
    match source {
        Source::Finance => ("财务数据", Route::Finance, finance::finance()),
        Source::Evidence(category) => (category.label(), Route::Evidence, evidence::evidence(category)),
        Source::Members | Source::Fact(_) => ("成员与股权", Route::Members, members::members()),
    }
}

/// The control of one fact.
pub fn fact(desk: Desk, at: usize) -> El {
    let fact = &desk.policy.facts[at];
    let field = Field::Fact(at);
    let entry = |entry, unit| typed(field, fact.label, entry, unit, fact.help);
    let options = match &fact.kind {
        FactKind::Percent => return entry(Entry::Number, "%"),
        FactKind::Count { unit, .. } => return entry(Entry::Number, unit),
        FactKind::Money => return entry(Entry::Number, "万元"),
        FactKind::Date => return entry(Entry::Date, ""),
        FactKind::YesNo => vec![("true", "是"), ("false", "否")],
        // The best first, as the table does.
        FactKind::Choice(options) => options.iter().rev().map(|option| (option.id, option.label)).collect(),
    };
    controls::choice(Signal::stored(field), fact.label, fact.help, options, "未填")
}

fn typed(field: Field, label: &str, entry: Entry, unit: &str, help: &str) -> El {
    of("div", "fact")
        .child(controls::entry(Signal::stored(field), label, entry, unit, false))
        .child((!help.is_empty()).then(|| of("p", "help").child(help)))
}
