//! Drafts of other pages: the same reader as for files, fed with objects instead of text.

#[path = "common/objects.rs"]
mod objects;

use objects::{Js, SAFE};
use proptest::collection::vec;
use proptest::prelude::*;
use serde::Deserialize;
use zhichuang::draft::file::{self, Refused};
use zhichuang::draft::json::Json;
use zhichuang::rules;

fn read(object: Js) -> Result<Json, String> {
    Json::deserialize(object).map_err(|fault| fault.to_string())
}

/// What `JSON.parse` makes of a value.
fn object(json: &Json) -> Js {
    match json {
        Json::Null => Js::Null,
        Json::Bool(yes) => Js::Bool(*yes),
        Json::Number(number) => Js::Number(number.parse().unwrap()),
        Json::Text(text) => Js::Text(text.clone()),
        Json::List(all) => Js::Array(all.iter().map(object).collect()),
        Json::Object(all) => {
            Js::Object(all.iter().map(|(key, value)| (Js::Text(key.clone()), object(value))).collect())
        }
    }
}

/// Any value whose numbers JavaScript holds as they are.
fn value() -> impl Strategy<Value = Json> {
    let safe = SAFE as i64;
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        (-safe..=safe).prop_map(|number| Json::Number(number.to_string())),
        (-999_999..999_999_i32).prop_map(|number| Json::Number(format!("{}.5", number))),
        any::<String>().prop_map(Json::from),
    ];
    let key = prop_oneof![any::<String>(), Just("$serde_json::private::Number".to_owned())];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Json::List),
            vec((key.clone(), inner), 0..6).prop_map(Json::Object),
        ]
    })
}

proptest! {
    #[test]
    fn an_object_is_read_as_its_text_is(value in value()) {
        let from_text = Json::parse(&value.to_string());
        prop_assert_eq!(from_text.as_ref(), Ok(&value));
        // A key that is a sign to the reader of texts is none here: an object has whatever keys it has.
        prop_assert_eq!(read(object(&value)), Ok(value));
    }
}

#[test]
fn a_draft_is_the_same_from_a_file_and_from_an_object() {
    let policy = rules::henan_2019_194();
    for text in [include_str!("drafts/v1-everything.json"), include_str!("drafts/v2-everything.json")] {
        let from_object = read(object(&Json::parse(text).unwrap())).unwrap();
        assert_eq!(file::read_value(policy, &from_object), file::read(policy, text));
    }
}

#[test]
fn numbers_are_written_out_and_nothing_is_rounded() {
    for (number, text) in [
        (0.0, "0"),
        (-0.0, "0"),
        (1800.0, "1800"),
        (86.5, "86.5"),
        (0.1, "0.1"),
        (SAFE, "9007199254740991"),
        // As it stands in a text.
        (1e21, "1e+21"),
        (f64::NAN, "NaN"),
        (f64::INFINITY, "Infinity"),
    ] {
        assert_eq!(read(Js::Number(number)), Ok(Json::Number(text.to_owned())), "{number}");
    }
    assert_eq!(read(Js::BigInt(i64::MIN)), Ok(Json::Number(i64::MIN.to_string())));
}

#[test]
fn a_number_that_no_draft_holds_is_a_fault_by_its_path() {
    let with = |id: &str, value: Js| {
        let text = |text: &str| Js::Text(text.to_owned());
        let of = |entries: Vec<(&str, Js)>| {
            Js::Object(entries.into_iter().map(|(key, value)| (text(key), value)).collect())
        };
        let draft = of(vec![
            ("format", text("zhichuang-draft")),
            ("version", Js::Number(2.0)),
            ("policy", text("henan-2019-194")),
            ("name", text("")),
            ("period", of(vec![("from", text("2023-07-01")), ("to", text("2026-06-30"))])),
            ("facts", of(vec![(id, value)])),
        ]);
        file::read_value(rules::henan_2019_194(), &read(draft).unwrap())
    };
    assert!(with("team.stable_staff", Js::Number(34.0)).is_ok());
    for (id, value, words) in [
        ("goals.completion_rate", Js::Number(86.5), "小数要写成带引号的文字"),
        ("team.stable_staff", Js::Number(34.5), "这里要填整数"),
        ("team.stable_staff", Js::Number(f64::NAN), "不是整数"),
        ("team.stable_staff", Js::Number(f64::INFINITY), "不是整数"),
        ("team.stable_staff", Js::Number(1e21), "这里要填整数"),
        ("team.stable_staff", Js::BigInt(-1), "不能是负数"),
        ("team.stable_staff", Js::Null, "这里应当是数字"),
    ] {
        let Err(Refused::Faults(faults)) = with(id, value.clone()) else { panic!("{value:?} is accepted") };
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].path, format!("facts.{id}"));
        assert!(faults[0].message.contains(words), "{value:?}: {}", faults[0].message);
    }
}

#[test]
fn what_json_cannot_hold_is_refused() {
    let refused = |object: Js| read(object).unwrap_err();
    assert_eq!(refused(Js::Itself), "嵌套超过 64 层");
    let nested = |depth: usize| (0..depth).fold(Js::Null, |inner, _| Js::Array(vec![inner]));
    assert!(read(nested(64)).is_ok());
    assert_eq!(refused(nested(65)), "嵌套超过 64 层");
    let words = refused(Js::Function);
    assert!(words.ends_with("expected 对象、数组、文字、数字或是否"), "{words}");
    for key in [Js::Null, Js::Number(1.0)] {
        let words = refused(Js::Object(vec![(key, Js::Null)]));
        assert!(words.ends_with("expected a string"), "{words}");
    }
}
