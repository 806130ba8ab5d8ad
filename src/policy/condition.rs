//! Conditions on one input of an item, and what is known of that input.

use super::{Fraction, fraction};

/// One end of an interval of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    pub value: Fraction,
    /// 以上、以下、以内 include the number and 超过、以外 do not (民法典 第1259条); see `phrase` for other words.
    pub inclusive: bool,
}

/// What a case asks of one input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// The number lies between the bounds; an absent bound is no limit.
    Number { low: Option<Bound>, high: Option<Bound> },
    /// The option with this position is chosen (for yes or no: 0 is no, 1 is yes).
    Option(u8),
}

/// What an input can still be, given what has been filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Possible {
    /// Any number from `low` to `high`, ends included; without `high` there is no upper limit.
    Number { low: Fraction, high: Option<Fraction> },
    /// Any of the options whose bit is set.
    Options(u16),
}

impl Possible {
    pub fn exactly(value: Fraction) -> Possible {
        Possible::Number { low: value, high: Some(value) }
    }

    pub fn option(position: u8) -> Possible {
        Possible::Options(1 << position)
    }

    /// The number, when only one is possible.
    pub fn known_number(&self) -> Option<Fraction> {
        match self {
            Possible::Number { low, high: Some(high) } if low == high => Some(*low),
            _ => None,
        }
    }

    pub fn is_known(&self) -> bool {
        match self {
            Possible::Number { .. } => self.known_number().is_some(),
            Possible::Options(set) => set.count_ones() == 1,
        }
    }
}

impl Condition {
    /// The numbers at which it begins or ends to hold.
    pub fn limits(&self) -> impl Iterator<Item = Fraction> + use<> {
        let bounds = match self {
            Condition::Number { low, high } => [*low, *high],
            Condition::Option(_) => [None, None],
        };
        bounds.into_iter().flatten().map(|bound| bound.value)
    }

    /// Whether some possible value meets the condition.
    pub fn can_hold(&self, possible: &Possible) -> bool {
        match (self, possible) {
            (Condition::Number { low, high }, Possible::Number { low: least, high: most }) => {
                let above = match (low, most) {
                    (Some(bound), Some(most)) => bound.is_at_most(most),
                    _ => true,
                };
                let below = match high {
                    Some(bound) => bound.is_at_least(least),
                    None => true,
                };
                above && below
            }
            (Condition::Option(position), Possible::Options(set)) => set & (1 << position) != 0,
            // The check of a policy refuses a condition that is not of its input's kind.
            _ => false,
        }
    }

    /// Reads `>= 60, < 80`, `= 1/3`, `> 50%`; every part must hold.
    ///
    /// The error is a sentence for the author of the policy.
    pub fn parse_number(text: &str) -> Result<Condition, String> {
        let (mut low, mut high) = (None, None);
        for part in text.split(',').map(str::trim) {
            let digits = part.trim_start_matches(['<', '>', '=']);
            let (sign, value) = (&part[..part.len() - digits.len()], fraction::parse(digits));
            let value = value.ok_or_else(|| format!("“{part}” has no number that can be read"))?;
            let bound = |inclusive| Some(Bound { value, inclusive });
            if (sign.starts_with(['>', '=']) && low.is_some()) || (sign.starts_with(['<', '=']) && high.is_some())
            {
                return Err(format!("“{text}” limits the number twice on one side"));
            }
            match sign {
                ">=" => low = bound(true),
                ">" => low = bound(false),
                "<=" => high = bound(true),
                "<" => high = bound(false),
                "=" => (low, high) = (bound(true), bound(true)),
                _ => return Err(format!("“{part}” must begin with >=, >, <=, < or =")),
            }
        }
        Ok(Condition::Number { low, high })
    }
}

impl Bound {
    fn is_at_most(&self, value: &Fraction) -> bool {
        let order = fraction::order(&self.value, value);
        if self.inclusive { order.is_le() } else { order.is_lt() }
    }

    fn is_at_least(&self, value: &Fraction) -> bool {
        let order = fraction::order(&self.value, value);
        if self.inclusive { order.is_ge() } else { order.is_gt() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(low: i128, high: Option<i128>) -> Possible {
        Possible::Number { low: low.into(), high: high.map(Fraction::from) }
    }

    #[test]
    fn limits_decide_to_the_step() {
        let band = Condition::parse_number(">= 60, < 80").unwrap();
        for (value, expected) in [(59, false), (60, true), (79, true), (80, false)] {
            assert_eq!(band.can_hold(&Possible::exactly(value.into())), expected, "{value}");
        }
        assert!(band.can_hold(&number(0, None)));
        assert!(!band.can_hold(&number(80, None)));
        assert!(!band.can_hold(&number(0, Some(59))));
        let above = Condition::parse_number("> 50%").unwrap();
        assert!(!above.can_hold(&Possible::exactly(Fraction::new(1, 2))));
        assert!(above.can_hold(&Possible::exactly(Fraction::new(501, 1000))));
    }

    #[test]
    fn a_condition_that_cannot_be_read_says_which_part() {
        assert!(Condition::parse_number(">= 60, ~80").unwrap_err().contains("~80"));
        assert!(Condition::parse_number("60").unwrap_err().contains("must begin"));
        assert!(Condition::parse_number("").is_err());
        assert!(Condition::parse_number(">= 60, > 70").unwrap_err().contains("twice"));
        assert!(Condition::parse_number("= 60, < 70").unwrap_err().contains("twice"));
    }

    #[test]
    fn options_are_a_set() {
        assert!(Condition::Option(1).can_hold(&Possible::Options(0b11)));
        assert!(!Condition::Option(1).can_hold(&Possible::option(0)));
    }
}
