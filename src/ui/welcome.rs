//! The first visit: what this is, that nothing leaves the browser, and three ways to begin.

use wasm_bindgen_futures::spawn_local;

use crate::ui::leptos::*;

use super::desk::{Desk, Saving, use_desk};
use super::dom::{El, button, el, of};
use super::rooms::{self, Room, room};
use super::transfer;

pub fn welcome() -> El {
    let desk = use_desk();
    let points = [
        ("边填边算。", "每一项都给出最低可得、自评、最高可得三个分数，并写明依据的条文、缺什么、下一步差多少。"),
        ("不出本机。", "全部在你的浏览器里计算，草稿存在本浏览器，不向任何地方发送数据。"),
        ("随时可停。", "填到哪里都会自动保存，也可以导出成文件带走，或打印成表。"),
    ];
    let points: Vec<El> =
        points.into_iter().map(|(strong, rest)| el("li").child(el("strong").child(strong)).child(rest)).collect();
    let trouble = move || match desk.saving.get() {
        Saving::Failed(fault) => Some(of("p", "warn").attr("role", "alert").child(fault.to_string())),
        _ => None,
    };
    let lead = "河南省制造业创新中心自评计算器：按豫工信联科〔2019〕194号的评估指标自评打分，按豫工信联创新〔2023〕52号核对培育、验收和认定的条件，推算各个日期。";
    super::sheet("制创自评", lead)
        .attr("class", "sheet welcome")
        .child(of("ul", "points").child(points))
        .child(begin(desk))
        .child(trouble)
        .child(room(Room::Files))
}

/// The two ways to begin without a file.
pub fn begin(desk: Desk) -> El {
    of("div", "begin")
        .child(button("新建空白草稿", move || start_blank(desk)).attr("class", "primary"))
        .child(button("打开一份填好的示例", move || start_sample(desk)))
}

fn start_blank(desk: Desk) {
    if desk.start_blank("我的自评", transfer::last_three_years()) {
        desk.go(&super::Route::Table);
    }
}

/// Lays out the worked sample, clearly marked as one by its name.
fn start_sample(desk: Desk) {
    spawn_local(async move {
        match rooms::sample().await.map(|sample| transfer::read(desk, sample)) {
            Ok(Ok((draft, _))) if desk.start_draft(draft.clone()) => desk.go(&super::Route::Table),
            Ok(Ok(_)) => {}
            // A native test reads the sample, so what is wrong is its way here.
            _ => desk.say("示例没能下载，请检查网络后再试，或新建空白草稿。", None),
        }
    });
}
