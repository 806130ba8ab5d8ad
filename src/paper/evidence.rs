//! 佐证材料 on paper, by category.

use leptos::prelude::*;

use super::rows::{Column, PaperRows};
use super::sheet::PaperSheet;
use crate::desk::use_desk;
use crate::draft::field::EvidenceField;
use crate::draft::{Evidence, Field, field};
use crate::policy::{Category, EvidenceKind};
use crate::scoring::words;

#[component]
pub fn EvidencePaper() -> impl IntoView {
    view! {
        <PaperSheet title="佐证材料" beside=super::table::period() foot="由制创自评生成，为本中心填写。">
            <EvidenceLists />
        </PaperSheet>
    }
}

/// The entries of all categories, one category after another.
#[component]
pub fn EvidenceLists() -> impl IntoView {
    let desk = use_desk();
    let count = Memo::new(move |_| desk.draft().evidence.len());
    let heads = vec![
        ("类别", Column::Words),
        (EvidenceField::Title.label(), Column::Words),
        (EvidenceField::Number.label(), Column::Words),
        ("日期", Column::Figure),
        ("种类、级别、承担方式", Column::Words),
        ("计分情况", Column::Words),
    ];
    view! { <PaperRows class="print-evidence" heads count rows /> }
}

fn rows() -> Vec<Vec<String>> {
    Category::ALL.iter().flat_map(|category| of_category(*category)).collect()
}

fn of_category(category: Category) -> Vec<Vec<String>> {
    let desk = use_desk();
    let draft = desk.draft();
    let standings = desk.standings.get();
    let row = |(at, entry): (usize, &Evidence)| {
        let standing = standings.at(at).map(|one| words::entry_standing(desk.policy, one));
        let parts = [
            entry.kind.map(EvidenceKind::label),
            entry.level.map(|level| category.level_word(level)),
            entry.role.map(|role| category.role_word(role)),
        ];
        [
            category.label().to_owned(),
            entry.title.clone(),
            entry.number.clone(),
            field::on_paper(desk.policy, &draft, Field::Evidence(at, EvidenceField::On)),
            parts.into_iter().flatten().collect::<Vec<_>>().join("，"),
            standing.unwrap_or_default(),
        ]
    };
    draft
        .evidence
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.category == category)
        .map(row)
        .map(Vec::from)
        .collect()
}
