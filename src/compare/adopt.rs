//! Taking differences over: the first draft becomes in them as the second is.

use super::done;
use crate::draft::{Change, Difference, Draft, Entry, EntryId, Measure, Path, Value};
use crate::policy::{Policy, in_order};
use crate::scenario::carry::{Problem, carry, whole_of};
use crate::scenario::chosen;

/// The first draft with these differences, by their positions, taken over from the second, and with what they can't be
/// without: technical staff above all staff, the two ends of the period, both sides of a transfer. None where it would be no
/// draft all the same.
///
/// Where the second is the first with some measures carried out, a `scenario`, what is taken over of them is done.
pub fn adopt(
    policy: &Policy,
    a: &Draft,
    scenario: &[EntryId],
    differences: &[Difference],
    wanted: &[usize],
) -> Option<Draft> {
    let wanted = needed_with(policy, a, scenario, differences, wanted);
    let carried = carry(policy, a, &[&measure(a, differences, &wanted)]);
    let mut after = Draft { trial: a.trial.clone(), ..carried.draft };
    done::take_out(&mut after, scenario, &picked(differences, &wanted));
    after.number_entries_taken_over();
    carried.problems.is_empty().then_some(after)
}

/// Positions of some differences and of those that they can't be without, in order.
pub fn needed_with(
    policy: &Policy,
    a: &Draft,
    scenario: &[EntryId],
    differences: &[Difference],
    wanted: &[usize],
) -> Vec<usize> {
    let measures = chosen(a, scenario);
    let mut all: Vec<usize> = wanted.to_vec();
    loop {
        let problems = carry(policy, a, &[&measure(a, differences, &all)]).problems;
        let members = done::moved(&measures, &picked(differences, &all));
        let resolves = |at: &usize| problems.iter().any(|problem| concerns(policy, problem, &differences[*at]));
        let goes_with = |at: &usize| done::is_moved(&differences[*at], &members);
        let more: Vec<usize> =
            (0..differences.len()).filter(|at| !all.contains(at) && (resolves(at) || goes_with(at))).collect();
        if more.is_empty() {
            return in_order(all, |at| *at);
        }
        all.extend(more);
    }
}

fn picked<'a>(differences: &'a [Difference], wanted: &[usize]) -> Vec<&'a Difference> {
    wanted.iter().filter_map(|at| differences.get(*at)).collect()
}

fn measure(a: &Draft, differences: &[Difference], wanted: &[usize]) -> Measure {
    let wanted = picked(differences, wanted);
    let changes = wanted.iter().map(|difference| change(a, &wanted, difference)).collect::<Vec<_>>();
    Measure { changes: changes.into(), ..Measure::default() }
}

fn change(a: &Draft, wanted: &[&Difference], difference: &Difference) -> Change {
    match difference {
        Difference::Value { path, b, .. } => {
            let to = if *b == Value::Blank { path.blank().unwrap_or(Value::Blank) } else { b.clone() };
            Change::Set { path: path.clone(), to }
        }
        Difference::OnlyA(entry) => Change::Remove(entry.list(), entry.id().clone()),
        Difference::OnlyB(entry) => {
            let is_free =
                a.entry(entry.list(), entry.id()).is_none() || wanted.iter().any(|other| gives_up(other, entry));
            // An id that no file carried, or that another entry has, is not this one's here.
            let id = if entry.id().is_carried() && is_free { entry.id().clone() } else { EntryId::default() };
            Change::Add(entry.clone().named(id))
        }
    }
}

/// Whether a difference takes away the entry that has the id of this one.
fn gives_up(difference: &Difference, entry: &Entry) -> bool {
    matches!(difference, Difference::OnlyA(own) if own.list() == entry.list() && own.id() == entry.id())
}

/// Whether a difference may be what a problem lacks.
fn concerns(policy: &Policy, problem: &Problem, difference: &Difference) -> bool {
    let is = |path: Path| difference.path() == Some(&path);
    match problem {
        Problem::PartAboveWhole(part) => {
            is(Path::Fact(*part)) || whole_of(policy, *part).is_some_and(|whole| is(Path::Fact(whole)))
        }
        Problem::PeriodBackwards => is(Path::PeriodFrom) || is(Path::PeriodTo),
        _ => false,
    }
}
