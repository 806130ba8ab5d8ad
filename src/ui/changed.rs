//! What the rules of scoring changed in a draft of an older version: told once, item by item, when it is opened.

use super::desk::{Desk, use_desk};
use super::dom::{Child, El, IntoChild, button, el, of};
use super::route::Route;
use crate::scoring::former::{self, Change, Told};
use crate::ui::leptos::*;

/// Above the page until the person has seen it.
pub fn changed() -> El {
    let desk = use_desk();
    of("div", "changes").child(move || desk.changed.get().map(|told| notice(desk, &told)))
}

fn notice(desk: Desk, told: &Told) -> El {
    of("section", "changed")
        .attr("aria-label", "计分规则更新")
        .child(el("h2").child("计分规则有更新"))
        .child(el("p").child("这份草稿由较早的版本保存，填写的内容都在。"))
        .child(changes(desk, &told.changes))
        .child(filled_in(&told.filled_in))
        .child(areas(desk, &told.areas))
        .child(button("知道了", move || desk.has_seen_what_changed()).attr("class", "primary"))
}

fn changes(desk: Desk, changes: &[Change]) -> Child {
    let line = |change: &Change| {
        let item = &desk.policy.items[change.item];
        let link = el("a").attr("href", Route::Item(item.id.to_owned()).hash()).child(item.label);
        el("li").child(link).child(format!("：{}", former::words(change)))
    };
    let lines: Vec<El> = changes.iter().map(line).collect();
    if lines.is_empty() {
        return el("p").child("各项的分数没有变化。").into_child();
    }
    vec![el("p").child("按现在的规则，下列各项的分数有变化："), el("ul").child(lines)].into_child()
}

/// What nobody typed and counts all the same.
fn filled_in(all: &[&str]) -> Child {
    (!all.is_empty()).then(|| el("p").child(format!("{}，请核对。", all.join("；")))).into_child()
}

/// A plan that is made and not begun was a no before, and is a yes now.
fn areas(desk: Desk, areas: &[usize]) -> Child {
    let labels: Vec<String> = areas.iter().map(|at| format!("“{}”", desk.policy.facts[*at].label)).collect();
    let words = format!(
        "“规划目标”现在分开问“已制定规划”和“已开始实施”。{}原来填的是“否”：其中已制定、未实施的请改为“是”；改后仍有方面没有实施的，“规划已开始实施”请改为“否”。",
        labels.join("、")
    );
    (!labels.is_empty()).then(|| el("p").child(words)).into_child()
}
