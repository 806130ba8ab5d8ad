//! What changes the open draft, a step at a time, and takes it back.

use std::sync::Arc;

use leptos::prelude::*;

use super::clock::now;
use super::goals::Goals;
use super::notice::Action;
use super::state::Desk;
use crate::draft::{Draft, Field};
use crate::session::{Command, Hand, History, Rows, Stroke};

impl Desk {
    /// Carries out a command; the only way a draft changes while it is open.
    pub fn dispatch(self, command: Command) {
        self.dispatch_by(command, Hand::Keys);
    }

    /// Takes what was typed into a field, and how it came there.
    pub fn enter(self, field: Field, text: String, hand: Hand) {
        self.dispatch_by(Command::Enter(field, text), hand);
    }

    fn dispatch_by(self, command: Command, hand: Hand) {
        if !matches!(command, Command::Leave(_)) {
            self.forget_offer_to_undo();
        }
        let before = self.main_untracked();
        let stroke = Stroke { at: now(), hand };
        let after = self.history.try_update_value(|history| history.apply(self.policy, &before, &command, stroke));
        if let Some(after) = after {
            self.keep_dropped();
            self.show(&before, after);
        }
    }

    /// What was undone and can't be redone any more stays among the former states, if it was much.
    pub(super) fn keep_dropped(self) {
        let dropped = self.history.try_update_value(History::take_dropped).flatten();
        let (Some(draft), Some(id)) = (dropped, self.open_id.get_untracked()) else { return };
        let kept = self.store(|store| store.keep_undone(&id, &draft, now()));
        self.store_changes.update(|changes| *changes += 1);
        self.say_with_next(match kept {
            true => "刚才撤销的内容不能再重做，已留在“草稿”页的历史版本里。",
            false => "刚才撤销的内容不能再重做；浏览器里放不下，没能留作历史版本。",
        });
    }

    /// Chooses something: unlike a keystroke it is a step by itself.
    pub fn choose(self, field: Field, text: impl Into<String>) {
        self.dispatch(Command::Enter(field, text.into()));
        self.dispatch(Command::Leave(field));
    }

    /// Removes a row and says which; the notice offers to bring it back.
    pub fn remove(self, rows: Rows, at: usize) {
        let command = Command::Remove(rows, at);
        let draft = self.draft_untracked();
        let label = command.label(self.policy, &draft);
        // What was asked of a measure that is gone is not asked of the next one.
        if let (Rows::Measures, Some(measure)) = (rows, draft.measures.get(at)) {
            self.fill_form(&Goals::control(&measure.id), String::new());
        }
        self.dispatch(command);
        self.say(format!("已{label}。"), Some(Action::Undo));
    }

    /// The word that an input method was putting together is chosen.
    pub fn end_composition(self) {
        self.history.update_value(History::end_composition);
    }

    pub fn undo(self) {
        let before = self.main_untracked();
        if let Some(Some((after, label))) = self.history.try_update_value(|history| history.undo(&before)) {
            self.show(&before, after);
            self.tell_of_restored(&label, 0);
            self.say(format!("已撤销：{label}。"), None);
        }
    }

    pub fn redo(self) {
        let before = self.main_untracked();
        if let Some(Some((after, label))) = self.history.try_update_value(|history| history.redo(&before)) {
            self.show(&before, after);
            self.tell_of_restored(&label, 1);
            self.say(format!("已重做：{label}。"), None);
        }
    }

    /// Where the step with this label brought a former state, what is told goes back and forth with it.
    fn tell_of_restored(self, label: &str, at: usize) {
        if let Some((_, told)) = self.restored.get_value().filter(|(restored, _)| restored == label) {
            self.changed.set(told[at].clone());
        }
    }

    /// Puts another draft in place of the open one, as one step that can be undone.
    pub(super) fn replace(self, draft: Draft, label: String) {
        self.forget_offer_to_undo();
        let before = self.main_untracked();
        self.history.update_value(|history| history.replaced(self.policy, &before, &draft, label));
        self.keep_dropped();
        self.show(&before, draft);
    }

    fn show(self, before: &Draft, after: Draft) {
        if after != *before {
            self.kept.set(Arc::new(after));
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
