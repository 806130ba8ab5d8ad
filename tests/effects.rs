//! What measures bring, alone and on top of others, worked by hand.

use rust_decimal::Decimal;
use serde_json::{Value, json};
use zhichuang::draft::number::from_millionths;
use zhichuang::draft::{Change, Draft, EntryId, Path, file};
use zhichuang::policy::{Points, Policy};
use zhichuang::rules;
use zhichuang::scenario::{Effect, PartOf, contribution, effect, effect_of_changes, effects};

fn policy() -> &'static Policy {
    rules::henan_2019_194()
}

/// 25 stable staff and half of 60 people: 研究队伍 has two points where there are 30 stable ones and more than half.
fn with(more: Value) -> Draft {
    let mut draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
        "facts": {"team.stable_staff": 25, "team.technical_staff": 30, "team.total_staff": 60},
        "discretion": "low",
    });
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    file::read(policy(), &draft.to_string()).unwrap_or_else(|refused| panic!("{:?}", refused.faults()))
}

fn increase(id: &str, path: &str, by: &str) -> Value {
    json!({"id": id, "changes": [{"increase": path, "by": by}]})
}

/// Five more stable staff, one more technical, and what stands in the way of the second.
fn team() -> Draft {
    with(json!({"measures": [
        increase("stable", "facts.team.stable_staff", "5"),
        increase("technical", "facts.team.technical_staff", "1"),
        {"id": "all", "changes": [{"set": "facts.team.technical_staff", "to": 40}]},
    ]}))
}

fn gain(effect: Effect) -> Points {
    effect.after.floor - effect.before.floor
}

/// What each of the measures adds to the floor alone, and on top of these.
fn gains(draft: &Draft, scenario: &[&str]) -> Vec<[Option<i64>; 2]> {
    let scenario: Vec<EntryId> = scenario.iter().map(|id| EntryId::new(id)).collect();
    let hundredths = |effect: Result<Effect, _>| effect.ok().map(|effect| gain(effect).hundredths());
    effects(policy(), draft, &scenario)
        .into_iter()
        .map(|one| [hundredths(one.alone), hundredths(one.on_top)])
        .collect()
}

/// 稳定人员 alone and 科技人员 alone leave the other half of the case unmet; together they bring what neither does.
#[test]
fn a_limit_that_two_reach_together_is_added_on_top() {
    let draft = team();
    let all = gains(&draft, &[]);
    assert_eq!(all[0], [Some(0), Some(0)]);
    assert_eq!(all[1], [Some(0), Some(0)]);
    let both = gains(&draft, &["stable", "technical"]);
    assert_eq!(both[0], [Some(0), Some(200)]);
    assert_eq!(both[1], [Some(0), Some(200)]);
    // One that is not chosen is added to those that are.
    assert_eq!(gains(&draft, &["stable"])[1], [Some(0), Some(200)]);
    assert_eq!(gains(&draft, &["stable"])[0], [Some(0), Some(0)], "nothing else is chosen");
}

#[test]
fn what_stands_in_the_way_is_said_and_not_summed() {
    let draft = team();
    // One sets what the other increases: no figures together, but each has its own.
    assert_eq!(gains(&draft, &["technical"])[2], [Some(0), None]);
    assert_eq!(gains(&draft, &["technical", "all"])[1], [Some(0), None]);
    let measures: Vec<_> = draft.measures.iter().collect();
    assert!(effect(policy(), &draft, &measures).unwrap_err().message().contains("不能一起用"));
    let (with_first, idle) = effect(policy(), &draft, &measures[..1]).unwrap();
    assert_eq!((gain(with_first), idle.len()), (Points::ZERO, 0));
}

#[test]
fn changes_that_are_no_measure_yet_say_what_they_bring_or_why_nothing() {
    let draft = with(json!({"facts": {"team.stable_staff": 30, "team.technical_staff": 30}}));
    let path = |text: &str| Path::parse(policy(), text).unwrap();
    let grown = |text: &str, by: i64| Change::Increase { path: path(text), by: Decimal::from(by) };
    let said = |change: Change| effect_of_changes(policy(), &draft, vec![change]);
    assert_eq!(said(grown("facts.team.total_staff", 6)).unwrap_err(), "“职工总数”还没有填，增减没有效果。");
    assert!(said(grown("facts.team.stable_staff", -31)).unwrap_err().contains("会小于下限 0"));
    let set = Change::Set {
        path: path("facts.team.total_staff"),
        to: zhichuang::draft::Value::Number(Decimal::from(59)),
    };
    let effect = said(set).unwrap();
    assert_eq!(gain(effect).hundredths(), 200);
    assert!(effect.words().contains("最低可得 0.00 → 2.00（+2.00）"), "{}", effect.words());
    assert!(effect.gains().ends_with("，最低可得 +2.00"), "{}", effect.gains());
}

/// 7 % of 1000 万元, and of the 400 that one holds.
#[test]
fn a_part_of_the_company_or_of_a_holding_is_so_many_yuan() {
    let members = |mut second: Value| {
        second.as_object_mut().unwrap().extend([
            ("id".to_owned(), json!("a2")),
            ("kind".to_owned(), json!("enterprise")),
            ("shareholder".to_owned(), json!(true)),
        ]);
        with(json!({"members": [
            {"id": "a1", "kind": "institute", "shareholder": true, "contribution": "400"},
            second,
            {"id": "a3", "kind": "enterprise", "contribution": "500"},
        ]}))
    };
    let draft = members(json!({"contribution": "600"}));
    let of = |draft: &Draft, seller: &str, of: PartOf, percent: &str| {
        contribution(draft, &EntryId::new(seller), of, Decimal::from_str_exact(percent).unwrap())
    };
    let yuan = |text: &str| Some(Decimal::from_str_exact(text).unwrap());
    assert_eq!(of(&draft, "a1", PartOf::Company, "7"), yuan("70"));
    assert_eq!(of(&draft, "a1", PartOf::Holding, "7"), yuan("28"));
    // Exact as far as a percentage is typed, and never more than there is.
    assert_eq!(of(&draft, "a1", PartOf::Company, "0.000001"), yuan("0.00001"));
    assert_eq!(
        of(&members(json!({"contribution": "200.1"})), "a1", PartOf::Company, "33.333333"),
        yuan("200.033331")
    );
    assert_eq!(of(&draft, "a2", PartOf::Holding, "100"), yuan("600"));
    assert_eq!(of(&draft, "a2", PartOf::Holding, "0"), Some(from_millionths(0)));
    // A part of what is not known is not known; who holds nothing has no part.
    let open = members(json!({}));
    assert_eq!(of(&open, "a1", PartOf::Company, "7"), None);
    assert_eq!(of(&open, "a1", PartOf::Holding, "7"), yuan("28"));
    assert_eq!(of(&open, "a2", PartOf::Holding, "7"), None);
    assert_eq!(of(&draft, "a3", PartOf::Holding, "7"), None);
    assert_eq!(of(&with(json!({})), "a1", PartOf::Company, "7"), None);
}
