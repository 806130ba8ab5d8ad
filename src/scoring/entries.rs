//! What the score makes of each entry of evidence: the same that the reasons of its item say.

use super::explain::{LeftOutWhy, left_out_why};
use super::item;
use super::measure::Known;
use super::tally::Label;
use crate::draft::{Draft, Evidence};
use crate::policy::{Award, Category, Choices, Fraction, Item, Measure, Points, Policy};

/// What becomes of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryStanding {
    /// It counts for the item at this position.
    Counts { item: usize },
    /// It counts with others like it, of which the item takes only so many.
    Limited { item: usize, at_most: u32 },
    /// Without it the item would have the same figures: it is full already.
    Full { item: usize },
    /// Without it the item would have the same figures: something better decides.
    Surpassed { item: usize },
    /// It does not count.
    LeftOut { item: usize, why: LeftOutWhy },
}

/// What becomes of the entries of one category; they differ by what they say of themselves and not one by one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standings(Vec<(Label, EntryStanding)>);

impl Standings {
    /// What becomes of an entry; none where its category counts for nothing in this table.
    pub fn of(&self, draft: &Draft, entry: &Evidence) -> Option<EntryStanding> {
        let (_, standing) = self.0.iter().find(|(label, _)| *label == Label::of(entry))?;
        Some(match *standing {
            EntryStanding::LeftOut { .. } => *standing,
            EntryStanding::Counts { item }
            | EntryStanding::Limited { item, .. }
            | EntryStanding::Full { item }
            | EntryStanding::Surpassed { item } => match dated(draft, entry) {
                Some(why) => EntryStanding::LeftOut { item, why },
                None => *standing,
            },
        })
    }
}

/// Why the date of an entry keeps it from counting, if it does (第十七条).
pub fn dated(draft: &Draft, entry: &Evidence) -> Option<LeftOutWhy> {
    match entry.on.value {
        None => Some(LeftOutWhy::NoDate),
        Some(on) if draft.period.holds(on) => None,
        Some(_) => Some(LeftOutWhy::OutsidePeriod),
    }
}

pub fn standings(policy: &Policy, draft: &Draft, category: Category) -> Standings {
    let known = Known::of(policy, draft);
    let mut all: Vec<(Label, EntryStanding)> = Vec::new();
    let mut counted: Vec<(usize, &Evidence)> = Vec::new();
    for entry in draft.evidence.iter().filter(|entry| entry.category == category) {
        let label = Label::of(entry);
        let is_known = all.iter().any(|(one, _)| *one == label);
        if is_known || counted.iter().any(|(_, one)| Label::of(one) == label) {
            continue;
        }
        match place(&known, entry) {
            Some(Ok(item)) => counted.push((item, entry)),
            Some(Err(left_out)) => all.push((label, left_out)),
            None => {}
        }
    }
    while let Some((item, _)) = counted.first().copied() {
        let (mine, others) = counted.into_iter().partition(|(other, _)| *other == item);
        counted = others;
        let mine: Vec<&Evidence> = mine.into_iter().map(|(_, entry): (usize, &Evidence)| entry).collect();
        all.extend(differences(&known, item, mine));
    }
    Standings(all)
}

/// The item that counts an entry like this, were its date right, or why none does; nothing where no item asks for its
/// category.
fn place(known: &Known, entry: &Evidence) -> Option<Result<usize, EntryStanding>> {
    let items = known.policy.items.iter().enumerate().filter(|(_, item)| counts_category(item, entry.category));
    let mut left_out = None;
    for (at, item) in items {
        match left_out_why(item, known.chosen(item), entry) {
            Some(why) => left_out = left_out.or(Some(EntryStanding::LeftOut { item: at, why })),
            None => return Some(Ok(at)),
        }
    }
    left_out.map(Err)
}

fn counts_category(item: &'static Item, category: Category) -> bool {
    let of_category =
        |measure: &Measure| matches!(measure, Measure::Evidence { category: own, .. } if *own == category);
    item.inputs.iter().any(|input| input.measures().any(of_category))
}

/// Which of these entries, one of each kind, make a difference to the item that counts them. Those that add most come
/// first; what adds nothing to them is surplus.
fn differences(known: &Known, at: usize, entries: Vec<&Evidence>) -> Vec<(Label, EntryStanding)> {
    let item = &known.policy.items[at];
    let mut left: Vec<&Evidence> = entries;
    let mut all = Vec::new();
    let score = |without: &[&Evidence]| {
        let tally = without.iter().fold(known.tally.clone(), |tally, entry| tally.without(Label::of(entry)));
        let score = item::score(&Known { tally, ..*known }, at);
        (score.figures.declared, score.figures.floor, score.possible, score.figures.ceiling)
    };
    let mut reached = score(&left);
    loop {
        let with = |more: usize| -> Vec<&Evidence> {
            left.iter().enumerate().filter(|(one, _)| *one != more).map(|(_, entry)| *entry).collect()
        };
        // Of several that add the same the first.
        let best =
            (0..left.len()).rev().map(|more| (score(&with(more)), more)).max_by_key(|(reached, _)| *reached);
        let Some((then, more)) = best.filter(|(then, _)| *then != reached) else { break };
        let entry = left.remove(more);
        reached = then;
        let standing = match limit(known, item, known.chosen(item), entry) {
            Some(at_most) => EntryStanding::Limited { item: at, at_most },
            None => EntryStanding::Counts { item: at },
        };
        all.push((Label::of(entry), standing));
    }
    let full = reached.2.0 == most(item);
    let surplus = if full { EntryStanding::Full { item: at } } else { EntryStanding::Surpassed { item: at } };
    all.extend(left.into_iter().map(|entry| (Label::of(entry), surplus)));
    all
}

/// The most that any case of an item gives.
fn most(item: &Item) -> Points {
    let most = |award: &Award| match award {
        Award::Points(points) => *points,
        Award::Band { high, .. } => *high,
        Award::Scale(scale) => scale.from.1.max(scale.to.1),
        Award::Tally { cap, .. } => *cap,
    };
    Points::round(item.cases.iter().map(|case| most(&case.award)).max().unwrap_or_else(|| Fraction::from(0)))
}

/// How many entries like this the item takes, where there are more.
fn limit(known: &Known, item: &Item, choices: Choices, entry: &Evidence) -> Option<u32> {
    let cases = item.cases.iter().filter(|case| case.exists_under(choices));
    let parts = cases.flat_map(|case| match case.award {
        Award::Tally { parts, .. } => parts,
        _ => &[],
    });
    parts.filter_map(|part| Some((part.input, part.at_most?))).find_map(|(input, at_most)| {
        let measure = item.inputs[input].measure(choices);
        let Measure::Evidence { category, kinds, levels, roles } = measure else { return None };
        let there = known.tally.evidence(*category, kinds, levels, roles).dated;
        (measure.counts(entry) && there > at_most).then_some(at_most)
    })
}
