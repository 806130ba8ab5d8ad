//! What the score makes of each entry of evidence: the same that the reasons of its item say.

use super::explain::{LeftOutWhy, left_out_by_date, left_out_why};
use super::item;
use super::measure::Known;
use super::tally::{Label, Tally};
use crate::draft::{Draft, Evidence};
use crate::policy::{Award, Category, Choices, Fraction, Item, Measure, Points, Policy};

/// What becomes of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryStanding {
    /// It counts for the item at this position.
    Counts { item: usize },
    /// The item takes only so many like it, and those before it are as many.
    Limited { item: usize, at_most: u32 },
    /// Those before it and others give the item all that it can have.
    Full { item: usize },
    /// Something better decides, and it adds nothing to that.
    Surpassed { item: usize },
    /// It does not count.
    LeftOut { item: usize, why: LeftOutWhy },
}

/// What becomes of all entries, by their positions in the draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standings(Vec<Option<EntryStanding>>);

impl Standings {
    /// What becomes of the entry at a position; none where its category counts for nothing in this table.
    pub fn at(&self, position: usize) -> Option<EntryStanding> {
        self.0.get(position).copied().flatten()
    }

    pub fn counts(&self, position: usize) -> bool {
        matches!(self.at(position), Some(EntryStanding::Counts { .. }))
    }
}

/// What becomes of entries that say the same of themselves.
struct Rule {
    label: Label,
    /// How many of them count, the first ones, and what becomes of the others.
    takes: u32,
    counts: EntryStanding,
    surplus: EntryStanding,
}

pub fn standings(policy: &Policy, draft: &Draft) -> Standings {
    let known = Known::of(policy, draft);
    let mut rules = rules(&known);
    let standing = |entry: &Evidence| {
        let label = Label::of(entry);
        let rule = rules.iter_mut().find(|rule| rule.label == label)?;
        match (rule.counts, left_out_by_date(draft, entry)) {
            (EntryStanding::Counts { item }, Some(why)) => Some(EntryStanding::LeftOut { item, why }),
            (EntryStanding::Counts { .. }, None) if rule.takes == 0 => Some(rule.surplus),
            (counts, _) => {
                rule.takes = rule.takes.saturating_sub(1);
                Some(counts)
            }
        }
    };
    Standings(draft.evidence.iter().map(standing).collect())
}

/// A rule for each thing that entries say of themselves.
fn rules(known: &Known) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut seen: Vec<Label> = Vec::new();
    let mut counted: Vec<(usize, &Evidence)> = Vec::new();
    for entry in known.draft.evidence.iter() {
        let label = Label::of(entry);
        if seen.contains(&label) {
            continue;
        }
        seen.push(label);
        match place(known, entry) {
            Some(Ok(item)) => counted.push((item, entry)),
            Some(Err(left_out)) => rules.push(Rule { label, takes: 0, counts: left_out, surplus: left_out }),
            None => {}
        }
    }
    for item in 0..known.policy.items.len() {
        let mine = counted.iter().filter(|(of, _)| *of == item).map(|(_, entry)| *entry);
        rules.extend(differences(known, item, mine.collect()));
    }
    rules
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

/// Which of these entries, one of each kind, make a difference to the item that counts them, and how many of each. Those
/// that add most come first; what adds nothing to them is surplus.
fn differences(known: &Known, at: usize, mut left: Vec<&Evidence>) -> Vec<Rule> {
    let item = &known.policy.items[at];
    // Under the chosen readings: what others would make of it is no matter of the entry.
    let score = |tally: Tally| {
        let score = item::score(&Known { tally, ..*known }, at);
        (score.figures.declared, score.possible)
    };
    let mut without = left.iter().fold(known.tally.clone(), |tally, entry| tally.with(Label::of(entry), 0));
    if left.is_empty() {
        return Vec::new();
    }
    let mut reached = score(without.clone());
    let mut counting = Vec::new();
    loop {
        let with = |entry: &Evidence| {
            let label = Label::of(entry);
            without.with(label, known.tally.dated(label))
        };
        // Of several that add the same the first.
        let best = (0..left.len()).rev().map(|more| (score(with(left[more])), more)).max_by_key(|(then, _)| *then);
        let Some((then, more)) = best.filter(|(then, _)| *then != reached) else { break };
        let label = Label::of(left[more]);
        // As many as it takes to reach that.
        let all: Vec<u32> = (0..=known.tally.dated(label)).collect();
        let takes = all.partition_point(|count| score(without.with(label, *count)) != then) as u32;
        without = with(left[more]);
        reached = then;
        let surplus = limit(known, item, known.chosen(item), left.remove(more));
        let surplus = surplus.map(|at_most| EntryStanding::Limited { item: at, at_most });
        counting.push((label, takes, surplus));
    }
    let full = reached.1.0 == most(item);
    let idle = if full { EntryStanding::Full { item: at } } else { EntryStanding::Surpassed { item: at } };
    let surplus = left.into_iter().map(|entry| (Label::of(entry), 0, None));
    let rule = |(label, takes, surplus): (Label, u32, Option<EntryStanding>)| {
        let (counts, surplus) = (EntryStanding::Counts { item: at }, surplus.unwrap_or(idle));
        Rule { label, takes, counts, surplus }
    };
    counting.into_iter().chain(surplus).map(rule).collect()
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
