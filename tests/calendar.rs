//! Dates, how far off they are, what grades bring, the calendar file and the yearly report.

mod common;

use common::*;
use icalendar::parser::{read_calendar, unfold};
use proptest::prelude::*;
use zhichuang::calendar::{
    Due, DueState, annual, dates, deadlines, due_state, grades, ics, is_working_day, lacks_holidays, period,
    timeline,
};
use zhichuang::draft::{DayList, Draft, Field, field};
use zhichuang::policy::{Consequence, day as days};
use zhichuang::rules;
use zhichuang::scoring::assess;
use zhichuang::session::{Command, Rows};

fn fact(id: &str) -> Field {
    Field::Fact(policy().facts.iter().position(|fact| fact.id == id).unwrap())
}

/// A blank draft with these facts typed in.
fn with(facts: &[(&str, &str)]) -> Draft {
    let mut draft = blank();
    for (id, text) in facts {
        field::enter(policy(), &mut draft, fact(id), text);
    }
    draft
}

/// The dates of this id, as of a day on which all has happened.
fn due(draft: &Draft, id: &str) -> Vec<Due> {
    due_on(draft, id, "9999-12-31")
}

fn due_on(draft: &Draft, id: &str, on: &str) -> Vec<Due> {
    let pathway = rules::henan_2023_52();
    dates(pathway, draft, day(on)).into_iter().filter(|due| pathway.dates[due.rule].id == id).collect()
}

/// How the first date of this id stands on a day, in words.
fn words(draft: &Draft, id: &str, on: &str) -> String {
    let pathway = rules::henan_2023_52();
    let due = due_on(draft, id, on)[0];
    deadlines::words(policy(), pathway, &due, due_state(pathway, draft, &due, day(on)))
}

#[test]
fn a_deadline_is_told_by_the_day() {
    let draft = with(&[("dates.listed_on", "2024-11-25")]);
    for (on, expected) in [
        ("2026-11-23", "还有 2 天"),
        ("2026-11-24", "还有 1 天"),
        ("2026-11-25", "今天截止"),
        ("2026-11-26", "已逾期 1 天"),
    ] {
        assert_eq!(words(&draft, "cultivation_end", on), expected, "{on}");
    }
}

#[test]
fn a_window_is_ahead_open_or_past() {
    let draft = with(&[("dates.recognized_on", "2023-07-01")]);
    for (on, expected) in [
        ("2026-06-30", "还有 1 天开始"),
        ("2026-07-01", "报送期内，还有 31 天"),
        ("2026-07-31", "报送期内，还有 1 天"),
        ("2026-08-01", "今天截止"),
        ("2026-08-02", "已逾期 1 天"),
    ] {
        assert_eq!(words(&draft, "report_window", on), expected, "{on}");
    }
    assert_eq!(words(&draft, "assessable_from", "2023-12-31"), "还有 1 天");
    assert_eq!(words(&draft, "assessable_from", "2024-01-01"), "就是今天");
    assert_eq!(words(&draft, "assessable_from", "2024-01-02"), "已过 1 天");
}

/// Only what was done in this round counts, and what was done late is told as late.
#[test]
fn what_was_done_settles_a_date() {
    let listed = ("dates.listed_on", "2024-11-25");
    let on_time = with(&[listed, ("dates.acceptance_applied_on", "2026-11-25")]);
    assert_eq!(words(&on_time, "cultivation_end", "2027-01-01"), "已按期办理（2026-11-25）");
    let late = with(&[listed, ("dates.acceptance_applied_on", "2026-11-28")]);
    assert_eq!(words(&late, "cultivation_end", "2027-01-01"), "2026-11-28 办理，逾期 3 天");
    // What lies ahead is not done yet.
    assert_eq!(words(&on_time, "cultivation_end", "2026-11-24"), "还有 1 天");
    let earlier = with(&[listed, ("dates.acceptance_applied_on", "2024-11-24")]);
    assert_eq!(words(&earlier, "cultivation_end", "2026-11-24"), "还有 1 天");
    let rectified = with(&[("dates.rectify_from", "2026-01-31"), ("dates.rectified_on", "2026-07-01")]);
    assert_eq!(words(&rectified, "rectification_end", "2026-12-01"), "已按期办理（2026-07-01）");
    let recognized = ("dates.recognized_on", "2023-07-01");
    let reported = with(&[recognized, ("dates.report_submitted_on", "2026-07-15")]);
    assert_eq!(words(&reported, "report_window", "2026-12-01"), "已按期办理（2026-07-15）");
    let early = with(&[recognized, ("dates.report_submitted_on", "2026-06-30")]);
    assert_eq!(words(&early, "report_window", "2026-12-01"), "2026-06-30 办理，早于报送期，请核对");
}

#[test]
fn a_report_of_a_year_is_settled_by_its_day_or_its_grade() {
    let mut draft = with(&[("dates.recognized_on", "2023-03-01")]);
    let overdue = "已逾期 1 天";
    assert_eq!(words(&draft, "annual_report", "2024-02-01"), overdue);
    draft = Command::Add(Rows::Plans).apply(policy(), &draft);
    field::enter(policy(), &mut draft, Field::PlanYear(0), "2023");
    field::enter(policy(), &mut draft, Field::ReportedOn(0), "2024-01-31");
    assert_eq!(words(&draft, "annual_report", "2024-02-01"), "已按期办理（2024-01-31）");
    field::enter(policy(), &mut draft, Field::ReportedOn(0), "2023-12-31");
    assert_eq!(words(&draft, "annual_report", "2024-02-01"), "2023-12-31 办理，那时年度还没有结束，请核对");
    field::enter(policy(), &mut draft, Field::ReportedOn(0), "");
    field::enter(policy(), &mut draft, Field::Grade(2023), "good");
    assert_eq!(words(&draft, "annual_report", "2024-02-01"), "该年度已有考核等次");
}

/// A centre that was recognised long ago and never gave the day of its application was told "已逾期 1843 天": a later
/// event shows that an earlier deadline is over.
#[test]
fn a_later_event_settles_what_came_before() {
    let over = |event: &str, on: &str| format!("“{event}”是 {on}，这一期限不再适用");
    let listed = ("dates.listed_on", "2019-11-08");
    let recognized = with(&[listed, ("dates.recognized_on", "2020-10-01")]);
    assert_eq!(words(&recognized, "cultivation_end", "2026-11-26"), over("正式认定日期", "2020-10-01"));
    let evaluated = with(&[listed, ("dates.last_evaluation_on", "2023-10-01")]);
    assert_eq!(words(&evaluated, "cultivation_end", "2026-11-26"), over("前一次定期评估日期", "2023-10-01"));
    // Only what has happened settles: a day that lies ahead is a plan.
    assert_eq!(words(&recognized, "cultivation_end", "2020-09-30"), "还有 404 天");
    let planned = with(&[listed, ("dates.recognized_on", "2027-01-01")]);
    assert_eq!(words(&planned, "cultivation_end", "2026-11-25"), "已逾期 1843 天");
    // What was rectified before recognition or an evaluation is over with them; what began later is not.
    let rectify = ("dates.rectify_from", "2026-01-31");
    let passed = with(&[rectify, ("dates.recognized_on", "2026-06-01")]);
    assert_eq!(words(&passed, "rectification_end", "2026-12-01"), over("正式认定日期", "2026-06-01"));
    let before = with(&[rectify, ("dates.recognized_on", "2026-01-30")]);
    assert_eq!(words(&before, "rectification_end", "2026-12-01"), "已逾期 123 天");
    // An evaluation does not: what it found may be what is being rectified.
    let evaluated = with(&[rectify, ("dates.last_evaluation_on", "2026-01-31")]);
    assert_eq!(words(&evaluated, "rectification_end", "2026-07-01"), "还有 30 天");
}

/// What follows from a plan is shown and marked; what has happened goes before it.
#[test]
fn what_follows_from_a_plan_is_a_plan() {
    let label =
        |draft: &Draft, id: &str, on: &str| deadlines::label(rules::henan_2023_52(), &due_on(draft, id, on)[0]);
    let draft = with(&[("dates.listed_on", "2026-12-01")]);
    assert_eq!(label(&draft, "cultivation_end", "2026-11-30"), "培育期截止（按计划）");
    assert_eq!(label(&draft, "cultivation_end", "2026-12-01"), "培育期截止");
    let recognized = ("dates.recognized_on", "2023-12-29");
    let planned = with(&[recognized, ("dates.last_evaluation_on", "2027-03-01")]);
    let window = |on: &str| due_on(&planned, "report_window", on)[0];
    assert_eq!((window("2026-11-25").since, window("2026-11-25").planned), (day("2023-12-29"), false));
    assert_eq!((window("2027-03-01").since, window("2027-03-01").planned), (day("2027-03-01"), false));
    let only_planned =
        due_on(&with(&[("dates.last_evaluation_on", "2027-03-01")]), "report_window", "2026-11-25")[0];
    assert_eq!((only_planned.to, only_planned.planned), (day("2030-04-01"), true));
    // A year that was reported only in a plan is not reported.
    let mut reported = Command::Add(Rows::Plans).apply(policy(), &with(&[("dates.recognized_on", "2022-03-01")]));
    field::enter(policy(), &mut reported, Field::PlanYear(0), "2022");
    field::enter(policy(), &mut reported, Field::ReportedOn(0), "2023-02-01");
    assert!(words(&reported, "annual_report", "2023-01-31").starts_with("今天截止"));
}

/// Years of which the text leaves open whether they are assessed are listed, said to be so, and never overdue.
#[test]
fn a_doubtful_report_is_never_overdue() {
    use zhichuang::calendar::Doubt;
    let pathway = rules::henan_2023_52();
    let doubts = |facts: &[(&str, &str)]| -> Vec<(Option<i32>, Option<Doubt>)> {
        due(&with(facts), "annual_report").iter().map(|due| (due.year, due.doubt)).collect()
    };
    let ends = [(Some(2025), Some(Doubt::BeforeEvaluation)), (Some(2026), Some(Doubt::OfEvaluation))];
    for (recognized, first) in
        [("2023-06-30", None), ("2023-07-01", Some(Doubt::HalfYear)), ("2023-12-29", Some(Doubt::HalfYear))]
    {
        let all = [vec![(Some(2023), first), (Some(2024), None)], ends.to_vec()].concat();
        assert_eq!(doubts(&[("dates.recognized_on", recognized)]), all, "{recognized}");
    }
    let evaluated = [vec![(Some(2023), Some(Doubt::Evaluated)), (Some(2024), None)], ends.to_vec()].concat();
    assert_eq!(doubts(&[("dates.last_evaluation_on", "2023-05-01")]), evaluated);
    let draft = with(&[("dates.recognized_on", "2023-12-29")]);
    let all = due(&draft, "annual_report");
    let on = |due: &Due, text| due_state(pathway, &draft, due, day(text));
    assert_eq!(on(&all[0], "2024-03-01"), DueState::Doubtful(Doubt::HalfYear, -30));
    assert_eq!(on(&all[1], "2024-03-01"), DueState::Ahead(336));
    assert_eq!(on(&all[1], "2025-02-01"), DueState::Overdue(1));
    for (at, doubt) in [(2, Doubt::BeforeEvaluation), (3, Doubt::OfEvaluation)] {
        assert_eq!(
            on(&all[at], "2029-01-01"),
            DueState::Doubtful(doubt, days::days_between(day("2029-01-01"), all[at].to))
        );
    }
    // What is still ahead is called for, with its doubt; what is past is not.
    let next = |on: &str| -> Vec<Option<i32>> {
        deadlines::next(pathway, &draft, day(on))
            .into_iter()
            .filter(|(due, _)| due.year.is_some())
            .map(|(due, _)| due.year)
            .collect()
    };
    assert_eq!(next("2024-01-31"), [Some(2023), Some(2024), Some(2025), Some(2026)]);
    assert_eq!(next("2026-02-01"), [Some(2024), Some(2026)], "2024 is overdue, 2023 and 2025 were doubtful");
    assert_eq!(
        words(&draft, "annual_report", "2024-01-30"),
        "还有 1 天；到这一年年底认定还不满半年，是否考核，条文没有写明"
    );
}

#[test]
fn grades_bring_what_the_articles_say() {
    let pathway = rules::henan_2023_52();
    let brought = |draft: &Draft, given: &[(u16, &str)]| {
        let mut draft = draft.clone();
        given.iter().for_each(|(year, grade)| field::enter(policy(), &mut draft, Field::Grade(*year), grade));
        let all = grades::consequences(pathway, &draft, day("2029-01-01"));
        all.into_iter().map(|one| (one.consequence, one.years)).collect::<Vec<_>>()
    };
    let draft = blank();
    assert_eq!(brought(&draft, &[]), []);
    assert_eq!(brought(&draft, &[(2023, "excellent"), (2025, "excellent")]), []);
    assert_eq!(brought(&draft, &[(2023, "excellent"), (2024, "good")]), []);
    let waived = (Consequence::SiteVisitWaived, vec![2024, 2025]);
    assert_eq!(brought(&draft, &[(2024, "excellent"), (2025, "excellent")]), [waived]);
    let three = [(2023, "excellent"), (2024, "excellent"), (2025, "excellent"), (2027, "excellent")];
    assert_eq!(brought(&draft, &three), [(Consequence::SiteVisitWaived, vec![2023, 2024, 2025])]);
    let failed = [(Consequence::Rectification, vec![2023, 2026]), (Consequence::NoSubsidy, vec![2023, 2026])];
    assert_eq!(brought(&draft, &[(2023, "unqualified"), (2026, "unqualified")]), failed);
    // Two years before the last evaluation have had their effect on it.
    let evaluated = with(&[("dates.last_evaluation_on", "2026-05-01")]);
    assert_eq!(brought(&evaluated, &[(2024, "excellent"), (2025, "excellent")]), []);
    // One that is only planned has had none.
    let planned = with(&[("dates.last_evaluation_on", "2029-01-02")]);
    let waived = (Consequence::SiteVisitWaived, vec![2024, 2025]);
    assert_eq!(brought(&planned, &[(2024, "excellent"), (2025, "excellent")]), [waived]);
    let after = [(2027, "excellent"), (2028, "excellent")];
    assert_eq!(brought(&evaluated, &after), [(Consequence::SiteVisitWaived, vec![2027, 2028])]);
    // The grade of the year of an evaluation is given after it.
    let from_it = [(2025, "excellent"), (2026, "excellent"), (2027, "excellent")];
    assert_eq!(brought(&evaluated, &from_it), [(Consequence::SiteVisitWaived, vec![2026, 2027])]);
}

#[test]
fn the_years_to_be_graded_are_those_assessed_and_those_that_have_a_grade() {
    let mut draft = with(&[("dates.recognized_on", "2023-07-01")]);
    assert_eq!(grades::years(rules::henan_2023_52(), &draft, day("2026-11-25")), [2023, 2024, 2025, 2026]);
    field::enter(policy(), &mut draft, Field::Grade(2030), "good");
    assert_eq!(grades::years(rules::henan_2023_52(), &draft, day("2026-11-25")), [2023, 2024, 2025, 2026, 2030]);
}

/// What another program makes of the calendar file.
#[test]
fn the_calendar_file_is_read_by_others() {
    let pathway = rules::henan_2023_52();
    let mut draft = with(&[("dates.recognized_on", "2023-07-01")]);
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

/// The three years after the recognition, or after the last evaluation, and nothing where the draft has them.
#[test]
fn the_period_that_follows_from_recognition_is_offered() {
    let offered = |draft: &Draft, today: &str| period::offered(rules::henan_2023_52(), draft, day(today));
    let days = |draft: &Draft, today: &str| {
        offered(draft, today).map(|offer| (offer.from.to_string(), offer.to.to_string(), offer.since.to_string()))
    };
    let words = |from: &str, to: &str| Some((from.to_owned(), to.to_owned(), from.to_owned()));
    assert_eq!(days(&blank(), "2026-05-06"), None);
    let recognized = with(&[("dates.recognized_on", "2023-09-01")]);
    assert_eq!(days(&recognized, "2026-05-06"), words("2023-09-01", "2026-08-31"));
    let leap = with(&[("dates.recognized_on", "2024-02-29")]);
    assert_eq!(days(&leap, "2026-05-06"), words("2024-02-29", "2027-02-27"));
    let evaluated = with(&[("dates.recognized_on", "2020-09-01"), ("dates.last_evaluation_on", "2023-10-10")]);
    assert_eq!(days(&evaluated, "2026-05-06"), words("2023-10-10", "2026-10-09"));
    // An evaluation that lies ahead does not begin the period yet.
    assert_eq!(days(&evaluated, "2023-10-09"), words("2020-09-01", "2023-08-31"));
    let offer = offered(&recognized, "2026-05-06").unwrap();
    let taken = Command::Period(offer.from, offer.to).apply(policy(), &recognized);
    assert_eq!(offered(&taken, "2026-05-06"), None, "what was taken is not offered again");
    let almost = Command::Period(offer.from, days::days_after(offer.to, 1)).apply(policy(), &recognized);
    assert_eq!(offered(&almost, "2026-05-06"), Some(offer));
}

/// It once offered the year after the last one, whether it is assessed or not.
#[test]
fn an_added_year_is_one_that_is_assessed() {
    let next = |draft: &Draft, today: &str| annual::next_year(rules::henan_2023_52(), draft, day(today));
    // Recognised in March 2023: 2023 and 2024 are assessed for certain; 2025 and 2026 are doubtful.
    let mut draft = with(&[("dates.recognized_on", "2023-03-01")]);
    assert_eq!(next(&draft, "2023-05-06"), Some(2023));
    assert_eq!(next(&draft, "2024-05-06"), Some(2024));
    assert_eq!(next(&draft, "2026-05-06"), Some(2024), "of those that are past the last");
    for year in [2024, 2023] {
        assert_eq!(next(&draft, "2026-05-06"), Some(year));
        draft = Command::Plan(Some(year)).apply(policy(), &draft);
    }
    assert_eq!(next(&draft, "2026-05-06"), None, "none that is not assessed");
    assert_eq!(Command::Plan(None).apply(policy(), &draft).plans.get(2).unwrap().year.value, None);
    // Before the recognition is known.
    assert_eq!(next(&blank(), "2026-05-06"), Some(2026));
    let later = Command::Plan(Some(2026)).apply(policy(), &blank());
    assert_eq!(next(&later, "2026-05-06"), Some(2027));
    let last = Command::Plan(Some(2999)).apply(policy(), &blank());
    assert_eq!(next(&last, "2026-05-06"), None, "and none that the file would not take");
}

#[test]
fn the_yearly_report_says_what_was_entered() {
    let mut draft = Command::Add(Rows::Plans).apply(policy(), &blank());
    assert_eq!(annual::outcome_words(draft.plans.get(0).unwrap()), "还没有填写目标。");
    use zhichuang::draft::field::TaskField;
    use zhichuang::policy::Duty;
    for (duty, part, text) in [
        (Duty::Team, TaskField::Target, "40 人"),
        (Duty::Team, TaskField::Outcome, "done"),
        (Duty::Goals, TaskField::Progress, " 创收 500 万元 "),
    ] {
        field::enter(policy(), &mut draft, Field::Task(0, duty, part), text);
    }
    field::enter(policy(), &mut draft, Field::PlanYear(0), "2026");
    field::enter(policy(), &mut draft, Field::Summary(0), "顺利。");
    let plan = draft.plans.get(0).unwrap();
    assert_eq!(annual::outcome_words(plan), "7 项中填写了 2 项：已完成 1 项，没有选结果的 1 项。");
    let report = annual::report(&draft, plan);
    let lines: Vec<&str> = report.split("\r\n").collect();
    assert_eq!(lines[..3], ["2026 年度责任目标完成情况自评估报告", "", "创新中心：示例中心"]);
    assert_eq!(&lines[6..8], ["一、年度建设目标", "完成情况：创收 500 万元"]);
    assert!(report.contains("三、人才队伍建设（已完成）\r\n责任目标：40 人\r\n\r\n四、"), "{report}");
    assert!(report.ends_with("总体评价、存在问题和改进：\r\n顺利。\r\n"), "{report}");
    assert!(!report.contains("主要举措"), "what was not filled in is not there: {report}");
}

/// The unit stands on what leaves the page, and whom to ask, where these are given.
#[test]
fn what_is_exported_says_whose_it_is() {
    let mut draft = Command::Add(Rows::Plans).apply(policy(), &with(&[("dates.recognized_on", "2023-07-01")]));
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

#[test]
fn a_plan_says_when_its_report_is_due_or_why_there_is_none() {
    let pathway = rules::henan_2023_52();
    let said = |draft: &Draft, year: &str| {
        let mut draft = Command::Add(Rows::Plans).apply(policy(), draft);
        field::enter(policy(), &mut draft, Field::PlanYear(0), year);
        annual::due_words(pathway, &draft, draft.plans.get(0).unwrap(), day("2026-11-25"))
    };
    let draft = with(&[("dates.recognized_on", "2023-07-01")]);
    assert_eq!(said(&blank(), "2024"), "");
    assert_eq!(said(&draft, ""), "");
    assert!(said(&draft, "2024").contains("自评估报告在 2025-01-31 以前报送"));
    assert!(said(&draft, "2026").contains("这一年满三年、一般作定期评估"));
    assert!(said(&draft, "2026").ends_with("要报送的，在 2027-01-31 以前。"));
    assert!(said(&draft, "2028").contains("不在本轮年度考核之内"));
    let late = with(&[("dates.recognized_on", "2023-12-29")]);
    assert!(said(&late, "2023").contains("认定还不满半年，是否考核，条文没有写明"));
}

#[test]
fn two_plans_of_one_year_are_told() {
    let mut draft = blank();
    for (row, year) in ["2025", "2026", "", ""].into_iter().enumerate() {
        draft = Command::Add(Rows::Plans).apply(policy(), &draft);
        field::enter(policy(), &mut draft, Field::PlanYear(row), year);
    }
    let twins = |draft: &Draft| (0..5).map(|at| annual::has_twin(draft, at)).collect::<Vec<bool>>();
    assert_eq!(twins(&draft), [false; 5], "plans without a year are no twins");
    field::enter(policy(), &mut draft, Field::PlanYear(2), "2025");
    assert_eq!(twins(&draft), [true, false, true, false, false]);
}

#[test]
fn a_year_without_entered_holidays_is_told() {
    let pathway = rules::henan_2023_52();
    let mut draft = with(&[("dates.publicity_from", "2026-09-29"), ("dates.listed_on", "2026-01-01")]);
    let lacks = |draft: &Draft| -> Vec<bool> {
        dates(pathway, draft, day("2026-11-25")).iter().map(|due| lacks_holidays(pathway, draft, due)).collect()
    };
    assert_eq!(lacks(&draft), [false, true]);
    field::enter(policy(), &mut draft, Field::Days(DayList::Holidays), "2027-01-01");
    assert_eq!(lacks(&draft), [false, true]);
    field::enter(policy(), &mut draft, Field::Days(DayList::Holidays), "2026-10-01");
    assert_eq!(lacks(&draft), [false, false]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// From the first day to the end of publicity there are five working days, and the end is one of them.
    #[test]
    fn publicity_takes_five_working_days(draft in draft()) {
        for due in due(&draft, "publicity_end") {
            if due.to == zhichuang::draft::Date::MAX {
                continue;
            }
            let span = days::days_between(due.since, due.to);
            let working = (0..=span).filter(|after| is_working_day(&draft, days::days_after(due.since, *after)));
            prop_assert_eq!(working.count(), 5);
            prop_assert!(is_working_day(&draft, due.to));
        }
    }

    /// Dates begin before they end, the timeline is in order and has every date, and nothing is called for that is over.
    #[test]
    fn dates_are_in_order(draft in draft(), today in milestone()) {
        let pathway = rules::henan_2023_52();
        let all = dates(pathway, &draft, today);
        prop_assert!(all.iter().all(|due| due.from <= due.to));
        let line = timeline(pathway, &draft, today);
        prop_assert!(line.is_sorted_by_key(|point| point.day()));
        prop_assert!(line.len() >= all.len());
        for (due, standing) in deadlines::next(pathway, &draft, today) {
            let over = due.to < today;
            prop_assert_eq!(over, matches!(standing, DueState::Overdue(_)));
            prop_assert!(!deadlines::words(policy(), pathway, &due, standing).is_empty());
        }
    }

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

    /// Nothing of readiness, dates and yearly plans is scored.
    #[test]
    fn the_way_changes_no_score(draft in draft(), other in draft()) {
        let mut facts = (*draft.facts).clone();
        let own = policy().facts.iter().position(|fact| fact.id == "apply.on").unwrap();
        facts[own..].clone_from_slice(&other.facts[own..]);
        let changed = Draft {
            facts: facts.into(),
            requirements: other.requirements,
            panel: other.panel,
            grades: other.grades,
            holidays: other.holidays,
            workdays: other.workdays,
            plans: other.plans,
            ..draft.clone()
        };
        let figures = |draft: &Draft| assess(policy(), draft).items.iter().map(|one| one.figures).collect::<Vec<_>>();
        prop_assert_eq!(figures(&draft), figures(&changed));
    }
}
