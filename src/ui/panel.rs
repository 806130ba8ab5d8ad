//! An open row: its inputs, its clause, and the reason for its figures.

use leptos::prelude::*;

use super::desk::{Desk, use_desk, memo};
use super::{inputs, judgement, readings};
use crate::policy::{Item, NoteKind};
use crate::scoring::reasons::{Line, LineKind};
use crate::scoring::{self, explain};

/// Everything of one item.
pub fn panel(at: usize) -> AnyView {
    let desk = use_desk();
    let item = &desk.policy.items[at];
    view! {
        <div class="panel">
            {clause(item)}
            {inputs::inputs(item)}
            {item.reading.map(|reading| readings::reading(desk, reading))}
            {reasons(desk, at)}
            <div class="own">
                {judgement::pick(at, false)}
                {judgement::expert(at, false)}
                {judgement::note(at)}
            </div>
        </div>
    }
    .into_any()
}

fn clause(item: &Item) -> AnyView {
    let notes: Vec<_> = item
        .notes
        .iter()
        .map(|note| {
            let mark = if note.about == NoteKind::Remark { "说明" } else { "条文没有写明" };
            view! { <li><span class="mark">{mark}</span>{note.text.clone()}</li> }
        })
        .collect();
    view! {
        <details class="clause">
            <summary>{format!("条文原文：{}", item.clause)}</summary>
            <blockquote>
                <p>{item.quote.clone()}</p>
                <footer>{format!("——豫工信联科〔2019〕194号 {}；另见{}", item.clause, item.articles)}</footer>
            </blockquote>
        </details>
        {(!notes.is_empty()).then(|| view! { <ul class="notes">{notes}</ul> })}
    }
    .into_any()
}

fn reasons(desk: Desk, at: usize) -> AnyView {
    let lines = memo(move || {
        let (draft, assessment) = (desk.draft(), desk.assessment());
        let score = &assessment.items[at];
        scoring::reasons(desk.policy, &draft, at, score, &explain(desk.policy, &draft, at, score))
    });
    view! {
        <section class="reasons" aria-label="得分理由">
            <h4>"得分理由"</h4>
            {move || lines.get().into_iter().map(line).collect::<Vec<_>>()}
        </section>
    }
    .into_any()
}

fn line(line: Line) -> AnyView {
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
    let mark = (!line.mark.is_empty()).then(|| view! { <span class="mark">{line.mark}</span> }.into_any());
    view! { <p class=class>{mark}{line.text}</p> }.into_any()
}
