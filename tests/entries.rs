//! What the score makes of each entry of evidence, beside the entry itself.

use serde_json::{Value, json};
use zhichuang::draft::{Draft, file};
use zhichuang::policy::{Category, Policy};
use zhichuang::rules;
use zhichuang::scoring::entries::{EntryStanding, standings};
use zhichuang::scoring::{LeftOutWhy, assess, explain, words};

fn policy() -> &'static Policy {
    rules::henan_2019_194()
}

/// A draft whose lists are complete, with these entries, in the period of three years.
fn draft(category: &str, entries: &[Value], more: Value) -> Draft {
    let entry = |one: &Value| {
        let mut entry = json!({"category": category, "on": "2024-05-06"});
        let object = entry.as_object_mut().unwrap();
        object.extend(one.as_object().unwrap().clone());
        object.retain(|_, value| !value.is_null());
        entry
    };
    let mut draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": policy().id, "name": "示例中心",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
        "evidence": entries.iter().map(entry).collect::<Vec<Value>>(), "complete": [category],
    });
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    file::read(policy(), &draft.to_string()).unwrap()
}

fn told(category: &str, entries: &[Value], more: Value) -> Vec<String> {
    let draft = draft(category, entries, more);
    let all = standings(policy(), &draft);
    let one = |at| words::entry_standing(policy(), all.at(at).unwrap());
    (0..draft.evidence.len()).map(one).collect()
}

/// It once said 在考评期内，计分 of a city project taken part in, which the clause does not count.
#[test]
fn an_entry_that_no_case_counts_says_so() {
    let entries = [
        json!({"level": "city", "role": "participant"}),
        json!({"level": "city", "role": "participant", "on": "2020-01-01"}),
        json!({"level": "city", "role": "lead"}),
        json!({"level": "city", "role": "lead", "on": "2020-01-01"}),
        json!({"level": "city", "role": "lead", "on": null}),
    ];
    let why = "这一类不计分，“承担国家级、省（部）级项目”只计国家级及国家部委项目、省级及省厅级项目、牵头承担的省辖市级项目";
    let counts = "✓ 在考评期内，计入“承担国家级、省（部）级项目”";
    let (outside, undated) = ("日期不在考评期内，不计分", "没有填日期，只计入最高可得");
    assert_eq!(told("project", &entries, json!({})), [why, why, counts, outside, undated]);
}

#[test]
fn an_entry_that_makes_no_difference_says_why() {
    let full = "在考评期内；“承担国家级、省（部）级项目”已到最高分，不再加分";
    let counts = "✓ 在考评期内，计入“承担国家级、省（部）级项目”";
    let (national, city) =
        (json!({"level": "national", "role": "lead"}), json!({"level": "city", "role": "lead"}));
    let two = [national.clone(), national.clone(), city.clone()];
    assert_eq!(told("project", &two, json!({})), [counts, counts, full]);
    assert_eq!(told("project", &[national.clone(), city.clone()], json!({})), [counts, counts]);
    // Each like the others, of which two are enough.
    let three = [national.clone(), city, national.clone(), national];
    assert_eq!(told("project", &three, json!({})), [counts, full, counts, full]);

    let standards = [json!({"level": "national", "role": "lead"}), json!({"level": "local", "role": "lead"})];
    let said = told("standard", &standards, json!({}));
    assert_eq!(said, ["✓ 在考评期内，计入“标准制定”", "在考评期内；“标准制定”已到最高分，不再加分"]);
    let standards = [json!({"level": "local", "role": "lead"}), json!({"level": "group", "role": "participant"})];
    let said = told("standard", &standards, json!({}));
    assert_eq!(said, ["✓ 在考评期内，计入“标准制定”", "在考评期内；“标准制定”按更好的一项计分，这一项不加分"]);
}

/// Of entries of which any one would do, one counts, and not none because each could go.
#[test]
fn of_entries_that_add_nothing_to_one_another_the_first_counts() {
    let entries = [json!({"kind": "invention"}), json!({"kind": "software"}), json!({"kind": "invention"})];
    let label = policy().items.iter().find(|one| one.id == "tech.new_ip").unwrap().label;
    let (counts, full) =
        (format!("✓ 在考评期内，计入“{label}”"), format!("在考评期内；“{label}”已到最高分，不再加分"));
    assert_eq!(told("ip", &entries, json!({})), [counts, full.clone(), full]);
}

#[test]
fn what_counts_is_as_the_chosen_reading_says() {
    let standard = [json!({"level": "international", "role": "lead"})];
    let chosen =
        |choice: &str| told("standard", &standard, json!({"readings": {"standards.international": choice}}));
    let reading = policy().readings.iter().find(|one| one.id == "standards.international").unwrap();
    for choice in reading.choices {
        let expected = match choice.id {
            "not_counted" => "按所选口径不计分",
            _ => "✓ 在考评期内，计入“标准制定”",
        };
        assert_eq!(chosen(choice.id), [expected], "{}", choice.id);
    }
    let firms = [json!({"level": "high_tech"}), json!({"level": "high_tech"})];
    let said = |choice: &str| told("platform", &firms, json!({"readings": {"cluster.high_tech": choice}}));
    let platforms = policy().items.iter().find(|one| one.id == "cluster.platforms").unwrap().label;
    let counts = format!("✓ 在考评期内，计入“{platforms}”");
    let one = format!("在考评期内；“{platforms}”同类只计 1 项，这一项不加分");
    assert_eq!(said("own_once"), [counts.clone(), one]);
    assert_eq!(said("each"), vec![counts; 2]);
}

/// For each entry of any kind, what stands beside it and what the item's reasons say are one thing.
#[test]
fn the_entry_and_the_reasons_say_the_same() {
    for category in Category::ALL.iter().copied() {
        let options =
            |ids: Vec<&'static str>| if ids.is_empty() { vec![None] } else { ids.into_iter().map(Some).collect() };
        for kind in options(category.kinds().iter().map(|one| one.id()).collect()) {
            for level in options(category.levels().iter().map(|one| one.id()).collect()) {
                for role in options(category.roles().iter().map(|one| one.id()).collect()) {
                    let mut entry = json!({});
                    for (key, value) in [("kind", kind), ("level", level), ("role", role)] {
                        if let Some(value) = value {
                            entry[key] = json!(value);
                        }
                    }
                    let draft = draft(category.id(), &[entry.clone()], json!({}));
                    let standing = standings(policy(), &draft).at(0);
                    let EntryStanding::LeftOut { item, why } = standing.unwrap() else {
                        let nothing = self::draft(category.id(), &[], json!({}));
                        assert_ne!(
                            assess(policy(), &draft).total,
                            assess(policy(), &nothing).total,
                            "{category:?} {entry}"
                        );
                        continue;
                    };
                    let score = &assess(policy(), &draft).items[item];
                    let reasons = explain(policy(), &draft, item, score).left_out;
                    assert_eq!(reasons.len(), 1, "{category:?} {entry}");
                    assert!(matches!(why, LeftOutWhy::NotCounted | LeftOutWhy::OtherReading));
                }
            }
        }
    }
}
