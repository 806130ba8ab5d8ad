//! Lists of days, such as public holidays, as people type and paste them.

use std::sync::Arc;

use super::{Date, ValueFault, date};
use crate::policy::{day, in_order};

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
pub fn sorted(days: Vec<Date>) -> Days {
    let mut days = in_order(days, |day| *day);
    days.dedup();
    days.into()
}

/// Reads days and spans of days: `2026-10-01 至 2026-10-07、2027-01-01`, in lines or with commas between them.
///
/// Understands what notices write as well: `2026年10月1日（星期四）至7日放假调休，共7天`, `2026/10/1 - 2026/10/7`, full-width
/// digits. What the later part of a span leaves out is that of the earlier one; a year that is left out is the last
/// one named before.
pub fn parse(text: &str) -> Result<Days, ValueFault> {
    let mut plain = String::new();
    for line in text.lines() {
        plain.push_str(&without_brackets(line).ok_or_else(|| ValueFault::NotDays(line.trim().to_owned()))?);
        plain.push('\n');
    }
    let plain = half_width(&plain);
    let mut days = Vec::new();
    let mut year = None;
    for piece in plain.split(['\n', '、', ',', ';', '。']) {
        let piece = piece.trim();
        if piece.is_empty() || is_count(piece) {
            continue;
        }
        let fault = || ValueFault::NotDays(piece.to_owned());
        let (from, to) = span(piece);
        let from = one_day(from, (year, None)).ok_or_else(fault)?;
        let here = (Some(from.year()), Some(u8::from(from.month())));
        let to = if to.is_empty() { from } else { one_day(to, here).ok_or_else(fault)? };
        year = Some(to.year());
        let count = usize::try_from(day::days_between(from, to))
            .map_err(|_| ValueFault::BackwardDays(piece.to_owned()))?
            + 1;
        if days.len() + count > MOST_DAYS {
            return Err(ValueFault::TooManyDays);
        }
        days.extend((0..count as i64).map(|after| day::days_after(from, after)));
    }
    // What is not blank and names no day was meant to.
    if days.is_empty() && !text.trim().is_empty() {
        return Err(ValueFault::NotDays(text.trim().to_owned()));
    }
    Ok(sorted(days))
}

/// A line without what stands in brackets, which only explains: （星期四）, (元旦). `None` where one is not closed.
fn without_brackets(line: &str) -> Option<String> {
    let mut outside = String::new();
    let mut depth = 0_u32;
    for one in line.chars() {
        match one {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.checked_sub(1)?,
            other if depth == 0 => outside.push(other),
            _ => {}
        }
    }
    (depth == 0).then_some(outside)
}

fn half_width(text: &str) -> String {
    let one = |one: char| match one {
        '０'..='９' => char::from_u32(one as u32 - '０' as u32 + '0' as u32).unwrap_or(one),
        '，' => ',',
        '；' => ';',
        '－' | '–' => '-',
        '～' => '~',
        other => other,
    };
    text.chars().map(one).collect()
}

/// Such as 共7天, which notices add.
fn is_count(piece: &str) -> bool {
    piece
        .strip_prefix('共')
        .and_then(|rest| rest.strip_suffix('天'))
        .is_some_and(|count| !count.is_empty() && count.trim().bytes().all(|byte| byte.is_ascii_digit()))
}

/// The first and the last day of a piece; the last is empty where there is one day.
fn span(piece: &str) -> (&str, &str) {
    // The sign between the parts of a date stands between days too where it has blanks around it, or where one date
    // of three parts ends before it.
    let signs = |sign: &str| piece.matches(sign).count();
    if let Some((from, to)) = piece.split_once(['至', '到', '~', '—']) {
        (from, to.trim_start_matches('—'))
    } else if let Some(parts) = piece.split_once(" - ") {
        parts
    } else if signs("-") == 1 && (signs("/") > 0 || signs(".") > 0 || piece.contains('月')) {
        piece.split_once('-').unwrap_or((piece, ""))
    } else {
        (piece, "")
    }
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

/// A day with its parts in order, whatever stands between them; the year and the month may be left out where they are
/// known.
fn one_day(text: &str, known: (Option<i32>, Option<u8>)) -> Option<Date> {
    // What a notice says of the days: 放假, 放假调休, 上班.
    let text = text.trim().trim_end_matches(['放', '假', '调', '休', '上', '班', '补', '息', ' ']);
    let text = text.trim_end_matches('日').trim();
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月']).map(str::trim).collect();
    let (year, month, day) = match (parts.as_slice(), known) {
        ([year, month, day], _) if year.len() == 4 => (year.parse().ok()?, month.parse().ok()?, *day),
        ([month, day], (Some(year), _)) if text.contains('月') => (year, month.parse().ok()?, *day),
        ([day], (Some(year), Some(month))) => (year, month, *day),
        _ => return None,
    };
    date::parse(&format!("{year:04}-{month:02}-{:02}", day.parse::<u8>().ok()?)).ok()
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
        for text in [
            week,
            "2026年10月1日到2026年10月7日",
            "2026/10/1~2026/10/7",
            " 2026.10.01——2026.10.07\n\n",
            "2026年10月1日（星期四）至7日（星期三）放假调休，共7天",
            "2026年10月1日至10月7日",
            "2026年10月1日-7日放假",
            "2026/10/1－2026/10/7",
            "2026-10-01 - 2026-10-07",
            "２０２６－１０－０１至２０２６－１０－０７",
        ] {
            assert_eq!(written(text), week, "{text:?}");
        }
        assert_eq!(written("2026年9月26日、10月10日上班。"), "2026-09-26\n2026-10-10");
        assert_eq!(written("2026-01-01（元旦）"), "2026-01-01");
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
            ("10月1日至7日", "10月1日至7日"),
            ("共七天", "共七天"),
            ("共7天", "共7天"),
            ("（2026-10-01）", "（2026-10-01）"),
            ("2026-01-01（元旦\n2026-02-15", "2026-01-01（元旦"),
            ("2026-01-01）", "2026-01-01）"),
            ("2026-10-01-02", "2026-10-01-02"),
        ] {
            assert_eq!(parse(text), Err(ValueFault::NotDays(piece.into())), "{text:?}");
        }
        assert_eq!(parse("2026-10-01 至 2126-10-07"), Err(ValueFault::TooManyDays));
        let backward = "2026-10-07 至 2026-10-01";
        assert_eq!(
            parse(backward),
            Err(ValueFault::BackwardDays(backward.into())),
            "days, but the wrong way round"
        );
    }
}
