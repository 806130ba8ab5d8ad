//! Any text at all as a draft file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use zhichuang::draft::file;
use zhichuang::draft::json::Json;
use zhichuang::rules;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = str::from_utf8(bytes) else { return };
    if let Ok(json) = Json::parse(text) {
        assert_eq!(Json::parse(&json.to_string()), Ok(json), "what is written is read again");
    }
    let policy = rules::henan_2019_194();
    match file::read(policy, text) {
        Ok(draft) => {
            zhichuang_fuzz::try_out(policy, &draft);
            zhichuang_fuzz::try_way(policy, &draft);
            zhichuang_fuzz::plans::try_plans(policy, &draft);
        }
        Err(refused) => {
            let faults = refused.faults();
            assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.message.is_empty()), "{refused:?}");
        }
    }
});
