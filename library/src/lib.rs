//! `assess(draft)` for other pages: a plain object in the draft format in, a plain object out.
//!
//! How to use it stands in `docs/library.md`; what comes out is [`zhichuang::report`]'s.

mod object;

use wasm_bindgen::prelude::*;
use zhichuang::draft::Fault;
use zhichuang::draft::file;
use zhichuang::draft::json::Json;
use zhichuang::report::{errors, report};
use zhichuang::rules;

use object::Object;

/// Assesses a draft, and returns its figures or its faults; never throws because of what is in the draft.
#[wasm_bindgen]
pub fn assess(draft: JsValue) -> Result<JsValue, JsError> {
    let policy = rules::henan_2019_194();
    let answer = match serde_wasm_bindgen::from_value::<Object>(draft) {
        Ok(Object(draft)) => report(policy, &file::read_value(policy, &draft)),
        Err(fault) => errors(&[Fault {
            path: String::new(),
            message: format!("不是草稿格式的普通对象：{fault}"),
        }]),
    };
    to_object(&answer)
}

fn to_object(answer: &Json) -> Result<JsValue, JsError> {
    use serde::Serialize;
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(object::AsObject(answer).serialize(&plain)?)
}
