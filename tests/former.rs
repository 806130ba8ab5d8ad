//! What drafts of version 1 were scored by: `tests/former/NAME.draft.json` and the figures that version 1 gave, which
//! were worked by hand then.

mod common;

use std::fs;

use common::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use zhichuang::draft::{Draft, file};
use zhichuang::scoring::{Figures, assess, former};

fn read(value: &Value) -> Draft {
    file::read(policy(), &value.to_string()).unwrap_or_else(|refused| panic!("{:#?}", refused.faults()))
}

fn first(more: Value) -> Draft {
    let mut draft = json!({
        "format": "zhichuang-draft", "version": 1, "policy": "henan-2019-194", "name": "示例中心",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
    });
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    read(&draft)
}

fn written(figures: Figures) -> Value {
    let [floor, declared, ceiling] =
        [figures.floor, figures.declared, figures.ceiling].map(|points| points.to_string());
    json!({"floor": floor, "declared": declared, "ceiling": ceiling})
}

#[test]
fn the_figures_of_version_1_are_still_known() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/former");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Some(expected) = path.to_str().unwrap().strip_suffix(".draft.json").map(str::to_owned) else {
            continue;
        };
        let value = |path: &str| -> Value { serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap() };
        let draft = read(&value(path.to_str().unwrap()));
        let expected = value(&format!("{expected}.expected.json"));
        for (item, figures) in policy().items.iter().zip(former::figures(policy(), &draft)) {
            assert_eq!(written(figures), expected["items"][item.id], "{}: {}", path.display(), item.id);
        }
        seen += 1;
    }
    assert_eq!(seen, 6);
}

/// One example of each change of the rules, as the sentence that is shown when such a draft is opened.
#[test]
fn each_change_is_told_with_its_figures() {
    let told = |more: Value| -> Vec<String> {
        let draft = first(more);
        former::changes(policy(), &draft)
            .iter()
            .map(|change| format!("{}：{}", policy().items[change.item].label, former::words(change)))
            .collect()
    };
    let begins = |more: Value, words: &[&str]| {
        let told = told(more);
        assert_eq!(told.len(), words.len(), "{told:#?}");
        for (line, words) in told.iter().zip(words) {
            assert!(line.starts_with(words), "{line} does not begin with {words}");
        }
    };
    let members = |members: Value| json!({"members": members, "complete": ["members"]});
    let row = |year: u32, revenue: &str| json!({"year": year, "cost": "100", "rd": "20", "revenue": revenue});
    // 300, 600, 600, 300 over the four calendar years of 36 months: 1800 were 450 a year, and are 600.
    let four = json!({"finance": [row(2023, "300"), row(2024, "600"), row(2025, "600"), row(2026, "300")]});
    begins(four, &["创收：自评 3.00 → 5.00，最低可得 3.00 → 5.00。年均按考评期的月数折算"]);
    // A year before the period counts no more, for both.
    let early = json!({"finance": [{"year": 2012, "cost": "100", "rd": "90", "revenue": "9000"}, row(2024, "0")]});
    begins(
        early,
        &[
            "研发费用占成本费用支出总额的比例：自评 4.00 → 2.00",
            "创收：自评 5.00 → 0.00，最低可得 5.00 → 0.00，最高可得 5.00 → 0.00",
        ],
    );
    begins(json!({"facts": {"goals.completion_rate": 60}}), &["建设目标完成情况：最低可得 10.00 → 0.00。"]);
    begins(
        json!({"facts": {"goals.completion_rate": 100, "goals.good_benefits": false}}),
        &["建设目标完成情况：最高可得 20.00 → 25.00。"],
    );
    begins(members(json!([{"kind": "other"}])), &["成员包含各类创新主体：最高可得 0.00 → 2.00。"]);
    let enterprise = json!([{"kind": "enterprise", "shareholder": true, "contribution": "1"}]);
    begins(members(enterprise), &["金融机构或社会资本入股：最高可得 0.00 → 2.00。"]);
    let high_tech = json!({"category": "platform", "level": "high_tech", "on": "2024-05-06"});
    begins(
        json!({"evidence": [high_tech, high_tech], "complete": ["platform"]}),
        &["省级及以上创新平台：自评 3.00 → 2.00，最低可得 3.00 → 2.00。"],
    );
    let ranked =
        json!({"kind": "university", "shareholder": true, "contribution": "1", "rank": "provincial_top10"});
    let without_half = json!({
        "facts": {"market.majority_share": false},
        "members": [ranked, ranked, ranked, ranked], "complete": ["members"],
    });
    begins(without_half, &["领域领先企业入股：最高可得 0.00 → 5.00。"]);
    begins(json!({}), &[]);
}

/// Plans that are made and not begun were a no; whoever opens such a draft is asked to look.
#[test]
fn areas_that_were_a_no_are_to_be_looked_at() {
    let labels = |facts: Value| -> Vec<&str> {
        let draft = first(json!({"facts": facts}));
        let told = former::told(policy(), &draft, 1);
        told.map(|told| told.areas.iter().map(|at| policy().facts[*at].label).collect()).unwrap_or_default()
    };
    let facts = json!({"planning.talent": false, "planning.rd_direction": true, "planning.international": false});
    assert_eq!(labels(facts), ["已制定人才培养规划", "已制定国际合作规划"]);
    assert_eq!(labels(json!({"planning.talent": true})), Vec::<&str>::new());
    // Another no is no area of planning.
    assert_eq!(labels(json!({"goals.good_benefits": false})), Vec::<&str>::new());
}

/// What was filled in on the centre's behalf is said, and a draft with nothing new to say says nothing.
#[test]
fn what_was_filled_in_is_said() {
    let told = |more: Value, version: u64| former::told(policy(), &first(more), version);
    let early = json!({
        "facts": {"planning.talent": true},
        "finance": [{"year": 2012, "revenue": "9000"}],
    });
    let words = told(early.clone(), 1).unwrap().filled_in.join("；");
    assert!(words.contains("“规划已开始实施”") && words.contains("“财务数据”"), "{words}");
    assert_eq!(told(early, file::VERSION), None);
    assert_eq!(told(json!({"facts": {"planning.talent": true}}), 1), None);
    let no = told(json!({"facts": {"planning.talent": false}}), 1).unwrap();
    assert_eq!((no.changes.len(), no.areas.len(), no.filled_in.len()), (0, 1, 0));
}

/// Worked by hand by the rules of version 1.
#[test]
fn what_version_1_gave_at_its_edges() {
    let before = |item: &str, more: Value| {
        let at = policy().items.iter().position(|one| one.id == item).unwrap();
        written(former::figures(policy(), &first(more))[at])
    };
    let figures = |floor: &str, declared: &str, ceiling: &str| json!({"floor": floor, "declared": declared, "ceiling": ceiling});
    // A row whose year nobody had filled in was summed all the same: 900 of one year.
    let no_year = json!([{"cost": "100", "rd": "40", "revenue": "900", "typed": {"year": ""}}]);
    assert_eq!(before("funding.rd_ratio", json!({"finance": no_year})), figures("4.00", "4.00", "4.00"));
    assert_eq!(before("business.revenue", json!({"finance": no_year})), figures("5.00", "5.00", "5.00"));
    // None of the three kinds: nothing, whatever is claimed; with the list open, nothing yet.
    let none =
        json!({"members": [{"kind": "other"}], "complete": ["members"], "self_awarded": {"cluster.members": "2"}});
    assert_eq!(before("cluster.members", none), figures("0.00", "0.00", "0.00"));
    assert_eq!(before("cluster.members", json!({"discretion": "high"})), figures("0.00", "0.00", "2.00"));
    // More rows than there are years in a calendar.
    let many: Vec<Value> = (0..9000).map(|_| json!({"year": 2024, "revenue": "400"})).collect();
    assert_eq!(before("business.revenue", json!({"finance": many})), figures("3.00", "3.00", "5.00"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// The figures of version 1 are in order, and whatever is others now has its sentence.
    #[test]
    fn every_change_has_its_reason(draft in draft()) {
        for (item, figures) in policy().items.iter().zip(former::figures(policy(), &draft)) {
            let ordered = figures.floor <= figures.declared && figures.declared <= figures.ceiling;
            prop_assert!(ordered && figures.ceiling <= item.max, "{}: {figures:?}", item.id);
        }
        // Files of version 1 hold none of the readings that there were not, and rows that are all there are.
        let mut text = file::to_value(policy(), &draft).to_string();
        text = text.replacen("\"version\":2", "\"version\":1", 1);
        let mut value: Value = serde_json::from_str(&text).unwrap();
        if let Some(readings) = value.get_mut("readings").and_then(Value::as_object_mut) {
            let known = ["funding.rd_ratio", "innovation.appraisals", "market.exceeds", "equity.one_third", "standards.international", "business.revenue_window"];
            readings.retain(|id, _| known.contains(&id.as_str()));
        }
        if let Some(lists) = value.get_mut("complete").and_then(Value::as_array_mut) {
            lists.retain(|list| list != "finance");
        }
        if let Some(facts) = value.get_mut("facts").and_then(Value::as_object_mut) {
            facts.remove("planning.begun");
        }
        let draft = read(&value);
        for change in former::changes(policy(), &draft) {
            prop_assert!(!change.why.is_empty(), "{}: {change:?}", policy().items[change.item].id);
            prop_assert_eq!(change.after, assess(policy(), &draft).items[change.item].figures);
            prop_assert!(former::words(&change).contains(" → "));
        }
    }
}
