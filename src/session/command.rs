//! Everything that a person can do to a draft.

mod measures;

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::draft::panel::MOST_EXPERTS;
use crate::draft::{
    Date, Discretion, Draft, Entered, EntryId, Evidence, Expert, Field, FinanceYear, ListName, Measure, Member,
    Period, ReferenceLine, Scenario, Trial, YearPlan, fault, field, number,
};
use crate::policy::{Category, Policy};

/// A list that rows can be added to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    Finance,
    Members,
    /// New rows are of this category; positions count the evidence of all categories.
    Evidence(Category),
    Lines,
    /// Of the mock panel.
    Experts,
    /// Of the yearly targets.
    Plans,
    Measures,
    Scenarios,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Type or choose something; see [`field::enter`].
    Enter(Field, String),
    /// Leave a field: tidies its text and ends the step that undo takes back as one.
    Leave(Field),
    Add(Rows),
    Remove(Rows, usize),
    /// Move the row at the first position to the second.
    Move(Rows, usize, usize),
    Complete(ListName, bool),
    /// Positions of a reading and of its choice.
    Read(usize, u8),
    Discretion(Discretion),
    /// The assessment period, both ends at once.
    Period(Date, Date),
    /// Add the yearly targets of this year; without a year where none is assessed any more.
    Plan(Option<u16>),
    /// A further measure, without an id.
    AddMeasure(Measure),
    /// Another measure like the one at this position.
    DuplicateMeasure(usize),
    /// Takes a change out of a measure: positions of both.
    DropChange(usize, usize),
    /// A further scenario, without an id.
    AddScenario(Scenario),
    /// Whether the scenario at this position holds a measure.
    Choose(usize, EntryId, bool),
    /// From now on what is typed is tried out.
    Try(Arc<Trial>),
    /// What was tried out goes.
    EndTrial,
    /// What was tried out becomes a measure, or the measure that it began with.
    KeepTrial,
}

impl Command {
    /// The draft after the command. While something is tried out, what can be goes there and not to the draft.
    pub fn apply(&self, policy: &Policy, draft: &Draft) -> Draft {
        match measures::apply(self, policy, draft) {
            Some(after) => after,
            None => draft.after_trying(self.apply_to(policy, draft.tried())),
        }
    }

    fn apply_to(&self, policy: &Policy, mut draft: Draft) -> Draft {
        match self {
            Command::Enter(field, text) => field::enter(policy, &mut draft, *field, text),
            Command::Leave(field) => field::leave(policy, &mut draft, *field),
            Command::Add(rows) => add(&mut draft, *rows),
            Command::Remove(rows, at) => match rows {
                Rows::Finance => draft.finance.remove(*at),
                Rows::Members => draft.members.remove(*at),
                Rows::Evidence(_) => draft.evidence.remove(*at),
                Rows::Lines => draft.lines.remove(*at),
                Rows::Experts => {
                    draft.panel.experts.remove(*at);
                    // A weight may have waited because of this expert's points.
                    field::settle_waiting(policy, &mut draft);
                }
                Rows::Plans => draft.plans.remove(*at),
                Rows::Measures => draft.remove_measure(*at),
                Rows::Scenarios => draft.scenarios.remove(*at),
            },
            Command::Move(rows, from, to) => match rows {
                Rows::Finance => draft.finance.shift(*from, *to),
                Rows::Members => draft.members.shift(*from, *to),
                Rows::Evidence(_) => draft.evidence.shift(*from, *to),
                Rows::Lines => draft.lines.shift(*from, *to),
                Rows::Experts => draft.panel.experts.shift(*from, *to),
                Rows::Plans => draft.plans.shift(*from, *to),
                Rows::Measures => draft.measures.shift(*from, *to),
                Rows::Scenarios => draft.scenarios.shift(*from, *to),
            },
            Command::Complete(list, complete) => draft.complete.set(*list, *complete),
            Command::Read(reading, choice) => {
                let known =
                    policy.readings.get(*reading).is_some_and(|one| usize::from(*choice) < one.choices.len());
                if known && let Some(chosen) = Arc::make_mut(&mut draft.readings).get_mut(*reading) {
                    *chosen = *choice;
                }
            }
            Command::Discretion(discretion) => draft.discretion = *discretion,
            Command::Period(from, to) => draft.period = Period { from: Entered::of(*from), to: Entered::of(*to) },
            Command::Plan(year) => {
                let year = year.map_or_else(Entered::default, |year| Entered::of(Decimal::from(year)));
                draft.plans.push(YearPlan { year, ..Default::default() });
            }
            // What is done to measures is no part of what is tried out: see `measures`.
            _ => {}
        }
        draft
    }

    /// The field that is being typed into, whose keystrokes are taken back as one.
    pub fn typing(&self) -> Option<Field> {
        match self {
            Command::Enter(field, _) => Some(*field),
            _ => None,
        }
    }

    /// What is done to the draft, for the words beside undo: 修改“职工总数”, 删除成员“洛阳轴承研究所”.
    pub fn label(&self, policy: &Policy, draft: &Draft) -> String {
        let row = |rows: &Rows, at: usize| row_name(draft, *rows, at).unwrap_or_else(|| row_words(*rows));
        match self {
            Command::Enter(field, _) | Command::Leave(field) => format!("修改{}", place(policy, *field)),
            Command::Add(rows) => format!("添加{}", row_words(*rows)),
            Command::Remove(rows, at) => apart("删除", &row(rows, *at)),
            Command::Move(rows, from, _) => apart("移动", &row(rows, *from)),
            Command::Complete(list, true) => format!("勾选“{}”已填写完整", list.label()),
            Command::Complete(list, false) => format!("取消勾选“{}”已填写完整", list.label()),
            Command::Read(..) => "切换口径".to_owned(),
            Command::Discretion(_) => "切换酌情取值".to_owned(),
            Command::Period(..) => "修改考评期".to_owned(),
            Command::Plan(_) => format!("添加{}", row_words(Rows::Plans)),
            Command::AddMeasure(_) => format!("添加{}", row_words(Rows::Measures)),
            Command::DuplicateMeasure(at) => apart("复制", &row(&Rows::Measures, *at)),
            Command::DropChange(at, _) => apart("修改", &row(&Rows::Measures, *at)),
            Command::AddScenario(_) => format!("添加{}", row_words(Rows::Scenarios)),
            Command::Choose(at, ..) => apart("修改", &row(&Rows::Scenarios, *at)),
            Command::Try(_) => "开始试算".to_owned(),
            Command::EndTrial => "放弃试算".to_owned(),
            Command::KeepTrial => "把试算存为举措".to_owned(),
        }
    }
}

fn add(draft: &mut Draft, rows: Rows) {
    match rows {
        Rows::Finance => {
            let year = next_year(draft.period.from.value, &mut draft.finance.iter().map(|year| &year.year));
            draft.finance.push(FinanceYear { year, ..Default::default() });
        }
        Rows::Members => draft.members.push(Member::default()),
        Rows::Evidence(category) => draft.evidence.push(Evidence::least(category)),
        Rows::Lines => draft.lines.push(ReferenceLine::default()),
        Rows::Experts if draft.panel.experts.len() >= MOST_EXPERTS => {}
        Rows::Experts => draft.panel.experts.push(Expert::default()),
        // Which year is likely depends on the day; see `Command::Plan`.
        Rows::Plans => draft.plans.push(YearPlan::default()),
        Rows::Measures => draft.measures.push(Measure::default()),
        Rows::Scenarios => draft.scenarios.push(Scenario::default()),
    }
    draft.number_new_entries();
}

/// The year after the last one, or else of this day; only one that the file will take: a mistyped period must not make
/// the draft unreadable.
fn next_year(first: Option<Date>, years: &mut dyn Iterator<Item = &Entered<Decimal>>) -> Entered<Decimal> {
    let last = years.filter_map(|year| year.value).map(|year| year.mantissa()).max();
    let first = first.map(|first| i128::from(first.year()));
    let year = last.map(|last| last + 1).or(first).map(|year| Decimal::from(year as u32));
    year.and_then(|year| number::Kind::Year.check(year).ok()).map_or_else(Entered::default, Entered::of)
}

/// A verb and what it is done to; only digits are set apart from the words before them.
fn apart(verb: &str, what: &str) -> String {
    let space = if what.starts_with(|first: char| first.is_ascii_digit()) { " " } else { "" };
    format!("{verb}{space}{what}")
}

/// What tells a row from the others: 成员“洛阳轴承研究所”, 2024 年度财务; none where nothing does yet.
fn row_name(draft: &Draft, rows: Rows, at: usize) -> Option<String> {
    let named = |word: &str, name: &str| {
        let name = fault::shortened(name.trim());
        (!name.is_empty()).then(|| format!("{word}“{name}”"))
    };
    let of_year = |year: &Entered<Decimal>| year.value.map(|year| year.to_string());
    match rows {
        Rows::Finance => Some(format!("{} 年度财务", of_year(&draft.finance.get(at)?.year)?)),
        Rows::Members => named("成员", &draft.members.get(at)?.name),
        Rows::Evidence(category) => named(category.label(), &draft.evidence.get(at)?.title),
        Rows::Lines => named("参考线", &draft.lines.get(at)?.label),
        Rows::Experts => Some(format!("第 {} 位模拟专家", at + 1)),
        Rows::Plans => Some(format!("{} 年度的目标", of_year(&draft.plans.get(at)?.year)?)),
        Rows::Measures => named("举措", &draft.measures.get(at)?.name),
        Rows::Scenarios => named("方案", &draft.scenarios.get(at)?.name),
    }
}

/// 一条知识产权, 一位模拟专家.
fn row_words(rows: Rows) -> String {
    let (measure, word) = match rows {
        Rows::Finance => ("一条", "年度财务"),
        Rows::Members => ("一条", "成员"),
        Rows::Evidence(category) => ("一条", category.label()),
        Rows::Lines => ("一条", "参考线"),
        Rows::Experts => ("一位", "模拟专家"),
        Rows::Plans => ("一个", "年度的目标"),
        Rows::Measures => ("一个", "举措"),
        Rows::Scenarios => ("一个", "方案"),
    };
    format!("{measure}{word}")
}

fn place(policy: &Policy, field: Field) -> String {
    let item = |at: usize| policy.items.get(at).map(|item| item.label).unwrap_or_default();
    match field {
        Field::Name => "草稿名称".to_owned(),
        Field::Unit => "单位名称".to_owned(),
        Field::Preparer => "填表人".to_owned(),
        Field::Phone => "联系电话".to_owned(),
        Field::Purpose => "草稿的用途".to_owned(),
        Field::PeriodFrom | Field::PeriodTo => "考评期".to_owned(),
        Field::Fact(at) => format!("“{}”", policy.facts.get(at).map(|fact| fact.label).unwrap_or_default()),
        Field::Year(_) => "年度".to_owned(),
        Field::Finance(_, figure) => format!("“{}”", figure.label()),
        Field::Member(..) => "成员信息".to_owned(),
        Field::Evidence(..) => "佐证材料".to_owned(),
        Field::Pick(at) => format!("“{}”的自报分数", item(at)),
        Field::Expert(at) => format!("“{}”的专家模拟分", item(at)),
        Field::Note(at) => format!("“{}”的备注", item(at)),
        Field::LineLabel(_) | Field::LinePoints(_) => "参考线".to_owned(),
        Field::Requirement(at, _) => {
            format!("“{}”", policy.requirements.get(at).map(|one| one.label).unwrap_or_default())
        }
        Field::Weight(_) => "评审分值".to_owned(),
        Field::Score(..) => "模拟专家的分数".to_owned(),
        Field::Grade(year) => format!("{year} 年度的考核等次"),
        Field::Days(_) => "放假和调休的日期".to_owned(),
        Field::Measure(..) => "举措".to_owned(),
        Field::ScenarioName(_) | Field::ScenarioNote(_) => "方案".to_owned(),
        Field::PlanYear(_) | Field::Task(..) | Field::Summary(_) | Field::ReportedOn(_) => "年度目标".to_owned(),
    }
}
