//! The head of the page: where one is, what is saved, undo and redo.

use leptos::html::Nav;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::desk::{Route, Saving, clock, use_desk};
use crate::draft::name;

/// How much of the place before is to be seen, in CSS pixels.
const BESIDE: i32 = 72;

#[component]
pub fn Head() -> impl IntoView {
    let desk = use_desk();
    let name = Memo::new(move |_| name::shown(&desk.draft().name));
    view! {
        <header class="head">
            <div class="head-line">
                <span class="brand">"制创自评"</span>
                <a class="draft-name" href=Route::Drafts.hash() prop:textContent=name></a>
                <span class="saving" class:failed=move || matches!(desk.saving.get(), Saving::Failed(_)) prop:textContent=move || saving_words(&desk.saving.get())></span>
                <span class="tools">
                    <button
                        type="button"
                        title="撤销（Ctrl+Z）"
                        prop:disabled=move || !desk.steps.get().0
                        on:click=move |_| desk.undo()
                    >
                        "撤销"
                    </button>
                    <button
                        type="button"
                        title="重做（Ctrl+Y）"
                        prop:disabled=move || !desk.steps.get().1
                        on:click=move |_| desk.redo()
                    >
                        "重做"
                    </button>
                    <button type="button" on:click=move |_| desk.export_open()>
                        "导出文件"
                    </button>
                    <button type="button" on:click=move |_| desk.print()>
                        "打印"
                    </button>
                </span>
            </div>
            <Places />
        </header>
    }
}

/// The places of the navigation. On a phone they are wider than the page: the one where one is stays in sight.
#[component]
fn Places() -> impl IntoView {
    let desk = use_desk();
    let place = Memo::new(move |_| desk.route.with(Route::page));
    let nav = NodeRef::<Nav>::new();
    Effect::new(move |_| {
        place.track();
        // The link has to be marked before it can be found.
        request_animation_frame(move || {
            let nav = nav.get_untracked();
            let here = nav.as_ref().and_then(|nav| nav.query_selector("a[aria-current]").ok().flatten());
            if let (Some(nav), Some(here)) = (nav, here) {
                nav.set_scroll_left(here.unchecked_ref::<web_sys::HtmlElement>().offset_left() - BESIDE);
            }
        });
    });
    let link = |(route, label): (Route, &'static str)| {
        let hash = route.hash();
        let here = move || place.with(|place| *place == route).then_some("page");
        view! { <a href=hash aria-current=here>{label}</a> }
    };
    let links: Vec<_> = Route::PLACES.into_iter().map(link).collect();
    view! { <nav aria-label="页面" node_ref=nav>{links}</nav> }
}

fn saving_words(saving: &Saving) -> String {
    match saving {
        Saving::Saved(Some(at)) => format!("已保存 {}", clock::time_of_day(*at)),
        Saving::Saved(None) => "已保存在本浏览器".to_owned(),
        Saving::Waiting => "正在保存…".to_owned(),
        Saving::Failed(_) => "没有保存！".to_owned(),
    }
}
