//! Amounts as people write them, with their unit, and never rounded across a limit that they stand beside.

use std::cmp::Ordering;

use super::rounding::{self, Shown};
use super::{Fraction, Points, Unit};

/// A fraction with at most two decimals, rounded half away from zero: `86.5`, `33.33`.
pub fn decimal(value: Fraction) -> String {
    format!("{:#}", Points::round(value))
}

/// A number with its unit, as in `86.5%`, `26 人`, `三分之一`.
pub fn amount(value: Fraction, unit: &Unit) -> String {
    match unit {
        Unit::Share if value == Fraction::new(1, 3) => "三分之一".to_owned(),
        _ => with_unit(decimal(value * scale(unit)), unit),
    }
}

fn with_unit(number: String, unit: &Unit) -> String {
    match unit {
        Unit::Share | Unit::Plain("" | "%") => format!("{number}{}", unit_word(unit)),
        Unit::Plain(unit) => format!("{number} {unit}"),
    }
}

/// The same, beside limits that it must not be rounded across: `40.004%`, `略高于 40%`.
pub fn amount_beside(value: Fraction, unit: &Unit, limits: &[Fraction]) -> String {
    if matches!(unit, Unit::Share) && value == Fraction::new(1, 3) {
        return amount(value, unit);
    }
    match shown_beside(value, unit, limits) {
        Shown::Number(number) => with_unit(rounding::written(number), unit),
        Shown::Just(Ordering::Less, limit) => with_amount("略低于", limit / scale(unit), unit),
        Shown::Just(_, limit) => with_amount("略高于", limit / scale(unit), unit),
    }
}

fn shown_beside(value: Fraction, unit: &Unit, limits: &[Fraction]) -> Shown {
    let limits: Vec<Fraction> = limits.iter().map(|limit| *limit * scale(unit)).collect();
    rounding::shown(value * scale(unit), &limits)
}

/// A share is shown in hundredths of the whole.
fn scale(unit: &Unit) -> i128 {
    if matches!(unit, Unit::Share) { 100 } else { 1 }
}

/// A distance from a value to a limit, as in `0.4 个百分点`, `4 人`: with the value as it is shown it adds up.
pub fn distance(value: Fraction, limit: Fraction, unit: &Unit, limits: &[Fraction]) -> String {
    let (exact, goal) = ((limit - value) * scale(unit), limit * scale(unit));
    let adds_up = match shown_beside(value, unit, limits) {
        Shown::Number(shown) if rounding::is_written_exactly(goal) => goal - shown,
        _ => rounding::rounded(exact, 2),
    };
    let away = rounding::written(if adds_up < Fraction::from(0) { -adds_up } else { adds_up });
    let (less, away) =
        if away == "0" && exact != Fraction::from(0) { ("不到 ", "0.01".to_owned()) } else { ("", away) };
    match unit {
        Unit::Share | Unit::Plain("%") => format!("{less}{away} 个百分点"),
        _ => format!("{less}{}", with_unit(away, unit)),
    }
}

/// A verb and an amount; only digits are set apart from the words before them.
pub fn with_amount(verb: &str, value: Fraction, unit: &Unit) -> String {
    let amount = amount(value, unit);
    let space = if amount.starts_with(|first: char| first.is_ascii_digit()) { " " } else { "" };
    format!("{verb}{space}{amount}")
}

pub fn unit_word(unit: &Unit) -> &'static str {
    match unit {
        Unit::Plain(unit) => unit,
        Unit::Share => "%",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_people_write_them() {
        assert_eq!(amount(Fraction::new(173, 2), &Unit::Plain("%")), "86.5%");
        assert_eq!(amount(Fraction::new(7, 20), &Unit::Share), "35%");
        assert_eq!(amount(Fraction::new(1, 3), &Unit::Share), "三分之一");
        assert_eq!(amount(Fraction::from(26), &Unit::Plain("人")), "26 人");
    }

    /// 40.004% was once shown as 40% beside the sentence that it is above 40%.
    #[test]
    fn amounts_are_not_rounded_across_a_limit() {
        let limits = [Fraction::new(2, 5), Fraction::new(1, 3)];
        let shown = |numerator: i128, denominator: i128| {
            amount_beside(Fraction::new(numerator, denominator), &Unit::Share, &limits)
        };
        assert_eq!(shown(2, 5), "40%");
        assert_eq!(shown(40_004, 100_000), "40.004%");
        assert_eq!(shown(39_996, 100_000), "39.996%");
        assert_eq!(shown(400_000_001, 1_000_000_000), "略高于 40%");
        assert_eq!(shown(399_999_999, 1_000_000_000), "略低于 40%");
        assert_eq!(shown(1, 3), "三分之一");
        assert_eq!(shown(33_334, 100_000), "33.334%");
        assert_eq!(shown(333_333_334, 1_000_000_000), "略高于三分之一");
    }

    #[test]
    fn a_distance_and_the_value_beside_it_add_up() {
        let limits = [Fraction::new(2, 5)];
        let shares =
            |value: (i128, i128)| distance(Fraction::new(value.0, value.1), limits[0], &Unit::Share, &limits);
        assert_eq!(shares((396, 1000)), "0.4 个百分点");
        assert_eq!(shares((404, 1000)), "0.4 个百分点");
        // Shown as 38.77%: rounded by itself it would be 1.24, and not add up to 40.
        assert_eq!(shares((38_765, 100_000)), "1.23 个百分点");
        assert_eq!(shares((40_004, 100_000)), "0.004 个百分点");
        assert_eq!(shares((400_000_001, 1_000_000_000)), "不到 0.01 个百分点");
        let third = Fraction::new(1, 3);
        assert_eq!(distance(Fraction::new(3, 10), third, &Unit::Share, &[third]), "3.33 个百分点");
        let money = |value| distance(value, Fraction::from(5), &Unit::Plain("万元"), &[Fraction::from(5)]);
        assert_eq!(money(Fraction::new(9, 2)), "0.5 万元");
        assert_eq!(money(Fraction::from(5)), "0 万元");
        assert_eq!(distance(Fraction::from(2), Fraction::from(2), &Unit::Plain("人"), &[]), "0 人");
    }
}
