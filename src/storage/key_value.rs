//! A place of keys and texts.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::StorageFault;

/// A place of keys and texts, such as the browser's local storage.
pub trait KeyValueStore {
    /// All keys that begin with `prefix`, in no particular order.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageFault>;
    fn read(&self, key: &str) -> Result<Option<String>, StorageFault>;
    /// Writes all of the text or nothing.
    fn write(&self, key: &str, text: &str) -> Result<(), StorageFault>;
    fn remove(&self, key: &str) -> Result<(), StorageFault>;
}

/// A store in memory, for native tools and tests, with a limit like a browser's quota.
#[derive(Debug)]
pub struct MemoryStore {
    entries: RefCell<BTreeMap<String, String>>,
    quota: usize,
}

impl Default for MemoryStore {
    fn default() -> Self {
        MemoryStore::with_quota(usize::MAX)
    }
}

impl MemoryStore {
    /// `quota` counts the bytes of all keys and texts.
    pub fn with_quota(quota: usize) -> Self {
        MemoryStore { entries: RefCell::default(), quota }
    }
}

impl KeyValueStore for MemoryStore {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageFault> {
        Ok(self.entries.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageFault> {
        Ok(self.entries.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageFault> {
        let mut entries = self.entries.borrow_mut();
        let others: usize =
            entries.iter().filter(|(other, _)| *other != key).map(|(key, text)| key.len() + text.len()).sum();
        if others.saturating_add(key.len() + text.len()) > self.quota {
            return Err(StorageFault::Full);
        }
        entries.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageFault> {
        self.entries.borrow_mut().remove(key);
        Ok(())
    }
}
