//! Tables other than that of 2019: what the rules of scoring mean where that one table does not tell.

use serde_json::{Value, json};
use zhichuang::draft::file;
use zhichuang::policy::lint::read_sound;
use zhichuang::policy::{Choices, Fraction, Points, Policy};
use zhichuang::scoring::explain::{Goal, Need, NextStep, Wanted};
use zhichuang::scoring::{Explanation, ItemScore, assess, explain};

const FACTS: &str = include_str!("../fuzz/seeds/policy/facts.toml");

#[track_caller]
fn table(changes: &[(&str, &str)]) -> Policy {
    let mut text = FACTS.to_owned();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from:?} marks one place");
        text = text.replace(from, to);
    }
    read_sound(&text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn score(policy: &Policy, item: &str, facts: Value) -> ItemScore {
    let draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": policy.id, "name": "",
        "period": {"from": "2023-07-01", "to": "2026-06-30"}, "facts": facts,
    });
    let draft = file::read(policy, &draft.to_string()).unwrap();
    assess(policy, &draft).items.swap_remove(policy.items.iter().position(|one| one.id == item).unwrap())
}

fn figures(score: &ItemScore) -> [String; 3] {
    [score.figures.floor, score.figures.declared, score.figures.ceiling].map(|points| points.to_string())
}

#[test]
fn a_scale_gives_only_what_its_case_lets_the_input_be() {
    // Up to a third, on a line that would give 3 at the whole: 1 at the most. Above it, nothing.
    let policy = table(&[
        ("when = { share = \"> 1/3\" }\npoints = 3", "when = { share = \"> 1/3\" }\npoints = 0"),
        ("to = [\"1/3\", \"2.5\"]", "to = [1, 3]"),
        ("from = [\"10%\", 3], to = [\"1/3\", 0]", "from = [0, 0], to = [1, 3]"),
    ]);
    assert_eq!(figures(&score(&policy, "b", json!({}))), ["0.00", "0.00", "1.00"]);
    assert_eq!(figures(&score(&policy, "b", json!({"part": 1, "whole": 10}))), ["0.30", "0.30", "0.30"]);
}

// A count of nothing as a share of nothing divided by zero.
#[test]
fn of_nothing_there_is_no_share() {
    let policy = table(&[("unit = \"u\"\nmin = 1", "unit = \"u\"")]);
    let nothing = score(&policy, "b", json!({"part": 0, "whole": 0}));
    assert_eq!(figures(&nothing), ["0.00", "0.00", "3.00"]);
    assert!(nothing.unanswered);
}

#[test]
fn cases_that_give_the_same_leave_nothing_to_answer() {
    let policy = table(&[(
        "when = { way = \"some\", yes = \"= 0\" }\npoints = 1",
        "when = { way = \"some\", yes = \"= 0\" }\npoints = 2",
    )]);
    let open = score(&policy, "c", json!({"way": "some"}));
    assert_eq!(open.standing.only(), None, "two cases are possible");
    assert_eq!((figures(&open), open.unanswered), (["2.00", "2.00", "2.00"].map(str::to_owned), false));
    let policy = table(&[]);
    let open = score(&policy, "c", json!({"way": "some"}));
    assert_eq!((figures(&open), open.unanswered), (["1.00", "1.00", "2.00"].map(str::to_owned), true));
}

/// A table of one item with 3 points.
#[track_caller]
fn table_of(facts: &str, item: &str) -> Policy {
    let text = format!(
        "id = \"one\"\ntitle = \"t\"\ndocument = \"d\"\ntotal = 3\n{facts}\n\
         [[indicator]]\ngroup = \"g\"\nname = \"n\"\nweight = 3\n\
         [[indicator.item]]\nid = \"x\"\nlabel = \"l\"\nmax = 3\nclause = \"c\"\nquote = \"q\"\narticles = \"a\"\n{item}"
    );
    read_sound(&text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

const SHARE: &str = r#"
[[fact]]
id = "part"
label = "p"
kind = "count"
at_most = "whole"
[[fact]]
id = "whole"
label = "w"
kind = "count"
min = 1
"#;

const OF_SHARE: &str = r#"
[[indicator.item.input]]
id = "share"
label = "s"
unit = "share"
measure = { kind = "fact_ratio", part = "part", whole = "whole" }
"#;

const GOOD: &str = r#"
[[fact]]
id = "good"
label = "g"
kind = "yes_no"
"#;

const OF_GOOD: &str = r#"
[[indicator.item.input]]
id = "good"
label = "g"
unit = "u"
measure = { kind = "true_facts", facts = ["good"] }
"#;

/// Cases of one input: a condition and what it awards.
fn cases(input: &str, all: &[(&str, &str)]) -> String {
    let case = |(when, award): &(&str, &str)| {
        format!("[[indicator.item.case]]\nlabel = \"{when}\"\nwhen = {{ {input} = \"{when}\" }}\n{award}\n")
    };
    all.iter().map(case).collect()
}

fn explained(policy: &Policy, facts: Value) -> Explanation {
    let draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": policy.id, "name": "",
        "period": {"from": "2023-07-01", "to": "2026-06-30"}, "facts": facts,
    });
    let draft = file::read(policy, &draft.to_string()).unwrap();
    explain(policy, &draft, 0, &assess(policy, &draft).items[0])
}

#[test]
fn nobody_is_told_to_steer_a_share_to_one_exact_value() {
    let exact = [("< 1/3", "points = 0"), ("= 1/3", "points = 3"), ("> 1/3", "points = 0")];
    let policy = table_of(SHARE, &[OF_SHARE, &cases("share", &exact)].concat());
    assert_eq!(explained(&policy, json!({"part": 1, "whole": 4})).next, None);
}

#[test]
fn what_is_counted_can_reach_one_exact_number() {
    let exact = [("= 0", "points = 0"), ("= 1", "points = 3")];
    let policy = table_of(GOOD, &[OF_GOOD, &cases("good", &exact)].concat());
    let one = Fraction::from(1);
    let wanted = Wanted::Number { limit: one, rising: true, inclusive: true, distance: Some(one) };
    let step = NextStep {
        goal: Goal::Case(1),
        needs: vec![Need { input: 0, wanted }],
        adds: Points::from_hundredths(300),
        slope: None,
        choices: Choices::default(),
    };
    assert_eq!(explained(&policy, json!({"good": false})).next, Some(step));
    assert_eq!(explained(&policy, json!({"good": true})).next, None);
}

#[test]
fn fewer_than_one_of_what_is_counted_is_none_of_it() {
    let policy =
        table_of(GOOD, &[OF_GOOD, &cases("good", &[("< 1", "points = 3"), (">= 1", "points = 0")])].concat());
    let wanted = Wanted::Number {
        limit: Fraction::from(0),
        rising: false,
        inclusive: true,
        distance: Some(Fraction::from(1)),
    };
    let step = explained(&policy, json!({"good": true})).next.unwrap();
    assert_eq!(step.needs, [Need { input: 0, wanted }]);
}

#[test]
fn a_level_scale_promises_nothing_for_a_percentage_point() {
    let all =
        [("< 50%", "scale = { of = \"share\", from = [0, 1], to = [\"50%\", 1] }"), (">= 50%", "points = 3")];
    let note = "[[indicator.item.note]]\nabout = \"gap\"\ntext = \"t\"\n";
    let policy = table_of(SHARE, &[OF_SHARE, &cases("share", &all), note].concat());
    let step = explained(&policy, json!({"part": 1, "whole": 5})).next.unwrap();
    assert_eq!((step.goal, step.adds, step.slope), (Goal::Case(1), Points::from_hundredths(200), None));
}

#[test]
fn a_share_between_two_cliffs_is_told_of_both_the_lower_first() {
    let all = [("< 30%", "points = 0"), (">= 30%, <= 32%", "points = 3"), ("> 32%", "points = 1")];
    let policy = table_of(SHARE, &[OF_SHARE, &cases("share", &all)].concat());
    let cliffs = explained(&policy, json!({"part": 31, "whole": 100})).cliffs;
    let told: Vec<_> =
        cliffs.iter().map(|cliff| (cliff.rising, cliff.limit, cliff.at_limit, cliff.leaves)).collect();
    let [lower, upper] = [30, 32].map(|percent| Fraction::new(percent, 100));
    assert_eq!(told, [(false, lower, false, Points::ZERO), (true, upper, false, Points::from_hundredths(100))]);
    assert!(cliffs.iter().all(|cliff| cliff.distance == Fraction::new(1, 100)), "{cliffs:?}");
}

#[test]
fn a_fall_back_to_what_is_declared_loses_nothing() {
    let all = [
        ("< 50%", "scale = { of = \"share\", from = [0, 0], to = [\"50%\", 3] }"),
        (">= 50%", "points = \"2.7\""),
    ];
    let policy = table_of(SHARE, &[OF_SHARE, &cases("share", &all)].concat());
    // 45% gives 2.7 as well; 46% gives 2.76.
    assert_eq!(explained(&policy, json!({"part": 45, "whole": 100})).cliffs, []);
    let cliffs = explained(&policy, json!({"part": 46, "whole": 100})).cliffs;
    let left: Vec<Points> = cliffs.iter().map(|cliff| cliff.leaves).collect();
    assert_eq!(left, [Points::from_hundredths(270)]);
}

#[test]
fn of_steps_that_add_the_same_the_nearest_is_told() {
    let all = [("< 30%", "points = 3"), (">= 30%, <= 40%", "points = 0"), ("> 40%", "points = 3")];
    let policy = table_of(SHARE, &[OF_SHARE, &cases("share", &all)].concat());
    let goal = |part: u32| explained(&policy, json!({"part": part, "whole": 100})).next.map(|step| step.goal);
    assert_eq!([goal(31), goal(39)], [Some(Goal::Case(0)), Some(Goal::Case(2))]);
}
