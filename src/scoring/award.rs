//! What an award comes to, given what its inputs can be.

use crate::draft::Discretion;
use crate::policy::{Award, Case, Condition, Fraction, Possible, Scale, fraction};

/// The least and the most that a case can give, with all of a band open to the assessor.
pub fn range(case: &Case, inputs: &[Possible]) -> (Fraction, Fraction) {
    match &case.award {
        Award::Points(points) => (*points, *points),
        Award::Band { low, high, .. } => (*low, *high),
        Award::Scale(scale) => {
            let (least, most) = within(case, scale.input, &inputs[scale.input]);
            let ends = (scale.at(least), most.map_or(scale.to.1, |most| scale.at(most)));
            (ends.0.min(ends.1), ends.0.max(ends.1))
        }
        Award::Tally { parts, cap } => {
            let mut sum = (Fraction::from(0), Fraction::from(0));
            for part in *parts {
                let (least, most) = ends(&inputs[part.input]);
                let limit = part.at_most.map(|limit| Fraction::from(i128::from(limit)));
                let counted = |count| limit.map_or(count, |limit| fraction::least(count, limit));
                let with = |sum, count| fraction::sum(sum, fraction::product(part.each, count));
                sum.0 = with(sum.0, counted(least));
                sum.1 = match most.map(counted).or(limit) {
                    Some(most) => with(sum.1, most),
                    None => *cap,
                };
                // Past the cap nothing counts, and an endless list must not pile up.
                sum.1 = fraction::least(sum.1, *cap);
            }
            (fraction::least(sum.0, *cap), sum.1)
        }
    }
}

/// What the centre claims from the one case that it meets.
pub fn claim(case: &Case, inputs: &[Possible], discretion: Discretion) -> Fraction {
    let (least, most) = range(case, inputs);
    match (&case.award, discretion) {
        (Award::Band { .. }, Discretion::High) => most,
        (Award::Band { low, high, proportional }, Discretion::Proportional) => {
            placed(proportional, inputs).map_or(least, |points| points.clamp(*low, *high))
        }
        _ => least,
    }
}

/// The proportional points; `None` without a scale or with an input that is not known.
fn placed(scales: &[Scale], inputs: &[Possible]) -> Option<Fraction> {
    let points = scales.iter().map(|scale| inputs[scale.input].known_number().map(|value| scale.at(value)));
    points.collect::<Option<Vec<_>>>()?.into_iter().min()
}

/// The part of what is possible that meets the case's conditions on an input.
fn within(case: &Case, input: usize, possible: &Possible) -> (Fraction, Option<Fraction>) {
    let (mut least, mut most) = ends(possible);
    for (_, condition) in case.conditions().filter(|(of, _)| *of == input) {
        let Condition::Number { low, high } = condition else { continue };
        if let Some(low) = low {
            least = least.max(low.value);
        }
        if let Some(high) = high {
            most = Some(most.map_or(high.value, |most| most.min(high.value)));
        }
    }
    (least, most)
}

fn ends(possible: &Possible) -> (Fraction, Option<Fraction>) {
    match possible {
        Possible::Number { low, high } => (*low, *high),
        Possible::Options(_) => (Fraction::from(0), Some(Fraction::from(0))),
    }
}
