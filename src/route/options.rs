//! What the sets of one group come to, where all of them are tried out.

use super::combine::{Key, Set, Way, not_dominated};
use super::ground::{Gains, Ground, plus};
use super::groups::Group;
use super::{On, groups};
use crate::draft::{Change, Measure};

/// Some of a group by their places in it.
type Bits = u32;

/// The sets of a group that have figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole(Vec<Tried>);

/// A set, and what it gains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tried {
    set: Bits,
    gains: Gains,
}

/// What depends on the same ones of a group: items, and whether it is possible at all. It is worked out once for each set
/// of these.
struct Part {
    of: Bits,
    items: Vec<usize>,
    decides: bool,
    known: Vec<Known>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    NotYet,
    Impossible,
    Gains(Gains),
}

fn bit(place: usize) -> Bits {
    1 << place
}

fn places(set: Bits) -> impl Iterator<Item = usize> {
    let mut rest = set;
    std::iter::from_fn(move || {
        let place = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
        rest &= rest - 1;
        Some(place)
    })
}

/// The bits of a set that stand where the mask has some, moved together.
fn packed(set: Bits, mask: Bits) -> usize {
    // Mostly the mask is the whole group, or no bit is missing below its last.
    if mask & (mask + 1) == 0 {
        return set as usize;
    }
    places(mask).enumerate().fold(0, |packed, (to, from)| packed | ((set >> from) as usize & 1) << to)
}

/// Measures of a group that come to the same, one for another: which of them are taken makes no difference.
struct Alike(Vec<Bits>);

impl Alike {
    fn of(ground: &Ground, group: &Group) -> Alike {
        let mut kinds: Vec<(Vec<Change>, Bits)> = Vec::new();
        for (place, at) in group.members.iter().enumerate() {
            let changes = ground.nameless(*at);
            match kinds.iter_mut().find(|(kind, _)| *kind == changes) {
                Some((_, bits)) => *bits |= bit(place),
                None => kinds.push((changes, bit(place))),
            }
        }
        Alike(kinds.into_iter().map(|(_, bits)| bits).filter(|bits| bits.count_ones() > 1).collect())
    }

    /// The first ones of each kind in place of those that are taken.
    fn first_ones(&self, mut set: Bits) -> Bits {
        for kind in &self.0 {
            let count = (set & kind).count_ones() as usize;
            set = places(*kind).take(count).fold(set & !kind, |set, place| set | bit(place));
        }
        set
    }
}

impl Part {
    /// The parts of a group, first the one that decides what is possible.
    fn of(group: &Group) -> Vec<Part> {
        let new = |of: Bits, decides| Part {
            of,
            items: Vec::new(),
            decides,
            known: vec![Known::NotYet; 1 << of.count_ones()],
        };
        let bits = |holds: &dyn Fn(usize) -> bool| {
            (0..group.members.len()).filter(|place| holds(*place)).fold(0, |bits, place| bits | bit(place))
        };
        let mut parts = vec![new(bits(&|place| group.is_bound[place]), true)];
        for item in group.items() {
            let of = bits(&|place| group.touched[place].contains(&item));
            match parts.iter_mut().find(|part| part.of == of) {
                Some(part) => part.items.push(item),
                None => parts.push(Part { items: vec![item], ..new(of, false) }),
            }
        }
        parts
    }

    fn get(&mut self, set: Bits, ground: &Ground, group: &Group) -> Option<Gains> {
        let own = set & self.of;
        let place = &mut self.known[packed(own, self.of)];
        if *place == Known::NotYet {
            let positions = places(own).map(|place| group.members[place]);
            *place = match self.decides {
                true => ground.gains(positions, &self.items).map_or(Known::Impossible, Known::Gains),
                false => Known::Gains(ground.gains_anyhow(positions, &self.items)),
            };
        }
        if let Known::Gains(gains) = place { Some(*gains) } else { None }
    }
}

impl Whole {
    /// Tries out every set of a group of no more than [`super::MOST_TOGETHER`].
    pub fn of(ground: &Ground, group: &Group) -> Whole {
        let (mut parts, alike) = (Part::of(group), Alike::of(ground, group));
        let size = group.members.len();
        let clashes: Vec<Bits> =
            group.clashes.iter().map(|with| with.iter().fold(0, |bits, place| bits | bit(*place))).collect();
        // One by one: what is impossible by itself and can't be made possible by others.
        let alone = (0..size).filter(|place| !group.is_bound[*place]);
        let never = alone
            .filter(|place| ground.gains([group.members[*place]].into_iter(), &[]).is_none())
            .fold(0, |never, place| never | bit(place));
        let mut all = Vec::new();
        'sets: for set in 0..bit(size) {
            if set & never != 0 || places(set).any(|place| set & clashes[place] != 0) {
                continue;
            }
            let mut gains = [0; 3];
            let same = alike.first_ones(set);
            for part in &mut parts {
                let Some(more) = part.get(same, ground, group) else { continue 'sets };
                gains = plus(gains, more);
            }
            all.push(Tried { set, gains });
        }
        Whole(all)
    }

    /// The ways to take the group that no other one betters, of those that only have what is admitted and all that is
    /// forced; the least gain first.
    pub fn front(
        &self,
        measures: &[&Measure],
        group: &Group,
        on: On,
        admitted: &[bool],
        forced: &[bool],
    ) -> Vec<Way> {
        let bits =
            |flags: &[bool]| flags.iter().zip(0..).fold(0, |bits, (flag, at)| bits | Bits::from(*flag) << at);
        let (admitted, forced) = (bits(admitted), bits(forced));
        let admits = |tried: &&Tried| tried.set & !admitted == 0 && tried.set & forced == forced;
        let gain = |tried: &Tried| i64::from(tried.gains[on as usize]);
        let Some(least) = self.0.iter().filter(admits).map(gain).min() else { return Vec::new() };
        // One for each hundredth: a million sets are not sorted.
        let mut best: Vec<Option<Short>> = Vec::new();
        for tried in self.0.iter().filter(admits) {
            let at = (gain(tried) - least) as usize;
            if best.len() <= at {
                best.resize(at + 1, None);
            }
            let short = Short::of(measures, group, tried.set);
            if best[at].is_none_or(|best| short.is_less_than(best)) {
                best[at] = Some(short);
            }
        }
        let ways = (least..).zip(best).filter_map(|(gain, short)| Some(Way { gain, key: short?.key(group) }));
        not_dominated(ways.collect())
    }

    /// The most that the group can gain.
    pub fn most(&self, on: On, admitted: &[bool]) -> i64 {
        let left_out = admitted.iter().zip(0..).fold(0, |bits, (flag, at)| bits | Bits::from(!flag) << at);
        let tried = self.0.iter().filter(|tried| tried.set & left_out == 0);
        tried.map(|tried| i64::from(tried.gains[on as usize])).max().unwrap_or(0)
    }
}

/// A key within one group. Its members stand in the order of their ids.
#[derive(Clone, Copy)]
struct Short {
    cost: i128,
    set: Bits,
}

impl Short {
    fn of(measures: &[&Measure], group: &Group, set: Bits) -> Short {
        Short { cost: places(set).map(|place| measures[group.members[place]].cost()).sum(), set }
    }

    fn is_less_than(self, other: Short) -> bool {
        let size = |short: Short| (short.cost, short.set.count_ones());
        size(self) < size(other) || (size(self) == size(other) && groups::is_first(self.set, other.set))
    }

    fn key(self, group: &Group) -> Key {
        let set = Set::of(places(self.set).map(|place| group.members[place]));
        Key { cost: self.cost, count: self.set.count_ones(), set }
    }
}
