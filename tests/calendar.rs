//! Dates, how far off they are, and what grades bring.

mod common;
#[path = "common/facts.rs"]
mod facts;

use common::*;
use facts::with_facts;
use proptest::prelude::*;
use zhichuang::calendar::{
    Due, DueState, dates, deadlines, due_state, grades, is_working_day, lacks_holidays, period, timeline,
};
use zhichuang::draft::{DayList, Draft, Field, field};
use zhichuang::policy::{Consequence, day as days};
use zhichuang::rules;
use zhichuang::scoring::assess;
use zhichuang::session::{Command, Rows};

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
    let draft = with_facts(&[("dates.listed_on", "2024-11-25")]);
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
    let draft = with_facts(&[("dates.recognized_on", "2023-07-01")]);
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
    let on_time = with_facts(&[listed, ("dates.acceptance_applied_on", "2026-11-25")]);
    assert_eq!(words(&on_time, "cultivation_end", "2027-01-01"), "已按期办理（2026-11-25）");
    let late = with_facts(&[listed, ("dates.acceptance_applied_on", "2026-11-28")]);
    assert_eq!(words(&late, "cultivation_end", "2027-01-01"), "2026-11-28 办理，逾期 3 天");
    // What lies ahead is not done yet.
    assert_eq!(words(&on_time, "cultivation_end", "2026-11-24"), "还有 1 天");
    let earlier = with_facts(&[listed, ("dates.acceptance_applied_on", "2024-11-24")]);
    assert_eq!(words(&earlier, "cultivation_end", "2026-11-24"), "还有 1 天");
    let rectified = with_facts(&[("dates.rectify_from", "2026-01-31"), ("dates.rectified_on", "2026-07-01")]);
    assert_eq!(words(&rectified, "rectification_end", "2026-12-01"), "已按期办理（2026-07-01）");
    let recognized = ("dates.recognized_on", "2023-07-01");
    let reported = with_facts(&[recognized, ("dates.report_submitted_on", "2026-07-15")]);
    assert_eq!(words(&reported, "report_window", "2026-12-01"), "已按期办理（2026-07-15）");
    let early = with_facts(&[recognized, ("dates.report_submitted_on", "2026-06-30")]);
    assert_eq!(words(&early, "report_window", "2026-12-01"), "2026-06-30 办理，早于报送期，请核对");
}

#[test]
fn a_report_of_a_year_is_settled_by_its_day_or_its_grade() {
    let mut draft = with_facts(&[("dates.recognized_on", "2023-03-01")]);
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
    let recognized = with_facts(&[listed, ("dates.recognized_on", "2020-10-01")]);
    assert_eq!(words(&recognized, "cultivation_end", "2026-11-26"), over("正式认定日期", "2020-10-01"));
    let evaluated = with_facts(&[listed, ("dates.last_evaluation_on", "2023-10-01")]);
    assert_eq!(words(&evaluated, "cultivation_end", "2026-11-26"), over("前一次定期评估日期", "2023-10-01"));
    // Only what has happened settles: a day that lies ahead is a plan.
    assert_eq!(words(&recognized, "cultivation_end", "2020-09-30"), "还有 404 天");
    let planned = with_facts(&[listed, ("dates.recognized_on", "2027-01-01")]);
    assert_eq!(words(&planned, "cultivation_end", "2026-11-25"), "已逾期 1843 天");
    // What was rectified before recognition or an evaluation is over with them; what began later is not.
    let rectify = ("dates.rectify_from", "2026-01-31");
    let passed = with_facts(&[rectify, ("dates.recognized_on", "2026-06-01")]);
    assert_eq!(words(&passed, "rectification_end", "2026-12-01"), over("正式认定日期", "2026-06-01"));
    let before = with_facts(&[rectify, ("dates.recognized_on", "2026-01-30")]);
    assert_eq!(words(&before, "rectification_end", "2026-12-01"), "已逾期 123 天");
    // An evaluation does not: what it found may be what is being rectified.
    let evaluated = with_facts(&[rectify, ("dates.last_evaluation_on", "2026-01-31")]);
    assert_eq!(words(&evaluated, "rectification_end", "2026-07-01"), "还有 30 天");
}

/// What follows from a plan is shown and marked; what has happened goes before it.
#[test]
fn what_follows_from_a_plan_is_a_plan() {
    let label =
        |draft: &Draft, id: &str, on: &str| deadlines::label(rules::henan_2023_52(), &due_on(draft, id, on)[0]);
    let draft = with_facts(&[("dates.listed_on", "2026-12-01")]);
    assert_eq!(label(&draft, "cultivation_end", "2026-11-30"), "培育期截止（按计划）");
    assert_eq!(label(&draft, "cultivation_end", "2026-12-01"), "培育期截止");
    let recognized = ("dates.recognized_on", "2023-12-29");
    let planned = with_facts(&[recognized, ("dates.last_evaluation_on", "2027-03-01")]);
    let window = |on: &str| due_on(&planned, "report_window", on)[0];
    assert_eq!((window("2026-11-25").since, window("2026-11-25").planned), (day("2023-12-29"), false));
    assert_eq!((window("2027-03-01").since, window("2027-03-01").planned), (day("2027-03-01"), false));
    let only_planned =
        due_on(&with_facts(&[("dates.last_evaluation_on", "2027-03-01")]), "report_window", "2026-11-25")[0];
    assert_eq!((only_planned.to, only_planned.planned), (day("2030-04-01"), true));
    // A year that was reported only in a plan is not reported.
    let mut reported =
        Command::Add(Rows::Plans).apply(policy(), &with_facts(&[("dates.recognized_on", "2022-03-01")]));
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
        due(&with_facts(facts), "annual_report").iter().map(|due| (due.year, due.doubt)).collect()
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
    let draft = with_facts(&[("dates.recognized_on", "2023-12-29")]);
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
    let evaluated = with_facts(&[("dates.last_evaluation_on", "2026-05-01")]);
    assert_eq!(brought(&evaluated, &[(2024, "excellent"), (2025, "excellent")]), []);
    // One that is only planned has had none.
    let planned = with_facts(&[("dates.last_evaluation_on", "2029-01-02")]);
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
    let mut draft = with_facts(&[("dates.recognized_on", "2023-07-01")]);
    assert_eq!(grades::years(rules::henan_2023_52(), &draft, day("2026-11-25")), [2023, 2024, 2025, 2026]);
    field::enter(policy(), &mut draft, Field::Grade(2030), "good");
    assert_eq!(grades::years(rules::henan_2023_52(), &draft, day("2026-11-25")), [2023, 2024, 2025, 2026, 2030]);
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
    let recognized = with_facts(&[("dates.recognized_on", "2023-09-01")]);
    assert_eq!(days(&recognized, "2026-05-06"), words("2023-09-01", "2026-08-31"));
    let leap = with_facts(&[("dates.recognized_on", "2024-02-29")]);
    assert_eq!(days(&leap, "2026-05-06"), words("2024-02-29", "2027-02-27"));
    let evaluated =
        with_facts(&[("dates.recognized_on", "2020-09-01"), ("dates.last_evaluation_on", "2023-10-10")]);
    assert_eq!(days(&evaluated, "2026-05-06"), words("2023-10-10", "2026-10-09"));
    // An evaluation that lies ahead does not begin the period yet.
    assert_eq!(days(&evaluated, "2023-10-09"), words("2020-09-01", "2023-08-31"));
    let offer = offered(&recognized, "2026-05-06").unwrap();
    let taken = Command::Period(offer.from, offer.to).apply(policy(), &recognized);
    assert_eq!(offered(&taken, "2026-05-06"), None, "what was taken is not offered again");
    let almost = Command::Period(offer.from, days::days_after(offer.to, 1)).apply(policy(), &recognized);
    assert_eq!(offered(&almost, "2026-05-06"), Some(offer));
}

#[test]
fn a_year_without_entered_holidays_is_told() {
    let pathway = rules::henan_2023_52();
    let mut draft = with_facts(&[("dates.publicity_from", "2026-09-29"), ("dates.listed_on", "2026-01-01")]);
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
