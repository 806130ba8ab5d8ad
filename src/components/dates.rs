//! Dates and what annual grades bring, in the words that several places use.

use leptos::prelude::*;

use super::following::following;
use crate::calendar::grades::{self, Brought};
use crate::calendar::{Due, DueState, Point, deadlines};
use crate::desk::{Desk, use_desk};

/// A date in one line: when, what, and how far off.
#[component]
pub fn DueLine(due: Due, state: DueState) -> impl IntoView {
    let desk = use_desk();
    view! {
        <span class="day" prop:textContent=deadlines::days_words(&due)></span>
        <strong prop:textContent=deadlines::label(desk.pathway, &due)></strong>
        <span class="time-left" prop:textContent=deadlines::words(desk.policy, desk.pathway, &due, state)></span>
    }
}

/// What the grades bring, each with its clause; nothing where they bring nothing.
#[component]
pub fn Consequences() -> impl IntoView {
    let desk = use_desk();
    let line = move |brought: Brought| {
        let clause = desk.pathway.consequences.iter().find(|(one, _)| *one == brought.consequence);
        let years: Vec<String> = brought.years.iter().map(u16::to_string).collect();
        let place = clause.map(|(_, clause)| clause.place).unwrap_or_default();
        let words = format!("因 {} 年度的等次：{}（{place}）。", years.join("、"), brought.consequence.label());
        view! {
            <p>
                <span class="mark">"结果"</span>
                <span prop:textContent=words></span>
            </p>
        }
    };
    following(move || {
        let all = grades::consequences(desk.pathway, &desk.draft(), desk.today());
        all.into_iter().map(line).collect::<Vec<_>>()
    })
}

/// What was entered, or is planned.
pub fn entered_words(desk: Desk, point: &Point) -> String {
    let Point::Entered(fact, day) = point else { return String::new() };
    let planned = if *day > desk.today() { "（计划）" } else { "" };
    format!("{}{planned}", desk.policy.facts[*fact].label)
}
