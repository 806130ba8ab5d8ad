//! The way to recognition, as data: stages, their requirements, dates, and what annual grades bring.
//!
//! Like the table, a pathway file goes from [`source`] through [`check`] to the checked [`Pathway`], and [`lint`]
//! proves it sound. It is read together with the table whose drafts it is about: a draft states the facts of both.

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
mod decide;
#[cfg(not(target_arch = "wasm32"))]
pub mod lint;
mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;

pub use decide::Known;
pub use model::*;

#[cfg(not(target_arch = "wasm32"))]
use super::Policy;

/// Reads, checks and lints a pathway file. The policy comes back with the pathway's facts behind its own, and with
/// the names of the requirements.
#[cfg(not(target_arch = "wasm32"))]
pub fn read_sound(table: Policy, text: &str) -> Result<(Policy, Pathway), Vec<String>> {
    let (policy, pathway) = check::read(table, text)?;
    let faults = lint::faults(&policy, &pathway);
    if faults.is_empty() { Ok((policy, pathway)) } else { Err(faults) }
}
