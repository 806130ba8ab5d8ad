//! The assessment period that follows from recognition, offered where the draft has another.

use leptos::prelude::*;

use super::following::following;
use crate::calendar::period::{self, OfferedPeriod};
use crate::desk::use_desk;
use crate::session::Command;

/// Says that the period is another than the one that follows from the recognition, and takes that with one click.
#[component]
pub fn PeriodOffer(
    /// Says also why nothing follows from a recognition of long ago.
    #[prop(optional)]
    explains: bool,
) -> impl IntoView {
    let desk = use_desk();
    let offer = Memo::new(move |_| period::offered(desk.pathway, &desk.draft(), desk.today()));
    let line = move |OfferedPeriod { from, to, fact, since }: OfferedPeriod| {
        let label = desk.policy.facts[fact].label;
        let words = format!(
            "“{label}”是 {since}，往后三年是 {from} 至 {to}，和上面填的考评期不同；以主管部门的通知为准。"
        );
        view! {
            <p class="offered">
                <span prop:textContent=words></span>
                <button type="button" on:click=move |_| desk.dispatch(Command::Period(from, to))>
                    "改用这三年"
                </button>
            </p>
        }
    };
    let earlier = Memo::new(move |_| {
        let period = period::earlier(desk.pathway, &desk.draft(), desk.today()).filter(|_| explains)?;
        // The last of them is what a later round follows from.
        let evaluated = period::facts(desk.pathway).last().filter(|at| *at != period.fact)?;
        Some(format!(
            "“{}”是 {}，往后三年到 {} 已经结束，在上面的考评期以前：此后评估过的，填上“{}”，就能推出这一轮的考评期；没有的，请直接改考评期。",
            desk.policy.facts[period.fact].label, period.since, period.to, desk.policy.facts[evaluated].label
        ))
    });
    view! {
        <div aria-live="polite">
            {following(move || offer.get().map(line))} <p class="help" prop:textContent=move || earlier.get().unwrap_or_default()></p>
        </div>
    }
}
