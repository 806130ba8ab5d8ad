//! Weights sum up, and no award lies outside its item's weight.

use crate::policy::model::{Award, Item, Policy};
use crate::policy::{Fraction, Points};

pub fn faults(policy: &Policy) -> Vec<String> {
    let mut faults = Vec::new();
    let total: Points = policy.indicators.iter().map(|indicator| indicator.weight).sum();
    if total != policy.total {
        faults.push(format!("the weights sum to {total:#}, not to {:#}", policy.total));
    }
    for indicator in policy.indicators {
        let sum: Points = indicator.items.iter().map(|item| policy.items[*item].max).sum();
        if sum != indicator.weight {
            faults.push(format!(
                "indicator {}: its items sum to {sum:#}, not to its weight {:#}",
                indicator.name, indicator.weight
            ));
        }
    }
    faults.extend(policy.items.iter().flat_map(outside_the_weight));
    faults
}

fn outside_the_weight(item: &Item) -> Vec<String> {
    let (zero, max) = (Fraction::from(0), item.max.exact());
    let mut faults = Vec::new();
    for case in item.cases {
        let (low, high) = span(&case.award);
        if low < zero || high > max || low > high {
            faults.push(format!(
                "item {}: case “{}” gives {low} to {high}, outside 0 to {:#}",
                item.id, case.label, item.max
            ));
        }
        if let Award::Tally { parts, .. } = &case.award
            && parts.iter().any(|part| part.each <= zero)
        {
            faults.push(format!("item {}: case “{}” counts what adds no points", item.id, case.label));
        }
        if let Award::Band { low, high, proportional } = &case.award {
            let outside = |points: &Fraction| points < low || points > high;
            for scale in *proportional {
                if outside(&scale.from.1) || outside(&scale.to.1) {
                    faults.push(format!("item {}: case “{}” has a scale outside its band", item.id, case.label));
                }
            }
        }
    }
    let most = item.cases.iter().map(|case| span(&case.award).1).max();
    if most != Some(max) {
        faults.push(format!("item {}: no case reaches its weight of {:#}", item.id, item.max));
    }
    faults
}

/// The least and the most that an award can be.
pub fn span(award: &Award) -> (Fraction, Fraction) {
    match award {
        Award::Points(points) => (*points, *points),
        Award::Band { low, high, .. } => (*low, *high),
        Award::Scale(scale) => (scale.from.1.min(scale.to.1), scale.from.1.max(scale.to.1)),
        Award::Tally { parts, cap } => {
            let bounded: Option<Fraction> =
                parts.iter().map(|part| part.at_most.map(|most| part.each * i128::from(most))).sum();
            (Fraction::from(0), bounded.map_or(*cap, |all| all.min(*cap)))
        }
    }
}
