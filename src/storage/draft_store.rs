//! The drafts in a store.

mod backups;

pub use backups::Recovered;

use super::stored::Stored;
use super::{DraftId, KeyValueStore, StorageFault};
use crate::draft::json::Json;
use crate::draft::{Draft, file, name};
use crate::policy::Policy;

const DRAFTS: &str = "zhichuang:draft:";
const TRASH: &str = "zhichuang:trash:";
const LAST: &str = "zhichuang:last";

/// Keeps drafts in a store. Holds nothing itself: another tab may change the store at any time.
pub struct DraftStore<S> {
    policy: &'static Policy,
    store: S,
}

/// A draft as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub id: DraftId,
    pub revision: u64,
    pub draft: Draft,
    /// The version of the file that it was read from.
    pub version: u64,
}

/// What a save did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    pub revision: u64,
    /// The entry as it was written, for the journal.
    pub text: String,
    /// The draft had been saved before and was gone: the browser has cleared the store.
    pub was_cleared: bool,
}

/// A draft in the list of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: DraftId,
    /// What it is called; of one that can't be read, its name at least where that can be.
    pub name: String,
    pub saved_at: u64,
    pub state: ListedState,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListedState {
    Readable,
    /// Kept aside as it is; the raw text can be downloaded.
    Unreadable(StorageFault),
}

impl<S: KeyValueStore> DraftStore<S> {
    pub fn new(policy: &'static Policy, store: S) -> Self {
        DraftStore { policy, store }
    }

    /// All drafts, the one saved last first.
    pub fn list(&self) -> Result<Vec<Listed>, StorageFault> {
        self.list_under(DRAFTS)
    }

    /// The drafts that were deleted and can be restored.
    pub fn trash(&self) -> Result<Vec<Listed>, StorageFault> {
        self.list_under(TRASH)
    }

    fn list_under(&self, prefix: &str) -> Result<Vec<Listed>, StorageFault> {
        let mut all: Vec<Listed> = Vec::new();
        for key in self.store.keys(prefix)? {
            let Some(text) = self.store.read(&key)? else { continue };
            let id = DraftId::from_text(key.strip_prefix(prefix).unwrap_or_default());
            let listed = match Stored::parse(&text) {
                Ok(stored) => {
                    let (name, state) = match file::read_value(self.policy, &stored.draft) {
                        Ok(draft) => (name::title(&draft), ListedState::Readable),
                        Err(refused) => {
                            let name = stored.draft.get("name").and_then(Json::as_text).unwrap_or_default();
                            (name.to_owned(), ListedState::Unreadable(refused.into()))
                        }
                    };
                    Listed { id, name, saved_at: stored.saved_at, state }
                }
                Err(fault) => {
                    Listed { id, name: String::new(), saved_at: 0, state: ListedState::Unreadable(fault) }
                }
            };
            let newest_first = |one: &Listed| (one.saved_at, &one.id) > (listed.saved_at, &listed.id);
            all.insert(all.partition_point(newest_first), listed);
        }
        Ok(all)
    }

    pub fn open(&self, id: &DraftId) -> Result<Opened, StorageFault> {
        let text = self.raw(id)?.ok_or(StorageFault::Gone)?;
        self.opened(id, &text)
    }

    /// What an entry's text holds.
    fn opened(&self, id: &DraftId, text: &str) -> Result<Opened, StorageFault> {
        let stored = Stored::parse(text)?;
        let draft = file::read_value(self.policy, &stored.draft)?;
        Ok(Opened { id: id.clone(), revision: stored.revision, draft, version: file::version_of(&stored.draft) })
    }

    /// The entry as it is, readable or not.
    pub fn raw(&self, id: &DraftId) -> Result<Option<String>, StorageFault> {
        self.store.read(&key(DRAFTS, id))
    }

    /// Saves a draft that was at `revision` when it was last opened or saved here (0: never saved). What
    /// was there is kept aside now and then.
    ///
    /// Refuses to overwrite what somebody else saved in between, and what can't be read.
    pub fn save(&self, id: &DraftId, revision: u64, draft: &Draft, now: u64) -> Result<Saved, StorageFault> {
        let before = self.raw(id)?;
        let there = before.as_deref().map(Stored::parse).transpose()?;
        // Where it was cleared while the page is open, the draft here is all there is.
        if there.as_ref().is_some_and(|there| there.revision != revision) {
            return Err(StorageFault::Overtaken);
        }
        let saved = self.put(id, revision + 1, draft, now)?;
        if let (Some(text), Some(stored)) = (&before, &there) {
            self.keep_aside_if_due(id, text, stored, now);
        }
        let was_gone = revision > 0 && before.is_none();
        Ok(Saved { was_cleared: was_gone && !self.take_from_trash(id, now)?, ..saved })
    }

    /// The entry that a save of this draft would write: for the journal, where the store has no room for it.
    pub fn unsaved(&self, revision: u64, draft: &Draft, now: u64) -> Option<String> {
        Stored::new(revision + 1, now, file::to_value(self.policy, draft)).to_text().ok()
    }

    /// A journalled state that the store has no room for, to go on with: it builds on what the store has.
    pub fn journalled(&self, id: &DraftId, text: &str) -> Result<Opened, StorageFault> {
        let there = self.raw(id)?.map(|text| Stored::parse(&text)).transpose()?;
        Ok(Opened { revision: there.map_or(0, |there| there.revision), ..self.opened(id, text)? })
    }

    /// Saves a draft over whatever there is, which is kept aside.
    pub fn overwrite(&self, id: &DraftId, draft: &Draft, now: u64) -> Result<Saved, StorageFault> {
        let mut revision = 0;
        if let Some(before) = self.raw(id)? {
            let there = Stored::parse(&before)?;
            self.keep_replaced(id, &before, &there, now);
            revision = there.revision;
        }
        self.put(id, revision + 1, draft, now)
    }

    /// A draft deleted in another window while it was being changed here is a draft again; the deleted
    /// state becomes a former one. Says whether there was one.
    fn take_from_trash(&self, id: &DraftId, now: u64) -> Result<bool, StorageFault> {
        let Some(text) = self.store.read(&key(TRASH, id))? else { return Ok(false) };
        if let Ok(stored) = Stored::parse(&text) {
            self.keep_replaced(id, &text, &stored, now);
        }
        self.store.remove(&key(TRASH, id)).map(|()| true)
    }

    fn put(&self, id: &DraftId, revision: u64, draft: &Draft, now: u64) -> Result<Saved, StorageFault> {
        let text = Stored::new(revision, now, file::to_value(self.policy, draft)).to_text()?;
        self.write_first(&key(DRAFTS, id), &text)?;
        Ok(Saved { revision, text, was_cleared: false })
    }

    /// Moves a draft to the trash, readable or not.
    pub fn delete(&self, id: &DraftId) -> Result<(), StorageFault> {
        self.rehang(id, DRAFTS, TRASH)
    }

    pub fn restore(&self, id: &DraftId) -> Result<(), StorageFault> {
        self.rehang(id, TRASH, DRAFTS)
    }

    /// Removes a draft from the trash for ever, and its backups with it.
    pub fn destroy(&self, id: &DraftId) -> Result<(), StorageFault> {
        self.store.remove(&key(TRASH, id))?;
        self.destroy_backups(id)
    }

    fn rehang(&self, id: &DraftId, from: &str, to: &str) -> Result<(), StorageFault> {
        let text = self.store.read(&key(from, id))?.ok_or(StorageFault::Gone)?;
        match self.write_first(&key(to, id), &text) {
            Ok(()) => self.store.remove(&key(from, id)),
            // With no room for two copies the only one must make way for itself.
            Err(StorageFault::Full) => {
                self.store.remove(&key(from, id))?;
                self.store.write(&key(to, id), &text).or_else(|fault| {
                    self.store.write(&key(from, id), &text)?;
                    Err(fault)
                })
            }
            Err(fault) => Err(fault),
        }
    }

    /// The draft that was open last.
    pub fn last(&self) -> Result<Option<DraftId>, StorageFault> {
        Ok(self.store.read(LAST)?.map(|id| DraftId::from_text(&id)))
    }

    pub fn remember_last(&self, id: &DraftId) -> Result<(), StorageFault> {
        self.store.write(LAST, id.as_str())
    }
}

/// Whether a key is that of an entry that the lists show.
pub fn is_shown_in_lists(key: &str) -> bool {
    key.starts_with(DRAFTS) || key.starts_with(TRASH)
}

/// The draft that a key is that of.
pub fn draft_of(key: &str) -> Option<DraftId> {
    key.strip_prefix(DRAFTS).map(DraftId::from_text)
}

fn key(prefix: &str, id: &DraftId) -> String {
    format!("{prefix}{}", id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::date;
    use crate::rules;
    use crate::storage::MemoryStore;

    fn drafts(quota: usize) -> DraftStore<MemoryStore> {
        DraftStore::new(rules::henan_2019_194(), MemoryStore::with_quota(quota))
    }

    fn draft(name: &str) -> Draft {
        let day = |text| date::parse(text).unwrap();
        Draft::blank(rules::henan_2019_194(), name, day("2023-07-01"), day("2026-06-30"))
    }

    fn id(number: u32) -> DraftId {
        DraftId::new(7, number)
    }

    #[test]
    fn what_was_saved_is_opened() {
        let drafts = drafts(usize::MAX);
        let revision = drafts.save(&id(1), 0, &draft("甲"), 10).unwrap().revision;
        drafts.save(&id(1), revision, &draft("甲二"), 20).unwrap();
        drafts.save(&id(2), 0, &draft("乙"), 15).unwrap();
        assert_eq!(drafts.open(&id(1)).unwrap().draft, draft("甲二"));
        let names: Vec<String> = drafts.list().unwrap().into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["甲二", "乙"]);
    }

    #[test]
    fn a_save_never_overwrites_another_one() {
        let drafts = drafts(usize::MAX);
        let opened = drafts.save(&id(1), 0, &draft("甲"), 10).unwrap().revision;
        drafts.save(&id(1), opened, &draft("另一窗口"), 11).unwrap();
        assert_eq!(drafts.save(&id(1), opened, &draft("本窗口"), 12), Err(StorageFault::Overtaken));
        assert_eq!(drafts.open(&id(1)).unwrap().draft.name, "另一窗口");
    }

    #[test]
    fn a_corrupt_entry_harms_no_other_and_is_kept() {
        let drafts = drafts(usize::MAX);
        drafts.save(&id(1), 0, &draft("甲"), 10).unwrap();
        drafts.store.write(&key(DRAFTS, &id(2)), "{\"stored\":1,\"draft\":{").unwrap();
        let listed = drafts.list().unwrap();
        assert_eq!(listed[0].state, ListedState::Readable);
        assert!(matches!(listed[1].state, ListedState::Unreadable(_)));
        assert!(drafts.open(&id(2)).is_err());
        assert!(matches!(drafts.save(&id(2), 0, &draft("乙"), 1), Err(StorageFault::Unreadable(_))));
        assert!(drafts.raw(&id(2)).unwrap().unwrap().starts_with("{\"stored\""));
    }

    #[test]
    fn what_a_newer_program_saved_is_never_rewritten() {
        let newer_file =
            r#"{"stored":1,"revision":4,"saved_at":9,"draft":{"format":"zhichuang-draft","version":3}}"#;
        for text in [r#"{"stored":2,"parts":[]}"#, newer_file] {
            let drafts = drafts(usize::MAX);
            drafts.store.write(&key(DRAFTS, &id(1)), text).unwrap();
            assert_eq!(drafts.list().unwrap()[0].state, ListedState::Unreadable(StorageFault::Newer));
            assert_eq!(drafts.open(&id(1)), Err(StorageFault::Newer));
            drafts.save(&id(1), 0, &draft("甲"), 1).unwrap_err();
            assert_eq!(drafts.raw(&id(1)).unwrap().as_deref(), Some(text));
        }
    }

    #[test]
    fn a_full_store_keeps_the_last_good_state() {
        let drafts = drafts(600);
        let revision = drafts.save(&id(1), 0, &draft("甲"), 10).unwrap().revision;
        assert_eq!(drafts.save(&id(1), revision, &draft(&"长".repeat(400)), 11), Err(StorageFault::Full));
        assert_eq!(drafts.open(&id(1)).unwrap().draft, draft("甲"));
    }

    #[test]
    fn deleting_can_be_undone_even_on_a_full_store() {
        let drafts = drafts(300);
        drafts.save(&id(1), 0, &draft("甲"), 10).unwrap();
        drafts.delete(&id(1)).unwrap();
        assert_eq!(drafts.open(&id(1)), Err(StorageFault::Gone));
        assert_eq!(drafts.trash().unwrap().len(), 1);
        drafts.restore(&id(1)).unwrap();
        assert_eq!(drafts.open(&id(1)).unwrap().draft, draft("甲"));
        drafts.delete(&id(1)).unwrap();
        drafts.destroy(&id(1)).unwrap();
        assert!(drafts.trash().unwrap().is_empty());
    }
}
