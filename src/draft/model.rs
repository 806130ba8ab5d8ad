//! The draft itself.

use std::ops::RangeInclusive;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::{
    Attestation, Date, DayList, Days, Entered, EntryId, List, Measure, Panel, Purpose, Scenario, Trial, YearPlan,
};
use crate::policy::{Category, EvidenceKind, Figure, Grade, Level, MemberKind, Policy, Rank, Role, in_order};

/// The years that can be entered anywhere.
pub const YEARS: RangeInclusive<u16> = 1900..=2999;

/// Everything one centre entered for one evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub name: String,
    /// 单位名称: the centre or the firm that this is about.
    pub unit: String,
    /// 填表人, and 联系电话.
    pub preparer: String,
    pub phone: String,
    /// Not said in drafts from before it was asked.
    pub purpose: Option<Purpose>,
    pub period: Period,
    /// One for each fact of the policy, in its order.
    pub facts: Arc<Vec<Entered<FactValue>>>,
    pub finance: List<FinanceYear>,
    pub members: List<Member>,
    pub evidence: List<Evidence>,
    pub complete: Complete,
    /// The centre's own pick for each item of the policy.
    pub self_awarded: Arc<Vec<Entered<Decimal>>>,
    /// A mock expert's points for each item.
    pub expert: Arc<Vec<Entered<Decimal>>>,
    /// The chosen choice of each reading of the policy; 0 is the default.
    pub readings: Arc<Vec<u8>>,
    pub discretion: Discretion,
    /// The centre's own remark on each item.
    pub notes: Arc<Vec<String>>,
    /// Points that the centre wants to compare itself with; no official ones exist.
    pub lines: List<ReferenceLine>,
    /// One for each requirement of the policy.
    pub requirements: Arc<Vec<Attestation>>,
    pub panel: Panel,
    /// The grades of annual assessments, in the order of years.
    pub grades: Arc<Vec<(u16, Grade)>>,
    pub holidays: Entered<Days>,
    pub workdays: Entered<Days>,
    pub plans: List<YearPlan>,
    /// 举措, and 方案 made of them. Neither changes a figure of the draft itself.
    pub measures: List<Measure>,
    pub scenarios: List<Scenario>,
    /// What is being tried out.
    pub trial: Option<Arc<Trial>>,
}

impl Draft {
    /// A draft with nothing filled in.
    pub fn blank(policy: &Policy, name: impl Into<String>, from: Date, to: Date) -> Draft {
        Draft {
            name: name.into(),
            unit: String::new(),
            preparer: String::new(),
            phone: String::new(),
            purpose: None,
            period: Period { from: Entered::of(from), to: Entered::of(to) },
            facts: Arc::new(vec![Entered::default(); policy.facts.len()]),
            finance: List::default(),
            members: List::default(),
            evidence: List::default(),
            complete: Complete::default(),
            self_awarded: Arc::new(vec![Entered::default(); policy.items.len()]),
            expert: Arc::new(vec![Entered::default(); policy.items.len()]),
            readings: Arc::new(vec![0; policy.readings.len()]),
            discretion: Discretion::default(),
            notes: Arc::new(vec![String::new(); policy.items.len()]),
            lines: List::default(),
            requirements: Arc::new(vec![Attestation::default(); policy.requirements.len()]),
            panel: Panel::default(),
            grades: Arc::default(),
            holidays: Entered::default(),
            workdays: Entered::default(),
            plans: List::default(),
            measures: List::default(),
            scenarios: List::default(),
            trial: None,
        }
    }

    pub fn fact(&self, position: usize) -> Option<FactValue> {
        self.facts.get(position).and_then(|entered| entered.value)
    }

    /// A fact that is a number: a percentage, a count, or 万元.
    pub fn number(&self, position: usize) -> Option<Decimal> {
        if let Some(FactValue::Number(number)) = self.fact(position) { Some(number) } else { None }
    }

    /// A fact that is a day.
    pub fn day(&self, position: usize) -> Option<Date> {
        if let Some(FactValue::Day(day)) = self.fact(position) { Some(day) } else { None }
    }

    pub fn grade(&self, year: u16) -> Option<Grade> {
        self.grades.iter().find(|(other, _)| *other == year).map(|(_, grade)| *grade)
    }

    /// Gives a year a grade, or takes it away. A year that no file can hold has none.
    pub fn set_grade(&mut self, year: u16, grade: Option<Grade>) {
        if self.grade(year) != grade && YEARS.contains(&year) {
            let others = self.grades.iter().copied().filter(|(other, _)| *other != year);
            let all = others.chain(grade.map(|grade| (year, grade)));
            self.grades = Arc::new(in_order(all, |(year, _)| *year));
        }
    }

    pub fn days(&self, list: DayList) -> &Entered<Days> {
        match list {
            DayList::Holidays => &self.holidays,
            DayList::Workdays => &self.workdays,
        }
    }

    pub fn days_mut(&mut self, list: DayList) -> &mut Entered<Days> {
        match list {
            DayList::Holidays => &mut self.holidays,
            DayList::Workdays => &mut self.workdays,
        }
    }
}

/// 考评期. Its dates are always there; both days are inside (第十七条).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    pub from: Entered<Date>,
    pub to: Entered<Date>,
}

impl Period {
    pub fn holds(&self, date: Date) -> bool {
        self.from.value.is_none_or(|from| date >= from) && self.to.value.is_none_or(|to| date <= to)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactValue {
    /// A percentage, a count, or 万元.
    Number(Decimal),
    /// The position of an option; for yes or no, 0 is no and 1 is yes.
    Option(u8),
    Day(Date),
}

/// One year's sums, 万元.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FinanceYear {
    pub id: EntryId,
    pub year: Entered<Decimal>,
    pub cost: Entered<Decimal>,
    pub rd: Entered<Decimal>,
    pub revenue: Entered<Decimal>,
}

impl FinanceYear {
    pub fn figure(&self, figure: Figure) -> &Entered<Decimal> {
        match figure {
            Figure::Cost => &self.cost,
            Figure::Rd => &self.rd,
            Figure::Revenue => &self.revenue,
        }
    }

    pub fn figure_mut(&mut self, figure: Figure) -> &mut Entered<Decimal> {
        match figure {
            Figure::Cost => &mut self.cost,
            Figure::Rd => &mut self.rd,
            Figure::Revenue => &mut self.revenue,
        }
    }
}

/// A shareholder of the company or a member of the alliance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: EntryId,
    pub name: String,
    pub kind: MemberKind,
    pub shareholder: bool,
    /// 培育建设牵头单位.
    pub lead: bool,
    /// 认缴出资额, 万元.
    pub contribution: Entered<Decimal>,
    pub rank: Rank,
}

impl Default for Member {
    /// A new row claims nothing: the kind that no clause counts.
    fn default() -> Self {
        Member {
            id: EntryId::default(),
            name: String::new(),
            kind: MemberKind::Other,
            shareholder: false,
            lead: false,
            contribution: Entered::default(),
            rank: Rank::None,
        }
    }
}

/// One certificate, approval, contract or standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub id: EntryId,
    pub category: Category,
    pub title: String,
    pub number: String,
    pub on: Entered<Date>,
    /// There for the categories that carry one, and only for those; likewise level and role.
    pub kind: Option<EvidenceKind>,
    pub level: Option<Level>,
    pub role: Option<Role>,
}

impl Evidence {
    /// A new entry claims the least that its category can.
    pub fn least(category: Category) -> Evidence {
        Evidence {
            id: EntryId::default(),
            category,
            title: String::new(),
            number: String::new(),
            on: Entered::default(),
            kind: category.kinds().first().copied(),
            level: category.levels().last().copied().map(|last| match category {
                Category::Platform => Level::Provincial,
                _ => last,
            }),
            role: category.roles().last().copied(),
        }
    }
}

/// A list that can be marked complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListName {
    Members,
    Finance,
    Evidence(Category),
}

impl ListName {
    pub fn all() -> impl Iterator<Item = ListName> {
        [ListName::Members, ListName::Finance]
            .into_iter()
            .chain(Category::ALL.iter().copied().map(ListName::Evidence))
    }

    pub fn id(self) -> &'static str {
        match self {
            ListName::Members => "members",
            ListName::Finance => "finance",
            ListName::Evidence(category) => category.id(),
        }
    }

    pub fn from_id(id: &str) -> Option<ListName> {
        ListName::all().find(|list| list.id() == id)
    }

    pub fn label(self) -> &'static str {
        match self {
            ListName::Members => "成员单位",
            ListName::Finance => "财务数据",
            ListName::Evidence(category) => category.label(),
        }
    }
}

/// The lists to which nothing more will be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Complete(u8);

impl Complete {
    pub fn holds(self, list: ListName) -> bool {
        self.0 & Self::bit(list) != 0
    }

    pub fn set(&mut self, list: ListName, complete: bool) {
        if complete {
            self.0 |= Self::bit(list);
        } else {
            self.0 &= !Self::bit(list);
        }
    }

    fn bit(list: ListName) -> u8 {
        match list {
            ListName::Members => 1,
            ListName::Finance => 2,
            ListName::Evidence(category) => 4 << category as u8,
        }
    }
}

/// How a band left to the assessor is claimed where the centre makes no pick of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Discretion {
    #[default]
    Low,
    Proportional,
    High,
}

impl Discretion {
    pub const ALL: [Discretion; 3] = [Discretion::Low, Discretion::Proportional, Discretion::High];

    pub fn id(self) -> &'static str {
        match self {
            Discretion::Low => "low",
            Discretion::Proportional => "proportional",
            Discretion::High => "high",
        }
    }

    pub fn from_id(id: &str) -> Option<Discretion> {
        Discretion::ALL.into_iter().find(|one| one.id() == id)
    }

    pub fn label(self) -> &'static str {
        match self {
            Discretion::Low => "取低值",
            Discretion::Proportional => "按比例",
            Discretion::High => "取高值",
        }
    }
}

/// A line of the centre's own on the score bar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReferenceLine {
    pub label: String,
    pub points: Entered<Decimal>,
}
