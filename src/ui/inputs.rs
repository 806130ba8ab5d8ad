//! The inputs of an item: the facts and tables that its cases are measured from.

use leptos::prelude::*;

use super::controls::{self, Entry};
use super::desk::{Desk, use_desk};
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
    for input in &item.inputs {
        let found = match &input.measure {
            Measure::Fact(fact) => vec![Source::Fact(*fact)],
            Measure::FactRatio { part, whole } => vec![Source::Fact(*part), Source::Fact(*whole)],
            Measure::TrueFacts(facts) => facts.iter().map(|fact| Source::Fact(*fact)).collect(),
            Measure::FinanceRatio { .. } | Measure::FinanceSum(_) | Measure::FinanceAverage(_) => {
                vec![Source::Finance]
            }
            Measure::Evidence { category, .. } => vec![Source::Evidence(*category)],
            Measure::MemberKinds(_) | Measure::Shareholders { .. } | Measure::LargestShare => vec![Source::Members],
        };
        for source in found {
            if !all.contains(&source) {
                all.push(source);
            }
        }
    }
    all
}

/// The controls of an item.
pub fn inputs(item: &Item) -> AnyView {
    let desk = use_desk();
    let all: Vec<_> = sources(item).into_iter().map(|source| self::source(desk, source)).collect();
    view! { <div class="inputs">{all}</div> }.into_any()
}

fn source(desk: Desk, source: Source) -> AnyView {
    match source {
        Source::Fact(at) => fact(desk, at),
        Source::Finance => shared("财务数据", &Route::Finance, finance::finance()),
        Source::Members => shared("成员与股权", &Route::Members, members::members()),
        Source::Evidence(category) => shared(category.label(), &Route::Evidence, evidence::evidence(category)),
    }
}

/// The control of one fact.
pub fn fact(desk: Desk, at: usize) -> AnyView {
    let Some(fact) = desk.policy.facts.get(at) else { return ().into_any() };
    let field = Field::Fact(at);
    match &fact.kind {
        FactKind::Percent | FactKind::Count { .. } => {
            let unit = match &fact.kind {
                FactKind::Count { unit, .. } => unit,
                _ => "%",
            };
            let help = fact.help.clone();
            view! {
                <div class="fact">
                    {controls::entry(Signal::stored(field), &fact.label, Entry::Number, unit, false)}
                    {(!help.is_empty()).then(|| view! { <p class="help">{help}</p> })}
                </div>
            }
            .into_any()
        }
        FactKind::YesNo => {
            let options = vec![("true".to_owned(), "是".to_owned()), ("false".to_owned(), "否".to_owned())];
            controls::choice(field, &fact.label, &fact.help, options)
        }
        FactKind::Choice(options) => {
            let options = options.iter().rev().map(|option| (option.id.clone(), option.label.clone())).collect();
            controls::choice(field, &fact.label, &fact.help, options)
        }
    }
}

fn shared(title: &'static str, place: &Route, table: AnyView) -> AnyView {
    view! {
        <div class="shared">
            <p class="shared-title">
                <strong>{title}</strong>
                <a href=place.hash()>"在单独的页面里编辑"</a>
            </p>
            {table}
        </div>
    }
    .into_any()
}
