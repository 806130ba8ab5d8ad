//! 模拟评审: the mock panel. Weights, the points of each expert, the mean, and what it needs.

use leptos::prelude::*;

use crate::components::{Cell, CellKind, FieldEntry, FoldedNotes, Grid, Sheet, TextKind};
use crate::desk::use_desk;
use crate::draft::panel::MOST_EXPERTS;
use crate::draft::{Field, number};
use crate::policy::Aspect;
use crate::readiness::panel;
use crate::session::Rows;

#[component]
pub fn PanelPage() -> impl IntoView {
    let desk = use_desk();
    let weight = |(at, aspect): (usize, &Aspect)| {
        view! {
            <div class="cell">
                <FieldEntry field=Field::Weight(at) label=aspect.label() kind=TextKind::Number unit="分" />
            </div>
        }
    };
    let weights: Vec<_> = Aspect::ALL.iter().enumerate().map(weight).collect();
    let positions = Memo::new(move |_| desk.draft().panel.experts.keys().zip(0..).collect());
    let needs = Memo::new(move |_| {
        let line = panel::line(desk.pathway);
        line.map(|line| panel::need_words(&desk.draft().panel, line)).unwrap_or_default()
    });
    let lead = "在遴选前请几位专家按五个方面模拟打分，看平均分到不到线；只作自查。";
    view! {
        <Sheet title="模拟评审" lead>
            <div class="experts">
                <Mean />
                <p prop:textContent=needs></p>
                <h2>"模拟专家打分"</h2>
                <Grid class="entries" rows=Rows::Experts word="专家" positions most=MOST_EXPERTS cells />
                <h2>"各方面的分值（假定）"</h2>
                <p class="help">
                    "评分标准没有公布，以下分值是假定，可以修改；五项合计须为 100，合计为 100 时才一起生效。"
                </p>
                <div class="weights">{weights}</div>
                <FoldedNotes about="panel" />
            </div>
        </Sheet>
    }
}

/// The mean and the line that it has to reach, as a bar.
#[component]
fn Mean() -> impl IntoView {
    let desk = use_desk();
    panel::line(desk.pathway).map(|line| {
        let mean = Memo::new(move |_| desk.draft().panel.mean().map(|mean| panel::mean_words(mean, line)));
        let line_words = panel::mean_words(line, line);
        let left = format!("{line_words}%");
        let label = format!("{line_words} 分");
        let words = move || match mean.get() {
            Some(mean) => format!("平均 {mean} 分，{line_words} 分以上方可列入现场考察范围"),
            None => format!("平均分暂不能计算，{line_words} 分以上方可列入现场考察范围"),
        };
        let width = move || format!("{}%", mean.get().unwrap_or_else(|| "0".to_owned()));
        view! {
            <div class="mean">
                <div class="bar" role="img" aria-label=words>
                    <i class="secured" style:width=width></i>
                    <b class="line" style:left=left>
                        <span>{label}</span>
                    </b>
                </div>
            </div>
        }
    })
}

fn cells(position: Signal<usize>) -> AnyView {
    let desk = use_desk();
    let points: Vec<_> = Aspect::ALL
        .iter()
        .enumerate()
        .map(|(at, aspect)| {
            let field = move |row| Field::Score(row, at);
            view! { <Cell position label=aspect.label() kind=CellKind::Number("分") field /> }
        })
        .collect();
    let total = Memo::new(move |_| match desk.draft().panel.totals().get(position.get()) {
        Some(Some(total)) => format!("{} 分", number::write_millionths(*total)),
        _ => "—".to_owned(),
    });
    view! {
        {points}
        <div class="cell share">
            <span class="caption">"总分"</span>
            <output prop:textContent=total></output>
        </div>
    }
    .into_any()
}
