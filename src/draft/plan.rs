//! What a centre plans for a year, and says of it in its report.

use rust_decimal::Decimal;

use super::{Date, Entered};
use crate::policy::{Duty, Outcome};

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
