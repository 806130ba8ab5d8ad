//! What would change an item's points: the next step up, and how near the next fall is.

use std::cmp::Reverse;

use crate::draft::{Discretion, number};
use crate::policy::{
    Award, Case, Choices, Condition, FactKind, Fraction, Item, Measure, Points, Possible, Scale, Unit,
};
use crate::scoring::award;
use crate::scoring::item::ItemScore;
use crate::scoring::measure::Known;

/// The least that would earn more points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    pub goal: Goal,
    /// What has to change; all of it.
    pub needs: Vec<Need>,
    /// Points it adds to what is declared.
    pub adds: Points,
    /// What is gained on the way there.
    pub slope: Option<Slope>,
    /// The choices of the item's readings that this is said under.
    pub choices: Choices,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// Meeting this case.
    Case(usize),
    /// One more of what this input counts.
    OneMore(usize),
}

/// One input, and what it has to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    pub input: usize,
    pub wanted: Wanted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Option(u8),
    Number {
        limit: Fraction,
        /// Whether the number has to rise to the limit, and not to fall to it.
        rising: bool,
        /// Whether the limit itself is enough.
        inclusive: bool,
        /// How far the number is from the limit; `None` when it is not known.
        distance: Option<Fraction>,
    },
}

/// Points in proportion: so many for each percentage point more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slope {
    pub input: usize,
    /// Where it begins, when the number is not there yet.
    pub after: Option<Fraction>,
    pub adds: Fraction,
}

/// A limit close by, beyond which points are lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cliff {
    pub input: usize,
    pub limit: Fraction,
    /// Whether the fall comes when the number rises.
    pub rising: bool,
    /// Whether it comes at the limit itself, and not only past it.
    pub at_limit: bool,
    pub distance: Fraction,
    /// The case met there, and what is left to declare.
    pub case: usize,
    pub leaves: Points,
    /// Whether only whole numbers occur.
    pub whole: bool,
    /// The choices of the item's readings that this is said under.
    pub choices: Choices,
}

/// One item as it stands, under the chosen readings.
pub struct Situation<'a> {
    pub known: &'a Known<'a>,
    pub at: usize,
    pub choices: Choices,
    pub inputs: &'a [Possible],
    pub score: &'a ItemScore,
}

impl Situation<'_> {
    fn item(&self) -> &Item {
        &self.known.policy.items[self.at]
    }

    /// The one case that is met, or the first of several that give the same; `None` while it is open what is given.
    fn case(&self) -> Option<&Case> {
        self.score.standing.as_one(self.item()).map(|case| &self.item().cases[case])
    }

    /// What would be declared if this case were met with these inputs: the centre's pick, as far as the
    /// case lets it, or else its claim.
    fn declared(&self, case: &Case, inputs: &[Possible]) -> Points {
        let asked = self.known.draft.self_awarded.get(self.at).and_then(|pick| pick.value);
        let exact = match asked {
            Some(asked) => {
                let (low, high) = award::range(case, inputs);
                number::to_fraction(asked).clamp(low, high)
            }
            None => award::claim(case, inputs, self.known.draft.discretion),
        };
        Points::round(exact)
    }

    fn whole(&self, input: usize) -> bool {
        self.item().inputs[input].measure(self.choices).domain(self.known.policy.facts).whole
    }

    fn is_yes_no(&self, input: usize) -> bool {
        let fact = |fact: usize| self.known.policy.facts.get(fact).map(|fact| fact.kind);
        matches!(self.item().inputs[input].measure, Measure::Fact(one) if fact(one) == Some(FactKind::YesNo))
    }

    fn cases(&self) -> impl Iterator<Item = (usize, &Case)> {
        self.item().cases.iter().enumerate().filter(|(_, case)| case.exists_under(self.choices))
    }

    pub fn next_step(&self) -> Option<NextStep> {
        let standing = self.case()?;
        if let Award::Tally { .. } = standing.award {
            return self.one_more(standing);
        }
        let mut steps: Vec<NextStep> = Vec::new();
        for (position, target) in self.cases().filter(|(_, target)| !std::ptr::eq(*target, standing)) {
            for alternative in target.when.iter().filter(|alternative| self.can_be_aimed_at(alternative)) {
                let needs = self.needs(alternative, &target.award);
                let reached = self.declared(target, &moved(self.inputs, &needs));
                if reached > self.score.figures.declared {
                    let adds = reached - self.score.figures.declared;
                    let slope = self.slope(standing);
                    steps.push(NextStep { goal: Goal::Case(position), needs, adds, slope, choices: self.choices });
                }
            }
        }
        steps.into_iter().min_by_key(|step| (step.adds, step.needs.len(), away(&step.needs)))
    }

    /// One more of what adds the most; of equals the last, which the table lists as the easiest.
    fn one_more(&self, case: &Case) -> Option<NextStep> {
        let Award::Tally { parts, .. } = &case.award else { return None };
        let steps = parts.iter().filter_map(|part| {
            let count = self.inputs[part.input].known_number()?;
            let mut more = self.inputs.to_vec();
            more[part.input] = Possible::exactly(count + 1);
            let reached = self.declared(case, &more);
            (reached > self.score.figures.declared).then(|| NextStep {
                goal: Goal::OneMore(part.input),
                needs: Vec::new(),
                adds: reached - self.score.figures.declared,
                slope: None,
                choices: self.choices,
            })
        });
        steps.max_by_key(|step| step.adds)
    }

    /// Nobody steers a share to one exact value, or goes for a no.
    fn can_be_aimed_at(&self, alternative: &[(usize, Condition)]) -> bool {
        alternative.iter().all(|(input, condition)| match condition {
            Condition::Option(0) if self.is_yes_no(*input) => {
                self.inputs[*input].is_known() && condition.can_hold(&self.inputs[*input])
            }
            Condition::Number { low: Some(low), high: Some(high) } => low.value < high.value || self.whole(*input),
            _ => true,
        })
    }

    fn needs(&self, alternative: &[(usize, Condition)], award: &Award) -> Vec<Need> {
        let unmet = alternative.iter().filter(|(input, condition)| {
            let now = &self.inputs[*input];
            !now.is_known() || !condition.can_hold(now)
        });
        unmet
            .filter_map(|(input, condition)| {
                Some(Need { input: *input, wanted: self.wanted(*input, condition, award)? })
            })
            .collect()
    }

    /// The end of a condition that an input has to reach.
    fn wanted(&self, input: usize, condition: &Condition, award: &Award) -> Option<Wanted> {
        let (low, high) = match condition {
            Condition::Option(position) => return Some(Wanted::Option(*position)),
            Condition::Number { low, high } => (low, high),
        };
        let value = self.inputs[input].known_number();
        let too_low = low
            .filter(|low| value.is_none_or(|value| value < low.value || (value == low.value && !low.inclusive)));
        let (bound, rising) = match (too_low, high) {
            (Some(low), _) => (low, true),
            (None, Some(high)) => (*high, false),
            (None, None) => return None,
        };
        let (mut limit, mut inclusive) = (bound.value, bound.inclusive);
        if !inclusive && self.whole(input) {
            // More than 5 of something countable is 6 of it.
            limit += Fraction::from(if rising { 1 } else { -1 });
            inclusive = true;
        }
        // A reading may give the limit itself the same in a case of its own.
        inclusive |= self.met(input, limit).is_some_and(|case| self.item().cases[case].award == *award);
        let distance = value.map(|value| if rising { limit - value } else { value - limit });
        Some(Wanted::Number { limit, rising, inclusive, distance })
    }

    /// What a percentage point more is worth, where points are given in proportion to one.
    fn slope(&self, standing: &Case) -> Option<Slope> {
        let picked = self.known.draft.self_awarded.get(self.at).is_some_and(|pick| pick.value.is_some());
        let scale = match &standing.award {
            Award::Scale(scale) => Some(scale),
            Award::Band { proportional, .. }
                if self.known.draft.discretion == Discretion::Proportional && !picked =>
            {
                proportional.first().filter(|_| proportional.len() == 1)
            }
            _ => None,
        };
        if let Some(scale) = scale {
            return self.slope_of(scale, None);
        }
        // Nothing is in proportion yet, but may be further up.
        self.cases().find_map(|(_, case)| match &case.award {
            Award::Scale(scale) => self.slope_of(scale, Some(scale.from.0)),
            _ => None,
        })
    }

    fn slope_of(&self, scale: &Scale, after: Option<Fraction>) -> Option<Slope> {
        let value = self.inputs[scale.input].known_number()?;
        let percentage_point = match &self.item().inputs[scale.input].unit {
            Unit::Share => Fraction::new(1, 100),
            Unit::Plain("%") => Fraction::from(1),
            Unit::Plain(_) => return None,
        };
        let adds = (scale.to.1 - scale.from.1) / (scale.to.0 - scale.from.0) * percentage_point;
        let ahead = after.is_none_or(|after| value < after) && value + percentage_point <= scale.to.0;
        (adds > Fraction::from(0) && ahead).then_some(Slope { input: scale.input, after, adds })
    }

    pub fn cliffs(&self) -> Vec<Cliff> {
        let Some(standing) = self.case() else { return Vec::new() };
        let mut found = Vec::new();
        for (position, input) in self.item().inputs.iter().enumerate() {
            // What is answered with yes or no, or with a kind, is not near to any limit.
            if matches!(input.measure, Measure::TrueFacts(_) | Measure::MemberKinds(_)) {
                continue;
            }
            let Some(value) = self.inputs[position].known_number() else { continue };
            let falls: Vec<Cliff> =
                self.limits(position).flat_map(|limit| self.falls(standing, position, limit, value)).collect();
            for rising in [false, true] {
                let one_way = falls.iter().filter(|cliff| cliff.rising == rising);
                found.extend(one_way.min_by_key(|cliff| (cliff.distance, Reverse(cliff.at_limit))).cloned());
            }
        }
        found
    }

    fn limits(&self, input: usize) -> impl Iterator<Item = Fraction> {
        let conditions = self.cases().flat_map(|(_, case)| case.conditions());
        conditions.filter(move |(of, _)| *of == input).flat_map(|(_, condition)| condition.limits())
    }

    /// Where points are lost at a limit nearby or just past it, on the side away from the value.
    fn falls(&self, standing: &Case, input: usize, limit: Fraction, value: Fraction) -> Vec<Cliff> {
        let whole = self.whole(input);
        // Nothing that a draft can hold lies closer to a limit than this.
        let step = if whole { Fraction::from(1) } else { Fraction::new(1, 1_000_000_000) };
        let mut found = Vec::new();
        for (rising, at_limit) in [(false, true), (false, false), (true, true), (true, false)] {
            let there = match (at_limit, rising) {
                (true, _) => limit,
                (false, true) => limit + step,
                (false, false) => limit - step,
            };
            let aim = if whole { there } else { limit };
            let distance = if rising { aim - value } else { value - aim };
            let ahead = distance > Fraction::from(0) || (!at_limit && limit == value);
            if !ahead || !near(distance, limit, whole) {
                continue;
            }
            let Some(case) = self.met(input, there) else { continue };
            let target = &self.item().cases[case];
            let leaves = self.declared(target, &replaced(self.inputs, input, limit));
            // In proportion points go down step by step; a fall is what is lost at once.
            let before = self.declared(standing, &replaced(self.inputs, input, limit));
            if leaves < before && leaves < self.score.figures.declared {
                let choices = self.choices;
                found.push(Cliff { input, limit, rising, at_limit, distance, case, leaves, whole, choices });
            }
        }
        found
    }

    /// The only case that is met with one input changed.
    fn met(&self, input: usize, value: Fraction) -> Option<usize> {
        let changed = replaced(self.inputs, input, value);
        let mut all = self.cases().filter(|(_, case)| case.can_be_met(self.choices, &changed)).map(|(at, _)| at);
        all.next().filter(|_| all.next().is_none())
    }

    /// Whether more of what the item counts would add nothing.
    pub fn exhausted(&self) -> bool {
        let counts =
            |measure: &Measure| matches!(measure, Measure::Evidence { .. } | Measure::Shareholders { .. });
        let Some(case) = self.case() else { return false };
        if !self.item().inputs.iter().any(|input| counts(input.measure(self.choices))) {
            return false;
        }
        let now = award::range(case, self.inputs).0;
        let Award::Tally { parts, .. } = &case.award else { return now == self.item().max.exact() };
        parts.iter().all(|part| {
            self.inputs[part.input]
                .known_number()
                .is_some_and(|count| award::range(case, &replaced(self.inputs, part.input, count + 1)).0 == now)
        })
    }
}

/// How far all that is needed is away.
fn away(needs: &[Need]) -> Fraction {
    let distance = |need: &Need| match need.wanted {
        Wanted::Number { distance, .. } => distance,
        Wanted::Option(_) => None,
    };
    needs.iter().filter_map(distance).sum()
}

fn replaced(inputs: &[Possible], input: usize, value: Fraction) -> Vec<Possible> {
    let mut changed = inputs.to_vec();
    changed[input] = Possible::exactly(value);
    changed
}

/// The inputs with each need just met.
fn moved(inputs: &[Possible], needs: &[Need]) -> Vec<Possible> {
    let mut moved = inputs.to_vec();
    for need in needs {
        moved[need.input] = match need.wanted {
            Wanted::Option(position) => Possible::option(position),
            Wanted::Number { limit, .. } => Possible::exactly(limit),
        };
    }
    moved
}

/// Within a tenth of the limit, or one step of a count.
fn near(distance: Fraction, limit: Fraction, whole: bool) -> bool {
    distance * 10 <= limit || (whole && distance <= Fraction::from(1))
}
