//! What an evaluation document says, as data: indicators, items, ordered cases, readings, quotations.
//!
//! A policy file under `policies/` goes through three forms, each with a type of its own:
//!
//! 1. [`source`]: the TOML as a person wrote it, ids and numbers still text;
//! 2. [`model`]: the checked [`Policy`], every reference resolved, every number an exact fraction;
//! 3. the assessment that `crate::scoring` draws from a policy and a draft.
//!
//! The [`pathway`] beside it says what a centre needs to be cultivated, accepted and recognised, and when.
//!
//! [`check`] leads from the first to the second, [`lint`] proves the second sound, and [`emit`] writes it as
//! Rust for `crate::rules`. All run in `build.rs`, which includes this very module, so this room may use
//! nothing of the crate but itself.

pub mod amount;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
pub mod condition;
pub mod day;
pub mod domain;
#[cfg(not(target_arch = "wasm32"))]
pub mod emit;
pub mod fraction;
#[cfg(not(target_arch = "wasm32"))]
pub mod lint;
pub mod model;
mod order;
pub mod pathway;
#[cfg(not(target_arch = "wasm32"))]
pub mod phrase;
pub mod points;
#[cfg(not(target_arch = "wasm32"))]
pub mod quotation;
pub mod rounding;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;
pub mod vocabulary;

pub use condition::{Bound, Condition, Possible};
pub use day::Date;
pub use domain::Domain;
pub use fraction::Fraction;
pub use model::*;
pub use order::in_order;
pub use pathway::{
    Clause, CrossCheck, DateRule, DateSort, DutyText, Known, Offer, Pathway, PathwayNote, Requirement, Rule,
    Section, Stage, Test,
};
pub use points::Points;
pub use vocabulary::*;
