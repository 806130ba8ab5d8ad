//! The policy file as its author writes it.
//!
//! Ids and numbers are still text here; [`super::check`] resolves them. Numbers that are not whole
//! stand in quotation marks (`"0.5"`, `"1/3"`, `"50%"`), because a TOML float is not exact.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer};

use super::{Category, EvidenceKind, Figure, Level, MemberKind, NoteKind, Rank, Role};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub id: String,
    pub title: String,
    pub document: String,
    pub total: i64,
    #[serde(default, rename = "fact")]
    pub facts: Vec<Fact>,
    #[serde(default, rename = "reading")]
    pub readings: Vec<Reading>,
    #[serde(default, rename = "indicator")]
    pub indicators: Vec<Indicator>,
    #[serde(default, rename = "note")]
    pub notes: Vec<Note>,
    #[serde(default, rename = "evidence")]
    pub dating: Vec<Dating>,
}

/// The day that decides for a category of evidence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dating {
    pub category: Category,
    pub day: String,
    pub help: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub about: NoteKind,
    pub text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: String,
    pub label: String,
    #[serde(default)]
    pub help: String,
    pub kind: FactKind,
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    pub min: u32,
    pub at_most: Option<String>,
    #[serde(default)]
    pub options: Vec<Labelled>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    Percent,
    Count,
    YesNo,
    Choice,
    Money,
    Date,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    pub id: String,
    pub label: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub id: String,
    pub question: String,
    pub why: String,
    #[serde(rename = "choice")]
    pub choices: Vec<ReadingChoice>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingChoice {
    pub id: String,
    pub label: String,
    pub reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub group: String,
    pub name: String,
    pub weight: i64,
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: String,
    pub label: String,
    pub max: i64,
    pub clause: String,
    pub quote: String,
    /// Left out where the main text has none.
    pub articles: Option<String>,
    #[serde(default)]
    pub readings: Vec<String>,
    #[serde(default, rename = "input")]
    pub inputs: Vec<Input>,
    #[serde(rename = "case")]
    pub cases: Vec<Case>,
    #[serde(default, rename = "settled")]
    pub settlements: Vec<Settlement>,
    #[serde(default, rename = "note")]
    pub notes: Vec<Note>,
}

/// What decides where two bands hold the same value: a reading, or the words of the band that has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    pub of: String,
    pub at: Number,
    pub reading: Option<String>,
    pub words: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    pub id: String,
    /// Left out, the label and unit of the one fact it measures.
    pub label: Option<String>,
    /// `share` for a part of a whole; any other word is written behind the number.
    pub unit: Option<String>,
    pub measure: Measure,
    /// The measure under other choices of the item's readings, by the choice's id.
    #[serde(default)]
    pub under: BTreeMap<String, Measure>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Measure {
    Fact {
        fact: String,
    },
    FactRatio {
        part: String,
        whole: String,
    },
    TrueFacts {
        facts: Vec<String>,
    },
    FinanceRatio {
        part: Figure,
        whole: Figure,
    },
    FinanceSum {
        of: Figure,
    },
    FinanceAverage {
        of: Figure,
    },
    Evidence {
        category: Category,
        #[serde(default)]
        kinds: Vec<EvidenceKind>,
        #[serde(default)]
        levels: Vec<Level>,
        #[serde(default)]
        roles: Vec<Role>,
    },
    MemberKinds {
        kinds: Vec<MemberKind>,
    },
    Shareholders {
        #[serde(default)]
        ranks: Vec<Rank>,
        #[serde(default)]
        kinds: Vec<MemberKind>,
    },
    LargestShare {},
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub label: String,
    /// Choices of the item's readings, all of which must be made.
    #[serde(default)]
    pub under: Vec<String>,
    #[serde(default)]
    pub when: When,
    /// What the text says of an input, in its own words.
    #[serde(default)]
    pub says: BTreeMap<String, Says>,
    pub points: Option<Number>,
    pub band: Option<[Number; 2]>,
    #[serde(default)]
    pub proportional: Vec<Scale>,
    pub scale: Option<Scale>,
    pub tally: Option<Vec<TallyPart>>,
    pub cap: Option<Number>,
    #[serde(default = "yes")]
    pub stated: bool,
}

fn yes() -> bool {
    true
}

/// Words of the text that name a limit, or words without a number and what they mean.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Says {
    Words(String),
    Meaning { words: String, means: String },
}

/// One set of conditions, or several of which one must hold.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum When {
    All(BTreeMap<String, String>),
    AnyOf(Vec<BTreeMap<String, String>>),
}

impl Default for When {
    fn default() -> Self {
        When::AnyOf(Vec::new())
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    pub of: String,
    pub from: [Number; 2],
    pub to: [Number; 2],
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TallyPart {
    pub of: String,
    pub each: Number,
    pub at_most: Option<u32>,
}

/// A whole number, or an exact one in quotation marks.
#[derive(Debug)]
pub enum Number {
    Whole(i64),
    Text(String),
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

/// Written out, and not derived, so that a float is refused in words that say what to write instead.
struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a whole number, or an exact one in quotation marks such as \"0.5\", \"1/3\" or \"50%\"")
    }

    fn visit_i64<E>(self, whole: i64) -> Result<Number, E> {
        Ok(Number::Whole(whole))
    }

    fn visit_str<E>(self, text: &str) -> Result<Number, E> {
        Ok(Number::Text(text.to_owned()))
    }
}
