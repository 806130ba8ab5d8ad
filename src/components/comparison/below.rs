//! What stands above and below the table of a comparison.

use std::sync::Arc;

use leptos::prelude::*;

use super::columns::{Column, Columns};
use crate::compare::{self, Row, Why};
use crate::components::following;
use crate::desk::{Desk, Origin, use_desk};
use crate::draft::{Difference, Draft};
use crate::scenario::words;

/// What has to be known before figures are compared: other readings, another period, sides without figures.
#[component]
pub fn Warnings(columns: Memo<Arc<Columns>>) -> impl IntoView {
    let lines = move || {
        let columns = columns.get();
        let drafts: Vec<&Draft> = columns.all.iter().map(|column| &*column.draft).collect();
        let mut all: Vec<String> = compare::caveats(&drafts).into_iter().map(str::to_owned).collect();
        all.extend(columns.refused.iter().map(|(name, why)| format!("“{name}”没有得分：{why}")));
        all.into_iter().map(|words| view! { <p class="warning" prop:textContent=words></p> }).collect::<Vec<_>>()
    };
    view! { <div class="warnings" role="status">{following(lines)}</div> }
}

/// Readings, stages, dates and cost of all columns.
#[component]
pub fn SideFacts(columns: Arc<Columns>) -> impl IntoView {
    let desk = use_desk();
    view! {
        <h2>"口径、阶段、日期和费用"</h2>
        <table class="verdicts sides">
            <thead>
                <tr>
                    <th scope="col">"比较的内容"</th>
                    {columns.all.iter().map(|column| view! { <th scope="col" prop:textContent=column.name.clone()></th> }).collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>{facts(desk, &columns)}</tbody>
        </table>
    }
}

/// What of a column differs from the main draft, where its points come from, and what can be taken over.
#[component]
pub fn Changed(
    main: Column,
    column: Column,
    /// As it stands on paper, without buttons.
    #[prop(optional)]
    on_paper: bool,
) -> impl IntoView {
    let desk = use_desk();
    let Some(comparison) = column.comparison.clone() else { return ().into_any() };
    let Some(origin) = column.side.as_ref().map(|side| side.origin.clone()) else { return ().into_any() };
    let measures = match &origin {
        Origin::Scenario(id) => desk.measures_words(id),
        _ => Vec::new(),
    };
    let measures = (!measures.is_empty())
        .then(|| view! { <p prop:textContent=format!("举措：{}。", measures.join("；"))></p> });
    let said = |at: usize| words::difference(desk.policy, &main.draft, &column.draft, &comparison.differences[at]);
    let why = comparison.why().into_iter().map(|Why { items, differences, gain }| {
        let items: Vec<&str> = items.iter().map(|at| desk.policy.items[*at].label).collect();
        let because: Vec<String> = differences.iter().map(|at| said(*at)).collect();
        view! {
            <li>
                <strong class="gain" prop:textContent=words::gain(gain)></strong>
                " "
                <span prop:textContent=items.join("、")></span>
                <small prop:textContent=because.join("；")></small>
            </li>
        }
    });
    let why: Vec<_> = why.collect();
    let all: Vec<_> = (0..comparison.differences.len())
        .map(|at| difference(desk, &main, &column, &comparison.differences, at, on_paper))
        .collect();
    let (count, differences) = (all.len(), comparison.differences.clone());
    let adopt_all = move |_| desk.adopt(&origin, &differences, &(0..differences.len()).collect::<Vec<_>>());
    let tool = (!on_paper && count > 0).then(|| {
        view! {
            <button type="button" on:click=adopt_all title="写进主稿，一步完成，可以撤销" prop:textContent=format!("采用全部 {count} 处")></button>
        }
    });
    view! {
        <h2 prop:textContent=format!("“{}”和主稿的差别", column.name)></h2>
        {measures}
        <h3 prop:textContent=format!("分差从哪里来（合计 {}）", words::gain(comparison.b.declared - comparison.a.declared))></h3>
        <ul class="why-list">{why}</ul>
        <h3 prop:textContent=format!("改动的地方（{count} 处）")></h3>
        <ul class="change-list">{all}</ul>
        {tool}
    }
    .into_any()
}

/// As many differences as are looked at one by one for what they can't be without.
const MOST_LOOKED_AT: usize = 100;

/// One difference, and the button that takes it over with what it can't be without.
fn difference(
    desk: Desk,
    main: &Column,
    column: &Column,
    all: &[Difference],
    at: usize,
    on_paper: bool,
) -> AnyView {
    let words = |at: usize| words::difference(desk.policy, &main.draft, &column.draft, &all[at]);
    let said = words(at);
    let origin = column.side.as_ref().map(|side| side.origin.clone());
    let scenario = origin.iter().flat_map(|origin| desk.measures_behind(origin)).collect::<Vec<_>>();
    let needed = match all.len() {
        0..MOST_LOOKED_AT => compare::needed_with(desk.policy, &main.draft, &scenario, all, &[at]),
        _ => vec![at],
    };
    let others: Vec<String> = needed.into_iter().filter(|one| *one != at).map(words).collect();
    let with = if others.is_empty() { String::new() } else { format!("（连同{}）", others.join("、")) };
    let (label, differences) = (format!("采用：{said}{with}"), all.to_vec());
    let adopt = move |_| {
        if let Some(origin) = &origin {
            desk.adopt(origin, &differences, &[at]);
        }
    };
    let tool = (!on_paper).then(|| {
        view! {
            <button type="button" aria-label=label on:click=adopt>
                "采用"
            </button>
            <small prop:textContent=with></small>
        }
    });
    view! { <li><span prop:textContent=said></span> {tool}</li> }.into_any()
}

fn facts(desk: Desk, columns: &Columns) -> Vec<AnyView> {
    let drafts: Vec<&Draft> = columns.all.iter().map(|column| &*column.draft).collect();
    let cost = |column: &Column| {
        column.cost.map_or_else(String::new, |(cost, days)| format!("{}，{days} 天", words::cost(cost)))
    };
    let costs = Row { label: "费用和天数".to_owned(), values: columns.all.iter().map(cost).collect() };
    let rows = compare::beside(desk.policy, desk.pathway, desk.today(), &drafts).into_iter().chain([costs]);
    let row = |row: Row| {
        let differs = row.differs();
        let cells: Vec<_> =
            row.values.into_iter().map(|value| view! { <td prop:textContent=value></td> }).collect();
        view! { <tr class:differs=differs><th scope="row" prop:textContent=row.label></th>{cells}</tr> }.into_any()
    };
    rows.map(row).collect()
}
