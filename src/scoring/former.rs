//! What draft files of version 1 were scored by, and which figures are others now.
//!
//! A person who opens such a draft is told once what has changed, item by item. Version 1 knew one choice only where
//! there are readings now, took each row of finance for a year of the period and the rows for all of them, and gave
//! nothing where a centre has none of the three kinds of member. Everything else is as it was.

use std::sync::Arc;

use super::item::{self, Figures, Pick};
use super::measure::{Known, View};
use super::tally::Tally;
use crate::draft::{Draft, FactValue, ListName, file};
use crate::policy::{Choices, FactKind, Item, Measure, Points, Policy};

/// The readings that there were not, and the choice that stood for each.
const READINGS: [(&str, &str); 6] = [
    ("goals.benefits", "both"),
    ("goals.at_sixty", "upper"),
    ("cluster.high_tech", "each"),
    ("market.share_binds", "both"),
    ("market.social_capital", "named"),
    ("business.at_300", "upper"),
];

/// What changed, by the item's id, as a sentence.
const WHY: [(&str, &str); 7] = [
    ("goals.completion", "全面完成而效益不好、完成率恰好 60% 的，条文有两种理解，现在分别列为口径。"),
    ("funding.rd_ratio", "现在只计考评期内的年度；有一行没有填年度的，合计不能确定。"),
    ("cluster.members", "三类成员都没有的也属于“未包含各类创新主体”，酌情 0—2 分，不再按 0 分。"),
    ("cluster.platforms", "高新技术企业默认按中心自己的资格只计一次，每条计 2 分的理解列为口径。"),
    ("market.core_members", "“占有半数以上市场份额”可能只限定国内前五，现在列为口径。"),
    ("market.capital", "“社会资本”没有定义，企业股东是否算在内，现在列为口径。"),
    (
        "business.revenue",
        "年均按考评期的月数折算，不再按填写的行数；只计考评期内的年度，有一行没有填年度的，合计不能确定；恰好 300 万元的列为口径。",
    ),
];

/// An item whose figures are others now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Position of the item.
    pub item: usize,
    pub before: Figures,
    pub after: Figures,
    pub why: &'static str,
}

/// What version 1 gave for each item of a draft that it wrote.
pub fn figures(policy: &Policy, draft: &Draft) -> Vec<Figures> {
    let draft = with_former_readings(policy, draft);
    let known = Known { tally: Tally::with_a_year_a_row(&draft), ..Known::of(policy, &draft) };
    let score = |(at, item): (usize, &Item)| {
        let chosen = known.chosen(item);
        let fixed: Vec<usize> = (0..item.readings.len())
            .filter(|at| READINGS.iter().any(|(id, _)| policy.readings[item.readings[*at]].id == *id))
            .collect();
        let there_was = |choices: Choices| fixed.iter().all(|at| choices.of(*at) == chosen.of(*at));
        let score = item::score_under(&known, at, there_was);
        without_any_kind(&known, item, score.pick, score.figures)
    };
    policy.items.iter().enumerate().map(score).collect()
}

/// The items whose figures are others than version 1 gave.
pub fn changes(policy: &Policy, draft: &Draft) -> Vec<Change> {
    let now = super::assess(policy, draft).items;
    let before = figures(policy, draft).into_iter();
    let change = |(item, (before, score)): (usize, (Figures, item::ItemScore))| {
        let why = WHY.iter().find(|(id, _)| *id == policy.items[item].id).map_or("", |(_, why)| why);
        (before != score.figures).then_some(Change { item, before, after: score.figures, why })
    };
    before.zip(now).enumerate().filter_map(change).collect()
}

/// What a person is told who opens a draft of version 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub changes: Vec<Change>,
    /// Positions of the areas of planning that the draft says no to: a plan that was made and not begun was a no.
    pub areas: Vec<usize>,
    /// What was filled in on the centre's behalf, in words.
    pub filled_in: Vec<&'static str>,
}

/// What is to be told of a draft as it was read from a file of this version; nothing where nothing is others now.
pub fn told(policy: &Policy, draft: &Draft, version: u64) -> Option<Told> {
    if version >= file::VERSION {
        return None;
    }
    let (changes, areas) = (changes(policy, draft), areas_to_look_at(policy, draft));
    let begun = policy.facts.iter().position(|fact| fact.id == BEGUN).and_then(|at| draft.fact(at)).is_some();
    let whole = draft.complete.holds(ListName::Finance);
    let filled_in = [
        begun.then_some("“规划已开始实施”按原来各方面的“是”填为“是”"),
        whole.then_some("“财务数据”按原来的算法勾选为“已填写完整”"),
    ];
    let filled_in = filled_in.into_iter().flatten().collect();
    (!changes.is_empty() || !areas.is_empty()).then_some(Told { changes, areas, filled_in })
}

const BEGUN: &str = "planning.begun";

fn areas_to_look_at(policy: &Policy, draft: &Draft) -> Vec<usize> {
    let area = |at: &usize| {
        let fact = &policy.facts[*at];
        fact.id.starts_with("planning.") && fact.id != BEGUN && fact.kind == FactKind::YesNo
    };
    let no = |at: &usize| draft.fact(*at) == Some(FactValue::Option(0));
    (0..policy.facts.len()).filter(|at| area(at) && no(at)).collect()
}

fn with_former_readings(policy: &Policy, draft: &Draft) -> Draft {
    let mut readings = draft.readings.to_vec();
    for (id, choice) in READINGS {
        let find = |at: usize| policy.readings[at].choices.iter().position(|one| one.id == choice);
        let at = policy.readings.iter().position(|reading| reading.id == id);
        if let Some((at, choice)) = at.and_then(|at| Some((at, find(at)?)))
            && let Some(place) = readings.get_mut(at)
        {
            *place = choice as u8;
        }
    }
    Draft { readings: Arc::new(readings), ..draft.clone() }
}

/// Where a centre had none of the kinds of member that an item counts, it got nothing.
fn without_any_kind(known: &Known, item: &Item, pick: Option<Pick>, figures: Figures) -> Figures {
    let kinds = |view| match item.inputs.first().map(|input| &input.measure) {
        Some(measure @ Measure::MemberKinds(_)) => Some(known.measure(measure, view)),
        _ => None,
    };
    let none = |view| kinds(view).and_then(|kinds| kinds.known_number()).is_some_and(|count| count == 0.into());
    if none(View::Open) {
        Figures::default()
    } else if none(View::AsEntered) && pick.is_none() {
        Figures { declared: Points::ZERO, ..figures }
    } else {
        figures
    }
}

/// A change in words, behind the name of its item: 自评 4.00 → 3.00，最低可得 3.00 → 1.00。年均按考评期的月数折算……
pub fn words(change: &Change) -> String {
    let Change { before, after, why, .. } = change;
    let figures = [
        ("自评", before.declared, after.declared),
        ("最低可得", before.floor, after.floor),
        ("最高可得", before.ceiling, after.ceiling),
    ];
    let moved = figures.into_iter().filter(|(_, before, after)| before != after);
    let moved: Vec<String> = moved.map(|(word, before, after)| format!("{word} {before} → {after}")).collect();
    format!("{}。{why}", moved.join("，"))
}
