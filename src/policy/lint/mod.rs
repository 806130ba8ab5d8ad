//! Proves a checked policy sound, and lists what the text itself leaves open.
//!
//! A [fault](lint) makes the build fail; a [finding](findings::findings) is a defect of the document that a note
//! must explain to the people who use the table. Each file beside this one is one proof.

mod bands;
pub mod findings;
mod partition;
mod usage;
mod weights;

pub use findings::{Finding, findings};

pub use usage::facts_used;

use super::model::Policy;

/// Every fault of a policy, one sentence each; empty when it is sound.
pub fn lint(policy: &Policy) -> Vec<String> {
    let mut faults = weights::faults(policy);
    faults.extend(partition::faults(policy));
    faults.extend(usage::faults(policy));
    faults.extend(bands::faults(policy));
    if faults.is_empty() {
        // Findings presuppose a table that is whole.
        faults.extend(findings::unexplained(policy));
    }
    faults
}

/// Reads, checks and lints a policy file.
pub fn read_sound(text: &str) -> Result<Policy, Vec<String>> {
    let policy = super::check::read(text)?;
    let faults = lint(&policy);
    if faults.is_empty() { Ok(policy) } else { Err(faults) }
}
