//! A group that has too many measures for every set of them to be tried out: the most promising ones are, and there is a
//! bound on what the others can be.

use std::cmp::Reverse;

use super::On;
use super::combine::{Key, Set, Way, not_dominated};
use super::ground::{Gains, Ground};
use super::groups::Group;
use crate::draft::Measure;
use crate::policy::in_order;

/// Sets that are followed at once.
const MOST_FOLLOWED: usize = 128;

/// So many measures are also tried out two by two.
const MOST_PAIRED: usize = 60;

/// The sets that were tried out, by places in the group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed(Vec<Found>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    set: Set,
    gains: Gains,
}

impl Found {
    /// A set, where it is possible and no two of it clash.
    fn of(ground: &Ground, group: &Group, set: Set) -> Option<Found> {
        let clash = |place: usize| group.clashes[place].iter().any(|other| set.meets(&Set::of([*other])));
        if set.positions().any(clash) {
            return None;
        }
        let gains = ground.gains(set.positions().map(|place| group.members[place]), &group.items())?;
        Some(Found { set, gains })
    }

    fn key(&self, measures: &[&Measure], group: &Group) -> Key {
        let set = Set::of(self.set.positions().map(|place| group.members[place]));
        Key { cost: set.positions().map(|at| measures[at].cost()).sum(), count: set.len() as u32, set }
    }
}

fn those(flags: &[bool]) -> Set {
    Set::of((0..flags.len()).filter(|place| flags[*place]))
}

impl Followed {
    /// Follows the most promising sets, measure by measure.
    pub fn of(ground: &Ground, group: &Group) -> Followed {
        let mut all = vec![Found { set: Set::default(), gains: [0; 3] }];
        let mut followed = all.clone();
        // Few measures are the best more often than not, and nothing that is followed need begin with them.
        let size = group.members.len();
        let pairs =
            (0..if size > MOST_PAIRED { 0 } else { size }).flat_map(|one| (0..one).map(move |other| [other, one]));
        let few = (0..size).map(|one| Set::of([one])).chain(pairs.map(Set::of));
        all.extend(few.filter_map(|set| Found::of(ground, group, set)));
        for place in 0..group.members.len() {
            let with = |before: &Found| Found::of(ground, group, before.set.and(&Set::of([place])));
            let further: Vec<Found> = followed.iter().filter_map(with).collect();
            all.extend(further.iter().cloned());
            followed.extend(further);
            // Those that gain the most with the fewest go on, and some of the others.
            followed = in_order(followed, |found| (Reverse(found.gains[On::Declared as usize]), found.set.len()));
            let few: Vec<Found> =
                followed.iter().skip(MOST_FOLLOWED).step_by(8).take(MOST_FOLLOWED / 4).cloned().collect();
            followed.truncate(MOST_FOLLOWED);
            followed.extend(few);
        }
        Followed(all)
    }

    /// The ways to take the group that no other one betters, of those that were tried out.
    pub fn front(
        &self,
        (ground, measures): (&Ground, &[&Measure]),
        group: &Group,
        on: On,
        admitted: &[bool],
        forced: &[bool],
    ) -> Vec<Way> {
        let (admitted, forced) = (those(admitted), those(forced));
        let admits = |found: &&Found| found.set.is_within(&admitted) && forced.is_within(&found.set);
        let way = |found: &Found| Way { gain: found.gains[on as usize].into(), key: found.key(measures, group) };
        let mut ways: Vec<Way> = self.0.iter().filter(admits).map(way).collect();
        if forced.len() > 0 {
            // What must be in may not be in any that was followed: it is put to the best of these.
            let others = self.0.iter().filter(|found| found.set.is_within(&admitted));
            let mut others = in_order(others, |found| (Reverse(found.gains[on as usize]), found.set.len()));
            others.truncate(MOST_FOLLOWED);
            let nothing = Found { set: Set::default(), gains: [0; 3] };
            let with = |found: &Found| Found::of(ground, group, found.set.and(&forced)).filter(|one| admits(&one));
            let found = others.into_iter().chain([&nothing]).filter_map(with);
            ways.extend(found.map(|found| way(&found)));
        }
        not_dominated(ways)
    }
}

/// As if each measure by itself brought its items all that they can give: one group for each. No set gains more for less.
pub fn relaxed(
    (ground, measures): (&Ground, &[&Measure]),
    group: &Group,
    on: On,
    admitted: &[bool],
    forced: &[bool],
) -> Vec<Vec<Way>> {
    let ways = group.members.iter().enumerate().map(|(place, at)| {
        let gain = group.touched[place].iter().map(|item| ground.potential(*item, on)).sum();
        let taken = Way { gain, key: Key { cost: measures[*at].cost(), count: 1, set: Set::of([*at]) } };
        let taken = (admitted[place] || forced[place]).then_some(taken);
        let left = (!forced[place]).then_some(Way { gain: 0, key: Key::default() });
        not_dominated(left.into_iter().chain(taken).collect())
    });
    ways.collect()
}

/// No less than the most that the group can gain.
pub fn most(ground: &Ground, group: &Group, on: On, admitted: &[bool]) -> i64 {
    let is_touched = |item: &usize| (0..admitted.len()).any(|at| admitted[at] && group.touched[at].contains(item));
    group.items().iter().filter(|item| is_touched(item)).map(|item| ground.potential(*item, on)).sum()
}
