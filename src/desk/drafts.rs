//! What one does with whole drafts.

use super::clock::day_and_time;
use super::notice::Action;
use super::route::Route;
use super::state::Desk;
use crate::draft::Draft;
use crate::policy::in_order;
use crate::scoring::former;
use crate::storage::{Backup, DraftId, DraftStore, Listed, ListedState, Opened, StorageFault};
use leptos::prelude::*;

impl Desk {
    pub fn duplicate(self, id: &DraftId) {
        self.save_now();
        match self.store(|store| store.open(id)) {
            Ok(opened) => {
                let name = format!("{}（副本）", opened.draft.name);
                self.start_from(Draft { name, ..opened.draft }, opened.version);
            }
            Err(fault) => self.say_of_all(fault.to_string(), None),
        }
    }

    /// Drafts that can be opened, the one first that was opened last; those that were not opened here by when they were saved.
    pub fn last_drafts(self) -> Vec<Listed> {
        let all = self.drafts().unwrap_or_default();
        let readable = all.into_iter().filter(|listed| listed.state == ListedState::Readable);
        let turn =
            |listed: &Listed| self.opened.with_value(|opened| opened.iter().position(|id| *id == listed.id));
        in_order(readable, |listed| turn(listed).unwrap_or(usize::MAX))
    }

    /// Changes to another draft and stays at the place where one is, though at none of its rows. Who is at home is at home in
    /// the other one too, also where that is for something else.
    pub fn switch_to(self, id: &DraftId) {
        if self.open_id.get_untracked().as_ref() == Some(id) {
            return;
        }
        self.leave_the_row();
        let before = untrack(|| (self.purpose(), self.home()));
        let place = self.place.get_untracked();
        let is_at_home = place == before.1 || place == Route::Start;
        if self.open_draft(id) && is_at_home && (place == Route::Start || untrack(|| self.purpose()) != before.0) {
            self.go_home();
        }
    }

    /// Deletes a draft; the notice offers to bring it back.
    pub fn delete(self, id: &DraftId, name: &str) {
        let open = self.open_id.get_untracked().as_ref() == Some(id);
        // Where there is no room, another draft may still be deleted to make some.
        if !self.save_now() && open {
            return;
        }
        match self.store(|store| store.delete(id)) {
            Ok(()) => {
                self.store_changes.update(|changes| *changes += 1);
                if open {
                    self.open_newest();
                }
                let words = format!("已删除“{name}”，可在“最近删除”里恢复。");
                self.say_of_all(words, Some(Action::Restore(id.clone())));
            }
            Err(fault) => self.say_of_all(fault.to_string(), None),
        }
    }

    pub fn restore(self, id: &DraftId) {
        match self.store(|store| store.restore(id)) {
            Ok(()) => {
                self.store_changes.update(|changes| *changes += 1);
                if self.open_id.get_untracked().is_none() {
                    self.open_draft(id);
                }
                self.say_of_all("已恢复。", None);
            }
            Err(fault) => self.say_of_all(fault.to_string(), None),
        }
    }

    /// Deletes a draft for ever; nothing brings it back.
    pub fn destroy(self, id: &DraftId, name: &str) {
        match self.store(|store| store.destroy(id)) {
            Ok(()) => {
                self.say_of_all(format!("已永久删除“{name}”。"), None);
                self.keeping.with_value(|keeping| keeping.journal.forget(id));
                self.move_forms(id, None);
                self.store_changes.update(|changes| *changes += 1);
                // There may be room now for what could not be saved.
                self.save_now();
            }
            Err(fault) => self.say_of_all(fault.to_string(), None),
        }
    }

    pub fn drafts(self) -> Result<Vec<Listed>, StorageFault> {
        self.store(DraftStore::list)
    }

    /// Whether there is any draft, also one that can't be opened; follows it.
    pub fn keeps_some(self) -> bool {
        self.watch_drafts();
        self.drafts().is_ok_and(|all| !all.is_empty())
    }

    pub fn trash(self) -> Result<Vec<Listed>, StorageFault> {
        self.store(DraftStore::trash)
    }

    /// A kept draft, for export.
    pub fn read_draft(self, id: &DraftId) -> Result<Draft, StorageFault> {
        if self.open_id.get_untracked().as_ref() == Some(id) {
            return Ok(Draft::clone(&self.main_untracked()));
        }
        self.store(|store| store.open(id)).map(|opened| opened.draft)
    }

    /// The text of an entry that can't be read, for download.
    pub fn raw(self, id: &DraftId) -> Option<String> {
        self.store(|store| store.raw(id)).ok().flatten()
    }

    /// The former states of a draft, the newest first.
    pub fn backups(self, id: &DraftId) -> Vec<Backup> {
        self.store(|store| store.backups(id)).unwrap_or_default()
    }

    pub fn open_backup(self, backup: &Backup) -> Result<Opened, StorageFault> {
        self.store(|store| store.open_backup(backup))
    }

    /// How many bytes the backups of all drafts take.
    pub fn backup_size(self) -> usize {
        self.store(DraftStore::backup_size).unwrap_or_default()
    }

    /// Goes back to a former state: of the open draft as a step that can be undone, else as a new draft.
    pub fn restore_backup(self, backup: &Backup) {
        let Opened { draft, version, .. } = match self.open_backup(backup) {
            Ok(opened) => opened,
            Err(fault) => return self.say(fault.to_string(), None),
        };
        let when = day_and_time(backup.saved_at);
        if self.open_id.get_untracked().as_ref() == Some(&backup.id) {
            let label = format!("恢复 {when} 的内容");
            let told = [self.changed.get_untracked(), former::told(self.policy, &draft, version)];
            self.changed.set(told[1].clone());
            self.restored.set_value(Some((label.clone(), told)));
            self.replace(draft, label);
            self.say(format!("已恢复 {when} 的内容。"), Some(Action::Undo));
        } else {
            let name = format!("{}（恢复）", draft.name);
            if self.start_from(Draft { name, ..draft }, version) {
                self.say(format!("{when} 的内容已作为一份新草稿打开。"), None);
            }
        }
    }
}
