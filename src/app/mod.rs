//! The shell of the page: its head and bar, and the place that the address names.

mod arrival;
mod asked;
mod bar;
mod changed;
mod focus;
mod head;
mod notices;
mod trial;

use leptos::prelude::*;

use crate::components::{dom, following};
use crate::desk::{Desk, Route, use_desk};
use crate::pages::{
    AnnualPage, ComparePage, DatesPage, DraftsPage, EvidencePage, FactsPage, FinancePage, MeasuresPage,
    MembersPage, OverviewPage, PanelPage, ReadingsPage, StagePage, StartPage, StepsPage, TablePage, TargetPage,
    WelcomePage,
};
use crate::paper::Paper;
use asked::Asked;
use bar::Bar;
use changed::Changed;
use head::Head;
use notices::{Notices, Told};
use trial::Trial;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::open();
    provide_context(desk);
    take_the_place_of_what_waits();
    arrival::follow_the_place();
    arrival::name_the_tab();
    focus::keep_the_focus();
    let is_open = Memo::new(move |_| desk.is_open());
    let body = move || {
        match is_open.get() {
        true => view! { <OpenDraft /> }.into_any(),
        // What is kept and can't be opened is not hidden behind a welcome.
        false => view! {
            <main id="main" tabindex="-1">
                {if desk.keeps_some() { view! { <DraftsPage /> }.into_any() } else { view! { <WelcomePage /> }.into_any() }}
            </main>
        }
        .into_any(),
    }
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
    view! {
        <Head />
        <Bar />
        <Trial />
        <Changed />
        <Asked />
        <main id="main" tabindex="-1">
            <Page />
        </main>
        <div class="paper" aria-hidden="true">
            <Paper />
        </div>
    }
}

/// The place where one is. Another place, and the same of another draft, is built anew and not made of the last one: rows,
/// folds, the focus, and what is half typed in a control go with it.
#[component]
fn Page() -> impl IntoView {
    let desk = use_desk();
    let here = move || [(desk.place.get(), desk.laid_out.get())];
    view! {
        <For each=here key=|here| here.clone() let((place, _))>
            {page(desk, &place)}
        </For>
    }
}

fn page(desk: Desk, place: &Route) -> AnyView {
    match place {
        Route::Start => view! { <StartPage /> }.into_any(),
        Route::Home | Route::Table | Route::Item(_) => view! { <TablePage /> }.into_any(),
        Route::Points | Route::Pick(_) => view! { <TablePage by_points=true /> }.into_any(),
        Route::Facts => view! { <FactsPage /> }.into_any(),
        Route::Members => view! { <MembersPage /> }.into_any(),
        Route::Finance => view! { <FinancePage /> }.into_any(),
        Route::Evidence => view! { <EvidencePage /> }.into_any(),
        Route::Readings => view! { <ReadingsPage /> }.into_any(),
        Route::Steps => view! { <StepsPage /> }.into_any(),
        Route::Measures => view! { <MeasuresPage /> }.into_any(),
        Route::Compare => view! { <ComparePage /> }.into_any(),
        Route::Target => view! { <TargetPage /> }.into_any(),
        Route::Pathway | Route::Stage(_) | Route::Requirement(_) => {
            view! { <StagePage at=desk.stage_of(place).unwrap_or(0) /> }.into_any()
        }
        Route::Panel => view! { <PanelPage /> }.into_any(),
        Route::Dates => view! { <DatesPage /> }.into_any(),
        Route::Annual => view! { <AnnualPage /> }.into_any(),
        Route::Overview => view! { <OverviewPage /> }.into_any(),
        Route::Drafts => view! { <DraftsPage /> }.into_any(),
    }
}
