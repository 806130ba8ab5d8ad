//! What is still to be answered, in which order, and what stands beside the score: a mock expert's points, shares.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde_json::{Value, json};
use zhichuang::draft::{Date, Draft, Entered, date, file};
use zhichuang::policy::{Fraction, Points};
use zhichuang::rules;
use zhichuang::scoring::reasons::LineKind;
use zhichuang::scoring::{ItemScore, assess, explain, reasons, share_of};

/// Everything is met in this draft, and all but one item by facts alone.
fn full_marks() -> Value {
    serde_json::from_str(include_str!("cases/full-marks.draft.json")).unwrap()
}

fn read(draft: &Value) -> Draft {
    file::read(rules::henan_2019_194(), &draft.to_string()).unwrap()
}

fn without(draft: &mut Value, section: &str, key: &str) {
    assert!(draft[section].as_object_mut().unwrap().remove(key).is_some(), "{section}.{key} was there");
}

fn place(item: &str) -> usize {
    rules::henan_2019_194().items.iter().position(|one| one.id == item).unwrap()
}

fn score(draft: &Draft, item: &str) -> ItemScore {
    assess(rules::henan_2019_194(), draft).items.swap_remove(place(item))
}

/// Ids of the items that wait for an answer, what settles most first, each with what an answer settles at least.
fn unanswered(draft: &Value) -> Vec<(&'static str, String)> {
    let (policy, draft) = (rules::henan_2019_194(), read(draft));
    let assessment = assess(policy, &draft);
    let (by_weight, in_order) = (assessment.unanswered_by_weight(), assessment.unanswered());
    let mut again = by_weight.clone();
    again.sort_unstable();
    assert_eq!(again, in_order, "the same items, once by what they settle and once in the table's order");
    by_weight.iter().map(|at| (policy.items[*at].id, assessment.items[*at].settles.to_string())).collect()
}

fn points(hundredths: i64) -> Points {
    Points::from_hundredths(hundredths)
}

#[test]
fn a_draft_with_everything_answered_waits_for_nothing() {
    assert_eq!(unanswered(&full_marks()), []);
}

#[test]
fn what_settles_most_is_asked_first_and_judgement_last() {
    let mut draft = full_marks();
    without(&mut draft, "facts", "team.lead_expert");
    without(&mut draft, "facts", "ip.navigation");
    without(&mut draft, "facts", "goals.good_benefits");
    without(&mut draft, "self_awarded", "tech.progress");
    draft["complete"] = json!(["members", "ip", "platform", "transfer", "standard", "appraisal", "finance"]);
    draft["evidence"].as_array_mut().unwrap().retain(|entry| entry["category"] != "project");
    let expected = [
        // 15 to 25 points, of which a band of 5 is the assessor's.
        ("goals.completion", "5.00"),
        // Projects may bring anything from 0 to 4.
        ("innovation.projects", "4.00"),
        ("team.experts", "2.00"),
        // 0 to 5 points, of which a band of 3 is the assessor's; of equals the table's order decides.
        ("ip.navigation", "2.00"),
        // Nothing that is entered narrows what is judged alone, but it can be claimed.
        ("tech.progress", "0.00"),
    ];
    assert_eq!(unanswered(&draft), expected.map(|(item, settles)| (item, settles.to_owned())));
}

#[test]
fn what_only_the_assessor_can_settle_is_not_asked() {
    let mut draft = full_marks();
    draft["facts"]["goals.completion_rate"] = json!("85");
    let goals = score(&read(&draft), "goals.completion");
    assert_eq!(goals.possible, (points(1500), points(2000)));
    assert_eq!((goals.unanswered, goals.settles), (false, Points::ZERO));
}

#[test]
fn a_pick_is_an_answer() {
    let mut draft = full_marks();
    without(&mut draft, "facts", "team.lead_expert");
    draft["self_awarded"]["team.experts"] = json!("1");
    assert_eq!(unanswered(&draft), []);
}

#[test]
fn an_expert_has_a_total_once_something_is_scored() {
    let mut draft = full_marks();
    assert_eq!(assess(rules::henan_2019_194(), &read(&draft)).expert, None);
    draft["expert"] = json!({"team.experts": "1.5", "tech.progress": "4"});
    assert_eq!(assess(rules::henan_2019_194(), &read(&draft)).expert, Some((points(550), 2)));
    draft["expert"] = json!({"team.experts": "0"});
    assert_eq!(assess(rules::henan_2019_194(), &read(&draft)).expert, Some((Points::ZERO, 1)));
}

/// One of two shareholders whose other was still blank once stood there with 100 %, also on paper.
#[test]
fn a_shareholder_has_a_share_once_each_has_a_contribution() {
    let member = |shareholder: bool, contribution: Value| {
        let mut member = json!({"kind": "enterprise", "shareholder": shareholder});
        if contribution != Value::Null {
            member["contribution"] = contribution;
        }
        member
    };
    let mut draft = full_marks();
    draft["members"] = json!([
        member(true, json!("30")),
        member(false, json!("1000")),
        member(true, json!(null)),
        member(true, json!("10"))
    ]);
    let shares = |draft: &Value| (0..5).map(|at| share_of(&read(draft), at)).collect::<Vec<Option<Fraction>>>();
    assert_eq!(shares(&draft), [None; 5], "of what is not known there is no share");
    draft["members"][2] = member(true, json!("20"));
    let part = |part| Some(Fraction::new(part, 6));
    assert_eq!(shares(&draft), [part(3), None, part(2), part(1), None]);

    let mut nothing = full_marks();
    nothing["members"] = json!([member(true, json!("0")), member(true, json!("0"))]);
    assert_eq!(share_of(&read(&nothing), 0), None, "of nothing there is no share");
}

/// The marks and sentences about the cases of an item.
fn cases(draft: &Value, item: &str) -> Vec<String> {
    let (policy, draft, at) = (rules::henan_2019_194(), read(draft), place(item));
    let score = score(&draft, item);
    let lines = reasons(policy, &draft, at, &score, &explain(policy, &draft, at, &score), Date::MIN);
    let of_cases = lines.iter().filter(|line| matches!(line.kind, LineKind::Met | LineKind::Possible));
    of_cases.map(|line| format!("{} {}", line.mark, line.text)).collect()
}

#[test]
fn cases_are_told_as_met_possible_or_still_to_come() {
    let mut draft = full_marks();
    assert_eq!(cases(&draft, "team.experts"), ["符合 拥有：2 分"]);
    without(&mut draft, "facts", "team.lead_expert");
    assert_eq!(cases(&draft, "team.experts"), ["可能 拥有：2 分", "可能 没有：0 分"]);
    draft["evidence"] = json!([]);
    draft["complete"] = json!(["members"]);
    assert_eq!(cases(&draft, "tech.new_ip"), ["补充后可能 有新增：2 分", "符合 没有新增：0 分"]);
    draft["complete"] = json!(["members", "ip"]);
    assert_eq!(cases(&draft, "tech.new_ip"), ["符合 没有新增：0 分"]);
}

/// A step that asks for a certificate was once proposed after the end of the period, where none counts any more.
#[test]
fn a_step_that_comes_too_late_says_so() {
    let policy = rules::henan_2019_194();
    let mut draft = full_marks();
    draft["evidence"] = json!([]);
    draft["complete"] = json!([]);
    let next = |draft: &Value, item: &str, today: &str| {
        let (draft, at) = (read(draft), place(item));
        let score = score(&draft, item);
        let why = explain(policy, &draft, at, &score);
        let lines = reasons(policy, &draft, at, &score, &why, date::parse(today).unwrap());
        lines.into_iter().find(|line| line.kind == LineKind::Next).map(|line| line.text).unwrap()
    };
    let last = read(&draft).period.to.value.unwrap();
    let after = last.next_day().unwrap().to_string();
    let too_late = format!("考评期已于 {last} 结束，此后发生的不计分；只有考评期内还没有填进来的才有用。");
    assert!(!next(&draft, "tech.new_ip", &last.to_string()).contains("结束"), "on its last day");
    assert!(next(&draft, "tech.new_ip", &after).ends_with(&too_late));
    // People can still be hired: no day decides.
    draft["facts"]["team.lead_expert"] = json!(false);
    assert!(!next(&draft, "team.experts", &after).contains("结束"));
}

#[test]
fn entries_left_out_are_named_up_to_five_and_counted_beyond() {
    let left_out = |count: usize| {
        let (policy, at) = (rules::henan_2019_194(), place("tech.new_ip"));
        let mut draft = full_marks();
        let entry = |at: usize| json!({"category": "ip", "kind": "software", "title": format!("第{at}项"), "on": "2020-01-01"});
        draft["evidence"] = (0..count).map(entry).collect();
        let draft = read(&draft);
        let score = score(&draft, "tech.new_ip");
        let lines = reasons(policy, &draft, at, &score, &explain(policy, &draft, at, &score), Date::MIN);
        let told = lines.into_iter().filter(|line| line.kind == LineKind::LeftOut);
        told.map(|line| line.text).collect::<Vec<String>>()
    };
    let why = "日期不在考评期内，不计分。";
    assert_eq!(left_out(0), Vec::<String>::new());
    let five: Vec<String> = (0..5).map(|at| format!("第{at}项：{why}")).collect();
    assert_eq!(left_out(5), five);
    assert_eq!(left_out(7), [five, vec!["另有 2 条。".to_owned()]].concat());
}

#[test]
fn a_pick_outside_what_is_possible_is_moved_to_its_nearest_end() {
    let mut draft = read(&full_marks());
    let at = place("goals.completion");
    let picked = |draft: &mut Draft, pick: i64| {
        Arc::make_mut(&mut draft.self_awarded)[at] = Entered::of(Decimal::from(pick));
        let score = assess(rules::henan_2019_194(), draft).items.swap_remove(at);
        (score.figures.declared, score.pick.unwrap().moved)
    };
    assert_eq!(picked(&mut draft, 25), (points(2500), false));
    assert_eq!(picked(&mut draft, 3), (points(2500), true));
    assert_eq!(picked(&mut draft, 30), (points(2500), true));
}
