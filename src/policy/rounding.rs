//! How numbers are shown: rounded, but never across a limit.

use std::cmp::Ordering;

use super::Fraction;

/// A number as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A decimal with at most six places.
    Number(Fraction),
    /// So close above or below this limit that no decimal tells.
    Just(Ordering, Fraction),
}

/// Decimals that are shown, if fewer say enough; and at most.
const DECIMALS: u32 = 2;
const MOST_DECIMALS: u32 = 6;

/// A number rounded to hundredths, half away from zero, or to as many places more as it takes to stand to every limit
/// as the number itself does: 40.004 beside a limit of 40 is not 40.
pub fn shown(number: Fraction, limits: &[Fraction]) -> Shown {
    let stands = |rounded: Fraction| limits.iter().all(|limit| rounded.cmp(limit) == number.cmp(limit));
    let enough = (DECIMALS..=MOST_DECIMALS).map(|decimals| rounded(number, decimals)).find(|one| stands(*one));
    let nearest = limits.iter().copied().min_by_key(|limit| apart(number, *limit));
    match (enough, nearest) {
        (Some(enough), _) => Shown::Number(enough),
        (None, Some(limit)) => Shown::Just(number.cmp(&limit), limit),
        (None, None) => Shown::Number(rounded(number, DECIMALS)),
    }
}

fn apart(one: Fraction, other: Fraction) -> Fraction {
    if one < other { other - one } else { one - other }
}

/// Half away from zero.
pub fn rounded(number: Fraction, decimals: u32) -> Fraction {
    let power = 10_i128.pow(decimals);
    (number * power).round() / power
}

/// Whether a number is written exactly.
pub fn is_written_exactly(number: Fraction) -> bool {
    (number * 1_000_000).is_integer()
}

/// A number of at most six decimals as it is written, without needless zeros.
pub fn written(number: Fraction) -> String {
    let millionths = (number * 1_000_000).to_integer();
    let (whole, rest) = (millionths.unsigned_abs() / 1_000_000, millionths.unsigned_abs() % 1_000_000);
    let sign = if millionths < 0 { "-" } else { "" };
    match rest {
        0 => format!("{sign}{whole}"),
        rest => format!("{sign}{whole}.{rest:06}").trim_end_matches('0').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(number: (i128, i128), limits: &[Fraction]) -> String {
        match shown(Fraction::new(number.0, number.1), limits) {
            Shown::Number(number) => written(number),
            Shown::Just(side, limit) => format!("{side:?} {limit}"),
        }
    }

    #[test]
    fn no_number_is_rounded_across_a_limit() {
        let limits = [Fraction::from(40), Fraction::new(100, 3)];
        for (number, expected) in [
            ((40, 1), "40"),
            ((4001, 100), "40.01"),
            ((40_004, 1000), "40.004"),
            ((39_996, 1000), "39.996"),
            ((40_000_001, 1_000_000), "40.000001"),
            ((400_000_001, 10_000_000), "Greater 40"),
            ((399_999_999, 10_000_000), "Less 40"),
            // A third is nothing that decimals can be: what is above it says so, what is it stands on neither side.
            ((33_334, 1000), "33.334"),
            ((3333, 100), "33.33"),
            ((100, 3), "Equal 100/3"),
            ((200, 3), "66.67"),
            ((5, 2), "2.5"),
            ((-1, 3), "-0.33"),
        ] {
            assert_eq!(text(number, &limits), expected, "{number:?}");
        }
        assert_eq!(text((1, 3), &[]), "0.33");
        assert_eq!(text((66_666_665, 100_000), &[]), "666.67");
    }
}
