//! Combining groups whose gains add up, by dynamic programming over hundredths of points.

use std::cmp::Ordering;

/// Some of the measures, by their positions in the order of their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Set([u64; WORDS]);

const WORDS: usize = 4;

impl Set {
    /// As many measures as can be told apart.
    pub const MOST: usize = 64 * WORDS;

    pub fn with(mut self, position: usize) -> Set {
        if let Some(word) = self.0.get_mut(position / 64) {
            *word |= 1 << (position % 64);
        }
        self
    }

    pub fn and(self, other: Set) -> Set {
        let mut all = self;
        all.0.iter_mut().zip(other.0).for_each(|(word, other)| *word |= other);
        all
    }

    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..Set::MOST).filter(move |at| self.0[at / 64] & (1 << (at % 64)) != 0)
    }
}

impl PartialOrd for Set {
    fn partial_cmp(&self, other: &Set) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Of two sets of one size, that one is less whose sorted ids are: the first measure in which they differ is its own.
/// What is added to both changes nothing of this, which is why groups can be combined one by one.
impl Ord for Set {
    fn cmp(&self, other: &Set) -> Ordering {
        let differing = self.0.iter().zip(other.0).find(|(one, other)| *one != other);
        differing.map_or(Ordering::Equal, |(one, other)| {
            let first = (one ^ other).trailing_zeros();
            if one & (1 << first) != 0 { Ordering::Less } else { Ordering::Greater }
        })
    }
}

/// What is least of all that reaches the target: cost, then number of measures, then their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Key {
    pub cost: i128,
    pub count: u32,
    pub set: Set,
}

impl Key {
    fn and(self, other: Key) -> Key {
        Key { cost: self.cost + other.cost, count: self.count + other.count, set: self.set.and(other.set) }
    }
}

/// One way to take a group: what it gains, in hundredths of points, and what it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    pub gain: i64,
    pub key: Key,
}

/// Leaves of some ways those that no other one betters: more gain for less. The least gain comes first.
pub fn not_dominated(mut ways: Vec<Way>) -> Vec<Way> {
    ways.sort_unstable_by(|one, other| other.gain.cmp(&one.gain).then_with(|| one.key.cmp(&other.key)));
    let mut best: Option<Key> = None;
    ways.retain(|way| {
        let is_better = best.is_none_or(|best| way.key < best);
        if is_better {
            best = Some(way.key);
        }
        is_better
    });
    ways.reverse();
    ways
}

/// The best key of one way a group, which together gain what is needed; or else the best of those that gain the most.
/// Whether it is enough. Every group has a way.
pub fn best(groups: &[Vec<Way>], needed: i64) -> (Key, bool) {
    let least: i64 = groups.iter().filter_map(|ways| ways.first()).map(|way| way.gain).sum();
    let needed = needed - least;
    // More than is needed is worth no more, and no more than all of it can be gained.
    let enough = needed
        .clamp(0, most(groups.iter().map(Vec::as_slice).map(most_of).collect::<Vec<_>>().as_slice()) - least);
    let mut reached = vec![Way { gain: 0, key: Key::default() }];
    for ways in groups {
        let first = ways.first().map_or(0, |way| way.gain);
        let mut by_gain: Vec<Option<Key>> = vec![None; enough as usize + 1];
        for before in &reached {
            for way in ways {
                let gain = (before.gain + way.gain - first).min(enough);
                let place = &mut by_gain[gain as usize];
                let key = before.key.and(way.key);
                if place.is_none_or(|best| key < best) {
                    *place = Some(key);
                }
            }
        }
        let found = by_gain.into_iter().zip(0..).filter_map(|(key, gain)| Some(Way { gain, key: key? }));
        reached = not_dominated(found.collect());
    }
    let last = reached.last().copied().unwrap_or(Way { gain: 0, key: Key::default() });
    (last.key, last.gain >= needed)
}

fn most_of(ways: &[Way]) -> i64 {
    ways.last().map_or(0, |way| way.gain)
}

/// The most that all can gain together.
pub fn most(gains: &[i64]) -> i64 {
    gains.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(gain: i64, cost: i128, positions: &[usize]) -> Way {
        let set = positions.iter().fold(Set::default(), |set, at| set.with(*at));
        Way { gain, key: Key { cost, count: positions.len() as u32, set } }
    }

    #[test]
    fn of_sets_of_one_size_the_one_with_the_first_id_is_less() {
        let set = |positions: &[usize]| way(0, 0, positions).key.set;
        assert!(set(&[0, 9]) < set(&[1, 2]));
        assert!(set(&[3, 70]) < set(&[3, 71]));
        assert!(set(&[63, 64]) < set(&[64, 65]));
        assert_eq!(set(&[0, 70]).positions().collect::<Vec<_>>(), [0, 70]);
    }

    #[test]
    fn only_ways_that_gain_more_for_more_are_kept() {
        let ways = vec![way(0, 0, &[]), way(100, 5, &[0]), way(100, 4, &[1]), way(90, 6, &[2]), way(200, 4, &[3])];
        // The second is no dearer than the third, and its id comes first.
        assert_eq!(not_dominated(ways), [way(0, 0, &[]), way(100, 4, &[1]), way(200, 4, &[3])]);
        let ways = vec![way(0, 0, &[]), way(100, 4, &[3]), way(200, 4, &[1])];
        assert_eq!(not_dominated(ways), [way(0, 0, &[]), way(200, 4, &[1])]);
    }

    #[test]
    fn groups_are_combined_to_the_hundredth() {
        let groups = [vec![way(-5, 0, &[0]), way(10, 3, &[0, 1])], vec![way(0, 0, &[]), way(15, 4, &[2])]];
        assert_eq!(best(&groups, -5), (way(0, 0, &[0]).key, true));
        assert_eq!(best(&groups, -4), (way(0, 3, &[0, 1]).key, true));
        assert_eq!(best(&groups, 10), (way(0, 3, &[0, 1]).key, true));
        assert_eq!(best(&groups, 11), (way(0, 7, &[0, 1, 2]).key, true));
        assert_eq!(best(&groups, 26), (way(0, 7, &[0, 1, 2]).key, false));
        assert_eq!(best(&[], 1), (Key::default(), false));
        assert_eq!(best(&[], 0), (Key::default(), true));
    }
}
