//! The dates that follow from facts, from listing to the next evaluation, and what annual grades bring.
//!
//! Whole days, no clock: today is an argument wherever it matters.

pub mod annual;
pub mod grades;
pub mod ics;
pub mod left;
mod working_days;

use crate::draft::Draft;
use crate::policy::{Date, DateRule, Pathway, Rule, day};

pub use left::{Standing, standing};
pub use working_days::is_working_day;

/// A date that follows from facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Position of its rule.
    pub rule: usize,
    /// First and last day; the same where it is a single day.
    pub from: Date,
    pub to: Date,
    /// The fact that it follows from, and its day.
    pub fact: usize,
    pub since: Date,
    /// The year that is assessed, of an annual report.
    pub year: Option<i32>,
}

/// All dates whose facts are there, in the order of the pathway's rules.
pub fn dates(pathway: &Pathway, draft: &Draft) -> Vec<Due> {
    let rules = pathway.dates.iter().enumerate();
    rules.flat_map(|(at, rule)| dates_of(draft, at, rule)).collect()
}

fn dates_of(draft: &Draft, at: usize, rule: &DateRule) -> Vec<Due> {
    let first = rule.rule.facts().iter().find_map(|fact| Some((*fact, draft.day(*fact)?)));
    let Some((fact, since)) = first else { return Vec::new() };
    let due = |(from, to): (Date, Date), year| Due { rule: at, from, to, fact, since, year };
    let single = |day| vec![due((day, day), None)];
    match rule.rule {
        Rule::After { months, .. } => single(day::months_after(since, months)),
        Rule::Window { months, long, .. } => {
            let opens = day::months_after(since, months);
            vec![due((opens, day::months_after(opens, long)), None)]
        }
        Rule::CalendarMonth { months, .. } => {
            vec![due(day::next_month(day::months_after(since, months)), None)]
        }
        Rule::WorkingDays { days, .. } => single(working_days::last_of(draft, since, days)),
        Rule::EachYear { evaluation, months, month, day, .. } => {
            // The year of an evaluation has no annual assessment (第二条).
            let evaluated = fact == evaluation;
            let first = since.year() + i32::from(evaluated);
            let years = first..day::months_after(since, months).year();
            let report = |year: i32| {
                let on = time::Month::try_from(month)
                    .ok()
                    .and_then(|month| Date::from_calendar_date(year + 1, month, day).ok())?;
                Some(due((on, on), Some(year)))
            };
            years.filter_map(report).collect()
        }
    }
}

/// Whether a date counts working days of a year for which no holiday is entered.
pub fn lacks_holidays(pathway: &Pathway, draft: &Draft, due: &Due) -> bool {
    let counts = matches!(pathway.dates[due.rule].rule, Rule::WorkingDays { .. });
    let holidays = draft.holidays.value.as_deref().unwrap_or_default();
    counts && !holidays.iter().any(|day| day.year() == due.to.year())
}

/// One point of the way: a day that was entered, or one that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// Position of the fact.
    Entered(usize, Date),
    Follows(Due),
}

impl Point {
    /// The day that places it among the others: what follows is placed by its last day.
    pub fn day(&self) -> Date {
        match self {
            Point::Entered(_, day) => *day,
            Point::Follows(due) => due.to,
        }
    }
}

/// Everything from listing to the next evaluation, in the order of days.
pub fn timeline(pathway: &Pathway, draft: &Draft) -> Vec<Point> {
    let facts = pathway.date_facts();
    let entered = facts.into_iter().filter_map(|fact| Some(Point::Entered(fact, draft.day(fact)?)));
    let mut points: Vec<Point> = entered.chain(dates(pathway, draft).into_iter().map(Point::Follows)).collect();
    points.sort_by_key(Point::day);
    points
}
