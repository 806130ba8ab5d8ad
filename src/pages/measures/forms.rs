//! Forms for what is done most: each shows at once what it comes to, and becomes a measure.

use leptos::prelude::*;

use super::evidence::EvidenceForm;
use super::people::PeopleForm;
use super::readings::ReadingsForm;
use super::shares::SharesForm;
use crate::components::following;
use crate::desk::{Desk, use_desk};
use crate::draft::{Change, Measure};
use crate::scenario::{self, words};
use crate::scoring::{Figures, assess};

const KINDS: [(&str, &str); 4] =
    [("people", "增加人员"), ("shares", "转让股权"), ("evidence", "补一项材料"), ("readings", "换口径")];

#[component]
pub fn Forms() -> impl IntoView {
    let desk = use_desk();
    let open = Memo::new(move |_| {
        let form = desk.form("form");
        KINDS.iter().position(|(id, _)| *id == form).unwrap_or(0)
    });
    let button = |(at, (id, label)): (usize, (&'static str, &'static str))| {
        view! {
            <button
                type="button"
                aria-pressed=move || (open.get() == at).to_string()
                on:click=move |_| desk.fill_form("form", id.to_owned())
            >
                {label}
            </button>
        }
    };
    let buttons: Vec<_> = KINDS.into_iter().enumerate().map(button).collect();
    let form = move || match open.get() {
        0 => view! { <PeopleForm /> }.into_any(),
        1 => view! { <SharesForm /> }.into_any(),
        2 => view! { <EvidenceForm /> }.into_any(),
        _ => view! { <ReadingsForm /> }.into_any(),
    };
    view! {
        <div class="tabs" role="group" aria-label="新举措的种类">
            {buttons}
        </div>
        {following(form)}
        <p class="help">
            "别的改动：点上方的“试算”，像平时一样在各页里改，再“存为举措”；或在提分清单里点“设为举措”。"
        </p>
    }
}

/// What changes of the draft would come to: the figures before and after.
pub fn effect(desk: Desk, changes: Vec<Change>) -> Result<(Figures, Figures), String> {
    let main = desk.main_draft();
    let measure = Measure { changes: changes.into(), ..Measure::default() };
    let carried = scenario::draft_with(desk.policy, &main, &[&measure]);
    let carried = carried.map_err(|refused| refused.message().to_owned())?;
    if let Some((_, idle)) = carried.idle.first() {
        return Err(words::idle(desk.policy, &main, idle));
    }
    Ok((assess(desk.policy, &main).total, assess(desk.policy, &carried.draft).total))
}

/// What a form comes to, and the button that makes a measure of it.
#[component]
pub fn Outcome(
    /// Nothing as long as something is missing.
    changes: Memo<Vec<Change>>,
    /// What the measure is called.
    #[prop(into)]
    name: Signal<String>,
    /// The controls that are empty again once there is a measure of them.
    clears: Vec<String>,
) -> impl IntoView {
    let desk = use_desk();
    let outcome = Memo::new(move |_| {
        let changes = changes.get();
        (!changes.is_empty()).then(|| effect(desk, changes))
    });
    let words = move || match outcome.get() {
        Some(Ok((before, after))) => words::effect(before, after),
        Some(Err(_)) | None => String::new(),
    };
    let fault = move || outcome.get().and_then(Result::err).unwrap_or_default();
    let off = move || !matches!(outcome.get(), Some(Ok(_)));
    let keep = move |_| {
        desk.add_measure(Measure {
            name: name.get_untracked(),
            changes: changes.get_untracked().into(),
            ..Measure::default()
        });
        for control in &clears {
            desk.fill_form(control, String::new());
        }
    };
    view! {
        <p class="outcome" aria-live="polite">
            <strong prop:textContent=words></strong>
            <span class="fault" prop:textContent=fault></span>
        </p>
        <p>
            <button type="button" class="primary" prop:disabled=off on:click=keep>
                "存为举措"
            </button>
        </p>
    }
}
