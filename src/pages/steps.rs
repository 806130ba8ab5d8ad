//! 提分清单: every next step of the table, what it takes and adds, and what is at risk.

use leptos::prelude::*;

use crate::components::{Risks, STEP_ORDER, Sheet, StepList, StepsOfMain, step_order};
use crate::desk::use_desk;
use crate::steps::{Chance, Order};

#[component]
pub fn StepsPage() -> impl IntoView {
    let desk = use_desk();
    let order = step_order(desk);
    // There is an effort once a measure that was made of a step has a cost.
    let has_cost =
        Memo::new(move |_| desk.main_draft().measures.iter().any(|measure| measure.cost.value.is_some()));
    let orders = [("加分多的在前", Order::Points), ("花费少的在前", Order::Effort), ("按表的顺序", Order::Row)];
    let button = |(label, one): (&'static str, Order)| {
        let pressed = move || (order.get() == one).to_string();
        let hidden = move || one == Order::Effort && !has_cost.get();
        view! {
            <button type="button" hidden=hidden aria-pressed=pressed on:click=move |_| desk.fill_form(STEP_ORDER, one.id().to_owned())>
                {label}
            </button>
        }
    };
    let buttons = orders.map(button).collect_view();
    let lists = Chance::ALL.map(|chance| view! { <StepList chance order /> }).collect_view();
    let none = move || {
        let empty = desk.steps_ahead.with(|all| all.steps.is_empty());
        if empty {
            "现在算不出下一步：先填评估表，每填一项这里就会列出还能怎样加分。"
        } else {
            ""
        }
    };
    view! {
        <Sheet
            title="提分清单"
            lead="评估表每一项再往上一步要做什么、差多少、能加几分。加分按整张表重算，不只看这一项；点“设为举措”就能放进方案里测算。"
        >
            <div class="tabs" role="group" aria-label="排列">
                {buttons}
            </div>
            <p class="help" prop:textContent=none></p>
            <StepsOfMain />
            {lists}
            <Risks />
        </Sheet>
    }
}
