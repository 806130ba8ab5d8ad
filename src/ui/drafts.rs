//! 草稿: all drafts of this browser, and files in and out.

mod import;
mod past;

use crate::ui::leptos::*;

use import::import;

use super::controls::{self, Entry};
use super::desk::{Desk, use_desk};
use super::dom::{El, button, el, of};
use super::head::draft_name;
use super::route::Route;
use super::{transfer, welcome};
use crate::draft::Field;
use crate::storage::{DraftId, Listed, ListedState, StorageFault};

pub fn page() -> El {
    let desk = use_desk();
    let lead = "草稿只存在这台电脑的这个浏览器里。换电脑、换浏览器或清理浏览器数据之前，请先导出文件。";
    let list = move || {
        desk.watch_drafts();
        desk.save_now();
        match desk.drafts() {
            Ok(all) => of("ul", "drafts").child(all.into_iter().map(|one| row(desk, one)).collect::<Vec<El>>()),
            Err(fault) => of("p", "warn").child(fault.to_string()),
        }
    };
    super::sheet("草稿", lead)
        .child(welcome::begin(desk))
        .child(list)
        .child(el("h2").child("导入"))
        .child(import())
        .child(trash(desk))
        .child(past::room(desk))
}

/// What a first visit may bring along, or want back.
pub fn files() -> El {
    el("div").child(import()).child(trash(use_desk()))
}

fn row(desk: Desk, listed: Listed) -> El {
    let Listed { id, name, saved_at, state } = listed;
    let here = untrack(|| desk.place()).as_ref() == Some(&id);
    let newer = state == ListedState::Unreadable(StorageFault::Newer) && name.is_empty();
    // The open draft may be renamed while the list is shown.
    let name = if here {
        Signal::derive(move || draft_name(&desk.draft().name))
    } else {
        Signal::stored(if newer { "（新版本的草稿）".to_owned() } else { draft_name(&name) })
    };
    let mut tools = Vec::new();
    if let ListedState::Unreadable(fault) = state {
        let raw = id.clone();
        let past_of = (!desk.backups(&id).is_empty()).then(|| past::past(desk, &id, "作为新草稿打开"));
        tools.push(named(button("下载原样内容", move || transfer::export_raw(desk, &raw)), "下载原样内容", name));
        tools.push(delete(desk, id, name));
        let warning = of("p", "warn").child(fault.to_string());
        return shown("draft unreadable", vec![el("strong").child(name), warning], tools).child(past_of);
    }
    let (open, copy, save) = (id.clone(), id.clone(), id.clone());
    if !here {
        let open = move || {
            desk.open_draft(&open);
            desk.go(&Route::Table);
        };
        tools.push(named(button("打开", open), "打开", name));
    }
    let export = move || match desk.read_draft(&save) {
        Ok(draft) => transfer::export(desk, &draft),
        Err(fault) => desk.say(fault.to_string(), None),
    };
    tools.push(named(button("复制", move || desk.duplicate(&copy)), "复制", name));
    tools.push(named(button("导出", export), "导出", name));
    tools.push(delete(desk, id, name));
    if here {
        let rename = controls::entry(Signal::stored(Field::Name), "草稿名称", Entry::Words, "", true);
        let past = of("details", "past-of").child(el("summary").child("历史版本")).child(move || {
            desk.watch_drafts();
            desk.place().map(|id| past::past(desk, &id, "恢复"))
        });
        shown("draft here", vec![rename, of("span", "when").child("正在编辑")], tools).child(past)
    } else {
        let when = format!("保存于 {}", transfer::day_and_time(saved_at));
        shown("draft", vec![el("strong").child(name), of("span", "when").child(when)], tools)
    }
}

fn shown(class: &'static str, title: Vec<El>, tools: Vec<El>) -> El {
    of("li", class).child(of("div", "draft-title").child(title)).child(of("div", "draft-tools").child(tools))
}

fn delete(desk: Desk, id: DraftId, name: Signal<String>) -> El {
    named(button("删除", move || desk.delete(&id, &name.get_untracked())), "删除", name)
}

/// A button heard alone says what it acts on.
fn named(button: El, deed: &'static str, name: Signal<String>) -> El {
    button.live("aria-label", move || Some(format!("{deed}“{}”", name.get())))
}

/// What was deleted and can be brought back.
fn trash(desk: Desk) -> El {
    let row = move |listed: Listed| {
        let (back, gone) = (listed.id.clone(), listed.id);
        let name = Signal::stored(draft_name(&listed.name));
        let tools = vec![
            named(button("恢复", move || desk.restore(&back)), "恢复", name),
            named(button("永久删除", move || desk.destroy(&gone)), "永久删除", name),
        ];
        shown("draft", vec![el("strong").child(name)], tools)
    };
    let list = move || {
        desk.watch_drafts();
        let all = desk.trash().unwrap_or_default();
        (!all.is_empty()).then(|| {
            let rows: Vec<El> = all.into_iter().map(row).collect();
            vec![el("h2").child("最近删除"), of("ul", "drafts").child(rows)]
        })
    };
    el("div").child(list)
}
