//! What an item is filled in with: facts, and tables that several items share.

use leptos::prelude::*;

use super::choice::Choice;
use super::field::FieldEntry;
use super::tables::{EvidenceTable, FinanceTable, MembersTable};
use super::typing::TextKind;
use crate::desk::{Route, use_desk};
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

impl Source {
    /// The sources of an item, in the order of its inputs.
    pub fn all_of(item: &Item) -> Vec<Source> {
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
                Measure::MemberKinds(_) | Measure::Shareholders { .. } | Measure::LargestShare => {
                    add(Source::Members)
                }
            }
        }
        all
    }

    /// The title of a table, and its own page; a fact has neither.
    pub fn table(self) -> Option<(&'static str, Route)> {
        match self {
            Source::Fact(_) => None,
            Source::Finance => Some(("财务数据", Route::Finance)),
            Source::Members => Some(("成员与股权", Route::Members)),
            Source::Evidence(category) => Some((category.label(), Route::Evidence)),
        }
    }
}

/// The control of a fact, or a table.
#[component]
pub fn SourceEntry(source: Source) -> impl IntoView {
    match source {
        Source::Fact(at) => view! { <FactEntry at /> }.into_any(),
        Source::Finance => view! { <FinanceTable /> }.into_any(),
        Source::Members => view! { <MembersTable /> }.into_any(),
        Source::Evidence(category) => view! { <EvidenceTable category /> }.into_any(),
    }
}

/// The control of one fact.
#[component]
pub fn FactEntry(
    /// The fact's position.
    at: usize,
    /// What is to be said of its value.
    #[prop(optional, into)]
    warning: Signal<String>,
) -> impl IntoView {
    let fact = &use_desk().policy.facts[at];
    let entry = |kind, unit: &'static str| {
        view! {
            <div class="fact">
                <FieldEntry field=Field::Fact(at) label=fact.label kind unit warning />
                {(!fact.help.is_empty()).then(|| view! { <p class="help">{fact.help}</p> })}
            </div>
        }
        .into_any()
    };
    let options = match &fact.kind {
        FactKind::Percent => return entry(TextKind::Number, "%"),
        FactKind::Count { unit, .. } => return entry(TextKind::Number, unit),
        FactKind::Money => return entry(TextKind::Number, "万元"),
        FactKind::Date => return entry(TextKind::Date, ""),
        FactKind::YesNo => vec![("true", "是"), ("false", "否")],
        // The best first, as the table does.
        FactKind::Choice(options) => options.iter().rev().map(|option| (option.id, option.label)).collect(),
    };
    view! { <Choice field=Field::Fact(at) legend=fact.label help=fact.help options nothing="未填" /> }.into_any()
}
