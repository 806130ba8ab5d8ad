//! Walking a JSON value and collecting everything that is wrong with it.

use rust_decimal::Decimal;

use crate::draft::json::Json;
use crate::draft::number::{self, Kind};
use crate::draft::{Date, Fault, ValueFault, date};

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

    pub fn object<'a>(&mut self, value: &'a Json, path: &str) -> Option<&'a [(String, Json)]> {
        match value {
            Json::Object(entries) => Some(entries),
            _ => {
                self.wrong_type(path, "一个对象（{…}）");
                None
            }
        }
    }

    /// The entries of an object, each with the number `find` has for its key and with its path. A key that
    /// is not found is unknown, and so is only told; of a key that stands twice the first entry is given.
    pub fn entries<'a>(
        &mut self,
        value: &'a Json,
        path: &str,
        find: &dyn Fn(&str) -> Option<usize>,
    ) -> Vec<(usize, String, &'a Json)> {
        let mut found: Vec<(usize, String, &Json)> = Vec::new();
        for (key, value) in self.object(value, path).unwrap_or_default() {
            let dot = if path.is_empty() { "" } else { "." };
            let path = format!("{path}{dot}{key}");
            match find(key) {
                None => self.add(path, "这一项不认识。"),
                Some(at) if found.iter().any(|(other, ..)| *other == at) => self.add(path, "这一项写了两次。"),
                Some(at) => found.push((at, path, value)),
            }
        }
        found
    }

    pub fn list<'a>(&mut self, value: &'a Json, path: &str) -> &'a [Json] {
        match value {
            Json::List(list) => list,
            _ => {
                self.wrong_type(path, "一个列表（[…]）");
                &[]
            }
        }
    }

    pub fn string<'a>(&mut self, value: &'a Json, path: &str) -> Option<&'a str> {
        let found = value.as_text();
        if found.is_none() {
            self.wrong_type(path, "文字");
        }
        found
    }

    pub fn boolean(&mut self, value: &Json, path: &str) -> Option<bool> {
        let found = value.as_bool();
        if found.is_none() {
            self.wrong_type(path, " true 或 false");
        }
        found
    }

    /// A decimal in quotation marks, or a whole JSON number.
    pub fn number(&mut self, value: &Json, kind: Kind, path: &str) -> Option<Decimal> {
        let text = match value {
            Json::Text(text) => text,
            Json::Number(number) if !number.contains(['.', 'e', 'E']) => number,
            Json::Number(_) if kind.is_whole() => {
                self.add(path, ValueFault::NotWhole);
                return None;
            }
            Json::Number(_) => {
                self.add(path, "小数要写成带引号的文字，例如 \"86.5\"。");
                return None;
            }
            _ => {
                self.wrong_type(path, "数字");
                return None;
            }
        };
        number::parse_plain(text, kind).map_err(|fault| self.add(path, fault)).ok()
    }

    pub fn date(&mut self, value: &Json, path: &str) -> Option<Date> {
        let text = self.string(value, path)?;
        date::parse(text).map_err(|fault| self.add(path, fault)).ok()
    }

    /// One of a closed set of ids.
    pub fn one_of<T>(
        &mut self,
        value: &Json,
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

    pub fn missing(&mut self, path: &str) {
        self.add(path, "缺少这一项。");
    }
}
