//! Verdicts, states and what is to be done about them.

use leptos::prelude::*;

use crate::desk::Desk;
use crate::policy::Stage;
use crate::readiness::{Facts, StageStanding, State, Verdict, explain};

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
    view! { <span class=class>{words}</span> }
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
    let facts = Facts { pathway: desk.pathway, draft: &desk.draft(), today: desk.today() };
    match explain::shortfall(desk.policy, desk.pathway, requirement, &facts) {
        Some(gap) if !gap.is_empty() => format!("{}（{gap}）", requirement.todo),
        _ => requirement.todo.to_owned(),
    }
}

/// The stage that the address names, by its position; the first where it names none.
pub fn open_stage(desk: Desk) -> Memo<usize> {
    use crate::desk::Route;
    let named = move |stage: &Stage, route: &Route| match route {
        Route::Stage(id) => stage.id == *id,
        Route::Requirement(id) => stage.requirements().any(|at| desk.pathway.requirements[at].id == id),
        _ => false,
    };
    Memo::new(move |_| {
        desk.route.with(|route| desk.pathway.stages.iter().position(|stage| named(stage, route)).unwrap_or(0))
    })
}
