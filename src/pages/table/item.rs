//! The row of one item, and what it shows when it is open.

use leptos::prelude::*;

use super::panel::Panel;
use super::sums::FigureCells;
use crate::components::{ExpertEntry, PickEntry, expert_difference};
use crate::desk::{Row, use_desk};
use crate::draft::number;
use crate::policy::Points;
use crate::scoring::Figures;

/// The id of an item's row, for links and for scrolling.
pub fn row_id(at: usize) -> String {
    format!("row-{at}")
}

/// An item's row, and its panel while it is open.
#[component]
pub fn ItemRows(at: usize, by_points: bool) -> impl IntoView {
    let desk = use_desk();
    let item = &desk.policy.items[at];
    let alone = desk.policy.indicators[item.indicator].items.len() == 1;
    let figures = Memo::new(move |_| desk.assessment().items[at].figures);
    let open = Memo::new(move |_| desk.open_rows.get().holds(at));
    let works_here = move |_| desk.works_on(Row::Item(at));
    // Not every browser gives the focus to what is clicked.
    let works_here_too = move |_| desk.works_on(Row::Item(at));
    let cells = if by_points {
        view! {
            <td class="figure floor" prop:textContent=move || figures.get().floor.to_string()></td>
            <td class="typed">
                <PickEntry at quiet=true />
            </td>
            <td class="figure ceiling" prop:textContent=move || figures.get().ceiling.to_string()></td>
            <td class="expert">
                <ExpertEntry at quiet=true />
            </td>
        }
        .into_any()
    } else {
        view! {
            <FigureCells figures />
            <td class="expert">
                <ExpertWords at />
            </td>
        }
        .into_any()
    };
    view! {
        <tr class=if alone { "item" } else { "item sub" } class:open=open id=row_id(at) on:focusin=works_here on:click=works_here_too>
            <th scope="row">
                <RowToggle at open />
                <Band max=item.max figures />
            </th>
            <td class="figure weight">{format!("{:#}", item.max)}</td>
            {cells}
        </tr>
        <Show when=move || open.get()>
            <tr class="panel-row" on:focusin=works_here on:click=works_here_too>
                <td colspan="6">
                    <Panel at />
                </td>
            </tr>
        </Show>
    }
}

/// The name of a row, which opens and closes it.
#[component]
fn RowToggle(at: usize, open: Memo<bool>) -> impl IntoView {
    let desk = use_desk();
    let item = &desk.policy.items[at];
    let indicator = &desk.policy.indicators[item.indicator];
    let (name, more) = match indicator.items.len() {
        1 => (indicator.name, (item.label != indicator.name).then_some(item.label)),
        _ => (item.label, None),
    };
    let moved = Memo::new(move |_| desk.moved_by_discretion.with(|all| all.iter().any(|(one, _)| *one == at)));
    let unanswered = Memo::new(move |_| desk.assessment().items[at].unanswered);
    view! {
        <button
            type="button"
            class="row-toggle"
            aria-expanded=move || open.get().to_string()
            on:click=move |_| desk.open_rows.update(|rows| rows.toggle(at))
        >
            <span class="caret" aria-hidden="true"></span>
            <span class="name">{name} {more.map(|more| view! { <small>{more}</small> })}</span>
            <Show when=move || moved.get()>
                <span class="tag moved" prop:textContent=move || desk.draft().discretion.label()></span>
            </Show>
            <Show when=move || unanswered.get()>
                <span class="tag">"未填"</span>
            </Show>
        </button>
    }
}

/// A thin bar under the name: secured, claimed, still open.
#[component]
fn Band(max: Points, figures: Memo<Figures>) -> impl IntoView {
    let width = move |part: fn(Figures) -> Points| {
        move || format!("{}%", part(figures.get()).hundredths() * 100 / max.hundredths().max(1))
    };
    view! {
        <span class="band" aria-hidden="true">
            <i class="open" style:width=width(|figures| figures.ceiling)></i>
            <i class="claimed" style:width=width(|figures| figures.declared)></i>
            <i class="secured" style:width=width(|figures| figures.floor)></i>
        </span>
    }
}

#[component]
fn ExpertWords(at: usize) -> impl IntoView {
    let desk = use_desk();
    let points = Memo::new(move |_| {
        let expert = desk.draft().expert.get(at).and_then(|entered| entered.value);
        expert.map(number::write).unwrap_or_default()
    });
    view! {
        <span class="figure" prop:textContent=points></span>
        <small prop:textContent=expert_difference(at)></small>
    }
}
