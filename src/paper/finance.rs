//! 财务 on paper.

use leptos::prelude::*;

use super::rows::{Column, PaperRows};
use super::sheet::PaperSheet;
use crate::components::{finance_sums, year_standing_words};
use crate::desk::use_desk;
use crate::draft::{Field, field};
use crate::policy::Figure;

#[component]
pub fn FinancePaper() -> impl IntoView {
    view! {
        <PaperSheet title="财务" beside=super::table::period() foot="由制创自评生成，为本中心填写。">
            <FinanceList />
        </PaperSheet>
    }
}

#[component]
pub fn FinanceList() -> impl IntoView {
    let desk = use_desk();
    let count = Memo::new(move |_| desk.draft().finance.len());
    let [first, second, third] = [0, 1, 2].map(|at| Figure::ALL.get(at).map_or("", |figure| figure.label()));
    let figure = |label| (label, Column::Figure);
    let heads = vec![figure("年度"), figure(first), figure(second), figure(third), ("说明", Column::Words)];
    view! {
        <p>"单位：万元"</p>
        <PaperRows class="print-finance" heads count rows />
        <p prop:textContent=move || finance_sums(desk)></p>
    }
}

fn rows() -> Vec<Vec<String>> {
    let desk = use_desk();
    let draft = desk.draft();
    let row = |at: usize| {
        let text = |field| field::on_paper(desk.policy, &draft, field);
        let figure = |of: usize| Figure::ALL.get(of).map(|figure| text(Field::Finance(at, *figure)));
        let [cost, rd, revenue] = [0, 1, 2].map(|of| figure(of).unwrap_or_default());
        [text(Field::Year(at)), cost, rd, revenue, year_standing_words(desk, at)]
    };
    (0..draft.finance.len()).map(row).map(Vec::from).collect()
}
