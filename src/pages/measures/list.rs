//! 举措: each with what it costs, what it changes, and what it adds alone and on top of those that are chosen.

use leptos::prelude::*;

use super::plans::Chosen;
use crate::components::{Cell, CellKind, Grid, TickBox, dom, following};
use crate::desk::{scenario_name, use_desk};
use crate::draft::field::MeasureField;
use crate::draft::{Certainty, Change, Field, Measure};
use crate::scenario::{Effect, Refusal, words};
use crate::session::{Command, Rows};

#[component]
pub fn MeasureList() -> impl IntoView {
    let desk = use_desk();
    let positions = Memo::new(move |_| desk.main_draft().measures.keys().zip(0..).collect());
    let none = move || {
        if desk.main_draft().measures.is_empty() {
            "还没有举措。从上面的表单、试算或提分清单都可以添加。"
        } else {
            ""
        }
    };
    view! {
        <p class="help" prop:textContent=none></p>
        <Grid class="entries measures" rows=Rows::Measures word="举措" positions cells />
    }
}

fn cells(position: Signal<usize>) -> AnyView {
    let certainties = Certainty::ALL.map(|one| (one.id(), one.label())).to_vec();
    let field = |part: MeasureField| move |at: usize| Field::Measure(at, part);
    view! {
        <Use position />
        <Cell position label="举措" kind=CellKind::Words field=field(MeasureField::Name) />
        <Cell position label="费用" kind=CellKind::Number("万元") field=field(MeasureField::Cost) />
        <Cell position label="天数" kind=CellKind::Number("天") field=field(MeasureField::Days) />
        <Cell position label="把握" kind=CellKind::Select(certainties) field=field(MeasureField::Certainty) />
        <Cell position label="负责" kind=CellKind::Words field=field(MeasureField::Owner) />
        <Cell position label="说明" kind=CellKind::Words field=field(MeasureField::Note) />
        <Facts position />
    }
    .into_any()
}

/// Whether the open scenario holds it; where there is none yet, the first tick begins one.
#[component]
fn Use(position: Signal<usize>) -> impl IntoView {
    let desk = use_desk();
    let chosen = expect_context::<Chosen>();
    let yes = Memo::new(move |_| {
        let main = desk.main_draft();
        let measure = main.measures.get(position.get());
        let scenario = chosen.scenario(&main);
        measure.zip(scenario).is_some_and(|(measure, scenario)| scenario.measures.contains(&measure.id))
    });
    let set = move |yes: bool| {
        let main = desk.main_untracked();
        let Some(measure) = main.measures.get(position.get_untracked()) else { return };
        match chosen.at.get_untracked() {
            Some(at) => desk.dispatch(Command::Choose(at, measure.id.clone(), yes)),
            None => desk.add_scenario(vec![measure.id.clone()], String::new()),
        }
    };
    view! { <div class="cell tick-cell"><TickBox label="选用" yes=yes set=set /></div> }
}

/// What a measure adds, and what it changes.
#[component]
fn Facts(position: Signal<usize>) -> impl IntoView {
    let desk = use_desk();
    let chosen = expect_context::<Chosen>();
    let effect = Memo::new(move |_| chosen.effects.with(|all| all.get(position.get()).cloned()));
    let said = |effect: Result<Effect, Refusal>| match effect {
        Ok(effect) => effect.gains(),
        Err(refused) => refused.message().to_owned(),
    };
    let alone = move || effect.get().map_or_else(String::new, |effect| format!("单独做：{}", said(effect.alone)));
    let on_top = move || {
        let scenario = chosen.scenario(&desk.main_draft());
        let name = scenario.map_or_else(|| "方案".to_owned(), |one| format!("“{}”", scenario_name(&one)));
        effect
            .get()
            .map_or_else(String::new, |effect| format!("叠加在{name}的其他举措上：{}", said(effect.on_top)))
    };
    let is_refused = move || effect.with(|effect| effect.as_ref().is_some_and(|one| one.on_top.is_err()));
    let measure = Memo::new(move |_| desk.main_draft().measures.get(position.get()).cloned());
    let changes = Memo::new(move |_| measure.get().map(|measure| measure.changes));
    let lines = move || {
        let all = changes.get().unwrap_or_default();
        (0..all.len()).map(|at| view! { <ChangeLine position at change=all[at].clone() /> }).collect::<Vec<_>>()
    };
    let rework = move |_| {
        if let Some(Measure { id, name, .. }) = measure.get_untracked() {
            desk.try_measures(std::slice::from_ref(&id), name, Some(id.clone()));
        }
    };
    let duplicate = move |event: web_sys::MouseEvent| {
        dom::once(&event, || desk.dispatch(Command::DuplicateMeasure(position.get_untracked())));
    };
    view! {
        <div class="measure-facts">
            <p class="gains">
                <span prop:textContent=alone></span>
                <span class:fault=is_refused prop:textContent=on_top></span>
            </p>
            <ul class="change-list">{following(lines)}</ul>
            <p class="measure-tools">
                <button type="button" on:click=rework title="放进试算，在各页里改，再存回来">
                    "在试算里改"
                </button>
                <button type="button" on:click=duplicate>
                    "复制"
                </button>
            </p>
        </div>
    }
}

#[component]
fn ChangeLine(position: Signal<usize>, at: usize, change: Change) -> impl IntoView {
    let desk = use_desk();
    let words = Memo::new(move |_| words::change(desk.policy, &desk.main_draft(), &change));
    let drop = move |event: web_sys::MouseEvent| {
        dom::once(&event, || desk.dispatch(Command::DropChange(position.get_untracked(), at)));
    };
    view! {
        <li>
            <span prop:textContent=words></span>
            <button
                type="button"
                class="icon"
                title="去掉这一处改动"
                aria-label=move || format!("去掉这一处改动：{}", words.get())
                on:click=drop
            >
                "✕"
            </button>
        </li>
    }
}
