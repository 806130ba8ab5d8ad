//! Exact numbers. No score, share or sum of money is ever a float.

use std::cmp::Ordering;

use num_rational::Ratio;

/// An exact fraction. Thresholds, shares, rates and unrounded points are all of this type.
///
/// `i128` never overflows here: a policy's own numbers are small, and the draft's limits
/// (`crate::draft::number`) keep sums of money under 10²⁶ in units of their last decimal.
pub type Fraction = Ratio<i128>;

/// Which of two fractions is greater.
///
/// Their own comparison divides again and again; what occurs here is small enough to multiply across.
pub fn order(one: &Fraction, other: &Fraction) -> Ordering {
    let (left, right) = (one.numer().checked_mul(*other.denom()), other.numer().checked_mul(*one.denom()));
    match (left, right) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => one.cmp(other),
    }
}

/// `one - other` as a numerator and a denominator above zero, not reduced.
pub fn difference(one: &Fraction, other: &Fraction) -> (i128, i128) {
    if one.denom() == other.denom() {
        return (one.numer() - other.numer(), *one.denom());
    }
    (one.numer() * other.denom() - other.numer() * one.denom(), one.denom() * other.denom())
}

/// `each * count`; mostly both are whole, and then nothing needs to be reduced.
pub fn product(each: Fraction, count: Fraction) -> Fraction {
    if each.is_integer() && count.is_integer() {
        Fraction::from(each.to_integer() * count.to_integer())
    } else {
        each * count
    }
}

/// `one + other`, likewise.
pub fn sum(one: Fraction, other: Fraction) -> Fraction {
    if one.is_integer() && other.is_integer() {
        Fraction::from(one.to_integer() + other.to_integer())
    } else {
        one + other
    }
}

/// The lesser of two.
pub fn least(one: Fraction, other: Fraction) -> Fraction {
    if order(&other, &one).is_lt() { other } else { one }
}

/// The greater of two.
pub fn most(one: Fraction, other: Fraction) -> Fraction {
    if order(&other, &one).is_gt() { other } else { one }
}

/// Reads `80`, `-1.5`, `1/3` or `50%` exactly; `None` for anything else.
///
/// ```
/// use zhichuang::policy::fraction::{parse, Fraction};
/// assert_eq!(parse("50%"), Some(Fraction::new(1, 2)));
/// assert_eq!(parse("1/3"), Some(Fraction::new(1, 3)));
/// assert_eq!(parse("0.5.1"), None);
/// ```
pub fn parse(text: &str) -> Option<Fraction> {
    let text = text.trim();
    if let Some(percent) = text.strip_suffix('%') {
        return Some(decimal(percent.trim())? / 100);
    }
    if let Some((numerator, denominator)) = text.split_once('/') {
        let denominator = decimal(denominator.trim())?;
        let numerator = decimal(numerator.trim())?;
        // Eager division would panic on a zero that a slip of the author's put there.
        return (denominator != Fraction::from(0)).then(|| numerator / denominator);
    }
    decimal(text)
}

fn decimal(text: &str) -> Option<Fraction> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all = [whole, decimals].concat();
    if whole.is_empty() || all.len() > 18 || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let numerator: i128 = all.parse().ok()?;
    let denominator = 10_i128.pow(u32::try_from(decimals.len()).ok()?);
    Some(Fraction::new(if negative { -numerator } else { numerator }, denominator))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_as_the_fractions_themselves_do() {
        let huge = i128::MAX / 2;
        let all = [(1, 3), (-1, 3), (2, 5), (0, 1), (huge, 3), (huge, huge - 1), (1, huge)];
        let all = all.map(|(numerator, denominator)| Fraction::new(numerator, denominator));
        for (one, other) in all.iter().flat_map(|one| all.iter().map(move |other| (one, other))) {
            assert_eq!(order(one, other), one.cmp(other), "{one} {other}");
        }
    }

    #[test]
    fn reads_the_ways_a_document_writes_numbers() {
        let cases = [
            ("80", Some(Fraction::from(80))),
            ("0.5", Some(Fraction::new(1, 2))),
            ("-2.50", Some(Fraction::new(-5, 2))),
            ("40%", Some(Fraction::new(2, 5))),
            ("1/3", Some(Fraction::new(1, 3))),
            ("1/0", None),
            ("", None),
            (".5", None),
            ("1e3", None),
            ("三", None),
            ("123456789012345678", Some(Fraction::from(123_456_789_012_345_678))),
            ("1234567890123456789", None),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text), expected, "{text:?}");
        }
    }
}
