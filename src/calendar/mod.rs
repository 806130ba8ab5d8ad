//! The dates that follow from facts, from listing to the next evaluation, and what annual grades bring.
//!
//! Whole days, no clock: today is an argument wherever it matters.

pub mod annual;
pub mod deadlines;
pub mod grades;
pub mod ics;
pub mod period;
mod working_days;

use crate::draft::Draft;
use crate::policy::{Date, DateRule, Pathway, Rule, day, in_order};

pub use deadlines::{DueState, due_state};
pub use working_days::is_working_day;

/// A date that follows from facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Due {
    /// Position of its rule.
    pub rule: usize,
    /// First and last day; the same where it is a single day.
    pub from: Date,
    pub to: Date,
    /// The fact that it follows from, and its day.
    pub fact: usize,
    pub since: Date,
    /// That day lies ahead, so all this is a plan.
    pub planned: bool,
    /// Of an annual report, the year that it is about.
    pub year: Option<i32>,
    /// Why the text leaves open whether it is due at all.
    pub doubt: Option<Doubt>,
}

/// Why it is not certain that a year is assessed (第二条).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// At its end the centre had not been recognised for half a year.
    HalfYear,
    /// An evaluation was held in it.
    Evaluated,
    /// The next evaluation is held in the year after, when its assessment would be.
    BeforeEvaluation,
    /// The next evaluation is held in it.
    OfEvaluation,
}

/// All dates whose facts are there, in the order of the pathway's rules, as of a day.
pub fn dates(pathway: &Pathway, draft: &Draft, today: Date) -> Vec<Due> {
    let rules = pathway.dates.iter().enumerate();
    rules.flat_map(|(at, rule)| dates_of(draft, at, rule, today)).collect()
}

fn dates_of(draft: &Draft, at: usize, rule: &DateRule, today: Date) -> Vec<Due> {
    let days = || rule.rule.facts().iter().filter_map(|fact| Some((*fact, draft.day(*fact)?)));
    // What has happened goes before what is planned.
    let Some((fact, since)) = days().find(|(_, day)| *day <= today).or_else(|| days().next()) else {
        return Vec::new();
    };
    let due = |(from, to): (Date, Date)| Due {
        rule: at,
        from,
        to,
        fact,
        since,
        planned: since > today,
        year: None,
        doubt: None,
    };
    let single = |day| vec![due((day, day))];
    match rule.rule {
        Rule::After { months, .. } => single(day::months_after(since, months)),
        Rule::Window { months, long, .. } => {
            let opens = day::months_after(since, months);
            vec![due((opens, day::months_after(opens, long)))]
        }
        Rule::CalendarMonth { months, .. } => vec![due(day::next_month(day::months_after(since, months)))],
        Rule::WorkingDays { days, .. } => single(working_days::last_of(draft, since, days)),
        Rule::EachYear { evaluation, months, month, day, assessed_after, .. } => {
            let last = day::months_after(since, months).year();
            let assessed = day::months_after(since, assessed_after);
            let doubt = |year: i32| match year {
                _ if year == last => Some(Doubt::OfEvaluation),
                _ if year + 1 == last => Some(Doubt::BeforeEvaluation),
                _ if year == since.year() && fact == evaluation => Some(Doubt::Evaluated),
                // Half a year is over by its 31 December only where it is over in the same year.
                _ if year == since.year() && assessed.year() > year => Some(Doubt::HalfYear),
                _ => None,
            };
            let report = |year: i32| {
                let month = time::Month::try_from(month).ok()?;
                let on = Date::from_calendar_date(year + 1, month, day).ok()?;
                Some(Due { year: Some(year), doubt: doubt(year), ..due((on, on)) })
            };
            (since.year()..=last).filter_map(report).collect()
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
pub fn timeline(pathway: &Pathway, draft: &Draft, today: Date) -> Vec<Point> {
    let facts = pathway.date_facts();
    let entered = facts.into_iter().filter_map(|fact| Some(Point::Entered(fact, draft.day(fact)?)));
    in_order(entered.chain(dates(pathway, draft, today).into_iter().map(Point::Follows)), Point::day)
}
