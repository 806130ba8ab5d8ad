//! Sentences for the person, about what just happened.

use crate::storage::DraftId;

/// A sentence for the person, with what can be done about it.
#[derive(Clone, PartialEq)]
pub struct Notice {
    pub text: String,
    pub actions: Vec<Action>,
    /// The draft that it tells of, and goes with; none where it tells of drafts as such.
    pub of: Option<DraftId>,
    /// Milliseconds since 1970.
    pub at: u64,
}

/// What a notice offers.
#[derive(Clone, PartialEq)]
pub enum Action {
    /// Bring back a deleted draft.
    Restore(DraftId),
    Undo,
    Export,
    /// Of two versions, go on with the other window's of this draft.
    TakeTheirs(DraftId),
    /// Of two versions, go on with the one from here, as this draft with this name.
    TakeOurs(DraftId, String),
}
