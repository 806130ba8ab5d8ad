//! One sentence at the foot of the page about what just happened, with what can be done about it.

use leptos::prelude::*;

use crate::desk::{Action, Notice, use_desk};

#[component]
pub fn Notices() -> impl IntoView {
    let desk = use_desk();
    let shown = move |Notice { text, actions }| {
        let actions: Vec<_> = actions.into_iter().map(|action| view! { <ActionButton action /> }).collect();
        view! {
            <div class="notice">
                <p>{text}</p>
                {actions}
                <button
                    type="button"
                    class="icon"
                    aria-label="关闭提示"
                    on:click=move |_| desk.notice.set(None)
                >
                    "✕"
                </button>
            </div>
        }
    };
    view! {
        <div class="notices" role="status">
            {move || desk.notice.get().map(shown)}
        </div>
    }
}

#[component]
fn ActionButton(action: Action) -> impl IntoView {
    let desk = use_desk();
    let label = match action {
        Action::Restore(_) | Action::Undo => "撤销",
        Action::Export => "导出文件",
        Action::TakeTheirs(_) => "改用另一窗口的",
        Action::TakeOurs(..) => "以本窗口的为准",
    };
    view! {
        <button type="button" on:click=move |_| desk.act(&action)>
            {label}
        </button>
    }
}
