//! Lists of days, such as public holidays, as people type and paste them.

use std::sync::Arc;

use super::{Date, ValueFault, date};
use crate::policy::day;

/// Days in order, each once.
pub type Days = Arc<[Date]>;

/// More than anybody's calendar needs; a slip in a year would otherwise list centuries.
pub const MOST_DAYS: usize = 1000;

/// The lists of days that working days are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayList {
    /// Days off, beside weekends.
    Holidays,
    /// Weekend days that are worked.
    Workdays,
}

impl DayList {
    pub const ALL: [DayList; 2] = [DayList::Holidays, DayList::Workdays];

    pub fn id(self) -> &'static str {
        match self {
            DayList::Holidays => "holidays",
            DayList::Workdays => "workdays",
        }
    }

    pub fn other(self) -> DayList {
        match self {
            DayList::Holidays => DayList::Workdays,
            DayList::Workdays => DayList::Holidays,
        }
    }
}

/// The days in order, each once.
pub fn sorted(mut days: Vec<Date>) -> Days {
    days.sort_unstable();
    days.dedup();
    days.into()
}

/// Reads days and spans of days: `2026-10-01 至 2026-10-07、2027-01-01`, in lines or with commas between them,
/// dates also as `2026年10月1日`, `2026/10/1` or `2026.10.1`.
pub fn parse(text: &str) -> Result<Days, ValueFault> {
    let mut days = Vec::new();
    for piece in text.split(['\n', '\r', '、', '，', ',', '；', ';']) {
        let piece = piece.trim();
        if piece.is_empty() {
            continue;
        }
        let (from, to) = piece.split_once(['至', '到', '~', '～', '—']).unwrap_or((piece, piece));
        let fault = || ValueFault::NotDays(piece.to_owned());
        let one = |text| one_day(text).ok_or_else(fault);
        let (from, to) = (one(from)?, one(to.trim_start_matches('—'))?);
        let count = usize::try_from(day::days_between(from, to)).map_err(|_| fault())? + 1;
        if days.len() + count > MOST_DAYS {
            return Err(ValueFault::TooManyDays);
        }
        days.extend((0..count as i64).map(|after| day::days_after(from, after)));
    }
    Ok(sorted(days))
}

/// The days as they are written in a field: a line for each day or span of days.
pub fn write(days: &[Date]) -> String {
    let mut lines: Vec<(Date, Date)> = Vec::new();
    for one in days {
        match lines.last_mut() {
            Some((_, last)) if day::days_between(*last, *one) == 1 => *last = *one,
            _ => lines.push((*one, *one)),
        }
    }
    let line = |(from, to): (Date, Date)| if from == to { from.to_string() } else { format!("{from} 至 {to}") };
    lines.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A day with its parts in order, whatever stands between them.
fn one_day(text: &str) -> Option<Date> {
    let text = text.trim().trim_end_matches('日');
    let mut parts = text.split(['-', '/', '.', '年', '月', '－']).map(str::trim);
    let mut part = |digits: usize| {
        parts.next().filter(|part| (1..=digits).contains(&part.len())).map(|part| format!("{part:0>digits$}"))
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    if parts.next().is_some() {
        return None;
    }
    date::parse(&format!("{year}-{month}-{day}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        write(&parse(text).unwrap())
    }

    #[test]
    fn days_are_understood_as_people_write_them() {
        let week = "2026-10-01 至 2026-10-07";
        for text in [week, "2026年10月1日到2026年10月7日", "2026/10/1~2026/10/7", " 2026.10.01——2026.10.07\n\n"]
        {
            assert_eq!(written(text), week, "{text:?}");
        }
        assert_eq!(
            written("2027-01-01，2026-10-02、2026-10-01;2026-10-02"),
            "2026-10-01 至 2026-10-02\n2027-01-01"
        );
        assert_eq!(written(" \n"), "");
    }

    #[test]
    fn what_is_written_is_read_as_it_was() {
        let days =
            sorted(["2026-12-31", "2027-01-01", "2027-01-03"].map(|day| date::parse(day).unwrap()).to_vec());
        assert_eq!(parse(&write(&days)), Ok(days));
    }

    #[test]
    fn what_is_no_day_is_named() {
        for (text, piece) in [
            ("2026-10-01\n国庆", "国庆"),
            ("2026-02-30", "2026-02-30"),
            ("10-01", "10-01"),
            ("2026-10-07 至 2026-10-01", "2026-10-07 至 2026-10-01"),
            ("2026-10-01-02", "2026-10-01-02"),
        ] {
            assert_eq!(parse(text), Err(ValueFault::NotDays(piece.into())), "{text:?}");
        }
        assert_eq!(parse("2026-10-01 至 2126-10-07"), Err(ValueFault::TooManyDays));
    }
}
