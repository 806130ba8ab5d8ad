//! The mock panel of experts (工作规程 第六条 第三步).

use rust_decimal::Decimal;

use super::number::{self, Kind};
use super::{Entered, List, ValueFault, typed};
use crate::policy::{Aspect, Fraction};

/// How many aspects there are.
pub const ASPECTS: usize = Aspect::ALL.len();

/// A panel has 3 to 5 experts.
pub const LEAST_EXPERTS: usize = 3;
pub const MOST_EXPERTS: usize = 5;

/// What all weights sum to.
pub const WHOLE: u32 = 100;

/// The weights of the aspects, which always sum to 100, and what each expert gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    pub weights: [Entered<Decimal>; ASPECTS],
    pub experts: List<Expert>,
}

/// The points of one expert, in the order of the aspects.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expert {
    pub points: [Entered<Decimal>; ASPECTS],
}

impl Default for Panel {
    /// The real weights are not published: the same for each.
    fn default() -> Self {
        let each = Decimal::from(WHOLE / ASPECTS as u32);
        Panel { weights: std::array::from_fn(|_| Entered::of(each)), experts: List::default() }
    }
}

impl Panel {
    /// The weight that counts for an aspect, in millionths.
    pub fn weight(&self, aspect: usize) -> i128 {
        self.weights.get(aspect).and_then(|weight| weight.value).map_or(0, number::millionths)
    }

    /// The weights once this text stands at an aspect, with what else was typed and does not count yet.
    ///
    /// They change only together: one alone can't change while they sum to 100.
    pub fn weights_with(&self, aspect: usize, typed: &str) -> Result<[Decimal; ASPECTS], ValueFault> {
        let mut weights = [Decimal::ZERO; ASPECTS];
        for (at, weight) in weights.iter_mut().enumerate() {
            let kept = &self.weights[at];
            let value = match &kept.text {
                _ if at == aspect => Some(parse_weight(typed)?),
                Some(text) => parse_weight(text).ok().or(kept.value),
                None => kept.value,
            };
            *weight = value.unwrap_or_default();
        }
        sum_up(&weights)?;
        for (at, weight) in weights.iter().enumerate() {
            let given = self.experts.iter().filter_map(|expert| expert.points[at].value);
            if let Some(most) = given.max().filter(|most| most > weight) {
                // The fault is told where it is; the others wait for it.
                let label = Aspect::ALL[at].label();
                return Err(match at == aspect {
                    true => ValueFault::WeightBelowPoints(number::write(most)),
                    false => ValueFault::WaitsForWeight(label),
                });
            }
        }
        Ok(weights)
    }

    /// Puts these weights in the place of all texts that stand for them.
    pub fn settle(&mut self, weights: [Decimal; ASPECTS]) {
        for (entered, weight) in self.weights.iter_mut().zip(weights) {
            entered.value = Some(weight);
            let written = number::write(weight);
            entered.text = entered.text.take().filter(|text| *text != written);
        }
    }

    /// The total of each expert who has given all points, in millionths.
    pub fn totals(&self) -> Vec<Option<i128>> {
        let total = |expert: &Expert| {
            expert.points.iter().map(|points| points.value.map(number::millionths)).sum::<Option<i128>>()
        };
        self.experts.iter().map(total).collect()
    }

    /// The mean of the totals, once there are enough experts and each has given all points.
    pub fn mean(&self) -> Option<Fraction> {
        let sum: i128 = self.totals().into_iter().sum::<Option<i128>>()?;
        let experts = self.experts.len();
        (experts >= LEAST_EXPERTS).then(|| Fraction::new(sum, 1_000_000 * experts as i128))
    }
}

/// Checks that weights sum to exactly 100.
pub fn sum_up(weights: &[Decimal]) -> Result<(), ValueFault> {
    let sum = weights.iter().copied().map(number::millionths).sum();
    if sum == number::millionths(Decimal::from(WHOLE)) {
        Ok(())
    } else {
        Err(ValueFault::WeightsSum(number::write_millionths(sum)))
    }
}

fn parse_weight(text: &str) -> Result<Decimal, ValueFault> {
    typed::parse(text, Kind::Points { max: WHOLE })?.ok_or(ValueFault::Required)
}

/// Checks an expert's points against the aspect's weight.
pub fn within_weight(panel: &Panel, aspect: usize, points: Decimal) -> Result<Decimal, ValueFault> {
    let most = panel.weight(aspect);
    if number::millionths(points) > most {
        Err(ValueFault::Above(number::write_millionths(most)))
    } else {
        Ok(points)
    }
}
