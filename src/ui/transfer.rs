//! Files, print, and the clock: what the page asks of the browser.

use crate::ui::leptos::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::desk::Desk;
use super::rooms::{Loading, Module, NO_PAPER};
use crate::draft::file::{self, Refused};
use crate::draft::{Date, Draft};
use crate::policy::day;
use crate::storage::DraftId;

/// Saves the open draft to a file.
pub fn export_open(desk: Desk) {
    desk.save_now();
    export(desk, &desk.draft_untracked());
}

pub fn export(desk: Desk, draft: &Draft) {
    let name = file_name(&draft.name, ".zhichuang.json");
    match download(&name, &file::to_text(desk.policy, draft), JSON) {
        Ok(()) => desk.say(format!("已导出“{name}”，请在浏览器的下载里查看。"), None),
        Err(_) => desk.say(REFUSED, None),
    }
}

/// Downloads an entry that can't be read, as it is.
pub fn export_raw(desk: Desk, id: &DraftId) {
    let done = desk.raw(id).is_some_and(|raw| download("无法读取的草稿.txt", &raw, JSON).is_ok());
    if !done {
        desk.say("没能下载这一条。内容仍原样保留在浏览器里。", None);
    }
}

/// Saves a text that was made of the open draft, of a kind such as text/plain, under a name that ends like this.
pub fn export_text(desk: Desk, text: &str, kind: &str, ending: &str) {
    let name = file_name(&desk.draft_untracked().name, ending);
    match download(&name, text, kind) {
        Ok(()) => desk.say(format!("已导出“{name}”，请在浏览器的下载里查看。"), None),
        Err(_) => desk.say(REFUSED, None),
    }
}

const REFUSED: &str = "浏览器没有让本页下载文件。草稿没有变化，请检查浏览器的下载设置后再试。";

/// The kind of a draft's file.
const JSON: &str = "application/json";

fn download(name: &str, text: &str, kind: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address)
}

/// A file name that every system takes.
fn file_name(name: &str, ending: &str) -> String {
    let safe: String = name
        .chars()
        .map(|one| if one.is_control() || "\\/:*?\"<>|".contains(one) { '_' } else { one })
        .take(60)
        .collect();
    format!("{}{ending}", if safe.trim().is_empty() { "草稿" } else { safe.trim() })
}

/// Reads the text of a file that was chosen or dropped; `None` where the browser can't.
pub fn read_text(file: &web_sys::File, then: impl FnOnce(Option<String>) + 'static) {
    let Ok(reader) = web_sys::FileReader::new() else { return then(None) };
    let done = reader.clone();
    let read = Closure::once_into_js(move || then(done.result().ok().and_then(|text| text.as_string())));
    // It comes after a success as well as after a failure, which leaves no result.
    reader.set_onloadend(Some(read.unchecked_ref()));
    // A file that can't even be begun says so in the same way.
    let _ = reader.read_as_text(file);
}

/// Reads a draft file for import, and says which version it is of.
pub fn read(desk: Desk, text: &str) -> Result<(Draft, u64), Refused> {
    file::read_with_version(desk.policy, text)
}

/// Prints what is looked at: the overview, a stage, a year's targets, or else the official table.
pub fn print(desk: Desk) {
    if desk.loading(Module::Way).get_untracked() == Loading::Done {
        // A browser that can't print has nothing to say about it either.
        let _ = window().print();
    } else {
        desk.say(NO_PAPER, None);
    }
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// The time of day, as 14:03:05.
pub fn clock(milliseconds: u64) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(milliseconds as f64));
    format!("{:02}:{:02}:{:02}", date.get_hours(), date.get_minutes(), date.get_seconds())
}

/// Day and time, as 2026-05-06 14:03.
pub fn day_and_time(milliseconds: u64) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(milliseconds as f64));
    format!(
        "{}-{:02}-{:02} {:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}

/// Today, by the browser's clock.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).ok();
    let month = u8::try_from(now.get_month() + 1).ok().and_then(|month| time::Month::try_from(month).ok());
    let day = u8::try_from(now.get_date()).ok();
    let today =
        year.zip(month).zip(day).and_then(|((year, month), day)| Date::from_calendar_date(year, month, day).ok());
    today.unwrap_or(Date::MIN)
}

/// The time now as calendar files have it, as 20260506T140300Z.
pub fn stamp() -> String {
    let now = js_sys::Date::new_0().to_iso_string();
    let digits: String = String::from(now).chars().filter(|one| !matches!(one, '-' | ':')).collect();
    format!("{}Z", digits.split('.').next().unwrap_or_default())
}

/// A first guess at the assessment period: the three years up to the end of last month.
pub fn last_three_years() -> (Date, Date) {
    let first = today().replace_day(1).unwrap_or(Date::MIN);
    (day::years_before(first, 3), first.previous_day().unwrap_or(Date::MIN))
}
