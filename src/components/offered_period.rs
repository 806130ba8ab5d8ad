//! The assessment period that follows from recognition, offered where the draft has another.

use leptos::prelude::*;

use super::following::following;
use crate::calendar::period::{self, OfferedPeriod};
use crate::desk::use_desk;
use crate::session::Command;

/// Says that the period is another than the one that follows from the recognition, and takes that with one click.
#[component]
pub fn PeriodOffer() -> impl IntoView {
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
    view! { <div aria-live="polite">{following(move || offer.get().map(line))}</div> }
}
