//! What a form comes to.

use leptos::prelude::*;

use crate::components::dom;
use crate::desk::{Desk, use_desk};
use crate::draft::{Change, Measure};
use crate::scenario::{self, words};
use crate::scoring::{Figures, assess};

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
        // The button is off now, as the form is empty.
        dom::keep_the_focus_on_the_page();
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
