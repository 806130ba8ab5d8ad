//! `assess(draft)` for other pages: a plain object in the draft format in, a plain object out.
//!
//! How to use it stands in `docs/library.md`; what comes out is [`Report`].

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use zhichuang::draft::json::Json;
use zhichuang::draft::{Date, date, file};
use zhichuang::report::Report;
use zhichuang::rules;

/// Assesses a draft as of a day, such as "2026-05-06", which is today where it is left out. Returns its figures,
/// verdicts and dates, or its faults; never throws because of what is in the draft.
#[wasm_bindgen]
pub fn assess(draft: JsValue, today: Option<String>) -> Result<JsValue, JsError> {
    Ok(report(draft, today).serialize(&Serializer::json_compatible())?)
}

fn report(draft: JsValue, today: Option<String>) -> Report {
    let today = match today.as_deref().map_or_else(|| Ok(this_day()), date::parse) {
        Ok(today) => today,
        Err(fault) => return Report::no_draft("today", fault),
    };
    let policy = rules::henan_2019_194();
    match serde_wasm_bindgen::from_value::<Json>(draft) {
        Ok(draft) => Report::new(policy, rules::henan_2023_52(), &file::read_value(policy, &draft), today),
        Err(fault) => Report::no_draft("", format_args!("不是草稿格式的普通对象：{fault}")),
    }
}

/// Today where the browser is.
fn this_day() -> Date {
    let now = js_sys::Date::new_0();
    let text = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
    date::parse(&text).unwrap_or(Date::MIN)
}
