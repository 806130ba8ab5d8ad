//! What changes the open draft, a step at a time, and takes it back.

use std::sync::Arc;

use leptos::prelude::*;

use super::notice::{Action, Notice};
use super::state::Desk;
use crate::draft::{Draft, Field};
use crate::session::Command;

impl Desk {
    /// Carries out a command; the only way a draft changes while it is open.
    pub fn dispatch(self, command: Command) {
        let offers_undo =
            |notice: &Option<Notice>| matches!(notice, Some(one) if one.actions.contains(&Action::Undo));
        if !matches!(command, Command::Leave(_)) && self.notice.with_untracked(offers_undo) {
            // It would take back this step, not the one that the notice tells of.
            self.notice.set(None);
        }
        let before = self.draft_untracked();
        let after = self.history.try_update_value(|history| history.apply(self.policy, &before, &command));
        if let Some(after) = after {
            self.show(&before, after);
        }
    }

    /// Chooses something: unlike a keystroke it is a step by itself.
    pub fn choose(self, field: Field, text: impl Into<String>) {
        self.dispatch(Command::Enter(field, text.into()));
        self.dispatch(Command::Leave(field));
    }

    pub fn undo(self) {
        let before = self.draft_untracked();
        if let Some(Some((after, label))) = self.history.try_update_value(|history| history.undo(&before)) {
            self.show(&before, after);
            if let Some((_, before)) = self.restored.get_value().filter(|(restored, _)| *restored == label) {
                self.changed.set(before);
            }
            self.say(format!("已撤销：{label}。"), None);
        }
    }

    pub fn redo(self) {
        let before = self.draft_untracked();
        if let Some(Some((after, label))) = self.history.try_update_value(|history| history.redo(&before)) {
            self.show(&before, after);
            self.say(format!("已重做：{label}。"), None);
        }
    }

    /// Puts another draft in place of the open one, as one step that can be undone.
    pub(super) fn replace(self, draft: Draft, label: String) {
        let before = self.draft_untracked();
        self.history.update_value(|history| history.replaced(&before, label));
        self.show(&before, draft);
    }

    fn show(self, before: &Draft, after: Draft) {
        if after != *before {
            self.draft.set(Arc::new(after));
            self.save_soon();
        }
        self.show_steps();
    }

    pub(super) fn show_steps(self) {
        let steps = self.history.with_value(|history| (history.can_undo(), history.can_redo()));
        if self.steps.get_untracked() != steps {
            self.steps.set(steps);
        }
    }
}
