//! The standing backup: former states of each draft, within a budget, giving way to the drafts themselves.

use super::{DraftStore, Opened, key};
use crate::draft::{Draft, file};
use crate::storage::backup::{self, Backup};
use crate::storage::stored::Stored;
use crate::storage::{DraftId, KeyValueStore, StorageFault};

/// What became of a journalled state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovered {
    /// The store has it, or a later one, or is not to have it.
    Nothing,
    /// It is the draft again.
    Draft,
    /// It stands among the former states of an entry that can't be read.
    Backup,
}

impl<S: KeyValueStore> DraftStore<S> {
    /// The former states of a draft, the newest first.
    pub fn backups(&self, id: &DraftId) -> Result<Vec<Backup>, StorageFault> {
        self.backups_under(&Backup::prefix(id))
    }

    pub fn open_backup(&self, backup: &Backup) -> Result<Opened, StorageFault> {
        let text = self.store.read(&backup.key())?.ok_or(StorageFault::Gone)?;
        self.opened(&backup.id, &text)
    }

    /// How many bytes all backups take, of [`backup::BUDGET`].
    pub fn backup_size(&self) -> Result<usize, StorageFault> {
        let sizes = self.store.keys(Backup::ALL)?;
        sizes.iter().map(|key| Ok(self.store.read(key)?.map_or(0, |text| text.len()))).sum()
    }

    /// Keeps a state aside if its time has come. A backup that can't be kept is no fault: nobody waits for it.
    pub(super) fn keep_aside_if_due(&self, id: &DraftId, text: &str, stored: &Stored, now: u64) {
        if let Ok(backups) = self.backups(id)
            && backup::is_due(backups.iter().find(|one| !one.replaced), stored.saved_at, now)
        {
            let (id, revision, saved_at) = (id.clone(), stored.revision, stored.saved_at);
            self.keep_aside(Backup { id, revision, saved_at, replaced: false }, text, now);
        }
    }

    /// Keeps a state of the open draft that was undone and can't be redone any more; says whether there was room.
    pub fn keep_undone(&self, id: &DraftId, draft: &Draft, now: u64) -> bool {
        let there = self.raw(id).ok().flatten().and_then(|text| Stored::parse(&text).ok());
        let revision = there.map_or(0, |stored| stored.revision);
        let undone = Backup { id: id.clone(), revision, saved_at: now, replaced: true };
        let text = Stored::new(revision, now, file::to_value(self.policy, draft)).to_text();
        text.is_ok_and(|text| self.keep_aside(undone, &text, now))
    }

    /// Keeps a state that gives way to another.
    pub(super) fn keep_replaced(&self, id: &DraftId, text: &str, stored: &Stored, now: u64) -> bool {
        let (id, revision, saved_at) = (id.clone(), stored.revision, stored.saved_at);
        self.keep_aside(Backup { id, revision, saved_at, replaced: true }, text, now)
    }

    fn keep_aside(&self, new: Backup, text: &str, now: u64) -> bool {
        if text.len() > backup::BUDGET || self.store.write(&new.key(), text).is_err() {
            return false;
        }
        let remove = |backup: &Backup| self.store.remove(&backup.key());
        if let Ok(backups) = self.backups(&new.id) {
            backup::surplus(&backups, now).into_iter().try_for_each(remove).ok();
        }
        while self.backup_size().is_ok_and(|size| size > backup::BUDGET) {
            if !self.give_way(Some(&new)) {
                break;
            }
        }
        true
    }

    /// Writes to the store; where it is full, backups make room, the oldest first.
    pub(super) fn write_first(&self, key: &str, text: &str) -> Result<(), StorageFault> {
        loop {
            match self.store.write(key, text) {
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
        oldest.is_some_and(|oldest| self.store.remove(&oldest.key()).is_ok())
    }

    pub(super) fn destroy_backups(&self, id: &DraftId) -> Result<(), StorageFault> {
        self.store.keys(&Backup::prefix(id))?.iter().try_for_each(|key| self.store.remove(key))
    }

    fn backups_under(&self, prefix: &str) -> Result<Vec<Backup>, StorageFault> {
        let mut backups: Vec<Backup> = Vec::new();
        for backup in self.store.keys(prefix)?.iter().filter_map(|key| Backup::from_key(key)) {
            // By revision and not by time: clocks can be set back.
            backups.insert(backups.partition_point(|other| other.revision > backup.revision), backup);
        }
        Ok(backups)
    }

    /// Takes in a state that was journalled, where the store lost it: the browser writes the store to the
    /// disk seconds late, so it is behind after a crash.
    ///
    /// A draft in the trash stays there. Where the entry can't be read the state becomes a backup.
    pub fn recover(&self, id: &DraftId, text: &str, now: u64) -> Result<Recovered, StorageFault> {
        let journalled = Stored::parse(text)?;
        let put_back = || self.write_first(&key(super::DRAFTS, id), text).map(|()| Recovered::Draft);
        let in_store = match self.raw(id)? {
            Some(text) => text,
            None if self.store.read(&key(super::TRASH, id))?.is_some() => return Ok(Recovered::Nothing),
            None => return put_back(),
        };
        match Stored::parse(&in_store) {
            Ok(stored) if stored.revision >= journalled.revision => Ok(Recovered::Nothing),
            Ok(_) => put_back(),
            Err(StorageFault::Newer) => Ok(Recovered::Nothing),
            Err(_) if self.backups(id)?.iter().any(|one| one.revision == journalled.revision) => {
                Ok(Recovered::Nothing)
            }
            Err(_) if self.keep_replaced(id, text, &journalled, now) => Ok(Recovered::Backup),
            Err(_) => Err(StorageFault::Full),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::date;
    use crate::rules;
    use crate::storage::MemoryStore;
    use crate::storage::backup::APART;

    fn drafts(quota: usize) -> DraftStore<MemoryStore> {
        DraftStore::new(rules::henan_2019_194(), MemoryStore::with_quota(quota))
    }

    fn draft(name: &str) -> Draft {
        let day = |text| date::parse(text).unwrap();
        Draft::blank(rules::henan_2019_194(), name, day("2023-07-01"), day("2026-06-30"))
    }

    fn id() -> DraftId {
        DraftId::new(7, 1)
    }

    /// Saves these names one after another, ten minutes apart.
    fn save_all(drafts: &DraftStore<MemoryStore>, names: &[&str]) -> u64 {
        names.iter().zip(1..).fold(0, |revision, (name, step)| {
            drafts.save(&id(), revision, &draft(name), step * APART).unwrap().revision
        })
    }

    fn names(drafts: &DraftStore<MemoryStore>) -> Vec<String> {
        let backups = drafts.backups(&id()).unwrap();
        backups.iter().map(|backup| drafts.open_backup(backup).unwrap().draft.name).collect()
    }

    #[test]
    fn former_states_can_be_opened() {
        let drafts = drafts(usize::MAX);
        save_all(&drafts, &["甲", "乙", "丙"]);
        assert_eq!(names(&drafts), ["乙", "甲"]);
    }

    #[test]
    fn states_of_a_few_minutes_are_not_kept_one_by_one() {
        let drafts = drafts(usize::MAX);
        let mut revision = 0;
        for minute in 0..30 {
            revision = drafts.save(&id(), revision, &draft("甲"), minute * APART / 10).unwrap().revision;
        }
        assert_eq!(drafts.backups(&id()).unwrap().len(), 2, "the oldest and the newest within the hour");
    }

    #[test]
    fn backups_make_room_for_drafts() {
        let drafts = drafts(1_500);
        let revision = save_all(&drafts, &["甲", "乙", "丙", "丁"]);
        assert!(!names(&drafts).is_empty());
        let long = draft(&"长".repeat(300));
        drafts.save(&id(), revision, &long, 5 * APART).unwrap();
        assert_eq!(drafts.open(&id()).unwrap().draft, long);
    }

    #[test]
    fn all_backups_together_stay_within_their_budget() {
        let drafts = drafts(usize::MAX);
        for number in 0..40 {
            let (id, long) = (DraftId::new(7, number), draft(&"x".repeat(100_000)));
            let revision = drafts.save(&id, 0, &long, u64::from(number)).unwrap().revision;
            drafts.save(&id, revision, &long, u64::from(number) + 1).unwrap();
        }
        let size = drafts.backup_size().unwrap();
        assert!(size <= backup::BUDGET && size > backup::BUDGET - 101_000, "{size}");
        assert!(drafts.backups(&DraftId::new(7, 0)).unwrap().is_empty(), "the oldest gave way");
    }

    #[test]
    fn what_is_overwritten_on_purpose_is_kept_aside() {
        let drafts = drafts(usize::MAX);
        save_all(&drafts, &["甲"]);
        drafts.overwrite(&id(), &draft("乙"), 1).unwrap();
        assert_eq!(drafts.open(&id()).unwrap().draft.name, "乙");
        assert_eq!(names(&drafts), ["甲"]);
    }

    #[test]
    fn what_was_undone_stays_beside_the_states_of_the_same_hour() {
        let drafts = drafts(usize::MAX);
        let mut revision = save_all(&drafts, &["甲", "乙"]);
        assert!(drafts.keep_undone(&id(), &draft("撤销了的"), 2 * APART));
        for minutes in [10, 20, 30] {
            let now = 2 * APART + minutes * APART / 10;
            revision = drafts.save(&id(), revision, &draft("丙"), now).unwrap().revision;
        }
        assert!(names(&drafts).contains(&"撤销了的".to_owned()), "{:?}", names(&drafts));
    }

    #[test]
    fn backups_go_with_their_draft() {
        let drafts = drafts(usize::MAX);
        save_all(&drafts, &["甲", "乙"]);
        drafts.delete(&id()).unwrap();
        assert_eq!(names(&drafts), ["甲"], "a deleted draft can come back with its past");
        drafts.destroy(&id()).unwrap();
        assert!(names(&drafts).is_empty());
    }

    fn journalled(revision: u64, name: &str) -> String {
        Stored::new(revision, 5, file::to_value(rules::henan_2019_194(), &draft(name))).to_text().unwrap()
    }

    #[test]
    fn a_store_that_is_behind_catches_up_with_the_journal() {
        let drafts = drafts(usize::MAX);
        let recover = |revision, name| drafts.recover(&id(), &journalled(revision, name), 9).unwrap();
        assert_eq!(recover(3, "甲"), Recovered::Draft, "the store had lost the draft");
        assert_eq!(recover(3, "甲"), Recovered::Nothing, "now it has it");
        assert_eq!(recover(4, "乙"), Recovered::Draft, "the store is a save behind");
        assert_eq!(recover(2, "丙"), Recovered::Nothing, "the journal is behind");
        assert_eq!(drafts.open(&id()).unwrap().draft.name, "乙");
    }

    #[test]
    fn the_journal_brings_no_deleted_draft_back() {
        let drafts = drafts(usize::MAX);
        save_all(&drafts, &["甲"]);
        drafts.delete(&id()).unwrap();
        assert_eq!(drafts.recover(&id(), &journalled(9, "乙"), 9), Ok(Recovered::Nothing));
        assert!(drafts.list().unwrap().is_empty());
    }

    #[test]
    fn beside_a_corrupt_entry_the_journal_gives_a_backup() {
        let drafts = drafts(usize::MAX);
        drafts.store.write(&key(super::super::DRAFTS, &id()), "{\"stored\":1,").unwrap();
        let recover = || drafts.recover(&id(), &journalled(9, "甲"), 9);
        assert_eq!((recover(), recover()), (Ok(Recovered::Backup), Ok(Recovered::Nothing)), "it is told once");
        assert_eq!(names(&drafts), ["甲"]);
        assert_eq!(drafts.raw(&id()).unwrap().as_deref(), Some("{\"stored\":1,"), "the entry stays as it is");
    }

    /// A full store once said nothing of what the journal alone still holds.
    #[test]
    fn what_there_is_no_room_for_is_a_fault() {
        let full = drafts(40);
        assert_eq!(full.recover(&id(), &journalled(3, "甲"), 9), Err(StorageFault::Full));
        full.store.write(&key(super::super::DRAFTS, &id()), "{").unwrap();
        assert_eq!(full.recover(&id(), &journalled(3, "甲"), 9), Err(StorageFault::Full));
    }
}
