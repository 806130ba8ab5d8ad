//! What must hold of the measures, scenarios and the trial of any draft that the file format accepts.

use zhichuang::compare::{adopt, compare};
use zhichuang::draft::{Draft, Measure, differences, file};
use zhichuang::policy::{Points, Policy};
use zhichuang::route::{Goal, On, Prefer, route};
use zhichuang::scenario::carry::has_waiting;
use zhichuang::scenario::{Carried, Refusal, draft_with, measures_of, trial, words};
use zhichuang::scoring::assess;

/// Measures that are looked at together: every set of more would take too long.
const MOST_ON_A_ROUTE: usize = 8;

/// Carries out what is planned in a draft: each measure, each scenario, all of them, and what is tried out.
pub fn try_plans(policy: &'static Policy, draft: &Draft) {
    let all: Vec<&Measure> = draft.measures.iter().collect();
    for measure in &all {
        assert!(!words::name(policy, draft, measure).is_empty());
        for change in measure.changes.iter() {
            assert!(!words::change(policy, draft, change).is_empty());
        }
        carry_out(policy, draft, &[measure]);
    }
    for scenario in draft.scenarios.iter() {
        carry_out(policy, draft, &measures_of(draft, scenario));
    }
    carry_out(policy, draft, &all);
    try_trial(policy, draft);
    if all.len() <= MOST_ON_A_ROUTE {
        try_route(policy, draft);
    }
}

/// Either there is a draft that the file format accepts, or it is said whose fault it is.
fn carry_out(policy: &'static Policy, draft: &Draft, measures: &[&Measure]) {
    match draft_with(policy, draft, measures) {
        Ok(Carried { draft: after, idle, .. }) => {
            assert!(
                idle.iter().all(|(at, idle)| *at < measures.len() && !words::idle(policy, draft, idle).is_empty())
            );
            let written = file::to_text(policy, &after);
            let again = file::read(policy, &written);
            assert_eq!(again.as_ref(), Ok(&after), "reading gives back what was written:\n{written}");
            let comparison = compare(policy, draft, &after);
            let gain: Points = comparison.why().iter().map(|why| why.gain).sum();
            assert_eq!(gain, comparison.b.declared - comparison.a.declared);
            assert!(
                comparison.why().iter().all(|why| !why.differences.is_empty()),
                "something changes for nothing"
            );
            let all: Vec<usize> = (0..comparison.differences.len()).collect();
            let adopted = adopt(policy, draft, &[], &comparison.differences, &all).expect("both are drafts");
            // A text that waits in the draft may come to count by what is taken over.
            assert!(has_waiting(policy, draft) || differences(policy, &adopted, &after).is_empty());
        }
        Err(refusal) => {
            let (Refusal::Conflict { measures: whose, message }
            | Refusal::Impossible { measures: whose, message }) = refusal;
            assert!(!whose.is_empty() && !message.is_empty());
        }
    }
}

/// What is tried out is a draft as well, and leads to changes that come to the same.
fn try_trial(policy: &'static Policy, draft: &Draft) {
    let tried = draft.tried();
    let whole = Draft { trial: None, ..tried.clone() };
    assert_eq!(file::read(policy, &file::to_text(policy, &whole)).as_ref(), Ok(&whole));
    let changes = trial::as_changes(policy, draft);
    let measure = Measure { changes: changes.into(), ..Measure::default() };
    let carried = draft_with(policy, draft, &[&measure]).expect("what is tried out is a draft");
    // A text that waits in the draft itself may come to count, which the trial knows nothing of.
    if !has_waiting(policy, draft) {
        assert_eq!(differences(policy, &carried.draft, &tried), []);
    }
}

fn try_route(policy: &'static Policy, draft: &Draft) {
    for (on, prefer) in On::ALL.into_iter().zip([Prefer::Cheapest, Prefer::Fastest, Prefer::Cheapest]) {
        let before = on.of(assess(policy, draft).total);
        let goal = Goal { target: before + Points::from_hundredths(200), on, prefer, ..Goal::default() };
        let answer = route(policy, draft, &goal).expect("nothing must be in");
        assert!(answer.proved);
        assert_eq!(answer.reached, answer.score >= goal.target);
        assert_eq!(answer.score, on.of(answer.figures));
        assert!(answer.reached || answer.score >= before, "nothing at all is better");
    }
}
