//! Whole days, and periods counted from them.
//!
//! A period ends on the day with the same number; where a month has none, on the month's last day. What would lie
//! beyond the calendar's ends stays at its end.

pub use time::Date;
use time::{Duration, Month};

pub fn years_after(day: Date, years: u32) -> Date {
    months_after(day, years.saturating_mul(12))
}

pub fn years_before(day: Date, years: u32) -> Date {
    shifted(day, -i64::from(years) * 12).unwrap_or(Date::MIN)
}

pub fn months_after(day: Date, months: u32) -> Date {
    shifted(day, i64::from(months)).unwrap_or(Date::MAX)
}

/// How many months a period takes, both its days inside, any part of a month as a whole one: at least 1.
pub fn months_covering(from: Date, to: Date) -> u32 {
    // The period ends where the day after its last one begins, which may lie beyond the calendar's end.
    let (month, day) =
        if to.day() == to.month().length(to.year()) { (index(to) + 1, 1) } else { (index(to), to.day() + 1) };
    let months = month - index(from) + i64::from(day > from.day());
    u32::try_from(months).unwrap_or(0).max(1)
}

/// The first and the last day of the month after the one in which this day lies.
pub fn next_month(day: Date) -> (Date, Date) {
    let first = months_after(first_of_month(day), 1);
    (first, last_of_month(first))
}

pub fn days_after(day: Date, days: i64) -> Date {
    let end = if days < 0 { Date::MIN } else { Date::MAX };
    day.checked_add(Duration::days(days)).unwrap_or(end)
}

/// How many days from one day to another; below zero where the other is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    i64::from(to.to_julian_day()) - i64::from(from.to_julian_day())
}

/// The day with this number in a month, or the month's last.
fn in_month(year: i32, month: Month, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, month, day.min(month.length(year))).ok()
}

/// Counts months from the first of the calendar.
fn index(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(u8::from(day.month())) - 1
}

fn shifted(day: Date, months: i64) -> Option<Date> {
    let index = index(day) + months;
    let month = Month::try_from(u8::try_from(index.rem_euclid(12)).ok()? + 1).ok()?;
    in_month(i32::try_from(index.div_euclid(12)).ok()?, month, day.day())
}

fn first_of_month(day: Date) -> Date {
    day.replace_day(1).unwrap_or(day)
}

fn last_of_month(day: Date) -> Date {
    in_month(day.year(), day.month(), 31).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        let parts: Vec<u16> = text.split('-').map(|part| part.parse().unwrap()).collect();
        let month = Month::try_from(parts[1] as u8).unwrap();
        Date::from_calendar_date(parts[0].into(), month, parts[2] as u8).unwrap()
    }

    #[test]
    fn a_day_that_a_month_lacks_is_its_last() {
        for (from, months, expected) in [
            ("2026-08-31", 6, "2027-02-28"),
            ("2027-08-31", 6, "2028-02-29"),
            ("2026-08-30", 6, "2027-02-28"),
            ("2026-08-28", 6, "2027-02-28"),
            ("2024-02-29", 24, "2026-02-28"),
            ("2024-02-29", 48, "2028-02-29"),
            ("2026-12-31", 2, "2027-02-28"),
            ("2026-01-31", 0, "2026-01-31"),
        ] {
            assert_eq!(months_after(day(from), months), day(expected), "{from} and {months} months");
        }
        assert_eq!(years_before(day("2024-02-29"), 5), day("2019-02-28"));
        assert_eq!(years_after(day("2024-02-29"), 2), day("2026-02-28"));
    }

    #[test]
    fn the_next_month_is_whole() {
        assert_eq!(next_month(day("2026-12-31")), (day("2027-01-01"), day("2027-01-31")));
        assert_eq!(next_month(day("2028-01-31")), (day("2028-02-01"), day("2028-02-29")));
    }

    #[test]
    fn the_calendars_ends_hold() {
        assert_eq!(months_after(Date::MAX, 1), Date::MAX);
        assert_eq!(years_before(Date::MIN, 1), Date::MIN);
        assert_eq!(days_after(Date::MAX, 1), Date::MAX);
        assert_eq!(days_between(day("2026-03-01"), day("2026-02-27")), -2);
    }
}
