//! What scenarios and the route to a target cost. The page works both out again at every change of the draft.

use divan::{Bencher, black_box};
use serde_json::{Value, json};
use zhichuang::compare::compare;
use zhichuang::draft::{Draft, EntryId, Scenario, file};
use zhichuang::policy::Points;
use zhichuang::route::{Goal, On, Prefer, route};
use zhichuang::rules;
use zhichuang::scenario::{draft_with, measures_of};
use zhichuang::scoring::assess;

fn main() {
    divan::main();
}

const FULL: &str = include_str!("../tests/cases/full-marks.draft.json");
const ORDINARY: &str = include_str!("../tests/cases/ordinary.draft.json");

/// The draft of a case, with so many measures: three groups of twelve that have an item in common, smaller ones, and some
/// that stand alone.
fn draft(case: &str, count: usize) -> Draft {
    let mut draft: Value = serde_json::from_str(case).expect("the given cases are JSON");
    let measures: Vec<Value> = (0..).map(measure).take(count).collect();
    draft["measures"] = json!(measures);
    file::read(rules::henan_2019_194(), &draft.to_string()).expect("the measures are valid")
}

fn measure(at: usize) -> Value {
    let add = |entry: Value| json!({"add": "evidence", "entry": entry});
    let month = at % 12 + 1;
    let on = format!("2025-{month:02}-15");
    let earns = json!({"increase": "finance.f1.revenue", "by": (at * 37 + 20).to_string()});
    let changes = match at {
        // What the business earns and spends.
        0..6 => json!([earns, {"increase": "finance.f2.rd", "by": (at * 11 + 5).to_string()}]),
        6..12 => json!([earns, {"increase": "finance.f3.cost", "by": format!("-{}", at * 9 + 10)}]),
        // Who holds what.
        12..18 => {
            json!([{"transfer": "members", "from": "m1", "to": format!("m{}", at % 4 + 2), "amount": (at * 3).to_string()}])
        }
        18..22 => {
            json!([{"add": "members", "entry": {"kind": "financial", "shareholder": true, "contribution": (at * 5).to_string()}}])
        }
        22..24 => json!([{"set": format!("members.m{}.rank", at - 19), "to": "provincial_top10"}]),
        // Standards, of which one counts.
        24..30 => json!([add(json!({"category": "standard", "level": "group", "role": "lead", "on": on}))]),
        30..36 => {
            json!([add(json!({"category": "standard", "level": "industry", "role": "participant", "on": on}))])
        }
        36 => json!([{"set": "facts.team.lead_expert", "to": true}]),
        37 => json!([{"set": "facts.sharing.level", "to": "full"}]),
        38..40 => json!([{"increase": "facts.team.stable_staff", "by": "3"}]),
        40..48 => json!([add(json!({"category": "transfer", "on": on}))]),
        48..52 => json!([add(json!({"category": "project", "level": "city", "role": "lead", "on": on}))]),
        52..56 => json!([add(json!({"category": "appraisal", "level": "domestic", "on": on}))]),
        56 => json!([{"set": "facts.ip.navigation", "to": "full"}]),
        57 => json!([{"set": "facts.mechanism.shared_ip", "to": true}]),
        58 => json!([{"set": "facts.planning.international", "to": true}]),
        _ => json!([{"increase": "facts.goals.completion_rate", "by": "5"}]),
    };
    json!({"id": format!("m{at}"), "cost": ((at * 7919) % 97 + 3).to_string(), "days": (at * 31) % 300, "changes": changes})
}

fn goal(target: i64) -> Goal {
    Goal { target: Points::from_hundredths(target), ..Goal::default() }
}

/// Each of three measures, with their figures.
#[divan::bench]
fn a_hundred_scenarios(bencher: Bencher) {
    let (policy, mut draft) = (rules::henan_2019_194(), draft(FULL, 40));
    let ids = |at: usize| [at % 12, 24 + at % 16, 12 + at % 11].map(|at| EntryId::new(&format!("m{at}"))).to_vec();
    let scenario = |at: usize| Scenario {
        id: EntryId::new(&format!("s{at}")),
        measures: ids(at).into(),
        ..Scenario::default()
    };
    draft.scenarios = (0..100).map(scenario).collect();
    bencher.bench_local(|| {
        let draft = black_box(&draft);
        let figures = |one| {
            draft_with(policy, draft, &measures_of(draft, one)).map(|carried| assess(policy, &carried.draft).total)
        };
        draft.scenarios.iter().map(figures).collect::<Vec<_>>()
    });
}

/// 60 measures of which no more than twelve have something in common, and a part of them.
#[divan::bench(args = [40, 60])]
fn the_cheapest_route(bencher: Bencher, count: usize) {
    let (policy, draft) = (rules::henan_2019_194(), draft(ORDINARY, count));
    bencher.bench_local(|| route(policy, black_box(&draft), &goal(8000)));
}

#[divan::bench]
fn the_fastest_route(bencher: Bencher) {
    let (policy, draft) = (rules::henan_2019_194(), draft(ORDINARY, 40));
    let goal = Goal { prefer: Prefer::Fastest, on: On::Floor, ..goal(7000) };
    bencher.bench_local(|| route(policy, black_box(&draft), &goal));
}

/// More than can be tried out in every combination: all of one item.
#[divan::bench]
fn a_route_that_is_not_proved(bencher: Bencher) {
    let policy = rules::henan_2019_194();
    let mut draft = draft(ORDINARY, 0);
    draft.measures = (0..60)
        .map(|at| zhichuang::draft::Measure {
            id: EntryId::new(&format!("m{at}")),
            ..self::draft(ORDINARY, 41).measures.get(40).expect("it is there").clone()
        })
        .collect();
    bencher.bench_local(|| route(policy, black_box(&draft), &goal(8000)));
}

#[divan::bench]
fn a_comparison(bencher: Bencher) {
    let (one, other) = (draft(ORDINARY, 0), draft(FULL, 0));
    bencher.bench_local(|| compare(rules::henan_2019_194(), black_box(&one), black_box(&other)));
}
