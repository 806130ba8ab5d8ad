//! The points that people give: the centre's pick, and a mock expert's score.

use leptos::prelude::*;

use super::field::FieldEntry;
use super::typing::TextKind;
use crate::desk::{Desk, use_desk};
use crate::draft::{Field, number};
use crate::policy::Points;

/// The pick of an item, with what is still possible beside it.
#[component]
pub fn PickEntry(
    /// The item's position.
    at: usize,
    /// In a table the label is heard alone, so it names its row.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let desk = use_desk();
    let beside = Memo::new(move |_| possible(desk, at));
    view! { <PointsEntry at field=Field::Pick(at) word="自报分数" quiet beside /> }
}

/// A mock expert's points for an item, and how far they are from the centre's own.
#[component]
pub fn ExpertEntry(
    /// The item's position.
    at: usize,
    #[prop(optional)] quiet: bool,
) -> impl IntoView {
    view! { <PointsEntry at field=Field::Expert(at) word="专家模拟分" quiet beside=expert_difference(at) /> }
}

#[component]
fn PointsEntry(at: usize, field: Field, word: &'static str, quiet: bool, beside: Memo<String>) -> impl IntoView {
    let item = &use_desk().policy.items[at];
    let label = if quiet { format!("{}：{word}", item.label) } else { word.to_owned() };
    view! {
        <div class="pick">
            <FieldEntry field=field label kind=TextKind::Number unit="分" quiet />
            <p class="possible" prop:textContent=beside></p>
        </div>
    }
}

/// What a pick may be, and whether it was moved.
fn possible(desk: Desk, at: usize) -> String {
    let assessment = desk.assessment();
    let score = &assessment.items[at];
    let (low, high) = score.possible;
    let band =
        if low == high { format!("只能是 {low:#} 分") } else { format!("可得 {low:#}—{high:#} 分") };
    match score.pick {
        Some(pick) if pick.moved => {
            format!("{band}；自报 {:#} 分超出了范围，按 {:#} 分计。", pick.asked, score.figures.declared)
        }
        Some(_) => band,
        None => format!("{band}，现计 {:#} 分", score.figures.declared),
    }
}

/// The expert's points for an item less the declared ones, in words; nothing before there are any.
pub fn expert_difference(at: usize) -> Memo<String> {
    let desk = use_desk();
    Memo::new(move |_| {
        let Some(expert) = desk.draft().expert.get(at).and_then(|entered| entered.value) else {
            return String::new();
        };
        let expert = Points::round(number::to_fraction(expert));
        let declared = desk.assessment().items[at].figures.declared;
        if expert == declared {
            "与自评相同".to_owned()
        } else if expert > declared {
            format!("比自评高 {:#} 分", expert - declared)
        } else {
            format!("比自评低 {:#} 分", declared - expert)
        }
    })
}
