//! Walking a JSON value and collecting everything that is wrong with it.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::draft::number::{self, Kind};
use crate::draft::{Date, Fault, date};

/// All faults found so far.
#[derive(Default)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    pub fn add(&mut self, path: impl Into<String>, message: impl std::fmt::Display) {
        self.0.push(Fault { path: path.into(), message: message.to_string() });
    }

    fn wrong_type(&mut self, path: &str, wanted: &str) {
        self.add(path, format!("这里应当是{wanted}。"));
    }

    pub fn object<'a>(&mut self, value: &'a Value, path: &str) -> Option<&'a Map<String, Value>> {
        let found = value.as_object();
        if found.is_none() {
            self.wrong_type(path, "一个对象（{…}）");
        }
        found
    }

    pub fn array<'a>(&mut self, value: &'a Value, path: &str) -> &'a [Value] {
        match value.as_array() {
            Some(found) => found,
            None => {
                self.wrong_type(path, "一个列表（[…]）");
                &[]
            }
        }
    }

    pub fn string<'a>(&mut self, value: &'a Value, path: &str) -> Option<&'a str> {
        let found = value.as_str();
        if found.is_none() {
            self.wrong_type(path, "文字");
        }
        found
    }

    pub fn boolean(&mut self, value: &Value, path: &str) -> Option<bool> {
        let found = value.as_bool();
        if found.is_none() {
            self.wrong_type(path, " true 或 false");
        }
        found
    }

    /// A decimal in quotation marks, or a whole JSON number.
    pub fn number(&mut self, value: &Value, kind: Kind, path: &str) -> Option<Decimal> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) if !number.is_f64() => number.to_string(),
            Value::Number(_) => {
                self.add(path, "小数要写成带引号的文字，例如 \"86.5\"。");
                return None;
            }
            _ => {
                self.wrong_type(path, "数字");
                return None;
            }
        };
        number::parse_plain(&text, kind).map_err(|fault| self.add(path, fault)).ok()
    }

    pub fn date(&mut self, value: &Value, path: &str) -> Option<Date> {
        let text = self.string(value, path)?;
        date::parse(text).map_err(|fault| self.add(path, fault)).ok()
    }

    /// One of a closed set of ids.
    pub fn one_of<T>(
        &mut self,
        value: &Value,
        path: &str,
        find: impl Fn(&str) -> Option<T>,
        ids: &[&str],
    ) -> Option<T> {
        let id = self.string(value, path)?;
        let found = find(id);
        if found.is_none() {
            self.add(
                path,
                format!("“{}”不认识，可用的有 {}。", crate::draft::fault::shortened(id), ids.join("、")),
            );
        }
        found
    }

    pub fn unknown(&mut self, path: &str) {
        self.add(path, "这一项不认识。");
    }

    pub fn missing(&mut self, path: &str) {
        self.add(path, "缺少这一项。");
    }
}
