//! Whole dates, as `2023-07-01`.

use std::ops::RangeInclusive;

pub use crate::policy::Date;

use super::ValueFault;

/// Reads `2023-07-01`; only dates that exist, in years of four digits.
pub fn parse(text: &str) -> Result<Date, ValueFault> {
    let fault = || ValueFault::NotADate(text.to_owned());
    let mut parts = text.split('-');
    let mut part = |digits: usize| {
        parts
            .next()
            .filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|part| part.parse::<u16>().ok())
            .ok_or_else(fault)
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let month = u8::try_from(month).ok().and_then(|month| time::Month::try_from(month).ok()).ok_or_else(fault)?;
    let date = Date::from_calendar_date(i32::from(year), month, day as u8).map_err(|_| fault())?;
    if parts.next().is_some() || year == 0 { Err(fault()) } else { Ok(date) }
}

/// Years that a date can be of: while 2024 is being typed, a date control gives 0002, 0020 and 0202 on the way.
const TYPED_YEARS: RangeInclusive<i32> = 1949..=2999;

/// Reads a date that somebody types; one of a year that is none here is only half of one.
pub fn parse_typed(text: &str) -> Result<Date, ValueFault> {
    let date = parse(text.trim())?;
    if TYPED_YEARS.contains(&date.year()) { Ok(date) } else { Err(ValueFault::HalfTyped) }
}

#[cfg(test)]
mod tests {
    use super::{ValueFault, parse, parse_typed};

    #[test]
    fn reads_only_dates_that_exist() {
        for good in ["2024-02-29", "2023-07-01", "1999-12-31"] {
            assert_eq!(parse(good).unwrap().to_string(), good);
        }
        for bad in [
            "2023-02-29",
            "2023-13-01",
            "2023-00-10",
            "2023-7-1",
            "23-07-01",
            "2023/07/01",
            "",
            "2023-07-01-",
            "0000-01-01",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn while_a_year_is_typed_its_date_is_none() {
        for half in ["0002-05-06", "0020-05-06", "0202-05-06", "1948-12-31", "3000-01-01", "9999-12-31"] {
            assert_eq!(parse_typed(half), Err(ValueFault::HalfTyped), "{half}");
        }
        for whole in ["1949-01-01", "2999-12-31", " 2024-05-06 "] {
            assert_eq!(parse_typed(whole).unwrap().to_string(), whole.trim());
        }
    }
}
