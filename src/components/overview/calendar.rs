//! The dates in the overview: what is overdue, with what to do about it now, and what is next.

use leptos::prelude::*;

use super::part::{Part, more};
use crate::calendar::{Due, DueState, deadlines};
use crate::components::dates::{Consequences, DueLine};
use crate::components::following;
use crate::desk::{Desk, Route, use_desk};

/// As many dates as one looks at together; the rest is with the others.
const MOST: usize = 6;

/// Dates that are called for, and how they stand.
type Waiting = Vec<(Due, DueState)>;

#[component]
pub fn Calendar() -> impl IntoView {
    let desk = use_desk();
    let dates = move || {
        let all = deadlines::next(desk.pathway, &desk.draft(), desk.today()).into_iter();
        let (late, waiting) = all.partition::<Waiting, _>(|(_, state)| matches!(state, DueState::Overdue(_)));
        let next = next_dates(late.is_empty(), waiting);
        view! {
            {overdue(desk, late)}
            {next}
        }
    };
    view! {
        <Part title="日期" route=Route::Dates>
            {following(dates)}
            <Consequences />
        </Part>
    }
}

fn overdue(desk: Desk, late: Waiting) -> Option<AnyView> {
    let more = more(late.len(), MOST, "个已经逾期的日期");
    let line = |(due, state): (Due, DueState)| {
        let what_to_do = desk.pathway.dates[due.rule].late;
        view! {
            <li>
                <a href=Route::Dates.hash()>
                    <DueLine due state />
                </a>
                <p class="help" prop:textContent=what_to_do></p>
            </li>
        }
    };
    let lines: Vec<_> = late.into_iter().take(MOST).map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <div class="overdue">
                <h3>"已经逾期"</h3>
                <ul class="next-dates">{lines}</ul>
                <p class="help" prop:textContent=more></p>
            </div>
        }
        .into_any()
    })
}

fn next_dates(none_late: bool, waiting: Waiting) -> AnyView {
    if waiting.is_empty() {
        let words = match none_late {
            true => "没有推算出要办的日期；在“日期”页填写已经发生的日期。",
            false => "除已经逾期的以外，没有推算出要办的日期。",
        };
        return view! { <p class="help" prop:textContent=words></p> }.into_any();
    }
    let more = more(waiting.len(), MOST, "个日期");
    let lines: Vec<_> = waiting
        .into_iter()
        .take(MOST)
        .map(|(due, state)| view! { <li><a href=Route::Dates.hash()><DueLine due state /></a></li> })
        .collect();
    view! {
        <h3>"接下来"</h3>
        <ul class="next-dates">{lines}</ul>
        <p class="help" prop:textContent=more></p>
    }
    .into_any()
}
