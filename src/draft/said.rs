//! What a centre says of the requirements, of its annual grades and of its yearly plans.

use super::{Date, Entered};
use crate::policy::{Attested, Duty, Outcome};
use rust_decimal::Decimal;

/// What is said of one requirement. Of a computed one the state stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    pub state: Option<Attested>,
    pub note: String,
    /// The number of the supporting document.
    pub document: String,
}

impl Said {
    pub fn is_blank(&self) -> bool {
        *self == Said::default()
    }

    /// Whether it is said not to apply without a reason, so that nothing is said yet.
    pub fn lacks_reason(&self) -> bool {
        self.state == Some(Attested::NotApplicable) && self.note.trim().is_empty()
    }
}

/// The plan for one year's responsibility targets (考核评估办法 第五至七条). Nothing of it changes a score.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearPlan {
    pub year: Entered<Decimal>,
    /// One for each [`Duty`], in its order.
    pub tasks: [Task; Duty::ALL.len()],
    /// What the centre itself says of the year in its report.
    pub summary: String,
    /// When the report of the year was handed in (第十八条).
    pub reported_on: Entered<Date>,
}

impl YearPlan {
    pub fn task(&self, duty: Duty) -> &Task {
        &self.tasks[duty as usize]
    }

    pub fn task_mut(&mut self, duty: Duty) -> &mut Task {
        &mut self.tasks[duty as usize]
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Task {
    pub target: String,
    pub measures: String,
    pub progress: String,
    pub outcome: Option<Outcome>,
}

impl Task {
    pub fn is_blank(&self) -> bool {
        *self == Task::default()
    }
}
