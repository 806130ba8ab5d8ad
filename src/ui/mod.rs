//! The page. Views are thin: they show slices of the assessment and send commands.

mod bar;
mod controls;
mod desk;
mod drafts;
mod evidence;
mod facts;
mod finance;
mod head;
mod inputs;
mod judgement;
mod keys;
mod lines;
mod members;
mod notices;
mod panel;
mod print;
mod readings;
mod route;
mod rows;
mod table;
mod transfer;
mod trouble;
mod welcome;

use leptos::prelude::*;

use desk::{Desk, memo};
use route::Route;

/// Starts the page in the document's body.
pub fn start() {
    trouble::watch();
    // What index.html shows while the program loads.
    if let Some(waiting) = document().get_element_by_id("loading") {
        waiting.remove();
    }
    leptos::mount::mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let desk = Desk::open();
    provide_context(desk);
    keys::listen(desk);
    desk.follow_the_address();
    desk.save_when_leaving();
    let is_open = memo(move || desk.is_open());
    view! {
        <a class="skip" href="#main">"跳到正文"</a>
        <notices::Notices/>
        {move || {
            if is_open.get() {
                view! {
                    <head::Head/>
                    <bar::ScoreBar/>
                    <main id="main" tabindex="-1"><Page/></main>
                    <print::Sheet/>
                }
                .into_any()
            } else {
                view! { <main id="main" tabindex="-1"><welcome::Welcome/></main> }.into_any()
            }
        }}
        <footer class="foot">
            <p>"制创自评在你的浏览器里计算，不向任何地方发送数据。依据豫工信联科〔2019〕194号；结果供自评参考，以主管部门的评估为准。"</p>
        </footer>
    }
}

#[component]
fn Page() -> impl IntoView {
    let desk = desk::use_desk();
    let page = memo(move || desk.route.get().page());
    move || match page.get() {
        Route::Points => view! { <table::Table points=true/> }.into_any(),
        Route::Facts => view! { <facts::Facts/> }.into_any(),
        Route::Members => view! { <members::Page/> }.into_any(),
        Route::Finance => view! { <finance::Page/> }.into_any(),
        Route::Evidence => view! { <evidence::Page/> }.into_any(),
        Route::Readings => view! { <readings::Page/> }.into_any(),
        Route::Drafts => view! { <drafts::Page/> }.into_any(),
        Route::Table | Route::Item(_) => view! { <table::Table points=false/> }.into_any(),
    }
}
