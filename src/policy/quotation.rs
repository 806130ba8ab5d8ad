//! The official text that the policies quote, to be held against the documents.
//!
//! The repository does not hold the documents. `cargo run --example quotations -- FILE…` compares every quotation with
//! their text, wherever one has it from, and notes what was compared in `tests/quotations.txt`; a test sees to it that
//! no quotation is there that was not. Blanks and the width of signs do not count: the documents' digital copies have
//! line breaks of their paper, and half-width signs here and there, which are shown full-width.

use super::phrase::folded;
use super::{Pathway, Policy};

/// A sentence of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// What quotes it: the id of an item, a requirement, a date, a consequence or a duty.
    pub by: &'static str,
    pub words: &'static str,
}

impl Quotation {
    /// A number that changes with any word of it (FNV-1a).
    pub fn fingerprint(&self) -> u64 {
        folded(self.words)
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }
}

/// All quotations, in the order of the files.
pub fn all(policy: &Policy, pathway: &Pathway) -> Vec<Quotation> {
    let mut all: Vec<Quotation> =
        policy.items.iter().map(|item| Quotation { by: item.id, words: item.quote }).collect();
    all.extend(pathway.requirements.iter().map(|one| Quotation { by: one.id, words: one.clause.quote }));
    for date in pathway.dates {
        all.extend(date.clauses.iter().map(|(_, clause)| Quotation { by: date.id, words: clause.quote }));
    }
    all.extend(pathway.consequences.iter().map(|(one, clause)| Quotation { by: one.id(), words: clause.quote }));
    all.extend(pathway.duties.iter().map(|one| Quotation { by: one.duty.id(), words: one.clause.quote }));
    all
}

/// Those that stand in none of these documents in their very words.
pub fn missing<'a>(all: &'a [Quotation], documents: &[String]) -> Vec<&'a Quotation> {
    let documents: Vec<String> = documents.iter().map(|text| folded(text)).collect();
    let stands = |one: &&Quotation| documents.iter().any(|document| document.contains(&folded(one.words)));
    all.iter().filter(|one| !stands(one)).collect()
}

/// What is noted of these quotations once they were compared: a line each.
pub fn note(all: &[Quotation]) -> String {
    all.iter().map(|one| format!("{:016x} {}\n", one.fingerprint(), one.by)).collect()
}
