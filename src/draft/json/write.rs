//! [`Json`] as text.

use std::fmt;

use serde::ser::{Error, Serialize, Serializer};
use serde_json::Number;

use super::Json;

/// For serde_json, which alone knows how to write a number by its text.
impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(yes) => serializer.serialize_bool(*yes),
            Json::Number(number) => number.parse::<Number>().map_err(S::Error::custom)?.serialize(serializer),
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(list) => serializer.collect_seq(list),
            Json::Object(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// `{}` writes no blanks at all, `{:#}` a line for each entry, indented by two spaces for each level.
impl fmt::Display for Json {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = if out.alternate() { serde_json::to_string_pretty(self) } else { serde_json::to_string(self) };
        out.write_str(&text.map_err(|_| fmt::Error)?)
    }
}
