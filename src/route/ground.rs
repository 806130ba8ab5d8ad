//! What sets of measures are tried out on.

use crate::draft::{Change, Date, Draft, Entry, EntryId, EntryList, List, Measure, Member, Path};
use crate::policy::{Points, Policy};
use crate::scenario::carry::{Carried, apply, carry, has_waiting};
use crate::scoring::{Assessment, Figures, sources};

use super::On;
use super::groups::Group;

/// What a set adds to floor, declared and ceiling, in hundredths of points.
pub type Gains = [i32; 3];

pub fn plus(one: Gains, other: Gains) -> Gains {
    [one[0] + other[0], one[1] + other[1], one[2] + other[2]]
}

/// A draft, as far as some measures and some items have to do with it.
pub struct Ground<'a> {
    policy: &'static Policy,
    measures: &'a [&'a Measure],
    draft: Draft,
    base: &'a Assessment,
    /// Whether something that was typed can come to count.
    has_waiting: bool,
    /// Whether the period stays as it is.
    is_period_kept: bool,
}

impl<'a> Ground<'a> {
    /// For a group: entries are left out that none of its measures names and none of its items looks at.
    pub fn of(
        policy: &'static Policy,
        draft: &Draft,
        base: &'a Assessment,
        measures: &'a [&'a Measure],
        group: &Group,
    ) -> Ground<'a> {
        let items = group.items();
        let named: Vec<_> = group.members.iter().flat_map(|at| measures[*at].all_entry_ids()).collect();
        let is_named = |list: EntryList, id: &EntryId| named.iter().any(|(of, one)| *of == list && one == id);
        let counts =
            |entry: &Entry| items.iter().any(|item| sources::depends_on_entry(&policy.items[*item], entry));
        let mut draft = draft.clone();
        let stays = |entry: Entry| is_named(entry.list(), entry.id()) || counts(&entry);
        keep(&mut draft.finance, |row| stays(Entry::Finance(row.clone())));
        keep(&mut draft.members, |member| stays(Entry::Member(member.clone())));
        keep(&mut draft.evidence, |entry| stays(Entry::Evidence(entry.clone())));
        let has_waiting = has_waiting(policy, &draft);
        let sets_period = |at: &usize| {
            let mut paths = measures[*at].changes.iter().filter_map(Change::path);
            paths.any(|path| matches!(path, Path::PeriodFrom | Path::PeriodTo))
        };
        let is_period_kept = !has_waiting && !group.members.iter().any(sets_period);
        Ground { policy, measures, draft, base, has_waiting, is_period_kept }
    }

    /// The changes of a measure, with nothing in what it adds that makes no difference to any figure.
    pub fn nameless(&self, position: usize) -> Vec<Change> {
        let nameless = |entry: &Entry| match entry.clone() {
            Entry::Finance(row) => Entry::Finance(row),
            Entry::Member(member) => Entry::Member(Member { name: String::new(), ..member }),
            Entry::Evidence(mut entry) => {
                (entry.title, entry.number) = (String::new(), String::new());
                let is_inside = |on: &Date| self.is_period_kept && self.draft.period.holds(*on);
                if entry.on.value.as_ref().is_some_and(is_inside) {
                    entry.on = self.draft.period.from.clone();
                }
                Entry::Evidence(entry)
            }
        };
        let changes = self.measures[position].changes.iter().map(|change| match change {
            Change::Add(entry) => Change::Add(nameless(entry)),
            other => other.clone(),
        });
        changes.collect()
    }

    /// The measures at these positions, carried out.
    fn carried(&self, positions: impl Iterator<Item = usize>) -> Carried {
        let chosen: Vec<&Measure> = positions.map(|at| self.measures[at]).collect();
        let carry = if self.has_waiting { carry } else { apply };
        carry(self.policy, &self.draft, &chosen)
    }

    /// What these items gain by it; none where it is impossible.
    pub fn gains(&self, positions: impl Iterator<Item = usize>, items: &[usize]) -> Option<Gains> {
        let carried = self.carried(positions);
        carried.problems.is_empty().then(|| self.gains_of(&carried, items))
    }

    /// What these items gain, possible or not: the whole is then found impossible elsewhere.
    pub fn gains_anyhow(&self, positions: impl Iterator<Item = usize>, items: &[usize]) -> Gains {
        self.gains_of(&self.carried(positions), items)
    }

    fn gains_of(&self, carried: &Carried, items: &[usize]) -> Gains {
        let after = sources::figures(self.policy, &carried.draft, items);
        let each = items.iter().zip(after).map(|(item, after)| difference(after, self.base.items[*item].figures));
        each.fold([0; 3], plus)
    }

    /// How much more an item could give at all.
    pub fn potential(&self, item: usize, on: On) -> i64 {
        (self.policy.items[item].max - on.of(self.base.items[item].figures)).hundredths()
    }
}

fn difference(after: Figures, before: Figures) -> Gains {
    let hundredths = |points: Points| points.hundredths() as i32;
    On::ALL.map(|on| hundredths(on.of(after) - on.of(before)))
}

fn keep<T: Clone>(list: &mut List<T>, holds: impl Fn(&T) -> bool) {
    if !list.iter().all(&holds) {
        *list = list.iter().filter(|entry| holds(entry)).cloned().collect();
    }
}
