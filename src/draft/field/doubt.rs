//! What counts, and probably was not meant.

use super::parse::{kind, parse};
use super::{Field, number_at, typed_text};
use crate::draft::number::{self, Kind};
use crate::draft::{Draft, FactValue, typed};
use crate::policy::Policy;

/// A value that is a hundred or ten thousand times too small or too large for what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What to enter if it was.
    pub meant: String,
    /// With their unit, as in 92% and 0.92%.
    pub meant_words: String,
    pub stands_words: String,
}

/// 10,000,000,000 元 and more, in 万元: nobody here has that much, but everybody has typed 元 in its place once.
const MUCH_MONEY: i128 = 1_000_000 * number::MILLION;

/// Whether the value of a field was meant: 0.92 for 92%, or an amount in 元 where 万元 are asked for.
pub fn doubt(policy: &Policy, draft: &Draft, field: Field) -> Option<Doubt> {
    let kind = kind(policy, field)?;
    let text = typed_text(draft, field);
    // What stands in for a text that can't be read is in question anyway.
    if text.is_some_and(|text| parse(policy, draft, field, text).is_err()) {
        return None;
    }
    let value = match field {
        Field::Fact(at) => match draft.fact(at)? {
            FactValue::Number(number) => number,
            FactValue::Day(_) | FactValue::Option(_) => return None,
        },
        _ => number_at(draft, field)?.value?,
    };
    let (stands, said) = (number::millionths(value), text.is_some_and(|text| typed::has_unit(text, kind)));
    let meant = match kind {
        Kind::Percent if 0 < stands && stands < number::MILLION && !said => stands * 100,
        Kind::Money if stands >= MUCH_MONEY && stands % 10_000 == 0 && !said => stands / 10_000,
        _ => return None,
    };
    let words = |millionths| {
        let space = if kind == Kind::Percent { "" } else { " " };
        format!("{}{space}{}", number::write_millionths(millionths), kind.unit())
    };
    Some(Doubt { meant: number::write_millionths(meant), meant_words: words(meant), stands_words: words(stands) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{date, field};
    use crate::policy::Figure;
    use crate::rules;

    fn doubted(field: Field, text: &str) -> Option<String> {
        let (policy, day) = (rules::henan_2019_194(), |text| date::parse(text).unwrap());
        let mut draft = Draft::blank(policy, "试", day("2023-07-01"), day("2026-06-30"));
        draft.finance.push(Default::default());
        field::enter(policy, &mut draft, field, text);
        doubt(policy, &draft, field).map(|doubt| doubt.meant_words)
    }

    #[test]
    fn a_percentage_below_one_may_have_been_a_fraction() {
        let rate = Field::Fact(0);
        for (text, meant) in [("0.92", "92%"), (".5", "50%"), ("0.999999", "99.9999%"), ("0.000001", "0.0001%")] {
            assert_eq!(doubted(rate, text).as_deref(), Some(meant), "{text}");
        }
        for text in ["0", "1", "1.000001", "92", "0.92%", "０．９２％", "", "0.x"] {
            assert_eq!(doubted(rate, text), None, "{text}");
        }
    }

    #[test]
    fn an_amount_of_ten_billion_may_have_been_in_yuan() {
        let cost = Field::Finance(0, Figure::ALL[0]);
        assert_eq!(doubted(cost, "12405000").as_deref(), Some("1240.5 万元"));
        assert_eq!(doubted(cost, "1000000").as_deref(), Some("100 万元"));
        for text in ["999999.99", "1240.5", "12405000 万元", "124 亿元", "1000000.000001"] {
            assert_eq!(doubted(cost, text), None, "{text}");
        }
    }
}
