//! What an assessment looks like outside: to the command line, and to other pages.

use std::fmt::Display;

use serde::{Serialize, Serializer};

use crate::calendar::{self, Due};
use crate::draft::file::Refused;
use crate::draft::{Draft, EntryId, Fault, Scenario, number};
use crate::policy::{Date, Pathway, Policy};
use crate::readiness::judge;
use crate::scenario::{self, Refusal};
use crate::scoring::{Assessment, Figures, assess};

/// Everything that is said of a draft, in the order of the documents; or, of one that was refused, why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Report {
    Assessed {
        /// The total.
        score: Figures,
        items: ById<Figures>,
        /// By stage.
        readiness: ById<StageReport>,
        /// Those that follow from what is known, in the order of their rules.
        dates: Vec<DateReport>,
        /// Left out where the draft has none.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        scenarios: Vec<ScenarioReport>,
    },
    Refused {
        /// At least one.
        errors: Vec<Fault>,
    },
}

/// Whether a stage can be entered, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageReport {
    /// `ready`, `unverified` or `blocked`.
    pub verdict: &'static str,
    /// By requirement: `met`, `unmet`, `unverified` or `not_applicable`.
    pub states: ById<&'static str>,
}

/// What a scenario comes to, or why it has no figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ScenarioReport {
    Assessed {
        id: String,
        score: Figures,
        items: ById<Figures>,
        /// 万元.
        cost: String,
        days: u64,
    },
    Conflict {
        id: String,
        /// Ids of the measures that can't be meant together.
        conflict: Vec<String>,
        message: String,
    },
    Impossible {
        id: String,
        impossible: Vec<String>,
        message: String,
    },
}

impl ScenarioReport {
    fn new(policy: &Policy, draft: &Draft, scenario: &Scenario) -> ScenarioReport {
        let id = scenario.id.to_string();
        let texts = |ids: Vec<EntryId>| ids.iter().map(EntryId::to_string).collect();
        let measures = scenario::measures_of(draft, scenario);
        match scenario::draft_with(policy, draft, &measures) {
            Ok(carried) => {
                let assessment = assess(policy, &carried.draft);
                let (cost, days) = scenario::cost_and_days(measures);
                ScenarioReport::Assessed {
                    id,
                    score: assessment.total,
                    items: by_item(policy, &assessment),
                    cost: number::write_millionths(cost),
                    days,
                }
            }
            Err(Refusal::Conflict { measures, message }) => {
                ScenarioReport::Conflict { id, conflict: texts(measures), message }
            }
            Err(Refusal::Impossible { measures, message }) => {
                ScenarioReport::Impossible { id, impossible: texts(measures), message }
            }
        }
    }
}

fn by_item(policy: &Policy, assessment: &Assessment) -> ById<Figures> {
    policy.items.iter().zip(&assessment.items).map(|(item, score)| (item.id, score.figures)).collect()
}

/// A day or a span of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DateReport {
    pub id: &'static str,
    /// First and last day, such as `2026-11-25`; the same where it is a single day.
    #[serde(serialize_with = "as_text")]
    pub from: Date,
    #[serde(serialize_with = "as_text")]
    pub to: Date,
    /// Of an annual report, the year that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The text leaves open whether it is due at all. Left out where it does not.
    #[serde(skip_serializing_if = "is_false")]
    pub doubtful: bool,
}

/// An object, its keys in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ById<T>(pub Vec<(&'static str, T)>);

impl<T: Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, value)| (id, value)))
    }
}

impl<T> FromIterator<(&'static str, T)> for ById<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(all: I) -> ById<T> {
        ById(all.into_iter().collect())
    }
}

impl Report {
    /// What there is to say of a draft as of a day, or of why it was refused.
    pub fn new(policy: &Policy, pathway: &Pathway, draft: &Result<Draft, Refused>, today: Date) -> Report {
        let draft = match draft {
            Ok(draft) => draft,
            Err(refused) => return Report::Refused { errors: refused.faults() },
        };
        let assessment = assess(policy, draft);
        let judged = judge(pathway, draft, today);
        let stages = pathway.stages.iter().zip(&judged.stages);
        Report::Assessed {
            score: assessment.total,
            items: by_item(policy, &assessment),
            readiness: stages
                .map(|(stage, standing)| {
                    let state = |at: usize| (pathway.requirements[at].id, judged.states[at].id());
                    let states = stage.requirements().map(state).collect();
                    (stage.id, StageReport { verdict: standing.verdict.id(), states })
                })
                .collect(),
            dates: calendar::dates(pathway, draft, today).iter().map(|due| date(pathway, due)).collect(),
            scenarios: draft.scenarios.iter().map(|one| ScenarioReport::new(policy, draft, one)).collect(),
        }
    }

    /// The report of something that is no draft.
    pub fn no_draft(path: &str, message: impl Display) -> Report {
        Report::Refused { errors: vec![Fault { path: path.to_owned(), message: message.to_string() }] }
    }

    pub fn is_refused(&self) -> bool {
        matches!(self, Report::Refused { .. })
    }
}

fn date(pathway: &Pathway, due: &Due) -> DateReport {
    let id = pathway.dates[due.rule].id;
    DateReport { id, from: due.from, to: due.to, year: due.year, doubtful: due.doubt.is_some() }
}

fn as_text<S: Serializer>(value: &impl Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

fn is_false(flag: &bool) -> bool {
    !flag
}
