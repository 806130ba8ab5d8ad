//! 举措 and 方案: what could be done, with what it costs, and which of it together.
//!
//! A measure is a list of [`Change`]s of the draft; what these come to is `crate::scenario`'s.

mod path;
mod value;

use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Draft, Entered, EntryId, EntryList, Evidence, FinanceYear, Member, number};
pub use path::{FinanceField, Obstacle, Path};
pub use value::{Shape, Value};

/// 举措: one thing that can be done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measure {
    pub id: EntryId,
    pub name: String,
    /// 万元; blank is nothing.
    pub cost: Entered<Decimal>,
    /// How many days it takes; blank is none.
    pub days: Entered<Decimal>,
    pub certainty: Certainty,
    /// Who sees to it.
    pub owner: String,
    pub note: String,
    pub changes: Arc<Vec<Change>>,
}

impl Measure {
    /// In millionths of 万元.
    pub fn cost(&self) -> i128 {
        self.cost.value.map_or(0, number::millionths)
    }

    pub fn days(&self) -> u64 {
        self.days.value.and_then(|days| u64::try_from(days.mantissa()).ok()).unwrap_or(0)
    }

    /// Whether it sets points that the centre claims. Claiming is no measure on the way to a target.
    pub fn claims(&self) -> bool {
        self.changes.iter().filter_map(Change::path).any(|path| matches!(path, Path::Pick(_)))
    }

    /// The entries of the draft that it changes or takes out.
    pub fn names_entries(&self) -> Vec<(EntryList, EntryId)> {
        self.changes.iter().flat_map(Change::names_entries).collect()
    }

    /// The same, and the ids of its own under which it adds entries.
    pub fn all_entry_ids(&self) -> Vec<(EntryList, EntryId)> {
        let added = self.changes.iter().filter_map(|change| match change {
            Change::Add(entry) => Some((entry.list(), entry.id().clone())),
            _ => None,
        });
        self.names_entries().into_iter().chain(added).collect()
    }
}

/// How likely it is that a measure works out. It is shown, and never multiplied into a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Certainty {
    Sure,
    #[default]
    Likely,
    Unsure,
}

impl Certainty {
    pub const ALL: [Certainty; 3] = [Certainty::Sure, Certainty::Likely, Certainty::Unsure];

    pub fn id(self) -> &'static str {
        match self {
            Certainty::Sure => "sure",
            Certainty::Likely => "likely",
            Certainty::Unsure => "unsure",
        }
    }

    pub fn from_id(id: &str) -> Option<Certainty> {
        Certainty::ALL.into_iter().find(|one| one.id() == id)
    }

    pub fn label(self) -> &'static str {
        match self {
            Certainty::Sure => "确定能成",
            Certainty::Likely => "很可能成",
            Certainty::Unsure => "没有把握",
        }
    }
}

/// One change of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Set {
        path: Path,
        to: Value,
    },
    /// By how much a number grows; may be negative.
    Increase {
        path: Path,
        by: Decimal,
    },
    /// A contribution that goes from one member to another, 万元, more than 0.
    Transfer {
        from: EntryId,
        to: EntryId,
        amount: Decimal,
    },
    /// A further entry; without an id of its own it is named after the measure.
    Add(Entry),
    Remove(EntryList, EntryId),
}

impl Change {
    /// What is set or increased.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Change::Set { path, .. } | Change::Increase { path, .. } => Some(path),
            _ => None,
        }
    }

    /// The entries of the draft that it changes or takes out.
    pub fn names_entries(&self) -> Vec<(EntryList, EntryId)> {
        match self {
            Change::Set { path, .. } | Change::Increase { path, .. } => {
                path.entry().map(|(list, id)| (list, id.clone())).into_iter().collect()
            }
            Change::Transfer { from, to, .. } => {
                [from, to].map(|id| (EntryList::Members, id.clone())).into_iter().collect()
            }
            Change::Remove(list, id) => vec![(*list, id.clone())],
            Change::Add(_) => Vec::new(),
        }
    }
}

impl Draft {
    /// A measure that is gone is in no scenario any more.
    pub fn remove_measure(&mut self, at: usize) {
        let Some(id) = self.measures.get(at).map(|measure| measure.id.clone()) else { return };
        self.measures.remove(at);
        for scenario in self.scenarios.iter_mut() {
            if scenario.measures.contains(&id) {
                Arc::make_mut(&mut scenario.measures).retain(|one| *one != id);
            }
        }
    }

    /// The entry with this id, of whichever list.
    pub fn entry(&self, list: EntryList, id: &EntryId) -> Option<Entry> {
        match list {
            EntryList::Finance => self.finance.with_id(id).cloned().map(Entry::Finance),
            EntryList::Members => self.members.with_id(id).cloned().map(Entry::Member),
            EntryList::Evidence => self.evidence.with_id(id).cloned().map(Entry::Evidence),
        }
    }
}

/// An entry of one of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    Finance(FinanceYear),
    Member(Member),
    Evidence(Evidence),
}

impl Entry {
    pub fn list(&self) -> EntryList {
        match self {
            Entry::Finance(_) => EntryList::Finance,
            Entry::Member(_) => EntryList::Members,
            Entry::Evidence(_) => EntryList::Evidence,
        }
    }

    pub fn id(&self) -> &EntryId {
        match self {
            Entry::Finance(year) => &year.id,
            Entry::Member(member) => &member.id,
            Entry::Evidence(entry) => &entry.id,
        }
    }

    /// The same entry under another id.
    pub fn named(mut self, id: EntryId) -> Entry {
        match &mut self {
            Entry::Finance(year) => year.id = id,
            Entry::Member(member) => member.id = id,
            Entry::Evidence(entry) => entry.id = id,
        }
        self
    }
}

/// 方案: some measures together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scenario {
    pub id: EntryId,
    pub name: String,
    pub note: String,
    /// Ids of measures of the draft, each once, in the order in which they were chosen.
    pub measures: Arc<Vec<EntryId>>,
}
