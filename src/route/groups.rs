//! Which measures have something in common.

use crate::draft::field::MemberField;
use crate::draft::{Change, Draft, Entry, EntryId, EntryList, Measure, Path};
use crate::policy::Policy;
use crate::scenario::carry::whole_of;
use crate::scenario::conflict;
use crate::scoring::sources;

/// Measures that have something in common, directly or by way of others, by their positions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub members: Vec<usize>,
    /// Each item that one of them touches, with those that do, by bits of their places in the group.
    pub items: Vec<(usize, Bits)>,
    /// Those whose being possible can depend on others.
    pub bound: Bits,
    /// For each of them those that it clashes with.
    pub clashes: Vec<Bits>,
}

/// Some of a group by their places in it.
pub type Bits = u64;

impl Group {
    /// Those of the group that something holds of.
    pub fn bits(&self, holds: &dyn Fn(usize) -> bool) -> Bits {
        self.members.iter().enumerate().filter(|(_, at)| holds(**at)).fold(0, |bits, (place, _)| bits | bit(place))
    }
}

pub fn bit(place: usize) -> Bits {
    // A group of more than 64 is looked at in its first 64: it is not claimed to be searched.
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or(0)
}

/// Something that two measures can have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Common {
    Item(usize),
    Path(Path),
    Entry(EntryList, EntryId),
    /// A count and another that it is part of, by the former.
    Couple(usize),
    Period,
}

/// What a measure touches.
fn touched(policy: &'static Policy, draft: &Draft, measure: &Measure) -> Vec<Common> {
    let mut all = Vec::new();
    let items = |holds: &dyn Fn(usize) -> bool| {
        (0..policy.items.len()).filter(|at| holds(*at)).map(Common::Item).collect::<Vec<_>>()
    };
    let by_path = |path: &Path| items(&|at| sources::depends_on(&policy.items[at], at, draft, path));
    let by_entry = |entry: &Entry| items(&|at| sources::depends_on_entry(&policy.items[at], entry));
    for change in measure.changes.iter() {
        match change {
            Change::Set { path, .. } | Change::Increase { path, .. } => {
                all.push(Common::Path(path.clone()));
                all.extend(by_path(path));
                all.extend(couples(policy, path).into_iter().flat_map(|(couple, paths)| {
                    let items = paths.iter().flat_map(by_path).collect::<Vec<_>>();
                    items.into_iter().chain([couple])
                }));
            }
            Change::Transfer { to, .. } => {
                for field in [MemberField::Contribution, MemberField::Shareholder] {
                    all.extend(by_path(&Path::Member(to.clone(), field)));
                }
            }
            Change::Add(entry) => {
                all.extend(by_entry(entry));
                if !entry.id().as_str().is_empty() {
                    all.push(Common::Entry(entry.list(), entry.id().clone()));
                }
            }
            Change::Remove(list, id) => {
                let entry = match list {
                    EntryList::Finance => draft.finance.with_id(id).cloned().map(Entry::Finance),
                    EntryList::Members => draft.members.with_id(id).cloned().map(Entry::Member),
                    EntryList::Evidence => draft.evidence.with_id(id).cloned().map(Entry::Evidence),
                };
                all.extend(entry.iter().flat_map(by_entry));
            }
        }
    }
    all.extend(measure.names_entries().into_iter().map(|(list, id)| Common::Entry(list, id)));
    all
}

/// What stands or falls with a path: a part and its whole, the ends of the period.
fn couples(policy: &Policy, path: &Path) -> Vec<(Common, Vec<Path>)> {
    match path {
        Path::Fact(at) => (0..policy.facts.len())
            .filter_map(|part| Some((part, whole_of(policy, part)?)))
            .filter(|(part, whole)| part == at || whole == at)
            .map(|(part, whole)| (Common::Couple(part), vec![Path::Fact(part), Path::Fact(whole)]))
            .collect(),
        Path::PeriodFrom | Path::PeriodTo => vec![(Common::Period, vec![Path::PeriodFrom])],
        _ => Vec::new(),
    }
}

/// Whether with others a measure can be possible or impossible that by itself is not.
fn is_bound(policy: &Policy, measure: &Measure) -> bool {
    measure.changes.iter().any(|change| match change {
        // An entry may stand in the way of another of its id until it is taken out.
        Change::Increase { .. } | Change::Transfer { .. } | Change::Remove(..) => true,
        Change::Set { path, .. } => {
            !couples(policy, path).is_empty()
                || matches!(path, Path::Member(_, MemberField::Shareholder | MemberField::Contribution))
        }
        Change::Add(entry) => !entry.id().as_str().is_empty(),
    })
}

/// Splits measures into groups that have nothing in common.
pub fn split(policy: &'static Policy, draft: &Draft, measures: &[&Measure]) -> Vec<Group> {
    let touched: Vec<Vec<Common>> = measures.iter().map(|measure| touched(policy, draft, measure)).collect();
    let mut group_of: Vec<usize> = (0..measures.len()).collect();
    for one in 0..measures.len() {
        for other in 0..one {
            let joined = group_of[one] == group_of[other];
            let common = || touched[one].iter().any(|what| touched[other].contains(what));
            if !joined && (common() || conflict(measures[one], measures[other]).is_some()) {
                let (from, to) = (group_of[one], group_of[other]);
                group_of.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
            }
        }
    }
    let groups = (0..measures.len())
        .map(|group| (0..measures.len()).filter(|at| group_of[*at] == group).collect::<Vec<_>>());
    groups
        .filter(|members| !members.is_empty())
        .map(|members| group(policy, measures, &touched, members))
        .collect()
}

fn group(policy: &Policy, measures: &[&Measure], touched: &[Vec<Common>], members: Vec<usize>) -> Group {
    let mut group = Group { members, items: Vec::new(), bound: 0, clashes: Vec::new() };
    for item in 0..policy.items.len() {
        let bits = group.bits(&|at| touched[at].contains(&Common::Item(item)));
        if bits != 0 {
            group.items.push((item, bits));
        }
    }
    group.bound = group.bits(&|at| is_bound(policy, measures[at]));
    let clashes =
        |one: usize| group.bits(&|other| other != one && conflict(measures[one], measures[other]).is_some());
    group.clashes = group.members.iter().map(|one| clashes(*one)).collect();
    group
}
