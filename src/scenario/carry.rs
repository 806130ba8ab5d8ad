//! Carrying measures out on a copy of the draft.

use std::sync::Arc;

use crate::draft::field::{self, MemberField};
use crate::draft::number;
use crate::draft::{
    Change, Draft, Entered, Entry, EntryId, EntryList, FactValue, Identified, List, Measure, Obstacle, Panel,
    Path, Shape, Value,
};
use crate::policy::{FactKind, Policy};

/// What some measures come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// A draft that a file can hold where there are no problems.
    pub draft: Draft,
    pub problems: Vec<Problem>,
    /// What has no effect, with the position of its measure.
    pub idle: Vec<(usize, Idle)>,
}

/// Why the result is no draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The entry that a measure changes is not there.
    Gone(EntryList, EntryId),
    /// The entry's category carries no such value.
    NotCarried(Path),
    /// A shareholder whose contribution is blank gives or takes some of it.
    BlankContribution(EntryId),
    /// Less of it than there can be.
    Below(Path),
    /// More of it than there can be.
    Above(Path),
    /// A count above another that it is part of, by the position of the part.
    PartAboveWhole(usize),
    PeriodBackwards,
    /// Two entries would have one id.
    IdTwice(EntryList, EntryId),
}

impl Problem {
    /// Whether a measure has to do with it.
    pub fn concerns(&self, policy: &Policy, measure: &Measure) -> bool {
        let names = |list: EntryList, id: &EntryId| {
            measure.names_entries().iter().any(|(of, one)| *of == list && one == id)
        };
        let changes = |path: &Path| measure.changes.iter().filter_map(Change::path).any(|one| one == path);
        match self {
            Problem::Gone(list, id) => names(*list, id),
            Problem::BlankContribution(id) => names(EntryList::Members, id),
            Problem::NotCarried(path) => changes(path),
            Problem::Below(path) | Problem::Above(path) => match path {
                Path::Member(id, MemberField::Contribution) => names(EntryList::Members, id),
                _ => changes(path),
            },
            Problem::PartAboveWhole(part) => {
                changes(&Path::Fact(*part))
                    || whole_of(policy, *part).is_some_and(|whole| changes(&Path::Fact(whole)))
            }
            Problem::PeriodBackwards => changes(&Path::PeriodFrom) || changes(&Path::PeriodTo),
            Problem::IdTwice(list, id) => {
                let adds = |change: &Change| matches!(change, Change::Add(entry) if entry.list() == *list && entry.id() == id);
                measure.changes.iter().any(adds)
            }
        }
    }
}

/// The count that a fact is part of.
pub fn whole_of(policy: &Policy, part: usize) -> Option<usize> {
    match policy.facts.get(part)?.kind {
        FactKind::Count { at_most, .. } => at_most,
        _ => None,
    }
}

/// A change without effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Idle {
    /// Nothing can be added to a number that is not known.
    Blank(Path),
    /// The entry that would be taken out is not there.
    Gone(EntryList, EntryId),
}

/// Applies the changes of measures that do not clash.
pub fn carry(policy: &Policy, main: &Draft, measures: &[&Measure]) -> Carried {
    let mut out = apply(policy, main, measures);
    // What was typed may have waited for something that is changed now.
    field::settle_waiting(policy, &mut out.draft);
    out
}

/// Whether a text waits in a draft for something that measures can change: where none does, [`apply`] comes to the same.
pub fn has_waiting(policy: &Policy, draft: &Draft) -> bool {
    let couples = |at: usize| draft.facts.get(at).is_some_and(|entered| entered.text.is_some());
    let mut parts = (0..policy.facts.len()).filter_map(|part| Some((part, whole_of(policy, part)?)));
    let period = [&draft.period.from, &draft.period.to];
    period.iter().any(|end| end.text.is_some()) || parts.any(|(part, whole)| couples(part) || couples(whole))
}

/// The same, but that texts stay texts.
pub fn apply(policy: &Policy, main: &Draft, measures: &[&Measure]) -> Carried {
    let draft = Draft { trial: None, ..main.clone() };
    let mut out = Carried { draft, problems: Vec::new(), idle: Vec::new() };
    out.set(policy, measures);
    out.remove(measures);
    let moved = out.move_numbers(policy, measures);
    out.add(measures);
    out.test(policy, &moved);
    out
}

/// Numbers in millionths, and by how much each grows.
type Sums = Vec<(Path, i128)>;

fn add_to(sums: &mut Sums, path: &Path, by: i128) {
    match sums.iter_mut().find(|(one, _)| one == path) {
        Some((_, sum)) => *sum += by,
        None => sums.push((path.clone(), by)),
    }
}

fn all<'a>(measures: &'a [&'a Measure]) -> impl Iterator<Item = (usize, &'a Change)> {
    measures.iter().enumerate().flat_map(|(at, measure)| measure.changes.iter().map(move |change| (at, change)))
}

impl Carried {
    fn problem(&mut self, problem: Problem) {
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn set(&mut self, policy: &Policy, measures: &[&Measure]) {
        for (_, change) in all(measures) {
            let Change::Set { path, to } = change else { continue };
            match (path.put(policy, &mut self.draft, to), path.entry()) {
                (Err(Obstacle::NotCarried), _) => self.problem(Problem::NotCarried(path.clone())),
                (Err(Obstacle::Gone), Some((list, id))) => self.problem(Problem::Gone(list, id.clone())),
                _ => {}
            }
        }
    }

    fn remove(&mut self, measures: &[&Measure]) {
        fn take<T: Identified + Clone>(list: &mut List<T>, id: &EntryId) -> bool {
            let at = list.position_of(id);
            at.inspect(|at| list.remove(*at)).is_some()
        }
        for (at, change) in all(measures) {
            let Change::Remove(list, id) = change else { continue };
            let was_there = match list {
                EntryList::Finance => take(&mut self.draft.finance, id),
                EntryList::Members => take(&mut self.draft.members, id),
                EntryList::Evidence => take(&mut self.draft.evidence, id),
            };
            if !was_there {
                self.idle.push((at, Idle::Gone(*list, id.clone())));
            }
        }
    }

    /// Transfers and increases; gives what numbers were changed.
    fn move_numbers(&mut self, policy: &Policy, measures: &[&Measure]) -> Vec<Path> {
        let mut sums = Sums::new();
        for (_, change) in all(measures) {
            let Change::Transfer { from, to, amount } = change else { continue };
            let amount = number::millionths(*amount);
            for (id, by) in [(from, -amount), (to, amount)] {
                let Some(member) = self.draft.members.with_id(id) else {
                    self.problem(Problem::Gone(EntryList::Members, id.clone()));
                    continue;
                };
                if member.shareholder && member.contribution.value.is_none() {
                    self.problem(Problem::BlankContribution(id.clone()));
                }
                add_to(&mut sums, &Path::Member(id.clone(), MemberField::Contribution), by);
            }
        }
        for (path, by) in &sums {
            if let Some((_, id)) = path.entry() {
                self.transfer(id, *by, measures);
            }
        }
        let mut increases = Sums::new();
        for (at, change) in all(measures) {
            let Change::Increase { path, by } = change else { continue };
            match (path.value(policy, &self.draft), path.entry()) {
                (Some(Value::Number(_)), _) => add_to(&mut increases, path, number::millionths(*by)),
                (None, Some((list, id))) => self.problem(Problem::Gone(list, id.clone())),
                _ => self.idle.push((at, Idle::Blank(path.clone()))),
            }
        }
        for (path, by) in &increases {
            if let Some(Value::Number(before)) = path.value(policy, &self.draft) {
                // An entry that is gone has no value.
                let _ = path.put(
                    policy,
                    &mut self.draft,
                    &Value::Number(number::from_millionths(number::millionths(before) + by)),
                );
            }
        }
        sums.into_iter().chain(increases).map(|(path, _)| path).collect()
    }

    /// What is transferred to a member makes it a shareholder, whatever its net is.
    fn transfer(&mut self, id: &EntryId, by: i128, measures: &[&Measure]) {
        let takes = all(measures).any(|(_, change)| matches!(change, Change::Transfer { to, .. } if to == id));
        if let Some(member) = self.draft.members.with_id_mut(id) {
            member.shareholder |= takes;
            let before = member.contribution.value.map_or(0, number::millionths);
            member.contribution = Entered::of(number::from_millionths(before + by));
        }
    }

    fn add(&mut self, measures: &[&Measure]) {
        // Those with an id of their own come first, so that no other takes it.
        for own in [true, false] {
            for (at, measure) in measures.iter().enumerate() {
                let additions = measure.changes.iter().filter_map(|change| match change {
                    Change::Add(entry) => Some(entry),
                    _ => None,
                });
                for (number, entry) in (1..).zip(additions) {
                    let has_own = !entry.id().as_str().is_empty();
                    if has_own != own {
                        continue;
                    }
                    let there = self.draft.entry(entry.list(), entry.id()).is_some();
                    if own && there {
                        self.problem(Problem::IdTwice(entry.list(), entry.id().clone()));
                    }
                    let entry = if own { entry.clone() } else { self.named(entry, &measures[at].id, number) };
                    self.push(entry);
                }
            }
        }
    }

    /// The entry under the name of its measure; another one where that is taken. Where the measure itself has no name, the
    /// entry gets one from whoever keeps it.
    fn named(&self, entry: &Entry, measure: &EntryId, number: usize) -> Entry {
        if measure.as_str().is_empty() {
            return entry.clone();
        }
        let names = (number..).map(|number| EntryId::new(&format!("{measure}.{number}")));
        let free = names.into_iter().find(|id| self.draft.entry(entry.list(), id).is_none());
        entry.clone().named(free.unwrap_or_default())
    }

    fn push(&mut self, entry: Entry) {
        match entry {
            Entry::Finance(year) => self.draft.finance.push(year),
            Entry::Member(member) => self.draft.members.push(member),
            Entry::Evidence(entry) => self.draft.evidence.push(entry),
        }
    }

    fn test(&mut self, policy: &Policy, moved: &[Path]) {
        for path in moved {
            let (Some(Value::Number(value)), Shape::Number(kind)) =
                (path.value(policy, &self.draft), path.shape(policy))
            else {
                continue;
            };
            if kind.check(value).is_err() {
                let below = number::millionths(value) < i128::from(kind.range().0) * number::MILLION;
                self.problem(if below { Problem::Below(path.clone()) } else { Problem::Above(path.clone()) });
            }
        }
        for part in 0..policy.facts.len() {
            if whole_of(policy, part).is_some()
                && let Some(FactValue::Number(number)) = self.draft.fact(part)
                && field::part_and_whole(policy, &self.draft, part, number).is_err()
            {
                self.problem(Problem::PartAboveWhole(part));
            }
        }
        let period = &self.draft.period;
        if period.from.value > period.to.value && period.to.value.is_some() {
            self.problem(Problem::PeriodBackwards);
        }
    }
}

/// With nothing that no figure follows from: for what looks at figures alone.
pub fn without_words(draft: &Draft) -> Draft {
    let mut bare = Draft { trial: None, ..draft.clone() };
    for words in [&mut bare.name, &mut bare.unit, &mut bare.preparer, &mut bare.phone] {
        words.clear();
    }
    (bare.measures, bare.scenarios) = (List::default(), List::default());
    (bare.lines, bare.plans) = (List::default(), List::default());
    (bare.notes, bare.requirements, bare.grades) = (Arc::default(), Arc::default(), Arc::default());
    (bare.panel, bare.expert) = (Panel::default(), Arc::default());
    (bare.holidays, bare.workdays) = (Entered::default(), Entered::default());
    bare
}
