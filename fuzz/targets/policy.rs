//! Any text at all as a policy file.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = str::from_utf8(bytes) {
        zhichuang_fuzz::try_policy(text, bytes);
    }
});
