//! Any text at all as a policy file; one that is accepted must score whatever drafts are made for it.

#![no_main]

use libfuzzer_sys::{arbitrary::Unstructured, fuzz_target};
use zhichuang::policy::emit::Emit;
use zhichuang::policy::lint::read_sound;
use zhichuang_fuzz::{invented, try_out};

/// Drafts for each policy that is accepted.
const DRAFTS: usize = 8;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let policy = match read_sound(text) {
        Ok(policy) => policy,
        Err(faults) => return assert!(faults.iter().all(|fault| !fault.is_empty()), "{faults:?}"),
    };
    assert!(!policy.emit().is_empty());
    try_out(&policy, &invented::blank(&policy));
    let mut choices = Unstructured::new(bytes);
    for _ in 0..DRAFTS {
        let Ok(Some(draft)) = invented::complete(&policy, &mut choices) else { return };
        let assessment = try_out(&policy, &draft);
        for (item, score) in policy.items.iter().zip(&assessment.items) {
            assert!(score.standing.only().is_some(), "{}: all is known, and not one case is met", item.id);
        }
    }
});
