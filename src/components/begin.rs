//! The ways to begin without a file.

use leptos::prelude::*;

use super::dom;
use crate::desk::{Desk, Route, use_desk};
use crate::draft::{Purpose, file};

/// A complete worked draft of a centre that does not exist.
const SAMPLE: &str = include_str!("../../samples/worked.draft.json");

/// Asks what the new draft is for; the answer is its beginning.
#[component]
pub fn Begin() -> impl IntoView {
    let desk = use_desk();
    let begin = move |purpose: Purpose, whose: &'static str, what: &'static str| {
        view! {
            <button type="button" class="primary" on:click=move |event| dom::once(&event, || start(desk, purpose))>
                <strong>{purpose.label()}</strong>
                <small>{whose}</small>
                <small>{what}</small>
            </button>
        }
    };
    view! {
        <h2>"新的草稿用来做什么？"</h2>
        <div class="begin">
            {begin(Purpose::Evaluation, "已经认定的中心", "按评估表自评打分")}
            {begin(Purpose::Recognition, "还没有认定的单位", "核对培育、验收和认定的条件")}
            <button type="button" on:click=move |event| dom::once(&event, || start_sample(desk))>
                "打开一份填好的示例"
            </button>
        </div>
    }
}

fn start(desk: Desk, purpose: Purpose) {
    desk.leave_the_row();
    if desk.start_blank(purpose) {
        desk.go(&Route::Start);
    }
}

/// Lays out the worked sample, clearly marked as one by its name.
fn start_sample(desk: Desk) {
    match file::read(desk.policy, SAMPLE) {
        Ok(draft) => {
            desk.leave_the_row();
            if desk.start_draft(draft) {
                desk.go_home();
            }
        }
        // A native test reads it, so this is only for a build that somebody changed.
        Err(_) => desk.say("示例打不开。已有的草稿不受影响，请新建一份草稿。", None),
    }
}
