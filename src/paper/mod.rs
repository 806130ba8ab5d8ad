//! What is printed, on A4: shown only in print. Its cells follow the draft one by one: it is there while one types.

mod annual;
mod checklist;
mod drafts;
mod evidence;
mod facts;
mod finance;
mod members;
mod overview;
mod panel;
mod plans;
mod readings;
mod rows;
mod sheet;
mod table;
mod timeline;

use leptos::prelude::*;

use crate::components::following;
use crate::desk::{Route, use_desk};

/// The paper for what is looked at: each place prints itself.
#[component]
pub fn Paper() -> impl IntoView {
    let desk = use_desk();
    // Each stage is the same checklist; it follows which one is open.
    let sheet = desk.sheet();
    let paper = move || match sheet.get() {
        Route::Start | Route::Overview => view! { <overview::OverviewPaper /> }.into_any(),
        Route::Pathway | Route::Stage(_) | Route::Requirement(_) => {
            view! { <checklist::ChecklistPaper /> }.into_any()
        }
        Route::Panel => view! { <panel::PanelPaper /> }.into_any(),
        Route::Annual => view! { <annual::AnnualPaper /> }.into_any(),
        Route::Dates => view! { <timeline::TimelinePaper /> }.into_any(),
        Route::Facts => view! { <facts::FactsPaper /> }.into_any(),
        Route::Members => view! { <members::MembersPaper /> }.into_any(),
        Route::Finance => view! { <finance::FinancePaper /> }.into_any(),
        Route::Evidence => view! { <evidence::EvidencePaper /> }.into_any(),
        Route::Readings => view! { <readings::ReadingsPaper /> }.into_any(),
        Route::Steps => view! { <plans::StepsPaper /> }.into_any(),
        Route::Measures => view! { <plans::MeasuresPaper /> }.into_any(),
        Route::Compare => view! { <plans::ComparePaper /> }.into_any(),
        Route::Target => view! { <plans::TargetPaper /> }.into_any(),
        Route::Drafts => view! { <drafts::DraftsPaper /> }.into_any(),
        Route::Home | Route::Table | Route::Item(_) | Route::Points | Route::Pick(_) => {
            view! { <table::TablePaper /> }.into_any()
        }
    };
    view! { <div>{following(paper)}</div> }
}
