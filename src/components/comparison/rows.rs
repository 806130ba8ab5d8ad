//! The official table with a column for each draft.

use std::sync::Arc;

use leptos::prelude::*;

use super::columns::{Column, Columns};
use crate::components::following;
use crate::desk::{Desk, Origin, use_desk};
use crate::policy::Group;
use crate::scenario::words;
use crate::scoring::{Figures, explain, reasons};

/// The cell whose reasons are shown: item and column.
type Opened = RwSignal<Option<(usize, usize)>>;

#[component]
pub fn ComparisonTable(
    columns: Memo<Arc<Columns>>,
    /// Whether only rows with a difference are shown.
    #[prop(into)]
    only_differing: Signal<bool>,
    /// The column that a phone shows beside the main draft.
    #[prop(into)]
    current: Signal<usize>,
) -> impl IntoView {
    let desk = use_desk();
    let opened: Opened = RwSignal::new(None);
    let table = move || {
        let columns = columns.get();
        let all = &columns.all;
        let heads = all.iter().enumerate().map(|(at, column)| {
            let is_plan = column.side.as_ref().is_some_and(|side| matches!(side.origin, Origin::Scenario(_)));
            view! {
                <th scope="col" class=class(at)>
                    <span prop:textContent=column.name.clone()></span>
                    {is_plan.then(|| view! { <small>"测算稿"</small> })}
                </th>
            }
        });
        let totals = all.iter().enumerate().map(|(at, column)| {
            let own = (column.assessment.total, all[0].assessment.total);
            view! { <td class=class(at)>{figures(own.0, (at > 0).then_some(own.1))}</td> }
        });
        let groups = desk
            .policy
            .groups
            .iter()
            .enumerate()
            .map(|(at, _)| rows(desk, &columns, at, only_differing.get(), opened));
        view! {
            <table class="comparison" data-current=move || current.get().to_string()>
                <caption class="sr">"主稿和所选各方的得分对比"</caption>
                <thead>
                    <tr>
                        <th scope="col">"指标"</th>
                        {heads.collect::<Vec<_>>()}
                    </tr>
                    <tr class="total">
                        <th scope="row">"总分"</th>
                        {totals.collect::<Vec<_>>()}
                    </tr>
                </thead>
                {groups.collect::<Vec<_>>()}
            </table>
        }
    };
    following(table)
}

/// A phone shows the main draft and one more.
fn class(column: usize) -> &'static str {
    match column {
        0 => "column",
        1 => "column column-1",
        2 => "column column-2",
        _ => "column column-3",
    }
}

/// A figure, its difference from the main draft's, and how far it is open.
fn figures(own: Figures, main: Option<Figures>) -> AnyView {
    let gain = main.map(|main| own.declared - main.declared).filter(|gain| gain.hundredths() != 0);
    view! {
        <strong prop:textContent=own.declared.to_string()></strong>
        " "
        <span class="gain" prop:textContent=gain.map(words::gain).unwrap_or_default()></span>
        <small prop:textContent=format!("{}—{}", own.floor, own.ceiling)></small>
    }
    .into_any()
}

fn rows(desk: Desk, columns: &Arc<Columns>, group: usize, only_differing: bool, opened: Opened) -> AnyView {
    let Group { name, indicators } = &desk.policy.groups[group];
    let items: Vec<usize> = indicators.iter().flat_map(|at| desk.policy.indicators[*at].items).copied().collect();
    let differs = |at: &usize| {
        columns.all.iter().any(|column| column.comparison.as_ref().is_some_and(|one| !one.items[*at].is_same()))
    };
    let shown: Vec<usize> = items.into_iter().filter(|at| !only_differing || differs(at)).collect();
    if shown.is_empty() {
        return ().into_any();
    }
    let sums = columns.all.iter().enumerate().map(|(at, column)| {
        let (own, main) = (column.assessment.groups[group], columns.all[0].assessment.groups[group]);
        view! { <td class=class(at)>{figures(own, (at > 0).then_some(main))}</td> }
    });
    let rows = shown.into_iter().map(|at| row(desk, columns.clone(), at, opened));
    view! {
        <tbody>
            <tr class="group">
                <th scope="row" prop:textContent=*name></th>
                {sums.collect::<Vec<_>>()}
            </tr>
            {rows.collect::<Vec<_>>()}
        </tbody>
    }
    .into_any()
}

fn row(desk: Desk, columns: Arc<Columns>, item: usize, opened: Opened) -> AnyView {
    let span = columns.all.len() + 1;
    let label = desk.policy.items[item].label;
    let cells = columns.all.iter().enumerate().map(|(at, column)| {
        let (own, main) = (column.assessment.items[item].figures, columns.all[0].assessment.items[item].figures);
        let is_open = move || opened.get() == Some((item, at));
        let toggle =
            move |_| opened.update(|opened| *opened = (*opened != Some((item, at))).then_some((item, at)));
        // Heard with the figures that it shows.
        let name = format!("{label}，{}：", column.name);
        view! {
            <td class=class(at)>
                <button type="button" class="cell-why" aria-expanded=move || is_open().to_string() on:click=toggle>
                    <span class="sr" prop:textContent=name></span>
                    {figures(own, (at > 0).then_some(main))}
                </button>
            </td>
        }
    });
    let cells: Vec<_> = cells.collect();
    let why = move || {
        let (_, at) = opened.get().filter(|(one, _)| *one == item)?;
        let column = columns.all.get(at)?;
        Some(
            view! { <tr class="why"><td colspan=span.to_string()>{reasons_of(desk, &columns, column, item)}</td></tr> },
        )
    };
    view! {
        <tr>
            <th scope="row" prop:textContent=label></th>
            {cells}
        </tr>
        {following(why)}
    }
    .into_any()
}

/// Why a column has its figures, and what of it is other than in the main draft.
fn reasons_of(desk: Desk, columns: &Columns, column: &Column, item: usize) -> AnyView {
    let score = &column.assessment.items[item];
    let why = explain(desk.policy, &column.draft, item, score);
    let lines = reasons(desk.policy, &column.draft, item, score, &why, desk.today());
    let lines =
        lines.into_iter().map(|line| view! { <p prop:textContent=format!("{} {}", line.mark, line.text)></p> });
    let differences = column.comparison.iter().flat_map(|comparison| {
        let of_item = comparison.items[item].differences.iter().map(|at| &comparison.differences[*at]);
        of_item.map(|one| words::difference(desk.policy, &columns.all[0].draft, &column.draft, one))
    });
    let differences: Vec<_> = differences.map(|words| view! { <li prop:textContent=words></li> }).collect();
    let title = format!("{}：{}", column.name, desk.policy.items[item].label);
    let differ = (!differences.is_empty()).then(|| view! { <p>"和主稿不同的："</p><ul>{differences}</ul> });
    view! {
        <div class="reasons">
            <h2 prop:textContent=title></h2>
            {lines.collect::<Vec<_>>()}
            {differ}
        </div>
    }
    .into_any()
}
