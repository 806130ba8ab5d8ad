//! The points that people set themselves: the centre's pick, a mock expert's score, and a note.

use crate::ui::leptos::*;

use super::controls::{self, Entry};
use super::desk::{Desk, memo, use_desk};
use super::dom::{El, of};
use crate::draft::{Field, number};
use crate::policy::Points;

/// The pick of an item, with what is still possible beside it.
pub fn pick(at: usize, quiet: bool) -> El {
    let desk = use_desk();
    points(Field::Pick(at), &label(desk, at, "自报分数", quiet), quiet, memo(move || possible(desk, at)))
}

/// A mock expert's points for an item, and how far they are from the centre's own.
pub fn expert(at: usize, quiet: bool) -> El {
    let desk = use_desk();
    points(Field::Expert(at), &label(desk, at, "专家模拟分", quiet), quiet, memo(move || difference(desk, at)))
}

/// In a table the label is heard alone, so it names its row.
fn label(desk: Desk, at: usize, word: &str, quiet: bool) -> String {
    if quiet { format!("{}：{word}", desk.policy.items[at].label) } else { word.to_owned() }
}

fn points(field: Field, label: &str, quiet: bool, beside: Memo<String>) -> El {
    of("div", "pick")
        .child(controls::entry(Signal::stored(field), label, Entry::Number, "分", quiet))
        .child(of("p", "possible").child(beside))
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

/// The expert's points less the declared ones, in words; nothing before there are any.
pub fn difference(desk: Desk, at: usize) -> String {
    let Some(expert) = desk.draft().expert.get(at).and_then(|entered| entered.value) else { return String::new() };
    let expert = Points::round(number::to_fraction(expert));
    let declared = desk.assessment().items[at].figures.declared;
    if expert == declared {
        "与自评相同".to_owned()
    } else if expert > declared {
        format!("比自评高 {:#} 分", expert - declared)
    } else {
        format!("比自评低 {:#} 分", declared - expert)
    }
}

pub fn note(at: usize) -> El {
    controls::entry(Signal::stored(Field::Note(at)), "备注（本中心自己看的说明）", Entry::LongWords, "", false)
}
