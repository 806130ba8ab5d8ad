//! Sentences for the person, about what just happened.

use leptos::prelude::*;

use super::Desk;
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

impl Desk {
    /// Says a sentence at the foot of the page, until the next one.
    pub fn say(self, text: impl Into<String>, actions: impl IntoIterator<Item = Action>) {
        self.notice.set(Some(Notice { text: text.into(), actions: actions.into_iter().collect() }));
    }

    /// Does what a notice offered.
    pub fn act(self, action: &Action) {
        match action {
            Action::Restore(id) => self.restore(id),
            Action::Undo => self.undo(),
            Action::Export => self.export_open(),
            Action::TakeTheirs(original) => self.take_theirs(original),
            Action::TakeOurs(original, name) => self.take_ours(original, name),
        }
    }
}
