//! One entry of the storage: a draft file in an envelope.

use serde::{Deserialize, Serialize};

use super::StorageFault;
use crate::draft::json::Json;

/// The newest version of the envelope; the draft file inside has a version of its own.
const STORED: u64 = 1;

/// Names a draft on this machine, for as long as it is kept here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(String);

impl DraftId {
    /// An id from the time (milliseconds) and some randomness, both given by the caller.
    pub fn new(now: u64, random: u32) -> DraftId {
        DraftId(format!("{now:x}-{random:08x}"))
    }

    pub fn from_text(text: &str) -> DraftId {
        DraftId(text.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The envelope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    pub stored: u64,
    /// Counts the saves of this draft; a save expects the one it was opened with.
    pub revision: u64,
    /// Milliseconds since 1970, for people only: clocks can be set back.
    pub saved_at: u64,
    pub draft: Json,
}

impl Stored {
    pub fn new(revision: u64, saved_at: u64, draft: Json) -> Stored {
        Stored { stored: STORED, revision, saved_at, draft }
    }

    /// Reads an entry; of one that a newer program wrote, only that it is one.
    pub fn parse(text: &str) -> Result<Stored, StorageFault> {
        #[derive(Deserialize)]
        struct Version {
            stored: u64,
        }
        let unreadable = |fault: serde_json::Error| StorageFault::Unreadable(fault.to_string());
        // Whatever else it holds, only a newer program knows how to read it.
        match serde_json::from_str::<Version>(text) {
            Ok(Version { stored }) if stored > STORED => Err(StorageFault::Newer),
            Ok(_) => serde_json::from_str(text).map_err(unreadable),
            Err(fault) => Err(unreadable(fault)),
        }
    }

    pub fn to_text(&self) -> Result<String, StorageFault> {
        serde_json::to_string(self).map_err(|fault| StorageFault::Other(fault.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_written_as_ever_and_read_again() {
        let draft = Json::parse(r#"{"name":"甲","facts":{"a":1}}"#).unwrap();
        let stored = Stored::new(4, 1_700_000_000_000, draft);
        let text = r#"{"stored":1,"revision":4,"saved_at":1700000000000,"draft":{"name":"甲","facts":{"a":1}}}"#;
        assert_eq!(stored.to_text().as_deref(), Ok(text));
        assert_eq!(Stored::parse(text), Ok(stored));
    }

    #[test]
    fn of_a_newer_entry_only_its_version_is_read() {
        for text in [r#"{"stored":2}"#, r#"{"parts":[1.5e400,{"stored":1}],"stored":18446744073709551615}"#] {
            assert_eq!(Stored::parse(text), Err(StorageFault::Newer), "{text}");
        }
    }

    #[test]
    fn what_is_no_entry_is_unreadable() {
        for text in [
            "",
            "null",
            "{}",
            r#"{"stored":1,"revision":1,"saved_at":1}"#,
            r#"{"stored":1,"revision":-1,"saved_at":1,"draft":{}}"#,
            r#"{"stored":1.0,"revision":1,"saved_at":1,"draft":{}}"#,
            r#"{"stored":"1","revision":1,"saved_at":1,"draft":{}}"#,
            r#"{"stored":1,"revision":1,"saved_at":1,"draft":{}"#,
            r#"{"stored":2,"draft":{}"#,
        ] {
            assert!(matches!(Stored::parse(text), Err(StorageFault::Unreadable(_))), "{text}");
        }
    }
}
