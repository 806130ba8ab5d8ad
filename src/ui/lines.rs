//! Reference lines of the centre's own on the score bar. No official ones exist, and none is claimed.

use leptos::prelude::*;

use super::desk::{memo, use_desk};
use super::rows::{Cell, CellKind, Entries};
use crate::draft::Field;
use crate::session::Rows;

pub fn lines() -> AnyView {
    let desk = use_desk();
    let entries = Entries {
        rows: Rows::Lines,
        word: "参考线",
        positions: memo(move || desk.draft().lines.keys().zip(0..).collect()),
        cells,
    };
    view! {
        <div class="entries lines">
            <p class="help">"办法没有公布各等次的分数线。可以自己设几条线，显示在分数条上，只供本中心对照。"</p>
            {entries.view()}
        </div>
    }
    .into_any()
}

fn cells(position: Signal<usize>) -> Vec<AnyView> {
    vec![
        Cell::new(position, "名称", CellKind::Words, Field::LineLabel).view(),
        Cell::new(position, "分数", CellKind::Number("分"), Field::LinePoints).view(),
    ]
}
