//! JSON as drafts need it: exact numbers, and every entry of an object.
//!
//! serde_json reads and writes the text, and serde-wasm-bindgen the objects of other pages; both feed the one
//! reader in [`read`]. Compared with `serde_json::Value`:
//!
//! - objects keep their order and every entry, so a key that stands twice can be seen and refused;
//! - nesting is bounded by [`DEEPEST`], also in an object that holds itself.
//!
//! Numbers stay text, because serde_json hands them over as such (`arbitrary_precision`): no float is made.

mod read;
mod write;

use std::fmt;

use serde_json::error::Category;

/// The most lists and objects inside one another; a draft has five.
pub const DEEPEST: usize = 64;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    Null,
    Bool(bool),
    /// As it was written, but for an exponent: `1E5` is `1e+5`.
    Number(String),
    Text(String),
    List(Vec<Json>),
    /// In the order of the text, with every entry of a key that stands twice.
    Object(Vec<(String, Json)>),
}

/// A text that is not JSON, or is nested too deep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotJson {
    /// Where it ceases to be JSON, counted from 1.
    pub line: usize,
}

impl fmt::Display for NotJson {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "no JSON from line {} on", self.line)
    }
}

impl std::error::Error for NotJson {}

impl From<serde_json::Error> for NotJson {
    fn from(fault: serde_json::Error) -> NotJson {
        // serde_json has counted the character that it stumbled over. Where that one ends a line, the fault is
        // at the end of this line and not in the next; only at the end of the text has it counted none.
        let ended = fault.column() == 0 && fault.classify() != Category::Eof;
        NotJson { line: fault.line().saturating_sub(ended.into()).max(1) }
    }
}

impl Json {
    /// Reads a text strictly (RFC 8259), without a byte order mark.
    pub fn parse(text: &str) -> Result<Json, NotJson> {
        Ok(serde_json::from_str(text)?)
    }

    pub fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Json::Bool(yes) => Some(*yes),
            _ => None,
        }
    }

    /// A number that is written without sign, point and exponent.
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Json::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// The value of a key of an object, the first one if the key stands twice.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(entries) => entries.iter().find(|(one, _)| one == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Gives only the value of a key, as [`get`](Json::get) does.
    pub fn take(self, key: &str) -> Option<Json> {
        match self {
            Json::Object(entries) => entries.into_iter().find(|(one, _)| one == key).map(|(_, value)| value),
            _ => None,
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<bool> for Json {
    fn from(yes: bool) -> Json {
        Json::Bool(yes)
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Json {
        Json::Number(number.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> usize {
        Json::parse(text).unwrap_err().line
    }

    #[test]
    fn everything_is_kept_as_it_was_written() {
        let text = r#"{"b":[null,true,false,-0,1.50,1e+400,123456789012345678901234567890],"a":"","b":{}}"#;
        assert_eq!(Json::parse(text).unwrap().to_string(), text);
        let blank = " {\t\"a\" :\r\n[ ] } ";
        assert_eq!(Json::parse(blank), Ok(Json::Object(vec![("a".to_owned(), Json::List(vec![]))])));
    }

    #[test]
    fn only_how_an_exponent_is_written_may_change() {
        for (written, kept) in [("1E400", "1e+400"), ("-0.50e-07", "-0.50e-07"), ("1e5", "1e+5")] {
            assert_eq!(Json::parse(written), Ok(Json::Number(kept.to_owned())));
        }
    }

    #[test]
    fn an_object_is_no_number_whatever_its_keys_are() {
        for key in ["$serde_json::private::Number", "$serde_json::private::RawValue"] {
            let text = format!(r#"{{"{key}":"5","a":[{{"{key}":1.50}}],"{key}":"5"}}"#);
            let json = Json::parse(&text).unwrap();
            assert_eq!(json.get(key), Some(&Json::from("5")));
            assert_eq!(json.to_string(), text);
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_kept_twice_at_any_depth() {
        let text = r#"{"a":[{"b":1,"b":2.0,"b":{"c":null,"c":null}}],"a":""}"#;
        assert_eq!(Json::parse(text).unwrap().to_string(), text);
    }

    #[test]
    fn a_number_that_is_none_is_not_written() {
        assert!(serde_json::to_string(&Json::Number("NaN".to_owned())).is_err());
    }

    #[test]
    fn texts_are_escaped_no_more_than_they_must_be() {
        let text = r#""\u00e9\/\ud83d\ude00 \u0000\u001F\"\\\b\f\n\r\t\u007f中""#;
        let json = Json::parse(text).unwrap();
        assert_eq!(json.as_text(), Some("é/😀 \0\u{1f}\"\\\u{8}\u{c}\n\r\t\u{7f}中"));
        assert_eq!(json.to_string(), "\"é/😀 \\u0000\\u001f\\\"\\\\\\b\\f\\n\\r\\t\u{7f}中\"");
    }

    #[test]
    fn indented_it_has_a_line_for_each_entry() {
        let json = Json::parse(r#"{"a":[1,{"b":"c"}],"d":[],"e":{}}"#).unwrap();
        let lines = [
            "{",
            "  \"a\": [",
            "    1,",
            "    {",
            "      \"b\": \"c\"",
            "    }",
            "  ],",
            "  \"d\": [],",
            "  \"e\": {}",
            "}",
        ];
        assert_eq!(format!("{json:#}"), lines.join("\n"));
    }

    #[test]
    fn the_line_of_the_fault_is_told() {
        assert_eq!(line(""), 1);
        assert_eq!(line("\n\n"), 3);
        assert_eq!(line("{\n\"format\":\n"), 3);
        assert_eq!(line("[1,\n2,\n]\n\n"), 3);
        assert_eq!(line("[\n\"never\nended\"]"), 2);
        assert_eq!(line("[\n\"\\\n\"]"), 2);
        assert_eq!(line("{}\n\n{}"), 3);
        // The line that ends too early, not the one behind it.
        for cut_off in ["[\n1.\n]", "[\n-\n]", "[\nnul\n]", "[\n\"a\n\"]", "[\r\n1e\r\n]"] {
            assert_eq!(line(cut_off), 2, "{cut_off:?}");
        }
    }

    #[test]
    fn nesting_is_bounded() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(Json::parse(&nested(64)).unwrap().to_string(), nested(64));
        assert_eq!(line(&nested(65)), 1);
        // A number is no further level.
        for leaf in ["1", "1.5", "\"\""] {
            let text = nested(64).replace("[]", &format!("[{leaf}]"));
            assert_eq!(Json::parse(&text).unwrap().to_string(), text);
        }
        assert_eq!(line(&"[".repeat(1_000_000)), 1);
        assert_eq!(line(&"{\"a\":".repeat(1_000_000)), 1);
    }

    #[test]
    fn values_are_asked_for_by_type() {
        let json = Json::parse(r#"{"one":1,"text":"1","yes":true,"one":2}"#).unwrap();
        let one = json.get("one").unwrap();
        assert_eq!((one.as_u64(), one.as_text(), one.as_bool()), (Some(1), None, None));
        assert_eq!(json.get("text").unwrap(), &Json::from("1"));
        assert_eq!(json.get("text").unwrap().as_u64(), None);
        assert_eq!(json.get("yes"), Some(&Json::from(true)));
        assert_eq!((json.get("two"), one.get("one")), (None, None));
        for other in ["-1", "1.0", "1e3", "18446744073709551616"] {
            assert_eq!(Json::parse(other).unwrap().as_u64(), None, "{other}");
        }
        assert_eq!(Json::from(u64::MAX).as_u64(), Some(u64::MAX));
    }
}
