//! 基础数据 on paper: every fact of the table with the rows that it counts in, and the lists behind.

use leptos::prelude::*;

use super::evidence::EvidenceLists;
use super::finance::FinanceList;
use super::members::MembersList;
use super::rows::{Column, PaperRows};
use super::sheet::PaperSheet;
use crate::components::Source;
use crate::desk::use_desk;
use crate::draft::{Field, field};
use crate::readiness::explain;

#[component]
pub fn FactsPaper() -> impl IntoView {
    let desk = use_desk();
    let count = Memo::new(move |_| facts(desk.policy).len());
    let heads = vec![("数据", Column::Words), ("填写", Column::Words), ("计入", Column::Words)];
    view! {
        <PaperSheet title="基础数据" beside=super::table::period() foot="由制创自评生成，为本中心填写。">
            <PaperRows class="print-facts" heads count rows />
            <h2>"成员与股权"</h2>
            <MembersList />
            <h2>"财务"</h2>
            <FinanceList />
            <h2>"佐证材料"</h2>
            <EvidenceLists />
        </PaperSheet>
    }
}

/// The facts that items count, in the table's order, each once.
fn facts(policy: &'static crate::policy::Policy) -> Vec<usize> {
    let mut all = Vec::new();
    for source in policy.items.iter().flat_map(Source::all_of) {
        if let Source::Fact(at) = source
            && !all.contains(&at)
        {
            all.push(at);
        }
    }
    all
}

fn rows() -> Vec<Vec<String>> {
    let desk = use_desk();
    let draft = desk.draft();
    let row = |at: usize| {
        let counts = |item: &&crate::policy::Item| Source::all_of(item).contains(&Source::Fact(at));
        let items: Vec<&str> = desk.policy.items.iter().filter(counts).map(|item| item.label).collect();
        let value = explain::value(desk.policy, &draft, at).unwrap_or_default();
        let left_out = field::left_out(desk.policy, &draft, Field::Fact(at));
        [desk.policy.facts[at].label.to_owned(), value + &left_out, items.join("、")]
    };
    facts(desk.policy).into_iter().map(row).map(Vec::from).collect()
}
