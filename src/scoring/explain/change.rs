//! What would change an item's points: the next step up, and how near the next fall is.

use crate::policy::{Award, Condition, Fraction, Item, Points, Possible};
use crate::scoring::award;
use crate::scoring::item::ItemScore;
use crate::scoring::measure::Known;

/// The least that would earn more points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    pub goal: Goal,
    /// What has to change; all of it.
    pub needs: Vec<Need>,
    /// Points it adds to what the item claims without a pick.
    pub adds: Points,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// Meeting this case.
    Case(usize),
    /// One more of what this input counts.
    OneMore(usize),
}

/// One input, and what it has to become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    pub input: usize,
    pub condition: Condition,
    /// How far the number is from there; `None` when it is not known or no number.
    pub distance: Option<Fraction>,
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
    /// The case met there, and what it gives.
    pub case: usize,
    pub leaves: Points,
}

pub fn next_step(
    known: &Known,
    item: &Item,
    choice: usize,
    inputs: &[Possible],
    score: &ItemScore,
) -> Option<NextStep> {
    let case = score.standing.only()?;
    let now = award::claim(&item.cases[case], inputs, known.draft.discretion);
    if let Award::Tally { .. } = item.cases[case].award {
        return one_more(item, case, inputs, now);
    }
    let mut steps: Vec<NextStep> = Vec::new();
    for (position, target) in item.cases.iter().enumerate().filter(|(_, target)| target.exists_under(choice)) {
        for alternative in &target.when {
            let needs = needs(alternative, inputs);
            let moved = moved(inputs, &needs);
            let gain = award::claim(target, &moved, known.draft.discretion) - now;
            if position != case && gain > Fraction::from(0) {
                steps.push(NextStep { goal: Goal::Case(position), needs, adds: Points::round(gain) });
            }
        }
    }
    steps.sort_by_key(|step| (step.adds, step.needs.len()));
    steps.into_iter().next()
}

fn one_more(item: &Item, case: usize, inputs: &[Possible], now: Fraction) -> Option<NextStep> {
    let Award::Tally { parts, .. } = &item.cases[case].award else { return None };
    let steps = parts.iter().filter_map(|part| {
        let count = inputs[part.input].known_number()?;
        let mut more = inputs.to_vec();
        more[part.input] = Possible::exactly(count + 1);
        let gain = award::range(&item.cases[case], &more).0 - now;
        let condition = Condition::Number { low: None, high: None };
        let need = Need { input: part.input, condition, distance: Some(Fraction::from(1)) };
        (gain > Fraction::from(0)).then(|| NextStep {
            goal: Goal::OneMore(part.input),
            needs: vec![need],
            adds: Points::round(gain),
        })
    });
    steps.max_by_key(|step| step.adds)
}

fn needs(alternative: &[(usize, Condition)], inputs: &[Possible]) -> Vec<Need> {
    let unmet = alternative
        .iter()
        .filter(|(input, condition)| !inputs[*input].is_known() || !condition.can_hold(&inputs[*input]));
    unmet
        .map(|(input, condition)| Need {
            input: *input,
            condition: condition.clone(),
            distance: inputs[*input].known_number().and_then(|value| distance(condition, value)),
        })
        .collect()
}

fn distance(condition: &Condition, value: Fraction) -> Option<Fraction> {
    let Condition::Number { low, high } = condition else { return None };
    match (low, high) {
        (Some(low), _) if value < low.value || (value == low.value && !low.inclusive) => Some(low.value - value),
        (_, Some(high)) => Some(value - high.value),
        _ => None,
    }
}

/// The inputs with each need just met.
fn moved(inputs: &[Possible], needs: &[Need]) -> Vec<Possible> {
    let mut moved = inputs.to_vec();
    for need in needs {
        moved[need.input] = match &need.condition {
            Condition::Option(position) => Possible::option(*position),
            Condition::Number { low, high } => {
                let value = inputs[need.input].known_number();
                let low = low.map(|low| low.value);
                let high = high.map(|high| high.value);
                let nearest = match (low, high, value) {
                    (Some(low), _, None) => low,
                    (_, Some(high), None) => high,
                    (Some(low), _, Some(value)) if value <= low => low,
                    (_, Some(high), _) => high,
                    (Some(low), None, _) => low,
                    (None, None, value) => value.unwrap_or_default(),
                };
                Possible::exactly(nearest)
            }
        };
    }
    moved
}

pub fn cliffs(known: &Known, item: &Item, choice: usize, inputs: &[Possible], score: &ItemScore) -> Vec<Cliff> {
    let Some(case) = score.standing.only() else { return Vec::new() };
    let now = award::claim(&item.cases[case], inputs, known.draft.discretion);
    let mut found: Vec<Cliff> = Vec::new();
    for (position, input) in item.inputs.iter().enumerate() {
        let Some(value) = inputs[position].known_number() else { continue };
        let whole = input.measure(choice).domain(&known.policy.facts).whole;
        let mut nearest: [Option<Cliff>; 2] = [None, None];
        for limit in limits(item, choice, position).filter(|limit| near(*limit, value, whole)) {
            for cliff in falls(item, choice, inputs, position, limit, value, whole) {
                let target = &item.cases[cliff.case];
                let mut there = inputs.to_vec();
                there[position] = Possible::exactly(limit);
                let leaves = award::claim(target, &there, known.draft.discretion);
                let slot = &mut nearest[usize::from(cliff.rising)];
                if leaves < now && slot.as_ref().is_none_or(|one| cliff.distance < one.distance) {
                    *slot = Some(Cliff { leaves: Points::round(leaves), ..cliff });
                }
            }
        }
        found.extend(nearest.into_iter().flatten());
    }
    found
}

fn limits(item: &Item, choice: usize, input: usize) -> impl Iterator<Item = Fraction> {
    let cases = item.cases.iter().filter(move |case| case.exists_under(choice));
    let conditions = cases.flat_map(|case| case.when.iter().flatten());
    conditions.filter(move |(of, _)| *of == input).flat_map(|(_, condition)| match condition {
        Condition::Number { low, high } => [*low, *high].into_iter().flatten().map(|bound| bound.value).collect(),
        Condition::Option(_) => Vec::new(),
    })
}

/// Within a tenth of the limit, or one step of a count.
fn near(limit: Fraction, value: Fraction, whole: bool) -> bool {
    let distance = if limit > value { limit - value } else { value - limit };
    if whole { distance <= Fraction::from(1) } else { distance * 10 <= limit }
}

/// The other cases met at the limit and just past it, on the side away from the value.
fn falls(
    item: &Item,
    choice: usize,
    inputs: &[Possible],
    input: usize,
    limit: Fraction,
    value: Fraction,
    whole: bool,
) -> Vec<Cliff> {
    // Nothing that a draft can hold lies closer to a limit than this.
    let step = if whole { Fraction::from(1) } else { Fraction::new(1, 1_000_000_000) };
    let mut found = Vec::new();
    for rising in [false, true] {
        let past = if rising { limit + step } else { limit - step };
        let ahead = if rising { limit > value } else { limit < value };
        for (at_limit, there) in [(true, limit), (false, past)] {
            let reachable = if at_limit { ahead } else { ahead || limit == value };
            let mut changed = inputs.to_vec();
            changed[input] = Possible::exactly(there);
            let only = if reachable { met(item, choice, &changed) } else { None };
            if let Some(case) = only {
                let distance = if whole { there - value } else { limit - value };
                let distance = if distance < Fraction::from(0) { -distance } else { distance };
                found.push(Cliff { input, limit, rising, at_limit, distance, case, leaves: Points::ZERO });
            }
        }
    }
    found
}

fn met(item: &Item, choice: usize, inputs: &[Possible]) -> Option<usize> {
    let mut all = (0..item.cases.len()).filter(|case| item.cases[*case].can_be_met(choice, inputs));
    all.next().filter(|_| all.next().is_none())
}
