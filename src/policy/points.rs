//! Points as they are printed: whole hundredths.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use serde::{Serialize, Serializer};

use super::Fraction;

/// Points of the evaluation table, in hundredths (分, two decimals).
///
/// Item figures are rounded to hundredths once, half away from zero, and everything above them is
/// a sum of the rounded figures, so that a printed column adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Points(i64);

impl Points {
    pub const ZERO: Points = Points(0);

    /// Rounds an exact figure to hundredths, half away from zero.
    pub fn round(exact: Fraction) -> Points {
        if exact.is_integer() {
            return Points::whole(exact.to_integer() * 100);
        }
        // In whole numbers: the fraction's own multiplication and rounding each look for a common divisor.
        let (twice, denominator) = (exact.numer() * 200, *exact.denom());
        Points::whole((twice + twice.signum() * denominator) / (2 * denominator))
    }

    fn whole(hundredths: i128) -> Points {
        Points(hundredths.clamp(i64::MIN as i128, i64::MAX as i128) as i64)
    }

    pub const fn from_hundredths(hundredths: i64) -> Points {
        Points(hundredths)
    }

    pub fn hundredths(self) -> i64 {
        self.0
    }

    pub fn exact(self) -> Fraction {
        Fraction::new(i128::from(self.0), 100)
    }
}

impl Add for Points {
    type Output = Points;
    fn add(self, other: Points) -> Points {
        Points(self.0 + other.0)
    }
}

impl Sub for Points {
    type Output = Points;
    fn sub(self, other: Points) -> Points {
        Points(self.0 - other.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(points: I) -> Points {
        points.fold(Points::ZERO, Add::add)
    }
}

/// As it is printed, such as `"41.00"`.
impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Points {
    /// Always two decimals, as in `41.00`; `{:#}` drops needless zeros, as in `41` or `0.5`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match (out.alternate(), rest) {
            (true, 0) => write!(out, "{sign}{whole}"),
            (true, rest) if rest % 10 == 0 => write!(out, "{sign}{whole}.{}", rest / 10),
            _ => write!(out, "{sign}{whole}.{rest:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_away_from_zero() {
        let thousandths = |n| Points::round(Fraction::new(n, 1000)).to_string();
        assert_eq!(thousandths(16_625), "16.63");
        assert_eq!(thousandths(16_624), "16.62");
        assert_eq!(thousandths(5), "0.01");
        assert_eq!(thousandths(-5), "-0.01");
        assert_eq!(Points::round(Fraction::new(4, 3)).to_string(), "1.33");
        assert_eq!(Points::round(Fraction::new(-5, 3)).to_string(), "-1.67");
        assert_eq!(Points::round(Fraction::from(0)), Points::ZERO);
    }

    #[test]
    fn alternate_form_drops_needless_zeros() {
        let shown = |hundredths| format!("{:#}", Points::from_hundredths(hundredths));
        assert_eq!((shown(4100), shown(50), shown(133)), ("41".into(), "0.5".into(), "1.33".into()));
    }
}
