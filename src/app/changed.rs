//! What the rules of scoring changed in a draft of an older version: told once, item by item, when it is opened.

use leptos::prelude::*;

use crate::components::following;
use crate::desk::{Desk, Route, use_desk};
use crate::scoring::former::{self, Change, Told};

/// Above the page until the person has seen it.
#[component]
pub fn Changed() -> impl IntoView {
    let desk = use_desk();
    let notice = move || desk.changed.get().map(|told| view! { <ChangedNotice told /> });
    view! { <div class="changes">{following(notice)}</div> }
}

#[component]
fn ChangedNotice(told: Told) -> impl IntoView {
    let desk = use_desk();
    let filled_in = told.filled_in.join("；");
    // What nobody typed and counts all the same.
    let filled_in = (!filled_in.is_empty()).then(|| view! { <p>{format!("{filled_in}，请核对。")}</p> });
    let areas = areas_words(desk, &told.areas).map(|words| view! { <p>{words}</p> });
    view! {
        <section class="changed" aria-label="计分规则更新">
            <h2>"计分规则有更新"</h2>
            <p>"这份草稿由较早的版本保存，填写的内容都在。"</p>
            <Changes changes=told.changes />
            {filled_in}
            {areas}
            <button type="button" class="primary" on:click=move |_| desk.has_seen_what_changed()>
                "知道了"
            </button>
        </section>
    }
}

#[component]
fn Changes(changes: Vec<Change>) -> impl IntoView {
    let policy = use_desk().policy;
    let line = |change: &Change| {
        let item = &policy.items[change.item];
        view! {
            <li>
                <a href=Route::Item(item.id.to_owned()).hash()>{item.label}</a>
                <span>{format!("：{}", former::words(change))}</span>
            </li>
        }
    };
    let lines: Vec<_> = changes.iter().map(line).collect();
    if lines.is_empty() {
        return view! { <p>"各项的分数没有变化。"</p> }.into_any();
    }
    view! {
        <p>"按现在的规则，下列各项的分数有变化："</p>
        <ul>{lines}</ul>
    }
    .into_any()
}

/// A plan that is made and not begun was a no before, and is a yes now.
fn areas_words(desk: Desk, areas: &[usize]) -> Option<String> {
    let labels: Vec<String> = areas.iter().map(|at| format!("“{}”", desk.policy.facts[*at].label)).collect();
    (!labels.is_empty()).then(|| {
        format!(
            "“规划目标”现在分开问“已制定规划”和“已开始实施”。{}原来填的是“否”：其中已制定、未实施的请改为“是”；改后仍有方面没有实施的，“规划已开始实施”请改为“否”。",
            labels.join("、")
        )
    })
}
