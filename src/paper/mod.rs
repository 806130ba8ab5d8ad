//! What is printed, on A4: shown only in print. Its cells follow the draft one by one: it is there while one types.

mod annual;
mod checklist;
mod overview;
mod table;
mod timeline;

use leptos::prelude::*;

use crate::desk::{Route, use_desk};
use crate::draft::name;

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

/// A sheet of paper, with its title and whose it is.
#[component]
fn PaperSheet(
    #[prop(into)] title: String,
    /// What stands beside the name of the draft.
    #[prop(into)]
    beside: Signal<String>,
    /// The last line.
    #[prop(optional)]
    foot: &'static str,
    children: Children,
) -> impl IntoView {
    let desk = use_desk();
    let name = move || name::shown(&desk.draft().name);
    view! {
        <section class="print-sheet">
            <h1>{title}</h1>
            <p class="print-head">
                <span>{name}</span>
                <span>{beside}</span>
            </p>
            {children()}
            {(!foot.is_empty()).then(|| view! { <p class="print-foot">{foot}</p> })}
        </section>
    }
}

/// The head of a printed table.
#[component]
fn PaperHeads<const N: usize>(words: [&'static str; N]) -> impl IntoView {
    let heads: Vec<_> = words.into_iter().map(|word| view! { <th>{word}</th> }).collect();
    view! { <thead><tr>{heads}</tr></thead> }
}
