//! A draft as the tests of requirements ask for it.

use crate::draft::number::to_fraction;
use crate::draft::{Draft, FactValue};
use crate::policy::{Date, Fraction, Known, Pathway};

/// What a draft says, on a day: an event that lies ahead has not happened yet.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub pathway: &'a Pathway,
    pub draft: &'a Draft,
    pub today: Date,
}

impl Known for Facts<'_> {
    fn number(&self, fact: usize) -> Option<Fraction> {
        self.draft.number(fact).map(to_fraction)
    }

    fn option(&self, fact: usize) -> Option<u8> {
        if let Some(FactValue::Option(option)) = self.draft.fact(fact) { Some(option) } else { None }
    }

    fn day(&self, fact: usize) -> Option<Date> {
        self.draft.day(fact).filter(|day| *day <= self.today || !self.pathway.events.contains(&fact))
    }

    fn today(&self) -> Date {
        self.today
    }

    fn panel_mean(&self) -> Option<Fraction> {
        self.draft.panel.mean()
    }
}
