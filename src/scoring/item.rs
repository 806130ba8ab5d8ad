//! Scores one item.

use serde::Serialize;

use super::award;
use super::measure::{Known, View};
use crate::draft::number;
use crate::policy::{Award, Choices, Fraction, Item, Points, Possible, fraction};

/// 最低可得, 自评 and 最高可得. Always `floor ≤ declared ≤ ceiling`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Figures {
    pub floor: Points,
    pub declared: Points,
    pub ceiling: Points,
}

impl std::iter::Sum for Figures {
    fn sum<I: Iterator<Item = Figures>>(all: I) -> Figures {
        all.fold(Figures::default(), |sum, one| Figures {
            floor: sum.floor + one.floor,
            declared: sum.declared + one.declared,
            ceiling: sum.ceiling + one.ceiling,
        })
    }
}

/// Positions of some cases of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CaseSet(u32);

impl CaseSet {
    pub fn holds(self, case: usize) -> bool {
        self.0 & (1 << case) != 0
    }

    /// The case, when it is the only one.
    pub fn only(self) -> Option<usize> {
        (self.0.count_ones() == 1).then(|| self.0.trailing_zeros() as usize)
    }

    /// The case that speaks for all of them: cases that give the same count as one.
    pub fn as_one(self, item: &Item) -> Option<usize> {
        let mut all = (0..item.cases.len()).filter(|case| self.holds(*case));
        let first = all.next()?;
        let award = &item.cases[first].award;
        // What a scale or a tally gives depends on what its own case lets the input be.
        let alike = |case: usize| {
            matches!(award, Award::Points(_) | Award::Band { .. }) && item.cases[case].award == *award
        };
        all.all(alike).then_some(first)
    }

    fn add(&mut self, case: usize) {
        self.0 |= 1 << case;
    }
}

/// The centre's own pick for an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    pub asked: Points,
    /// Whether it lay outside what is still possible and was moved to the nearest end.
    pub moved: bool,
}

/// The score of one item, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemScore {
    pub figures: Figures,
    /// Lowest and highest points still possible under the chosen readings: where a pick may lie.
    pub possible: (Points, Points),
    /// Cases possible as things stand, under the chosen readings.
    pub standing: CaseSet,
    /// Cases still possible with everything that may come, under the chosen readings.
    pub open: CaseSet,
    pub pick: Option<Pick>,
    /// Whether something is still to be filled in that could change the figures.
    pub unanswered: bool,
    /// How much narrower floor to ceiling becomes at least, once it is answered, under the reading that leaves most open.
    pub settles: Points,
    /// Whether more facts could still narrow floor to ceiling, under some reading; a pick of the centre's own can't.
    pub unsettled: bool,
}

/// Scores the item at position `at`.
pub fn score(known: &Known, at: usize) -> ItemScore {
    score_under(known, at, |_| true)
}

/// Scores an item as if the text could only be read in these ways, which include the chosen one.
pub fn score_under(known: &Known, at: usize, can_be_read: impl Fn(Choices) -> bool) -> ItemScore {
    let item = &known.policy.items[at];
    let chosen = known.chosen(item);
    let open = known.inputs(item, chosen, View::Open);
    let here = Reach::of(item, chosen, &open);
    let (mut floor, mut ceiling) = (here.low, here.high);
    let (mut unsettled, mut settles) = (here.unsettled(item), here.settles());
    if !item.readings.is_empty() {
        let mut inputs = open.clone();
        let others = |choices: &Choices| *choices != chosen && can_be_read(*choices);
        for choices in item.combinations(known.policy.readings).filter(others) {
            for (possible, input) in
                inputs.iter_mut().zip(item.inputs).filter(|(_, input)| !input.otherwise.is_empty())
            {
                *possible = known.measure(input.measure(choices), View::Open);
            }
            let reach = Reach::of(item, choices, &inputs);
            floor = fraction::least(floor, reach.low);
            ceiling = fraction::most(ceiling, reach.high);
            unsettled |= reach.unsettled(item);
            settles = settles.max(reach.settles());
        }
    }

    // Facts are the same either way; only lists can stand short of what may come.
    let lists = item.inputs.iter().any(|input| input.measure(chosen).counts_a_list());
    let (inputs, standing) = if lists {
        let inputs = known.inputs(item, chosen, View::AsEntered);
        let standing = Reach::of(item, chosen, &inputs);
        (inputs, standing)
    } else {
        (open, here)
    };
    let asked = known.draft.self_awarded.get(at).and_then(|pick| pick.value).map(number::to_fraction);
    let declared = match (asked, standing.cases.as_one(item)) {
        (Some(asked), _) => asked.clamp(here.low, here.high),
        (None, Some(case)) => award::claim(&item.cases[case], &inputs, known.draft.discretion),
        (None, None) => standing.low,
    };
    let judged_alone = item.inputs.is_empty();
    let (low, high) = (Points::round(here.low), Points::round(here.high));
    ItemScore {
        figures: Figures {
            floor: Points::round(floor),
            declared: Points::round(declared),
            ceiling: Points::round(ceiling),
        },
        possible: (low, high),
        standing: standing.cases,
        open: here.cases,
        pick: asked.map(|asked| Pick { asked: Points::round(asked), moved: asked != declared }),
        unanswered: asked.is_none() && (judged_alone || unsettled),
        settles: if judged_alone { Points::ZERO } else { settles },
        unsettled: unsettled && !judged_alone,
    }
}

/// What can be reached under one combination of readings.
#[derive(Clone, Copy, Default)]
struct Reach {
    cases: CaseSet,
    low: Fraction,
    high: Fraction,
    /// The widest band of a single case, which only the assessor can settle.
    widest: Fraction,
}

impl Reach {
    fn of(item: &Item, choices: Choices, inputs: &[Possible]) -> Reach {
        let mut reach = Reach::default();
        let mut first = true;
        for (position, case) in item.cases.iter().enumerate() {
            if !case.can_be_met(choices, inputs) {
                continue;
            }
            let (low, high) = award::range(case, inputs);
            (reach.low, reach.high) = if first {
                (low, high)
            } else {
                (fraction::least(reach.low, low), fraction::most(reach.high, high))
            };
            first = false;
            if let Award::Band { .. } = case.award {
                reach.widest = fraction::most(reach.widest, high - low);
            }
            reach.cases.add(position);
        }
        reach
    }

    /// What answers settle at least: a band of one case is the assessor's.
    fn settles(&self) -> Points {
        Points::round(self.high) - Points::round(self.low) - Points::round(self.widest)
    }

    /// Whether more facts could still narrow this.
    fn unsettled(&self, item: &Item) -> bool {
        match self.cases.as_one(item) {
            Some(case) => !matches!(item.cases[case].award, Award::Band { .. }) && self.low != self.high,
            None => self.low != self.high,
        }
    }
}
