//! Chinese sentences of measures and what they come to.

use super::carry::{Idle, Problem, whole_of};
use super::conflict::{Clash, Over};
use crate::draft::field::{EvidenceField, MemberField};
use crate::draft::number::Kind;
use crate::draft::{
    Change, Difference, Draft, Entry, EntryId, EntryList, Field, FinanceField, Measure, Path, Shape, Value, fault,
    number,
};
use crate::policy::{Level, Points, Policy, Role};

/// What a place of the draft is called: “职工总数”, “洛阳轴承研究所”的认缴出资额.
pub fn path(policy: &Policy, draft: &Draft, path: &Path) -> String {
    match path {
        Path::Fact(at) => format!("“{}”", policy.facts[*at].label),
        Path::Reading(at) => format!("口径“{}”", policy.readings[*at].question),
        Path::Discretion => "酌情取值".to_owned(),
        Path::Pick(at) => format!("“{}”的自报分数", policy.items[*at].label),
        Path::PeriodFrom => "考评期的开始日期".to_owned(),
        Path::PeriodTo => "考评期的结束日期".to_owned(),
        Path::Complete(list) => format!("“{}”是否已填写完整", list.label()),
        Path::Member(id, field) => {
            let is = matches!(field, MemberField::Shareholder | MemberField::Lead);
            let what = if is { "是否" } else { "" };
            format!("{}的{what}{}", entry(draft, EntryList::Members, id), field.label())
        }
        Path::Evidence(id, field) => {
            format!("{}的{}", entry(draft, EntryList::Evidence, id), field.label())
        }
        Path::Finance(id, field) => {
            let what = match field {
                FinanceField::Year => "年度",
                FinanceField::Figure(figure) => figure.label(),
            };
            format!("{}的{what}", entry(draft, EntryList::Finance, id))
        }
    }
}

/// What an entry is called, also one that is gone.
pub fn entry(draft: &Draft, list: EntryList, id: &EntryId) -> String {
    let found = draft.entry(list, id);
    found.map_or_else(|| format!("（已删除的一条，编号 {id}）"), |entry| entry_itself(&entry))
}

pub fn entry_itself(entry: &Entry) -> String {
    let named = |name: &str, otherwise: &str| {
        let name = fault::shortened(name.trim());
        if name.is_empty() { otherwise.to_owned() } else { format!("“{name}”") }
    };
    match entry {
        Entry::Finance(row) => {
            row.year.value.map_or_else(|| "没有年度的一行财务".to_owned(), |year| format!("{year} 年度财务"))
        }
        Entry::Member(member) => named(&member.name, "一个没有名称的成员"),
        Entry::Evidence(evidence) => {
            named(&evidence.title, &format!("一条没有名称的{}", evidence.category.label()))
        }
    }
}

/// What is said of a value: 26 人, 是, 2026-05-01, 未填; of a level or a role in the words of the entry's category.
pub fn value(policy: &Policy, draft: &Draft, path: &Path, value: &Value) -> String {
    match (value, path.shape(policy)) {
        (Value::Number(one), Shape::Number(kind)) => with_unit(&number::write(*one), kind.unit()),
        (Value::Number(one), _) => number::write(*one),
        (Value::Day(day), _) => day.to_string(),
        (Value::Flag(yes), _) => if *yes { "是" } else { "否" }.to_owned(),
        (Value::Option(at), Shape::Options(all)) => {
            let plain = || all.get(usize::from(*at)).map(|(_, label)| *label);
            of_category(draft, path, *at).or_else(plain).unwrap_or("未填").to_owned()
        }
        (Value::Text(text), _) if !text.trim().is_empty() => format!("“{}”", fault::shortened(text.trim())),
        _ => "未填".to_owned(),
    }
}

/// The word of a category for one of its levels or roles, by position among all of them.
fn of_category(draft: &Draft, path: &Path, at: u8) -> Option<&'static str> {
    let Path::Evidence(id, field) = path else { return None };
    let category = draft.evidence.with_id(id)?.category;
    let at = usize::from(at);
    match field {
        EvidenceField::Level => Level::ALL.get(at).map(|level| category.level_word(*level)),
        EvidenceField::Role => Role::ALL.get(at).map(|role| category.role_word(*role)),
        _ => None,
    }
}

fn with_unit(number: &str, unit: &str) -> String {
    let space = if unit == "%" || unit == "年" { "" } else { " " };
    format!("{number}{space}{unit}")
}

/// What a measure does, in one line: “职工总数”增加 6 人.
pub fn change(policy: &Policy, draft: &Draft, change: &Change) -> String {
    match change {
        Change::Set { path: at, to } => {
            let before = at.value(policy, draft).map(|before| value(policy, draft, at, &before));
            let from = before.map(|before| format!("由{}{before}", space_before(&before))).unwrap_or_default();
            let to = value(policy, draft, at, to);
            format!("{}{from}改为{}{to}", path(policy, draft, at), space_before(&to))
        }
        Change::Increase { path: at, by } => {
            let size = match at.shape(policy) {
                // 8 % more of 92 % would be something else.
                Shape::Number(Kind::Percent) => format!("{} 个百分点", number::write(by.abs())),
                _ => value(policy, draft, at, &Value::Number(by.abs())),
            };
            let verb = if by.is_sign_negative() { "减少" } else { "增加" };
            format!("{}{verb} {size}", path(policy, draft, at))
        }
        Change::Transfer { from, to, amount } => {
            let name = |id| entry(draft, EntryList::Members, id);
            format!("{}转让 {} 万元出资额给{}", name(from), number::write(*amount), name(to))
        }
        Change::Add(added) => format!("补一条{}：{}", kind(added), entry_itself(added)),
        Change::Remove(list, id) => format!("去掉{}", entry(draft, *list, id)),
    }
}

fn kind(entry: &Entry) -> &'static str {
    match entry {
        Entry::Finance(_) => "财务",
        Entry::Member(_) => "成员",
        Entry::Evidence(evidence) => evidence.category.label(),
    }
}

/// Digits are set apart from the words before them.
fn space_before(text: &str) -> &'static str {
    if text.starts_with(|first: char| first.is_ascii_digit()) { " " } else { "" }
}

/// What a measure is called: its name, or else what it does.
pub fn name(policy: &Policy, draft: &Draft, measure: &Measure) -> String {
    let name = measure.name.trim();
    if !name.is_empty() {
        return name.to_owned();
    }
    match measure.changes.first() {
        Some(first) => change(policy, draft, first),
        None => "没有内容的举措".to_owned(),
    }
}

pub fn clashes(policy: &Policy, draft: &Draft, measures: &[&Measure], clashes: &[Clash]) -> String {
    let quoted = |at: usize| format!("“{}”", name(policy, draft, measures[at]));
    let sentences = clashes.iter().map(|clash| {
        let (one, other) = (quoted(clash.one), quoted(clash.other));
        match &clash.over {
            Over::Set(at) => format!("{one}和{other}把{}改成不同的值，不能一起用。", path(policy, draft, at)),
            Over::Moved(at) => {
                format!("{one}和{other}一个改写{}，一个在它上面增减，不能一起用。", path(policy, draft, at))
            }
            Over::Removed(list, id) => {
                format!("{one}和{other}一个去掉{}，一个还要用它，不能一起用。", entry(draft, *list, id))
            }
        }
    });
    sentences.collect()
}

pub fn problems(policy: &Policy, draft: &Draft, measures: &[&Measure], problems: &[Problem]) -> String {
    let sentences = problems.iter().map(|problem| {
        let who = measures.iter().filter(|measure| problem.concerns(policy, measure));
        let who: String = who.map(|measure| format!("“{}”", name(policy, draft, measure))).collect();
        format!("{who}做不到：{}。", self::problem(policy, draft, problem))
    });
    sentences.collect()
}

fn problem(policy: &Policy, draft: &Draft, problem: &Problem) -> String {
    match problem {
        Problem::Gone(list, id) => format!("主稿里已经没有{}", entry(draft, *list, id)),
        Problem::NotCarried(at) => format!("{}没有这样的选项", path(policy, draft, at)),
        Problem::BlankContribution(id) => {
            format!("{}是股东而认缴出资额没有填", entry(draft, EntryList::Members, id))
        }
        Problem::Below(at) => format!("{}会小于下限 {}", path(policy, draft, at), limit(policy, at).0),
        Problem::Above(at) => format!("{}会大于上限 {}", path(policy, draft, at), limit(policy, at).1),
        Problem::PartAboveWhole(part) => {
            let whole = whole_of(policy, *part).map_or("", |whole| policy.facts[whole].label);
            format!("“{}”会多于“{whole}”", policy.facts[*part].label)
        }
        Problem::PeriodBackwards => "考评期的结束日期会早于开始日期".to_owned(),
        Problem::IdTwice(_, id) => format!("编号“{id}”已经有了"),
    }
}

fn limit(policy: &Policy, path: &Path) -> (u64, u64) {
    if let Shape::Number(kind) = path.shape(policy) { kind.range() } else { (0, 0) }
}

pub fn idle(policy: &Policy, draft: &Draft, idle: &Idle) -> String {
    match idle {
        Idle::Blank(at) => format!("{}还没有填，增减没有效果。", path(policy, draft, at)),
        Idle::Gone(list, id) => format!("{}已经不在了，去掉它没有效果。", entry(draft, *list, id)),
    }
}

/// Hundredths of points with their sign: +4.00, −1.25, 0.00.
pub fn gain(points: Points) -> String {
    let hundredths = points.hundredths();
    let sign = match hundredths {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100)
}

/// 万元 from millionths: 102 万元.
pub fn cost(millionths: i128) -> String {
    format!("{} 万元", number::write_millionths(millionths))
}

/// In what two drafts differ: “职工总数”：64 人 → 70 人.
pub fn difference(policy: &Policy, a: &Draft, b: &Draft, difference: &Difference) -> String {
    match difference {
        Difference::Value { path: at, a: one, b: other } => {
            // Of an entry that got another name, the first one is what it is known by.
            let draft = if at.entry().is_some_and(|(list, id)| a.entry(list, id).is_some()) { a } else { b };
            format!(
                "{}：{} → {}",
                path(policy, draft, at),
                value(policy, draft, at, one),
                value(policy, draft, at, other)
            )
        }
        Difference::OnlyA(entry) => format!("少了{}：{}", kind(entry), entry_itself(entry)),
        Difference::OnlyB(entry) => format!("多了{}：{}", kind(entry), entry_itself(entry)),
    }
}

/// What stood in a field before something was tried out, where that is something else: 原为 26 人.
pub fn was(policy: &Policy, main: &Draft, tried: &Draft, field: Field) -> Option<String> {
    was_at(policy, main, tried, &Path::of_field(tried, field)?)
}

/// The same of a path.
pub fn was_at(policy: &Policy, main: &Draft, tried: &Draft, at: &Path) -> Option<String> {
    // Of an entry that is new nothing was there.
    let before = at.value(policy, main)?;
    let now = at.value(policy, tried)?;
    let before = value(policy, main, at, &before);
    (before != value(policy, main, at, &now)).then(|| format!("原为{}{before}", space_before(&before)))
}
