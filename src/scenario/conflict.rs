//! Measures that can't be meant together.

use crate::draft::field::MemberField;
use crate::draft::measure::Path;
use crate::draft::{Change, EntryId, EntryList, Measure};

/// Two of some measures, by their positions, and what they clash over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    pub one: usize,
    pub other: usize,
    pub over: Over,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Over {
    /// Both set it, to different values.
    Set(Path),
    /// One sets the number, the other increases or transfers it.
    Moved(Path),
    /// One takes the entry out, which the other changes or takes out.
    Removed(EntryList, EntryId),
}

/// Every pair that clashes.
pub fn all(measures: &[&Measure]) -> Vec<Clash> {
    let mut clashes = Vec::new();
    for (one, measure) in measures.iter().enumerate() {
        for (other, another) in measures.iter().enumerate().skip(one + 1) {
            clashes.extend(conflict(measure, another).map(|over| Clash { one, other, over }));
        }
    }
    clashes
}

/// What two measures clash over, if they do.
pub fn conflict(one: &Measure, other: &Measure) -> Option<Over> {
    one_way(one, other).or_else(|| one_way(other, one))
}

/// What of the first stands against something of the second.
fn one_way(one: &Measure, other: &Measure) -> Option<Over> {
    for change in one.changes.iter() {
        let found = other.changes.iter().find_map(|another| match (change, another) {
            (Change::Set { path, to }, Change::Set { path: same, to: value }) if path == same && to != value => {
                Some(Over::Set(path.clone()))
            }
            (Change::Set { path, .. }, _) if moves(another, path) => Some(Over::Moved(path.clone())),
            (Change::Remove(list, id), _) => {
                let named = another.names_entries().iter().any(|(of, one)| of == list && one == id);
                named.then(|| Over::Removed(*list, id.clone()))
            }
            _ => None,
        });
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether a change adds to the number at a path.
fn moves(change: &Change, path: &Path) -> bool {
    match (change, path) {
        (Change::Increase { path: one, .. }, _) => one == path,
        (Change::Transfer { from, to, .. }, Path::Member(id, MemberField::Contribution)) => id == from || id == to,
        _ => false,
    }
}
