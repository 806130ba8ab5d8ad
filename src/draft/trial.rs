//! 试算: what is tried out beside the draft itself.

use std::sync::Arc;

use super::{
    Complete, Discretion, Draft, Entered, EntryId, Evidence, FactValue, FinanceYear, List, Member, Period,
};
use crate::policy::Figure;
use rust_decimal::Decimal;

/// The parts of a draft that figures, verdicts and dates follow from, as they are being tried out. The draft itself keeps
/// its own until a person writes the trial into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    pub period: Period,
    pub facts: Arc<Vec<Entered<FactValue>>>,
    pub finance: List<FinanceYear>,
    pub members: List<Member>,
    pub evidence: List<Evidence>,
    pub complete: Complete,
    pub self_awarded: Arc<Vec<Entered<Decimal>>>,
    pub readings: Arc<Vec<u8>>,
    pub discretion: Discretion,
    /// The measure that is being reworked, if the trial began with one.
    pub measure: Option<EntryId>,
    /// What is tried out, where it has a name: of a measure or a scenario.
    pub name: String,
}

impl Trial {
    /// What can be tried out of a draft, as it stands there.
    pub fn of(draft: &Draft, measure: Option<EntryId>, name: String) -> Trial {
        let draft = draft.clone();
        Trial {
            period: draft.period,
            facts: draft.facts,
            finance: draft.finance,
            members: draft.members,
            evidence: draft.evidence,
            complete: draft.complete,
            self_awarded: draft.self_awarded,
            readings: draft.readings,
            discretion: draft.discretion,
            measure,
            name,
        }
    }

    /// Whether a text stands somewhere that is no value yet.
    pub fn holds_texts(&self) -> bool {
        let years = self
            .finance
            .iter()
            .any(|row| row.year.text.is_some() || Figure::ALL.iter().any(|one| row.figure(*one).text.is_some()));
        years
            || self.facts.iter().any(|fact| fact.text.is_some())
            || self.self_awarded.iter().any(|pick| pick.text.is_some())
            || self.members.iter().any(|member| member.contribution.text.is_some())
            || self.evidence.iter().any(|entry| entry.on.text.is_some())
            || self.period.from.text.is_some()
            || self.period.to.text.is_some()
    }
}

impl Draft {
    /// The draft as it would be with what is being tried out: what the page shows. Without a trial it is the draft.
    pub fn tried(&self) -> Draft {
        match &self.trial {
            Some(trial) => self.clone().with_parts(Trial::clone(trial)),
            None => self.clone(),
        }
    }

    /// The draft after something was done to what [`tried`](Draft::tried) gave: what can be tried out goes to the trial,
    /// everything else to the draft.
    pub fn after_trying(&self, tried: Draft) -> Draft {
        let Some(trial) = &self.trial else { return tried };
        let trial = Trial::of(&tried, trial.measure.clone(), trial.name.clone());
        let own = Trial::of(self, None, String::new());
        Draft { trial: Some(Arc::new(trial)), ..tried.with_parts(own) }
    }

    /// With these in the place of its own parts that can be tried out.
    fn with_parts(self, parts: Trial) -> Draft {
        Draft {
            period: parts.period,
            facts: parts.facts,
            finance: parts.finance,
            members: parts.members,
            evidence: parts.evidence,
            complete: parts.complete,
            self_awarded: parts.self_awarded,
            readings: parts.readings,
            discretion: parts.discretion,
            ..self
        }
    }
}
