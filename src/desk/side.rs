//! What stands beside the open draft in a comparison.

use std::sync::Arc;

use crate::draft::{Draft, EntryId};
use crate::storage::{Backup, DraftId};

/// Where the other side of a comparison comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    Scenario(EntryId),
    Former(Backup),
    Draft(DraftId),
    /// A file that was read, by its name.
    File(String, Arc<Draft>),
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    pub origin: Origin,
    /// What the column is called.
    pub name: String,
}
