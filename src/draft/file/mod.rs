//! The draft file, version 2: JSON, UTF-8, as `docs/draft-file.md` describes it.
//!
//! Reading refuses a file with any fault and lists every one by its path; writing is canonical, so that
//! reading what was written gives the very same draft.

mod faults;
mod migrations;
mod read;
mod write;

pub use read::{Refused, read, read_bytes, read_value, read_with_version, version_of};
pub use write::{entry_value, path_value, to_text, to_value};

pub const FORMAT: &str = "zhichuang-draft";
/// The newest version of the file that this program knows.
pub const VERSION: u64 = 2;
