//! One entry of the storage: a draft file in an envelope.

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
#[derive(Debug, Clone, PartialEq, Eq)]
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

    pub fn parse(text: &str) -> Result<Stored, StorageFault> {
        let unreadable = |why: &str| StorageFault::Unreadable(why.to_owned());
        let value = Json::parse(text).map_err(|fault| unreadable(&fault.to_string()))?;
        let number = |key: &str| value.get(key).and_then(Json::as_u64).ok_or_else(|| unreadable(key));
        let stored = number("stored")?;
        if stored > STORED {
            // Whatever else it holds, only a newer program knows how to read it.
            return Err(StorageFault::Newer);
        }
        let (revision, saved_at) = (number("revision")?, number("saved_at")?);
        let draft = value.take("draft").ok_or_else(|| unreadable("draft"))?;
        Ok(Stored { stored, revision, saved_at, draft })
    }

    pub fn to_text(&self) -> String {
        let Stored { stored, revision, saved_at, draft } = self;
        format!(r#"{{"stored":{stored},"revision":{revision},"saved_at":{saved_at},"draft":{draft}}}"#)
    }
}
