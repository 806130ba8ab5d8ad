//! The lasting ids of entries, by which measures name them.

use std::fmt;
use std::sync::Arc;

use super::{Draft, Evidence, FinanceYear, List, Member};
use crate::policy::in_order;

/// What tells an entry of a list from the others, for good. Two are the same if their texts are.
#[derive(Debug, Clone, Default)]
pub struct EntryId {
    text: Arc<str>,
    /// Given while reading a file that had none: it says nothing of the entries of another file.
    given: bool,
}

impl EntryId {
    pub fn new(text: &str) -> EntryId {
        EntryId { text: text.into(), given: false }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether both are of one entry, wherever they stand: a file carried both, or both come of the one that was given,
    /// as in a draft and what was made of it.
    pub fn is_same_entry(&self, other: &EntryId) -> bool {
        let is_known = !self.given && !other.given && !self.text.is_empty();
        self == other && (is_known || Arc::ptr_eq(&self.text, &other.text))
    }

    /// Whether a file carried it, so that it stays with its entry from file to file.
    pub fn is_carried(&self) -> bool {
        !self.given && !self.text.is_empty()
    }
}

impl PartialEq for EntryId {
    fn eq(&self, other: &EntryId) -> bool {
        self.text == other.text
    }
}

impl Eq for EntryId {}

impl PartialOrd for EntryId {
    fn partial_cmp(&self, other: &EntryId) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// By code point.
impl Ord for EntryId {
    fn cmp(&self, other: &EntryId) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

/// A list whose entries have lasting ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryList {
    Finance,
    Members,
    Evidence,
}

impl EntryList {
    pub const ALL: [EntryList; 3] = [EntryList::Finance, EntryList::Members, EntryList::Evidence];

    pub fn id(self) -> &'static str {
        match self {
            EntryList::Finance => "finance",
            EntryList::Members => "members",
            EntryList::Evidence => "evidence",
        }
    }

    pub fn from_id(id: &str) -> Option<EntryList> {
        EntryList::ALL.into_iter().find(|list| list.id() == id)
    }
}

/// Something with a lasting id.
pub trait Identified {
    fn id(&self) -> &EntryId;
    fn id_mut(&mut self) -> &mut EntryId;
}

macro_rules! identified {
    ($($kind:ty),*) => { $(
        impl Identified for $kind {
            fn id(&self) -> &EntryId {
                &self.id
            }

            fn id_mut(&mut self) -> &mut EntryId {
                &mut self.id
            }
        }
    )* };
}

identified!(FinanceYear, Member, Evidence, super::Measure, super::Scenario);

impl<T: Identified + Clone> List<T> {
    pub fn position_of(&self, id: &EntryId) -> Option<usize> {
        self.iter().position(|entry| entry.id() == id)
    }

    pub fn with_id(&self, id: &EntryId) -> Option<&T> {
        self.iter().find(|entry| entry.id() == id)
    }

    pub fn with_id_mut(&mut self, id: &EntryId) -> Option<&mut T> {
        self.position_of(id).and_then(|at| self.get_mut(at))
    }

    /// Gives each entry without an id a number, in the order of the list: to one that was read the first that is free, to a
    /// new one none that an entry here has had before, for as long as that can be known.
    fn number(&mut self, letter: char, given: bool, is_taken: &dyn Fn(&EntryId) -> bool) {
        // Only what is new is without: nothing is copied where nothing is to be done, and nothing is looked at twice.
        let lacking: Vec<usize> =
            (0..self.len()).filter(|at| self.get(*at).is_some_and(|entry| entry.id().text.is_empty())).collect();
        if lacking.is_empty() {
            return;
        }
        let taken = in_order(self.iter().filter_map(|entry| number_of(entry.id(), letter)), |number| *number);
        let had = self.given_keys().saturating_sub(lacking.len() as u32).max(taken.last().copied().unwrap_or(0));
        let mut next = if given { 1 } else { had.saturating_add(1) };
        for at in lacking {
            let id = loop {
                let id = EntryId { text: format!("{letter}{next}").into(), given };
                let is_free = taken.binary_search(&next).is_err() && !is_taken(&id);
                next = next.saturating_add(1);
                if is_free {
                    break id;
                }
            };
            if let Some(entry) = self.get_mut(at) {
                *entry.id_mut() = id;
            }
        }
    }
}

/// The number of an id that is a letter and a number.
fn number_of(id: &EntryId, letter: char) -> Option<u32> {
    let digits = id.text.strip_prefix(letter)?;
    let number: u32 = digits.parse().ok()?;
    (number.to_string() == digits).then_some(number)
}

impl Draft {
    /// Gives ids to the entries of a file that have none.
    pub(super) fn number_read_entries(&mut self) {
        self.finance.number('f', true, &|_| false);
        self.members.number('m', true, &|_| false);
        self.evidence.number('e', true, &|_| false);
    }

    /// Gives ids to entries that were taken over from elsewhere without one: no other file means anything by these.
    pub fn number_entries_taken_over(&mut self) {
        self.number_entries(true);
    }

    /// Gives ids to entries that were added.
    pub fn number_new_entries(&mut self) {
        self.number_entries(false);
        let reworked = self.trial.as_ref().and_then(|trial| trial.measure.clone());
        self.measures.number('m', false, &|id| reworked.as_ref() == Some(id));
        self.scenarios.number('s', false, &|_| false);
    }

    /// An id that a measure names is not given again, so that the measure does not come to mean another entry than the
    /// one that was there; nor one that a measure adds, which would stand twice. What a trial adds is named apart from
    /// what the draft does.
    fn number_entries(&mut self, given: bool) {
        let named: Vec<(EntryList, EntryId)> =
            self.measures.iter().flat_map(|measure| measure.all_entry_ids()).collect();
        let is_named = |list| {
            let named = &named;
            move |id: &EntryId| named.iter().any(|(of, one)| *of == list && one == id)
        };
        let letter = |letter| if self.trial.is_some() { 't' } else { letter };
        let (f, m, e) = (letter('f'), letter('m'), letter('e'));
        self.finance.number(f, given, &is_named(EntryList::Finance));
        self.members.number(m, given, &is_named(EntryList::Members));
        self.evidence.number(e, given, &is_named(EntryList::Evidence));
    }
}
