//! The shell of the page: its head and bar, and the place that the address names.

mod arrival;
mod asked;
mod bar;
mod changed;
mod head;
mod notices;

use leptos::prelude::*;

use crate::components::{dom, following};
use crate::desk::{Desk, Route, use_desk};
use crate::pages::{
    AnnualPage, DatesPage, DraftsPage, EvidencePage, FactsPage, FinancePage, MembersPage, OverviewPage, PanelPage,
    ReadingsPage, StagePage, StartPage, TablePage, WelcomePage,
};
use crate::paper::Paper;
use asked::Asked;
use bar::Bar;
use changed::Changed;
use head::Head;
use notices::{Notices, Told};

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::open();
    provide_context(desk);
    take_the_place_of_what_waits();
    arrival::follow_the_place();
    arrival::name_the_tab();
    let is_open = Memo::new(move |_| desk.is_open());
    let body = move || match is_open.get() {
        true => view! { <OpenDraft /> }.into_any(),
        false => view! {
            <main id="main" tabindex="-1">
                <WelcomePage />
            </main>
        }
        .into_any(),
    };
    view! {
        // What stands behind # is the place, and stays.
        <a
            class="skip"
            href="#main"
            on:click=move |event| {
                event.prevent_default();
                dom::focus_the_page();
            }
        >
            "跳到正文"
        </a>
        <Notices />
        {following(body)}
        <footer class="foot">
            <Told />
            <p>
                "制创自评在你的浏览器里计算，不向任何地方发送数据。依据豫工信联科〔2019〕194号和豫工信联创新〔2023〕52号；结果供自评参考，以主管部门的评估为准。"
            </p>
        </footer>
    }
}

/// index.html says what this is until the program runs.
fn take_the_place_of_what_waits() {
    if let Some(waiting) = document().get_element_by_id("loading") {
        waiting.remove();
    }
}

#[component]
fn OpenDraft() -> impl IntoView {
    let desk = use_desk();
    // Everything that a place shows of a draft goes with it: rows, folds, and what is half typed.
    let page = move || {
        desk.laid_out.track();
        view! { <Page /> }
    };
    view! {
        <Head />
        <Bar />
        <Changed />
        <Asked />
        <main id="main" tabindex="-1">
            {following(page)}
        </main>
        <div class="paper" aria-hidden="true">
            <Paper />
        </div>
    }
}

#[component]
fn Page() -> impl IntoView {
    let desk = use_desk();
    // A stage and the next are the same page; `StagePage` follows which one it is.
    let page = desk.sheet();
    following(move || match page.get() {
        Route::Start => view! { <StartPage /> }.into_any(),
        Route::Home | Route::Table | Route::Item(_) => view! { <TablePage /> }.into_any(),
        Route::Points => view! { <TablePage by_points=true /> }.into_any(),
        Route::Facts => view! { <FactsPage /> }.into_any(),
        Route::Members => view! { <MembersPage /> }.into_any(),
        Route::Finance => view! { <FinancePage /> }.into_any(),
        Route::Evidence => view! { <EvidencePage /> }.into_any(),
        Route::Readings => view! { <ReadingsPage /> }.into_any(),
        Route::Pathway | Route::Stage(_) | Route::Requirement(_) => view! { <StagePage /> }.into_any(),
        Route::Panel => view! { <PanelPage /> }.into_any(),
        Route::Dates => view! { <DatesPage /> }.into_any(),
        Route::Annual => view! { <AnnualPage /> }.into_any(),
        Route::Overview => view! { <OverviewPage /> }.into_any(),
        Route::Drafts => view! { <DraftsPage /> }.into_any(),
    })
}
