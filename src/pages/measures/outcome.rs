//! What a form comes to.

use leptos::prelude::*;

use crate::desk::use_desk;
use crate::draft::{Change, Measure};
use crate::scenario::effect_of_changes;

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
        (!changes.is_empty()).then(|| effect_of_changes(desk.policy, &desk.main_draft(), changes))
    });
    let words = move || match outcome.get() {
        Some(Ok(effect)) => effect.words(),
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
