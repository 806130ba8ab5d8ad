//! The policies that the build checked and embedded.

use crate::policy::Policy;

static HENAN_2019_194: Policy = include!(concat!(env!("OUT_DIR"), "/henan-2019-194.rs"));

/// 豫工信联科〔2019〕194号: the three-year evaluation table.
pub fn henan_2019_194() -> &'static Policy {
    &HENAN_2019_194
}
