//! Whole dates, as `2023-07-01`.

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

#[cfg(test)]
mod tests {
    use super::parse;

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
}
