//! Where the points come from and go, group by group, from the main draft to another.

use leptos::prelude::*;

use super::columns::Column;
use crate::desk::use_desk;
use crate::policy::Points;
use crate::scenario::words;

/// Where the bars begin, and how wide a whole table is, in units of the picture.
const LEFT: i64 = 112;
const WIDTH: i64 = 220;
const ROW: i64 = 26;

/// One bar: from, to, and what is written beside it.
struct Bar {
    label: String,
    from: Points,
    to: Points,
    value: String,
    class: &'static str,
}

#[component]
pub fn Waterfall(main: Column, other: Column) -> impl IntoView {
    let policy = use_desk().policy;
    let mut bars = vec![total(&main)];
    let mut reached = main.assessment.total.declared;
    for (at, group) in policy.groups.iter().enumerate() {
        let gain = other.assessment.groups[at].declared - main.assessment.groups[at].declared;
        let after = reached + gain;
        let class = match gain.hundredths() {
            0 => "same",
            1.. => "up",
            _ => "down",
        };
        bars.push(Bar { label: group.name.to_owned(), from: reached, to: after, value: words::gain(gain), class });
        reached = after;
    }
    bars.push(total(&other));
    let described: Vec<String> = bars.iter().map(|bar| format!("{} {}", bar.label, bar.value)).collect();
    let height = ROW * bars.len() as i64 + 8;
    let place = move |points: Points| LEFT + points.hundredths() * WIDTH / policy.total.hundredths().max(1);
    let rows = (0..).zip(&bars).map(|(at, bar)| {
        let (low, high) = (place(bar.from.min(bar.to)), place(bar.from.max(bar.to)));
        let top = ROW * at + 6;
        view! {
            <text class="bar-label" x=LEFT - 8 y=top + 12 prop:textContent=bar.label.clone()></text>
            <rect class=bar.class x=low y=top width=(high - low).max(1) height="16"></rect>
            <text class="bar-value" x=high + 6 y=top + 12 prop:textContent=bar.value.clone()></text>
        }
    });
    view! {
        <svg
            class="waterfall"
            role="img"
            viewBox=format!("0 0 {} {height}", LEFT + WIDTH + 56)
            aria-label=format!("得分从哪里来：{}", described.join("；"))
        >
            {rows.collect::<Vec<_>>()}
        </svg>
    }
}

fn total(column: &Column) -> Bar {
    let total = column.assessment.total.declared;
    Bar {
        label: column.name.chars().take(8).collect(),
        from: Points::ZERO,
        to: total,
        value: total.to_string(),
        class: "total",
    }
}
