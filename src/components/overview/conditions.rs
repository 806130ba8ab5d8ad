//! The way to recognition in the overview.

use leptos::prelude::*;

use super::part::{Part, more};
use crate::components::following;
use crate::components::progress::{ProgressBar, all_verified_words, progress_words};
use crate::components::verdicts::{VerdictMark, settled_words, to_do};
use crate::desk::{Desk, Group, Route, use_desk};
use crate::draft::Purpose;
use crate::readiness::{StageStanding, State, Verdict, panel, passed};

/// As many requirements as one looks at together; the rest is with their stages.
const MOST: usize = 8;

/// 培育与认定：条件 36/66，不符合 1
pub fn way_words(desk: Desk) -> String {
    format!("培育与认定：{}", progress_words(&desk.readiness().progress()))
}

/// Only who is on the way sees it, and is at home there.
#[component]
pub fn Way() -> impl IntoView {
    let desk = use_desk();
    let panel = Memo::new(move |_| panel::words(desk.pathway, &desk.draft().panel));
    view! {
        <Part title="培育与认定" route=Route::Home>
            <p class="figure-words" prop:textContent=move || way_words(desk)></p>
            <ProgressBar />
            <p class="help" prop:textContent=panel></p>
        </Part>
    }
}

/// Each stage with its verdict.
#[component]
pub fn Stages() -> impl IntoView {
    let desk = use_desk();
    let rows: Vec<_> = (0..desk.pathway.stages.len()).map(|at| view! { <StageRow at /> }).collect();
    view! {
        <Part title="各阶段" route=untrack(|| desk.entrance(Group::Pathway))>
            <table class="verdicts">
                <caption class="sr">"各阶段的条件"</caption>
                <tbody>{rows}</tbody>
            </table>
        </Part>
    }
}

#[component]
fn StageRow(at: usize) -> impl IntoView {
    let desk = use_desk();
    let stage = &desk.pathway.stages[at];
    let verdict = Memo::new(move |_| desk.readiness().stages[at].verdict);
    let settled = Memo::new(move |_| settled_words(&desk.readiness().stages[at]));
    let open = Memo::new(move |_| {
        let words = open_words(&desk.readiness().stages[at]);
        // What is open there is counted nowhere else: the way goes on from the stage after it.
        let is_behind = desk.with_facts(|facts| passed(stage, facts).is_some());
        if is_behind && !words.is_empty() { format!("阶段已过，不再催：{words}") } else { words }
    });
    view! {
        <tr>
            <th scope="row">
                <a href=Route::Stage(stage.id.to_owned()).hash()>{stage.name}</a>
            </th>
            <td>
                <VerdictMark verdict />
            </td>
            <td prop:textContent=settled></td>
            <td prop:textContent=open></td>
        </tr>
    }
}

fn open_words(stage: &StageStanding) -> String {
    let mut parts = Vec::new();
    let mut add = |count: usize, word: &str| {
        if count > 0 {
            parts.push(format!("{word} {count} 项"));
        }
    };
    add(stage.blocking.len(), State::Unmet.label());
    add(stage.unverified.len(), State::Unverified.label());
    add(stage.warnings.len(), "“一般”“原则上”的条件不符合");
    parts.join("，")
}

/// What blocks the first stage that is not behind. Where nothing does, only who is on the way is told so.
#[component]
pub fn Blocking() -> impl IntoView {
    let desk = use_desk();
    following(move || {
        let readiness = desk.readiness();
        let blocked = desk.with_facts(|facts| readiness.blocked_ahead(facts));
        match blocked {
            Some(at) => Some(view! { <BlockedStage at /> }.into_any()),
            None if desk.purpose() == Purpose::Evaluation => None,
            None => {
                let words = match readiness.stages.iter().any(|stage| stage.verdict == Verdict::Blocked) {
                    true => "已经过去的阶段里还有不符合的条件，见各阶段；其余阶段没有。",
                    false => "各阶段没有不符合的条件。",
                };
                let none = view! {
                    <Part title="须先补齐的条件" route=untrack(|| desk.entrance(Group::Pathway))>
                        <p class="help" prop:textContent=words></p>
                    </Part>
                };
                Some(none.into_any())
            }
        }
    })
}

#[component]
fn BlockedStage(at: usize) -> impl IntoView {
    let desk = use_desk();
    let stage = &desk.pathway.stages[at];
    let all = desk.readiness().stages[at].blocking.clone();
    let rest = more(all.len(), MOST, "项");
    let items: Vec<_> = all.into_iter().take(MOST).map(|at| requirement(desk, at, to_do(desk, at))).collect();
    view! {
        <Part title="须先补齐的条件" route=Route::Stage(stage.id.to_owned())>
            <p class="help" prop:textContent=format!("{}阶段：", stage.name)></p>
            <ol class="todo">{items}</ol>
            <p class="help" prop:textContent=rest></p>
        </Part>
    }
}

/// What is still to be verified in stages that are not behind.
#[component]
pub fn OpenRequirements() -> impl IntoView {
    let desk = use_desk();
    let all = Memo::new(move |_| desk.unverified_ahead());
    let title = Signal::derive(move || match all.with(Vec::len) {
        0 => all_verified_words(desk).to_owned(),
        count => format!("还没核实的 {count} 条"),
    });
    let items = move || {
        let words = |at: usize| desk.pathway.requirements[at].label.to_owned();
        all.get().into_iter().take(MOST).map(|at| requirement(desk, at, words(at))).collect::<Vec<_>>()
    };
    view! {
        <Part title route=Route::Home>
            <ul class="open-list">{following(items)}</ul>
            <p class="help" prop:textContent=move || more(all.with(Vec::len), MOST, "条")></p>
        </Part>
    }
}

fn requirement(desk: Desk, at: usize, words: String) -> impl IntoView {
    let hash = Route::Requirement(desk.pathway.requirements[at].id.to_owned()).hash();
    view! {
        <li>
            <a href=hash prop:textContent=words></a>
        </li>
    }
}
