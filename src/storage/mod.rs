//! Drafts at rest: one entry a draft, so that no draft can harm another.
//!
//! - [`Shelf`] is any place of keys and texts; in the browser that is the local storage ([`browser`]);
//! - [`Library`] keeps drafts on a shelf, each in a versioned [`stored`] entry with a revision number
//!   by which a save notices that somebody else has saved in between, and former states ([`backup`]);
//! - [`journal`] is the browser's database, where each save is noted too, because it outlives a crash.

pub mod backup;
#[cfg(feature = "ui")]
pub mod browser;
mod fault;
#[cfg(feature = "ui")]
pub mod journal;
pub mod library;
mod shelf;
mod stored;

pub use backup::Backup;
pub use fault::StorageFault;
pub use library::{Library, Listed, ListedState, Opened, Saved};
pub use shelf::{MemoryShelf, Shelf};
pub use stored::DraftId;
