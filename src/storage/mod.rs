//! Drafts at rest: one entry a draft, so that no draft can harm another.
//!
//! - [`KeyValueStore`] is any place of keys and texts; in the browser that is the local storage ([`browser`]);
//! - [`DraftStore`] keeps drafts in a store, each in a versioned [`stored`] entry with a revision number
//!   by which a save notices that somebody else has saved in between, and former states ([`backup`]);
//! - [`journal`] is the browser's database, where each save is noted too, because it outlives a crash.

pub mod backup;
#[cfg(feature = "ui")]
pub mod browser;
pub mod draft_store;
mod fault;
#[cfg(feature = "ui")]
pub mod journal;
mod key_value;
mod stored;

pub use backup::Backup;
pub use draft_store::{DraftStore, Listed, ListedState, Opened, Recovered, Saved};
pub use fault::StorageFault;
pub use key_value::{KeyValueStore, MemoryStore};
pub use stored::DraftId;
