//! The clock and the calendar of the browser: read here and nowhere below, where time is an argument.

use wasm_bindgen::JsValue;

use crate::draft::Date;
use crate::policy::day;

/// Milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// The time of day, as 14:03:05.
pub fn time_of_day(milliseconds: u64) -> String {
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

/// Milliseconds until the next day has begun.
pub fn until_midnight() -> u64 {
    let midnight = js_sys::Date::new_0();
    midnight.set_date(midnight.get_date() + 1);
    midnight.set_hours(0);
    midnight.set_minutes(0);
    midnight.set_seconds(0);
    midnight.set_milliseconds(0);
    // A timer may be a moment early.
    (midnight.get_time() as u64).saturating_sub(now()) + 50
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
