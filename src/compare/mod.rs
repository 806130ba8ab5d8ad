//! 比选: in what two drafts differ, what each difference has to do with, and taking one over.
//!
//! A difference is one path with its value on each side, or an entry that only one side has. Each item's change in points
//! goes to the differences that it depends on, jointly where there are several: no split is invented, and the changes of
//! all items sum to the change of the total, to the hundredth.

mod adopt;
mod beside;
mod done;

use crate::draft::{Difference, Draft, differences};
use crate::policy::{Points, Policy};
use crate::scoring::{Assessment, Figures, assess, sources};
pub use adopt::{adopt, needed_with};
pub use beside::{Row, beside, caveats};

/// Two drafts side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    pub differences: Vec<Difference>,
    /// One for each item of the table.
    pub items: Vec<ItemComparison>,
    pub a: Figures,
    pub b: Figures,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemComparison {
    pub a: Figures,
    pub b: Figures,
    /// Positions of the differences that it depends on.
    pub differences: Vec<usize>,
}

impl ItemComparison {
    /// How much more the second declares.
    pub fn gain(&self) -> Points {
        self.b.declared - self.a.declared
    }

    pub fn is_same(&self) -> bool {
        self.a == self.b
    }
}

/// What of two drafts differs, and where the points come from.
pub fn compare(policy: &'static Policy, a: &Draft, b: &Draft) -> Comparison {
    compare_assessed(policy, (a, &assess(policy, a)), (b, &assess(policy, b)))
}

/// The same of drafts whose assessments are there.
pub fn compare_assessed(
    policy: &'static Policy,
    (a, one): (&Draft, &Assessment),
    (b, other): (&Draft, &Assessment),
) -> Comparison {
    let differences = differences(policy, a, b);
    let items = one.items.iter().zip(&other.items).enumerate().map(|(at, (one, other))| {
        let concerns = |number: &usize| depends_on(policy, at, a, b, &differences[*number]);
        ItemComparison {
            a: one.figures,
            b: other.figures,
            differences: (0..differences.len()).filter(concerns).collect(),
        }
    });
    let items = items.collect();
    Comparison { items, differences, a: one.total, b: other.total }
}

fn depends_on(policy: &'static Policy, at: usize, a: &Draft, b: &Draft, difference: &Difference) -> bool {
    let item = &policy.items[at];
    match difference {
        Difference::Value { path, .. } => [a, b].iter().any(|draft| sources::depends_on(item, at, draft, path)),
        Difference::OnlyA(entry) | Difference::OnlyB(entry) => sources::depends_on_entry(item, entry),
    }
}

/// One line of the way from the first to the second: differences, and the change of the items that depend on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// Positions of items, in the table's order.
    pub items: Vec<usize>,
    /// Positions of the differences that they depend on.
    pub differences: Vec<usize>,
    pub gain: Points,
}

impl Comparison {
    /// The items whose figures differ, by what they depend on: those that depend on the same stand together.
    pub fn why(&self) -> Vec<Why> {
        let mut all: Vec<Why> = Vec::new();
        for (at, item) in self.items.iter().enumerate().filter(|(_, item)| !item.is_same()) {
            match all.iter_mut().find(|why| why.differences == item.differences) {
                Some(why) => {
                    why.items.push(at);
                    why.gain = why.gain + item.gain();
                }
                None => {
                    all.push(Why { items: vec![at], differences: item.differences.clone(), gain: item.gain() })
                }
            }
        }
        all
    }

    /// Differences that no item's figures follow from.
    pub fn idle(&self) -> Vec<usize> {
        let moves = |at: &usize| self.items.iter().any(|item| !item.is_same() && item.differences.contains(at));
        (0..self.differences.len()).filter(|at| !moves(at)).collect()
    }
}
