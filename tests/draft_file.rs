//! The draft file: what is refused, where the fault is said to be, and what stays readable for ever.

use serde_json::{Value, json};
use zhichuang::draft::{Draft, Fault, file, file::Refused, json::Json};
use zhichuang::rules;

/// Written when version 1 was; every later program must read it. Never change it.
const EVERYTHING: &str = include_str!("drafts/v1-everything.json");

/// Written when readiness, the dates and the yearly plans came into version 1. Never change it.
const READINESS: &str = include_str!("drafts/v1-readiness.json");

/// Written when version 2 was. Never change it.
const SECOND: &str = include_str!("drafts/v2-everything.json");

/// Written when a draft came to say what it is for and whose it is. Never change it.
const PURPOSE: &str = include_str!("drafts/v2-purpose.json");

/// Written when measures came. Never change it.
const SCENARIOS: &str = include_str!("drafts/v2-scenarios.json");

fn minimal() -> Value {
    json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "示例中心",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
    })
}

fn read(value: &Value) -> Result<Draft, Refused> {
    file::read(rules::henan_2019_194(), &value.to_string())
}

fn written(draft: &Draft) -> Value {
    serde_json::from_str(&file::to_text(rules::henan_2019_194(), draft)).unwrap()
}

fn with(more: Value) -> Value {
    let mut draft = minimal();
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    draft
}

fn without(key: &str) -> Value {
    let mut draft = minimal();
    assert!(draft.as_object_mut().unwrap().remove(key).is_some());
    draft
}

/// The faults that a draft is refused for.
#[track_caller]
fn faults(draft: &Value) -> Vec<Fault> {
    match read(draft) {
        Err(Refused::Faults(faults)) => faults,
        other => panic!("{draft} gives {other:?}"),
    }
}

/// Each of these, added to a minimal draft, is refused for one fault at this path, said in these words.
#[track_caller]
fn refused(cases: &[(Value, &str, &str)]) {
    for (more, path, words) in cases {
        let found = faults(&with(more.clone()));
        let [fault] = found.as_slice() else { panic!("{more}: {found:#?}") };
        assert_eq!(fault.path, *path, "{more}");
        assert!(fault.message.contains(words), "{more}: {}", fault.message);
    }
}

#[test]
fn a_draft_with_nothing_filled_in_is_a_draft() {
    let draft = read(&minimal()).unwrap();
    assert_eq!(written(&draft), minimal());
}

#[test]
fn every_version_is_read_for_ever() {
    for text in [EVERYTHING, READINESS, SECOND, PURPOSE] {
        let draft = file::read(rules::henan_2019_194(), text).unwrap();
        let mut kept: Value = serde_json::from_str(text).unwrap();
        if kept["version"] == 1 {
            kept["version"] = json!(2);
            // One area of planning is true, and there are rows of finance, in both files of version 1.
            kept["facts"]["planning.begun"] = json!(true);
            let lists = kept["complete"].as_array_mut().unwrap();
            lists.insert(lists.iter().position(|list| list == "members").map_or(0, |at| at + 1), json!("finance"));
        }
        // Entries got their ids later.
        let mut now = written(&draft);
        for list in ["finance", "members", "evidence"] {
            let Some(entries) = now.get_mut(list).and_then(Value::as_array_mut) else { continue };
            let ids = entries.iter_mut().map(|entry| entry.as_object_mut().unwrap().remove("id").unwrap());
            let expected = (1..=ids.len()).map(|number| json!(format!("{}{number}", &list[..1])));
            assert!(ids.eq(expected), "{list}");
        }
        assert_eq!(now, kept);
        assert_eq!(
            file::read(rules::henan_2019_194(), &file::to_text(rules::henan_2019_194(), &draft)),
            Ok(draft)
        );
    }
    let kept: Value = serde_json::from_str(SCENARIOS).unwrap();
    assert_eq!(written(&file::read(rules::henan_2019_194(), SCENARIOS).unwrap()), kept);
}

/// In version 1 an area of planning was one that is carried out, and the rows of finance were all there were.
#[test]
fn version_1_becomes_version_2() {
    let first = |more: Value| {
        let mut draft = with(more);
        draft["version"] = json!(1);
        let read = read(&draft).unwrap_or_else(|refused| panic!("{draft}: {:?}", refused.faults()));
        let written = written(&read);
        assert_eq!(written["version"], json!(2));
        (written["facts"].clone(), written["complete"].clone())
    };
    let none = (Value::Null, Value::Null);
    assert_eq!(first(json!({})), none);
    assert_eq!(first(json!({"finance": []})), none);
    let begun = json!({"planning.talent": true, "planning.capability": false, "planning.begun": true});
    let facts = json!({"facts": {"planning.talent": true, "planning.capability": false}});
    assert_eq!(first(facts), (begun, Value::Null));
    // Where none was true, nothing is known of a beginning.
    let none_true = json!({"planning.talent": false});
    assert_eq!(first(json!({"facts": none_true.clone()})), (none_true, Value::Null));
    let year = json!([{"year": 2012}]);
    assert_eq!(first(json!({"finance": year})).1, json!(["finance"]));
    assert_eq!(first(json!({"finance": year, "complete": ["ip"]})).1, json!(["finance", "ip"]));
    // What is wrong in a file of version 1 is refused by the same paths.
    let mut wrong = with(json!({"facts": {"team.size": 1}, "complete": "members", "finance": year}));
    wrong["version"] = json!(1);
    let paths: Vec<String> = faults(&wrong).into_iter().map(|fault| fault.path).collect();
    assert_eq!(paths, ["complete", "facts.team.size"]);
}

#[test]
fn sections_are_written_in_the_order_of_the_documentation() {
    let policy = rules::henan_2019_194();
    let keys = |json: &Json| match json {
        Json::Object(entries) => entries.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>(),
        other => panic!("{other} is no object"),
    };
    let written = file::to_value(policy, &file::read(policy, SCENARIOS).unwrap());
    let (_, documented) = include_str!("../docs/draft-file.md").split_once("## Keys at the top").unwrap();
    let rows = documented.lines().take_while(|line| !line.starts_with("## "));
    let sections: Vec<&str> = rows.filter_map(|row| row.strip_prefix("| `")?.split('`').next()).collect();
    assert_eq!(keys(&written), sections);
    let facts: Vec<&str> = policy.facts.iter().map(|fact| fact.id).collect();
    assert_eq!(keys(written.get("facts").unwrap()), facts);
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let marked = format!("\u{feff}{}", minimal());
    assert!(file::read(rules::henan_2019_194(), &marked).is_ok());
}

#[test]
fn what_is_no_draft_is_refused_as_a_whole() {
    let policy = rules::henan_2019_194();
    let text = |text: &str| file::read(policy, text).unwrap_err();
    assert_eq!(text("{\n\"format\":\n"), Refused::NotJson { line: 3 });
    assert_eq!(text(""), Refused::NotJson { line: 1 });
    assert_eq!(text("[]"), Refused::NotADraft);
    assert_eq!(read(&without("format")), Err(Refused::NotADraft));
    assert_eq!(read(&with(json!({"format": "another"}))), Err(Refused::NotADraft));
    assert_eq!(read(&with(json!({"version": 3}))), Err(Refused::Newer { version: 3 }));
    assert_eq!(read(&with(json!({"policy": "henan-2030-1"}))), Err(Refused::OtherPolicy("henan-2030-1".into())));
    // A newer file may hold anything, so its version is what is said of it, and no fault.
    let newer = with(json!({"version": 7, "unheard_of": true, "policy": "henan-2030-1"}));
    assert_eq!(read(&newer), Err(Refused::Newer { version: 7 }));
}

#[test]
fn each_refusal_has_a_path_and_a_sentence_of_its_own() {
    let all = [
        (Refused::NotJson { line: 3 }, "", "第 3 行"),
        (Refused::NotADraft, "format", "不是制创自评的草稿"),
        (Refused::Newer { version: 2 }, "version", "文件版本 2"),
        (Refused::OtherPolicy("henan-2030-1".into()), "policy", "henan-2030-1"),
    ];
    for (refused, path, words) in all {
        let faults = refused.faults();
        let [fault] = faults.as_slice() else { panic!("{faults:?}") };
        assert_eq!(fault.path, path);
        assert!(fault.message.contains(words) && fault.message.ends_with("没有导入任何内容。"), "{fault:?}");
    }
}

#[test]
fn what_every_draft_must_say() {
    for key in ["version", "policy", "name", "period"] {
        let found = faults(&without(key));
        assert_eq!(found.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), [key]);
    }
    refused(&[
        (json!({"version": "1"}), "version", "这里应当是文件版本号（整数，最新的是 2）。"),
        (json!({"version": 0}), "version", "这里应当是文件版本号（整数，最新的是 2）。"),
        (json!({"policy": 194}), "policy", "缺少"),
        (json!({"name": 5}), "name", "文字"),
        (json!({"unit": 5}), "unit", "文字"),
        (json!({"preparer": null}), "preparer", "文字"),
        (json!({"phone": 37100000000_u64}), "phone", "文字"),
        (json!({"purpose": "三年评估"}), "purpose", "evaluation"),
        (json!({"period": "2023"}), "period", "对象"),
        (json!({"period": {"from": "2023-07-01"}}), "period.to", "缺少"),
        (json!({"period": {"to": "2023-07-01"}}), "period.from", "缺少"),
    ]);
}

#[test]
fn keys_that_are_not_known() {
    let entry = |list: &str, entry: Value| json!({ list: [entry] });
    let unknown = "不认识";
    refused(&[
        (json!({"score": 100}), "score", unknown),
        (json!({"period": {"from": "2023-07-01", "to": "2026-06-30", "days": 3}}), "period.days", unknown),
        (json!({"facts": {"team.size": 3}}), "facts.team.size", unknown),
        (entry("finance", json!({"year": 2024, "profit": "5"})), "finance[0].profit", unknown),
        (entry("finance", json!({"year": 2024, "typed": {"tax": "5"}})), "finance[0].typed.tax", unknown),
        (entry("members", json!({"kind": "other", "share": "5"})), "members[0].share", unknown),
        (entry("members", json!({"kind": "other", "typed": {"name": "5"}})), "members[0].typed.name", unknown),
        (entry("evidence", json!({"category": "transfer", "date": "2024-01-01"})), "evidence[0].date", unknown),
        (entry("lines", json!({"points": "5", "colour": "red"})), "lines[0].colour", unknown),
        (json!({"complete": ["members", "cost"]}), "complete[1]", "可用的有 members、finance、ip"),
        (json!({"self_awarded": {"goals": "5"}}), "self_awarded.goals", unknown),
        (json!({"expert": {"goals": "5"}}), "expert.goals", unknown),
        (json!({"notes": {"goals": "5"}}), "notes.goals", unknown),
        (json!({"readings": {"goals": "low"}}), "readings.goals", unknown),
        (
            json!({"readings": {"funding.rd_ratio": "from_one"}}),
            "readings.funding.rd_ratio",
            "from_threshold、from_zero",
        ),
        (json!({"discretion": "middle"}), "discretion", "low、proportional、high"),
        (json!({"typed": {"name": "5"}}), "typed.name", unknown),
        (json!({"typed": {"facts.team.size": "5"}}), "typed.facts.team.size", unknown),
    ]);
}

#[test]
fn keys_that_stand_twice() {
    let text = r#"{
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "甲", "name": "乙",
        "period": {"from": "2023-07-01", "to": "2026-06-30", "from": "2023-07-01"},
        "facts": {"team.stable_staff": 34, "team.stable_staff": "x", "team.total_staff": 75},
        "finance": [{"year": 2024, "year": 2025, "typed": {"rd": "5 万", "rd": "6 万"}}],
        "members": [{"kind": "other", "kind": "other"}],
        "evidence": [{"category": "transfer", "title": "甲", "title": "乙"}, {"category": "ip", "kind": "software", "kind": "software"}],
        "lines": [{"label": "甲", "label": "甲"}],
        "self_awarded": {"tech.progress": "1", "tech.progress": "2"},
        "readings": {"funding.rd_ratio": "from_zero", "funding.rd_ratio": "from_zero"},
        "notes": {"tech.progress": "甲", "tech.progress": "甲"},
        "typed": {"facts.team.stable_staff": "34 人", "facts.team.stable_staff": "35 人"},
        "facts": {}
    }"#;
    let Err(Refused::Faults(found)) = file::read(rules::henan_2019_194(), text) else { panic!("it is refused") };
    assert!(found.iter().all(|fault| fault.message == "这一项写了两次。"), "{found:#?}");
    let mut paths: Vec<&str> = found.iter().map(|fault| fault.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "evidence[0].title",
            "evidence[1].kind",
            "facts",
            "facts.team.stable_staff",
            "finance[0].typed.rd",
            "finance[0].year",
            "lines[0].label",
            "members[0].kind",
            "name",
            "notes.tech.progress",
            "period.from",
            "readings.funding.rd_ratio",
            "self_awarded.tech.progress",
            "typed.facts.team.stable_staff",
        ]
    );
}

#[test]
fn wrong_types() {
    refused(&[
        (json!({"facts": []}), "facts", "对象"),
        (json!({"facts": null}), "facts", "对象"),
        (json!({"facts": {"goals.good_benefits": "true"}}), "facts.goals.good_benefits", "true 或 false"),
        (json!({"facts": {"team.stable_staff": true}}), "facts.team.stable_staff", "数字"),
        (json!({"facts": {"team.stable_staff": null}}), "facts.team.stable_staff", "数字"),
        (json!({"facts": {"ip.navigation": 3}}), "facts.ip.navigation", "文字"),
        (json!({"finance": {}}), "finance", "列表"),
        (json!({"finance": [5]}), "finance[0]", "对象"),
        (json!({"members": [{"kind": "other", "name": 5}]}), "members[0].name", "文字"),
        (json!({"members": [{"kind": "other", "shareholder": "yes"}]}), "members[0].shareholder", "true 或 false"),
        (json!({"members": [{"kind": "other", "lead": 1}]}), "members[0].lead", "true 或 false"),
        (json!({"evidence": [{"category": "transfer", "on": 20240101}]}), "evidence[0].on", "文字"),
        (json!({"complete": "members"}), "complete", "列表"),
        (json!({"notes": {"tech.progress": 5}}), "notes.tech.progress", "文字"),
        (json!({"typed": {"period.from": 5}}), "typed.period.from", "文字"),
        (json!({"lines": [{"label": 5}]}), "lines[0].label", "文字"),
    ]);
}

/// What readiness, the dates and the yearly plans are made of; the paths of all refusals are in `tests/readiness`.
#[test]
fn what_the_way_is_made_of_is_refused_in_words() {
    let said = |id: &str, said: Value| json!({"requirements": {id: said}});
    let panel = |panel: Value| json!({"panel": panel});
    let expert = json!(["1", "1", "1", "1", "1"]);
    refused(&[
        (said("plan.team", json!({"state": "met"})), "requirements.plan.team.state", "由填写的数据算出"),
        (
            said("lead.credit", json!({"state": "unverified"})),
            "requirements.lead.credit.state",
            "met、unmet、not_applicable",
        ),
        (said("lead.credit", json!("met")), "requirements.lead.credit", "对象"),
        (said("lead.credit", json!({"file": "附件 3"})), "requirements.lead.credit.file", "不认识"),
        (said("lead", json!({})), "requirements.lead", "不认识"),
        (panel(json!({"weights": ["20", "20", "20", "20", "30"]})), "panel.weights", "合计是 110"),
        (panel(json!({"weights": ["50", "50"]})), "panel.weights", "5 个数，现有 2 个"),
        (panel(json!({"weights": "20"})), "panel.weights", "列表"),
        (panel(json!({"experts": [expert, ["1"]]})), "panel.experts[1]", "5 个数，现有 1 个"),
        (panel(json!({"experts": [["20.01", "1", "1", "1", "1"]]})), "panel.experts[0][0]", "不能大于 20"),
        (panel(json!({"experts": vec![expert.clone(); 6]})), "panel.experts", "专家最多 5 人"),
        (json!({"grades": {"2024": "A"}}), "grades.2024", "excellent"),
        (json!({"grades": {"24": "good"}}), "grades.24", "不认识"),
        (json!({"holidays": ["2026-02-30"]}), "holidays[0]", "不是有效的日期"),
        (
            json!({"holidays": ["2026-10-01"], "workdays": ["2026-09-26", "2026-10-01"]}),
            "workdays[1]",
            "既是放假又是调休",
        ),
        (json!({"holidays": vec!["2026-10-01"; 1001]}), "holidays", "最多 1000 天"),
        (json!({"annual": [{"year": 1899}]}), "annual[0].year", "不能小于 1900"),
        (json!({"annual": [{"tasks": {"whim": {}}}]}), "annual[0].tasks.whim", "不认识"),
        (json!({"annual": [{"tasks": {"team": {"outcome": "maybe"}}}]}), "annual[0].tasks.team.outcome", "done"),
        (json!({"annual": [{"reported_on": "2026-1-1"}]}), "annual[0].reported_on", "不是有效的日期"),
    ]);
}

#[test]
fn numbers_that_cannot_be() {
    let fact = |id: &str, value: Value| json!({"facts": {id: value}});
    let cost = |value: Value| json!({"finance": [{"year": 2024, "cost": value}]});
    refused(&[
        (fact("goals.completion_rate", json!(86.5)), "facts.goals.completion_rate", "带引号"),
        (fact("goals.completion_rate", json!(1.0)), "facts.goals.completion_rate", "带引号"),
        (fact("team.stable_staff", json!(1e30)), "facts.team.stable_staff", "整数"),
        (fact("team.stable_staff", json!("三十")), "facts.team.stable_staff", "不是整数"),
        (fact("goals.completion_rate", json!("1000.01")), "facts.goals.completion_rate", "不能大于 1000"),
        (fact("goals.completion_rate", json!("-1")), "facts.goals.completion_rate", "负数"),
        (fact("goals.completion_rate", json!("86.5%")), "facts.goals.completion_rate", "不是数字"),
        (fact("team.stable_staff", json!("3.5")), "facts.team.stable_staff", "整数"),
        (fact("team.total_staff", json!(0)), "facts.team.total_staff", "不能小于 1"),
        (cost(json!(0.5)), "finance[0].cost", "带引号"),
        (cost(json!("-0.01")), "finance[0].cost", "负数"),
        (cost(json!(-5)), "finance[0].cost", "负数"),
        (cost(json!("0.0000001")), "finance[0].cost", "小数最多 6 位"),
        (cost(json!("1000000000000.01")), "finance[0].cost", "不能大于 1000000000000"),
        (cost(json!("1,000")), "finance[0].cost", "不是数字"),
        (cost(json!("")), "finance[0].cost", "不是数字"),
        (json!({"finance": [{"year": 1899}]}), "finance[0].year", "不能小于 1900"),
        (json!({"finance": [{"year": "24.5"}]}), "finance[0].year", "整数"),
        (json!({"members": [{"kind": "other", "contribution": "-1"}]}), "members[0].contribution", "负数"),
        (json!({"self_awarded": {"tech.progress": "-1"}}), "self_awarded.tech.progress", "负数"),
        (json!({"self_awarded": {"tech.progress": 4.5}}), "self_awarded.tech.progress", "带引号"),
        (json!({"expert": {"tech.progress": "6.01"}}), "expert.tech.progress", "不能大于 6"),
        (json!({"lines": [{"points": "100.5"}]}), "lines[0].points", "不能大于 100"),
    ]);
}

#[test]
fn whole_numbers_may_stand_in_either_way() {
    let draft = |value: Value| read(&with(json!({"finance": [{"year": 2024, "cost": value}]}))).unwrap();
    assert_eq!(draft(json!(1800)), draft(json!("1800")));
    assert_eq!(draft(json!("1800.00")), draft(json!("1800")));
    // Far beyond what a draft may say, yet a number: the limits are its fault.
    let huge = json!({"finance": [{"year": 2024, "cost": u64::MAX}]});
    refused(&[(huge, "finance[0].cost", "不能大于")]);
}

#[test]
fn a_part_cannot_exceed_its_whole() {
    let staff = |technical: u32, total: u32| json!({"facts": {"team.technical_staff": technical, "team.total_staff": total}});
    refused(&[(staff(76, 75), "facts.team.technical_staff", "不能多于“职工总数”（75）")]);
    assert!(read(&with(staff(75, 75))).is_ok());
}

#[test]
fn dates_that_cannot_be() {
    let period = |from: &str, to: &str| json!({"period": {"from": from, "to": to}});
    let on = |on: &str| json!({"evidence": [{"category": "transfer", "on": on}]});
    refused(&[
        (period("2026-07-01", "2026-06-30"), "period.to", "不能早于开始日期"),
        (period("2023-02-29", "2026-06-30"), "period.from", "2023-02-29"),
        (period("2023-07-01", "2026-6-30"), "period.to", "2026-6-30"),
        (on("2024-13-01"), "evidence[0].on", "2024-13-01"),
        (on(""), "evidence[0].on", "日期"),
    ]);
    assert!(read(&with(period("2026-06-30", "2026-06-30"))).is_ok());
}

#[test]
fn an_entry_carries_what_its_category_does_and_nothing_else() {
    let entry = |entry: Value| json!({"evidence": [entry]});
    refused(&[
        (entry(json!({})), "evidence[0].category", "缺少"),
        (entry(json!({"category": "patent"})), "evidence[0].category", "ip、appraisal"),
        (entry(json!({"category": "ip"})), "evidence[0].kind", "缺少"),
        (entry(json!({"category": "ip", "kind": "trademark"})), "evidence[0].kind", "invention、utility_model"),
        (entry(json!({"category": "ip", "kind": "software", "level": "national"})), "evidence[0].level", "不认识"),
        (entry(json!({"category": "appraisal"})), "evidence[0].level", "缺少"),
        (
            entry(json!({"category": "appraisal", "level": "national"})),
            "evidence[0].level",
            "international、domestic",
        ),
        (entry(json!({"category": "project", "level": "city"})), "evidence[0].role", "缺少"),
        (entry(json!({"category": "project", "role": "lead"})), "evidence[0].level", "缺少"),
        (
            entry(json!({"category": "platform", "level": "city"})),
            "evidence[0].level",
            "national、provincial、high_tech",
        ),
        (
            entry(json!({"category": "platform", "level": "national", "role": "lead"})),
            "evidence[0].role",
            "不认识",
        ),
        (entry(json!({"category": "transfer", "kind": "software"})), "evidence[0].kind", "不认识"),
        (
            entry(json!({"category": "standard", "level": "local", "role": "editor"})),
            "evidence[0].role",
            "lead、participant",
        ),
        (json!({"members": [{"name": "甲"}]}), "members[0].kind", "缺少"),
        (json!({"members": [{"kind": "bank"}]}), "members[0].kind", "enterprise、institute"),
        (json!({"members": [{"kind": "other", "rank": "top1"}]}), "members[0].rank", "national_top5"),
        (json!({"finance": [{"cost": "5"}]}), "finance[0].year", "缺少"),
        (json!({"facts": {"ip.navigation": "all"}}), "facts.ip.navigation", "none、some、partial、full"),
    ]);
}

#[test]
fn every_fault_is_listed_at_once() {
    let found = faults(&json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "colour": "red",
        "period": {"from": "2026-07-01", "to": "2026-06-30"},
        "facts": {"goals.completion_rate": 86.5, "team.total_staff": 0, "team.size": 3},
        "members": [{"kind": "other"}, {"kind": "bank", "contribution": "-1"}],
        "evidence": [{"category": "ip", "on": "2024-02-30"}, {"category": "patent", "on": "2024-02-30", "title": 5}],
        "typed": {"name": "x"},
    }));
    let mut paths: Vec<&str> = found.iter().map(|fault| fault.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "colour",
            "evidence[0].kind",
            "evidence[0].on",
            "evidence[1].category",
            "evidence[1].on",
            "evidence[1].title",
            "facts.goals.completion_rate",
            "facts.team.size",
            "facts.team.total_staff",
            "members[1].contribution",
            "members[1].kind",
            "name",
            "period.to",
            "typed.name",
        ]
    );
    let refused = read(&with(json!({"facts": {"team.size": 1, "team.sizes": 1}}))).unwrap_err();
    assert!(refused.to_string().contains("2 处问题"), "{refused}");
}

/// Files in `tests/drafts` are named by their version, and every version has one at least.
#[test]
fn a_file_of_every_version_opens() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/drafts");
    let mut versions = std::collections::BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(file::read(rules::henan_2019_194(), &text).err(), None, "{}", path.display());
        let value: Value = serde_json::from_str(&text).unwrap();
        versions.insert(value["version"].as_u64().unwrap());
    }
    assert!(versions.iter().copied().eq(1..=file::VERSION), "{versions:?}");
}
