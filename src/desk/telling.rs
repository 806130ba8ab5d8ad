//! Telling the person what happened, and doing what was offered.

use leptos::prelude::*;

use super::notice::{Action, Notice};
use super::state::Desk;

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
