//! How far off a date is, in words.

use super::{Doubt, Due};
use crate::draft::{Draft, YearPlan};
use crate::policy::{Date, DateSort, Pathway, Policy, day, in_order};

/// Where a date stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DueState {
    /// So many days until its last day, or until it begins.
    Ahead(i64),
    /// Its window is open, with so many days left.
    Open(i64),
    Today,
    /// A deadline went by so many days ago, and nothing says that it was kept.
    Overdue(i64),
    /// It is over, or has begun, for so many days.
    Past(i64),
    /// The text leaves open whether it falls due at all; so many days until it would, below zero where that is past.
    Doubtful(Doubt, i64),
    /// A later event shows that it is over: this fact, on this day.
    Overtaken(usize, Date),
    /// It was done: on this day, or as a grade of its year shows.
    Kept(Option<Date>),
}

pub fn due_state(pathway: &Pathway, draft: &Draft, due: &Due, today: Date) -> DueState {
    let rule = &pathway.dates[due.rule];
    // What was done before its time began is of an earlier round; what lies ahead is not done yet.
    let kept =
        rule.settled_by.iter().filter_map(|fact| draft.day(*fact)).find(|day| (due.since..=today).contains(day));
    if kept.is_some() {
        return DueState::Kept(kept);
    }
    if let Some(year) = due.year {
        if let Some(on) = reported_on(draft, year).filter(|on| *on <= today) {
            return DueState::Kept(Some(on));
        }
        if u16::try_from(year).is_ok_and(|year| draft.grade(year).is_some()) {
            return DueState::Kept(None);
        }
    }
    let overtaken = rule.overtaken_by.iter().filter_map(|event| Some((*event, draft.day(*event)?)));
    if let Some((event, on)) =
        overtaken.filter(|(_, on)| (due.since..=today).contains(on)).min_by_key(|(_, on)| *on)
    {
        return DueState::Overtaken(event, on);
    }
    let (to_begin, to_end) = (day::days_between(today, due.from), day::days_between(today, due.to));
    if let Some(doubt) = due.doubt {
        return DueState::Doubtful(doubt, to_end);
    }
    match rule.sort {
        _ if to_end == 0 => DueState::Today,
        DateSort::Deadline if to_end < 0 => DueState::Overdue(-to_end),
        _ if to_end < 0 => DueState::Past(-to_end),
        _ if due.from < due.to && to_begin <= 0 => DueState::Open(to_end),
        _ if due.from < due.to => DueState::Ahead(to_begin),
        _ => DueState::Ahead(to_end),
    }
}

/// When the report of a year was handed in.
fn reported_on(draft: &Draft, year: i32) -> Option<Date> {
    let of_year = |plan: &&YearPlan| plan.year.value.is_some_and(|one| one.mantissa() == i128::from(year));
    draft.plans.iter().filter(of_year).find_map(|plan| plan.reported_on.value)
}

/// How a date stands, as in 还有 34 天, 已逾期 12 天.
pub fn words(policy: &Policy, pathway: &Pathway, due: &Due, state: DueState) -> String {
    let sort = pathway.dates[due.rule].sort;
    match (state, sort) {
        (DueState::Ahead(days), DateSort::Beginning) => format!("还有 {days} 天"),
        (DueState::Ahead(days), _) if due.from < due.to => format!("还有 {days} 天开始"),
        (DueState::Ahead(days), _) => format!("还有 {days} 天"),
        (DueState::Open(days), _) => format!("报送期内，还有 {days} 天"),
        (DueState::Today, DateSort::Beginning) => "就是今天".to_owned(),
        (DueState::Today, _) => "今天截止".to_owned(),
        (DueState::Overdue(days), _) => format!("已逾期 {days} 天"),
        (DueState::Doubtful(doubt, days), _) => match days {
            ..0 => doubt_words(doubt).to_owned(),
            0 => format!("今天截止；{}", doubt_words(doubt)),
            _ => format!("还有 {days} 天；{}", doubt_words(doubt)),
        },
        (DueState::Overtaken(event, on), _) => format!("“{}”是 {on}，这一期限不再适用", policy.facts[event].label),
        (DueState::Past(days), DateSort::Beginning) => format!("已过 {days} 天"),
        (DueState::Past(days), _) => format!("{days} 天前结束"),
        (DueState::Kept(Some(day)), _) if day > due.to => {
            format!("{day} 办理，逾期 {} 天", day::days_between(due.to, day))
        }
        (DueState::Kept(Some(day)), _) if due.year.is_some_and(|year| day.year() <= year) => {
            format!("{day} 办理，那时年度还没有结束，请核对")
        }
        (DueState::Kept(Some(day)), _) if day < due.from && due.from < due.to => {
            format!("{day} 办理，早于报送期，请核对")
        }
        (DueState::Kept(Some(day)), _) => format!("已按期办理（{day}）"),
        (DueState::Kept(None), _) => "该年度已有考核等次".to_owned(),
    }
}

/// Why it is doubtful whether a year is assessed.
pub fn doubt_words(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::HalfYear => "到这一年年底认定还不满半年，是否考核，条文没有写明",
        Doubt::Evaluated => "这一年作过定期评估，“评估当年不再进行考核”是否指这一年度，有两种理解",
        Doubt::BeforeEvaluation => "次年一般作定期评估，“评估当年不再进行考核”是否指这一年度，有两种理解",
        Doubt::OfEvaluation => "这一年满三年、一般作定期评估，“评估当年不再进行考核”是否指这一年度，有两种理解",
    }
}

/// What a date is called; a yearly one with its year.
pub fn label(pathway: &Pathway, due: &Due) -> String {
    let label = pathway.dates[due.rule].label;
    let planned = if due.planned { "（按计划）" } else { "" };
    due.year.map_or_else(|| format!("{label}{planned}"), |year| format!("{label}（{year} 年度）{planned}"))
}

/// The days of a date, as in 2026-07-01 至 2026-08-01.
pub fn days_words(due: &Due) -> String {
    if due.from == due.to { due.to.to_string() } else { format!("{} 至 {}", due.from, due.to) }
}

/// What is called for next: overdue dates first, then those ahead, each by its last day; doubtful ones while they lie ahead.
pub fn next(pathway: &Pathway, draft: &Draft, today: Date) -> Vec<(Due, DueState)> {
    let all = super::dates(pathway, draft, today).into_iter();
    let waiting = all.map(|due| (due, due_state(pathway, draft, &due, today))).filter(|(_, state)| match state {
        DueState::Past(_) | DueState::Kept(_) | DueState::Overtaken(..) => false,
        DueState::Doubtful(_, days) => *days >= 0,
        _ => true,
    });
    in_order(waiting, |(due, _)| (due.to, due.from))
}
