//! In what two drafts differ: one path with its value on each side, or an entry that only one side has.

use super::measure::{Entry, Path, Value};
use super::{Draft, EntryId, EntryList, Evidence, FinanceYear, Identified, List, Member};
use crate::policy::{Figure, Policy};

/// One difference between a draft and another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    Value {
        path: Path,
        a: Value,
        b: Value,
    },
    /// An entry that the first has and the second has not.
    OnlyA(Entry),
    OnlyB(Entry),
}

impl Difference {
    pub fn path(&self) -> Option<&Path> {
        match self {
            Difference::Value { path, .. } => Some(path),
            _ => None,
        }
    }

    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Difference::OnlyA(entry) | Difference::OnlyB(entry) => Some(entry),
            Difference::Value { .. } => None,
        }
    }

    /// Where a file would have it.
    pub fn write(&self, policy: &Policy) -> String {
        match self {
            Difference::Value { path, .. } => path.write(policy),
            Difference::OnlyA(entry) | Difference::OnlyB(entry) => format!("{}.{}", entry.list().id(), entry.id()),
        }
    }
}

/// An entry of a list that can be looked at without its id.
trait Compared: Identified + Clone + PartialEq {
    const LIST: EntryList;

    fn list(draft: &Draft) -> &List<Self>;
    fn entry(self) -> Entry;

    /// Takes out what was typed and is no value.
    fn clear_texts(&mut self);

    /// Whether it can be the other one after some changes.
    fn is_of_a_kind_with(&self, _other: &Self) -> bool {
        true
    }
}

impl Compared for FinanceYear {
    const LIST: EntryList = EntryList::Finance;

    fn list(draft: &Draft) -> &List<Self> {
        &draft.finance
    }

    fn entry(self) -> Entry {
        Entry::Finance(self)
    }

    fn clear_texts(&mut self) {
        self.year.text = None;
        Figure::ALL.iter().for_each(|figure| self.figure_mut(*figure).text = None);
    }
}

impl Compared for Member {
    const LIST: EntryList = EntryList::Members;

    fn list(draft: &Draft) -> &List<Self> {
        &draft.members
    }

    fn entry(self) -> Entry {
        Entry::Member(self)
    }

    fn clear_texts(&mut self) {
        self.contribution.text = None;
    }
}

impl Compared for Evidence {
    const LIST: EntryList = EntryList::Evidence;

    fn list(draft: &Draft) -> &List<Self> {
        &draft.evidence
    }

    fn entry(self) -> Entry {
        Entry::Evidence(self)
    }

    fn clear_texts(&mut self) {
        self.on.text = None;
    }

    /// What an entry says of itself depends on its category.
    fn is_of_a_kind_with(&self, other: &Self) -> bool {
        self.category == other.category
    }
}

/// All differences, in the order of the file. Entries are the same where both files carry their id, or else where
/// everything they say is the same.
pub fn differences(policy: &Policy, a: &Draft, b: &Draft) -> Vec<Difference> {
    let mut found = Vec::new();
    let stands_before_lists = |path: &Path| matches!(path, Path::PeriodFrom | Path::PeriodTo | Path::Fact(_));
    let (before, after): (Vec<Path>, Vec<Path>) =
        Path::of_draft(policy).into_iter().partition(stands_before_lists);
    before.iter().for_each(|path| compare(policy, (a, b), path, &mut found));
    entries::<FinanceYear>(policy, a, b, &mut found);
    entries::<Member>(policy, a, b, &mut found);
    entries::<Evidence>(policy, a, b, &mut found);
    after.iter().for_each(|path| compare(policy, (a, b), path, &mut found));
    found
}

fn compare(policy: &Policy, (a, b): (&Draft, &Draft), path: &Path, found: &mut Vec<Difference>) {
    if let (Some(one), Some(other)) = (path.value(policy, a), path.value(policy, b))
        && one != other
    {
        found.push(Difference::Value { path: path.clone(), a: one, b: other });
    }
}

fn entries<T: Compared>(policy: &Policy, a: &Draft, b: &Draft, found: &mut Vec<Difference>) {
    let (ones, others) = (T::list(a), T::list(b));
    if ones == others {
        return;
    }
    let is_pair = |one: &T, other: &T| one.id().is_same_entry(other.id()) && one.is_of_a_kind_with(other);
    let mut left: Vec<Option<&T>> = others.iter().map(Some).collect();
    let by_id = by_id(others);
    let mut alone = Vec::new();
    for one in ones.iter() {
        let at = by_id.binary_search_by(|(id, _)| (*id).cmp(one.id().as_str())).ok().map(|at| by_id[at].1);
        match at.filter(|at| left[*at].is_some_and(|other| is_pair(one, other))) {
            Some(at) => {
                left[at] = None;
                for path in Path::of_entry(T::LIST, one.id()) {
                    compare(policy, (a, b), &path, found);
                }
            }
            None => alone.push(one),
        }
    }
    let content = |entry: &T| {
        let mut entry = entry.clone();
        *entry.id_mut() = EntryId::default();
        entry.clear_texts();
        entry
    };
    let mut contents: Vec<Option<T>> = left.iter().map(|other| other.map(content)).collect();
    for one in alone {
        let own = Some(content(one));
        match contents.iter().position(|other| *other == own) {
            Some(at) => (left[at], contents[at]) = (None, None),
            None => found.push(Difference::OnlyA(one.clone().entry())),
        }
    }
    found.extend(left.into_iter().flatten().map(|other| Difference::OnlyB(other.clone().entry())));
}

/// The ids in order, each with its position.
fn by_id<T: Identified + Clone>(list: &List<T>) -> Vec<(&str, usize)> {
    let mut all: Vec<(&str, usize)> = list.iter().map(|one| one.id().as_str()).zip(0..).collect();
    all.sort_unstable();
    all
}
