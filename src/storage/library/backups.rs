//! The standing backup: former states of each draft, within a budget, giving way to the drafts themselves.

use super::{Library, Opened, key};
use crate::storage::backup::{self, Backup};
use crate::storage::stored::Stored;
use crate::storage::{DraftId, Shelf, StorageFault};

impl<S: Shelf> Library<S> {
    /// The former states of a draft, the newest first.
    pub fn backups(&self, id: &DraftId) -> Result<Vec<Backup>, StorageFault> {
        self.backups_under(&Backup::prefix(id))
    }

    pub fn open_backup(&self, backup: &Backup) -> Result<Opened, StorageFault> {
        let text = self.shelf.read(&backup.key())?.ok_or(StorageFault::Gone)?;
        self.opened(&backup.id, &text)
    }

    /// How many bytes all backups take, of [`backup::BUDGET`].
    pub fn backup_size(&self) -> Result<usize, StorageFault> {
        let sizes = self.shelf.keys(Backup::ALL)?;
        sizes.iter().map(|key| Ok(self.shelf.read(key)?.map_or(0, |text| text.len()))).sum()
    }

    /// Keeps a state aside if its time has come. A backup that can't be kept is no fault: nobody waits for it.
    pub(super) fn keep_aside_if_due(&self, id: &DraftId, text: &str, stored: &Stored, now: u64) {
        if let Ok(backups) = self.backups(id)
            && backup::is_due(backups.first(), stored.saved_at, now)
        {
            self.keep_aside(id, text, stored.revision, stored.saved_at, now);
        }
    }

    pub(super) fn keep_aside(&self, id: &DraftId, text: &str, revision: u64, saved_at: u64, now: u64) {
        let new = Backup { id: id.clone(), revision, saved_at };
        if text.len() > backup::BUDGET || self.shelf.write(&new.key(), text).is_err() {
            return;
        }
        let remove = |backup: &Backup| self.shelf.remove(&backup.key());
        if let Ok(backups) = self.backups(id) {
            backup::surplus(&backups, now).try_for_each(remove).ok();
        }
        while self.backup_size().is_ok_and(|size| size > backup::BUDGET) {
            if !self.give_way(Some(&new)) {
                break;
            }
        }
    }

    /// Writes to the shelf; where it is full, backups make room, the oldest first.
    pub(super) fn write_first(&self, key: &str, text: &str) -> Result<(), StorageFault> {
        loop {
            match self.shelf.write(key, text) {
                Err(StorageFault::Full) if self.give_way(None) => {}
                outcome => return outcome,
            }
        }
    }

    /// Removes the oldest backup but this one, and says whether there was one.
    fn give_way(&self, but: Option<&Backup>) -> bool {
        let mut all = self.backups_under(Backup::ALL).unwrap_or_default();
        all.retain(|backup| Some(backup) != but);
        let oldest = all.iter().min_by_key(|backup| backup.saved_at);
        oldest.is_some_and(|oldest| self.shelf.remove(&oldest.key()).is_ok())
    }

    pub(super) fn destroy_backups(&self, id: &DraftId) -> Result<(), StorageFault> {
        self.shelf.keys(&Backup::prefix(id))?.iter().try_for_each(|key| self.shelf.remove(key))
    }

    fn backups_under(&self, prefix: &str) -> Result<Vec<Backup>, StorageFault> {
        let mut backups: Vec<Backup> = Vec::new();
        for backup in self.shelf.keys(prefix)?.iter().filter_map(|key| Backup::from_key(key)) {
            // By revision and not by time: clocks can be set back.
            backups.insert(backups.partition_point(|other| other.revision > backup.revision), backup);
        }
        Ok(backups)
    }

    /// Takes in a state that was journalled, where the shelf lost it: the browser writes the shelf to the
    /// disk seconds late, so it is behind after a crash. Says whether a draft changed by it.
    ///
    /// A draft in the trash stays there. Beside an entry that can't be read the state becomes a backup.
    pub fn recover(&self, id: &DraftId, text: &str, now: u64) -> Result<bool, StorageFault> {
        let journalled = Stored::parse(text)?;
        let on_shelf = match self.raw(id)? {
            Some(text) => text,
            None if self.shelf.read(&key(super::TRASH, id))?.is_some() => return Ok(false),
            None => return self.write_first(&key(super::DRAFTS, id), text).map(|()| true),
        };
        match Stored::parse(&on_shelf) {
            Ok(stored) if stored.revision >= journalled.revision => Ok(false),
            Ok(_) => self.write_first(&key(super::DRAFTS, id), text).map(|()| true),
            Err(StorageFault::Newer) => Ok(false),
            Err(_) => {
                self.keep_aside(id, text, journalled.revision, journalled.saved_at, now);
                Ok(false)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, date, file};
    use crate::rules;
    use crate::storage::MemoryShelf;
    use crate::storage::backup::APART;

    fn library(quota: usize) -> Library<MemoryShelf> {
        Library::new(rules::henan_2019_194(), MemoryShelf::with_quota(quota))
    }

    fn draft(name: &str) -> Draft {
        let day = |text| date::parse(text).unwrap();
        Draft::blank(rules::henan_2019_194(), name, day("2023-07-01"), day("2026-06-30"))
    }

    fn id() -> DraftId {
        DraftId::new(7, 1)
    }

    /// Saves these names one after another, ten minutes apart.
    fn save_all(library: &Library<MemoryShelf>, names: &[&str]) -> u64 {
        names.iter().zip(1..).fold(0, |revision, (name, step)| {
            library.save(&id(), revision, &draft(name), step * APART).unwrap().revision
        })
    }

    fn names(library: &Library<MemoryShelf>) -> Vec<String> {
        let backups = library.backups(&id()).unwrap();
        backups.iter().map(|backup| library.open_backup(backup).unwrap().draft.name).collect()
    }

    #[test]
    fn former_states_can_be_opened() {
        let library = library(usize::MAX);
        save_all(&library, &["甲", "乙", "丙"]);
        assert_eq!(names(&library), ["乙", "甲"]);
    }

    #[test]
    fn states_of_a_few_minutes_are_not_kept_one_by_one() {
        let library = library(usize::MAX);
        let mut revision = 0;
        for minute in 0..30 {
            revision = library.save(&id(), revision, &draft("甲"), minute * APART / 10).unwrap().revision;
        }
        assert_eq!(library.backups(&id()).unwrap().len(), 2, "the oldest and the newest within the hour");
    }

    #[test]
    fn backups_make_room_for_drafts() {
        let library = library(1_500);
        let revision = save_all(&library, &["甲", "乙", "丙", "丁"]);
        assert!(!names(&library).is_empty());
        let long = draft(&"长".repeat(300));
        library.save(&id(), revision, &long, 5 * APART).unwrap();
        assert_eq!(library.open(&id()).unwrap().draft, long);
    }

    #[test]
    fn all_backups_together_stay_within_their_budget() {
        let library = library(usize::MAX);
        for number in 0..40 {
            let (id, long) = (DraftId::new(7, number), draft(&"x".repeat(100_000)));
            let revision = library.save(&id, 0, &long, u64::from(number)).unwrap().revision;
            library.save(&id, revision, &long, u64::from(number) + 1).unwrap();
        }
        let size = library.backup_size().unwrap();
        assert!(size <= backup::BUDGET && size > backup::BUDGET - 101_000, "{size}");
        assert!(library.backups(&DraftId::new(7, 0)).unwrap().is_empty(), "the oldest gave way");
    }

    #[test]
    fn what_is_overwritten_on_purpose_is_kept_aside() {
        let library = library(usize::MAX);
        save_all(&library, &["甲"]);
        library.overwrite(&id(), &draft("乙"), 1).unwrap();
        assert_eq!(library.open(&id()).unwrap().draft.name, "乙");
        assert_eq!(names(&library), ["甲"]);
    }

    #[test]
    fn backups_go_with_their_draft() {
        let library = library(usize::MAX);
        save_all(&library, &["甲", "乙"]);
        library.delete(&id()).unwrap();
        assert_eq!(names(&library), ["甲"], "a deleted draft can come back with its past");
        library.destroy(&id()).unwrap();
        assert!(names(&library).is_empty());
    }

    fn journalled(revision: u64, name: &str) -> String {
        Stored::new(revision, 5, file::to_value(rules::henan_2019_194(), &draft(name))).to_text()
    }

    #[test]
    fn a_shelf_that_is_behind_catches_up_with_the_journal() {
        let library = library(usize::MAX);
        assert!(library.recover(&id(), &journalled(3, "甲"), 9).unwrap(), "the shelf had lost the draft");
        assert!(!library.recover(&id(), &journalled(3, "甲"), 9).unwrap(), "now it has it");
        assert!(library.recover(&id(), &journalled(4, "乙"), 9).unwrap(), "the shelf is a save behind");
        assert!(!library.recover(&id(), &journalled(2, "丙"), 9).unwrap(), "the journal is behind");
        assert_eq!(library.open(&id()).unwrap().draft.name, "乙");
    }

    #[test]
    fn the_journal_brings_no_deleted_draft_back() {
        let library = library(usize::MAX);
        save_all(&library, &["甲"]);
        library.delete(&id()).unwrap();
        assert!(!library.recover(&id(), &journalled(9, "乙"), 9).unwrap());
        assert!(library.list().unwrap().is_empty());
    }

    #[test]
    fn beside_a_corrupt_entry_the_journal_gives_a_backup() {
        let library = library(usize::MAX);
        library.shelf.write(&key(super::super::DRAFTS, &id()), "{\"stored\":1,").unwrap();
        assert!(!library.recover(&id(), &journalled(9, "甲"), 9).unwrap());
        assert_eq!(names(&library), ["甲"]);
        assert_eq!(library.raw(&id()).unwrap().as_deref(), Some("{\"stored\":1,"), "the entry stays as it is");
    }
}
