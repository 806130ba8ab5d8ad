//! What was entered for the score and bears on readiness: shown beside requirements, offered where it is the same
//! figure, and pointed out where the two differ.

use super::{Facts, explain};
use crate::draft::Draft;
use crate::draft::number::{self, millionths};
use crate::policy::amount::amount_beside;
use crate::policy::{
    Category, CrossCheck, EvidenceKind, Figure, Fraction, Measure, MemberKind, Offer, Pathway, Policy, Unit,
};

/// A figure of the score, as a sentence.
pub fn words(policy: &Policy, draft: &Draft, beside: &CrossCheck) -> String {
    match beside {
        CrossCheck::Facts(facts) => {
            let one = |fact: &usize| {
                let value = explain::value(policy, draft, *fact).unwrap_or_else(|| "未填".to_owned());
                format!("{}：{value}", policy.facts[*fact].label)
            };
            format!("评估表里填的是：{}。", facts.iter().map(one).collect::<Vec<_>>().join("；"))
        }
        CrossCheck::Evidence(category) => evidence(draft, *category),
        CrossCheck::Members => members(draft),
        CrossCheck::Contributions => match draft.contributions() {
            Some(sum) => format!("成员表里股东认缴出资合计 {} 万元。", number::write_millionths(sum)),
            None => "成员表里股东的认缴出资额还没有填齐。".to_owned(),
        },
        CrossCheck::RdShare => rd_share(policy, draft),
    }
}

fn evidence(draft: &Draft, category: Category) -> String {
    let mine = || draft.evidence.iter().filter(move |entry| entry.category == category);
    let name = category.label();
    if mine().next().is_none() {
        return format!("佐证材料里还没有“{name}”。");
    }
    let mut parts = Vec::new();
    let mut add = |label: &str, count: usize| {
        if count > 0 {
            parts.push(format!("{label} {count} 项"));
        }
    };
    for kind in category.kinds() {
        add(EvidenceKind::label(*kind), mine().filter(|entry| entry.kind == Some(*kind)).count());
    }
    for level in category.levels() {
        add(category.level_word(*level), mine().filter(|entry| entry.level == Some(*level)).count());
    }
    format!("佐证材料里的“{name}”：{}。", parts.join("、"))
}

fn members(draft: &Draft) -> String {
    if draft.members.is_empty() {
        return "成员表还没有填。".to_owned();
    }
    let count = |kind: &MemberKind| draft.members.iter().filter(|member| member.kind == *kind).count();
    let parts: Vec<String> = MemberKind::ALL
        .iter()
        .map(|kind| (kind, count(kind)))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{} {count} 家", kind.label()))
        .collect();
    format!("成员表里有{}。", parts.join("、"))
}

fn rd_share(policy: &Policy, draft: &Draft) -> String {
    let sums = draft.finance_sums();
    match (sums[Figure::Rd as usize], sums[Figure::Cost as usize]) {
        (Some(rd), Some(cost)) if cost > 0 => {
            let measure = Measure::FinanceRatio { part: Figure::Rd, whole: Figure::Cost };
            let limits = policy.limits_of(|one| *one == measure);
            let share = amount_beside(Fraction::new(rd, cost), &Unit::Share, &limits);
            format!("财务数据里考评期各年度的研发费用占成本费用的比例：{share}。")
        }
        _ => "财务数据还没有填齐。".to_owned(),
    }
}

/// A figure that was entered for the score and usually is the same as a fact of the pathway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Position of the fact that could take it.
    pub fact: usize,
    /// As it would be typed.
    pub text: String,
    /// 人, 万元.
    pub unit: &'static str,
    pub words: String,
    /// The fact is filled in, and differs.
    pub conflict: bool,
}

/// What is offered to a fact: nothing where it has the same figure already, or there is none.
pub fn offered(policy: &Policy, pathway: &Pathway, draft: &Draft, fact: usize) -> Option<Offered> {
    let (_, offer) = pathway.offers.iter().find(|(own, _)| *own == fact)?;
    let (figure, source) = match offer {
        Offer::Fact(other) => {
            (draft.number(*other).map(millionths)?, format!("评估表的“{}”", policy.facts[*other].label))
        }
        Offer::Contributions => (draft.contributions()?, "成员表的股东认缴出资合计".to_owned()),
    };
    let own = draft.number(fact).map(millionths);
    if own == Some(figure) {
        return None;
    }
    let text = number::write_millionths(figure);
    let words = match own {
        Some(own) => {
            format!("{source}是 {text}，这里填的是 {}，两处不一致，请核对。", number::write_millionths(own))
        }
        None => format!("{source}是 {text}。"),
    };
    let unit = explain::unit(&policy.facts[fact].kind);
    Some(Offered { fact, text, unit, words, conflict: own.is_some() })
}

/// What is hardly meant: a day that is earlier than one before it, an amount above its limit, a year long ago.
pub fn doubt(policy: &Policy, pathway: &Pathway, facts: &Facts, fact: usize) -> Option<String> {
    let draft = facts.draft;
    let label = |fact: usize| policy.facts[fact].label;
    for (earlier, later) in pathway.orders.iter().filter(|(_, later)| *later == fact) {
        if let (Some(before), Some(day)) = (draft.day(*earlier), draft.day(*later))
            && day < before
        {
            return Some(format!("早于“{}”（{before}），请核对两个日期。", label(*earlier)));
        }
    }
    for (amount, most) in pathway.limits.iter().filter(|(amount, _)| *amount == fact) {
        if let (Some(amount), Some(limit)) = (draft.number(*amount), draft.number(*most))
            && millionths(amount) > millionths(limit)
        {
            return Some(format!("多于“{}”（{}），请核对。", label(*most), number::write(limit)));
        }
    }
    let day = draft.day(fact)?;
    if day.year() < EARLIEST_YEAR {
        return Some(format!("年份是 {} 年，请核对。", day.year()));
    }
    let ahead = day > facts.today && pathway.events.contains(&fact);
    ahead.then(|| "这一天还没有到，按计划处理：由它推算的日期标明“计划”，不作为已经发生。".to_owned())
}

/// No centre and no project of one is older.
const EARLIEST_YEAR: i32 = 1949;
