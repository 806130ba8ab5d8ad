//! Measures an input of an item: what it can be, given what has been entered.

use super::tally::{Count, Label, Tally};
use crate::draft::{Draft, Evidence, FactValue, ListName, number};
use crate::policy::{Choices, Figure, Fraction, Item, Measure, Policy, Possible};

/// How the lists of a draft are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// As they stand: what is declared.
    AsEntered,
    /// With everything that may still come: further entries and years of lists not marked complete, and dates
    /// for entries that have none. This is what floor and ceiling are drawn from.
    Open,
}

/// A policy, a draft, and what was counted of it.
pub struct Known<'a> {
    pub policy: &'a Policy,
    pub draft: &'a Draft,
    pub tally: Tally,
}

impl Measure {
    /// Whether it would count an entry of evidence, were its date right.
    pub fn counts(&self, entry: &Evidence) -> bool {
        match self {
            Measure::Evidence { category, kinds, levels, roles } => {
                Label::of(entry).passes(*category, kinds, levels, roles)
            }
            _ => false,
        }
    }
}

impl<'a> Known<'a> {
    pub fn of(policy: &'a Policy, draft: &'a Draft) -> Self {
        Known { policy, draft, tally: Tally::of(draft) }
    }

    /// The choices that the centre has made of an item's readings.
    pub fn chosen(&self, item: &Item) -> Choices {
        let mut chosen = Choices::default();
        for (at, reading) in item.readings.iter().enumerate() {
            chosen.set(at, self.draft.readings.get(*reading).copied().unwrap_or(0).into());
        }
        chosen
    }

    /// All inputs of an item under these choices.
    pub fn inputs(&self, item: &Item, choices: Choices, view: View) -> Vec<Possible> {
        item.inputs.iter().map(|input| self.measure(input.measure(choices), view)).collect()
    }

    pub fn measure(&self, measure: &Measure, view: View) -> Possible {
        let tally = &self.tally;
        match measure {
            Measure::Fact(fact) => match self.draft.fact(*fact) {
                Some(FactValue::Number(value)) => Possible::exactly(number::to_fraction(value)),
                Some(FactValue::Option(position)) => Possible::option(position),
                // No case can measure a date.
                None | Some(FactValue::Day(_)) => self.anything(measure),
            },
            Measure::FactRatio { part, whole } => self.fact_ratio(*part, *whole),
            Measure::TrueFacts(facts) => {
                let count = |wanted: Option<FactValue>| {
                    facts.iter().filter(|fact| self.draft.fact(**fact) == wanted).count()
                };
                let (yes, blank) = (count(Some(FactValue::Option(1))), count(None));
                between(yes as u32, Some((yes + blank) as u32))
            }
            Measure::FinanceRatio { .. } | Measure::FinanceSum(_) | Measure::FinanceAverage(_)
                if self.finance_open(view) =>
            {
                self.anything(measure)
            }
            Measure::FinanceRatio { part, whole } => {
                let ratio = tally
                    .finance(*part)
                    .zip(tally.finance(*whole))
                    .filter(|(_, whole)| *whole != Fraction::from(0));
                ratio.map_or_else(|| self.anything(measure), |(part, whole)| Possible::exactly(part / whole))
            }
            Measure::FinanceSum(figure) => self.finance(measure, *figure, Fraction::from(1)),
            Measure::FinanceAverage(figure) => {
                self.finance(measure, *figure, Fraction::new(tally.months.into(), 12))
            }
            Measure::Evidence { category, kinds, levels, roles } => {
                let complete = self.draft.complete.holds(ListName::Evidence(*category));
                count(tally.evidence(*category, kinds, levels, roles), complete, view)
            }
            Measure::MemberKinds(kinds) => {
                let there = tally.member_kinds(kinds);
                between(there, Some(if self.members_open(view) { kinds.len() as u32 } else { there }))
            }
            Measure::Shareholders { ranks, kinds } => {
                let there = tally.shareholders(ranks, kinds);
                between(there, (!self.members_open(view)).then_some(there))
            }
            // One more shareholder may hold nearly everything, or dilute the largest to nearly nothing.
            Measure::LargestShare if self.members_open(view) => self.anything(measure),
            Measure::LargestShare => tally.largest_share.map_or_else(|| self.anything(measure), Possible::exactly),
        }
    }

    fn members_open(&self, view: View) -> bool {
        view == View::Open && !self.draft.complete.holds(ListName::Members)
    }

    fn anything(&self, measure: &Measure) -> Possible {
        measure.domain(self.policy.facts).possible
    }

    fn fact_ratio(&self, part: usize, whole: usize) -> Possible {
        let number = |fact| match self.draft.fact(fact) {
            Some(FactValue::Number(number)) => Some(number),
            _ => None,
        };
        match (number(part), number(whole)) {
            (Some(part), Some(whole)) if !whole.is_zero() => {
                Possible::exactly(number::to_fraction(part) / number::to_fraction(whole))
            }
            // Nobody is none of any number of people.
            (Some(part), None) if part.is_zero() => Possible::exactly(Fraction::from(0)),
            _ => between(0, Some(1)),
        }
    }

    /// Another year may bring anything.
    fn finance_open(&self, view: View) -> bool {
        view == View::Open && !self.tally.finance_is_whole
    }

    fn finance(&self, measure: &Measure, figure: Figure, years: Fraction) -> Possible {
        match self.tally.finance(figure) {
            Some(sum) => Possible::exactly(sum / years),
            None => self.anything(measure),
        }
    }
}

fn count(count: Count, complete: bool, view: View) -> Possible {
    match view {
        View::AsEntered => between(count.dated, Some(count.dated)),
        View::Open => between(count.dated, complete.then_some(count.dated + count.undated)),
    }
}

fn between(low: u32, high: Option<u32>) -> Possible {
    let fraction = |whole: u32| Fraction::from(i128::from(whole));
    Possible::Number { low: fraction(low), high: high.map(fraction) }
}
