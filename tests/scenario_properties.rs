//! What holds for any measures of any draft.

mod common;

use std::sync::Arc;

use common::*;
use proptest::prelude::*;
use zhichuang::draft::{Draft, EntryId, Measure, Trial, differences, file};
use zhichuang::policy::Points;
use zhichuang::scenario::trial::as_changes;
use zhichuang::scenario::{Carried, Refusal, draft_with};
use zhichuang::scoring::{Assessment, assess};

/// A draft and some measures of it, most of which can be carried out together.
fn with_measures(most: usize) -> impl Strategy<Value = (Draft, Vec<Measure>)> {
    draft().prop_flat_map(move |draft| (Just(draft.clone()), measures(&draft, most)))
}

fn carried(draft: &Draft, measures: &[Measure]) -> Result<Carried, Refusal> {
    draft_with(policy(), draft, &measures.iter().collect::<Vec<_>>())
}

/// The draft with its entries in the order of their ids.
fn in_order(draft: &Draft) -> Draft {
    fn sorted<T: Clone, K: Ord>(all: impl Iterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
        let mut all: Vec<T> = all.collect();
        all.sort_by_key(key);
        all
    }
    Draft {
        finance: sorted(draft.finance.iter().cloned(), |row| row.id.clone()).into_iter().collect(),
        members: sorted(draft.members.iter().cloned(), |member| member.id.clone()).into_iter().collect(),
        evidence: sorted(draft.evidence.iter().cloned(), |entry| entry.id.clone()).into_iter().collect(),
        ..draft.clone()
    }
}

/// Which kind of refusal, and whose.
fn refused(refusal: &Refusal) -> (bool, Vec<EntryId>) {
    let mut ids = refusal.measures().to_vec();
    ids.sort();
    (matches!(refusal, Refusal::Conflict { .. }), ids)
}

fn total_of_items(assessment: &Assessment) -> Points {
    assessment.items.iter().map(|item| item.figures.declared).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_measures_never_matters(
        ((draft, measures), shuffled) in with_measures(6).prop_flat_map(|(draft, measures)| {
            (Just((draft, measures.clone())), Just(measures).prop_shuffle())
        }),
    ) {
        match (carried(&draft, &measures), carried(&draft, &shuffled)) {
            (Ok(one), Ok(other)) => {
                prop_assert_eq!(in_order(&one.draft), in_order(&other.draft));
                prop_assert_eq!(assess(policy(), &one.draft), assess(policy(), &other.draft));
                prop_assert_eq!(one.idle.len(), other.idle.len());
            }
            (Err(one), Err(other)) => prop_assert_eq!(refused(&one), refused(&other)),
            (one, other) => prop_assert!(false, "{:?} but {:?}", one.map(|_| ()), other.map(|_| ())),
        }
    }

    #[test]
    fn without_measures_it_is_the_draft_itself(draft in draft()) {
        let carried = carried(&draft, &[]).unwrap();
        prop_assert_eq!(carried.draft, Draft { trial: None, ..draft });
        prop_assert_eq!((carried.problems, carried.idle), (vec![], vec![]));
    }

    /// Lists share their entries with what was made of them, so that it would be seen here.
    #[test]
    fn the_draft_itself_is_never_changed((draft, measures) in with_measures(6)) {
        let before = file::to_text(policy(), &draft);
        let kept = draft.clone();
        let _ = carried(&draft, &measures);
        prop_assert_eq!(&draft, &kept);
        prop_assert_eq!(file::to_text(policy(), &draft), before);
    }

    #[test]
    fn what_results_is_a_draft_that_a_file_holds((draft, measures) in with_measures(4)) {
        let Ok(carried) = carried(&draft, &measures) else { return Ok(()) };
        let text = file::to_text(policy(), &carried.draft);
        let again = file::read(policy(), &text);
        prop_assert_eq!(again.as_ref(), Ok(&carried.draft), "{}", text);
        prop_assert_eq!(assess(policy(), &again.unwrap()), assess(policy(), &carried.draft));
    }

    #[test]
    fn the_changes_of_items_sum_to_the_change_of_the_total((draft, measures) in with_measures(4)) {
        let Ok(carried) = carried(&draft, &measures) else { return Ok(()) };
        let (before, after) = (assess(policy(), &draft), assess(policy(), &carried.draft));
        let by_item = total_of_items(&after) - total_of_items(&before);
        prop_assert_eq!(by_item, after.total.declared - before.total.declared);
    }

    /// A refusal names measures that are among those asked for, and says something of each.
    #[test]
    fn a_refusal_names_who_and_says_why((draft, measures) in with_measures(6)) {
        let Err(refusal) = carried(&draft, &measures) else { return Ok(()) };
        prop_assert!(!refusal.measures().is_empty());
        prop_assert!(refusal.measures().iter().all(|id| measures.iter().any(|one| one.id == *id)));
        prop_assert!(refusal.message().ends_with('。'), "{}", refusal.message());
        let left: Vec<Measure> = measures.iter().filter(|one| !refusal.measures().contains(&one.id)).cloned().collect();
        let again = carried(&draft, &left);
        // What is left may be impossible, but has no conflict any more.
        prop_assert!(!matches!(again, Err(Refusal::Conflict { .. })), "{:?}", again);
    }

    /// What was tried out becomes a measure that leads to it.
    #[test]
    fn what_was_tried_out_can_be_carried_out(draft in draft(), other in counted()) {
        let trial = Some(Arc::new(Trial::of(&other, None, String::new())));
        let draft = Draft { trial, ..draft };
        let measure = Measure { id: EntryId::new("m"), changes: Arc::new(as_changes(policy(), &draft)), ..Measure::default() };
        let carried = carried(&draft, &[measure]).unwrap();
        prop_assert_eq!(differences(policy(), &carried.draft, &draft.tried()), vec![]);
    }
}
