//! The three figures as one bar: secured, claimed, still open.

use leptos::prelude::*;

use super::following::following;
use crate::desk::{Desk, use_desk};
use crate::draft::ReferenceLine;
use crate::draft::number::to_fraction;
use crate::policy::Points;
use crate::scoring::Figures;

/// The total of the open draft as a bar, with the centre's own lines on it.
#[component]
pub fn ScoreBar(total: Memo<Figures>) -> impl IntoView {
    let desk = use_desk();
    let all = desk.policy.total;
    let words = move || {
        let Figures { floor, declared, ceiling } = total.get();
        format!("最低可得 {floor}，自评 {declared}，最高可得 {ceiling}，满分 {all:#}")
    };
    let width = move |part: fn(Figures) -> Points| move || percent(part(total.get()), all);
    view! {
        <div class="bar" role="img" aria-label=words>
            <i class="secured" style:width=width(|total| total.floor)></i>
            <i class="claimed" style:width=width(|total| total.declared - total.floor)></i>
            <i class="open" style:width=width(|total| total.ceiling - total.declared)></i>
            {following(move || reference_lines(desk))}
        </div>
    }
}

/// A part of the table's total as a CSS percentage.
fn percent(points: Points, total: Points) -> String {
    format!("{}%", Points::round(points.exact() * 100 / total.exact()))
}

/// The centre's own lines, marked on the bar. No official ones exist, and none is claimed.
fn reference_lines(desk: Desk) -> Vec<AnyView> {
    let draft = desk.draft();
    let mark = |line: &ReferenceLine| {
        let points = Points::round(to_fraction(line.points.value?));
        let left = percent(points, desk.policy.total);
        let label = format!("{}（自设）{points:#}", line.label);
        Some(view! { <b class="line" style:left=left><span prop:textContent=label></span></b> }.into_any())
    };
    draft.lines.iter().filter_map(mark).collect()
}
