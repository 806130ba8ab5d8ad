//! Sentences for the person, about what just happened.

use crate::storage::DraftId;

/// A sentence for the person, with what can be done about it.
#[derive(Clone, PartialEq)]
pub struct Notice {
    pub text: String,
    pub actions: Vec<Action>,
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
