//! What is printed, on A4: shown only in print. Its cells follow the draft one by one: it is there while one types.

mod annual;
mod checklist;
mod overview;
mod sheet;
mod table;
mod timeline;

use leptos::prelude::*;

use crate::desk::{Route, use_desk};

/// The paper for what is looked at: the overview, a stage, the timeline, a year's targets, or else the official table.
#[component]
pub fn Paper() -> impl IntoView {
    let desk = use_desk();
    let place = Memo::new(move |_| desk.route.with(Route::page));
    let paper = move || match place.get() {
        Route::Overview => view! { <overview::OverviewPaper /> }.into_any(),
        Route::Pathway => view! { <checklist::ChecklistPaper /> }.into_any(),
        Route::Annual => view! { <annual::AnnualPaper /> }.into_any(),
        Route::Dates => view! { <timeline::TimelinePaper /> }.into_any(),
        _ => view! { <table::TablePaper /> }.into_any(),
    };
    view! { <div>{paper}</div> }
}
