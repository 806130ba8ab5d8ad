//! Telling the person what happened, and doing what was offered.

use leptos::prelude::*;

use super::clock::now;
use super::notice::{Action, Notice};
use super::state::Desk;
use crate::storage::DraftId;

/// How many sentences can be read again.
const MOST_TOLD: usize = 20;

impl Desk {
    /// Says a sentence about the open draft at the foot of the page, until the next one, or until it is left.
    pub fn say(self, text: impl Into<String>, actions: impl IntoIterator<Item = Action>) {
        self.tell(text.into(), actions, self.open_id.get_untracked());
    }

    /// Says a sentence that belongs to no draft, as about one that is not there any more.
    pub fn say_of_all(self, text: impl Into<String>, actions: impl IntoIterator<Item = Action>) {
        self.tell(text.into(), actions, None);
    }

    /// Says a sentence with the one that what is being done has to say, or by itself where it has none.
    pub(super) fn say_with_next(self, text: &'static str) {
        self.to_be_said.set_value(Some(text));
        queue_microtask(move || {
            if self.to_be_said.get_value().is_some() {
                self.say("", None);
            }
        });
    }

    fn tell(self, text: String, actions: impl IntoIterator<Item = Action>, of: Option<DraftId>) {
        let more = self.to_be_said.try_update_value(Option::take).flatten().unwrap_or_default();
        let text = format!("{text}{more}");
        let notice = Notice { text, actions: actions.into_iter().collect(), of, at: now() };
        self.told.update(|told| {
            told.insert(0, Notice { actions: Vec::new(), ..notice.clone() });
            told.truncate(MOST_TOLD);
        });
        self.notice.set(Some(notice));
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

    /// Takes back an offer to undo once there is another last step than the one that it tells of.
    pub(super) fn forget_offer_to_undo(self) {
        self.take_back_if(|notice| notice.actions.contains(&Action::Undo));
    }

    /// Takes back what another draft than the open one was told of.
    pub(super) fn leave_told_of_others(self, open: Option<&DraftId>) {
        self.take_back_if(|notice| notice.of.is_some() && notice.of.as_ref() != open);
    }

    /// Takes back an offer that can't be kept any more, as to restore a draft that is gone for ever.
    pub(super) fn take_back_what_can_not_be_done(self) {
        self.take_back_if(|notice| !notice.actions.iter().all(|action| self.can_do(action)));
    }

    fn can_do(self, action: &Action) -> bool {
        match action {
            Action::Restore(id) => self.trash().is_ok_and(|all| all.iter().any(|listed| listed.id == *id)),
            Action::Undo => self.history.with_value(|history| history.can_undo()),
            Action::Export => true,
            Action::TakeTheirs(id) | Action::TakeOurs(id, _) => self.raw(id).is_some(),
        }
    }

    fn take_back_if(self, is_over: impl FnOnce(&Notice) -> bool) {
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(is_over)) {
            self.notice.set(None);
        }
    }
}
