//! The strip that is there while something is tried out: what it comes to, and what becomes of it.

use leptos::prelude::*;

use crate::components::following;
use crate::desk::use_desk;
use crate::draft::{Difference, Draft};
use crate::policy::Policy;
use crate::scenario::trial::tried_out;
use crate::scenario::{Effect, words};
use crate::scoring::assess;

#[component]
pub fn Trial() -> impl IntoView {
    let desk = use_desk();
    view! { <div class="trial-place">{following(move || desk.trying.get().then(|| view! { <Strip /> }))}</div> }
}

#[component]
fn Strip() -> impl IntoView {
    let desk = use_desk();
    let changes = Memo::new(move |_| sentences(desk.policy, &desk.main_draft()));
    let before = Memo::new(move |_| assess(desk.policy, &desk.main_draft()).total);
    let words = move || {
        let name = called(&desk.main_draft());
        let effect = Effect { before: before.get(), after: desk.assessment().total };
        format!("试算中{name}：{}", effect.words())
    };
    let count = Memo::new(move |_| changes.with(Vec::len));
    let list = move || {
        let all = changes.get().into_iter().map(|words| view! { <li prop:textContent=words></li> });
        view! { <ul>{all.collect::<Vec<_>>()}</ul> }
    };
    let is_reworked = move || {
        let main = desk.main_draft();
        let began_with = main.trial.as_ref().and_then(|trial| trial.measure.as_ref());
        began_with.is_some_and(|id| main.measures.with_id(id).is_some())
    };
    let keep = move || match is_reworked() {
        true => "存回举措",
        false => "存为举措",
    };
    view! {
        <section class="trial" aria-label="试算">
            <p>
                <strong>"测算稿"</strong>
                <span prop:textContent=words></span>
            </p>
            <details>
                <summary prop:textContent=move || format!("改了 {} 处", count.get())></summary>
                {following(list)}
            </details>
            <span class="trial-tools">
                <button type="button" prop:disabled=move || count.get() == 0 on:click=move |_| desk.keep_trial() prop:textContent=keep></button>
                <button type="button" on:click=move |_| desk.end_trial()>
                    "放弃试算"
                </button>
            </span>
        </section>
    }
}

/// The name of what is tried out, in brackets.
fn called(draft: &Draft) -> String {
    let name = draft.trial.as_ref().map(|trial| trial.name.as_str()).unwrap_or_default();
    if name.is_empty() { String::new() } else { format!("（{name}）") }
}

/// Each change as a sentence, with what was there before.
fn sentences(policy: &Policy, draft: &Draft) -> Vec<String> {
    let tried = draft.tried();
    let sentence = |difference: &Difference| words::difference(policy, draft, &tried, difference);
    tried_out(policy, draft).iter().map(sentence).collect()
}
