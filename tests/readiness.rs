//! Cases worked by hand from the documents: `tests/readiness/*.json`.
//!
//! A case has a draft with only what it needs, a day, and the states, verdicts and dates that follow; or, of a draft
//! that is refused, the paths of its faults. `dates` lists all dates of the draft.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Map, Value, json};
use zhichuang::draft::{Date, date, file};
use zhichuang::policy::Policy;
use zhichuang::readiness::{Facts, Progress, Readiness, judge};
use zhichuang::report::Report;
use zhichuang::rules;

fn policy() -> &'static Policy {
    rules::henan_2019_194()
}

fn day(text: &str) -> Date {
    date::parse(text).unwrap()
}

fn cases() -> Vec<(String, Value)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readiness");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut all = Vec::new();
    for path in files {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        all.extend(cases.into_iter().enumerate().map(|(at, case)| (format!("{name}[{at}]"), case)));
    }
    all
}

/// The answer to a case's draft.
fn answer(case: &Value) -> Value {
    let mut draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": policy().id, "name": "示例中心",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
    });
    draft.as_object_mut().unwrap().extend(case["draft"].as_object().unwrap().clone());
    let read = file::read(policy(), &draft.to_string());
    let today = day(case["today"].as_str().unwrap());
    serde_json::to_value(Report::new(policy(), rules::henan_2023_52(), &read, today)).unwrap()
}

/// All states of an answer by the ids of requirements, which are unique over all stages.
fn states(answer: &Value) -> Map<String, Value> {
    let stages = answer["readiness"].as_object().unwrap().values();
    stages.flat_map(|stage| stage["states"].as_object().unwrap().clone()).collect()
}

/// Where a case and its answer differ.
fn differences(case: &Value) -> Vec<String> {
    let answer = answer(case);
    let mut found = Vec::new();
    let mut hold = |what: String, given: &Value, expected: &Value| {
        if given != expected {
            found.push(format!("{what}: {given}, not {expected}"));
        }
    };
    if let Some(expected) = case.get("refused") {
        let errors = answer["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
        // The cases' keys are sorted when they are read, so the order of faults says nothing here.
        let sorted = |paths: BTreeSet<&str>| json!(paths.into_iter().collect::<Vec<_>>());
        let given = errors.iter().filter_map(|error| error["path"].as_str()).collect();
        let expected = expected.as_array().unwrap().iter().filter_map(Value::as_str).collect();
        hold("refused".into(), &sorted(given), &sorted(expected));
        return found;
    }
    if answer.get("errors").is_some() {
        hold("errors".into(), &answer["errors"], &Value::Null);
        return found;
    }
    let states = states(&answer);
    for (id, expected) in case["states"].as_object().into_iter().flatten() {
        hold(id.clone(), states.get(id).unwrap_or(&Value::Null), expected);
    }
    for (stage, expected) in case["verdicts"].as_object().into_iter().flatten() {
        hold(stage.clone(), &answer["readiness"][stage]["verdict"], expected);
    }
    if let Some(expected) = case.get("dates") {
        hold("dates".into(), &answer["dates"], expected);
    }
    found
}

#[test]
fn cases_worked_by_hand() {
    let wrong: Vec<String> = cases()
        .iter()
        .flat_map(|(name, case)| {
            differences(case).into_iter().map(move |difference| format!("{name}: {}: {difference}", case["why"]))
        })
        .collect();
    assert!(wrong.is_empty(), "{:#?}", wrong);
}

/// The cases show every requirement in every state that it can have.
#[test]
fn every_requirement_is_tried_in_every_state() {
    let mut tried: BTreeSet<(String, String)> = BTreeSet::new();
    for (_, case) in cases() {
        for (id, state) in case["states"].as_object().into_iter().flatten() {
            tried.insert((id.clone(), state.as_str().unwrap().to_owned()));
        }
    }
    let mut missing = Vec::new();
    for one in rules::henan_2023_52().requirements {
        let states: &[&str] = match one.is_computed() {
            true => &["met", "unmet", "unverified"],
            false => &["met", "unmet", "unverified", "not_applicable"],
        };
        let untried = states.iter().filter(|state| !tried.contains(&(one.id.to_owned(), (**state).to_owned())));
        missing.extend(untried.map(|state| format!("{} {state}", one.id)));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

fn standing<T>(facts: Value, said: Value, ask: impl Fn(&Readiness, &Facts) -> T) -> T {
    let draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": policy().id, "name": "示例中心",
        "period": {"from": "2023-07-01", "to": "2026-06-30"}, "facts": facts, "requirements": said,
    });
    let (pathway, draft) = (rules::henan_2023_52(), file::read(policy(), &draft.to_string()).unwrap());
    let facts = Facts { pathway, draft: &draft, today: day("2026-11-25") };
    ask(&judge(pathway, &draft, facts.today), &facts)
}

/// 66 requirements in five stages; two of them said, one with a reason not to apply, one without, one computed.
#[test]
fn how_far_one_is_on_the_way() {
    let progress = |facts, said| standing(facts, said, |readiness, _| readiness.progress());
    let none = progress(json!({}), json!({}));
    assert_eq!(none, Progress { settled: 0, unmet: 0, all: 66 });
    let said = json!({
        "org.joint_stock": {"state": "met"}, "lead.credit": {"state": "unmet"},
        "unit.plan": {"state": "not_applicable", "note": "由牵头单位编制"}, "unit.leadership": {"state": "not_applicable"},
    });
    let some = progress(json!({"apply.no_violation_known": true}), said);
    assert_eq!(some, Progress { settled: 3, unmet: 1, all: 66 });
}

/// What is to be verified next, and where one stands: stages that are behind are left alone, their requirements too.
#[test]
fn what_is_to_be_verified_next_is_ahead() {
    let ids =
        |at: Vec<usize>| at.into_iter().map(|at| rules::henan_2023_52().requirements[at].id).collect::<Vec<_>>();
    let ahead = |facts, said| standing(facts, said, |readiness, facts| ids(readiness.unverified_ahead(facts)));
    let stage = |facts| standing(facts, json!({}), |readiness, facts| readiness.current(facts));
    let all = ahead(json!({}), json!({}));
    assert_eq!(all.len(), 66);
    assert_eq!(&all[..2], ["org.company_alliance", "org.joint_stock"]);
    let said = json!({"org.company_alliance": {"state": "unmet"}});
    assert_eq!(ahead(json!({}), said)[0], "org.joint_stock", "what is said is verified, whatever it is");
    let listed = json!({"dates.listed_on": "2026-11-25"});
    assert_eq!(ahead(listed.clone(), json!({}))[0], "tasks.registration");
    assert_eq!([stage(json!({})), stage(listed)], [0, 2]);
    let recognised = json!({"dates.recognized_on": "2026-11-25"});
    assert_eq!(ahead(recognised.clone(), json!({})), Vec::<&str>::new());
    assert_eq!(stage(recognised), 4);
}

/// What comes after a stage can wait, and what is behind is over.
#[test]
fn the_stage_to_work_on_is_the_first_blocked_one_that_is_not_behind() {
    let blocked = |facts: Value| {
        let stages = rules::henan_2023_52().stages;
        standing(facts, json!({}), |readiness, facts| readiness.blocked_ahead(facts).map(|at| stages[at].id))
    };
    assert_eq!(blocked(json!({})), None);
    assert_eq!(blocked(json!({"apply.no_violation_known": false})), Some("apply"));
    assert_eq!(blocked(json!({"apply.no_violation_known": false, "dates.listed_on": "2026-11-25"})), None);
    // A plan puts nothing behind.
    let planned = json!({"apply.no_violation_known": false, "dates.listed_on": "2026-11-26"});
    assert_eq!(blocked(planned), Some("apply"));
    let late = json!({"apply.no_violation_known": false, "dates.listed_on": "2024-11-20"});
    assert_eq!(blocked(late), Some("cultivate"));
}
