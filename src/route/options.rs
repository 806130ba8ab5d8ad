//! What the sets of one group come to.

use super::combine::{Key, Set, Way, not_dominated};
use super::groups::{Bits, Group, bit};
use super::{MOST_TOGETHER, On};
use crate::draft::{Draft, Measure};
use crate::policy::Policy;
use crate::scenario::carry::carry;
use crate::scoring::{Assessment, Figures, assess_item};

/// The sets of a group that have figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    all: Vec<Tried>,
    /// Whether there is no other.
    pub is_whole: bool,
    /// How much more each item of the group could give at all: floor, declared, ceiling.
    potential: Vec<[i64; 3]>,
}

/// A set, and what it adds to floor, declared and ceiling in hundredths of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tried {
    set: Bits,
    gains: [i32; 3],
}

/// Sets that are followed at once in a group that is too large to try out whole.
const MOST_FOLLOWED: usize = 128;

/// One thing that depends on some of a group, worked out once for each set of those.
struct Table<T> {
    of: Bits,
    known: Vec<Option<T>>,
}

impl<T: Copy> Table<T> {
    fn new(of: Bits) -> Table<T> {
        Table { of, known: vec![None; 1 << of.count_ones()] }
    }

    fn get(&mut self, set: Bits, work_out: impl FnOnce(Bits) -> T) -> T {
        let own = set & self.of;
        let place = &mut self.known[packed(own, self.of)];
        *place.get_or_insert_with(|| work_out(own))
    }
}

/// The bits of a set that stand where the mask has some, moved together.
fn packed(set: Bits, mask: Bits) -> usize {
    let (mut packed, mut rest, mut place) = (0, mask, 0);
    while rest != 0 {
        let lowest = rest & rest.wrapping_neg();
        packed |= usize::from(set & lowest != 0) << place;
        rest ^= lowest;
        place += 1;
    }
    packed
}

fn places(set: Bits) -> impl Iterator<Item = usize> {
    let mut rest = set;
    std::iter::from_fn(move || {
        let place = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
        rest &= rest - 1;
        Some(place)
    })
}

fn gains(after: Figures, before: Figures) -> [i32; 3] {
    On::ALL.map(|on| (on.of(after) - on.of(before)).hundredths() as i32)
}

fn plus(one: [i32; 3], other: [i32; 3]) -> [i32; 3] {
    [one[0] + other[0], one[1] + other[1], one[2] + other[2]]
}

impl Options {
    pub fn of(
        policy: &'static Policy,
        draft: &Draft,
        base: &Assessment,
        measures: &[&Measure],
        group: &Group,
    ) -> Options {
        let chosen =
            |set: Bits| -> Vec<&Measure> { places(set).map(|place| measures[group.members[place]]).collect() };
        let gain_of = |item: usize, set: Bits| {
            let carried = carry(policy, draft, &chosen(set));
            gains(assess_item(policy, &carried.draft, item), base.items[item].figures)
        };
        let is_possible = |set: Bits| carry(policy, draft, &chosen(set)).problems.is_empty();
        let potential = group.items.iter().map(|(item, _)| {
            On::ALL.map(|on| (policy.items[*item].max - on.of(base.items[*item].figures)).hundredths())
        });
        let mut options = Options { all: Vec::new(), is_whole: true, potential: potential.collect() };
        if group.members.len() > MOST_TOGETHER {
            options.follow(group, &gain_of, &is_possible);
            return options;
        }
        // One by one: what is impossible by itself and can't be made possible by others.
        let lone = places(!0).take(group.members.len());
        let alone = lone.filter(|place| group.bound & bit(*place) == 0 && !is_possible(bit(*place)));
        let never = alone.fold(0, |never, place| never | bit(place));
        let mut items: Vec<(usize, Table<[i32; 3]>)> =
            group.items.iter().map(|(item, bits)| (*item, Table::new(*bits))).collect();
        let mut possible = Table::new(group.bound);
        for set in 0..1_u64 << group.members.len() {
            let clashes = places(set).any(|place| set & group.clashes[place] != 0);
            if set & never != 0 || clashes || !possible.get(set, is_possible) {
                continue;
            }
            let each = items.iter_mut().map(|(item, table)| table.get(set, |own| gain_of(*item, own)));
            options.all.push(Tried { set, gains: each.fold([0; 3], plus) });
        }
        options
    }

    /// Follows the most promising sets, measure by measure.
    fn follow(
        &mut self,
        group: &Group,
        gain_of: &dyn Fn(usize, Bits) -> [i32; 3],
        is_possible: &dyn Fn(Bits) -> bool,
    ) {
        self.is_whole = false;
        let mut followed = vec![Tried { set: 0, gains: [0; 3] }];
        for place in 0..group.members.len().min(64) {
            let further: Vec<Tried> = followed
                .iter()
                .map(|before| before.set | bit(place))
                .filter(|set| !places(*set).any(|place| set & group.clashes[place] != 0) && is_possible(*set))
                .map(|set| {
                    let each = group.items.iter().map(|(item, bits)| gain_of(*item, set & bits));
                    Tried { set, gains: each.fold([0; 3], plus) }
                })
                .collect();
            followed.extend(further);
            self.all.extend(followed.iter().copied());
            // Those that gain the most with the fewest go on.
            followed.sort_by_key(|tried| (std::cmp::Reverse(tried.gains[1]), tried.set.count_ones()));
            let few: Vec<Tried> =
                followed.iter().skip(MOST_FOLLOWED).step_by(8).take(MOST_FOLLOWED / 4).copied().collect();
            followed.truncate(MOST_FOLLOWED);
            followed.extend(few);
        }
        self.all.sort_unstable_by_key(|tried| tried.set);
        self.all.dedup();
    }

    /// The ways to take the group that no other one betters, of those that only have what is admitted and all that is
    /// forced; the least gain first.
    pub fn front(&self, measures: &[&Measure], group: &Group, on: On, admitted: Bits, forced: Bits) -> Vec<Way> {
        let admits = |tried: &&Tried| tried.set & !admitted == 0 && tried.set & forced == forced;
        let gain = |tried: &Tried| i64::from(tried.gains[on as usize]);
        let Some(least) = self.all.iter().filter(admits).map(gain).min() else { return Vec::new() };
        // One for each hundredth: a million sets are not sorted.
        let mut best: Vec<Option<Key>> = Vec::new();
        for tried in self.all.iter().filter(admits) {
            let at = (gain(tried) - least) as usize;
            if best.len() <= at {
                best.resize(at + 1, None);
            }
            let key = key(measures, group, tried.set);
            if best[at].is_none_or(|best| key < best) {
                best[at] = Some(key);
            }
        }
        let ways = (least..).zip(best).filter_map(|(gain, key)| Some(Way { gain, key: key? }));
        not_dominated(ways.collect())
    }

    /// As if each measure by itself brought its items all that they can give: one group for each.
    pub fn relaxed(
        &self,
        measures: &[&Measure],
        group: &Group,
        on: On,
        admitted: Bits,
        forced: Bits,
    ) -> Vec<Vec<Way>> {
        let mut groups = Vec::new();
        for (place, at) in group.members.iter().enumerate() {
            let of = bit(place);
            let touched = group.items.iter().zip(&self.potential).filter(|((_, bits), _)| bits & of != 0);
            let gain = touched.map(|(_, potential)| potential[on as usize]).sum();
            let taken =
                Way { gain, key: Key { cost: measures[*at].cost(), count: 1, set: Set::default().with(*at) } };
            let left = (forced & of == 0).then_some(Way { gain: 0, key: Key::default() });
            let taken = (admitted & of != 0 || forced & of != 0).then_some(taken);
            groups.push(not_dominated(left.into_iter().chain(taken).collect()));
        }
        groups
    }

    /// The most that the group can gain; where it was not tried out whole, no less than that.
    pub fn most(&self, group: &Group, on: On, admitted: Bits) -> i64 {
        if !self.is_whole {
            let touched = group.items.iter().zip(&self.potential).filter(|((_, bits), _)| bits & admitted != 0);
            return touched.map(|(_, potential)| potential[on as usize]).sum();
        }
        let tried = self.all.iter().filter(|tried| tried.set & !admitted == 0);
        tried.map(|tried| i64::from(tried.gains[on as usize])).max().unwrap_or(0)
    }
}

fn key(measures: &[&Measure], group: &Group, set: Bits) -> Key {
    let mut key = Key::default();
    for at in places(set).map(|place| group.members[place]) {
        key = Key { cost: key.cost + measures[at].cost(), count: key.count + 1, set: key.set.with(at) };
    }
    key
}
