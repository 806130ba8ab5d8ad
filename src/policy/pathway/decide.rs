//! Whether a test holds, in three values: yes, no, and not known yet.

use super::{Requirement, Test};
use crate::policy::{Date, Fraction, Possible, day, fraction};

/// What is known of a centre on a day.
pub trait Known {
    fn number(&self, fact: usize) -> Option<Fraction>;
    /// The position of the chosen option; for yes or no, 0 is no and 1 is yes.
    fn option(&self, fact: usize) -> Option<u8>;
    fn day(&self, fact: usize) -> Option<Date>;
    fn today(&self) -> Date;
    /// The mean of the mock panel's totals, once every expert has given all points.
    fn panel_mean(&self) -> Option<Fraction>;
}

impl Test {
    /// Whether it holds; `None` while that is not known.
    pub fn holds(&self, known: &dyn Known) -> Option<bool> {
        match *self {
            Test::Is { fact, condition } => {
                let number = known.number(fact).map(Possible::exactly);
                let value = number.or_else(|| known.option(fact).map(Possible::option))?;
                Some(condition.can_hold(&value))
            }
            Test::AtLeast { fact, other } => {
                Some(fraction::order(&known.number(fact)?, &known.number(other)?).is_ge())
            }
            Test::Within { fact, years, up_to } => {
                let (day, last) = (known.day(fact)?, known.day(up_to)?);
                Some(day::years_before(last, years) <= day && day <= last)
            }
            Test::LongBefore { fact, years, before } => match known.day(fact) {
                Some(day) => Some(day < day::years_before(known.day(before)?, years)),
                None => Some(true),
            },
            Test::InTime { fact, years, after, overtaken_by } => {
                let last = day::years_after(known.day(after)?, years);
                let overtaken = overtaken_by.iter().filter_map(|event| known.day(*event)).min();
                match (known.day(fact), overtaken) {
                    (Some(day), _) => Some(day <= last),
                    (None, Some(event)) => (event <= last).then_some(true),
                    (None, None) => Some(known.today() <= last),
                }
            }
            Test::PanelMean(condition) => Some(condition.can_hold(&Possible::exactly(known.panel_mean()?))),
        }
    }
}

impl Requirement {
    pub fn is_computed(&self) -> bool {
        !self.tests.is_empty()
    }

    /// Whether all tests of a computed requirement hold: one that fails decides, whatever is unknown.
    pub fn holds(&self, known: &dyn Known) -> Option<bool> {
        let mut all = Some(true);
        for test in self.tests {
            match test.holds(known) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => all = None,
            }
        }
        all
    }
}
