//! The values that a path of a draft can have.

use rust_decimal::Decimal;

use crate::draft::Date;
use crate::draft::number::Kind;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Blank,
    Number(Decimal),
    Day(Date),
    Flag(bool),
    /// The position of one of the path's options.
    Option(u8),
    Text(String),
}

/// What a path holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    Number(Kind),
    Day,
    Flag,
    /// Ids and labels.
    Options(Vec<(&'static str, &'static str)>),
    Text,
}
