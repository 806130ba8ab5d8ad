//! Other windows: following what they save, and keeping both where both have typed.

use std::sync::Arc;

use super::autosave::new_id;
use super::clock::now;
use super::notice::Action;
use super::saving::Saving;
use super::state::Desk;
use crate::draft::Draft;
use crate::scoring::former;
use crate::session::History;
use crate::storage::{DraftId, StorageFault, draft_store};
use leptos::ev;
use leptos::prelude::*;

impl Desk {
    pub fn watch_other_windows(self) {
        window_event_listener(ev::storage, move |event| self.hear(event.key(), event.new_value().is_some()));
    }

    /// Another window has changed the store: one entry, or all of it.
    fn hear(self, key: Option<String>, is_there: bool) {
        let open = self.open_id.get_untracked();
        let Some(key) = key else {
            self.store_changes.update(|changes| *changes += 1);
            self.keeping.update_value(|keeping| keeping.unsaved = open.is_some());
            self.save_now();
            return;
        };
        if draft_store::is_shown_in_lists(&key) {
            self.store_changes.update(|changes| *changes += 1);
        }
        if open.is_none() || draft_store::draft_of(&key) != open {
            return;
        }
        if !is_there {
            self.say("这份草稿刚在另一个窗口里删除，可以在“最近删除”里恢复。在这里继续修改，就会重新保存。", None);
        } else if self.keeping.with_value(|keeping| keeping.unsaved) {
            // Finds that it was overtaken, and keeps both.
            self.save_now();
        } else {
            self.follow();
        }
    }

    /// Takes over what somebody else saved of the open draft; what was here can be brought back by undo.
    pub(super) fn follow(self) {
        let Some(id) = self.open_id.get_untracked() else { return };
        let Ok(opened) = self.store(|store| store.open(&id)) else { return };
        // An older program in the other window writes what this one has to tell of.
        self.changed.set(former::told(self.policy, &opened.draft, opened.version));
        let before = self.main_untracked();
        if *before != opened.draft {
            let label = "另一个窗口里的修改".to_owned();
            self.forget_offer_to_undo();
            self.history.update_value(|history| history.followed(self.policy, &before, &opened.draft, label));
            self.keep_dropped();
            let ends = before.trial.is_some() && opened.draft.trial.is_none();
            let begins = before.trial.is_none() && opened.draft.trial.is_some();
            self.kept.set(Arc::new(opened.draft));
            self.show_steps();
            // Where what is typed goes is another matter now.
            if ends {
                self.say("试算已在另一个窗口里结束：从现在起，填的数写进主稿。", None);
            } else if begins {
                self.say("另一个窗口开始了试算：从现在起，这里填的数也只在试算里算，主稿不变。", None);
            }
        }
        self.keeping.update_value(|keeping| keeping.revision = opened.revision);
        self.saving.set(Saving::Saved(None));
    }

    /// The entry belongs to somebody else now, or can't be read any more: what is here goes on as a draft
    /// of its own, and where there are two versions, the person may choose.
    pub(super) fn go_on_beside(self, id: DraftId, fault: StorageFault) -> bool {
        const SUFFIX: &str = "（本窗口另存）";
        let draft = self.main_untracked();
        let before = draft.name.clone();
        let name = if before.ends_with(SUFFIX) { before.clone() } else { format!("{before}{SUFFIX}") };
        self.keeping.update_value(|keeping| keeping.revision = 0);
        self.move_to(new_id(), Draft { name, ..Draft::clone(&draft) });
        let kept = self.save_now();
        if kept {
            let choice = [Action::TakeTheirs(id.clone()), Action::TakeOurs(id, before)];
            let choice = choice.into_iter().filter(|_| fault == StorageFault::Overtaken);
            self.say(fault.to_string(), choice);
        }
        kept
    }

    /// The draft on the desk goes on under this id, with its history.
    fn move_to(self, id: DraftId, draft: Draft) {
        if let Some(from) = self.open_id.get_untracked() {
            self.move_forms(&from, Some(&id));
        }
        self.kept.set(Arc::new(draft));
        self.history.update_value(History::end_visit);
        self.remember_open(&id);
        self.leave_told_of_others(Some(&id));
        self.open_id.set(Some(id));
        self.mark_the_way();
    }

    /// Of two versions, the other window's: the copy from here goes to the trash.
    pub fn take_theirs(self, original: &DraftId) {
        let copy = self.open_id.get_untracked();
        if self.open_draft(original) {
            self.discard(copy);
            self.say("已改用另一个窗口的内容；本窗口原来的内容在“最近删除”里。", None);
        }
    }

    /// Of two versions, the one from here: the other one stays among the former states.
    pub fn take_ours(self, original: &DraftId, name: &str) {
        let copy = self.open_id.get_untracked();
        let draft = Draft { name: name.to_owned(), ..Draft::clone(&self.main_untracked()) };
        let now = now();
        match self.store(|store| store.overwrite(original, &draft, now)) {
            Ok(saved) => {
                self.move_to(original.clone(), draft);
                self.has_saved(original, &saved, now);
                self.discard(copy);
                self.say("已以本窗口的内容为准；另一个窗口的内容在“草稿”页的历史版本里。", None);
            }
            Err(fault) => self.say(fault.to_string(), None),
        }
    }

    fn discard(self, copy: Option<DraftId>) {
        if let Some(copy) = copy {
            // Where this fails, there is one draft more than asked for.
            let _ = self.store(|store| store.delete(&copy));
            self.store_changes.update(|changes| *changes += 1);
        }
    }
}
