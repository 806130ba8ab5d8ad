//! What stood in a field before something was tried out.

use leptos::prelude::*;

use crate::desk::use_desk;
use crate::draft::{Field, Path};
use crate::scenario::words;

/// Empty where nothing is tried out, or nothing else stood there.
#[component]
pub fn Was(
    field: Signal<Field>,
    /// By which the control is described with it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let desk = use_desk();
    let before = Memo::new(move |_| {
        // Mostly nothing is tried out, and nothing need be looked at.
        let is_tried = desk.trying.get();
        is_tried.then(|| words::was(desk.policy, &desk.main_draft(), &desk.draft(), field.get())).flatten()
    });
    view! { <small class="was" id=id prop:textContent=move || before.get().unwrap_or_default()></small> }
}

/// The same of what no field shows, such as a reading.
#[component]
pub fn WasAt(path: Path) -> impl IntoView {
    let desk = use_desk();
    let before = Memo::new(move |_| {
        let is_tried = desk.trying.get();
        is_tried.then(|| words::was_at(desk.policy, &desk.main_draft(), &desk.draft(), &path)).flatten()
    });
    view! { <small class="was" prop:textContent=move || before.get().unwrap_or_default()></small> }
}
