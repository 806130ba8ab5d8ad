//! Measures, scenarios, trials and ids of entries in the draft file: what is refused and where, and what is not.

use serde_json::{Value, json};
use zhichuang::draft::{Draft, Fault, file, file::Refused};
use zhichuang::rules;

fn whole(more: &Value) -> Value {
    let mut draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
    });
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    draft
}

fn read(more: &Value) -> Result<Draft, Refused> {
    file::read(rules::henan_2019_194(), &whole(more).to_string())
}

/// The same draft as it is written.
#[track_caller]
fn again(more: &Value) -> Value {
    let draft = read(more).unwrap_or_else(|refused| panic!("{more}: {:?}", refused.faults()));
    serde_json::from_str(&file::to_text(rules::henan_2019_194(), &draft)).unwrap()
}

/// Refused for one fault, at this path, in these words.
#[track_caller]
fn refused(more: &Value, path: &str, words: &str) {
    let found: Vec<Fault> = match read(more) {
        Err(refused) => refused.faults(),
        Ok(_) => panic!("{more} is read"),
    };
    let [fault] = found.as_slice() else { panic!("{more}: {found:#?}") };
    assert_eq!(fault.path, path, "{more}");
    assert!(fault.message.contains(words), "{more}: {}", fault.message);
}

/// A measure of one change is refused at this path inside the change.
#[track_caller]
fn no_change(change: Value, path: &str, words: &str) {
    let path = format!("measures[0].changes[0]{path}");
    refused(&json!({"measures": [{"id": "m", "changes": [change]}]}), &path, words);
}

fn set(path: &str, to: Value) -> Value {
    json!({"set": path, "to": to})
}

fn increase(path: &str, by: Value) -> Value {
    json!({"increase": path, "by": by})
}

fn transfer(from: &str, to: &str, amount: Value) -> Value {
    json!({"transfer": "members", "from": from, "to": to, "amount": amount})
}

#[test]
fn paths_that_can_not_be_changed() {
    for path in [
        "",
        "facts",
        "facts.team.size",
        "readings.team.size",
        "self_awarded.goals",
        "period",
        "period.days",
        "complete.cost",
        "members.m1",
        "members.m1.share",
        "members..kind",
        "evidence.e1.category",
        "finance.f1.profit",
        "expert.tech.progress",
        "notes.tech.progress",
        "name",
        "discretion.low",
    ] {
        no_change(set(path, json!("1")), ".set", "不是草稿里能改的一项");
        no_change(increase(path, json!("1")), ".increase", "不是草稿里能改的一项");
    }
}

#[test]
fn values_of_another_type() {
    for (path, to, words) in [
        ("facts.team.stable_staff", json!(true), "数字"),
        ("facts.team.stable_staff", json!("3.5"), "整数"),
        ("facts.team.total_staff", json!(0), "不能小于 1"),
        ("facts.goals.completion_rate", json!(86.5), "带引号"),
        ("facts.goals.completion_rate", json!("1000.1"), "不能大于 1000"),
        ("facts.team.lead_expert", json!("true"), "true 或 false"),
        ("facts.ip.navigation", json!("all"), "none、some、partial、full"),
        ("facts.dates.listed_on", json!("2026-02-30"), "不是有效的日期"),
        ("readings.equity.one_third", json!("low"), "middle、full"),
        ("discretion", json!("middle"), "low、proportional、high"),
        ("self_awarded.tech.progress", json!("-1"), "负数"),
        ("period.to", json!(2026), "文字"),
        ("complete.members", json!("yes"), "true 或 false"),
        ("members.m1.kind", json!("bank"), "enterprise"),
        ("members.m1.name", json!(5), "文字"),
        ("members.m1.contribution", json!("-5"), "负数"),
        ("evidence.e1.level", json!("county"), "national"),
        ("finance.f1.year", json!(1899), "不能小于 1900"),
        ("finance.f1.cost", json!("约 5"), "不是数字"),
    ] {
        no_change(set(path, to), ".to", words);
    }
    for path in [
        "period.from",
        "period.to",
        "complete.ip",
        "members.m1.kind",
        "evidence.e1.kind",
        "evidence.e1.level",
        "evidence.e1.role",
    ] {
        no_change(set(path, Value::Null), ".to", "");
    }
}

#[test]
fn increases_that_can_not_be_meant() {
    let staff = "facts.team.stable_staff";
    no_change(increase(staff, json!("1.5")), ".by", "整数");
    no_change(increase(staff, json!(1.5)), ".by", "整数");
    no_change(increase(staff, json!("--1")), ".by", "负数");
    no_change(increase(staff, json!("-")), ".by", "不是整数");
    no_change(increase(staff, json!(true)), ".by", "数字");
    no_change(increase(staff, Value::Null), ".by", "数字");
    no_change(increase("facts.goals.completion_rate", json!(-0.5)), ".by", "带引号");
    no_change(increase("finance.f1.cost", json!("0.0000001")), ".by", "小数最多 6 位");
    for path in [
        "facts.team.lead_expert",
        "facts.ip.navigation",
        "facts.dates.listed_on",
        "period.to",
        "members.m1.name",
        "discretion",
    ] {
        no_change(increase(path, json!("1")), ".increase", "不是数字，不能增减");
    }
}

#[test]
fn transfers_and_entries_that_can_not_be_meant() {
    no_change(transfer("a", "a", json!("1")), ".to", "不能是同一个");
    no_change(transfer("a", "b", json!("0")), ".amount", "要大于 0");
    no_change(transfer("a", "b", json!("-1")), ".amount", "负数");
    no_change(transfer("a", "b", json!(0.5)), ".amount", "带引号");
    no_change(json!({"transfer": "evidence", "from": "a", "to": "b", "amount": "1"}), ".transfer", "只有 members");
    no_change(
        json!({"transfer": "shares", "from": "a", "to": "b", "amount": "1"}),
        ".transfer",
        "finance、members、evidence",
    );
    no_change(json!({"transfer": "members", "from": 1, "to": "b", "amount": "1"}), ".from", "文字");
    no_change(json!({"add": "lines", "entry": {}}), ".add", "finance、members、evidence");
    no_change(json!({"add": "members", "entry": []}), ".entry", "对象");
    no_change(json!({"add": "members", "entry": {"kind": "bank"}}), ".entry.kind", "enterprise");
    no_change(json!({"add": "members", "entry": {"kind": "other", "id": ""}}), ".entry.id", "不能空着");
    no_change(json!({"add": "evidence", "entry": {"category": "ip"}}), ".entry.kind", "缺少");
    no_change(
        json!({"add": "evidence", "entry": {"category": "ip", "kind": "software", "level": "city"}}),
        ".entry.level",
        "不认识",
    );
    no_change(json!({"add": "finance", "entry": {"cost": "5"}}), ".entry.year", "缺少");
    no_change(json!({"remove": "facts", "id": "a"}), ".remove", "finance、members、evidence");
    no_change(json!({"remove": "members", "id": 5}), ".id", "文字");
}

#[test]
fn a_change_says_one_thing_and_all_of_it() {
    no_change(json!("set"), "", "对象");
    no_change(json!({}), "", "set、increase、transfer、add、remove");
    no_change(json!({"to": 5}), "", "set、increase、transfer、add、remove");
    no_change(json!({"set": "discretion"}), ".to", "缺少");
    no_change(json!({"increase": "facts.team.stable_staff"}), ".by", "缺少");
    no_change(json!({"transfer": "members", "from": "a", "to": "b"}), ".amount", "缺少");
    no_change(json!({"add": "members"}), ".entry", "缺少");
    no_change(json!({"remove": "members"}), ".id", "缺少");
    no_change(json!({"set": "discretion", "to": "low", "why": "x"}), ".why", "不认识");
    no_change(
        json!({"set": "discretion", "to": "low", "increase": "facts.team.stable_staff"}),
        ".increase",
        "不认识",
    );
}

#[test]
fn measures_and_scenarios_that_can_not_be_meant() {
    let measures = |all: Value| json!({"measures": all});
    refused(&measures(json!({})), "measures", "列表");
    refused(&measures(json!([5])), "measures[0]", "对象");
    refused(&measures(json!([{"changes": []}])), "measures[0].id", "缺少");
    refused(&measures(json!([{"id": "", "changes": []}])), "measures[0].id", "不能空着");
    refused(&measures(json!([{"id": 5, "changes": []}])), "measures[0].id", "文字");
    refused(&measures(json!([{"id": "m"}])), "measures[0].changes", "缺少");
    refused(&measures(json!([{"id": "m", "changes": {}}])), "measures[0].changes", "列表");
    refused(&measures(json!([{"id": "m", "changes": [], "cost": "-1"}])), "measures[0].cost", "负数");
    refused(&measures(json!([{"id": "m", "changes": [], "cost": 0.5}])), "measures[0].cost", "带引号");
    refused(&measures(json!([{"id": "m", "changes": [], "days": "1.5"}])), "measures[0].days", "整数");
    refused(&measures(json!([{"id": "m", "changes": [], "days": -1}])), "measures[0].days", "负数");
    refused(
        &measures(json!([{"id": "m", "changes": [], "certainty": "maybe"}])),
        "measures[0].certainty",
        "sure、likely、unsure",
    );
    refused(&measures(json!([{"id": "m", "changes": [], "owner": 5}])), "measures[0].owner", "文字");
    refused(&measures(json!([{"id": "m", "changes": [], "why": ""}])), "measures[0].why", "不认识");
    refused(
        &measures(json!([{"id": "m", "changes": [], "typed": {"name": "x"}}])),
        "measures[0].typed.name",
        "不认识",
    );
    let twice = json!([{"id": "m", "changes": []}, {"id": "n", "changes": []}, {"id": "m", "changes": []}]);
    refused(&measures(twice), "measures[2].id", "“m”写了两次");
    // One path is set twice in one measure, by the same value too.
    let sets = json!([
        set("discretion", json!("low")),
        set("facts.team.lead_expert", json!(true)),
        set("discretion", json!("low"))
    ]);
    refused(&measures(json!([{"id": "m", "changes": sets}])), "measures[0].changes[2]", "改了两次");

    let scenarios = |all: Value| json!({"measures": [{"id": "m", "changes": []}], "scenarios": all});
    refused(&scenarios(json!(["m"])), "scenarios[0]", "对象");
    refused(&scenarios(json!([{"measures": []}])), "scenarios[0].id", "缺少");
    refused(&scenarios(json!([{"id": "s", "measures": "m"}])), "scenarios[0].measures", "列表");
    refused(&scenarios(json!([{"id": "s", "measures": ["m", 5]}])), "scenarios[0].measures[1]", "文字");
    refused(
        &scenarios(json!([{"id": "s", "measures": ["m", "n"]}])),
        "scenarios[0].measures[1]",
        "没有编号为“n”的举措",
    );
    refused(&scenarios(json!([{"id": "s", "cost": "5"}])), "scenarios[0].cost", "不认识");
    refused(&scenarios(json!([{"id": "s"}, {"id": "s"}])), "scenarios[1].id", "“s”写了两次");
}

/// Paths count what is there, whatever else is wrong.
#[test]
fn faults_are_at_their_places_beside_others() {
    let more = json!({
        "members": [{"kind": "bank"}, {"kind": "other", "id": "a"}, {"kind": "other", "id": "a"}],
        "scenarios": [5, {"id": "s", "measures": ["m"]}],
    });
    let mut paths: Vec<String> = read(&more).unwrap_err().faults().into_iter().map(|fault| fault.path).collect();
    paths.sort();
    assert_eq!(paths, ["members[0].kind", "members[2].id", "scenarios[0]", "scenarios[1].measures[0]"]);
}

#[test]
fn ids_of_entries() {
    refused(&json!({"members": [{"kind": "other", "id": 5}]}), "members[0].id", "文字");
    refused(&json!({"evidence": [{"category": "transfer", "id": ""}]}), "evidence[0].id", "不能空着");
    let twice = json!({"finance": [{"year": 2024, "id": "f1"}, {"year": 2025, "id": "f1"}]});
    refused(&twice, "finance[1].id", "“f1”写了两次");
    // One text in two lists is two ids.
    read(&json!({"members": [{"kind": "other", "id": "x"}], "evidence": [{"category": "transfer", "id": "x"}]}))
        .unwrap();
    // Without one, the first letter of the list and the first free number, in the order of the file.
    let entries = |ids: Value| {
        ids.as_array()
            .unwrap()
            .iter()
            .map(|id| match id.as_str() {
                Some(id) => json!({"id": id, "kind": "other"}),
                None => json!({"kind": "other"}),
            })
            .collect::<Value>()
    };
    let given = |ids: Value| {
        let written = again(&json!({"members": entries(ids)}));
        written["members"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(given(json!([null, null])), ["m1", "m2"]);
    assert_eq!(given(json!([null, "m1", null, "m3", null])), ["m2", "m1", "m4", "m3", "m5"]);
    assert_eq!(given(json!(["m01", "m+1", "甲", null])), ["m01", "m+1", "甲", "m1"]);
    assert_eq!(given(json!(["m99999999999", null])), ["m99999999999", "m1"]);
    let others = again(&json!({"finance": [{"year": 2024}], "evidence": [{"category": "transfer"}]}));
    assert_eq!((&others["finance"][0]["id"], &others["evidence"][0]["id"]), (&json!("f1"), &json!("e1")));
}

/// What became impossible is read: only what can't be meant is refused.
#[test]
fn everything_else_is_read() {
    let changes = json!([
        set("members.gone.kind", json!("other")),
        set("evidence.gone.level", json!("city")),
        increase("facts.team.total_staff", json!("-1000000000")),
        increase("facts.team.total_staff", json!("0")),
        transfer("gone", "away", json!("1")),
        {"remove": "members", "id": "gone"},
        {"remove": "members", "id": "gone"},
        set("facts.team.technical_staff", json!(5)),
        set("facts.team.total_staff", json!(1)),
        set("period.to", json!("1999-01-01")),
    ]);
    let more = json!({
        "measures": [{"id": "a.b", "changes": changes}, {"id": "A.B", "changes": []}],
        "scenarios": [{"id": "a.b", "measures": ["A.B", "a.b"]}, {"id": "s", "measures": []}],
    });
    let written = again(&more);
    assert_eq!((&written["measures"], &written["scenarios"]), (&more["measures"], &more["scenarios"]));
    // What is default is left out, numbers are written one way, and a measure stands in a scenario once.
    let loose = json!({
        "measures": [{"id": "m", "name": "", "days": "5", "certainty": "likely", "changes": [
            increase("facts.team.stable_staff", json!(-6)), set("readings.equity.one_third", Value::Null),
        ]}],
        "scenarios": [{"id": "s", "measures": ["m", "m"]}],
    });
    let written = again(&loose);
    let changes = json!([
        increase("facts.team.stable_staff", json!("-6")),
        set("readings.equity.one_third", json!("middle"))
    ]);
    assert_eq!(written["measures"], json!([{"id": "m", "days": 5, "changes": changes}]));
    assert_eq!(written["scenarios"][0]["measures"], json!(["m"]));
}

#[test]
fn a_trial_is_read_as_the_draft_is() {
    let own = json!({"facts": {"team.technical_staff": 26, "team.total_staff": 30}, "discretion": "high"});
    let with = |trial: Value| {
        let mut more = own.clone();
        more["trial"] = trial;
        more
    };
    refused(&with(json!(5)), "trial", "对象");
    refused(&with(json!({"notes": {}})), "trial.notes", "不认识");
    refused(&with(json!({"facts": {"team.size": 5}})), "trial.facts.team.size", "不认识");
    refused(
        &with(json!({"facts": {"team.technical_staff": 5, "team.total_staff": 4}})),
        "trial.facts.team.technical_staff",
        "不能多于",
    );
    refused(&with(json!({"period": {"from": "2026-01-01"}})), "trial.period.to", "缺少");
    refused(
        &with(json!({"members": [{"kind": "other", "id": "a"}, {"kind": "other", "id": "a"}]})),
        "trial.members[1].id",
        "写了两次",
    );
    refused(&with(json!({"typed": {"name": "x"}})), "trial.typed.name", "不认识");
    refused(&with(json!({"typed": {"expert.tech.progress": "x"}})), "trial.typed.expert.tech.progress", "不认识");
    refused(&with(json!({"typed": {"holidays": "x"}})), "trial.typed.holidays", "不认识");
    let both = read(&json!({"name": 5, "trial": {"name": "甲"}})).unwrap_err().faults();
    assert!(both.iter().map(|fault| fault.path.as_str()).eq(["name"]), "{both:?}");
    refused(&with(json!({"measure": 5})), "trial.measure", "文字");
    refused(&with(json!({"name": 5})), "trial.name", "文字");
    // A section is whole: what is not in it is blank. What has none is the draft's own.
    let trial = |trial: Value| again(&with(trial))["trial"].clone();
    assert_eq!(trial(json!({})), json!({}));
    let half = json!({"facts": {"team.total_staff": 31}, "measure": "gone", "name": "甲"});
    assert_eq!(trial(half.clone()), half);
    assert_eq!(trial(json!({"facts": {}, "discretion": "low"})), json!({"facts": {}, "discretion": "low"}));
    // What is the same is no section.
    assert_eq!(trial(json!({"discretion": "high", "readings": {}})), json!({}));
    // A text counts where nothing stands in its way.
    let typed = json!({"typed": {"facts.team.technical_staff": "29 人", "facts.team.total_staff": "25"}});
    let expected = json!({"facts": {"team.technical_staff": 29, "team.total_staff": 30}, "typed": {"facts.team.technical_staff": "29 人", "facts.team.total_staff": "25"}});
    assert_eq!(trial(typed)["facts"], expected["facts"]);
}
