//! Which yearly rows count, which years lack one, and how long the period takes.

use serde_json::{Value, json};
use zhichuang::draft::{Date, Draft, Entered, Period, YearStanding, date, file};
use zhichuang::policy::Policy;
use zhichuang::rules;

fn policy() -> &'static Policy {
    rules::henan_2019_194()
}

fn day(text: &str) -> Date {
    date::parse(text).unwrap()
}

/// A draft with these years in its rows, in this period.
fn draft(from: &str, to: &str, years: &[Value], more: Value) -> Draft {
    let mut draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": policy().id, "name": "示例中心",
        "period": {"from": from, "to": to},
        "finance": years.iter().map(|year| json!({"year": year, "revenue": "1"})).collect::<Vec<Value>>(),
    });
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    file::read(policy(), &draft.to_string()).unwrap()
}

/// A draft whose period is not known.
fn unknown() -> Draft {
    let mut draft = Draft::blank(policy(), "示例中心", Date::MIN, Date::MAX);
    draft.period = Period { from: Entered::default(), to: Entered::default() };
    draft
}

fn years(years: &[i32]) -> Vec<Value> {
    years.iter().copied().map(Value::from).collect()
}

/// Worked by hand: a month that is begun counts, as at the end of a month that has fewer days than the first.
#[test]
fn a_period_takes_the_months_that_it_begins() {
    let all: Vec<Value> = serde_json::from_str(include_str!("length-of-period.json")).unwrap();
    assert!(all.len() > 30);
    for one in all {
        let [from, to] = ["from", "to"].map(|end| day(one[end].as_str().unwrap()));
        let draft = Draft::blank(policy(), "示例中心", from, to);
        assert_eq!(Value::from(draft.period.months()), one["months"], "{one}");
    }
    assert_eq!(unknown().period.months(), 1, "nothing is divided by a period that is not known");
}

#[test]
fn a_year_counts_when_it_has_a_day_in_the_period() {
    let draft = draft("2023-12-31", "2025-01-01", &years(&[2022, 2023, 2024, 2025, 2026]), json!({}));
    let standings: Vec<YearStanding> = draft.finance.iter().map(|row| draft.year_standing(row)).collect();
    use YearStanding::{Counts, Outside};
    assert_eq!(standings, [Outside, Counts, Counts, Counts, Outside]);
}

#[test]
fn the_years_without_a_row_are_named_up_to_a_number() {
    let without =
        |years: &[Value], most| draft("2021-07-01", "2025-06-30", years, json!({})).years_without_row(most);
    assert_eq!(without(&[], 5), (vec![2021, 2022, 2023, 2024, 2025], false));
    assert_eq!(without(&[], 4), (vec![2021, 2022, 2023, 2024], true));
    assert_eq!(without(&[], 0), (vec![], true));
    // A year outside fills nothing, and one that stands twice fills one.
    assert_eq!(without(&years(&[2020, 2021, 2021, 2026]), 9), (vec![2022, 2023, 2024, 2025], false));
    assert_eq!(without(&years(&[2025, 2024, 2023, 2022, 2021]), 0), (vec![], false));
    assert_eq!(unknown().years_without_row(3), (vec![], false));
}

#[test]
fn the_sums_are_whole_with_each_year_or_when_it_is_said() {
    let whole = |years: &[Value], more: Value| draft("2023-07-01", "2026-06-30", years, more).finance_is_whole();
    let every = years(&[2023, 2024, 2025, 2026]);
    assert!(whole(&every, json!({})));
    for lacking in 0..every.len() {
        let mut some = every.clone();
        some.remove(lacking);
        assert!(!whole(&some, json!({})), "{some:?}");
        assert!(whole(&some, json!({"complete": ["finance"]})), "{some:?}");
        assert!(!whole(&some, json!({"complete": ["ip"]})), "{some:?}");
    }
}

#[test]
fn a_year_of_two_rows_is_told_when_both_count() {
    let twice = |years: &[Value]| draft("2023-07-01", "2026-06-30", years, json!({})).year_of_two_rows();
    assert_eq!(twice(&years(&[2023, 2024, 2025])), None);
    assert_eq!(twice(&years(&[2023, 2024, 2024, 2023])), Some(2024));
    assert_eq!(twice(&years(&[2012, 2012])), None);
}
