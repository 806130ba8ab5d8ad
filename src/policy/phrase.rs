//! Limits as the documents write them: `60%—80%`, `300 万元以下`, `超过三分之一但不超过 40 %`.
//!
//! 以上, 以下 and 以内 include the number; 不满, 超过 and 以外 do not (民法典 第1259条). What that article does not name
//! is read so by us: 达到, 至少, 不少于 and a range include it; 低于, 小于, 少于, 不足, 未达到, 高于, 大于 and 多于 do not.

use super::{Bound, Condition, Fraction, Unit, fraction};

/// A limit found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The words, without blanks.
    pub words: String,
    pub means: Condition,
}

/// What words mean that say nothing but limits of an input in this unit.
pub fn meaning(words: &str, unit: &Unit) -> Option<Condition> {
    let words = folded(words);
    let mut rest = words.as_str();
    let mut bounds = (None, None);
    while !rest.is_empty() {
        let (found, behind) = first(rest, unit)?;
        let Condition::Number { low, high } = found.means else { return None };
        if (low.is_some() && bounds.0.is_some()) || (high.is_some() && bounds.1.is_some()) {
            return None;
        }
        bounds = (bounds.0.or(low), bounds.1.or(high));
        rest = behind.trim_start_matches(['但', '且', '，']);
    }
    (bounds != (None, None)).then_some(Condition::Number { low: bounds.0, high: bounds.1 })
}

/// All limits that a text names, but those of points.
pub fn limits(text: &str, unit: &Unit) -> Vec<Phrase> {
    let text = folded(text);
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some(one) = rest.chars().next() {
        rest = match first(rest, unit) {
            Some((phrase, behind)) => {
                found.push(phrase);
                behind
            }
            None => &rest[one.len_utf8()..],
        };
    }
    found
}

/// A text without blanks and with full-width signs, as the quotations are compared.
pub fn folded(text: &str) -> String {
    let wide = |one: char| match one {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '(' => '（',
        ')' => '）',
        other => other,
    };
    text.chars().filter(|one| !one.is_whitespace()).map(wide).collect()
}

const BEFORE: [(&str, Side); 18] = [
    ("不超过", Side::High(true)),
    ("不得超过", Side::High(true)),
    ("不能超过", Side::High(true)),
    ("不高于", Side::High(true)),
    ("不少于", Side::Low(true)),
    ("不低于", Side::Low(true)),
    ("至少", Side::Low(true)),
    ("达到", Side::Low(true)),
    ("超过", Side::Low(false)),
    ("高于", Side::Low(false)),
    ("大于", Side::Low(false)),
    ("多于", Side::Low(false)),
    ("低于", Side::High(false)),
    ("小于", Side::High(false)),
    ("少于", Side::High(false)),
    ("不满", Side::High(false)),
    ("不足", Side::High(false)),
    ("未达到", Side::High(false)),
];

const BEHIND: [(&str, Side); 7] = [
    ("及以上", Side::Low(true)),
    ("以上", Side::Low(true)),
    ("及以下", Side::High(true)),
    ("以下", Side::High(true)),
    ("及以内", Side::High(true)),
    ("以内", Side::High(true)),
    ("以外", Side::Low(false)),
];

/// Which end a word limits, and whether the number is included.
#[derive(Clone, Copy)]
enum Side {
    Low(bool),
    High(bool),
}

impl Side {
    fn at(self, value: Fraction) -> Condition {
        match self {
            Side::Low(inclusive) => Condition::Number { low: Some(Bound { value, inclusive }), high: None },
            Side::High(inclusive) => Condition::Number { low: None, high: Some(Bound { value, inclusive }) },
        }
    }
}

/// The limit with which a text begins, and what stands behind it.
fn first<'a>(text: &'a str, unit: &Unit) -> Option<(Phrase, &'a str)> {
    let word = BEFORE.iter().find(|(word, _)| text.starts_with(word));
    let behind_word = word.map_or(text, |(word, _)| &text[word.len()..]);
    let number = Quantity::at_the_start_of(behind_word)?;
    let behind_number = number.behind;
    let found = |means, from: &'a str, behind: &'a str| {
        let words = from[..from.len() - behind.len()].to_owned();
        Some((Phrase { words, means }, behind))
    };
    // What stands behind the number says more than 达到 before it.
    if let Some((word, side)) = BEHIND.iter().find(|(word, _)| behind_number.starts_with(word)) {
        return found(side.at(number.of(unit)), behind_word, &behind_number[word.len()..]);
    }
    if let Some(to) = behind_number.strip_prefix(['—', '至'])
        && let Some(end) = Quantity::at_the_start_of(to)
    {
        let behind = end.behind.strip_prefix("之间").unwrap_or(end.behind);
        // In 10—30% the sign is written once for both.
        let number = if number.unit.is_empty() { Quantity { unit: end.unit, ..number } } else { number };
        let ends = [number, end].map(|one| Some(Bound { value: one.of(unit), inclusive: true }));
        return found(Condition::Number { low: ends[0], high: ends[1] }, behind_word, behind);
    }
    let (_, side) = word?;
    found(side.at(number.of(unit)), text, behind_number)
}

/// A number, the unit that is written with it, and what stands behind both.
#[derive(Clone, Copy)]
struct Quantity<'a> {
    number: Fraction,
    unit: &'a str,
    behind: &'a str,
}

impl<'a> Quantity<'a> {
    /// Points are none.
    fn at_the_start_of(text: &'a str) -> Option<Self> {
        if let Some((number, behind)) = fraction_in_words(text) {
            return Some(Quantity { number, unit: "", behind });
        }
        let behind = text.trim_start_matches(|one: char| one.is_ascii_digit() || one == '.');
        let number = fraction::parse(&text[..text.len() - behind.len()])?;
        if behind.starts_with('分') || ends_in_points(behind) {
            return None;
        }
        let unit = UNITS.iter().find(|unit| behind.starts_with(**unit)).map_or(0, |unit| unit.len());
        Some(Quantity { number, unit: &behind[..unit], behind: &behind[unit..] })
    }

    /// The number as an input in this unit has it: a share of 30% is 0.3.
    fn of(self, unit: &Unit) -> Fraction {
        if self.unit == "%" && *unit == Unit::Share { self.number / 100 } else { self.number }
    }
}

const UNITS: [&str; 6] = ["%", "万元", "人", "家", "项", "个"];

/// Whether a range that begins before this text is one of points, as in 15—20 分.
fn ends_in_points(text: &str) -> bool {
    text.strip_prefix(['—', '至'])
        .map(|to| to.trim_start_matches(|one: char| one.is_ascii_digit() || one == '.'))
        .is_some_and(|behind| behind.starts_with('分'))
}

/// Such as 三分之一.
fn fraction_in_words(text: &str) -> Option<(Fraction, &str)> {
    const DIGITS: &str = "一二三四五六七八九";
    let digit = |text: &str| -> Option<i128> {
        let one = text.chars().next()?;
        DIGITS.chars().position(|digit| digit == one).map(|at| at as i128 + 1)
    };
    let whole = digit(text)?;
    let rest = text.get('一'.len_utf8()..)?.strip_prefix("分之")?;
    Some((Fraction::new(digit(rest)?, whole), &rest['一'.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(text: &str) -> Condition {
        Condition::parse_number(text).unwrap()
    }

    #[test]
    fn limits_mean_what_the_civil_code_says() {
        let percent = Unit::Plain("%");
        for (words, means) in [
            ("80% 及以上", ">= 80"),
            ("60%—80%", ">= 60, <= 80"),
            ("60% 以下", "<= 60"),
            ("60% 以内", "<= 60"),
            ("10% 至 30% 之间", ">= 10, <= 30"),
            ("超过 50%", "> 50"),
            ("不超过 50%", "<= 50"),
            ("未达到 10%", "< 10"),
            ("小于 10%", "< 10"),
            ("不足 30 人", "< 30"),
            ("300—500 万元", ">= 300, <= 500"),
            ("3—5 家", ">= 3, <= 5"),
            ("1 项及以上", ">= 1"),
        ] {
            assert_eq!(meaning(words, &percent), Some(condition(means)), "{words}");
        }
        for (words, means) in [
            ("超过三分之一但不超过 40 %", "> 1/3, <= 40%"),
            ("10—30%", ">= 10%, <= 30%"),
            ("10% 至 30%", ">= 10%, <= 30%"),
        ] {
            assert_eq!(meaning(words, &Unit::Share), Some(condition(means)), "{words}");
        }
        for words in ["全面完成", "", "80%", "15—20 分", "超过要求", "超过 5 分", "80% 以上的"] {
            assert_eq!(meaning(words, &percent), None, "{words}");
        }
    }

    #[test]
    fn each_end_is_limited_once() {
        let people = Unit::Plain("人");
        assert_eq!(meaning("超过 5 人且不足 9 人", &people), Some(condition("> 5, < 9")));
        for words in ["超过 5 人且超过 6 人", "不足 5 人，不足 6 人"] {
            assert_eq!(meaning(words, &people), None, "{words}");
        }
    }

    /// Whether a word includes its number; one that stands before it, and one behind.
    #[test]
    fn each_word_limits_its_end() {
        let people = Unit::Plain("人");
        for (words, means) in [
            (&["不超过", "不得超过", "不能超过", "不高于"][..], "<= 30"),
            (&["不少于", "不低于", "至少", "达到"], ">= 30"),
            (&["超过", "高于", "大于", "多于"], "> 30"),
            (&["低于", "小于", "少于", "不满", "不足", "未达到"], "< 30"),
        ] {
            for word in words {
                assert!(BEFORE.iter().any(|(one, _)| one == word), "{word}");
                assert_eq!(meaning(&format!("{word} 30 人"), &people), Some(condition(means)), "{word}");
            }
        }
        for (words, means) in [
            (&["以上", "及以上"][..], ">= 30"),
            (&["以下", "及以下", "以内", "及以内"], "<= 30"),
            (&["以外"], "> 30"),
        ] {
            for word in words {
                assert!(BEHIND.iter().any(|(one, _)| one == word), "{word}");
                assert_eq!(meaning(&format!("30 人{word}"), &people), Some(condition(means)), "{word}");
            }
        }
    }

    #[test]
    fn all_limits_of_a_clause_are_found_and_no_points() {
        let text =
            "(全面完成的得 25 分;完成率达到 80% 及以上的,得 15—20 分;60%—80% 的;在 60% 以下的,不能超过 10 分)";
        let words: Vec<String> = limits(text, &Unit::Plain("%")).into_iter().map(|phrase| phrase.words).collect();
        assert_eq!(words, ["80%及以上", "60%—80%", "60%以下"]);
        assert_eq!(limits("达到 15—20 分", &Unit::Plain("%")), []);
    }
}
