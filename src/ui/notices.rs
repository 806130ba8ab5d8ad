//! One sentence at the foot of the page about what just happened, with what can be done about it.

use crate::ui::leptos::*;

use super::desk::{Action, Desk, use_desk};
use super::dom::{El, button, el, of};
use super::transfer;

pub fn notices() -> El {
    let desk = use_desk();
    let notice = move || {
        desk.notice.get().map(|notice| {
            let close = button("✕", move || desk.notice.set(None)).attr("class", "icon");
            let actions: Vec<El> = notice.actions.into_iter().map(|one| action(desk, one)).collect();
            of("div", "notice")
                .child(el("p").child(notice.text))
                .child(actions)
                .child(close.attr("aria-label", "关闭提示"))
        })
    };
    of("div", "notices").attr("role", "status").child(notice)
}

fn action(desk: Desk, action: Action) -> El {
    let label = match action {
        Action::Restore(_) | Action::Undo => "撤销",
        Action::Export => "导出文件",
        Action::TakeTheirs(_) => "改用另一窗口的",
        Action::TakeOurs(..) => "以本窗口的为准",
    };
    button(label, move || match &action {
        Action::Restore(id) => desk.restore(id),
        Action::Undo => desk.undo(),
        Action::Export => transfer::export_open(desk),
        Action::TakeTheirs(original) => desk.take_theirs(original),
        Action::TakeOurs(original, name) => desk.take_ours(original, name),
    })
}
