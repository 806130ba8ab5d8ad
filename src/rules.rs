//! The policies that the build checked and embedded.

use std::sync::LazyLock;

use crate::policy::Policy;

static HENAN_2019_194: LazyLock<Policy> = LazyLock::new(|| {
    postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/henan-2019-194.bin")))
        // build.rs wrote these bytes from a `Policy` with the very same types.
        .expect("the embedded policy was written by this build")
});

/// 豫工信联科〔2019〕194号: the three-year evaluation table.
pub fn henan_2019_194() -> &'static Policy {
    &HENAN_2019_194
}
