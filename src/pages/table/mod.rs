//! The official table, in its order, with its weights: the home of the page.

mod item;
mod panel;
mod sums;

use leptos::prelude::*;

use crate::components::{FieldEntry, PeriodOffer, Sheet, TextKind, TickBox, dom};
use crate::desk::{Desk, Route, use_desk};
use crate::draft::Field;
use item::ItemRows;
use sums::SumCells;

/// The table.
#[component]
pub fn TablePage(
    /// Points are typed straight into it.
    #[prop(optional)]
    by_points: bool,
) -> impl IntoView {
    let desk = use_desk();
    follow_to_rows(desk);
    let lead = if by_points {
        "直接填各项分数。旁边写着已填数据允许的范围，超出的会移到最近的一端并说明。"
    } else {
        "点开一行填写，条文、口径和理由都在行内。"
    };
    let groups: Vec<_> = (0..desk.policy.groups.len()).map(|at| view! { <GroupRows at by_points /> }).collect();
    view! {
        <Sheet title=desk.policy.title lead>
            <DraftHead />
            <Ways by_points />
            <table class=if by_points { "score-table by-points" } else { "score-table" }>
                <caption class="sr">{desk.policy.title}</caption>
                <thead>
                    <tr>
                        <th class="" scope="col">"指标"</th>
                        <th class="figure" scope="col">"分值"</th>
                        <th class="figure floor" scope="col">"最低可得"</th>
                        <th class="figure" scope="col">"自评"</th>
                        <th class="figure ceiling" scope="col">"最高可得"</th>
                        <th class="expert" scope="col">"专家模拟分"</th>
                    </tr>
                </thead>
                {groups}
                <TotalRow />
            </table>
            <p class="print-choice">
                <TickBox
                    label="打印时写上最低可得和最高可得"
                    yes=desk.prints_range
                    set=move |yes| desk.set_prints_range(yes)
                />
            </p>
        </Sheet>
    }
}

/// Brings the row that the address names into sight, and puts the focus on it, each time that it is gone to.
fn follow_to_rows(desk: Desk) {
    Effect::new(move |_| {
        let (id, inside) = match desk.route.get() {
            Route::Item(id) => (id, "button"),
            Route::Pick(id) => (id, "input"),
            _ => return,
        };
        if let Some(at) = desk.item(&id) {
            // The row has to be there before the page can scroll to it.
            request_animation_frame(move || _ = dom::show(&item::row_id(at), Some(inside)));
        }
    });
}

/// The two ways to fill in the table.
#[component]
fn Ways(by_points: bool) -> impl IntoView {
    let way = |route: Route, here: bool, label: &'static str| {
        view! {
            <a href=route.hash() aria-current=here.then_some("true")>
                {label}
            </a>
        }
    };
    view! {
        <div class="ways" role="group" aria-label="填报方式">
            {way(Route::Table, !by_points, "按数据填写")} {way(Route::Points, by_points, "直接填分")}
        </div>
    }
}

/// The head of the form: whose draft this is, and for which period.
#[component]
fn DraftHead() -> impl IntoView {
    view! {
        <div class="draft-head">
            <div class="wide">
                <FieldEntry field=Field::Unit label="单位名称" kind=TextKind::Words />
            </div>
            <div class="wide">
                <FieldEntry field=Field::Name label="草稿名称" kind=TextKind::Words />
            </div>
            <FieldEntry field=Field::PeriodFrom label="考评期自" kind=TextKind::Date />
            <FieldEntry field=Field::PeriodTo label="至" kind=TextKind::Date />
        </div>
        <PeriodOffer />
    }
}

#[component]
fn GroupRows(at: usize, by_points: bool) -> impl IntoView {
    let desk = use_desk();
    let group = &desk.policy.groups[at];
    let figures = Memo::new(move |_| desk.assessment().groups[at]);
    let weight = group.indicators.iter().map(|indicator| desk.policy.indicators[*indicator].weight).sum();
    let rows: Vec<_> = group.indicators.iter().map(|at| view! { <IndicatorRows at=*at by_points /> }).collect();
    view! {
        <tbody>
            <tr class="group">
                <th scope="rowgroup">{group.name}</th>
                <SumCells weight figures />
            </tr>
            {rows}
        </tbody>
    }
}

#[component]
fn IndicatorRows(at: usize, by_points: bool) -> impl IntoView {
    let desk = use_desk();
    let indicator = &desk.policy.indicators[at];
    let head = (indicator.items.len() > 1).then(|| {
        let figures = Memo::new(move |_| desk.assessment().indicators[at]);
        view! {
            <tr class="indicator">
                <th scope="row">{indicator.name}</th>
                <SumCells weight=indicator.weight figures />
            </tr>
        }
    });
    let items: Vec<_> = indicator.items.iter().map(|at| view! { <ItemRows at=*at by_points /> }).collect();
    view! {
        {head}
        {items}
    }
}

#[component]
fn TotalRow() -> impl IntoView {
    let desk = use_desk();
    let figures = Memo::new(move |_| desk.assessment().total);
    let items = desk.policy.items.len();
    let expert = Memo::new(move |_| match desk.assessment().expert {
        Some((points, scored)) if scored < items => format!("{points}（已评 {scored}/{items} 项）"),
        Some((points, _)) => points.to_string(),
        None => String::new(),
    });
    view! {
        <tfoot>
            <tr class="total">
                <th scope="row">"合计"</th>
                <SumCells weight=desk.policy.total figures expert />
            </tr>
        </tfoot>
    }
}
