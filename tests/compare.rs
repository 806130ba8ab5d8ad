//! Comparing drafts: in what they differ, what depends on it, and taking it over.

mod common;

use common::*;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use zhichuang::compare::{adopt, beside, caveats, compare, needed_with};
use zhichuang::draft::{Difference, Draft, EntryId, FactValue, differences, file};
use zhichuang::policy::{FactKind, Points};
use zhichuang::scenario::{chosen, draft_with};
use zhichuang::scoring::{Figures, assess};

fn read(value: &Value) -> Draft {
    file::read(policy(), &value.to_string()).unwrap_or_else(|refused| panic!("{:?}", refused.faults()))
}

fn written(draft: &Draft) -> Value {
    serde_json::from_str(&file::to_text(policy(), draft)).unwrap()
}

/// A draft with these sections.
fn with(more: Value) -> Value {
    let mut draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
    });
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    draft
}

const LISTS: [&str; 3] = ["finance", "members", "evidence"];

/// The draft as a program wrote it that knew no ids.
fn without_ids(draft: &Draft) -> Draft {
    let mut text = written(draft);
    for list in LISTS {
        for entry in text.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            entry.as_object_mut().unwrap().remove("id");
        }
    }
    read(&text)
}

fn paths(a: &Draft, b: &Draft) -> Vec<String> {
    differences(policy(), a, b).iter().map(|one| one.write(policy())).collect()
}

fn figures(draft: &Draft) -> Vec<Figures> {
    assess(policy(), draft).items.iter().map(|item| item.figures).collect()
}

#[test]
fn a_difference_is_a_path_or_an_entry_that_one_side_has() {
    let a = read(&with(json!({
        "facts": {"team.technical_staff": 26, "team.total_staff": 75},
        "finance": [{"id": "f1", "year": 2024, "cost": "1000"}],
        "members": [{"id": "a1", "kind": "other", "name": "甲"}, {"id": "a2", "kind": "other", "lead": true}],
        "evidence": [{"id": "e1", "category": "transfer"}, {"id": "e2", "category": "ip", "kind": "software"}],
        "readings": {"equity.one_third": "full"},
    })));
    let b = read(&with(json!({
        "facts": {"team.technical_staff": 32, "team.total_staff": 75, "team.lead_expert": true},
        "finance": [{"id": "f1", "year": 2024, "cost": "1000", "rd": "5"}],
        "members": [{"id": "a2", "kind": "other"}, {"id": "a3", "kind": "other", "name": "甲"}],
        "evidence": [{"id": "e2", "category": "ip", "kind": "invention", "title": "乙"}, {"id": "e1", "category": "platform", "level": "national"}],
        "complete": ["ip"],
        "discretion": "high",
    })));
    // In the order of the file. a1 and a3 say the same; e1 is another thing under the same id.
    assert_eq!(
        paths(&a, &b),
        [
            "facts.team.technical_staff",
            "facts.team.lead_expert",
            "finance.f1.rd",
            "members.a2.lead",
            "evidence.e2.title",
            "evidence.e2.kind",
            "evidence.e1",
            "evidence.e1",
            "complete.ip",
            "readings.equity.one_third",
            "discretion",
        ]
    );
    assert_eq!(paths(&a, &a.clone()), Vec::<String>::new());
    let comparison = compare(policy(), &a, &b);
    let item = |id: &str| &comparison.items[policy().items.iter().position(|one| one.id == id).unwrap()];
    assert_eq!(item("team.researchers").differences, [0, 10]);
    assert_eq!(item("team.experts").differences, [1]);
    assert_eq!(item("funding.rd_ratio").differences, [2]);
    assert_eq!(item("tech.new_ip").differences, [5, 8]);
    assert_eq!(item("cluster.platforms").differences, [7]);
    assert_eq!(item("goals.completion").differences, [10]);
    assert!(comparison.idle().contains(&3) && comparison.idle().contains(&4));
}

/// What was tried out, and what a scenario comes to, are of the same entries, also where the file gave them no ids.
#[test]
fn what_was_made_of_a_draft_has_its_entries() {
    let entries = json!({
        "members": [{"kind": "other", "shareholder": true, "contribution": "5"}],
        "measures": [{"id": "m", "changes": [{"set": "members.m1.contribution", "to": "6"}]}],
    });
    let draft = read(&with(entries));
    let carried = draft_with(policy(), &draft, &[draft.measures.get(0).unwrap()]).unwrap().draft;
    assert_eq!(paths(&draft, &carried), ["members.m1.contribution"]);
    // In another file the same id may be of anything.
    assert_eq!(paths(&draft, &without_ids(&carried)), ["members.m1", "members.m1"]);
    // A file that has its ids says which is which.
    let (one, other) = (read(&written(&draft)), read(&written(&carried)));
    assert_eq!(paths(&one, &other), ["members.m1.contribution"]);
}

/// Another draft, or what some measures make of the first; ids or none in either.
fn pairs() -> impl Strategy<Value = (Draft, Draft)> {
    let made = draft().prop_flat_map(|draft| {
        measures(&draft, 4).prop_map(move |measures| {
            let carried = draft_with(policy(), &draft, &measures.iter().collect::<Vec<_>>());
            (draft.clone(), carried.map_or_else(|_| draft.clone(), |carried| carried.draft))
        })
    });
    let pair = prop_oneof![(draft(), draft()), made];
    (pair, any::<bool>(), any::<bool>()).prop_map(|((a, b), one, other)| {
        (if one { without_ids(&a) } else { a }, if other { without_ids(&b) } else { b })
    })
}

/// What is said of some differences. Of entries that say the same any may be the one that is left.
fn said(all: &[Difference]) -> Vec<String> {
    let one = |one: &Difference| match one {
        Difference::Value { .. } => format!("{one:?}"),
        Difference::OnlyA(entry) => format!("a: {:?}", entry.clone().named(EntryId::default())),
        Difference::OnlyB(entry) => format!("b: {:?}", entry.clone().named(EntryId::default())),
    };
    let mut all: Vec<String> = all.iter().map(one).collect();
    all.sort();
    all
}

/// Whether a fact would have to change with another one.
fn is_in_a_couple(difference: &Difference) -> bool {
    let parts = policy().facts.iter().enumerate().filter_map(|(part, fact)| match fact.kind {
        FactKind::Count { at_most: Some(whole), .. } => Some([part, whole]),
        _ => None,
    });
    let path = difference.write(policy());
    parts.flatten().any(|at| path == format!("facts.{}", policy().facts[at].id))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn files_without_ids_are_the_same_in_any_order((draft, other) in draft().prop_flat_map(|draft| {
        let text = written(&without_ids(&draft));
        let list = |key: &str| text.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let shuffled = LISTS.map(|key| Just(list(key)).prop_shuffle());
        shuffled.prop_map(move |lists| {
            let mut text = text.clone();
            for (key, mut list) in LISTS.into_iter().zip(lists) {
                list.iter_mut().for_each(|entry| drop(entry.as_object_mut().unwrap().remove("id")));
                text[key] = json!(list);
            }
            (draft.clone(), read(&text))
        })
    })) {
        prop_assert_eq!(differences(policy(), &without_ids(&draft), &other), vec![]);
        prop_assert_eq!(differences(policy(), &draft, &other), vec![]);
    }

    #[test]
    fn what_is_the_other_way_round_differs_as_much((a, b) in pairs()) {
        prop_assert_eq!(differences(policy(), &a, &b).len(), differences(policy(), &b, &a).len());
    }

    #[test]
    fn the_changes_sum_to_the_change_of_the_total((a, b) in pairs()) {
        let comparison = compare(policy(), &a, &b);
        let sum: Points = comparison.why().iter().map(|why| why.gain).sum();
        prop_assert_eq!(sum, comparison.b.declared - comparison.a.declared);
        let of_items: Points = comparison.items.iter().map(|item| item.gain()).sum();
        prop_assert_eq!(sum, of_items);
        // Nothing changes for nothing.
        for why in comparison.why() {
            prop_assert!(!why.differences.is_empty(), "{:?}", why);
        }
    }

    /// All that an item is not said to depend on can be taken over without changing it.
    #[test]
    fn an_item_depends_on_nothing_else_than_is_said((a, b) in pairs(), which in any::<Index>()) {
        let comparison = compare(policy(), &a, &b);
        let at = which.index(comparison.items.len());
        let all = &comparison.differences;
        let others: Vec<usize> = (0..all.len()).filter(|one| !comparison.items[at].differences.contains(one)).collect();
        if needed_with(policy(), &a, &[], all, &others) == others {
            let after = adopt(policy(), &a, &[], all, &others).unwrap();
            prop_assert_eq!(figures(&after)[at], comparison.items[at].a, "{}", policy().items[at].id);
        }
        let own = needed_with(policy(), &a, &[], all, &comparison.items[at].differences);
        let after = adopt(policy(), &a, &[], all, &own).unwrap();
        prop_assert_eq!(figures(&after)[at], comparison.items[at].b, "{}", policy().items[at].id);
    }

    #[test]
    fn one_that_is_taken_over_goes_and_no_other_comes((a, b) in pairs(), which in any::<Index>()) {
        let all = differences(policy(), &a, &b);
        if all.is_empty() {
            return Ok(());
        }
        let wanted = which.index(all.len());
        let needed = needed_with(policy(), &a, &[], &all, &[wanted]);
        prop_assert!(needed.contains(&wanted));
        // Nothing else is taken than what it can't be without.
        for with in needed.iter().filter(|at| **at != wanted) {
            let paths = [*with, wanted].map(|at| all[at].write(policy()));
            let couple = is_in_a_couple(&all[*with]) && is_in_a_couple(&all[wanted]);
            prop_assert!(couple || paths.iter().all(|path| path.starts_with("period.")), "{:?}", paths);
        }
        let after = adopt(policy(), &a, &[], &all, &[wanted]).expect("both are drafts");
        let left: Vec<Difference> = (0..).zip(&all).filter(|(at, _)| !needed.contains(at)).map(|(_, one)| one.clone()).collect();
        prop_assert_eq!(said(&differences(policy(), &after, &b)), said(&left));
        prop_assert_eq!(file::read_value(policy(), &file::to_value(policy(), &after)), Ok(after));
    }

    #[test]
    fn with_all_of_them_the_drafts_are_the_same((a, b) in pairs()) {
        let all = differences(policy(), &a, &b);
        let after = adopt(policy(), &a, &[], &all, &(0..all.len()).collect::<Vec<_>>()).expect("both are drafts");
        prop_assert_eq!(differences(policy(), &after, &b), vec![]);
        prop_assert_eq!(figures(&after), figures(&b));
        // What is not compared stays.
        prop_assert_eq!((&after.name, &after.measures, &after.trial), (&a.name, &a.measures, &a.trial));
    }
}

/// Technical staff above all staff can't be taken over alone, and neither can the other way round.
#[test]
fn what_can_not_be_without_another_is_taken_with_it() {
    let staff = |technical: u32, total: u32| {
        read(&with(json!({"facts": {"team.technical_staff": technical, "team.total_staff": total}})))
    };
    let (few, many) = (staff(26, 30), staff(32, 75));
    let needed = |a: &Draft, b: &Draft, wanted: usize| {
        needed_with(policy(), a, &[], &differences(policy(), a, b), &[wanted])
    };
    assert_eq!(needed(&few, &many, 0), [0, 1]);
    assert_eq!(needed(&few, &many, 1), [1]);
    assert_eq!(needed(&many, &few, 0), [0]);
    assert_eq!(needed(&many, &few, 1), [0, 1]);
    let after = adopt(policy(), &few, &[], &differences(policy(), &few, &many), &[0]).unwrap();
    let at = policy().facts.iter().position(|fact| fact.id == "team.total_staff").unwrap();
    assert_eq!(after.fact(at), Some(FactValue::Number(75.into())));
    let later = read(&with(json!({"period": {"from": "2026-07-01", "to": "2029-06-30"}})));
    assert_eq!(needed(&few, &later, 0), [0, 1]);
    assert_eq!(needed(&few, &later, 1), [1]);
}

/// What was taken over of a scenario once stood there to be taken again and again, +7 each time; and one end of a transfer
/// without the other made a third of the company of nothing.
#[test]
fn what_is_taken_over_of_a_scenario_is_done() {
    let main = read(&with(json!({
        "facts": {"team.technical_staff": 41, "team.total_staff": 81},
        "members": [
            {"id": "a1", "kind": "institute", "shareholder": true, "contribution": "380"},
            {"id": "a2", "kind": "enterprise", "shareholder": true, "contribution": "420"},
            {"id": "a3", "kind": "financial"},
        ],
        "measures": [
            {"id": "c", "changes": [
                {"increase": "facts.team.technical_staff", "by": "7"}, {"increase": "facts.team.total_staff", "by": "7"},
            ]},
            {"id": "c2", "changes": [{"increase": "facts.team.technical_staff", "by": "1"}]},
            {"id": "t", "changes": [{"transfer": "members", "from": "a1", "to": "a3", "amount": "70"}]},
            {"id": "d", "changes": [
                {"add": "evidence", "entry": {"category": "transfer"}}, {"add": "evidence", "entry": {"category": "transfer"}},
            ]},
            {"id": "other", "changes": [{"set": "facts.team.lead_expert", "to": true}]},
        ],
        "scenarios": [
            {"id": "s1", "measures": ["c", "c2", "t", "d"]}, {"id": "s2", "measures": ["c2", "other"]},
        ],
    })));
    let scenario = |draft: &Draft| draft.scenarios.get(0).unwrap().measures.to_vec();
    let target = |draft: &Draft, at: usize| {
        let ids = draft.scenarios.get(at).unwrap().measures.to_vec();
        draft_with(policy(), draft, &chosen(draft, &ids)).unwrap().draft
    };
    let (b, all) = (target(&main, 0), differences(policy(), &main, &target(&main, 0)));
    let of =
        |path: &str| all.iter().position(|one| one.write(policy()) == path).unwrap_or_else(|| panic!("{path}"));
    let take = |wanted: usize| {
        let needed = needed_with(policy(), &main, &scenario(&main), &all, &[wanted]);
        (needed, adopt(policy(), &main, &scenario(&main), &all, &[wanted]).unwrap())
    };
    let changes = |draft: &Draft| -> Vec<String> {
        draft.measures.iter().map(|one| format!("{} {}", one.id, one.changes.len())).collect()
    };
    // Both that add to one number are done with it; the rest of the first stays.
    let (_, after) = take(of("facts.team.technical_staff"));
    assert_eq!(changes(&after), ["c 1", "t 1", "d 2", "other 1"]);
    assert_eq!(*after.scenarios.get(1).unwrap().measures, [EntryId::new("other")]);
    // What one has lost another has got.
    let ends = ["members.a1.contribution", "members.a3.shareholder", "members.a3.contribution"].map(of);
    for end in ends {
        let (mut needed, after) = take(end);
        needed.sort_unstable();
        let mut expected = ends.to_vec();
        expected.sort_unstable();
        assert_eq!(needed, expected);
        assert_eq!(after.contributions(), main.contributions(), "the sum stays");
        assert_eq!(changes(&after), ["c 2", "c2 1", "d 2", "other 1"]);
    }
    // Of two that are alike one is done.
    let added = all.iter().position(|one| matches!(one, Difference::OnlyB(_))).unwrap();
    assert_eq!(changes(&take(added).1), ["c 2", "c2 1", "t 1", "d 1", "other 1"]);
    // Whatever is taken over, the scenario stays what it is, and in the end nothing of it is left.
    for wanted in 0..all.len() {
        let (needed, after) = take(wanted);
        assert_eq!(figures(&target(&after, 0)), figures(&b), "{}", all[wanted].write(policy()));
        let left = differences(policy(), &after, &target(&after, 0)).len();
        assert_eq!(left, all.len() - needed.len(), "{}", all[wanted].write(policy()));
    }
    let every: Vec<usize> = (0..all.len()).collect();
    let after = adopt(policy(), &main, &scenario(&main), &all, &every).unwrap();
    assert_eq!(changes(&after), ["other 1"]);
    assert_eq!(figures(&after), figures(&b));
}

/// Of what is the same on all sides nothing is said, but each stage has its line.
#[test]
fn readings_verdicts_and_dates_stand_beside_the_points() {
    let a = read(&with(json!({"facts": {"dates.recognized_on": "2023-07-01"}})));
    let b = read(&with(json!({
        "facts": {"dates.recognized_on": "2023-08-01"},
        "readings": {"equity.one_third": "full"},
        "discretion": "high",
    })));
    let pathway = zhichuang::rules::henan_2023_52();
    let rows = |drafts: &[&Draft]| beside(policy(), pathway, day("2026-11-25"), drafts);
    let same = rows(&[&a, &a]);
    assert_eq!(same.len(), pathway.stages.len());
    assert!(same.iter().all(|row| row.label.starts_with("阶段：") && !row.differs()));
    let both = rows(&[&a, &b, &a]);
    let row =
        |label: &str| both.iter().find(|row| row.label.contains(label)).unwrap_or_else(|| panic!("{both:#?}"));
    assert_eq!(row("酌情取值").values, ["取低值", "取高值", "取低值"]);
    assert!(row("口径").differs());
    // Three years after the recognition.
    let period = &row("日期：三年自评估").values;
    assert!(period[0] != period[1] && period[0] == period[2], "{period:?}");
    assert!(both.iter().all(|row| row.values.len() == 3));
    assert!(rows(&[]).is_empty());
}

#[test]
fn other_readings_and_another_period_are_told_before_points_are_compared() {
    let a = read(&with(json!({})));
    let of = |more: Value| read(&with(more));
    let later = of(json!({"period": {"from": "2023-07-02", "to": "2026-06-30"}}));
    let reading = of(json!({"readings": {"equity.one_third": "full"}}));
    let discretion = of(json!({"discretion": "high"}));
    assert_eq!(caveats(&[&a, &a]), [""; 0]);
    assert!(caveats(&[&a, &later])[0].starts_with("各栏的考评期不一样"));
    for other in [&reading, &discretion] {
        assert!(caveats(&[&a, &a, other])[0].starts_with("各栏的口径或酌情取值不一样"));
    }
    assert_eq!(caveats(&[&a, &reading, &later]).len(), 2);
}
