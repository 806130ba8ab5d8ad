//! What of a scenario is done once some of its differences were taken over: it would count twice if it stayed.

use std::sync::Arc;

use crate::draft::field::MemberField;
use crate::draft::{Change, Difference, Draft, Entry, EntryId, Measure, Path};

/// The two members of a transfer.
fn ends(change: &Change) -> Option<[&EntryId; 2]> {
    match change {
        Change::Transfer { from, to, .. } => Some([from, to]),
        _ => None,
    }
}

/// Whether a difference is one that a transfer between members brings about.
pub fn is_moved(difference: &Difference, members: &[&EntryId]) -> bool {
    match difference.path() {
        Some(Path::Member(id, MemberField::Contribution | MemberField::Shareholder)) => members.contains(&id),
        _ => false,
    }
}

/// The members between whom something moves by transfers that have to do with some differences: what one has lost another
/// has got, so that these differences go together.
pub fn moved<'a>(measures: &[&'a Measure], wanted: &[&Difference]) -> Vec<&'a EntryId> {
    let transfers = || measures.iter().flat_map(|measure| measure.changes.iter()).filter_map(ends);
    let mut members: Vec<&EntryId> =
        transfers().flatten().filter(|id| wanted.iter().any(|one| is_moved(one, &[id]))).collect();
    loop {
        let joined = |ends: &[&EntryId; 2]| ends.iter().any(|id| members.contains(id));
        let more: Vec<&EntryId> =
            transfers().filter(joined).flatten().filter(|id| !members.contains(id)).collect();
        if more.is_empty() {
            return members;
        }
        members.extend(more);
    }
}

/// Takes out of the measures of a scenario what these differences were, so that its figures stay what they are; a measure of
/// which nothing is left goes, also from other scenarios.
pub fn take_out(draft: &mut Draft, scenario: &[EntryId], taken: &[&Difference]) {
    let before = draft.measures.clone();
    let measures: Vec<&Measure> = before.iter().filter(|one| scenario.contains(&one.id)).collect();
    let members = moved(&measures, taken);
    let mut added: Vec<&Entry> = taken.iter().filter_map(|one| only_b(one)).collect();
    for measure in measures {
        let left: Vec<Change> = measure
            .changes
            .iter()
            .filter(|change| !is_done(change, taken, &members, &mut added))
            .cloned()
            .collect();
        if left.len() == measure.changes.len() {
            continue;
        }
        let Some(at) = draft.measures.position_of(&measure.id) else { continue };
        if left.is_empty() {
            draft.remove_measure(at);
        } else if let Some(one) = draft.measures.get_mut(at) {
            one.changes = Arc::new(left);
        }
    }
}

fn only_b(difference: &Difference) -> Option<&Entry> {
    match difference {
        Difference::OnlyB(entry) => Some(entry),
        _ => None,
    }
}

fn is_done(change: &Change, taken: &[&Difference], members: &[&EntryId], added: &mut Vec<&Entry>) -> bool {
    match change {
        Change::Set { path, .. } | Change::Increase { path, .. } => {
            taken.iter().any(|one| one.path() == Some(path))
        }
        Change::Transfer { from, .. } => members.contains(&from),
        Change::Remove(list, id) => taken
            .iter()
            .any(|one| matches!(one, Difference::OnlyA(entry) if entry.list() == *list && entry.id() == id)),
        // Under whatever name it was added; of several that are alike, one for each that was taken.
        Change::Add(entry) => {
            let plain = |entry: &Entry| entry.clone().named(EntryId::default());
            let at = added.iter().position(|one| plain(one) == plain(entry));
            at.map(|at| added.remove(at)).is_some()
        }
    }
}
