//! The points that people give: the centre's pick, and a mock expert's score.

use leptos::prelude::*;

use super::field::FieldEntry;
use super::typing::TextKind;
use crate::desk::use_desk;
use crate::draft::Field;
use crate::scoring::words;

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
    let beside = Memo::new(move |_| words::pick(&desk.assessment().items[at]));
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

/// The expert's points for an item less the declared ones, in words; nothing before there are any.
pub fn expert_difference(at: usize) -> Memo<String> {
    let desk = use_desk();
    Memo::new(move |_| {
        let expert = desk.draft().expert.get(at).and_then(|entered| entered.value);
        expert.map_or_else(String::new, |expert| words::expert(expert, &desk.assessment().items[at]))
    })
}
