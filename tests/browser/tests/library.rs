//! `assess(draft)` for other pages, as `docs/library.md` describes it.

use browser_tests::{Outcome, Visit, case};
use serde_json::{Value, json};

/// Imports the library as another page would, and has it assess what `draft` says in JavaScript.
async fn assess(visit: &Visit, draft: &str) -> Outcome<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         import('{}library/zhichuang.js')
             .then(async library => {{ await library.default(); return library.assess({draft}) }})
             .then(answer => done(answer), error => done('thrown: ' + error))",
        visit.site.address()
    );
    visit.browser.script_with_answer(&script).await
}

#[tokio::test]
async fn the_given_cases_give_their_figures() -> Outcome {
    let visit = Visit::begin().await?;
    for name in ["blank", "points-only", "ordinary", "edges", "edges-other-readings", "full-marks"] {
        let draft = case(&format!("{name}.draft.json"))?;
        let expected = case(&format!("{name}.expected.json"))?;
        let answer = assess(&visit, &draft.to_string()).await?;
        assert_eq!(answer["score"], expected["score"], "{name}");
        assert_eq!(answer["items"], expected["items"], "{name}");
    }
    visit.end().await
}

/// The very report that the command line prints, the years of annual reports numbers in both.
#[tokio::test]
async fn verdicts_and_dates_are_as_of_the_day() -> Outcome {
    let visit = Visit::begin().await?;
    let draft = format!(r#"{{{MINIMAL}, facts: {{"dates.recognized_on": "2025-09-01"}}}}, "2026-05-06""#);
    let answer = assess(&visit, &draft).await?;
    let report = |from: &str| json!({"id": "annual_report", "from": from, "to": from});
    let (mut doubtful, mut sure) = (report("2026-01-31"), report("2027-01-31"));
    doubtful["year"] = json!(2025);
    doubtful["doubtful"] = json!(true);
    sure["year"] = json!(2026);
    assert_eq!([&answer["dates"][1], &answer["dates"][2]], [&doubtful, &sure], "{answer}");
    assert_eq!(answer["readiness"]["apply"]["verdict"], "unverified", "{answer}");
    assert_eq!(answer["readiness"]["apply"]["states"]["plan.team"], "unverified", "{answer}");
    let wrong = assess(&visit, &format!("{{{MINIMAL}}}, '2026-02-30'")).await?;
    assert_eq!(wrong["errors"][0]["path"], "today", "{wrong}");
    visit.end().await
}

const MINIMAL: &str = r#"format: "zhichuang-draft", version: 1, policy: "henan-2019-194", name: "示例中心",
                         period: {from: "2023-07-01", to: "2026-06-30"}"#;

#[tokio::test]
async fn faults_are_listed_by_path_and_nothing_is_thrown() -> Outcome {
    let visit = Visit::begin().await?;
    let paths = async |draft: &str| -> Outcome<Vec<String>> {
        let answer = assess(&visit, draft).await?;
        let errors = answer["errors"].as_array().ok_or(format!("{draft} gives {answer}"))?;
        assert!(errors.iter().all(|error| error["message"].as_str().is_some_and(|words| !words.is_empty())));
        Ok(errors.iter().filter_map(|error| error["path"].as_str().map(str::to_owned)).collect())
    };
    for (more, expected) in [
        (r#"facts: {"goals.completion_rate": 86.5}"#, "facts.goals.completion_rate"),
        (r#"facts: {"goals.completion_rate": null}"#, "facts.goals.completion_rate"),
        (r#"facts: {"team.stable_staff": NaN}"#, "facts.team.stable_staff"),
        (r#"facts: {"team.stable_staff": -1n}"#, "facts.team.stable_staff"),
        (r#"facts: {"team.stable_staff": Infinity}"#, "facts.team.stable_staff"),
        ("unknown: 1", "unknown"),
        ("members: {}", "members"),
    ] {
        assert_eq!(paths(&format!("{{{MINIMAL}, {more}}}")).await?, [expected], "{more}");
    }
    for whole in [
        "undefined",
        "null",
        "'text'",
        "[]",
        "() => 1",
        "Symbol('x')",
        "(() => { const one = {}; one.one = one; return one })()",
        "(() => { let one = {}; for (let depth = 0; depth < 100000; depth++) one = {one}; return one })()",
    ] {
        assert_eq!(paths(whole).await?.len(), 1, "{whole}");
    }
    visit.end().await
}

#[tokio::test]
async fn the_page_itself_offers_it() -> Outcome {
    let visit = Visit::begin().await?;
    let script = format!(
        "const done = arguments[arguments.length - 1];
         zhichuang.assess({{{MINIMAL}, facts: {{'goals.completion_rate': '86'}}}}).then(done, error => done('' + error))"
    );
    let answer = visit.browser.script_with_answer(&script).await?;
    assert_eq!(answer["score"], json!({"floor": "15.00", "declared": "15.00", "ceiling": "95.00"}), "{answer}");
    visit.end().await
}
