//! Every set of the measures of a draft, and the best of them by its definition.

use zhichuang::draft::{Certainty, Change, Draft, EntryId, Measure, Path, number};
use zhichuang::policy::Points;
use zhichuang::route::{Goal, On, Prefer};
use zhichuang::rules;
use zhichuang::scenario::{conflict, draft_with};
use zhichuang::scoring::{Figures, assess};

/// A set of measures in the order of their ids, with its figures where it has some.
pub type Tried<'a> = (Vec<&'a Measure>, Option<Figures>);

/// Every set of the measures that count.
pub fn every_set(draft: &Draft) -> Vec<Tried<'_>> {
    let mut measures: Vec<&Measure> = draft.measures.iter().filter(|measure| !claims(measure)).collect();
    measures.sort_by(|one, other| one.id.as_str().cmp(other.id.as_str()));
    let set = |bits: u32| {
        let chosen: Vec<&Measure> =
            (0..).zip(&measures).filter(|(at, _)| bits & (1 << at) != 0).map(|(_, one)| *one).collect();
        let figures = draft_with(rules::henan_2019_194(), draft, &chosen)
            .ok()
            .map(|carried| assess(rules::henan_2019_194(), &carried.draft).total);
        (chosen, figures)
    };
    (0..1 << measures.len()).map(set).collect()
}

fn claims(measure: &Measure) -> bool {
    let is_claim = |change: &Change| {
        matches!(change, Change::Set { path: Path::Pick(_), .. } | Change::Increase { path: Path::Pick(_), .. })
    };
    measure.changes.iter().any(is_claim)
}

pub fn score(figures: &Figures, on: On) -> Points {
    match on {
        On::Floor => figures.floor,
        On::Declared => figures.declared,
        On::Ceiling => figures.ceiling,
    }
}

pub fn cost(set: &[&Measure]) -> i128 {
    set.iter().filter_map(|one| one.cost.value).map(number::millionths).sum()
}

pub fn days(set: &[&Measure]) -> u64 {
    let days = set.iter().filter_map(|one| one.days.value).map(|days| days.to_string().parse::<u64>().unwrap());
    days.max().unwrap_or(0)
}

pub fn ids(set: &[&Measure]) -> Vec<EntryId> {
    set.iter().map(|one| one.id.clone()).collect()
}

/// The best set for a goal, by its definition; none where what has to be in can't be.
pub fn expected<'a>(draft: &Draft, sets: &'a [Tried<'a>], goal: &Goal) -> Option<(Vec<EntryId>, Points, bool)> {
    let with: Vec<&Measure> = draft.measures.iter().filter(|one| goal.with.contains(&one.id)).collect();
    let admitted = |measure: &&Measure| {
        !goal.without.contains(&measure.id) && (!goal.only_sure || measure.certainty == Certainty::Sure)
    };
    if with.iter().any(|one| claims(one) || !admitted(one)) || !conflict::all(&with).is_empty() {
        return None;
    }
    let candidates: Vec<(&Vec<&Measure>, Points)> = sets
        .iter()
        .filter(|(set, _)| {
            set.iter().all(admitted) && goal.with.iter().all(|id| set.iter().any(|one| one.id == *id))
        })
        .filter_map(|(set, figures)| Some((set, score(figures.as_ref()?, goal.on))))
        .collect();
    let most = candidates.iter().map(|(_, score)| *score).max()?;
    let reached = most >= goal.target;
    let least = if reached { goal.target } else { most };
    let is_fastest = reached && goal.prefer == Prefer::Fastest;
    let enough = candidates.into_iter().filter(|(_, score)| *score >= least);
    let best =
        enough.min_by_key(|(set, _)| (if is_fastest { days(set) } else { 0 }, cost(set), set.len(), ids(set)));
    best.map(|(set, score)| (ids(set), score, reached))
}
