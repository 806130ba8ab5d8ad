//! Whether what is on the page is kept, and where.

use crate::policy::Policy;
use crate::storage::browser::BrowserStore;
use crate::storage::journal::Journal;
use crate::storage::{DraftStore, StorageFault};

/// Whether what is on the page is kept.
#[derive(Clone, PartialEq)]
pub enum Saving {
    /// Milliseconds since 1970; `None` before anything was saved.
    Saved(Option<u64>),
    Waiting,
    Failed(StorageFault),
}

/// The draft store, and what the open draft's next save builds on.
pub struct Keeping {
    pub store: DraftStore<BrowserStore>,
    pub journal: Journal,
    pub revision: u64,
    /// Whether the page holds something that is not kept; a save that fails leaves it so.
    pub unsaved: bool,
    /// Whether a save is due.
    pub due: bool,
    /// Whether this page has asked the browser not to clear the drafts.
    pub asked_to_persist: bool,
}

impl Keeping {
    pub fn new(policy: &'static Policy) -> Keeping {
        let store = DraftStore::new(policy, BrowserStore);
        Keeping {
            store,
            journal: Journal::default(),
            revision: 0,
            unsaved: false,
            due: false,
            asked_to_persist: false,
        }
    }
}
