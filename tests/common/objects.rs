//! Objects of JavaScript, handed over as serde-wasm-bindgen does, which itself runs in a browser only.

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error as _, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

/// A value of JavaScript.
#[derive(Debug, Clone)]
pub enum Js {
    Null,
    Bool(bool),
    Number(f64),
    BigInt(i64),
    Text(String),
    Array(Vec<Js>),
    Object(Vec<(Js, Js)>),
    Function,
    /// An object whose only entry is itself.
    Itself,
}

/// Beyond these, a number of JavaScript may be another than the one that was written.
pub const SAFE: f64 = 9_007_199_254_740_991.0;

impl<'de> IntoDeserializer<'de> for Js {
    type Deserializer = Js;

    fn into_deserializer(self) -> Js {
        self
    }
}

impl<'de> Deserializer<'de> for Js {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Js::Null => visitor.visit_unit(),
            Js::Bool(yes) => visitor.visit_bool(yes),
            Js::BigInt(number) => visitor.visit_i64(number),
            Js::Number(number) if number.fract() == 0.0 && number.abs() <= SAFE => {
                visitor.visit_i64(number as i64)
            }
            Js::Number(number) => visitor.visit_f64(number),
            Js::Text(text) => visitor.visit_string(text),
            Js::Array(all) => visitor.visit_seq(SeqDeserializer::new(all.into_iter())),
            Js::Object(all) => visitor.visit_map(MapDeserializer::new(all.into_iter())),
            Js::Function => Err(Error::invalid_type(Unexpected::Other("JsValue(Function)"), &visitor)),
            Js::Itself => {
                let entry = (Js::Text("itself".to_owned()), Js::Itself);
                visitor.visit_map(MapDeserializer::new([entry].into_iter()))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Js::Null => visitor.visit_none(),
            there => visitor.visit_some(there),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Js::Text(text) => visitor.visit_string(text),
            other => Err(Error::invalid_type(Unexpected::Other(&format!("{other:?}")), &visitor)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct newtype_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
