//! An open row: its inputs, its clause, and the reason for its figures.

use leptos::prelude::*;

use crate::components::{
    ExpertEntry, FieldEntry, Note, PickEntry, Quote, ReadingSwitch, Source, SourceEntry, TextKind, following,
};
use crate::desk::use_desk;
use crate::draft::Field;
use crate::policy::Item;
use crate::scoring::reasons::{Line, LineKind};
use crate::scoring::{self, explain};

/// Everything of one item.
#[component]
pub fn Panel(at: usize) -> impl IntoView {
    let item = &use_desk().policy.items[at];
    let sources: Vec<_> =
        Source::all_of(item).into_iter().map(|source| view! { <PanelSource source /> }).collect();
    let readings: Vec<_> = item.readings.iter().map(|at| view! { <ReadingSwitch at=*at /> }).collect();
    view! {
        <div class="panel">
            <Clause item />
            <div class="inputs">{sources}</div>
            {readings}
            <Reasons at />
            <div class="own">
                <PickEntry at />
                <ExpertEntry at />
                <FieldEntry field=Field::Note(at) label="备注（本中心自己看的说明）" kind=TextKind::LongWords />
            </div>
        </div>
    }
}

/// A fact, or a table with a link to its own page.
#[component]
fn PanelSource(source: Source) -> impl IntoView {
    match source.table() {
        None => view! { <SourceEntry source /> }.into_any(),
        Some((title, page)) => view! {
            <div class="shared">
                <p class="shared-title">
                    <strong prop:textContent=title></strong>
                    <a href=page.hash()>"在单独的页面里编辑"</a>
                </p>
                <SourceEntry source />
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Clause(item: &'static Item) -> impl IntoView {
    let articles = match item.articles {
        Some(articles) => format!("另见{articles}"),
        None => "正文没有对应的条款".to_owned(),
    };
    let place = format!("{}；{articles}", item.clause);
    let notes: Vec<_> = item.notes.iter().map(|note| view! { <Note kind=note.about text=note.text /> }).collect();
    view! {
        <details class="clause">
            <summary>{format!("条文原文：{}", item.clause)}</summary>
            <Quote quote=item.quote document=use_desk().policy.document place />
        </details>
        {(!notes.is_empty()).then(|| view! { <ul class="notes">{notes}</ul> })}
    }
}

#[component]
fn Reasons(at: usize) -> impl IntoView {
    let desk = use_desk();
    let lines = move || {
        let (draft, assessment) = (desk.draft(), desk.assessment());
        let score = &assessment.items[at];
        let lines = scoring::reasons(
            desk.policy,
            &draft,
            at,
            score,
            &explain(desk.policy, &draft, at, score),
            desk.today(),
        );
        lines.into_iter().map(|line| view! { <Reason line /> }).collect::<Vec<_>>()
    };
    view! {
        <div class="reasons">
            <h2>"得分理由"</h2>
            {following(lines)}
        </div>
    }
}

#[component]
fn Reason(line: Line) -> impl IntoView {
    let class = match line.kind {
        LineKind::Figures => "figures-words",
        LineKind::Used => "used",
        LineKind::Met => "met",
        LineKind::Possible => "possible-case",
        LineKind::Missing => "missing",
        LineKind::LeftOut => "left-out",
        LineKind::Next => "next-step",
        LineKind::Cliff => "cliff",
    };
    let mark = (!line.mark.is_empty()).then(|| view! { <span class="mark" prop:textContent=line.mark></span> });
    view! { <p class=class>{mark}" "<span prop:textContent=line.text></span></p> }
}
