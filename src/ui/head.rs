//! The head of the page: where one is, what is saved, undo and redo.

use std::time::Duration;

use crate::ui::leptos::*;

use super::desk::{Desk, Saving, memo, use_desk};
use super::dom::{El, button, el, follow, of};
use super::route::Route;
use super::transfer;

pub fn head() -> El {
    let desk = use_desk();
    let link = |(route, label): (Route, &'static str)| {
        let hash = route.hash();
        let here = memo(move || desk.route.get().page() == route);
        el("a").attr("href", hash).live("aria-current", move || here.get().then(|| "page".to_owned())).child(label)
    };
    let links: Vec<El> = Route::PLACES.into_iter().map(link).collect();
    keep_place_in_sight(desk);
    let name = memo(move || draft_name(&desk.draft().name));
    let tools = of("span", "tools")
        .child(
            button("撤销", move || desk.undo())
                .attr("title", "撤销（Ctrl+Z）")
                .disabled(move || !desk.steps.get().0),
        )
        .child(
            button("重做", move || desk.redo())
                .attr("title", "重做（Ctrl+Y）")
                .disabled(move || !desk.steps.get().1),
        )
        .child(button("导出文件", move || transfer::export_open(desk)))
        .child(button("打印", move || transfer::print(desk)));
    let saving = of("span", "saving")
        .toggle("failed", move || matches!(desk.saving.get(), Saving::Failed(_)))
        .child(move || saving_words(&desk.saving.get()));
    let line = of("div", "head-line")
        .child(of("span", "brand").child("制创自评"))
        .child(of("a", "draft-name").attr("href", Route::Drafts.hash()).child(name))
        .child(saving)
        .child(tools);
    of("header", "head").child(line).child(el("nav").attr("aria-label", "页面").child(links))
}

/// On a phone the places are wider than the page: the one where one is stays in sight.
fn keep_place_in_sight(desk: Desk) {
    let place = memo(move || desk.route.get().page());
    let show = || {
        use wasm_bindgen::JsCast;
        let find = |path| document().query_selector(path).ok().flatten();
        if let (Some(places), Some(here)) = (find(".head nav"), find(".head nav a[aria-current]")) {
            places.set_scroll_left(here.unchecked_ref::<web_sys::HtmlElement>().offset_left() - BESIDE);
        }
    };
    let listen = follow(Box::new(move || {
        place.track();
        // The link has to be marked before it can be found.
        set_timeout(show, Duration::ZERO);
    }));
    // Held for as long as the head is there.
    StoredValue::new_local(listen);
}

/// How much of the place before is to be seen, in CSS pixels.
const BESIDE: i32 = 72;

/// A draft without a name still needs something to click on, and one whose name turns the direction of writing
/// may not turn that of the sentence around it.
pub fn draft_name(name: &str) -> String {
    let turns = |one| matches!(one, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if name.trim().is_empty() {
        "（未命名草稿）".to_owned()
    } else if name.contains(turns) {
        let plain: String = name.chars().filter(|one| !turns(*one)).collect();
        format!("\u{2068}{plain}\u{2069}")
    } else {
        name.to_owned()
    }
}

fn saving_words(saving: &Saving) -> String {
    match saving {
        Saving::Saved(Some(at)) => format!("已保存 {}", transfer::clock(*at)),
        Saving::Saved(None) => "已保存在本浏览器".to_owned(),
        Saving::Waiting => "正在保存…".to_owned(),
        Saving::Failed(_) => "没有保存！".to_owned(),
    }
}
