//! The head of the page: where one is, what is saved, undo and redo.

use leptos::prelude::*;

use super::desk::{Saving, use_desk, memo};
use super::route::Route;
use super::transfer;

#[component]
pub fn Head() -> impl IntoView {
    let desk = use_desk();
    let links: Vec<_> = Route::PLACES
        .into_iter()
        .map(|(route, label)| {
            let hash = route.hash();
            let here = memo(move || desk.route.get().page() == route);
            view! { <a href=hash aria-current=move || here.get().then_some("page")>{label}</a> }
        })
        .collect();
    view! {
        <header class="head">
            <div class="head-line">
                <span class="brand">"制创自评"</span>
                <a class="draft-name" href="#/drafts">{move || desk.with_draft(|draft| draft_name(&draft.name))}</a>
                <span class="saving" class:failed=move || matches!(desk.saving.get(), Saving::Failed(_)) aria-live="polite">
                    {move || saving_words(&desk.saving.get())}
                </span>
                <span class="tools">
                    <button type="button" disabled=move || !desk.steps.get().0 title="撤销（Ctrl+Z）" on:click=move |_| desk.undo()>
                        "撤销"
                    </button>
                    <button type="button" disabled=move || !desk.steps.get().1 title="重做（Ctrl+Y）" on:click=move |_| desk.redo()>
                        "重做"
                    </button>
                    <button type="button" on:click=move |_| transfer::export_open(desk)>"导出文件"</button>
                    <button type="button" on:click=move |_| transfer::print()>"打印"</button>
                </span>
            </div>
            <nav aria-label="页面">{links}</nav>
        </header>
    }
}

/// A draft without a name still needs something to click on.
pub fn draft_name(name: &str) -> String {
    if name.trim().is_empty() { "（未命名草稿）".to_owned() } else { name.to_owned() }
}

fn saving_words(saving: &Saving) -> String {
    match saving {
        Saving::Saved(Some(at)) => format!("已保存 {}", transfer::clock(*at)),
        Saving::Saved(None) => "已保存在本浏览器".to_owned(),
        Saving::Waiting => "正在保存…".to_owned(),
        Saving::Failed(_) => "没有保存！".to_owned(),
    }
}
