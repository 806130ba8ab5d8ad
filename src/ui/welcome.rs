//! The first visit: what this is, that nothing leaves the browser, and three ways to begin.

use leptos::prelude::*;

use super::desk::{Desk, Saving, use_desk};
use super::{drafts, transfer};
use crate::draft::Draft;

/// A complete worked draft of a centre that does not exist.
const SAMPLE: &str = include_str!("../../samples/worked.draft.json");

#[component]
pub fn Welcome() -> impl IntoView {
    let desk = use_desk();
    view! {
        <section class="sheet welcome">
            <h1>"制创自评"</h1>
            <p class="lead">"河南省制造业创新中心三年评估自评计算器，依据豫工信联科〔2019〕194号附件的评估指标参考表。"</p>
            <ul class="points">
                <li><strong>"边填边算。"</strong>"每一项都给出保底、自评、上限三个分数，并写明依据的条文、缺什么、下一步差多少。"</li>
                <li><strong>"不出本机。"</strong>"全部在你的浏览器里计算，草稿存在本浏览器，不向任何地方发送数据。"</li>
                <li><strong>"随时可走。"</strong>"填到哪里都会自动保存，也可以导出成文件带走，或打印成表。"</li>
            </ul>
            <div class="begin">
                <button type="button" class="primary" on:click=move |_| desk.start_blank("我的自评", transfer::last_three_years())>
                    "新建空白草稿"
                </button>
                <button type="button" on:click=move |_| start_sample(desk)>"打开一份填好的示例"</button>
            </div>
            {drafts::import()}
            {move || match desk.saving.get() {
                Saving::Failed(fault) => Some(view! { <p class="warn" role="alert">{fault.to_string()}</p> }),
                _ => None,
            }}
            {drafts::trash(desk)}
        </section>
    }
}

/// Lays out the worked sample, clearly marked as one by its name.
pub fn start_sample(desk: Desk) {
    match sample(desk) {
        Some(draft) => desk.start_draft(draft),
        // A native test reads the sample, so this can't be met; it still must not end the page.
        None => desk.say("示例打不开，请新建空白草稿。", None),
    }
}

fn sample(desk: Desk) -> Option<Draft> {
    transfer::read(desk, SAMPLE).ok()
}
