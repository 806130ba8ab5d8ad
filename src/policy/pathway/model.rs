//! The checked pathway. Positions of facts and requirements are those of the [`Policy`](crate::policy::Policy) that
//! it was joined to.

use crate::policy::{Category, Condition, Consequence, Duty, NoteKind, in_order};

/// The stages from applying to recognition, and the dates up to the next evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pathway {
    pub id: &'static str,
    pub title: &'static str,
    pub document: &'static str,
    pub stages: &'static [Stage],
    /// Of all stages, in order; a requirement's position is that of its name in the policy.
    pub requirements: &'static [Requirement],
    pub dates: &'static [DateRule],
    /// What the score's facts usually say of a fact of this pathway: (fact, what).
    pub offers: &'static [(usize, Offer)],
    /// Facts that are days on which something happens. One that lies ahead is a plan: dates follow from it, and it
    /// settles nothing.
    pub events: &'static [usize],
    /// Days that can't be later than others: (earlier, later).
    pub orders: &'static [(usize, usize)],
    /// Amounts that can't be above others: (amount, most).
    pub limits: &'static [(usize, usize)],
    pub consequences: &'static [(Consequence, Clause)],
    pub duties: &'static [DutyText],
    /// What the documents leave open.
    pub notes: &'static [PathwayNote],
}

impl Pathway {
    /// Positions of the facts that dates follow from or are settled by, in order, each once.
    pub fn date_facts(&self) -> Vec<usize> {
        let all = self.dates.iter().flat_map(|date| [date.rule.facts(), date.settled_by].concat());
        let mut all = in_order(all, |fact| *fact);
        all.dedup();
        all
    }
}

/// A sentence of a document, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Such as 实施方案 三（一）2.
    pub place: &'static str,
    /// The clause's own words.
    pub quote: &'static str,
}

/// One stage of the way, with a verdict of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    pub id: &'static str,
    pub name: &'static str,
    pub clause: &'static str,
    /// What it asks, and who decides.
    pub lead: &'static str,
    /// Events that show it to be behind.
    pub passed_by: &'static [usize],
    pub sections: &'static [Section],
}

impl Stage {
    /// Positions of its requirements, in order.
    pub fn requirements(&self) -> impl Iterator<Item = usize> + use<> {
        self.sections.iter().flat_map(|section| section.requirements.iter().copied())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    pub name: &'static str,
    pub clause: &'static str,
    pub requirements: &'static [usize],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requirement {
    pub id: &'static str,
    pub label: &'static str,
    pub clause: Clause,
    pub help: &'static str,
    /// What is to be done where it is not met.
    pub todo: &'static str,
    /// The documents that usually prove it.
    pub proof: &'static [&'static str],
    /// The word that makes it no more than expected (一般, 原则上); none where it is required.
    pub expected: Option<&'static str>,
    /// What was entered for the score and says something of it.
    pub cross_checks: &'static [CrossCheck],
    /// All must hold of a computed requirement; an attested one has none.
    pub tests: &'static [Test],
}

/// Something that facts can be held to. An unknown fact leaves it undecided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// A number, or yes or no, meets a condition.
    Is { fact: usize, condition: Condition },
    /// One number is at least another.
    AtLeast { fact: usize, other: usize },
    /// A day lies in the so many years up to another, both ends included.
    Within { fact: usize, years: u32, up_to: usize },
    /// A day lies more than so many years before another. Where it is blank, it never was.
    LongBefore { fact: usize, years: u32, before: usize },
    /// A day, or today where it is blank, is no later than so many years after another. A later event overtakes a
    /// blank one: where it was in time itself, so was the other, and where it was not, the other may have been.
    InTime { fact: usize, years: u32, after: usize, overtaken_by: &'static [usize] },
    /// The mean of the mock panel's totals meets a condition.
    PanelMean(Condition),
}

impl Test {
    /// The facts that it is about.
    pub fn facts(&self) -> impl Iterator<Item = usize> + use<> {
        let pair = match *self {
            Test::Is { fact, .. } => [Some(fact), None],
            Test::AtLeast { fact, other } => [Some(fact), Some(other)],
            Test::Within { fact, up_to, .. } => [Some(fact), Some(up_to)],
            Test::LongBefore { fact, before, .. } => [Some(fact), Some(before)],
            Test::InTime { fact, after, .. } => [Some(fact), Some(after)],
            Test::PanelMean(_) => [None, None],
        };
        pair.into_iter().flatten()
    }

    /// All facts that it looks at: those that it is about, and the events that overtake them.
    pub fn all_facts(&self) -> impl Iterator<Item = usize> + use<> {
        let overtaken_by = if let Test::InTime { overtaken_by, .. } = self { overtaken_by } else { &[][..] };
        self.facts().chain(overtaken_by.iter().copied())
    }
}

/// A figure of the score that usually is the same as a fact of the pathway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    Fact(usize),
    /// The sum of the shareholders' contributions, once each is known, 万元.
    Contributions,
}

/// What was entered for the score and is worth a look beside a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrossCheck {
    Facts(&'static [usize]),
    Evidence(Category),
    /// How many of each kind of member.
    Members,
    /// The shareholders' contributions.
    Contributions,
    /// 研发费用 as a share of 成本费用.
    RdShare,
}

/// A date that follows from facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRule {
    pub id: &'static str,
    pub label: &'static str,
    /// The sentences that it rests on, each of which stands in this document.
    pub clauses: &'static [(&'static str, Clause)],
    pub help: &'static str,
    pub sort: DateSort,
    /// What to do once it is overdue; empty where nothing can be.
    pub late: &'static str,
    /// Facts whose day shows that it was done, and when.
    pub settled_by: &'static [usize],
    /// Events that show it to be over, though not when it was done.
    pub overtaken_by: &'static [usize],
    pub rule: Rule,
}

impl DateRule {
    /// Where its sentences stand, as in 实施方案 四（四）；考核评估办法 第二十七条.
    pub fn places(&self) -> String {
        self.clauses.iter().map(|(_, clause)| clause.place).collect::<Vec<_>>().join("；")
    }
}

/// What comes with a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum DateSort {
    /// Something has to be done by then.
    Deadline,
    /// Something is over then, without anybody's doing.
    End,
    /// Something may begin then.
    Beginning,
}

/// How a date follows. Months whose last day is earlier end on it; `of` are facts, of which the first one that has
/// happened counts, else the first one that is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// So many months later.
    After { of: &'static [usize], months: u32 },
    /// A window that opens so many months later, and closes `long` months after that.
    Window { of: &'static [usize], months: u32, long: u32 },
    /// The whole calendar month after the one in which the day so many months later lies.
    CalendarMonth { of: &'static [usize], months: u32 },
    /// The last of so many working days, the first day being one of them if it is one.
    WorkingDays { of: usize, days: u32 },
    /// This day of the year after each year, up to the one in which the day so many months later lies: that of the next
    /// evaluation. Whether the last two are assessed is doubtful, and so is the first one where it is that of this
    /// fact, an evaluation, or ends before so many months have passed.
    EachYear { of: &'static [usize], evaluation: usize, months: u32, month: u8, day: u8, assessed_after: u32 },
}

impl Rule {
    /// The facts that it looks at.
    pub fn facts(&self) -> &[usize] {
        match self {
            Rule::After { of, .. } | Rule::Window { of, .. } | Rule::CalendarMonth { of, .. } => of,
            Rule::EachYear { of, .. } => of,
            Rule::WorkingDays { of, .. } => std::slice::from_ref(of),
        }
    }
}

/// What a part of the yearly plan is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DutyText {
    pub duty: Duty,
    pub clause: Clause,
    pub help: &'static str,
}

/// Something that the documents leave open, and where it matters: a stage's id, or `dates`, `grades` or `panel`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PathwayNote {
    pub about: &'static str,
    pub kind: NoteKind,
    pub text: &'static str,
}
