//! The JSON of drafts, held against serde_json's own values: it accepts what they accept and writes what they write.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use zhichuang::draft::json::Json;

/// Any text, crowded where escaping matters.
fn text() -> impl Strategy<Value = String> {
    let special = select(vec!['"', '\\', '/', '\0', '\u{8}', '\n', '\u{1f}', '\u{7f}', '\u{2028}', '中', '😀']);
    let characters = vec(prop_oneof![any::<char>(), special, proptest::char::range(' ', '~')], 0..12);
    characters.prop_map(|characters| characters.into_iter().collect())
}

/// Any value; whole numbers of a machine's size and others, with an exponent as serde_json writes it.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-20..20_i64).prop_map(Value::from),
        "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?(e[+-][0-9]{1,20})?".prop_map(|number| number.parse().unwrap()),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((text(), inner), 0..6).prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// What JSON is made of.
const PIECES: &[&str] = &[
    "[", "]", "{", "}", ",", ":", "\"", "\"a\"", "\"a\":", "\\", "\\u", "\\ud83d", "\\ude00", "00C9", "-", "+",
    "0", "1", ".", "1e-5", "2E-0", "1e400", "E+", "-0", "null", "true", "false", "n", " ", "\n", "\r", "\t",
    "\u{b}", "\u{a0}", "\u{feff}", "/", "//", "'", "中",
];

fn same(text: &str) -> Result<(), TestCaseError> {
    match (Json::parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(json), Ok(value)) => {
            let again = serde_json::from_str::<Value>(&json.to_string()).unwrap();
            prop_assert_eq!(again, value, "{:?}", text);
        }
        (Err(_), Err(_)) => {}
        (ours, theirs) => prop_assert!(false, "{:?}: {:?}, but {:?}", text, ours, theirs),
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_value_is_read_and_written_alike(value in value()) {
        let json = Json::parse(&value.to_string()).unwrap();
        prop_assert_eq!(json.to_string(), value.to_string());
        let indented = format!("{value:#}");
        prop_assert_eq!(format!("{:#}", json), indented.as_str());
        prop_assert_eq!(Json::parse(&indented), Ok(json));
    }

    #[test]
    fn a_slip_is_judged_alike(value in value(), at in any::<prop::sample::Index>(), piece in select(PIECES), instead in any::<bool>()) {
        let mut characters: Vec<char> = value.to_string().chars().collect();
        let at = at.index(characters.len());
        characters.splice(at..at + usize::from(instead), piece.chars());
        same(&characters.into_iter().collect::<String>())?;
    }

    #[test]
    fn pieces_are_judged_alike(pieces in vec(select(PIECES), 0..12)) {
        same(&pieces.concat())?;
        same(&format!("[\"{}\"]", pieces.concat()))?;
    }

    #[test]
    fn a_text_cut_off_is_no_json(value in vec(value(), 0..4), at in any::<prop::sample::Index>()) {
        let whole = Value::from(value).to_string();
        let ends: Vec<usize> = whole.char_indices().map(|(at, _)| at).collect();
        prop_assert!(Json::parse(&whole[..*at.get(&ends)]).is_err());
    }
}

#[test]
fn both_accept() {
    for text in [
        "0",
        "-0",
        "1.0",
        "0.50",
        "1e5",
        "1E+05",
        "-1.5e-3",
        " null ",
        "\t[\r\n]",
        "{ }",
        "\"\"",
        r#""\u0000\ud83d\ude00\uFFFF\/""#,
        "\"\u{7f}\u{2028}\u{feff}\"",
        r#"{"a":1,"a":2}"#,
        r#"{"":{"":[[]]}}"#,
    ] {
        assert!(serde_json::from_str::<Value>(text).is_ok(), "{text:?}");
        assert!(Json::parse(text).is_ok(), "{text:?}");
    }
}

#[test]
fn both_refuse() {
    for text in [
        "",
        " ",
        "\u{feff}{}",
        "nul",
        "nulll",
        "True",
        "NaN",
        "Infinity",
        "undefined",
        "01",
        "-01",
        "00",
        "-",
        "+1",
        ".5",
        "5.",
        "1.e5",
        "1e",
        "1e+",
        "1e5.5",
        "0x10",
        "1_000",
        "１",
        "--1",
        "- 1",
        "1 2",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1,,2]",
        "[1 2]",
        "[1}",
        "[]]",
        "{",
        "}",
        "{]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{1:1}",
        "{null:1}",
        "{'a':1}",
        "'a'",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\",
        "\"\\x41\"",
        "\"\\U0041\"",
        "\"\\'\"",
        "\"\\中\"",
        "\"\\u\"",
        "\"\\u12\"",
        "\"\\u123g\"",
        "\"\\u+123\"",
        "\"\\u12中\"",
        "\"\\ud83d\"",
        "\"\\ud83d\\n\"",
        "\"\\ud83dude00\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ud83d\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ude00\\ud83d\"",
        "\"a\nb\"",
        "\"\t\"",
        "\"\0\"",
        "[1] // one",
        "/* one */ 1",
        "# one\n1",
        "\u{a0}1",
        "\u{b}1",
        "\u{c}1",
        "1\0",
        "{}{}",
    ] {
        assert!(serde_json::from_str::<Value>(text).is_err(), "{text:?}");
        assert!(Json::parse(text).is_err(), "{text:?}");
    }
}
