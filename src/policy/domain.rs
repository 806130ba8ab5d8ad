//! What an input could ever be: the whole range that a table of cases has to answer for.

use super::model::{Fact, FactKind, Measure};
use super::{Fraction, Possible};

/// The widest range of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    pub possible: Possible,
    /// Whether only whole numbers occur.
    pub whole: bool,
}

/// The largest percentage a fact may state; a draft beyond it is refused.
pub const MOST_PERCENT: u32 = 1000;

impl Measure {
    pub fn domain(&self, facts: &[Fact]) -> Domain {
        let numbers = |low: u32, high: Option<u32>, whole| Domain {
            possible: Possible::Number { low: fraction(low), high: high.map(fraction) },
            whole,
        };
        match self {
            Measure::Fact(fact) => match &facts[*fact].kind {
                FactKind::Percent => numbers(0, Some(MOST_PERCENT), false),
                FactKind::Count { min, .. } => numbers(*min, None, true),
                FactKind::Money => numbers(0, None, false),
                // The check of a policy refuses what would measure it.
                FactKind::Date => Domain { possible: Possible::Options(0), whole: false },
                FactKind::YesNo => Domain { possible: Possible::Options(0b11), whole: false },
                FactKind::Choice(options) => {
                    let all = options.iter().enumerate().fold(0, |set, (position, _)| set | 1 << position);
                    Domain { possible: Possible::Options(all), whole: false }
                }
            },
            Measure::FactRatio { .. } | Measure::LargestShare => numbers(0, Some(1), false),
            Measure::TrueFacts(facts) => numbers(0, Some(facts.len() as u32), true),
            Measure::FinanceRatio { .. } | Measure::FinanceSum(_) | Measure::FinanceAverage(_) => {
                numbers(0, None, false)
            }
            Measure::Evidence { .. } | Measure::Shareholders { .. } => numbers(0, None, true),
            Measure::MemberKinds(kinds) => numbers(0, Some(kinds.len() as u32), true),
        }
    }
}

fn fraction(whole: u32) -> Fraction {
    Fraction::from(i128::from(whole))
}
