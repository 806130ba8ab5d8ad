//! 达标路径: the cheapest measures to a target, and that there are no cheaper ones.
//!
//! Figures of items are rounded to hundredths before they are summed, so measures that touch no common item add up exactly.
//! [`Explored`] splits them into groups that have something in common ([`groups`]), tries out every set within a group
//! ([`options`]) on what of the draft has to do with it ([`ground`]), and combines the groups over hundredths of points
//! ([`combine`]). Only a group of more than [`MOST_TOGETHER`] is searched without trying everything ([`followed`]); what is
//! said then is not proved, and comes with a bound.

mod combine;
mod followed;
mod ground;
mod groups;
mod options;

use std::cmp::Reverse;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::draft::{Certainty, Draft, EntryId, Fault, Measure, number};
use crate::policy::{Points, Policy, in_order};
use crate::scenario::{self, carry::without_words, conflict};
use crate::scoring::{Assessment, Figures, ItemScore, assess};
use combine::{Key, Way};
use followed::Followed;
use ground::Ground;
use groups::Group;
use options::Whole;

/// The most measures that have something in common and are still tried out in every combination.
pub const MOST_TOGETHER: usize = 20;

/// The figure that is to reach the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum On {
    Floor,
    #[default]
    Declared,
    Ceiling,
}

impl On {
    pub const ALL: [On; 3] = [On::Floor, On::Declared, On::Ceiling];

    pub fn id(self) -> &'static str {
        match self {
            On::Floor => "floor",
            On::Declared => "declared",
            On::Ceiling => "ceiling",
        }
    }

    pub fn from_id(id: &str) -> Option<On> {
        On::ALL.into_iter().find(|one| one.id() == id)
    }

    pub fn label(self) -> &'static str {
        match self {
            On::Floor => "最低可得",
            On::Declared => "自评",
            On::Ceiling => "最高可得",
        }
    }

    pub fn of(self, figures: Figures) -> Points {
        match self {
            On::Floor => figures.floor,
            On::Declared => figures.declared,
            On::Ceiling => figures.ceiling,
        }
    }
}

/// Which of the sets that reach the target is the best one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Prefer {
    /// 最省钱: the least cost, then the fewest measures, then the least ids.
    #[default]
    Cheapest,
    /// 最快: the least days first, then as above.
    Fastest,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goal {
    pub target: Points,
    pub on: On,
    pub prefer: Prefer,
    /// Only measures that are sure.
    pub only_sure: bool,
    pub with: Vec<EntryId>,
    pub without: Vec<EntryId>,
}

/// The least points in hundredths that are no less than a number.
pub fn target(number: Decimal) -> Points {
    let part = number::MILLION / 100;
    let hundredths = (number::millionths(number) + part - 1).div_euclid(part);
    Points::from_hundredths(i64::try_from(hundredths).unwrap_or(i64::MAX))
}

/// The best set, or where none reaches the target, the cheapest of those that come nearest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// In the order of their ids by code point.
    pub measures: Vec<EntryId>,
    pub figures: Figures,
    pub score: Points,
    /// In millionths of 万元.
    pub cost: i128,
    pub days: u64,
    pub reached: bool,
    /// Whether no other set is better.
    pub proved: bool,
    /// What no set can be better than, where that is not the answer itself.
    pub bound: Option<Bound>,
}

/// What each item that is short of its full marks still lacks once an answer's measures are carried out, by its position;
/// the most first.
pub fn lacking(policy: &'static Policy, main: &Draft, answer: &Answer, on: On) -> Vec<(usize, Points)> {
    let measures = scenario::chosen(main, &answer.measures);
    let Ok(carried) = scenario::draft_with(policy, main, &measures) else { return Vec::new() };
    let after = assess(policy, &carried.draft);
    let lacks = |(at, score): (usize, &ItemScore)| (at, policy.items[at].max - on.of(score.figures));
    let all = after.items.iter().enumerate().map(lacks);
    in_order(all.filter(|(_, lacks)| *lacks > Points::ZERO), |(_, lacks)| Reverse(*lacks))
}

/// No set that reaches the target costs less than this or takes fewer days, and none at all gives more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    pub cost: i128,
    pub days: u64,
    pub score: Points,
}

/// The measures of a draft, and all that can be made of them.
pub struct Explored<'a> {
    policy: &'static Policy,
    main: &'a Draft,
    /// As far as figures follow from it.
    bare: Draft,
    base: Assessment,
    /// In the order of their ids.
    measures: Vec<&'a Measure>,
    groups: Groups,
}

/// What all sets of the measures of a draft come to: dear to work out, and the same for every goal.
#[derive(Clone)]
pub struct Groups(Arc<Vec<(Group, Options)>>);

/// One is the same as another only where it was worked out once.
impl PartialEq for Groups {
    fn eq(&self, other: &Groups) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What the sets of one group come to.
enum Options {
    Whole(Whole),
    Followed(Followed),
}

/// One question to one draft.
pub fn route(policy: &'static Policy, main: &Draft, goal: &Goal) -> Result<Answer, Vec<Fault>> {
    let keep = |measure: &Measure| {
        !goal.without.contains(&measure.id) && (!goal.only_sure || measure.certainty == Certainty::Sure)
    };
    faults(policy, main, goal).map_or(Ok(()), Err)?;
    Explored::of(policy, main, keep).answer(goal)
}

/// What is wrong with what has to be in and out.
fn faults(policy: &Policy, main: &Draft, goal: &Goal) -> Option<Vec<Fault>> {
    let mut faults = Vec::new();
    let mut fault = |path: &str, message: String| faults.push(Fault { path: path.to_owned(), message });
    for (path, ids) in [("with", &goal.with), ("without", &goal.without)] {
        for id in ids.iter().filter(|id| main.measures.with_id(id).is_none()) {
            fault(path, format!("没有编号为“{id}”的举措。"));
        }
    }
    let with = scenario::chosen(main, &goal.with);
    for measure in &with {
        let name = scenario::words::name(policy, main, measure);
        if goal.without.contains(&measure.id) {
            fault("with", format!("“{name}”既要求采用，又要求不采用。"));
        } else if measure.claims() {
            fault("with", format!("“{name}”改的是自报分数，不算举措。"));
        } else if goal.only_sure && measure.certainty != Certainty::Sure {
            fault("with", format!("“{name}”不是“确定能成”的举措。"));
        }
    }
    let clashes = conflict::all(&with);
    if !clashes.is_empty() {
        fault("with", scenario::words::clashes(policy, main, &with, &clashes));
    }
    (!faults.is_empty()).then_some(faults)
}

impl<'a> Explored<'a> {
    /// Tries out the measures that are kept. Those that claim points are never kept: claiming is no measure.
    pub fn of(policy: &'static Policy, main: &'a Draft, keep: impl Fn(&Measure) -> bool) -> Explored<'a> {
        Explored::with(policy, main, keep, None)
    }

    /// The same, with what was found before of this very draft and these measures.
    pub fn with(
        policy: &'static Policy,
        main: &'a Draft,
        keep: impl Fn(&Measure) -> bool,
        known: Option<Groups>,
    ) -> Explored<'a> {
        let kept = main.measures.iter().filter(|measure| !measure.claims() && keep(measure));
        let measures = in_order(kept, |measure| measure.id.clone());
        let bare = without_words(main);
        let base = assess(policy, &bare);
        let explore = |group: Group| {
            let ground = Ground::of(policy, &bare, &base, &measures, &group);
            let options = if group.members.len() > MOST_TOGETHER {
                Options::Followed(Followed::of(&ground, &group))
            } else {
                Options::Whole(Whole::of(&ground, &group))
            };
            (group, options)
        };
        let all = || groups::split(policy, &bare, &measures).into_iter().map(explore).collect();
        let groups = known.unwrap_or_else(|| Groups(Arc::new(all())));
        Explored { policy, main, bare, base, measures, groups }
    }

    /// What was found, for another goal.
    pub fn groups(&self) -> Groups {
        self.groups.clone()
    }

    /// Whether every combination was tried.
    pub fn is_whole(&self) -> bool {
        self.groups.0.iter().all(|(_, options)| matches!(options, Options::Whole(_)))
    }

    fn ground(&self, group: &Group) -> Ground<'_> {
        Ground::of(self.policy, &self.bare, &self.base, &self.measures, group)
    }

    /// The best set for a goal; faults where what has to be in can't be together.
    pub fn answer(&self, goal: &Goal) -> Result<Answer, Vec<Fault>> {
        faults(self.policy, self.main, goal).map_or(Ok(()), Err)?;
        let no_set = || {
            let refused = scenario::draft_with(self.policy, self.main, &scenario::chosen(self.main, &goal.with));
            let message = refused.err().map_or_else(
                || "必须采用的举措和其他举措凑不成可行的组合。".to_owned(),
                |refusal| refusal.message().to_owned(),
            );
            vec![Fault { path: "with".to_owned(), message }]
        };
        let needed = (goal.target - goal.on.of(self.base.total)).hundredths();
        let most_days = self.limit_days(goal, needed);
        let (key, reached) = self.best(goal, needed, most_days).ok_or_else(no_set)?;
        let bound = (!self.is_whole()).then(|| self.bound(goal, needed));
        let chosen: Vec<&Measure> = key.set.positions().map(|at| self.measures[at]).collect();
        let carried = scenario::draft_with(self.policy, self.main, &chosen)
            .map_err(|refusal| vec![Fault { path: String::new(), message: refusal.message().to_owned() }])?;
        let figures = assess(self.policy, &carried.draft).total;
        let (cost, days) = scenario::cost_and_days(chosen.iter().copied());
        let score = goal.on.of(figures);
        Ok(Answer {
            measures: chosen.iter().map(|measure| measure.id.clone()).collect(),
            figures,
            score,
            cost,
            days,
            reached,
            proved: bound.is_none(),
            bound,
        })
    }

    fn admits(&self, goal: &Goal, at: usize, most_days: Option<u64>) -> bool {
        let measure = self.measures[at];
        let sure = !goal.only_sure || measure.certainty == Certainty::Sure;
        sure && !goal.without.contains(&measure.id) && most_days.is_none_or(|most| measure.days() <= most)
    }

    /// Of each of a group, whether it may be in and whether it must.
    fn asked(&self, goal: &Goal, group: &Group, most_days: Option<u64>) -> (Vec<bool>, Vec<bool>) {
        let admitted = group.flags(|at| self.admits(goal, at, most_days));
        (admitted, group.flags(|at| goal.with.contains(&self.measures[at].id)))
    }

    fn front(&self, goal: &Goal, group: &Group, options: &Options, most_days: Option<u64>) -> Vec<Way> {
        let (admitted, forced) = self.asked(goal, group, most_days);
        match options {
            Options::Whole(whole) => whole.front(&self.measures, group, goal.on, &admitted, &forced),
            Options::Followed(followed) => {
                let ground = (&self.ground(group), self.measures.as_slice());
                followed.front(ground, group, goal.on, &admitted, &forced)
            }
        }
    }

    /// The best set of measures that take no longer than so many days, and whether it reaches what is needed.
    fn best(&self, goal: &Goal, needed: i64, most_days: Option<u64>) -> Option<(Key, bool)> {
        let front = |(group, options): &(Group, Options)| self.front(goal, group, options, most_days);
        combine::best(&self.groups.0.iter().map(front).collect::<Vec<_>>(), needed)
    }

    /// The least days that the target can be reached in, where that comes first.
    fn limit_days(&self, goal: &Goal, needed: i64) -> Option<u64> {
        if goal.prefer == Prefer::Cheapest {
            return None;
        }
        let forced = self.measures.iter().filter(|measure| goal.with.contains(&measure.id));
        let least = forced.map(|measure| measure.days()).max().unwrap_or(0);
        let all = self.measures.iter().map(|measure| measure.days().max(least)).chain([least]);
        let mut days = in_order(all, |days| *days);
        days.dedup();
        // What can be reached within some days can be reached within more.
        let reaches = |days: &u64| self.best(goal, needed, Some(*days)).is_some_and(|(_, reached)| reached);
        let first = days.partition_point(|days| !reaches(days));
        days.get(first).copied()
    }

    /// As if in groups that were not tried out whole, each measure by itself brought its items all that they can give.
    fn bound(&self, goal: &Goal, needed: i64) -> Bound {
        let relaxed = |most_days: Option<u64>| {
            let mut fronts = Vec::new();
            for (group, options) in self.groups.0.iter() {
                if let Options::Whole(_) = options {
                    fronts.push(self.front(goal, group, options, most_days));
                } else {
                    let (admitted, forced) = self.asked(goal, group, most_days);
                    let ground = (&self.ground(group), self.measures.as_slice());
                    fronts.extend(followed::relaxed(ground, group, goal.on, &admitted, &forced));
                }
            }
            combine::best(&fronts, needed)
        };
        let days = self.measures.iter().map(|measure| measure.days()).chain([0]);
        let reaches = |days: &u64| relaxed(Some(*days)).is_some_and(|(_, reached)| reached);
        let most = self.groups.0.iter().map(|(group, options)| {
            let (admitted, _) = self.asked(goal, group, None);
            match options {
                Options::Whole(whole) => whole.most(goal.on, &admitted),
                Options::Followed(_) => followed::most(&self.ground(group), group, goal.on, &admitted),
            }
        });
        Bound {
            cost: relaxed(None).map_or(0, |(key, _)| key.cost),
            days: days.filter(reaches).min().unwrap_or(0),
            score: goal.on.of(self.base.total) + Points::from_hundredths(most.sum()),
        }
    }
}
