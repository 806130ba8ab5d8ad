//! The assessment of a whole draft.

use std::cmp::Reverse;

use super::item::{self, Figures, ItemScore};
use super::measure::Known;
use crate::draft::{Draft, number};
use crate::policy::{Points, Policy, in_order};

/// Figures for everything in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub items: Vec<ItemScore>,
    pub indicators: Vec<Figures>,
    pub groups: Vec<Figures>,
    pub total: Figures,
    /// A mock expert's total and how many items the expert has scored; `None` before the first.
    pub expert: Option<(Points, usize)>,
}

impl Assessment {
    /// Positions of the items with something still to be filled in, in the table's order.
    pub fn unanswered(&self) -> Vec<usize> {
        (0..self.items.len()).filter(|at| self.items[*at].unanswered).collect()
    }

    /// The same, first those whose answer settles the most of floor to ceiling.
    pub fn unanswered_by_weight(&self) -> Vec<usize> {
        in_order(self.unanswered(), |at| Reverse(self.items[*at].settles))
    }
}

/// Scores a draft. Item figures are rounded to hundredths; everything above them is a sum of these.
pub fn assess(policy: &Policy, draft: &Draft) -> Assessment {
    let known = Known::of(policy, draft);
    let items: Vec<ItemScore> = (0..policy.items.len()).map(|at| item::score(&known, at)).collect();
    let indicators: Vec<Figures> = policy
        .indicators
        .iter()
        .map(|indicator| indicator.items.iter().map(|at| items[*at].figures).sum())
        .collect();
    let groups: Vec<Figures> =
        policy.groups.iter().map(|group| group.indicators.iter().map(|at| indicators[*at]).sum()).collect();
    let total = groups.iter().copied().sum();
    Assessment { items, indicators, groups, total, expert: expert(draft) }
}

fn expert(draft: &Draft) -> Option<(Points, usize)> {
    let given: Vec<Points> = draft
        .expert
        .iter()
        .filter_map(|entered| entered.value)
        .map(|points| Points::round(number::to_fraction(points)))
        .collect();
    (!given.is_empty()).then(|| (given.iter().copied().sum(), given.len()))
}
