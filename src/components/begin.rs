//! The two ways to begin without a file.

use leptos::prelude::*;

use crate::desk::{Desk, Route, clock, use_desk};
use crate::draft::file;

/// A complete worked draft of a centre that does not exist.
const SAMPLE: &str = include_str!("../../samples/worked.draft.json");

#[component]
pub fn Begin() -> impl IntoView {
    let desk = use_desk();
    view! {
        <div class="begin">
            <button type="button" class="primary" on:click=move |_| start_blank(desk)>
                "新建空白草稿"
            </button>
            <button type="button" on:click=move |_| start_sample(desk)>
                "打开一份填好的示例"
            </button>
        </div>
    }
}

fn start_blank(desk: Desk) {
    if desk.start_blank("我的自评", clock::last_three_years()) {
        desk.go(&Route::Table);
    }
}

/// Lays out the worked sample, clearly marked as one by its name.
fn start_sample(desk: Desk) {
    match file::read(desk.policy, SAMPLE) {
        Ok(draft) => {
            if desk.start_draft(draft) {
                desk.go(&Route::Table);
            }
        }
        // A native test reads it, so this is only for a build that somebody changed.
        Err(_) => desk.say("示例打不开。已有的草稿不受影响，请新建空白草稿。", None),
    }
}
