//! The route to a target against trying out every set by itself.

mod common;
#[path = "common/sets.rs"]
mod sets;

use std::sync::Arc;

use common::*;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use sets::*;
use zhichuang::draft::{Certainty, Change, Draft, Entered, EntryId, Measure, Path};
use zhichuang::policy::Points;
use zhichuang::route::{Explored, Goal, On, Prefer, route};
use zhichuang::scenario::draft_with;
use zhichuang::scoring::assess;

/// A draft with up to so many measures.
fn planned_draft(most: usize) -> impl Strategy<Value = Draft> {
    draft().prop_flat_map(move |draft| {
        measures(&draft, most)
            .prop_map(move |measures| Draft { measures: measures.into_iter().collect(), ..draft.clone() })
    })
}

/// A goal that some set may just reach, or just not.
fn goal(draft: Draft) -> impl Strategy<Value = (Draft, Goal, Index, i64)> {
    let ids: Vec<EntryId> = draft.measures.iter().map(|one| one.id.clone()).collect();
    let some =
        |most: usize| prop_oneof![3 => Just(vec![]), 1 => subsequence(ids.clone(), 0..=most.min(ids.len()))];
    let on = proptest::sample::select(On::ALL.to_vec());
    let beside = proptest::sample::select(vec![-1, 0, 0, 1, 300]);
    (on, any::<bool>(), proptest::bool::weighted(0.2), some(2), some(2), any::<Index>(), beside).prop_map(
        move |(on, fastest, only_sure, with, without, which, beside)| {
            let prefer = if fastest { Prefer::Fastest } else { Prefer::Cheapest };
            (draft.clone(), Goal { on, prefer, only_sure, with, without, ..Goal::default() }, which, beside)
        },
    )
}

/// The goal, with a target beside what one of the sets has.
fn aimed(goal: &Goal, sets: &[Tried], which: Index, beside: i64) -> Goal {
    let scores: Vec<Points> =
        sets.iter().filter_map(|(_, figures)| Some(score(figures.as_ref()?, goal.on))).collect();
    let target = Points::from_hundredths(which.get(&scores).hundredths() + beside);
    Goal { target, ..goal.clone() }
}

fn check(draft: &Draft, goal: &Goal, which: Index, beside: i64) -> Result<(), TestCaseError> {
    let sets = every_set(draft);
    let goal = aimed(goal, &sets, which, beside);
    let expected = expected(draft, &sets, &goal);
    for found in [route(policy(), draft, &goal), Explored::of(policy(), draft, |_| true).answer(&goal)] {
        match (found, &expected) {
            (Ok(answer), Some((measures, score, reached))) => {
                prop_assert_eq!(&answer.measures, measures, "{:?}", goal);
                prop_assert_eq!((answer.score, answer.reached), (*score, *reached));
                let set: Vec<&Measure> = draft.measures.iter().filter(|one| measures.contains(&one.id)).collect();
                prop_assert_eq!((answer.cost, answer.days), (cost(&set), days(&set)));
                prop_assert!(answer.proved && answer.bound.is_none());
            }
            (Err(faults), None) => prop_assert!(!faults.is_empty()),
            (found, expected) => prop_assert!(false, "{found:?} but {expected:?} for {goal:?}"),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_is_the_best_of_all_sets((draft, goal, which, beside) in planned_draft(6).prop_flat_map(goal)) {
        check(&draft, &goal, which, beside)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_is_the_best_of_four_thousand_sets((draft, goal, which, beside) in planned_draft(12).prop_flat_map(goal)) {
        check(&draft, &goal, which, beside)?;
    }
}

/// So many that do nothing but have everything in common with each other and with all that counts: none of them is ever of
/// use, so that the best of all sets is the best of the others.
fn idle_ones(draft: &Draft, count: usize) -> Vec<Measure> {
    let same = |path: Path| path.value(policy(), draft).map(|to| Change::Set { path, to });
    let paths = Path::of_draft(policy()).into_iter().filter(|path| !matches!(path, Path::Pick(_)));
    let changes: Arc<Vec<Change>> = Arc::new(paths.filter_map(same).collect());
    let one = |at| Measure {
        id: EntryId::new(&format!("idle{at}")),
        cost: Entered::of(1.into()),
        days: Entered::of(1.into()),
        changes: changes.clone(),
        ..Measure::default()
    };
    (0..count).map(one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_proved_has_a_bound_that_nothing_is_better_than(
        (draft, goal, which, beside) in planned_draft(6).prop_flat_map(goal),
    ) {
        let sets = every_set(&draft);
        let goal = Goal { with: vec![], ..aimed(&goal, &sets, which, beside) };
        let mut many = draft.clone();
        let sure = |one: Measure| Measure { certainty: Certainty::Sure, ..one };
        idle_ones(&draft, 21).into_iter().for_each(|one| many.measures.push(sure(one)));
        let answer = route(policy(), &many, &goal).unwrap();
        let bound = answer.bound.expect("it is not proved");
        prop_assert!(!answer.proved);
        // What is said is so.
        let chosen: Vec<&Measure> = many.measures.iter().filter(|one| answer.measures.contains(&one.id)).collect();
        let figures = assess(policy(), &draft_with(policy(), &many, &chosen).unwrap().draft).total;
        prop_assert_eq!(score(&figures, goal.on), answer.score);
        prop_assert_eq!(answer.reached, answer.score >= goal.target);
        let (best, most, reached) = expected(&draft, &sets, &goal).unwrap();
        prop_assert!(most <= bound.score && answer.score <= bound.score, "{:?} {:?}", most, bound);
        if reached {
            let of = |ids: &[EntryId]| draft.measures.iter().filter(|one| ids.contains(&one.id)).collect::<Vec<_>>();
            prop_assert!(bound.cost <= cost(&of(&best)), "{:?} {:?}", best, bound);
            let (fastest, ..) = expected(&draft, &sets, &Goal { prefer: Prefer::Fastest, ..goal }).unwrap();
            prop_assert!(bound.days <= days(&of(&fastest)), "{:?} {:?}", fastest, bound);
        }
    }
}
