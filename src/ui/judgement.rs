//! The points that people set themselves: the centre's pick, a mock expert's score, and a note.

use leptos::prelude::*;

use super::controls::{self, Entry};
use super::desk::{Desk, use_desk, memo};
use crate::draft::Field;

/// The pick of an item, with what is still possible beside it.
pub fn pick(at: usize, quiet: bool) -> AnyView {
    let desk = use_desk();
    let label = format!("{}：自报分数", desk.policy.items[at].label);
    let label = if quiet { label } else { "自报分数".to_owned() };
    view! {
        <div class="pick">
            {controls::entry(Signal::stored(Field::Pick(at)), &label, Entry::Number, "分", quiet)}
            <p class="possible">{possible(desk, at)}</p>
        </div>
    }
    .into_any()
}

/// What a pick may be, and whether it was moved.
fn possible(desk: Desk, at: usize) -> Memo<String> {
    memo(move || {
        desk.with_assessment(|assessment| {
            let score = &assessment.items[at];
            let (low, high) = score.possible;
            let band = if low == high { format!("只能是 {low:#} 分") } else { format!("可得 {low:#}—{high:#} 分") };
            match score.pick {
                Some(pick) if pick.moved => {
                    format!("{band}；自报 {:#} 分超出了范围，按 {:#} 分计。", pick.asked, score.figures.declared)
                }
                _ => band,
            }
        })
    })
}

/// A mock expert's points for an item, and how far they are from the centre's own.
pub fn expert(at: usize, quiet: bool) -> AnyView {
    let desk = use_desk();
    let label = format!("{}：专家模拟分", desk.policy.items[at].label);
    let label = if quiet { label } else { "专家模拟分".to_owned() };
    view! {
        <div class="pick">
            {controls::entry(Signal::stored(Field::Expert(at)), &label, Entry::Number, "分", quiet)}
            <p class="possible">{move || difference(desk, at)}</p>
        </div>
    }
    .into_any()
}

/// The expert's points less the declared ones, in words.
pub fn difference(desk: Desk, at: usize) -> Option<String> {
    use crate::draft::number::to_fraction;
    use crate::policy::Points;
    let expert = desk.with_draft(|draft| draft.expert.get(at).and_then(|entered| entered.value))?;
    let expert = Points::round(to_fraction(expert));
    let declared = desk.with_assessment(|assessment| assessment.items[at].figures.declared);
    Some(match expert.cmp(&declared) {
        std::cmp::Ordering::Equal => "与自评相同".to_owned(),
        std::cmp::Ordering::Greater => format!("比自评高 {:#} 分", expert - declared),
        std::cmp::Ordering::Less => format!("比自评低 {:#} 分", declared - expert),
    })
}

pub fn note(at: usize) -> AnyView {
    controls::entry(Signal::stored(Field::Note(at)), "备注（本中心自己看的说明）", Entry::LongWords, "", false)
}
