//! 草稿 on paper: what this browser keeps.

use leptos::prelude::*;

use super::rows::{Column, PaperRows};
use super::sheet::PaperSheet;
use crate::desk::{clock, use_desk};
use crate::draft::name;
use crate::scoring::assess;
use crate::storage::ListedState;

#[component]
pub fn DraftsPaper() -> impl IntoView {
    let desk = use_desk();
    let beside = Signal::derive(move || format!("打印日期 {}", desk.today()));
    let heads = vec![
        ("草稿", Column::Words),
        ("保存时间", Column::Figure),
        ("考评期", Column::Words),
        ("自评", Column::Figure),
        ("最低可得", Column::Figure),
        ("最高可得", Column::Figure),
    ];
    view! {
        <PaperSheet title="本浏览器里的草稿" beside foot="由制创自评生成；草稿只存在这台电脑的这个浏览器里。" of_main=true>
            <PaperRows class="print-drafts" heads count=usize::MAX rows />
        </PaperSheet>
    }
}

fn rows() -> Vec<Vec<String>> {
    let desk = use_desk();
    // All of them are read and scored, as they are when printing begins.
    desk.save_now();
    let all = desk.drafts().unwrap_or_default();
    let row = |listed: crate::storage::Listed| {
        let saved = clock::day_and_time(listed.saved_at);
        let draft = match listed.state {
            ListedState::Readable => desk.read_draft(&listed.id).ok(),
            ListedState::Unreadable(_) => None,
        };
        let Some(draft) = draft else {
            let words = "（无法读取，原样保留）".to_owned();
            return [name::shown(&listed.name), saved, words, String::new(), String::new(), String::new()];
        };
        let total = assess(desk.policy, &draft).total;
        let figures = [total.declared, total.floor, total.ceiling].map(|points| points.to_string());
        let [declared, floor, ceiling] = figures;
        [name::shown(&listed.name), saved, super::table::period_words(&draft), declared, floor, ceiling]
    };
    all.into_iter().map(row).map(Vec::from).collect()
}
