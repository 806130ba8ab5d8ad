//! The pathway file as its author writes it; ids are still text here.

use serde::Deserialize;

use super::model::DateSort;
use crate::policy::source::FactKind;
use crate::policy::{Category, Consequence, Duty, NoteKind};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pathway {
    pub id: String,
    pub title: String,
    pub document: String,
    #[serde(default, rename = "note")]
    pub notes: Vec<Note>,
    #[serde(default, rename = "fact")]
    pub facts: Vec<Fact>,
    #[serde(default, rename = "cross_check")]
    pub cross_checks: Vec<CrossCheck>,
    #[serde(default, rename = "stage")]
    pub stages: Vec<Stage>,
    #[serde(default, rename = "date")]
    pub dates: Vec<DateRule>,
    #[serde(default, rename = "consequence")]
    pub consequences: Vec<ConsequenceText>,
    #[serde(default, rename = "duty")]
    pub duties: Vec<DutyText>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub about: String,
    pub kind: NoteKind,
    pub text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: String,
    pub label: String,
    pub help: String,
    pub kind: FactKind,
    #[serde(default)]
    pub unit: String,
    /// A day on which something happens: while it lies ahead, it is a plan.
    #[serde(default)]
    pub event: bool,
    pub same_as: Option<Offer>,
    pub not_before: Option<String>,
    pub not_above: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrossCheck {
    pub id: String,
    pub of: CrossCheckOf,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CrossCheckOf {
    Facts { facts: Vec<String> },
    Evidence { category: Category },
    Members {},
    Contributions {},
    RdShare {},
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Offer {
    Fact { fact: String },
    Contributions {},
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    pub id: String,
    pub name: String,
    pub clause: String,
    /// Events that show the stage to be behind.
    #[serde(default)]
    pub passed_by: Vec<String>,
    pub lead: String,
    #[serde(rename = "group")]
    pub sections: Vec<Section>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub name: String,
    pub clause: String,
    #[serde(rename = "requirement")]
    pub requirements: Vec<Requirement>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    pub id: String,
    pub label: String,
    pub clause: String,
    pub quote: String,
    pub help: String,
    pub todo: String,
    pub proof: Vec<String>,
    pub expected: Option<String>,
    #[serde(default)]
    pub cross_checks: Vec<String>,
    #[serde(default)]
    pub tests: Vec<Test>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Test {
    Is { fact: String, condition: String },
    AtLeast { fact: String, other: String },
    Within { fact: String, years: u32, up_to: String },
    LongBefore { fact: String, years: u32, before: String },
    InTime { fact: String, years: u32, after: String, overtaken_by: Vec<String> },
    PanelMean { condition: String },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateRule {
    pub id: String,
    pub label: String,
    pub help: String,
    pub sort: DateSort,
    /// What to do once it is overdue; a deadline has one, and nothing else.
    #[serde(default)]
    pub late: String,
    #[serde(default)]
    pub settled_by: Vec<String>,
    /// Later events that show it to be over.
    #[serde(default)]
    pub overtaken_by: Vec<String>,
    pub rule: Rule,
    #[serde(rename = "clause")]
    pub clauses: Vec<DateClause>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateClause {
    pub document: String,
    pub place: String,
    pub quote: String,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    After { of: Vec<String>, months: u32 },
    Window { of: Vec<String>, months: u32, long: u32 },
    CalendarMonth { of: Vec<String>, months: u32 },
    WorkingDays { of: String, days: u32 },
    EachYear { of: Vec<String>, evaluation: String, months: u32, month: u8, day: u8, assessed_after: u32 },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsequenceText {
    pub id: Consequence,
    pub clause: String,
    pub quote: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyText {
    pub id: Duty,
    pub clause: String,
    pub quote: String,
    pub help: String,
}
