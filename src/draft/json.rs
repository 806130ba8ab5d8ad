//! JSON, as far as drafts need it.
//!
//! Why not `serde_json`: its tables for reading and printing floats alone are about 26 kB of the compressed
//! page, and no float may exist in a draft. What is here instead is small, and better suited to drafts:
//!
//! - numbers are exact, because they stay the text they were written as;
//! - objects keep their order and every entry, so a key that stands twice can be seen and refused;
//! - nesting is bounded, so that no file exhausts the stack.
//!
//! Reading is strict (RFC 8259), takes time in proportion to the text, and never panics. `tests/json.rs` holds
//! it against `serde_json`.

use std::fmt::{self, Write};

/// The most lists and objects inside one another; a draft has four.
const DEEPEST: usize = 64;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    Null,
    Bool(bool),
    /// As it was written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    /// In the order of the text, with every entry of a key that stands twice.
    Object(Vec<(String, Json)>),
}

/// A text that is not JSON.
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

impl Json {
    pub fn parse(text: &str) -> Result<Json, NotJson> {
        let mut parser = Parser { text, at: 0 };
        parser.whole().ok_or_else(|| {
            let before = &text.as_bytes()[..parser.at];
            NotJson { line: 1 + before.iter().filter(|byte| **byte == b'\n').count() }
        })
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

/// Each step gives `None`, and stays where it is, at the first byte that can't be JSON.
struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn whole(&mut self) -> Option<Json> {
        let value = self.value(0)?;
        self.blanks();
        (self.at == self.text.len()).then_some(value)
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        self.blanks();
        match self.peek()? {
            b'"' => self.string().map(Json::Text),
            b'[' if depth < DEEPEST => {
                self.at += 1;
                let mut list = Vec::new();
                while self.another(b']', list.is_empty())? {
                    list.push(self.value(depth + 1)?);
                }
                Some(Json::List(list))
            }
            b'{' if depth < DEEPEST => {
                self.at += 1;
                let mut entries = Vec::new();
                while self.another(b'}', entries.is_empty())? {
                    self.blanks();
                    let key = self.string()?;
                    self.blanks();
                    self.expect(b':')?;
                    entries.push((key, self.value(depth + 1)?));
                }
                Some(Json::Object(entries))
            }
            b'-' | b'0'..=b'9' => self.number(),
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            _ => None,
        }
    }

    /// Whether another entry follows in what `end` would end.
    fn another(&mut self, end: u8, first: bool) -> Option<bool> {
        self.blanks();
        if self.eat(end) { Some(false) } else { (first || self.eat(b',')).then_some(true) }
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        for byte in word.bytes() {
            self.expect(byte)?;
        }
        Some(value)
    }

    fn number(&mut self) -> Option<Json> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _sign = self.eat(b'-') || self.eat(b'+');
            self.digits()?;
        }
        Some(Json::Number(self.since(start).to_owned()))
    }

    /// At least one digit.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn string(&mut self) -> Option<String> {
        self.expect(b'"')?;
        let mut text = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | 0..b' ') {
                self.at += 1;
            }
            text.push_str(self.since(start));
            if self.eat(b'"') {
                return Some(text);
            }
            // Anything but a backslash is now a control character, which must not stand as it is.
            self.expect(b'\\')?;
            text.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let character = match self.peek()? {
            b'u' => {
                self.at += 1;
                return self.code_point();
            }
            same @ (b'"' | b'\\' | b'/') => char::from(same),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            _ => return None,
        };
        self.at += 1;
        Some(character)
    }

    /// Four hexadecimal digits, or a surrogate pair of such.
    fn code_point(&mut self) -> Option<char> {
        let first = self.code_unit()?;
        char::from_u32(first.into()).or_else(|| {
            self.expect(b'\\')?;
            self.expect(b'u')?;
            char::decode_utf16([first, self.code_unit()?]).next()?.ok()
        })
    }

    fn code_unit(&mut self) -> Option<u16> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit << 4 | char::from(self.peek()?).to_digit(16)? as u16;
            self.at += 1;
        }
        Some(unit)
    }

    fn blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        self.eat(byte).then_some(())
    }

    /// From `start` to here, both beside an ASCII character and so between characters.
    fn since(&self, start: usize) -> &str {
        self.text.get(start..self.at).unwrap_or_default()
    }
}

/// `{}` writes no blanks at all, `{:#}` a line for each entry, indented by two spaces for each level.
impl fmt::Display for Json {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(out, 0)
    }
}

impl Json {
    fn write(&self, out: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Json::Null => out.write_str("null"),
            Json::Bool(yes) => out.write_str(if *yes { "true" } else { "false" }),
            Json::Number(number) => out.write_str(number),
            Json::Text(text) => write_text(out, text),
            Json::List(list) => {
                out.write_char('[')?;
                for (position, value) in list.iter().enumerate() {
                    begin_entry(out, position, depth + 1)?;
                    value.write(out, depth + 1)?;
                }
                end_entries(out, list.len(), depth)?;
                out.write_char(']')
            }
            Json::Object(entries) => {
                out.write_char('{')?;
                for (position, (key, value)) in entries.iter().enumerate() {
                    begin_entry(out, position, depth + 1)?;
                    write_text(out, key)?;
                    out.write_str(if out.alternate() { ": " } else { ":" })?;
                    value.write(out, depth + 1)?;
                }
                end_entries(out, entries.len(), depth)?;
                out.write_char('}')
            }
        }
    }
}

fn begin_entry(out: &mut fmt::Formatter<'_>, position: usize, depth: usize) -> fmt::Result {
    if position > 0 {
        out.write_char(',')?;
    }
    new_line(out, depth)
}

fn end_entries(out: &mut fmt::Formatter<'_>, count: usize, depth: usize) -> fmt::Result {
    if count > 0 { new_line(out, depth) } else { Ok(()) }
}

fn new_line(out: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
    if out.alternate() {
        out.write_char('\n')?;
        for _ in 0..depth {
            out.write_str("  ")?;
        }
    }
    Ok(())
}

/// Escapes only what must be.
fn write_text(out: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    out.write_char('"')?;
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        let letter = match byte {
            b'"' | b'\\' => char::from(byte),
            0x08 => 'b',
            0x0c => 'f',
            b'\n' => 'n',
            b'\r' => 'r',
            b'\t' => 't',
            0..b' ' => 'u',
            _ => continue,
        };
        out.write_str(text.get(written..at).unwrap_or_default())?;
        out.write_char('\\')?;
        out.write_char(letter)?;
        if letter == 'u' {
            write!(out, "{byte:04x}")?;
        }
        written = at + 1;
    }
    out.write_str(text.get(written..).unwrap_or_default())?;
    out.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> usize {
        Json::parse(text).unwrap_err().line
    }

    #[test]
    fn everything_is_kept_as_it_was_written() {
        let text = r#"{"b":[null,true,false,-0,1.50,1E+400,123456789012345678901234567890],"a":"","b":{}}"#;
        assert_eq!(Json::parse(text).unwrap().to_string(), text);
        let blank = " {\t\"a\" :\r\n[ ] } ";
        assert_eq!(Json::parse(blank), Ok(Json::Object(vec![("a".to_owned(), Json::List(vec![]))])));
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
    }

    #[test]
    fn nesting_is_bounded() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(Json::parse(&nested(64)).unwrap().to_string(), nested(64));
        assert_eq!(line(&nested(65)), 1);
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
