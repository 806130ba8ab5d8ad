//! Numbers as people type and paste them: full-width signs, thousands, units of their own.

use rust_decimal::Decimal;

use super::ValueFault;
use super::number::{self, Kind};

/// Reads what a person typed or pasted; `None` when it is blank.
///
/// The whole text is one number or it is refused: blanks stand at the ends, before a unit, or, where they do not
/// break, between groups of three. `12.` and `.5` are on their way to a number and understood as one.
pub fn parse(text: &str, kind: Kind) -> Result<Option<Decimal>, ValueFault> {
    let Some(shape) = Shape::of(text, kind)? else { return Ok(None) };
    let number = number::exact(&shape.digits).ok_or_else(|| kind.no_number(text.trim()))?;
    let number = shape.unit.in_own(number).ok_or_else(|| kind.no_number(text.trim()))?;
    kind.check(number).map(Some)
}

/// Whether a text holds several numbers, as cells copied from a table do.
pub fn is_several(text: &str) -> bool {
    let separates = |one: char| matches!(one, '、' | ';' | '；') || (one.is_whitespace() && !groups(one));
    let parts = text.split(separates).filter(|part| part.chars().any(|one| half_width(one).is_ascii_digit()));
    parts.count() > 1
}

/// How a text in a unit that is converted was understood: `0.124 亿元 ＝ 1240 万元`.
pub fn conversion(text: &str, kind: Kind) -> Option<String> {
    let shape = Shape::of(text, kind).ok()??;
    let number = parse(text, kind).ok()??;
    let converted = !matches!(shape.unit, Unit { up: 0, down: 0, .. });
    converted.then(|| format!("{} {} ＝ {} {}", shape.digits, shape.unit.name, number::write(number), kind.unit()))
}

/// Whether a number is typed with its unit, so that nobody need ask whether `0.92%` was meant.
pub fn has_unit(text: &str, kind: Kind) -> bool {
    matches!(Shape::of(text, kind), Ok(Some(Shape { has_unit: true, .. })))
}

/// A text taken apart: the digits of its number, without thousands, and its unit.
struct Shape {
    digits: String,
    unit: Unit,
    has_unit: bool,
}

/// A unit, as powers of ten of the field's own.
#[derive(Clone, Copy)]
struct Unit {
    name: &'static str,
    up: u32,
    down: u32,
}

impl Shape {
    fn of(text: &str, kind: Kind) -> Result<Option<Shape>, ValueFault> {
        let plain: String = text.chars().map(half_width).collect();
        let plain = plain.trim_matches(|one: char| one.is_whitespace() || is_nothing(one));
        if plain.is_empty() {
            return Ok(None);
        }
        let said = || text.trim().to_owned();
        if is_several(plain) {
            return Err(ValueFault::SeveralNumbers(said()));
        }
        if plain.starts_with('(') && plain.ends_with(')') {
            return Err(ValueFault::Bracketed(said()));
        }
        let plain = match plain.strip_prefix('¥') {
            Some(rest) if kind == Kind::Money => rest.trim_start(),
            _ => plain,
        };
        let of_number = |one: char| one.is_ascii_digit() || matches!(one, '.' | ',' | '-') || groups(one);
        let end = plain.find(|one| !of_number(one)).unwrap_or(plain.len());
        let (number, unit) = plain.split_at(end);
        let number = number.trim();
        let unit = unit.trim();
        let has_unit = !unit.is_empty();
        let unit = match unit {
            "" => Unit::OWN,
            unit if number.is_empty() => return Err(kind.no_number(&[number, unit].concat())),
            unit => match Unit::of(unit, kind) {
                Some(unit) => unit,
                None if is_a_unit(unit) => return Err(ValueFault::OtherUnit(said(), kind.unit())),
                None => return Err(kind.no_number(&said())),
            },
        };
        let digits = without_thousands(number, said)?;
        Ok(Some(Shape { digits, unit, has_unit }))
    }
}

impl Unit {
    const OWN: Unit = Unit { name: "", up: 0, down: 0 };

    /// The units in which a kind of number can be given.
    fn of(name: &str, kind: Kind) -> Option<Unit> {
        let own = Some(Unit::OWN);
        match (kind, name) {
            (Kind::Money, "万元" | "万") => own,
            (Kind::Money, "亿元" | "亿") => Some(Unit { name: "亿元", up: 4, down: 0 }),
            (Kind::Money, "元") => Some(Unit { name: "元", up: 0, down: 4 }),
            // 41 名 are 41 人.
            (Kind::Count { unit: "人", .. }, "名" | "位" | "个") => own,
            (Kind::Year, "年度") => own,
            (kind, name) => own.filter(|_| !name.is_empty() && name == kind.unit()),
        }
    }

    /// A number in this unit, in the field's own.
    fn in_own(self, number: Decimal) -> Option<Decimal> {
        let (mut mantissa, mut scale) = (number.mantissa(), number.scale() + self.down);
        let spare = scale.min(self.up);
        scale -= spare;
        mantissa = mantissa.checked_mul(10_i128.pow(self.up - spare))?;
        Decimal::try_from_i128_with_scale(mantissa, scale).ok()
    }
}

/// Whether a word is a unit somewhere in the table, and so was not mistyped but misplaced.
fn is_a_unit(word: &str) -> bool {
    const UNITS: [&str; 17] =
        ["人", "名", "位", "个", "项", "家", "类", "件", "次", "分", "年", "天", "%", "万元", "亿元", "元", "万"];
    UNITS.contains(&word)
}

/// Takes out what parts thousands: the commas of `1,234,567.8`, or blanks that do not break.
fn without_thousands(number: &str, said: impl Fn() -> String) -> Result<String, ValueFault> {
    let parts = |one: char| one == ',' || groups(one);
    if !number.contains(parts) {
        return Ok(number.to_owned());
    }
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let mut all = whole.trim_start_matches('-').split(parts);
    let first = all.next().is_some_and(|group| (1..=3).contains(&group.len()));
    let sound = first && all.all(|group| group.len() == 3) && !decimals.contains(parts);
    match sound {
        true => Ok(number.replace(parts, "")),
        // Cells can be parted by any blank.
        false if number.contains(groups) => Err(ValueFault::SeveralNumbers(said())),
        false => Err(ValueFault::Grouping(said())),
    }
}

/// A blank that does not break, as between groups of three.
fn groups(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// What is not to be seen.
fn is_nothing(character: char) -> bool {
    matches!(character, '\u{feff}' | '\u{200b}')
}

fn half_width(character: char) -> char {
    match character {
        '０'..='９' => char::from_digit(character as u32 - '０' as u32, 10).unwrap_or(character),
        '．' | '。' | '｡' => '.',
        '，' => ',',
        '％' => '%',
        '－' | '−' => '-',
        '（' => '(',
        '）' => ')',
        '￥' => '¥',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEOPLE: Kind = Kind::Count { min: 0, unit: "人" };

    fn read(text: &str, kind: Kind) -> Option<String> {
        parse(text, kind).unwrap_or_else(|fault| panic!("{text:?}: {fault}")).map(number::write)
    }

    fn fault(text: &str, kind: Kind) -> ValueFault {
        parse(text, kind).expect_err(text)
    }

    #[test]
    fn understands_what_people_type() {
        let cases = [
            ("８６．５", "86.5"),
            (" 1,234 ", "1234"),
            ("\u{3000}1234\t\r\n", "1234"),
            ("1，234，567.80", "1234567.8"),
            ("1\u{a0}234\u{a0}567.8", "1234567.8"),
            ("1\u{2009}234", "1234"),
            ("12\u{202f}345", "12345"),
            ("12.", "12"),
            (".5", "0.5"),
            ("３４。５", "34.5"),
            ("0", "0"),
            ("-0", "0"),
            ("\u{feff}12\u{200b}", "12"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text, Kind::Money).as_deref(), Some(expected), "{text:?}");
        }
        assert_eq!(read("８６％", Kind::Percent).as_deref(), Some("86"));
        assert_eq!(read(" \u{3000} ", Kind::Money), None);
    }

    /// Blanks were once dropped before anything was looked at: three cells became one number.
    #[test]
    fn several_numbers_are_not_one() {
        for text in [
            "380\n240\n180",
            "380\t240\t180",
            "380\r\n240",
            "380 240",
            "380\u{3000}240",
            "9 2",
            "1 800",
            "380、240",
            "380；240",
            "380万元 240万元",
            "9\u{a0}2",
            "380\u{2009}24",
            "1800\u{202f}000",
        ] {
            let fault = fault(text, Kind::Money);
            assert_eq!(fault, ValueFault::SeveralNumbers(text.to_owned()), "{text:?}");
            assert!(fault.to_string().contains("好像是几个数"));
        }
        assert_eq!(fault("36\t41\t88", PEOPLE), ValueFault::SeveralNumbers("36\t41\t88".into()));
    }

    #[test]
    fn units_of_the_field_are_understood() {
        let money = [
            ("0.124亿元", "1240"),
            ("0.124 亿", "1240"),
            ("1240.5万元", "1240.5"),
            ("1,200 万元", "1200"),
            ("12405000元", "1240.5"),
            ("￥12,405,000", "12405000"),
            ("¥ 380 万元", "380"),
            ("0.01元", "0.000001"),
        ];
        for (text, expected) in money {
            assert_eq!(read(text, Kind::Money).as_deref(), Some(expected), "{text:?}");
        }
        for text in ["41人", "41 名", "４１　人"] {
            assert_eq!(read(text, PEOPLE).as_deref(), Some("41"), "{text:?}");
        }
        assert_eq!(read("3 项", Kind::Count { min: 0, unit: "项" }).as_deref(), Some("3"));
        assert_eq!(read("5分", Kind::Points { max: 10 }).as_deref(), Some("5"));
        assert_eq!(read("2024年", Kind::Year).as_deref(), Some("2024"));
    }

    #[test]
    fn a_conversion_is_told() {
        let told = |text| conversion(text, Kind::Money);
        assert_eq!(told("0.124亿元").as_deref(), Some("0.124 亿元 ＝ 1240 万元"));
        assert_eq!(told("12,405,000 元").as_deref(), Some("12405000 元 ＝ 1240.5 万元"));
        for plain in ["1240.5万元", "1240.5", "", "12x", "1亿亿"] {
            assert_eq!(told(plain), None, "{plain:?}");
        }
    }

    #[test]
    fn says_what_is_wrong_with_the_rest() {
        assert!(matches!(fault("380\u{200b}240", Kind::Money), ValueFault::NotANumber(_)));
        assert!(matches!(fault("12x", Kind::Money), ValueFault::NotANumber(_)));
        assert!(matches!(fault("万元", Kind::Money), ValueFault::NotANumber(_)));
        assert!(matches!(fault("1e5", Kind::Money), ValueFault::NotANumber(_)));
        assert!(matches!(fault("1.2.3", Kind::Money), ValueFault::NotANumber(_)));
        assert!(matches!(fault(&"9".repeat(40), Kind::Money), ValueFault::NotANumber(_)));
        assert!(matches!(fault("1,5", Kind::Money), ValueFault::Grouping(_)));
        assert!(matches!(fault("12,40.5", Kind::Money), ValueFault::Grouping(_)));
        assert!(matches!(fault("1.234,5", Kind::Money), ValueFault::Grouping(_)));
        assert!(matches!(fault("(1,200)", Kind::Money), ValueFault::Bracketed(_)));
        assert!(matches!(fault("（1,200）", Kind::Money), ValueFault::Bracketed(_)));
        assert_eq!(fault("8%", Kind::Money), ValueFault::OtherUnit("8%".into(), "万元"));
        assert_eq!(fault("1,200 万元", PEOPLE), ValueFault::OtherUnit("1,200 万元".into(), "人"));
        assert_eq!(fault("-3", Kind::Money), ValueFault::Negative);
        assert_eq!(fault("3.5", PEOPLE), ValueFault::NotWhole);
        assert_eq!(fault("0", Kind::Count { min: 1, unit: "人" }), ValueFault::Below("1".into()));
        assert_eq!(fault("1000.01", Kind::Percent), ValueFault::Above("1000".into()));
        assert_eq!(fault("0.0000001", Kind::Money), ValueFault::TooPrecise(6));
        assert_eq!(fault("0.001元", Kind::Money), ValueFault::TooPrecise(6));
    }
}
