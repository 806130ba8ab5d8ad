//! What measures come to, worked by hand: each change, when it is impossible and one step either side, conflicts.

use serde_json::{Value, json};
use zhichuang::draft::{Draft, EntryId, file};
use zhichuang::policy::Policy;
use zhichuang::rules;
use zhichuang::scenario::{Refusal, chosen, cost_and_days, draft_with, words};
use zhichuang::scoring::{Figures, assess};

fn policy() -> &'static Policy {
    rules::henan_2019_194()
}

/// A draft with something of everything, and these measures.
fn main_draft(measures: &Value) -> Draft {
    let draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "示例中心",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
        "facts": {"team.stable_staff": 26, "team.technical_staff": 30, "team.total_staff": 75, "goals.completion_rate": "86.5"},
        "finance": [{"id": "f1", "year": 2024, "cost": "1000", "rd": "200"}],
        "members": [
            {"id": "a1", "name": "轴研所", "kind": "institute", "shareholder": true, "lead": true, "contribution": "400"},
            {"id": "a2", "kind": "enterprise", "shareholder": true, "contribution": "300", "rank": "provincial_top10"},
            {"id": "a3", "kind": "enterprise", "shareholder": true, "contribution": "300"},
            {"id": "a4", "name": "产业基金", "kind": "financial"},
        ],
        "evidence": [
            {"id": "e1", "category": "ip", "kind": "software", "on": "2025-01-01"},
            {"id": "e2", "category": "project", "level": "city", "role": "lead", "on": "2025-01-01"},
        ],
        "complete": ["members", "finance", "standard"],
        "readings": {"equity.one_third": "full"},
        "discretion": "high",
        "self_awarded": {"tech.progress": "3"},
        "measures": measures,
    });
    file::read(policy(), &draft.to_string()).unwrap_or_else(|refused| panic!("{:?}", refused.faults()))
}

/// A measure of its changes alone; its id is its place, from m1.
fn measures(changes: &[Value]) -> Value {
    let one = |(at, changes): (usize, &Value)| json!({"id": format!("m{at}"), "changes": changes});
    (1..).zip(changes).map(one).collect()
}

/// All measures together.
fn together(draft: &Draft) -> Result<Value, Refusal> {
    let all: Vec<_> = draft.measures.iter().collect();
    let carried = draft_with(policy(), draft, &all)?;
    Ok(serde_json::from_str(&file::to_text(policy(), &carried.draft)).unwrap())
}

/// What the draft has after measures of these changes.
#[track_caller]
fn after(changes: &[Value]) -> Value {
    together(&main_draft(&measures(changes))).unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

/// Whose fault it is that measures of these changes are impossible together, and what is said.
#[track_caller]
fn impossible(changes: &[Value]) -> (Vec<String>, String) {
    match together(&main_draft(&measures(changes))) {
        Err(Refusal::Impossible { measures, message }) => {
            (measures.iter().map(EntryId::to_string).collect(), message)
        }
        other => panic!("{changes:?}: {other:?}"),
    }
}

#[track_caller]
fn conflict(changes: &[Value]) -> (Vec<String>, String) {
    match together(&main_draft(&measures(changes))) {
        Err(Refusal::Conflict { measures, message }) => {
            (measures.iter().map(EntryId::to_string).collect(), message)
        }
        other => panic!("{changes:?}: {other:?}"),
    }
}

/// What is said to have no effect.
fn idle(changes: &[Value]) -> Vec<String> {
    let draft = main_draft(&measures(changes));
    let carried = draft_with(policy(), &draft, &draft.measures.iter().collect::<Vec<_>>()).unwrap();
    carried.idle.iter().map(|(_, idle)| words::idle(policy(), &draft, idle)).collect()
}

fn set(path: &str, to: Value) -> Value {
    json!({"set": path, "to": to})
}

fn increase(path: &str, by: &str) -> Value {
    json!({"increase": path, "by": by})
}

fn transfer(from: &str, to: &str, amount: &str) -> Value {
    json!({"transfer": "members", "from": from, "to": to, "amount": amount})
}

fn remove(list: &str, id: &str) -> Value {
    json!({"remove": list, "id": id})
}

fn figures(draft: &Draft, item: &str) -> Figures {
    let at = policy().items.iter().position(|one| one.id == item).unwrap();
    assess(policy(), draft).items[at].figures
}

fn three(figures: Figures) -> [String; 3] {
    [figures.floor, figures.declared, figures.ceiling].map(|points| points.to_string())
}

#[test]
fn a_value_is_put_wherever_one_can_stand() {
    let changes = json!([
        set("facts.team.lead_expert", json!(true)),
        set("facts.ip.navigation", json!("full")),
        set("facts.dates.listed_on", json!("2024-11-25")),
        set("facts.goals.completion_rate", json!("92.5")),
        set("readings.business.at_300", json!("lower")),
        set("discretion", json!("proportional")),
        set("self_awarded.tech.progress", json!("4.5")),
        set("period.from", json!("2023-01-01")),
        set("period.to", json!("2025-12-31")),
        set("complete.ip", json!(true)),
        set("complete.standard", json!(false)),
        set("members.a2.rank", json!("national_top5")),
        set("members.a4.contribution", json!("50")),
        set("evidence.e2.level", json!("provincial")),
        set("finance.f1.rd", json!("310")),
    ]);
    let after = after(&[changes]);
    assert_eq!(after["facts"]["team.lead_expert"], true);
    assert_eq!(after["facts"]["ip.navigation"], "full");
    assert_eq!(after["facts"]["dates.listed_on"], "2024-11-25");
    assert_eq!(after["facts"]["goals.completion_rate"], "92.5");
    assert_eq!(after["readings"], json!({"equity.one_third": "full", "business.at_300": "lower"}));
    assert_eq!(after["discretion"], "proportional");
    assert_eq!(after["self_awarded"], json!({"tech.progress": "4.5"}));
    assert_eq!(after["period"], json!({"from": "2023-01-01", "to": "2025-12-31"}));
    assert_eq!(after["complete"], json!(["members", "finance", "ip"]));
    assert_eq!(after["members"][1]["rank"], "national_top5");
    assert_eq!(after["members"][3]["contribution"], "50");
    assert_eq!(after["evidence"][1]["level"], "provincial");
    assert_eq!(after["finance"][0]["rd"], "310");
}

#[test]
fn null_makes_blank_or_puts_the_default() {
    let paths = [
        "facts.team.stable_staff",
        "readings.equity.one_third",
        "discretion",
        "self_awarded.tech.progress",
        "members.a1.shareholder",
        "members.a1.lead",
        "members.a1.contribution",
        "members.a1.name",
        "members.a2.rank",
        "evidence.e1.on",
        "finance.f1.cost",
    ];
    let after = after(&[paths.map(|path| set(path, Value::Null)).into_iter().collect()]);
    assert_eq!(after["facts"].get("team.stable_staff"), None);
    for key in ["readings", "discretion", "self_awarded"] {
        assert_eq!(after.get(key), None, "{key}");
    }
    assert_eq!(after["members"][0], json!({"id": "a1", "kind": "institute"}));
    assert_eq!(after["members"][1].get("rank"), None);
    assert_eq!(after["evidence"][0], json!({"id": "e1", "category": "ip", "kind": "software"}));
    assert_eq!(after["finance"][0], json!({"id": "f1", "year": 2024, "rd": "200"}));
}

#[test]
fn a_change_of_an_entry_that_is_gone_is_impossible() {
    for change in [
        set("members.a9.rank", json!("none")),
        set("evidence.e9.title", json!("甲")),
        set("finance.f9.rd", json!("1")),
        increase("members.a9.contribution", "1"),
        transfer("a9", "a1", "1"),
        transfer("a1", "a9", "1"),
    ] {
        let (measures, message) = impossible(&[json!([set("discretion", json!("low"))]), json!([change])]);
        assert_eq!(measures, ["m2"], "{change}");
        assert!(message.contains("已删除的一条") && message.ends_with('。'), "{message}");
    }
    // Nor can what its category does not carry be put into an entry.
    assert_eq!(impossible(&[json!([set("evidence.e1.level", json!("city"))])]).0, ["m1"]);
}

#[test]
fn increases_of_one_number_are_summed_before_the_limit_is_looked_at() {
    let staff = |by: &str| json!([increase("facts.team.total_staff", by)]);
    let few = json!([set("facts.team.technical_staff", json!(1))]);
    assert_eq!(after(&[staff("-30"), staff("-44"), few.clone()])["facts"]["team.total_staff"], 1);
    let (measures, message) = impossible(&[staff("-30"), staff("-45"), few.clone()]);
    // All of the staff must also be no fewer than the technical staff, which is the third one's.
    assert_eq!(measures, ["m1", "m2", "m3"]);
    assert!(message.contains("会小于下限 1"), "{message}");
    // One alone would be impossible; with the other it is not.
    assert_eq!(after(&[staff("-80"), staff("6"), few])["facts"]["team.total_staff"], 1);
    let rate = |by: &str| json!([increase("facts.goals.completion_rate", by)]);
    assert_eq!(after(&[rate("-86.5")])["facts"]["goals.completion_rate"], "0");
    assert_eq!(impossible(&[rate("-86.500001")]).0, ["m1"]);
    assert_eq!(after(&[rate("913.5")])["facts"]["goals.completion_rate"], "1000");
    assert!(impossible(&[rate("913.500001")]).1.contains("会大于上限 1000"));
    let year = |by: &str| json!([increase("finance.f1.year", by)]);
    assert_eq!(after(&[year("-124")])["finance"][0]["year"], 1900);
    assert_eq!(impossible(&[year("-125")]).0, ["m1"]);
    let rd = |by: &str| json!([increase("finance.f1.rd", by)]);
    assert_eq!(after(&[rd("-200")])["finance"][0]["rd"], "0");
    assert_eq!(impossible(&[rd("-200.000001")]).0, ["m1"]);
}

#[test]
fn nothing_is_added_to_a_blank_number_and_it_is_said() {
    let blank = json!([increase("facts.capital.paid_in", "5"), increase("members.a4.contribution", "5")]);
    let after = after(std::slice::from_ref(&blank));
    assert_eq!(after["facts"].get("capital.paid_in"), None);
    assert_eq!(after["members"][3].get("contribution"), None);
    let said = idle(&[blank]);
    assert_eq!(said.len(), 2);
    assert!(said.iter().all(|words| words.ends_with("还没有填，增减没有效果。")), "{said:?}");
    assert!(said[1].contains("产业基金"), "{said:?}");
}

#[test]
fn a_transfer_moves_a_contribution_and_makes_a_shareholder() {
    // 400 of 1000 is 40%, which is 2 to 4 points; 330 is less than a third.
    let seven = json!([transfer("a1", "a4", "70")]);
    let draft = main_draft(&measures(std::slice::from_ref(&seven)));
    assert_eq!(three(figures(&draft, "equity.shares")), ["2.00", "4.00", "4.00"]);
    let carried = draft_with(policy(), &draft, &[draft.measures.get(0).unwrap()]).unwrap();
    assert_eq!(three(figures(&carried.draft, "equity.shares")), ["6.00", "6.00", "6.00"]);
    let after_one = after(&[seven]);
    assert_eq!(after_one["members"][0]["contribution"], "330");
    assert_eq!(
        (&after_one["members"][3]["contribution"], &after_one["members"][3]["shareholder"]),
        (&json!("70"), &json!(true))
    );
    // Everything may go, and no more; what comes in counts for what goes out.
    let all = |amount: &str| json!([transfer("a1", "a2", amount)]);
    assert_eq!(after(&[all("400")])["members"][0]["contribution"], "0");
    let (measures, message) = impossible(&[all("400.000001")]);
    assert_eq!(measures, ["m1"]);
    assert!(message.contains("“轴研所”的认缴出资额会小于下限 0"), "{message}");
    assert_eq!(impossible(&[all("300"), json!([transfer("a1", "a3", "101")])]).0, ["m1", "m2"]);
    let back = json!([transfer("a3", "a1", "100")]);
    assert_eq!(after(&[all("500"), back])["members"][0]["contribution"], "0");
    // A member that was none holds nothing, so that nothing can go from it.
    assert_eq!(impossible(&[json!([transfer("a4", "a1", "0.000001")])]).0, ["m1"]);
    let through = after(&[json!([transfer("a1", "a4", "5")]), json!([transfer("a4", "a2", "5")])]);
    assert_eq!(
        (&through["members"][3]["contribution"], &through["members"][3]["shareholder"]),
        (&json!("0"), &json!(true))
    );
    assert_eq!(through["members"][1]["contribution"], "305");
}

#[test]
fn a_shareholder_whose_contribution_is_blank_gives_and_takes_nothing() {
    let blank = json!([set("members.a3.name", json!("丙")), set("members.a4.shareholder", json!(true))]);
    for change in [transfer("a4", "a1", "1"), transfer("a1", "a4", "1")] {
        let (measures, message) = impossible(&[blank.clone(), json!([change])]);
        assert!(measures.contains(&"m2".to_owned()), "{measures:?}");
        assert!(message.contains("“产业基金”是股东而认缴出资额没有填"), "{message}");
    }
}

#[test]
fn a_further_entry_is_named_after_its_measure() {
    let standard = json!({"add": "evidence", "entry": {"category": "standard", "title": "团标", "on": "2026-05-01", "level": "group", "role": "lead"}});
    let own = json!({"add": "evidence", "entry": {"id": "own", "category": "transfer"}});
    let member = json!({"add": "members", "entry": {"kind": "university"}});
    let changes = json!([standard, own, member, standard]);
    let draft = main_draft(&measures(&[changes]));
    let carried = draft_with(policy(), &draft, &[draft.measures.get(0).unwrap()]).unwrap().draft;
    let ids: Vec<&str> = carried.evidence.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids.len(), 5);
    for id in ["e1", "e2", "m1.1", "own", "m1.4"] {
        assert!(ids.contains(&id), "{id} of {ids:?}");
    }
    assert_eq!(carried.members.get(4).unwrap().id.as_str(), "m1.3");
    // The list of standards is complete and had none.
    assert_eq!(three(figures(&draft, "standards.drafting")), ["0.00", "0.00", "0.00"]);
    assert_eq!(three(figures(&carried, "standards.drafting")), ["2.00", "2.00", "2.00"]);
    // No measure touches what another adds.
    assert_eq!(impossible(&[json!([own]), json!([set("evidence.own.title", json!("甲"))])]).0, ["m2"]);
    // An id of its own that is there already makes no draft; one that goes with another measure does.
    let taken = json!([{"add": "evidence", "entry": {"id": "e1", "category": "transfer"}}]);
    assert_eq!(impossible(std::slice::from_ref(&taken)).0, ["m1"]);
    assert_eq!(impossible(&[json!([own]), json!([own])]).0, ["m1", "m2"]);
    assert_eq!(after(&[taken, json!([remove("evidence", "e1")])])["evidence"].as_array().unwrap().len(), 2);
}

#[test]
fn an_entry_is_taken_out_and_one_that_is_gone_is_said() {
    let after = after(&[json!([remove("members", "a2"), remove("evidence", "e1"), remove("finance", "f1")])]);
    assert_eq!(after["members"].as_array().unwrap().len(), 3);
    assert_eq!(after["evidence"].as_array().unwrap().len(), 1);
    assert_eq!(after.get("finance"), None);
    let gone = idle(&[json!([remove("members", "a9"), remove("evidence", "e1")])]);
    assert_eq!(gone, ["（已删除的一条，编号 a9）已经不在了，去掉它没有效果。"]);
}

#[test]
fn what_results_must_be_a_draft() {
    let technical = |number: u32| json!([set("facts.team.technical_staff", json!(number))]);
    assert_eq!(after(&[technical(75)])["facts"]["team.technical_staff"], 75);
    let (measures, message) = impossible(&[technical(76)]);
    assert_eq!(measures, ["m1"]);
    assert!(message.contains("会多于“职工总数”"), "{message}");
    let hire = |fact: &str, by: &str| json!([increase(fact, by)]);
    let (technical, total) = ("facts.team.technical_staff", "facts.team.total_staff");
    assert_eq!(after(&[hire(technical, "46"), hire(total, "1")])["facts"][&technical[6..]], 76);
    assert_eq!(impossible(&[hire(technical, "47"), hire(total, "1")]).0, ["m1", "m2"]);
    let ends =
        |from: &str, to: &str| [json!([set("period.from", json!(from))]), json!([set("period.to", json!(to))])];
    assert_eq!(after(&ends("2026-07-01", "2026-07-01"))["period"]["from"], "2026-07-01");
    assert_eq!(impossible(&ends("2026-07-02", "2026-07-01")).0, ["m1", "m2"]);
    assert_eq!(impossible(&ends("2026-07-01", "2026-07-01")[..1]).0, ["m1"]);
}

#[test]
fn measures_that_can_not_be_meant_together() {
    let low = json!([set("facts.team.stable_staff", json!(28))]);
    let high = json!([set("facts.team.stable_staff", json!(30))]);
    let (both, message) = conflict(&[low.clone(), high.clone()]);
    assert_eq!(both, ["m1", "m2"]);
    assert!(message.contains("“稳定工作半年以上的人员”改成不同的值，不能一起用。"), "{message}");
    // The same value is no conflict, also where null is another word for it.
    assert_eq!(after(&[high.clone(), high.clone()])["facts"]["team.stable_staff"], 30);
    let default = [json!([set("discretion", json!("low"))]), json!([set("discretion", Value::Null)])];
    assert_eq!(after(&default).get("discretion"), None);
    assert_eq!(
        after(&["3.50", "3.5"].map(|text| json!([set("self_awarded.tech.progress", json!(text))])))["self_awarded"]
            ["tech.progress"],
        "3.5"
    );
    // A number that one sets and another adds to.
    conflict(&[json!([increase("facts.team.stable_staff", "1")]), high]);
    let holding = json!([set("members.a1.contribution", json!("1"))]);
    for change in [transfer("a1", "a2", "1"), transfer("a2", "a1", "1"), increase("members.a1.contribution", "0")]
    {
        conflict(&[json!([change]), holding.clone()]);
        conflict(&[holding.clone(), json!([change])]);
    }
    // An entry that one removes and another needs or removes, also where it is gone.
    for (list, id, change) in [
        ("members", "a1", set("members.a1.name", json!("甲"))),
        ("members", "a1", increase("members.a1.contribution", "1")),
        ("members", "a1", transfer("a1", "a2", "1")),
        ("members", "a1", transfer("a2", "a1", "1")),
        ("members", "a1", remove("members", "a1")),
        ("evidence", "e1", set("evidence.e1.on", json!("2025-02-01"))),
        ("finance", "f1", increase("finance.f1.cost", "1")),
        ("members", "a9", remove("members", "a9")),
    ] {
        let (ids, message) = conflict(&[json!([change]), json!([]), json!([remove(list, id)])]);
        assert_eq!(ids, ["m1", "m3"], "{change}");
        assert!(message.ends_with("不能一起用。"), "{message}");
        assert_eq!(conflict(&[json!([remove(list, id)]), json!([change])]).0, ["m1", "m2"]);
    }
    // Neither increases nor transfers of one number are in each other's way, nor is one list in another's.
    after(&[json!([increase("members.a1.contribution", "1")]), json!([transfer("a1", "a2", "1")])]);
    after(&[json!([remove("members", "a4")]), json!([remove("evidence", "e1")])]);
    // A conflict is reported before anything impossible.
    let gone = json!([set("members.a9.name", json!("甲"))]);
    assert_eq!(
        conflict(&[gone, json!([remove("members", "a1")]), json!([remove("members", "a1")])]).0,
        ["m2", "m3"]
    );
}

#[test]
fn costs_are_summed_and_the_longest_decides_the_days() {
    let draft = main_draft(&json!([
        {"id": "m1", "cost": "90.25", "days": 60, "changes": []},
        {"id": "m2", "changes": []},
        {"id": "m3", "cost": "12", "days": 200, "changes": []},
    ]));
    let ids: Vec<EntryId> = ["m3", "m1"].map(EntryId::new).to_vec();
    let of = chosen(&draft, &ids);
    assert!(of.iter().map(|measure| measure.id.as_str()).eq(["m1", "m3"]));
    assert_eq!(cost_and_days(of), (102_250_000, 200));
    assert_eq!(cost_and_days([]), (0, 0));
}

/// A text in a field counts once nothing stands in its way any more, as when a file is read.
#[test]
fn what_was_typed_counts_where_it_can() {
    let mut text: Value = serde_json::from_str(&file::to_text(policy(), &main_draft(&json!([])))).unwrap();
    text["typed"] = json!({"facts.team.technical_staff": "80"});
    let more = json!([increase("facts.team.total_staff", "25")]);
    let typed = json!({"add": "members", "entry": {"kind": "other", "typed": {"contribution": "5 万元"}}});
    text["measures"] = measures(&[more, json!([typed])]);
    let draft = file::read(policy(), &text.to_string()).unwrap();
    let after = together(&draft).unwrap();
    assert_eq!(after["facts"]["team.technical_staff"], 80);
    assert_eq!(after["members"][4]["contribution"], "5");
    assert_eq!(after.get("typed"), None);
}
