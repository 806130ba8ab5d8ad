//! 总览, as its page and its paper show it: first what the draft is for as a figure, then what is overdue or next, what
//! blocks, and what is open. What the draft is not for comes last, folded.

mod calendar;
mod conditions;
mod part;
mod score;

use leptos::prelude::*;

use crate::components::{BestSteps, following};
use crate::desk::{Route, use_desk};
use crate::draft::Purpose;
use crate::steps::Chance;
use calendar::Calendar;
use conditions::{Blocking, OpenRequirements, Stages, Way, way_words};
use part::Part;
use score::{Groups, OpenItems, Score, score_words};

/// As many of the best steps as the overview shows.
const BEST: usize = 5;

#[component]
pub fn Overview(
    /// As much as finds room on one sheet of paper.
    #[prop(optional)]
    brief: bool,
) -> impl IntoView {
    let desk = use_desk();
    let is_evaluated = Memo::new(move |_| desk.purpose() == Purpose::Evaluation);
    let all = move || match is_evaluated.get() {
        true => view! {
            <Score />
            <Calendar />
            <Blocking />
            <OpenItems brief />
            <Best />
            <Groups />
            <Folded words=Signal::derive(move || way_words(desk)) content=|| view! { <Stages /> }.into_any() />
        }
        .into_any(),
        false => view! {
            <Way />
            <Calendar />
            <Blocking />
            <OpenRequirements />
            <Stages />
            <Folded words=Signal::derive(move || score_words(desk)) content=|| view! { <Groups /> }.into_any() />
        }
        .into_any(),
    };
    view! { <div class="overview">{following(all)}</div> }
}

/// The best next steps; nothing where none is known.
#[component]
fn Best() -> impl IntoView {
    let desk = use_desk();
    let has_some =
        Memo::new(move |_| desk.steps_ahead.with(|all| all.steps.iter().any(|step| step.chance == Chance::Own)));
    following(move || {
        has_some.get().then(|| {
            view! {
                <Part title="提分清单：加分最多的几步" route=Route::Steps>
                    <BestSteps most=BEST />
                </Part>
            }
        })
    })
}

/// What the draft is not for, as one line; nothing of it is hidden for good.
#[component]
fn Folded(words: Signal<String>, content: fn() -> AnyView) -> impl IntoView {
    view! {
        <details class="aside">
            <summary prop:textContent=words></summary>
            {content()}
        </details>
    }
}
