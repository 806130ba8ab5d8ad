//! The sticky bar: the three figures as one bar, and the way to what is still unanswered.

use leptos::prelude::*;

use super::desk::{Desk, use_desk, memo};
use super::table;
use crate::draft::number::to_fraction;
use crate::policy::Points;

#[component]
pub fn ScoreBar() -> impl IntoView {
    let desk = use_desk();
    let total = memo(move || desk.with_assessment(|assessment| assessment.total));
    let waiting = memo(move || desk.with_assessment(|assessment| assessment.unanswered().len()));
    let width = move |from: Points, to: Points| format!("{}%", to_percent(desk, to - from));
    view! {
        <section class="score-bar" aria-label="总分">
            <dl class="scores">
                <div class="secured"><dt>"保底"</dt><dd id="total-floor">{move || total.get().floor.to_string()}</dd></div>
                <div class="claimed"><dt>"自评"</dt><dd id="total-declared">{move || total.get().declared.to_string()}</dd></div>
                <div class="open"><dt>"上限"</dt><dd id="total-ceiling">{move || total.get().ceiling.to_string()}</dd></div>
            </dl>
            <div class="bar" role="img" aria-label=move || {
                let total = total.get();
                format!("保底 {}，自评 {}，上限 {}，满分 {:#}", total.floor, total.declared, total.ceiling, desk.policy.total)
            }>
                <i class="secured" style:width=move || width(Points::ZERO, total.get().floor)></i>
                <i class="claimed" style:width=move || width(total.get().floor, total.get().declared)></i>
                <i class="open" style:width=move || width(total.get().declared, total.get().ceiling)></i>
                {move || lines(desk)}
            </div>
            <p class="legend" aria-hidden="true">
                <span class="secured">"已落实"</span>
                <span class="claimed">"已自评"</span>
                <span class="open">"还可争取"</span>
            </p>
            <button type="button" class="next" disabled=move || waiting.get() == 0 on:click=move |_| table::go_to_next(desk)>
                {move || match waiting.get() {
                    0 => "各项都已填写".to_owned(),
                    count => format!("待填 {count} 项，去下一项"),
                }}
            </button>
        </section>
    }
}

/// A part of the table's total as a CSS percentage.
fn to_percent(desk: Desk, points: Points) -> Points {
    Points::round(points.exact() * 100 / desk.policy.total.exact())
}

/// The centre's own lines, marked on the bar.
fn lines(desk: Desk) -> Vec<AnyView> {
    desk.with_draft(|draft| {
        draft
            .lines
            .iter()
            .filter_map(|line| {
                let points = Points::round(to_fraction(line.points.value?));
                let left = format!("{}%", to_percent(desk, points));
                let label = format!("{}（自设）{points:#}", line.label);
                let title = label.clone();
                Some(view! { <b class="line" style:left=left title=title><span>{label}</span></b> }.into_any())
            })
            .collect()
    })
}
