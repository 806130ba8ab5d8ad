//! Whether a centre is ready for each stage of the way to recognition: verdicts, never scores.
//!
//! [`judge`] gives the state of every requirement and the verdict of every stage; [`explain`] says why a computed
//! one is what it is and by how much it misses; [`cross_checks`] what was entered for the score and bears on it.
//! Today is an argument.

pub mod cross_checks;
pub mod explain;
mod facts;
pub mod panel;

use crate::draft::{Attestation, Draft};
use crate::policy::{Attested, Date, Known, Pathway, Requirement, Stage};

pub use facts::Facts;

/// How a requirement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Met,
    Unmet,
    /// Nothing is said of it yet, or facts are missing.
    Unverified,
    /// Attestation not to apply, with a reason.
    NotApplicable,
}

impl State {
    pub const ALL: [State; 4] = [State::Met, State::Unmet, State::Unverified, State::NotApplicable];

    pub fn id(self) -> &'static str {
        match self {
            State::Met => "met",
            State::Unmet => "unmet",
            State::Unverified => "unverified",
            State::NotApplicable => "not_applicable",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            State::Met => "符合",
            State::Unmet => "不符合",
            State::Unverified => "待核实",
            State::NotApplicable => "不适用",
        }
    }
}

/// Whether a stage can be entered with what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Ready,
    /// Nothing required is unmet, and something required is not verified.
    Unverified,
    /// Something required is unmet.
    Blocked,
}

impl Verdict {
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Ready => "ready",
            Verdict::Unverified => "unverified",
            Verdict::Blocked => "blocked",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Verdict::Ready => "条件均已符合",
            Verdict::Unverified => "有待核实项",
            Verdict::Blocked => "有不符合项",
        }
    }
}

/// How a centre stands on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// One for each requirement of the pathway.
    pub states: Vec<State>,
    /// One for each stage.
    pub stages: Vec<StageStanding>,
}

/// A stage's verdict, and the requirements behind it by their positions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageStanding {
    pub verdict: Verdict,
    /// Required and unmet: what blocks.
    pub blocking: Vec<usize>,
    /// Required and not verified.
    pub unverified: Vec<usize>,
    /// Expected (一般, 原则上) and unmet: warns and does not block.
    pub warnings: Vec<usize>,
    /// How many of the stage's requirements are met or do not apply, and how many there are.
    pub settled: (usize, usize),
}

/// The state of every requirement and the verdict of every stage, as of a day.
pub fn judge(pathway: &Pathway, draft: &Draft, today: Date) -> Readiness {
    let facts = Facts { pathway, draft, today };
    let blank = Attestation::default();
    let state = |(at, requirement)| state(requirement, draft.requirements.get(at).unwrap_or(&blank), &facts);
    let states: Vec<State> = pathway.requirements.iter().enumerate().map(state).collect();
    let stages = pathway.stages.iter().map(|stage| {
        let all: Vec<usize> = stage.requirements().collect();
        standing(pathway, &states, &all)
    });
    Readiness { stages: stages.collect(), states }
}

/// The event that shows a stage to be behind, and its day.
pub fn passed(stage: &Stage, facts: &Facts) -> Option<(usize, Date)> {
    stage.passed_by.iter().find_map(|event| Some((*event, facts.day(*event)?)))
}

/// How much of the whole way is behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Requirements that are met or do not apply, those that are unmet, and all of them.
    pub settled: usize,
    pub unmet: usize,
    pub all: usize,
}

impl Readiness {
    pub fn progress(&self) -> Progress {
        let count = |those: &[State]| self.states.iter().filter(|state| those.contains(state)).count();
        Progress {
            settled: count(&[State::Met, State::NotApplicable]),
            unmet: count(&[State::Unmet]),
            all: self.states.len(),
        }
    }

    /// What is not verified yet in stages that are not behind, in the order of the stages.
    pub fn unverified_ahead(&self, facts: &Facts) -> Vec<usize> {
        let ahead = facts.pathway.stages.iter().filter(|stage| passed(stage, facts).is_none());
        ahead.flat_map(Stage::requirements).filter(|at| self.states[*at] == State::Unverified).collect()
    }

    /// The stage where the centre stands: the first that is not behind, and the last where all are.
    pub fn current(&self, facts: &Facts) -> usize {
        let ahead = facts.pathway.stages.iter().position(|stage| passed(stage, facts).is_none());
        ahead.unwrap_or(self.stages.len().saturating_sub(1))
    }

    /// The first stage that something blocks and that is not behind: what comes after it can wait.
    pub fn blocked_ahead(&self, facts: &Facts) -> Option<usize> {
        let mut stages = facts.pathway.stages.iter().zip(&self.stages);
        stages.position(|(stage, standing)| standing.verdict == Verdict::Blocked && passed(stage, facts).is_none())
    }
}

fn state(requirement: &Requirement, said: &Attestation, facts: &Facts) -> State {
    if requirement.is_computed() {
        return match requirement.holds(facts) {
            Some(true) => State::Met,
            Some(false) => State::Unmet,
            None => State::Unverified,
        };
    }
    match said.state {
        _ if said.lacks_reason() => State::Unverified,
        Some(Attested::Met) => State::Met,
        Some(Attested::Unmet) => State::Unmet,
        Some(Attested::NotApplicable) => State::NotApplicable,
        None => State::Unverified,
    }
}

fn standing(pathway: &Pathway, states: &[State], all: &[usize]) -> StageStanding {
    let those = |state: State, required: bool| -> Vec<usize> {
        let is = |at: &&usize| states[**at] == state && pathway.requirements[**at].expected.is_none() == required;
        all.iter().filter(is).copied().collect()
    };
    let (blocking, unverified) = (those(State::Unmet, true), those(State::Unverified, true));
    let verdict = match (blocking.is_empty(), unverified.is_empty()) {
        (false, _) => Verdict::Blocked,
        (true, false) => Verdict::Unverified,
        (true, true) => Verdict::Ready,
    };
    let settled = all.iter().filter(|at| matches!(states[**at], State::Met | State::NotApplicable)).count();
    let warnings = those(State::Unmet, false);
    StageStanding { verdict, blocking, unverified, warnings, settled: (settled, all.len()) }
}
