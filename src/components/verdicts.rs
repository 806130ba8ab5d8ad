//! Verdicts, states and what is to be done about them.

use leptos::prelude::*;

use crate::desk::Desk;
use crate::readiness::{StageStanding, State, Verdict, explain};

/// A verdict by its sign and its word: colour is never the only sign.
#[component]
pub fn VerdictMark(#[prop(into)] verdict: Signal<Verdict>) -> impl IntoView {
    let class = move || match verdict.get() {
        Verdict::Ready => "verdict ready",
        Verdict::Unverified => "verdict pending",
        Verdict::Blocked => "verdict blocked",
    };
    let words = move || {
        let verdict = verdict.get();
        let sign = match verdict {
            Verdict::Ready => "✓",
            Verdict::Unverified => "？",
            Verdict::Blocked => "✗",
        };
        format!("{sign} {}", verdict.label())
    };
    view! { <span class=class prop:textContent=words></span> }
}

/// A state by its sign and its word.
pub fn state_words(state: State) -> String {
    let sign = match state {
        State::Met => "✓",
        State::Unmet => "✗",
        State::Unverified => "？",
        State::NotApplicable => "–",
    };
    format!("{sign} {}", state.label())
}

/// Such as 符合或不适用 12/33 项.
pub fn settled_words(standing: &StageStanding) -> String {
    let (settled, all) = standing.settled;
    format!("符合或不适用 {settled}/{all} 项")
}

/// What is to be done about an unmet requirement, with how much is missing where that can be computed.
pub fn to_do(desk: Desk, at: usize) -> String {
    let requirement = &desk.pathway.requirements[at];
    match desk.with_facts(|facts| explain::shortfall(desk.policy, desk.pathway, requirement, facts)) {
        Some(gap) if !gap.is_empty() => format!("{}（{gap}）", requirement.todo),
        _ => requirement.todo.to_owned(),
    }
}
