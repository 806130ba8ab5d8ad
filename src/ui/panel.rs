//! An open row: its inputs, its clause, and the reason for its figures.

use leptos::prelude::*;

use super::desk::{Desk, use_desk};
use super::{inputs, judgement, readings};
use crate::policy::{Item, NoteKind};
use crate::scoring::explain::Explanation;
use crate::scoring::{ItemScore, explain, words};

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
    let score = Memo::new(move |_| desk.assessment.with(|assessment| assessment.items[at].clone()));
    let explanation = Memo::new(move |_| {
        score.with(|score| desk.draft.with(|draft| explain(desk.policy, draft, at, score)))
    });
    view! {
        <section class="reasons" aria-label="得分理由">
            <h4>"得分理由"</h4>
            {move || score.with(|score| explanation.with(|explanation| sentences(desk, at, score, explanation)))}
        </section>
    }
    .into_any()
}

fn sentences(desk: Desk, at: usize, score: &ItemScore, explanation: &Explanation) -> AnyView {
    let item = &desk.policy.items[at];
    let figures = score.figures;
    view! {
        <p class="figures-words">
            {format!("保底 {}，自评 {}，上限 {}（满分 {:#}）。", figures.floor, figures.declared, figures.ceiling, item.max)}
        </p>
        {facts_used(desk, item, explanation)}
        {cases(item, score)}
        {missing(desk, explanation)}
        {left_out(desk, explanation)}
        {changes(desk, item, explanation)}
    }
    .into_any()
}

fn facts_used(desk: Desk, item: &Item, explanation: &Explanation) -> AnyView {
    let rows: Vec<_> = item
        .inputs
        .iter()
        .zip(&explanation.inputs)
        .map(|(input, possible)| {
            view! { <div><dt>{input.label.clone()}</dt><dd>{words::known(desk.policy, input, possible)}</dd></div> }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <dl class="used">{rows}</dl> }).into_any()
}

fn cases(item: &Item, score: &ItemScore) -> AnyView {
    let only = score.standing.only();
    let all: Vec<_> = item
        .cases
        .iter()
        .enumerate()
        .filter(|(position, _)| score.standing.holds(*position) || score.open.holds(*position))
        .map(|(position, case)| {
            let (mark, class) = match (only, score.standing.holds(position)) {
                (Some(_), true) => ("符合", "met"),
                (None, true) => ("可能", "maybe"),
                _ => ("补充后可能", "yet"),
            };
            view! { <li class=class><span class="mark">{mark}</span>{case.label.clone()}"："{words::award(&case.award)}</li> }
        })
        .collect();
    view! { <ul class="cases">{all}</ul> }.into_any()
}

fn missing(desk: Desk, explanation: &Explanation) -> AnyView {
    let all: Vec<String> = explanation.missing.iter().map(|one| words::missing(desk.policy, one)).collect();
    (!all.is_empty()).then(|| view! { <p class="missing">{format!("还缺：{}。", all.join("；"))}</p> }).into_any()
}

fn left_out(desk: Desk, explanation: &Explanation) -> AnyView {
    const MOST: usize = 5;
    let title = |position: usize| {
        let title = desk.draft.with(|draft| draft.evidence.get(position).map(|entry| entry.title.clone()));
        title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| "（未填名称）".to_owned())
    };
    let all: Vec<_> = explanation
        .left_out
        .iter()
        .take(MOST)
        .map(|one| view! { <li>{format!("{}：{}。", title(one.position), words::left_out(one.why))}</li> })
        .collect();
    let more = explanation.left_out.len().saturating_sub(MOST);
    (!all.is_empty())
        .then(|| {
            view! {
                <div class="left-out">
                    <p>"没有计入自评的材料："</p>
                    <ul>{all}{(more > 0).then(|| view! { <li>{format!("另有 {more} 条。")}</li> })}</ul>
                </div>
            }
        })
        .into_any()
}

fn changes(desk: Desk, item: &Item, explanation: &Explanation) -> AnyView {
    let next = explanation.next.as_ref().map(|step| words::next_step(desk.policy, item, step));
    let cliffs: Vec<_> = explanation.cliffs.iter().map(|cliff| view! { <li>{words::cliff(item, cliff)}</li> }).collect();
    view! {
        {next.map(|sentence| view! { <p class="next"><span class="mark">"下一步"</span>{sentence}</p> })}
        {explanation.exhausted.then(|| view! { <p class="next">"本项已经得满分，再多也不加分。"</p> })}
        {(!cliffs.is_empty())
            .then(|| view! { <div class="cliffs"><p>"留意界限："</p><ul>{cliffs}</ul></div> })}
    }
    .into_any()
}
