//! The kinds of number in a draft, their limits, and how they are written.

use rust_decimal::Decimal;

use super::{ValueFault, YEARS};
use crate::policy::Fraction;
use crate::policy::domain::MOST_PERCENT;

/// The kinds of number in a draft, each with its limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The number before the sign, 0 to 1000.
    Percent,
    /// A whole number of 人, 项 or 家, `min` to a thousand million.
    Count { min: u32, unit: &'static str },
    /// 万元, to the 分 (six decimals), below a million million.
    Money,
    /// A year of the calendar.
    Year,
    /// Points, 0 to `max`.
    Points { max: u32 },
}

/// How many days something takes.
pub const DAYS: Kind = Kind::Count { min: 0, unit: "天" };

/// More than any centre can claim; a pick above its item's weight is moved, not refused.
pub const MOST_POINTS: u32 = 1000;

impl Kind {
    fn decimals(self) -> u32 {
        match self {
            Kind::Count { .. } | Kind::Year => 0,
            Kind::Percent | Kind::Money | Kind::Points { .. } => 6,
        }
    }

    /// The least and the most there can be.
    pub fn range(self) -> (u64, u64) {
        match self {
            Kind::Percent => (0, MOST_PERCENT.into()),
            Kind::Count { min, .. } => (min.into(), 1_000_000_000),
            Kind::Money => (0, 1_000_000_000_000),
            Kind::Year => ((*YEARS.start()).into(), (*YEARS.end()).into()),
            Kind::Points { max } => (0, max.into()),
        }
    }

    /// How far two numbers of this kind can be apart.
    pub fn difference(self) -> Kind {
        match self {
            Kind::Count { unit, .. } => Kind::Count { min: 0, unit },
            Kind::Year => Kind::Count { min: 0, unit: "年" },
            other => other,
        }
    }

    /// The unit in which a field of this kind counts.
    pub fn unit(self) -> &'static str {
        match self {
            Kind::Percent => "%",
            Kind::Count { unit, .. } => unit,
            Kind::Money => "万元",
            Kind::Year => "年",
            Kind::Points { .. } => "分",
        }
    }

    /// What is wrong with a text that is no number at all.
    pub(super) fn no_number(self, text: &str) -> ValueFault {
        if self.decimals() == 0 {
            ValueFault::NotAWholeNumber(text.to_owned())
        } else {
            ValueFault::NotANumber(text.to_owned())
        }
    }

    /// Whether only whole numbers are of this kind.
    pub fn is_whole(self) -> bool {
        self.decimals() == 0
    }

    /// Checks a number against the limits of its kind.
    pub fn check(self, number: Decimal) -> Result<Decimal, ValueFault> {
        let number = without_needless_zeros(number);
        let (least, most) = self.range();
        let in_units = |whole: u64| i128::from(whole) * MILLION;
        if number.is_sign_negative() && !number.is_zero() {
            Err(ValueFault::Negative)
        } else if number.scale() > self.decimals() {
            Err(if self.decimals() == 0 { ValueFault::NotWhole } else { ValueFault::TooPrecise(self.decimals()) })
        } else if millionths(number) < in_units(least) {
            Err(ValueFault::Below(least.to_string()))
        } else if millionths(number) > in_units(most) {
            Err(ValueFault::Above(most.to_string()))
        } else {
            Ok(number)
        }
    }
}

/// Reads a number as a draft file writes it: digits and at most one point, nothing else.
pub fn parse_plain(text: &str, kind: Kind) -> Result<Decimal, ValueFault> {
    let shaped = !text.starts_with('.') && !text.ends_with('.') && !text.starts_with("-.");
    let number = exact(text).filter(|_| shaped).ok_or_else(|| kind.no_number(text))?;
    kind.check(number)
}

/// How a value is written, in files and in fields: no needless zeros, no thousands.
pub fn write(number: Decimal) -> String {
    write_millionths(millionths(number))
}

/// One, in millionths.
pub const MILLION: i128 = 1_000_000;

/// A number of a draft in millionths. No kind allows more than six decimals, so this is exact; sums and
/// comparisons are made of these, which is quicker and far smaller than decimal arithmetic.
pub fn millionths(number: Decimal) -> i128 {
    number.mantissa() * 10_i128.pow(6_u32.saturating_sub(number.scale()))
}

/// The number that is so many millionths.
pub fn from_millionths(sum: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(sum, 6).map(without_needless_zeros).unwrap_or_default()
}

/// A sum of millionths as it is written.
pub fn write_millionths(sum: i128) -> String {
    let (whole, rest) = ((sum / MILLION) as i64, (sum % MILLION).unsigned_abs() as u32);
    if rest == 0 {
        return whole.to_string();
    }
    let sign = if sum < 0 && whole == 0 { "-" } else { "" };
    format!("{sign}{whole}.{rest:06}").trim_end_matches('0').to_owned()
}

fn without_needless_zeros(number: Decimal) -> Decimal {
    let (mut mantissa, mut scale) = (number.mantissa(), number.scale());
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).unwrap_or(number)
}

pub fn to_fraction(number: Decimal) -> Fraction {
    match number.scale() {
        0 => Fraction::from(number.mantissa()),
        scale => Fraction::new(number.mantissa(), 10_i128.pow(scale)),
    }
}

/// The number that plain digits with at most one point are, such as `12.` and `.5` too.
pub(super) fn exact(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all = [whole, decimals].concat();
    let sound = !all.is_empty() && all.bytes().all(|byte| byte.is_ascii_digit());
    // Longer ones do not fit a decimal, and are far beyond every limit.
    if !sound || all.len() > 28 {
        return None;
    }
    let digits: i128 = all.parse().ok()?;
    let sign = if text.starts_with('-') { -1 } else { 1 };
    Decimal::try_from_i128_with_scale(sign * digits, decimals.len() as u32).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_without_needless_zeros() {
        let cases = [(0, "0"), (1_500_000, "1.5"), (12_000_000, "12"), (1, "0.000001"), (-500_000, "-0.5")];
        for (sum, expected) in cases {
            assert_eq!(write_millionths(sum), expected);
        }
    }

    #[test]
    fn files_are_read_strictly() {
        for bad in ["1,000", "１", " 1", "1.", ".5", "+1", "1e3", ""] {
            assert!(parse_plain(bad, Kind::Money).is_err(), "{bad:?}");
        }
        assert_eq!(parse_plain("1800.50", Kind::Money).map(write), Ok("1800.5".into()));
    }
}
