//! The policies that the build checked and embedded.

use crate::policy::{Pathway, Policy};

static TABLE: Policy = include!(concat!(env!("OUT_DIR"), "/table.rs"));

static PATHWAY: Pathway = include!(concat!(env!("OUT_DIR"), "/pathway.rs"));

/// 豫工信联科〔2019〕194号: the three-year evaluation table; its drafts also state the facts of the pathway.
pub fn henan_2019_194() -> &'static Policy {
    &TABLE
}

/// 豫工信联创新〔2023〕52号, and the procedure of 豫工信联科〔2019〕194号: stages, requirements and dates.
pub fn henan_2023_52() -> &'static Pathway {
    &PATHWAY
}
