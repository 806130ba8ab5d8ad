//! The route to a target, by hand.

#[path = "common/sets.rs"]
mod sets;

use serde_json::{Value, json};
use sets::*;
use zhichuang::draft::{self, Draft, EntryId, List, Path, file};
use zhichuang::policy::{Points, Policy};
use zhichuang::route::{Answer, Explored, Goal, On, Prefer, lacking, route};
use zhichuang::rules;
use zhichuang::scenario::draft_with;
use zhichuang::scoring::assess;

fn policy() -> &'static Policy {
    rules::henan_2019_194()
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

/// 领军专家 2 分 and 联盟 2 分 are had; of all others the whole is lacking, of the weightiest the most.
#[test]
fn what_a_figure_is_held_down_by_is_named_with_the_most_first() {
    let (expert, alliance) = ("facts.team.lead_expert", "facts.cluster.alliance_active");
    let draft = with(json!([measure("m1", "1", 0, expert), measure("m2", "1", 0, alliance)]));
    let answer = found(&draft, &target(9_000));
    assert!(!answer.reached);
    let all = lacking(policy(), &draft, &answer, On::Declared);
    let sum: Points = all.iter().map(|(_, lacks)| *lacks).sum();
    assert_eq!(sum, policy().total - answer.score, "all that is short of the full marks");
    assert!(all.is_sorted_by(|(_, one), (_, other)| one >= other), "{all:?}");
    let of =
        |id: &str| all.iter().find(|(at, _)| policy().items[*at].id == id).map(|(_, lacks)| lacks.hundredths());
    assert_eq!((of("team.experts"), of("cluster.alliance")), (None, None));
    assert_eq!(policy().items[all[0].0].max, all[0].1);
    // Everything is still possible.
    assert_eq!(lacking(policy(), &draft, &answer, On::Ceiling), []);
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
                let goal = Goal { on, target: score(figures, on), ..Goal::default() };
                let answer = found(&draft, &goal);
                let best = expected(&draft, &sets, &goal).unwrap();
                assert_eq!((answer.measures, answer.score, answer.reached), best, "{more}");
                // The very set reaches what it has, and not a hundredth more.
                let others =
                    draft.measures.iter().map(|one| one.id.clone()).filter(|id| !ids(set).contains(id)).collect();
                let goal = Goal { with: ids(set), without: others, ..goal };
                let reached = |goal: &Goal| Explored::of(policy(), &draft, |_| true).answer(goal).unwrap().reached;
                let more = Goal { target: goal.target + Points::from_hundredths(1), ..goal.clone() };
                assert_eq!((reached(&goal), reached(&more)), (true, false), "{goal:?}");
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
    rate.put(policy(), &mut draft, &draft::Value::Number(0.into())).unwrap();
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

/// One measure that was enough once lost to another at nearly twice the cost, because nothing that was followed began with it.
#[test]
fn in_a_group_that_is_too_large_one_and_two_are_tried_all_the_same() {
    let measure = |at: usize| {
        let level = if at < 20 { "city" } else { "national" };
        let entry = json!({"category": "project", "level": level, "role": "lead", "on": "2024-05-01"});
        let (cost, days) = ((10 + at).to_string(), 30 - at);
        json!({"id": format!("z{at:02}"), "cost": cost, "days": days, "changes": [{"add": "evidence", "entry": entry}]})
    };
    let draft = with((0..22).map(measure).collect());
    let alone = |at: usize| {
        let one = draft.measures.get(at).unwrap();
        let after = draft_with(policy(), &draft, &[one]).unwrap().draft;
        assess(policy(), &after).total.declared
    };
    let target = Goal { target: alone(20), ..Goal::default() };
    assert!((0..20).all(|at| alone(at) < target.target), "only a national one is enough");
    for (prefer, best) in [(Prefer::Cheapest, "z20"), (Prefer::Fastest, "z21")] {
        let answer = found(&draft, &Goal { prefer, ..target.clone() });
        assert_eq!((texts(&answer), answer.proved), (vec![best], false), "{prefer:?}");
    }
}
