//! One sentence at the foot of the page about what just happened, with what can be done about it.

use leptos::prelude::*;

use super::desk::{Action, Desk, use_desk};
use super::transfer;

#[component]
pub fn Notices() -> impl IntoView {
    let desk = use_desk();
    view! {
        <div class="notices" role="status" aria-live="polite">
            {move || {
                desk.notice
                    .get()
                    .map(|notice| {
                        view! {
                            <div class="notice">
                                <p>{notice.text}</p>
                                {notice.action.map(|action| button(desk, action))}
                                <button type="button" class="icon" aria-label="关闭提示" on:click=move |_| desk.notice.set(None)>
                                    "✕"
                                </button>
                            </div>
                        }
                    })
            }}
        </div>
    }
}

fn button(desk: Desk, action: Action) -> AnyView {
    let label = match action {
        Action::Restore(_) | Action::Undo => "撤销",
        Action::Export => "导出文件",
    };
    let act = move |_| match &action {
        Action::Restore(id) => desk.restore(id),
        Action::Undo => desk.undo(),
        Action::Export => transfer::export_open(desk),
    };
    view! { <button type="button" on:click=act>{label}</button> }.into_any()
}
