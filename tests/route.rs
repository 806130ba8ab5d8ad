//! The route to a target against trying out every set by itself, and by hand.

mod common;

use std::sync::Arc;

use common::*;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use serde_json::{Value, json};
use zhichuang::draft::{Certainty, Change, Draft, EntryId, List, Measure, Path, file};
use zhichuang::policy::Points;
use zhichuang::route::{Answer, Explored, Goal, On, Prefer, route};
use zhichuang::scenario::{conflict, draft_with};
use zhichuang::scoring::{Figures, assess};

/// A set of measures in the order of their ids, with its figures where it has some.
type Tried<'a> = (Vec<&'a Measure>, Option<Figures>);

/// Every set of the measures that count.
fn every_set(draft: &Draft) -> Vec<Tried<'_>> {
    let mut measures: Vec<&Measure> = draft.measures.iter().filter(|measure| !claims(measure)).collect();
    measures.sort_by(|one, other| one.id.as_str().cmp(other.id.as_str()));
    let set = |bits: u32| {
        let chosen: Vec<&Measure> =
            (0..).zip(&measures).filter(|(at, _)| bits & (1 << at) != 0).map(|(_, one)| *one).collect();
        let figures =
            draft_with(policy(), draft, &chosen).ok().map(|carried| assess(policy(), &carried.draft).total);
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

fn score(figures: &Figures, on: On) -> Points {
    match on {
        On::Floor => figures.floor,
        On::Declared => figures.declared,
        On::Ceiling => figures.ceiling,
    }
}

fn cost(set: &[&Measure]) -> i128 {
    set.iter().filter_map(|one| one.cost.value).map(zhichuang::draft::number::millionths).sum()
}

fn days(set: &[&Measure]) -> u64 {
    let days = set.iter().filter_map(|one| one.days.value).map(|days| days.to_string().parse::<u64>().unwrap());
    days.max().unwrap_or(0)
}

fn ids(set: &[&Measure]) -> Vec<EntryId> {
    set.iter().map(|one| one.id.clone()).collect()
}

/// The best set for a goal, by its definition; none where what has to be in can't be.
fn expected<'a>(draft: &Draft, sets: &'a [Tried<'a>], goal: &Goal) -> Option<(Vec<EntryId>, Points, bool)> {
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
        cost: zhichuang::draft::Entered::of(1.into()),
        days: zhichuang::draft::Entered::of(1.into()),
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

/// A draft of which only what the measures change is known.
fn with(measures: Value) -> Draft {
    made_of(&json!({"measures": measures}))
}

fn made_of(more: &Value) -> Draft {
    let mut text = json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
    });
    text.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    file::read(policy(), &text.to_string()).unwrap_or_else(|refused| panic!("{:?}", refused.faults()))
}

fn measure(id: &str, cost: &str, days: u32, set: &str) -> Value {
    json!({"id": id, "cost": cost, "days": days, "changes": [{"set": set, "to": true}]})
}

fn target(hundredths: i64) -> Goal {
    Goal { target: Points::from_hundredths(hundredths), ..Goal::default() }
}

#[track_caller]
fn found(draft: &Draft, goal: &Goal) -> Answer {
    route(policy(), draft, goal).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn texts(answer: &Answer) -> Vec<&str> {
    answer.measures.iter().map(EntryId::as_str).collect()
}

/// 院士或行业领军专家 2 分, 联盟 2 分: each by itself.
#[test]
fn ties_are_broken_by_cost_then_number_then_ids_by_code_point() {
    let (expert, alliance) = ("facts.team.lead_expert", "facts.cluster.alliance_active");
    let two =
        |first: &str, second: &str| with(json!([measure(first, "1", 0, expert), measure(second, "1", 0, expert)]));
    assert_eq!(texts(&found(&two("m2", "m10"), &target(200))), ["m10"]);
    assert_eq!(texts(&found(&two("举", "z"), &target(200))), ["z"]);
    assert_eq!(texts(&found(&two("b", "B"), &target(200))), ["B"]);
    // Across what has nothing in common: the lesser id, not the item that comes first.
    let apart = with(json!([measure("m2", "1", 0, expert), measure("m10", "1", 0, alliance)]));
    assert_eq!(texts(&found(&apart, &target(200))), ["m10"]);
    assert_eq!(texts(&found(&apart, &target(201))), ["m10", "m2"]);
    // One of the same cost before two, however early their ids.
    let both =
        json!({"id": "z", "cost": "2", "changes": [{"set": expert, "to": true}, {"set": alliance, "to": true}]});
    let few = with(json!([measure("a", "1", 0, expert), measure("b", "1", 0, alliance), both]));
    assert_eq!(texts(&found(&few, &target(400))), ["z"]);
    // Less cost before fewer.
    let cheap = with(json!([measure("a", "0.999999", 0, expert), measure("b", "1", 0, alliance), both]));
    assert_eq!(texts(&found(&cheap, &target(400))), ["a", "b"]);
}

#[test]
fn the_least_days_come_first_where_it_is_to_be_fast() {
    let expert = "facts.team.lead_expert";
    let draft = with(json!([
        measure("slow", "1", 90, expert),
        measure("fast", "50", 30, expert),
        measure("other", "1", 60, "facts.cluster.alliance_active"),
    ]));
    let fast = |hundredths| Goal { prefer: Prefer::Fastest, ..target(hundredths) };
    assert_eq!(texts(&found(&draft, &target(200))), ["other"]);
    assert_eq!(texts(&found(&draft, &target(400))), ["other", "slow"]);
    assert_eq!(texts(&found(&draft, &fast(200))), ["fast"]);
    assert_eq!((found(&draft, &fast(400)).days, texts(&found(&draft, &fast(400)))), (60, vec!["fast", "other"]));
    // What must be in takes its time, so that nothing is won by being faster elsewhere.
    let forced = Goal { with: vec![EntryId::new("slow")], ..fast(400) };
    assert_eq!(texts(&found(&draft, &forced)), ["other", "slow"]);
    let unreachable = found(&draft, &fast(401));
    assert_eq!(
        (texts(&unreachable), unreachable.reached, unreachable.score.to_string()),
        (vec!["other", "slow"], false, "4.00".into())
    );
}

#[test]
fn a_target_that_is_there_already_takes_nothing_and_a_loss_is_never_taken() {
    let draft = with(json!([
        {"id": "m1", "changes": [{"set": "self_awarded.tech.progress", "to": "6"}]},
        {"id": "m2", "changes": [{"set": "facts.team.lead_expert", "to": false}]},
    ]));
    let floor = |hundredths, on| found(&draft, &Goal { on, ..target(hundredths) });
    assert_eq!(texts(&floor(0, On::Floor)), Vec::<&str>::new());
    assert!(floor(10_000, On::Ceiling).measures.is_empty() && floor(10_000, On::Ceiling).reached);
    // Claiming is no measure, so that nothing can be reached.
    let most = floor(1, On::Declared);
    assert_eq!((most.reached, most.proved, most.measures.len(), most.score), (false, true, 0, Points::ZERO));
    // A loss is taken where it must be.
    let forced = Goal { with: vec![EntryId::new("m2")], on: On::Ceiling, ..target(10_000) };
    assert_eq!(
        (found(&draft, &forced).score.to_string(), found(&draft, &forced).reached),
        ("98.00".into(), false)
    );
}

#[test]
fn what_is_unknown_or_contradicts_itself_is_refused() {
    let mut claim = measure("claim", "0", 0, "facts.team.lead_expert");
    claim["changes"] = json!([{"set": "self_awarded.tech.progress", "to": "6"}]);
    let mut against = measure("against", "0", 0, "facts.team.lead_expert");
    against["changes"][0]["to"] = json!(false);
    let gone = json!({"id": "gone", "changes": [{"set": "members.a9.lead", "to": true}]});
    let draft = with(json!([measure("m1", "0", 0, "facts.team.lead_expert"), claim, against, gone]));
    let ids = |all: &[&str]| all.iter().map(|id| EntryId::new(id)).collect::<Vec<_>>();
    let paths = |with: &[&str], without: &[&str], only_sure| {
        let goal = Goal { with: ids(with), without: ids(without), only_sure, ..target(0) };
        let faults = route(policy(), &draft, &goal).err().unwrap_or_default();
        assert!(faults.iter().all(|fault| fault.message.ends_with('。')), "{faults:?}");
        faults.into_iter().map(|fault| fault.path).collect::<Vec<_>>()
    };
    assert_eq!(paths(&["m9"], &["m8"], false), ["with", "without"]);
    assert_eq!(paths(&["m1"], &["m1"], false), ["with"]);
    assert_eq!(paths(&["claim"], &[], false), ["with"]);
    assert_eq!(paths(&["m1", "against"], &[], false), ["with"]);
    assert_eq!(paths(&["gone"], &[], false), ["with"]);
    assert_eq!(paths(&["m1"], &[], true), ["with"]);
    assert_eq!(paths(&["m1"], &["against", "claim", "gone"], false), Vec::<String>::new());
}

/// Measures that have to do with each other by one thing alone, each in its own way.
#[test]
fn whatever_measures_have_in_common_is_seen() {
    let set = |path: &str, to: Value| json!({"set": path, "to": to});
    let member = |id: &str, rank: &str| json!({"id": id, "kind": "enterprise", "shareholder": true, "contribution": "100", "rank": rank});
    let transfer = |on: &str| json!({"add": "evidence", "entry": {"category": "transfer", "on": on}});
    let complete = json!(["members", "transfer", "project", "ip"]);
    let cases = [
        // Three of the leading firms must be shareholders: one becomes one by a transfer, another gets its rank.
        (
            json!({"facts": {"market.majority_share": true}, "members": [
                member("a1", "provincial_top10"), member("a2", "none"),
                {"id": "a3", "kind": "enterprise", "rank": "provincial_top10"},
            ]}),
            vec![
                json!({"transfer": "members", "from": "a1", "to": "a3", "amount": "10"}),
                set("members.a2.rank", json!("national_top5")),
            ],
        ),
        // The same, where it is no shareholder until something else makes it none.
        (
            json!({"facts": {"market.majority_share": true}, "members": [
                member("a1", "provincial_top10"), member("a2", "none"), member("a3", "provincial_top10"),
            ]}),
            vec![
                json!({"transfer": "members", "from": "a1", "to": "a3", "amount": "10"}),
                set("members.a3.shareholder", json!(false)),
                set("members.a2.rank", json!("national_top5")),
            ],
        ),
        // Neither is possible before the other.
        (
            json!({"facts": {"team.stable_staff": 40, "team.technical_staff": 30, "team.total_staff": 60}}),
            vec![set("facts.team.total_staff", json!(10)), set("facts.team.technical_staff", json!(8))],
        ),
        (
            json!({}),
            vec![
                set("period.to", json!("2021-01-01")),
                set("period.from", json!("2020-01-01")),
                transfer("2020-06-01"),
                transfer("2024-06-01"),
            ],
        ),
        // Which of two of a kind it is makes a difference while the period may change.
        (json!({}), vec![transfer("2024-01-01"), transfer("2026-01-01"), set("period.from", json!("2025-01-01"))]),
        // An id is free once its entry is taken out.
        (
            json!({"evidence": [{"id": "e1", "category": "project", "level": "city", "role": "lead", "on": "2024-01-01"}]}),
            vec![
                json!({"add": "evidence", "entry": {"id": "e1", "category": "ip", "kind": "software", "on": "2024-01-01"}}),
                json!({"remove": "evidence", "id": "e1"}),
            ],
        ),
        // Two of one id can't be together, whatever they are.
        (
            json!({}),
            vec![
                json!({"add": "evidence", "entry": {"id": "x", "category": "ip", "kind": "software", "on": "2024-01-01"}}),
                json!({"add": "evidence", "entry": {"id": "x", "category": "transfer", "on": "2024-01-01"}}),
            ],
        ),
        // What goes out is no more than what comes in.
        (
            json!({"members": [member("a1", "none"), member("a2", "none"), member("a3", "none")]}),
            vec![
                json!({"transfer": "members", "from": "a1", "to": "a2", "amount": "150"}),
                json!({"transfer": "members", "from": "a3", "to": "a1", "amount": "60"}),
                json!({"increase": "members.a3.contribution", "by": "-40"}),
            ],
        ),
    ];
    for (mut more, changes) in cases {
        let one = |(at, change): (usize, Value)| json!({"id": format!("m{at}"), "cost": format!("{}", at * at % 5), "changes": [change]});
        more["measures"] = changes.into_iter().enumerate().map(one).collect();
        more["complete"] = complete.clone();
        let draft = made_of(&more);
        let sets = every_set(&draft);
        for on in On::ALL {
            for (set, figures) in &sets {
                let Some(figures) = figures else { continue };
                let goal = Goal { on, target: score(figures, on), with: ids(set), ..Goal::default() };
                let answer = found(&draft, &goal);
                let best = expected(&draft, &sets, &goal).unwrap();
                assert_eq!((answer.measures, answer.score, answer.reached), best, "{more}");
            }
        }
    }
}

/// More than 300 measures, of which few touch an item at all: it is still the best of all sets.
#[test]
fn any_number_of_measures_is_proved_where_few_have_something_in_common() {
    let add = json!({"add": "evidence", "entry": {"category": "transfer", "on": "1999-01-01"}});
    let idle =
        |at: usize| json!({"id": format!("a{at}"), "changes": if at < 12 { json!([add]) } else { json!([]) }});
    let mut all: Vec<Value> = (0..300).map(idle).collect();
    all.push(measure("z1", "3", 0, "facts.team.lead_expert"));
    all.push(measure("z2", "2", 0, "facts.team.lead_expert"));
    let draft = with(json!(all));
    let answer = found(&draft, &target(200));
    assert_eq!((texts(&answer), answer.proved, answer.reached), (vec!["z2"], true, true));
    let forced = Goal { with: ["a299", "z1"].map(EntryId::new).to_vec(), ..target(200) };
    assert_eq!(texts(&found(&draft, &forced)), ["a299", "z1"]);
}

/// 100 measures that share one item. From 0 to 60% takes 60 of them; the first are as good as the last.
#[test]
fn in_a_group_that_is_too_large_what_must_be_in_is_in() {
    let one = |at: usize| json!({"id": format!("m{at:03}"), "cost": "1", "days": at, "changes": [{"increase": "facts.goals.completion_rate", "by": "1"}]});
    let mut draft = with(json!((0..100).map(one).collect::<Vec<_>>()));
    let rate = Path::parse(policy(), "facts.goals.completion_rate").unwrap();
    rate.put(policy(), &mut draft, &zhichuang::draft::Value::Number(0.into())).unwrap();
    let last = ["m098", "m099"].map(EntryId::new).to_vec();
    let answer = found(&draft, &Goal { with: last.clone(), on: On::Ceiling, ..target(9_000) });
    assert!(!answer.proved && last.iter().all(|id| answer.measures.contains(id)), "{answer:?}");
    let bound = answer.bound.unwrap();
    // At 60% the ceiling of the item is 15 of 25.
    assert!(bound.cost <= 60_000_000 && bound.score.hundredths() >= 10_000 && bound.days <= 59, "{bound:?}");
    let without =
        Goal { without: draft.measures.iter().take(99).map(|one| one.id.clone()).collect(), ..target(0) };
    assert!(found(&draft, &without).proved, "one is left");
    let empty = Draft { measures: List::default(), ..draft };
    assert!(found(&empty, &target(1)).proved);
}
