//! Reference lines of the centre's own on the score bar. No official ones exist, and none is claimed.

use crate::ui::leptos::*;

use super::desk::{Desk, memo, use_desk};
use super::dom::El;
use super::rows::{self, CellKind, Entries};
use crate::draft::Field;
use crate::session::Rows;

pub fn lines() -> El {
    let desk = use_desk();
    let entries = Entries {
        rows: Rows::Lines,
        word: "参考线",
        positions: memo(move || desk.draft().lines.keys().zip(0..).collect()),
        most: None,
        cells,
    };
    entries.view("entries lines")
}

fn cells(_: Desk, position: Signal<usize>) -> Vec<El> {
    vec![
        rows::cell(position, "名称", CellKind::Words, Field::LineLabel),
        rows::cell(position, "分数", CellKind::Number("分"), Field::LinePoints),
    ]
}
