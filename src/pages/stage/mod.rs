//! A stage of the pathway: what it asks, and how the centre stands.

mod requirement;
mod section;

use leptos::prelude::*;

use crate::desk::{Desk, Route, use_desk};
use section::StageSheet;

#[component]
pub fn StagePage() -> impl IntoView {
    let desk = use_desk();
    let open = desk.open_stage();
    let only_open = RwSignal::new(false);
    follow_to_requirements(desk, only_open);
    view! {
        // Another stage is another sheet, and not the same with other words.
        <For each=move || [open.get()] key=|at| *at let(at)>
            <StageSheet at only_open />
        </For>
    }
}

/// Brings the requirement that the address names into sight, each time that it is gone to.
fn follow_to_requirements(desk: Desk, only_open: RwSignal<bool>) {
    Effect::new(move |_| {
        if let Route::Requirement(id) = desk.route.get()
            && let Some(at) = desk.pathway.requirements.iter().position(|one| one.id == id)
        {
            requirement::bring_into_sight(at, only_open);
        }
    });
}
