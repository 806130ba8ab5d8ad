//! What a centre entered: facts, finance, members, evidence and its own claims.
//!
//! A draft in memory is always valid. Text that is not (yet) a value stays beside the value that counts,
//! as it was typed, and is saved with it, so nothing typed is lost and nothing half-typed is scored.
//!
//! - [`model`]: the draft itself, cheap to clone (undo keeps whole drafts);
//! - [`field`]: one address for everything that can be typed, with its text, its value and its fault;
//! - [`finance`]: which yearly rows count, and their sums;
//! - [`measure`]: what could be done, and which of it together;
//! - [`difference`]: in what two drafts differ;
//! - [`file`]: the draft file, read with every fault listed and written canonically;
//! - [`json`]: the JSON it is made of.

pub mod attestation;
mod contributions;
pub mod date;
pub mod days;
pub mod difference;
pub mod entered;
pub mod fault;
pub mod field;
pub mod file;
pub mod finance;
pub mod id;
pub mod json;
pub mod list;
pub mod measure;
pub mod model;
pub mod name;
pub mod number;
pub mod panel;
pub mod plan;
pub mod purpose;
mod trial;
mod typed;

pub use attestation::Attestation;
pub use date::Date;
pub use days::{DayList, Days};
pub use difference::{Difference, differences};
pub use entered::Entered;
pub use fault::{Fault, ValueFault};
pub use field::Field;
pub use finance::YearStanding;
pub use id::{EntryId, EntryList, Identified};
pub use list::List;
pub use measure::{Certainty, Change, Entry, FinanceField, Measure, Obstacle, Path, Scenario, Shape, Value};
pub use model::*;
pub use panel::{Expert, Panel};
pub use plan::{Task, YearPlan};
pub use purpose::Purpose;
pub use trial::Trial;
