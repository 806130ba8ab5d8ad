//! Combining groups whose gains add up, by dynamic programming over hundredths of points.

use std::cmp::Ordering;

/// Some of the measures, by their positions in the order of their ids. The last word is never empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Set(Vec<u64>);

impl Set {
    pub fn of(positions: impl IntoIterator<Item = usize>) -> Set {
        let mut set = Set::default();
        for position in positions {
            let word = position / 64;
            if set.0.len() <= word {
                set.0.resize(word + 1, 0);
            }
            set.0[word] |= 1 << (position % 64);
        }
        set
    }

    pub fn positions(&self) -> impl Iterator<Item = usize> {
        let of_word = |(at, word): (usize, &u64)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let first = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(at * 64 + first)
            })
        };
        self.0.iter().enumerate().flat_map(of_word)
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    fn word(&self, at: usize) -> u64 {
        self.0.get(at).copied().unwrap_or(0)
    }

    /// Whether all of these are in another set.
    pub fn is_within(&self, other: &Set) -> bool {
        self.0.iter().enumerate().all(|(at, word)| word & !other.word(at) == 0)
    }

    pub fn meets(&self, other: &Set) -> bool {
        self.0.iter().enumerate().any(|(at, word)| word & other.word(at) != 0)
    }

    pub fn and(&self, other: &Set) -> Set {
        let mut all = Set::default();
        all.become_both(self, other);
        all
    }

    /// Becomes two sets together, where it is.
    fn become_both(&mut self, one: &Set, other: &Set) {
        self.0.clear();
        self.0.extend((0..one.0.len().max(other.0.len())).map(|at| one.word(at) | other.word(at)));
    }
}

/// Of two sets of one size, that one is less whose sorted ids are: the first measure in which they differ is its own.
/// What is added to both changes nothing of this, which is why groups can be combined one by one.
fn order(words: usize, one: impl Fn(usize) -> u64, other: impl Fn(usize) -> u64) -> Ordering {
    for at in 0..words {
        let (one, other) = (one(at), other(at));
        if one != other {
            let first = (one ^ other).trailing_zeros();
            return if one & (1 << first) != 0 { Ordering::Less } else { Ordering::Greater };
        }
    }
    Ordering::Equal
}

impl PartialOrd for Set {
    fn partial_cmp(&self, other: &Set) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Set {
    fn cmp(&self, other: &Set) -> Ordering {
        order(self.0.len().max(other.0.len()), |at| self.word(at), |at| other.word(at))
    }
}

/// What is least of all that reaches the target: cost, then number of measures, then their ids.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Key {
    pub cost: i128,
    pub count: u32,
    pub set: Set,
}

impl Key {
    /// Becomes two keys together, if these are less than what it is.
    fn lower(&mut self, one: &Key, other: &Key) {
        let (cost, count) = (one.cost + other.cost, one.count + other.count);
        let sets = || {
            let words = one.set.0.len().max(other.set.0.len()).max(self.set.0.len());
            order(words, |at| one.set.word(at) | other.set.word(at), |at| self.set.word(at))
        };
        if (cost, count).cmp(&(self.cost, self.count)).then_with(sets) == Ordering::Less {
            self.become_both(one, other);
        }
    }

    fn become_both(&mut self, one: &Key, other: &Key) {
        (self.cost, self.count) = (one.cost + other.cost, one.count + other.count);
        self.set.become_both(&one.set, &other.set);
    }
}

/// One way to take a group: what it gains, in hundredths of points, and what it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    pub gain: i64,
    pub key: Key,
}

/// Leaves of some ways those that no other one betters: more gain for less. The least gain comes first.
pub fn not_dominated(ways: Vec<Way>) -> Vec<Way> {
    let least = ways.iter().map(|way| way.gain).min().unwrap_or(0);
    // One for each hundredth: gains are no more than a table has.
    let mut by_gain: Vec<Option<Way>> = Vec::new();
    for way in ways {
        let at = (way.gain - least) as usize;
        if by_gain.len() <= at {
            by_gain.resize(at + 1, None);
        }
        if by_gain[at].as_ref().is_none_or(|best| way.key < best.key) {
            by_gain[at] = Some(way);
        }
    }
    let mut kept: Vec<Way> = Vec::new();
    for way in by_gain.into_iter().rev().flatten() {
        if kept.last().is_none_or(|best| way.key < best.key) {
            kept.push(way);
        }
    }
    kept.reverse();
    kept
}

/// The best key of one way a group, which together gain what is needed; or else the best of those that gain the most.
/// Whether it is enough. None where a group has no way.
pub fn best(groups: &[Vec<Way>], needed: i64) -> Option<(Key, bool)> {
    let mut ends = (0, 0);
    for ways in groups {
        let (first, last) = (ways.first()?, ways.last()?);
        ends = (ends.0 + first.gain, ends.1 + last.gain);
    }
    let (least, most) = ends;
    let needed = needed - least;
    // More than is needed is worth no more, and no more than all of it can be gained.
    let enough = needed.clamp(0, most - least);
    let mut reached = vec![Way { gain: 0, key: Key::default() }];
    for ways in groups {
        let first = ways.first()?.gain;
        let mut by_gain: Vec<Option<Key>> = vec![None; enough as usize + 1];
        for before in &reached {
            for way in ways {
                let gain = (before.gain + way.gain - first).min(enough);
                match &mut by_gain[gain as usize] {
                    Some(best) => best.lower(&before.key, &way.key),
                    place => place.insert(Key::default()).become_both(&before.key, &way.key),
                }
            }
        }
        let found = by_gain.into_iter().zip(0..).filter_map(|(key, gain)| Some(Way { gain, key: key? }));
        reached = not_dominated(found.collect());
    }
    let last = reached.pop()?;
    Some((last.key, last.gain >= needed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(gain: i64, cost: i128, positions: &[usize]) -> Way {
        let set = Set::of(positions.iter().copied());
        Way { gain, key: Key { cost, count: positions.len() as u32, set } }
    }

    #[test]
    fn of_sets_of_one_size_the_one_with_the_first_id_is_less() {
        let set = |positions: &[usize]| way(0, 0, positions).key.set;
        assert!(set(&[0, 9]) < set(&[1, 2]));
        assert!(set(&[3, 70]) < set(&[3, 71]));
        assert!(set(&[63, 64]) < set(&[64, 65]));
        assert!(set(&[5, 300]) < set(&[6, 7]));
        assert_eq!(set(&[0, 70]).positions().collect::<Vec<_>>(), [0, 70]);
        assert_eq!(set(&[0, 70]).len(), 2);
        assert!(set(&[70]).is_within(&set(&[0, 70])) && !set(&[0, 70]).is_within(&set(&[0])));
        assert!(set(&[1, 70]).meets(&set(&[70])) && !set(&[1, 70]).meets(&set(&[0, 71, 200])));
        assert_eq!(set(&[0]).and(&set(&[70])), set(&[70, 0]));
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
        let expected = |cost, positions: &[usize], enough| Some((way(0, cost, positions).key, enough));
        assert_eq!(best(&groups, -5), expected(0, &[0], true));
        assert_eq!(best(&groups, -4), expected(3, &[0, 1], true));
        assert_eq!(best(&groups, 10), expected(3, &[0, 1], true));
        assert_eq!(best(&groups, 11), expected(7, &[0, 1, 2], true));
        assert_eq!(best(&groups, 26), expected(7, &[0, 1, 2], false));
        assert_eq!(best(&[], 1), expected(0, &[], false));
        assert_eq!(best(&[], 0), expected(0, &[], true));
        assert_eq!(best(&[vec![way(0, 0, &[])], vec![]], 0), None);
    }

    /// Of equal costs and numbers the ids decide, whichever group they stand in.
    #[test]
    fn ties_are_broken_by_ids_across_groups() {
        let groups = [
            vec![way(0, 0, &[]), way(5, 1, &[3]), way(10, 2, &[3, 4])],
            vec![way(0, 0, &[]), way(5, 1, &[1]), way(10, 2, &[1, 70])],
        ];
        assert_eq!(best(&groups, 10), Some((way(10, 2, &[1, 3]).key, true)));
    }
}
