//! Between plain JavaScript objects and the JSON of draft files.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use zhichuang::draft::json::Json;

/// As in a file: a draft has four levels, and an object that holds itself has no end.
const DEEPEST: usize = 64;

/// What came from outside.
pub struct Object(pub Json);

impl<'de> serde::Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Object, D::Error> {
        Level(0).deserialize(deserializer).map(Object)
    }
}

/// A value this many levels down.
#[derive(Clone, Copy)]
struct Level(usize);

impl Level {
    fn below<E: Error>(self) -> Result<Level, E> {
        if self.0 < DEEPEST { Ok(Level(self.0 + 1)) } else { Err(E::custom("嵌套超过 64 层")) }
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

    /// JavaScript knows no other numbers. It is only written out here: the file's reader says what is wrong
    /// with a number that is not whole, and nothing is calculated with it.
    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let (level, mut all) = (self.below()?, Vec::new());
        while let Some(value) = list.next_element_seed(level)? {
            all.push(value);
        }
        Ok(Json::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let (level, mut all) = (self.below()?, Vec::new());
        while let Some(key) = map.next_key::<String>()? {
            all.push((key, map.next_value_seed(level)?));
        }
        Ok(Json::Object(all))
    }
}

/// What goes out.
pub struct AsObject<'a>(pub &'a Json);

impl Serialize for AsObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(text) | Json::Text(text) => serializer.serialize_str(text),
            Json::List(all) => serializer.collect_seq(all.iter().map(AsObject)),
            Json::Object(all) => {
                let mut map = serializer.serialize_map(Some(all.len()))?;
                for (key, value) in all {
                    map.serialize_entry(key, &AsObject(value))?;
                }
                map.end()
            }
        }
    }
}
