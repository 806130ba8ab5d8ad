//! The drafts that stand side by side, each with its figures.

use std::sync::Arc;

use leptos::prelude::*;

use crate::compare::{Comparison, compare_assessed};
use crate::desk::{Desk, Side};
use crate::draft::Draft;
use crate::scoring::{Assessment, assess};

/// A column with figures. The first is the main draft, and is compared with nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub name: String,
    pub draft: Arc<Draft>,
    pub assessment: Arc<Assessment>,
    /// From the main draft to this one.
    pub comparison: Option<Arc<Comparison>>,
    pub side: Option<Side>,
    /// In millionths of 万元, and days; of a scenario.
    pub cost: Option<(i128, u64)>,
}

/// The columns, and the sides that have no figures, with why.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Columns {
    pub all: Vec<Column>,
    pub refused: Vec<(String, String)>,
}

impl Columns {
    /// The main draft and the sides that were chosen; follows them.
    pub fn of(desk: Desk) -> Columns {
        let main = desk.main_draft();
        let assessment = Arc::new(assess(desk.policy, &main));
        let first = Column {
            name: "主稿".to_owned(),
            draft: main.clone(),
            assessment: assessment.clone(),
            comparison: None,
            side: None,
            cost: None,
        };
        let mut columns = Columns { all: vec![first], refused: Vec::new() };
        for side in desk.chosen_sides() {
            match desk.standing(&side) {
                Ok((draft, cost)) => {
                    let other = Arc::new(assess(desk.policy, &draft));
                    let comparison = compare_assessed(desk.policy, (&main, &assessment), (&draft, &other));
                    columns.all.push(Column {
                        name: side.name.clone(),
                        draft,
                        assessment: other,
                        comparison: Some(Arc::new(comparison)),
                        side: Some(side),
                        cost,
                    });
                }
                Err(fault) => columns.refused.push((side.name, fault)),
            }
        }
        columns
    }

    pub fn memo(desk: Desk) -> Memo<Arc<Columns>> {
        Memo::new(move |_| Arc::new(Columns::of(desk)))
    }
}
