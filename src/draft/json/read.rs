//! [`Json`] from anything that serde can read.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::Number;

use super::{DEEPEST, Json};

/// How serde_json hands over a number that is no `u64` or `i64`: an object with this one key, of the number's text.
const NUMBER: &str = "$serde_json::private::Number";

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        Level(0).deserialize(deserializer)
    }
}

/// A value this many levels down.
#[derive(Clone, Copy)]
struct Level(usize);

impl Level {
    fn below<E: Error>(self) -> Result<Level, E> {
        if self.0 < DEEPEST {
            Ok(Level(self.0 + 1))
        } else {
            Err(E::custom(format!("嵌套超过 {DEEPEST} 层")))
        }
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Json;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("对象、数组、文字、数字或是否")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    /// A number of JavaScript, which knows no others. It is only written out here: the file's reader says what is wrong with
    /// a number that is not whole, and nothing is calculated with it. serde_json writes it as it stands in a text, and is
    /// there anyway, which the standard library's way of writing it is not.
    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        let none = if value.is_nan() { "NaN" } else { "Infinity" };
        Ok(Json::Number(Number::from_f64(value).map_or_else(|| none.to_owned(), |number| number.to_string())))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let (level, mut all) = (self.below()?, Vec::new());
        while let Some(value) = list.next_element_seed(level)? {
            all.push(value);
        }
        Ok(Json::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut all = Vec::new();
        while let Some(key) = map.next_key()? {
            match key {
                Key::Entry(key) => all.push((key, map.next_value_seed(self.below()?)?)),
                Key::OfNumber => return map.next_value().map(Json::Number),
            }
        }
        self.below::<A::Error>().map(|_| Json::Object(all))
    }
}

/// A key of an object, or the sign that what looks like an object is a number.
enum Key {
    Entry(String),
    OfNumber,
}

impl<'de> Deserialize<'de> for Key {
    /// An object in a file may have the key [`NUMBER`] too, and is no number for that. Asked for a key that may be
    /// missing, serde_json says of each one in a text that it is there, and gives its own sign as it is.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_option(KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a string")
    }

    fn visit_some<D: Deserializer<'de>>(self, key: D) -> Result<Key, D::Error> {
        String::deserialize(key).map(Key::Entry)
    }

    fn visit_none<E: Error>(self) -> Result<Key, E> {
        Err(E::invalid_type(Unexpected::Unit, &self))
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        Ok(if key == NUMBER { Key::OfNumber } else { Key::Entry(key.to_owned()) })
    }
}
