//! What leaves the page besides the draft itself: the calendar file, the yearly report.

mod common;
#[path = "common/facts.rs"]
mod facts;

use common::*;
use facts::with_facts;
use icalendar::parser::{read_calendar, unfold};
use proptest::prelude::*;
use zhichuang::calendar::{DueState, annual, deadlines, ics};
use zhichuang::draft::{Draft, Field, field};
use zhichuang::rules;
use zhichuang::session::{Command, Rows};

/// What another program makes of the calendar file.
#[test]
fn the_calendar_file_is_read_by_others() {
    let pathway = rules::henan_2023_52();
    let mut draft = with_facts(&[("dates.recognized_on", "2023-07-01")]);
    draft.name = "甲, 乙; 丙\\丁\r\n中心，这个名称很长很长很长很长很长很长很长很长很长很长很长很长".to_owned();
    let text = ics::calendar(pathway, &draft, "abc", day("2026-07-10"), "20260710T020304Z");
    // Each line ends as the format wants it, and none is much longer than it allows.
    assert!(text.split("\r\n").all(|line| !line.contains(['\r', '\n']) && line.len() <= 76), "{text}");
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).unwrap();
    let of = |component: &icalendar::parser::Component, name: &str| {
        component.properties.iter().find(|one| one.name == name).map(|one| one.val.to_string()).unwrap_or_default()
    };
    let events: Vec<(String, String, String)> = calendar
        .components
        .iter()
        .map(|event| (of(event, "UID"), of(event, "DTSTART"), of(event, "DTEND")))
        .collect();
    let event = |id: &str, from: &str, to: &str| (format!("abc-{id}@zhichuang"), from.to_owned(), to.to_owned());
    // The end is the day after the last one. What was settled is left out; what is overdue is a matter of today as well.
    let expected = [
        event("annual_report-2024-overdue", "20260710", "20260711"),
        event("annual_report-2024", "20250131", "20250201"),
        event("report_window", "20260701", "20260802"),
        event("report_calendar_month", "20260801", "20260901"),
        event("annual_report-2026", "20270131", "20270201"),
    ];
    assert_eq!(events, expected);
    let window = &calendar.components[2];
    assert!(of(window, "SUMMARY").starts_with("三年自评估报告报送期：甲, 乙; 丙\\丁中心，这个"), "{text}");
    assert!(of(window, "DESCRIPTION").contains("第十九条"));
    assert_eq!(window.components.len(), 1, "a reminder");
    let reminder = &window.components[0];
    assert_eq!(of(reminder, "TRIGGER"), "-P14D");
    assert!(text.contains("TRIGGER;RELATED=END:-P14D\r\n"), "before the end of the window: {text}");
    let overdue = &calendar.components[0];
    assert!(of(overdue, "SUMMARY").starts_with("已逾期 525 天：年度自评估报告截止（2024 年度）"), "{text}");
    assert!(of(overdue, "DESCRIPTION").contains("尽快报送年度自评估报告"));
    assert_eq!(of(&overdue.components[0], "TRIGGER"), "PT9H", "a reminder today");
    assert!(calendar.components[1].components.is_empty(), "none on the day that is past");
    assert_eq!(of(window, "DTSTAMP"), "20260710T020304Z");
}

/// The unit stands on what leaves the page, and whom to ask, where these are given.
#[test]
fn what_is_exported_says_whose_it_is() {
    let mut draft =
        Command::Add(Rows::Plans).apply(policy(), &with_facts(&[("dates.recognized_on", "2023-07-01")]));
    for (field, text) in
        [(Field::Unit, " 洛阳轴承创新中心 "), (Field::Preparer, "张工"), (Field::Phone, "0379-12345678")]
    {
        field::enter(policy(), &mut draft, field, text);
    }
    let report = annual::report(&draft, draft.plans.get(0).unwrap());
    let lines: Vec<&str> = report.split("\r\n").collect();
    assert_eq!(lines[2..4], ["创新中心：洛阳轴承创新中心", "填表人：张工　联系电话：0379-12345678"]);
    let text = ics::calendar(rules::henan_2023_52(), &draft, "abc", day("2026-07-10"), "20260710T020304Z");
    let text = unfold(&text);
    let (events, titles, contacts) =
        ["BEGIN:VEVENT", "：洛阳轴承创新中心\r\n", "\\n填表人：张工　联系电话：0379-12345678\r\n"]
            .map(|words| text.matches(words).count())
            .into();
    assert!(events > 0 && contacts == events && titles >= events, "{text}");
    // A file may hold more than a line.
    draft.phone = "0379\r\nBEGIN:VALARM\r1\u{0}".to_owned();
    let text = ics::calendar(rules::henan_2023_52(), &draft, "abc", day("2026-07-10"), "20260710T020304Z");
    assert!(text.split("\r\n").all(|line| !line.contains(|one: char| one.is_control())), "{text:?}");
    assert!(unfold(&text).contains("联系电话：0379BEGIN:VALARM1"), "{text}");
    // Nothing is said of what is not given.
    draft.phone = " ".to_owned();
    assert!(annual::report(&draft, draft.plans.get(0).unwrap()).contains("\r\n填表人：张工\r\n"));
}

/// A text that counts for nothing once stood on paper as if it did: a weight of 30 where 20 counted.
#[test]
fn paper_says_what_counts_and_beside_it_what_does_not() {
    let mut draft = with_facts(&[("goals.completion_rate", "86.5"), ("team.stable_staff", "约三十")]);
    let fact = |id: &str| Field::Fact(policy().facts.iter().position(|fact| fact.id == id).unwrap());
    let (rate, weight) = (fact("goals.completion_rate"), Field::Weight(0));
    let on_paper = |draft: &Draft, field| field::on_paper(policy(), draft, field);
    assert_eq!(on_paper(&draft, rate), "86.5");
    assert_eq!(on_paper(&draft, fact("team.stable_staff")), "（“约三十”未计入）");
    assert_eq!(on_paper(&draft, fact("team.total_staff")), "");
    for (field, text) in [(rate, "九成"), (weight, "30")] {
        field::enter(policy(), &mut draft, field, text);
    }
    assert_eq!(on_paper(&draft, rate), "86.5（“九成”未计入）");
    assert_eq!(on_paper(&draft, weight), "20（“30”未计入）");
    assert_eq!(field::left_out(policy(), &draft, Field::Weight(1)), "");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any draft gives a calendar that others read, with as many events as there are dates ahead.
    #[test]
    fn every_calendar_file_is_read_by_others(draft in draft(), today in milestone(), name in "[\\PC\r\n\t\u{0}\u{b}\u{85}]{0,90}") {
        let draft = Draft { name, ..draft };
        let pathway = rules::henan_2023_52();
        let text = ics::calendar(pathway, &draft, "abc", today, "20260710T020304Z");
        let unfolded = unfold(&text);
        let calendar = read_calendar(&unfolded);
        let events = calendar.map(|calendar| calendar.components.len());
        let waiting = deadlines::next(pathway, &draft, today);
        // What is overdue stands on its day and on today.
        let overdue = waiting.iter().filter(|(_, state)| matches!(state, DueState::Overdue(_))).count();
        prop_assert_eq!(events, Ok(waiting.len() + overdue), "{}", text);
    }
}
