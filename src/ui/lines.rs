//! Reference lines of the centre's own on the score bar. No official ones exist, and none is claimed.

use leptos::prelude::*;

use super::controls::{self, Entry};
use super::desk::use_desk;
use super::rows;
use crate::draft::Field;
use crate::session::{Command, Rows};

pub fn lines() -> AnyView {
    let desk = use_desk();
    let positions =
        Memo::new(move |_| desk.draft.with(|draft| draft.lines.keys().zip(0..).collect::<Vec<(u32, usize)>>()));
    view! {
        <div class="entries lines">
            <p class="help">"办法没有公布各等次的分数线。可以自己设几条线，显示在分数条上，只供本中心对照。"</p>
            {rows::rows(positions, row)}
            <p class="add">
                <button type="button" on:click=move |_| desk.dispatch(Command::Add(Rows::Lines))>"＋ 添加参考线"</button>
            </p>
        </div>
    }
    .into_any()
}

fn row(position: Signal<usize>, index: Signal<usize>) -> AnyView {
    let desk = use_desk();
    let count = Memo::new(move |_| desk.draft.with(|draft| draft.lines.len()));
    let neighbours = move || {
        let here = position.get();
        (here.checked_sub(1), Some(here + 1).filter(|next| *next < count.get()))
    };
    let name = move || format!("第 {} 条参考线", index.get() + 1);
    let label = Signal::derive(move || Field::LineLabel(position.get()));
    let points = Signal::derive(move || Field::LinePoints(position.get()));
    view! {
        <div class="row" role="group" aria-label=name>
            <div class="cell wide">{controls::entry(label, "名称", Entry::Words, "", false)}</div>
            <div class="cell">{controls::entry(points, "分数", Entry::Number, "分", false)}</div>
            {rows::row_buttons(Rows::Lines, position, neighbours, name)}
        </div>
    }
    .into_any()
}
