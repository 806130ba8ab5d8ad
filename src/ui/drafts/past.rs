//! 历史版本: the former states of a draft, and what the browser does with all of them.

use crate::scoring::assess;
use crate::storage::backup::BUDGET;
use crate::storage::{Backup, DraftId};
use crate::ui::desk::Desk;
use crate::ui::dom::{El, button, el, of};
use crate::ui::leptos::*;
use crate::ui::transfer;

/// The former states of a draft, each with a way back to it.
pub fn past(desk: Desk, id: &DraftId, label: &'static str) -> El {
    let backups = desk.backups(id);
    if backups.is_empty() {
        return of("p", "when").child("还没有历史版本；修改时大约每十分钟留存一份。");
    }
    let rows: Vec<El> = backups.into_iter().map(|backup| row(desk, backup, label)).collect();
    of("ul", "past").child(rows)
}

fn row(desk: Desk, backup: Backup, label: &'static str) -> El {
    let when = transfer::day_and_time(backup.saved_at);
    match desk.open_backup(&backup) {
        Ok(opened) => {
            let declared = assess(desk.policy, &opened.draft).total.declared;
            let name = format!("{label}：{when}");
            let back = button(label, move || desk.restore_backup(&backup)).attr("aria-label", name);
            el("li").child(format!("{when}，自评 {declared}")).child(back)
        }
        Err(fault) => el("li").child(format!("{when}：{fault}")),
    }
}

/// How much room the former states take, and whether the browser may clear everything.
pub fn room(desk: Desk) -> El {
    desk.look_whether_persisted();
    let kilobytes = |bytes: usize| bytes.div_ceil(1000);
    let size = move || {
        desk.watch_drafts();
        format!(
            "历史版本共占 {} KB，上限 {} KB；放不下时先删最早的，从不挤占草稿。",
            kilobytes(desk.backup_size()),
            kilobytes(BUDGET)
        )
    };
    let persistence = move || match desk.persisted.get() {
        Some(true) => vec![el("span").child("浏览器已同意不自动清除这些草稿。")],
        Some(false) => vec![
            el("span").child("磁盘空间紧张时，浏览器可能自动清除这些草稿。"),
            button("请浏览器长期保存", move || desk.ask_to_persist()),
        ],
        None => Vec::new(),
    };
    of("div", "room").child(el("p").child(size)).child(el("p").child(persistence))
}
