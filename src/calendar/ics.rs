//! The dates as a calendar file (RFC 5545) that Outlook and phones open.

use ics::components::{Parameter, Property};
use ics::properties::{Description, Summary, Transp, Trigger};
use ics::{Alarm, Event, ICalendar, escape_text};

use super::deadlines::next;
use super::{Due, DueState};
use crate::draft::{Draft, name};
use crate::policy::{Date, DateSort, Pathway, day};

/// What tells calendars whose entries these are.
const PRODUCT: &str = "-//zhichuang//zhichuang//ZH";

/// A fortnight before a deadline a calendar reminds of it.
const REMINDER: &str = "-P14D";

/// All dates that are not over yet, as events of whole days. `place` sets this draft's entries apart from those of
/// others, so that a later file replaces the entries of an earlier one; `stamp` is the time now, in UTC, as
/// 20260506T140300Z.
pub fn calendar(pathway: &Pathway, draft: &Draft, place: &str, today: Date, stamp: &str) -> String {
    let mut calendar = ICalendar::new("2.0", PRODUCT);
    calendar.push(Property::new("CALSCALE", "GREGORIAN"));
    calendar.push(Property::new("METHOD", "PUBLISH"));
    for (due, state) in next(pathway, draft, today) {
        let mut event = event(pathway, draft, place, stamp, &due);
        if let DueState::Overdue(days) = state {
            // A reminder of a day that is past reminds nobody: what is overdue is a matter of today.
            calendar.add_event(overdue(pathway, draft, place, stamp, &due, days, today));
        } else if pathway.dates[due.rule].sort == DateSort::Deadline {
            event.add_alarm(reminder(title(pathway, draft, &due)));
        }
        calendar.add_event(event);
    }
    calendar.to_string()
}

fn event<'a>(pathway: &'a Pathway, draft: &Draft, place: &str, stamp: &'a str, due: &Due) -> Event<'a> {
    let rule = &pathway.dates[due.rule];
    let year = due.year.map(|year| format!("-{year}")).unwrap_or_default();
    let mut event = Event::new(format!("{place}-{}{year}@zhichuang", rule.id), stamp);
    event.push(Summary::new(escape_text(title(pathway, draft, due))));
    let mut words =
        due.doubt.map(|doubt| format!("{}。\n", super::deadlines::doubt_words(doubt))).unwrap_or_default();
    words.push_str(rule.help);
    for (document, clause) in rule.clauses {
        words.push_str(&format!("\n依据：{document} {}\n“{}”", clause.place, clause.quote));
    }
    words.push_str(&contact_words(draft));
    event.push(Description::new(escape_text(words)));
    event.push(on("DTSTART", due.from));
    // The end of an event is the day after its last one.
    event.push(on("DTEND", day::days_after(due.to, 1)));
    event.push(Transp::transparent());
    event
}

/// What to do about an overdue date, as an event of today with a reminder.
fn overdue<'a>(
    pathway: &'a Pathway,
    draft: &Draft,
    place: &str,
    stamp: &'a str,
    due: &Due,
    days: i64,
    today: Date,
) -> Event<'a> {
    let rule = &pathway.dates[due.rule];
    let year = due.year.map(|year| format!("-{year}")).unwrap_or_default();
    let title = format!("已逾期 {days} 天：{}", title(pathway, draft, due));
    let mut event = Event::new(format!("{place}-{}{year}-overdue@zhichuang", rule.id), stamp);
    event.push(Summary::new(escape_text(title.clone())));
    event.push(Description::new(escape_text(format!("原定 {}。{}{}", due.to, rule.late, contact_words(draft)))));
    event.push(on("DTSTART", today));
    event.push(on("DTEND", day::days_after(today, 1)));
    event.push(Transp::transparent());
    event.add_alarm(Alarm::display(Trigger::new("PT9H"), Description::new(escape_text(title))));
    event
}

/// Counted from the end, which is what a window has to be kept by.
fn reminder<'a>(title: String) -> Alarm<'a> {
    let mut trigger = Trigger::new(REMINDER);
    trigger.add(Parameter::new("RELATED", "END"));
    Alarm::display(trigger, Description::new(escape_text(title)))
}

/// A line of its own on whom to ask, where that is given.
fn contact_words(draft: &Draft) -> String {
    let contact = name::contact(draft);
    if contact.is_empty() { contact } else { format!("\n{contact}") }
}

/// Such as 年度自评估报告截止（2025 年度）：示例中心.
fn title(pathway: &Pathway, draft: &Draft, due: &Due) -> String {
    let doubt = if due.doubt.is_some() { "（是否需要报送，请向主管部门确认）" } else { "" };
    let label = format!("{}{doubt}", super::deadlines::label(pathway, due));
    // Signs that control something have no place in a calendar's line.
    let name: String = name::holder(draft).chars().filter(|one| !one.is_control()).collect();
    if name.is_empty() { label } else { format!("{label}：{name}") }
}

fn on(key: &'static str, day: Date) -> Property<'static> {
    let mut property = Property::new(key, day.to_string().replace('-', ""));
    property.add(Parameter::new("VALUE", "DATE"));
    property
}
