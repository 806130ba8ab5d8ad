//! The mock panel: weights, the points of each expert, the mean, and what it needs.

use crate::ui::leptos::*;

use super::{notes, pathway};
use crate::draft::panel::MOST_EXPERTS;
use crate::draft::{Field, number};
use crate::policy::Aspect;
use crate::readiness::panel;
use crate::session::Rows;
use crate::ui::controls::{self, Entry};
use crate::ui::desk::{Desk, memo};
use crate::ui::dom::{El, el, of};
use crate::ui::rows::{self, CellKind, Entries};

pub fn experts(desk: Desk) -> El {
    let weight = |(at, aspect): (usize, &Aspect)| {
        of("div", "cell").child(controls::entry(
            Signal::stored(Field::Weight(at)),
            aspect.label(),
            Entry::Number,
            "分",
            false,
        ))
    };
    let weights: Vec<El> = Aspect::ALL.iter().enumerate().map(weight).collect();
    let entries = Entries {
        rows: Rows::Experts,
        word: "专家",
        positions: memo(move || desk.draft().panel.experts.keys().zip(0..).collect()),
        most: Some(MOST_EXPERTS),
        cells,
    };
    of("div", "shared experts")
        .child(el("h4").child("各方面的分值（假定）"))
        .child(
            of("p", "help")
                .child("评分标准没有公布，以下分值是假定，可以修改；五项合计须为 100，合计为 100 时才一起生效。"),
        )
        .child(of("div", "weights").child(weights))
        .child(el("h4").child("模拟专家打分"))
        .child(entries.view("entries"))
        .child(mean(desk))
        .child(notes("panel"))
}

/// The mean and the line that it has to reach, as a bar.
fn mean(desk: Desk) -> El {
    let Some(line) = panel::line(pathway()) else { return el("div") };
    let mean = memo(move || desk.draft().panel.mean());
    let shown = move || mean.get().map(|mean| panel::mean_words(mean, line));
    let line_words = panel::mean_words(line, line);
    let left = format!("{line_words}%");
    let label = format!("{line_words} 分");
    let words = move || match shown() {
        Some(mean) => format!("平均 {mean} 分，{line_words} 分以上方可列入现场考察范围"),
        None => format!("平均分暂不能计算，{line_words} 分以上方可列入现场考察范围"),
    };
    let bar = of("div", "bar")
        .attr("role", "img")
        .live("aria-label", move || Some(words()))
        .child(
            of("i", "secured").style("width", move || format!("{}%", shown().unwrap_or_else(|| "0".to_owned()))),
        )
        .child(of("b", "line").style("left", move || left.clone()).child(el("span").child(label)));
    of("div", "mean").child(bar)
}

fn cells(desk: Desk, position: Signal<usize>) -> Vec<El> {
    let points = |(at, aspect): (usize, &Aspect)| {
        rows::cell(position, aspect.label(), CellKind::Number("分"), move |row| Field::Score(row, at))
    };
    let total = memo(move || {
        let draft = desk.draft();
        match draft.panel.totals().get(position.get()) {
            Some(Some(total)) => format!("{} 分", number::write_millionths(*total)),
            _ => "—".to_owned(),
        }
    });
    let total =
        of("div", "cell share").child(of("span", "caption").child("总分")).child(el("output").child(total));
    let mut cells: Vec<El> = Aspect::ALL.iter().enumerate().map(points).collect();
    cells.push(total);
    cells
}

/// The panel's mean and the line, as a sentence for the overview; empty before there is an expert.
pub fn words(desk: Desk) -> String {
    let draft = desk.draft();
    let Some(line) = panel::line(pathway()).filter(|_| !draft.panel.experts.is_empty()) else {
        return String::new();
    };
    let mean = draft.panel.mean().map(|mean| format!("平均 {} 分。", panel::mean_words(mean, line)));
    format!("模拟评审：{}{}", mean.unwrap_or_default(), panel::need_words(&draft.panel, line))
}
