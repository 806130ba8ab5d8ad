//! A list of entries that the views can follow while it changes.

use std::sync::Arc;

/// Entries in order, each with a key that stays with it while it is edited or moved.
///
/// Cloning is cheap and shares the entries: the history of a draft is made of whole drafts.
/// Keys are of this session only; lists with the same entries are equal whatever their keys.
#[derive(Debug, Clone)]
pub struct List<T> {
    entries: Arc<Vec<(u32, Arc<T>)>>,
    next_key: u32,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        List { entries: Arc::default(), next_key: 0 }
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.entries.iter().zip(other.entries.iter());
        Arc::ptr_eq(&self.entries, &other.entries)
            || (self.len() == other.len()
                && pairs.all(|((_, one), (_, other))| Arc::ptr_eq(one, other) || one == other))
    }
}

impl<T: Eq> Eq for List<T> {}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        let entries: Vec<_> = (0..).zip(entries.into_iter().map(Arc::new)).collect();
        List { next_key: entries.len() as u32, entries: Arc::new(entries) }
    }
}

impl<T> List<T> {
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub fn get(&self, position: usize) -> Option<&T> {
        self.entries.get(position).map(|(_, entry)| &**entry)
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &T> {
        self.entries.iter().map(|(_, entry)| &**entry)
    }

    /// How many keys were given so far, also to entries that are gone.
    pub fn given_keys(&self) -> u32 {
        self.next_key
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = u32> {
        self.entries.iter().map(|(key, _)| *key)
    }
}

impl<T: Clone> List<T> {
    pub fn push(&mut self, entry: T) {
        let key = self.next_key;
        self.next_key += 1;
        Arc::make_mut(&mut self.entries).push((key, Arc::new(entry)));
    }

    /// Does nothing when there is no such entry.
    pub fn remove(&mut self, position: usize) {
        if position < self.len() {
            Arc::make_mut(&mut self.entries).remove(position);
        }
    }

    /// Moves the entry at `from` so that it stands at `to`; does nothing when either is not there.
    pub fn shift(&mut self, from: usize, to: usize) {
        if from < self.len() && to < self.len() && from != to {
            let entries = Arc::make_mut(&mut self.entries);
            let entry = entries.remove(from);
            entries.insert(to, entry);
        }
    }

    /// Every entry, each made this list's own: for short lists.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        Arc::make_mut(&mut self.entries).iter_mut().map(|(_, entry)| Arc::make_mut(entry))
    }

    pub fn get_mut(&mut self, position: usize) -> Option<&mut T> {
        if position >= self.len() {
            return None;
        }
        Arc::make_mut(&mut self.entries).get_mut(position).map(|(_, entry)| Arc::make_mut(entry))
    }
}
