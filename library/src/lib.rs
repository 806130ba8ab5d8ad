//! `assess(draft)` for other pages: a plain object in the draft format in, a plain object out.
//!
//! How to use it stands in `docs/library.md`; what comes out is [`zhichuang::report`]'s.

mod object;

use wasm_bindgen::prelude::*;
use zhichuang::draft::json::Json;
use zhichuang::draft::{Date, Fault, date, file};
use zhichuang::report::{errors, report};
use zhichuang::rules;

use object::Object;

/// Assesses a draft as of a day, such as "2026-05-06", which is today where it is left out. Returns its figures,
/// verdicts and dates, or its faults; never throws because of what is in the draft.
#[wasm_bindgen]
pub fn assess(draft: JsValue, today: Option<String>) -> Result<JsValue, JsError> {
    let policy = rules::henan_2019_194();
    let today = match today.as_deref().map_or_else(|| Ok(this_day()), date::parse) {
        Ok(today) => today,
        Err(fault) => return to_object(&errors(&[Fault { path: "today".into(), message: fault.to_string() }])),
    };
    let answer = match serde_wasm_bindgen::from_value::<Object>(draft) {
        Ok(Object(draft)) => report(policy, rules::henan_2023_52(), &file::read_value(policy, &draft), today),
        Err(fault) => errors(&[Fault {
            path: String::new(),
            message: format!("不是草稿格式的普通对象：{fault}"),
        }]),
    };
    to_object(&answer)
}

/// Today where the browser is.
fn this_day() -> Date {
    let now = js_sys::Date::new_0();
    let text = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
    date::parse(&text).unwrap_or(Date::MIN)
}

fn to_object(answer: &Json) -> Result<JsValue, JsError> {
    use serde::Serialize;
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(object::AsObject(answer).serialize(&plain)?)
}
