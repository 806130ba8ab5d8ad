//! A stage of the pathway: what it asks, and how the centre stands.

mod requirement;
mod section;

use leptos::prelude::*;

use crate::desk::{Route, use_desk};
use section::StageSheet;

#[component]
pub fn StagePage(
    /// The stage's position.
    at: usize,
) -> impl IntoView {
    let desk = use_desk();
    // Brings the requirement that the address names into sight, each time that it is gone to.
    Effect::new(move |_| {
        if let Route::Requirement(id) = desk.route.get()
            && let Some(at) = desk.pathway.requirements.iter().position(|one| one.id == id)
        {
            requirement::bring_into_sight(at, desk.only_open);
        }
    });
    view! { <StageSheet at only_open=desk.only_open /> }
}
