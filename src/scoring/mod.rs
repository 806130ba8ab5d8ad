//! From a policy and a draft to an assessment: three figures for everything, and why.
//!
//! - [`assess`] gives the figures of every item, indicator, group and of the total;
//! - [`explain`] says for one item what decided it, what is missing and what would change it;
//! - [`discretion`] says which items the way of claiming a band changes;
//! - [`entries`] says of each entry of evidence whether it counts;
//! - [`sources`] says what of a draft an item depends on;
//! - [`words`] puts that into Chinese sentences;
//! - [`former`] gives what drafts of version 1 were scored by, to tell what has changed.
//!
//! `floor ≤ declared ≤ ceiling` holds for every figure. Nothing here reads a clock or a language setting.

mod assessment;
mod award;
pub mod discretion;
pub mod entries;
pub mod explain;
pub mod former;
mod item;
mod measure;
pub mod reasons;
pub mod sources;
mod tally;
pub mod words;

pub use assessment::{Assessment, assess};
pub use explain::{Explanation, LeftOutWhy, explain};
pub use item::{CaseSet, Figures, ItemScore, Pick};
pub use measure::View;
pub use reasons::reasons;
pub use tally::share_of;
