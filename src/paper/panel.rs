//! 模拟评审 on paper.

use leptos::prelude::*;

use super::rows::{Column, PaperRows};
use super::sheet::PaperSheet;
use crate::desk::use_desk;
use crate::draft::{Expert, Field, field, number};
use crate::policy::Aspect;
use crate::readiness::panel;

#[component]
pub fn PanelPaper() -> impl IntoView {
    let desk = use_desk();
    let beside = Signal::derive(move || format!("打印日期 {}", desk.today()));
    let count = Memo::new(move |_| desk.draft().panel.experts.len());
    let points = Aspect::ALL.iter().map(|aspect| (aspect.label(), Column::Figure));
    let heads = [("", Column::Words)].into_iter().chain(points).chain([("总分", Column::Figure)]).collect();
    let words = Memo::new(move |_| panel::words(desk.pathway, &desk.draft().panel));
    view! {
        <PaperSheet title="模拟评审" beside foot="由制创自评生成；各方面的分值是假定，只作本中心自查。">
            <PaperRows class="print-panel" heads count rows />
            <p prop:textContent=words></p>
        </PaperSheet>
    }
}

fn rows() -> Vec<Vec<String>> {
    let desk = use_desk();
    let draft = desk.draft();
    let text = |field| field::on_paper(desk.policy, &draft, field);
    let aspects = || 0..Aspect::ALL.len();
    let weights = aspects().map(|at| text(Field::Weight(at)));
    let weights = ["分值（假定）".to_owned()].into_iter().chain(weights).chain(["100".to_owned()]).collect();
    let expert = |(row, (_, total)): (usize, (&Expert, Option<i128>))| {
        let points = aspects().map(|at| text(Field::Score(row, at)));
        let total = total.map(number::write_millionths).unwrap_or_default();
        [format!("第 {} 位专家", row + 1)].into_iter().chain(points).chain([total]).collect()
    };
    let experts = draft.panel.experts.iter().zip(draft.panel.totals()).enumerate().map(expert);
    std::iter::once(weights).chain(experts).collect()
}
