//! Which measures have something in common.

use crate::draft::field::MemberField;
use crate::draft::{Change, Draft, Entry, EntryId, EntryList, Measure, Path};
use crate::policy::{Policy, in_order};
use crate::scenario::carry::whole_of;
use crate::scenario::conflict;
use crate::scoring::sources;

/// Measures that have something in common, directly or by way of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Their positions, in order. What is said of them below is in the same order: by their places in the group.
    pub members: Vec<usize>,
    /// The items that each touches.
    pub touched: Vec<Vec<usize>>,
    /// Whether being possible can depend on others.
    pub is_bound: Vec<bool>,
    /// Places of those that each clashes with.
    pub clashes: Vec<Vec<usize>>,
}

impl Group {
    /// Every item that one of them touches.
    pub fn items(&self) -> Vec<usize> {
        let mut all = in_order(self.touched.concat(), |item| *item);
        all.dedup();
        all
    }

    /// Of each of the group, whether something holds of it.
    pub fn flags(&self, holds: impl Fn(usize) -> bool) -> Vec<bool> {
        self.members.iter().map(|at| holds(*at)).collect()
    }
}

/// Of two sets by bits, of one size: whether the first place in which they differ is the first one's.
pub fn is_first(one: u32, other: u32) -> bool {
    one != other && one & (1 << (one ^ other).trailing_zeros()) != 0
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

/// What a measure touches. Whoever is a shareholder and stays one does not become one by a transfer.
fn touched(
    policy: &'static Policy,
    draft: &Draft,
    measure: &Measure,
    stays_shareholder: &dyn Fn(&EntryId) -> bool,
) -> Vec<Common> {
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
                all.extend(by_path(&Path::Member(to.clone(), MemberField::Contribution)));
                if !stays_shareholder(to) {
                    all.extend(by_path(&Path::Member(to.clone(), MemberField::Shareholder)));
                }
            }
            Change::Add(entry) => {
                all.extend(by_entry(entry));
                if !entry.id().as_str().is_empty() {
                    all.push(Common::Entry(entry.list(), entry.id().clone()));
                }
            }
            Change::Remove(list, id) => {
                all.extend(draft.entry(*list, id).iter().flat_map(by_entry));
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
    let paths = measures.iter().flat_map(|measure| measure.changes.iter().filter_map(Change::path));
    let stays_shareholder = |id: &EntryId| {
        let is_one = draft.members.with_id(id).is_some_and(|member| member.shareholder);
        is_one && !paths.clone().any(|path| *path == Path::Member(id.clone(), MemberField::Shareholder))
    };
    let touched: Vec<Vec<Common>> =
        measures.iter().map(|measure| touched(policy, draft, measure, &stays_shareholder)).collect();
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
    let items = |at: &usize| {
        let touches = |item: &usize| touched[*at].contains(&Common::Item(*item));
        (0..policy.items.len()).filter(touches).collect()
    };
    let clashes = |one: &usize| {
        let with = |other: &usize| other != one && conflict(measures[*one], measures[*other]).is_some();
        (0..members.len()).filter(|place| with(&members[*place])).collect()
    };
    Group {
        touched: members.iter().map(items).collect(),
        is_bound: members.iter().map(|at| is_bound(policy, measures[*at])).collect(),
        clashes: members.iter().map(clashes).collect(),
        members,
    }
}
