//! Strategies for any valid draft, with values crowded where the table changes.

mod measures;

use std::sync::Arc;

use proptest::array::uniform7;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use zhichuang::draft::days::sorted;
use zhichuang::draft::{
    Attestation, Complete, Date, Days, Discretion, Draft, Entered, EntryId, Evidence, Expert, FactValue,
    FinanceYear, ListName, Member, Panel, Purpose, Task, YearPlan, date,
};
use zhichuang::policy::{Attested, Category, FactKind, Grade, MemberKind, Outcome, Policy, Rank};
use zhichuang::rules;

pub use measures::*;

pub fn policy() -> &'static Policy {
    rules::henan_2019_194()
}

pub fn day(text: &str) -> Date {
    date::parse(text).unwrap()
}

pub fn blank() -> Draft {
    Draft::blank(policy(), "示例中心", day("2023-07-01"), day("2026-06-30"))
}

fn decimals(texts: &[&str]) -> Vec<Decimal> {
    texts.iter().map(|text| Decimal::from_str_exact(text).unwrap()).collect()
}

fn fraction(units: u64, decimals: u32) -> Decimal {
    Decimal::new(units as i64, decimals).normalize()
}

/// A percentage of a fact: the limits of the first row, a step beside them, and anything else.
pub fn percent() -> impl Strategy<Value = Decimal> {
    let limits = ["0", "59.999999", "60", "79.999999", "80", "99.999999", "100", "100.000001", "1000"];
    prop_oneof![select(decimals(&limits)), (0..=1_000_000_000_u64).prop_map(|units| fraction(units, 6))]
}

/// Sums whose shares and averages often hit a limit: a third, 10%, 30%, 40%, 300, 500.
pub fn money() -> impl Strategy<Value = Decimal> {
    let round = ["0", "0.000001", "10", "30", "33.34", "40", "100", "300", "500", "900", "1000", "1000000000000"];
    prop_oneof![
        3 => select(decimals(&round)),
        1 => (0..=1_000_000_000_000_000_000_u64).prop_map(|units| fraction(units, 6)),
    ]
}

/// Days of the way to recognition: ends of months, leap days, and the calendar's own ends.
pub fn milestone() -> impl Strategy<Value = Date> {
    let days = ["0001-01-01", "2019-02-28", "2021-02-28", "2023-08-31", "2024-02-29", "2026-10-01", "9999-12-31"];
    prop_oneof![
        1 => select(days.map(day).to_vec()),
        3 => (2_458_000..2_463_000_i32).prop_map(|number| Date::from_julian_day(number).unwrap()),
    ]
}

pub fn count() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        3 => (0..=80_u64).prop_map(Decimal::from),
        1 => (0..=1_000_000_000_u64).prop_map(Decimal::from),
    ]
}

/// Any value of one fact by itself; see [`respect_parts`] for two facts that bound each other.
pub fn fact_value(kind: &FactKind) -> BoxedStrategy<FactValue> {
    match kind {
        FactKind::Percent => percent().prop_map(FactValue::Number).boxed(),
        FactKind::Count { min, .. } => {
            let min = Decimal::from(*min);
            count().prop_map(move |count| FactValue::Number(count.max(min))).boxed()
        }
        FactKind::YesNo => (0..=1_u8).prop_map(FactValue::Option).boxed(),
        FactKind::Choice(options) => (0..options.len() as u8).prop_map(FactValue::Option).boxed(),
        FactKind::Money => money().prop_map(FactValue::Number).boxed(),
        FactKind::Date => milestone().prop_map(FactValue::Day).boxed(),
    }
}

/// Raises each whole to its part, where both are known and the part is more.
pub fn respect_parts(facts: &mut [Entered<FactValue>]) {
    for (part, fact) in policy().facts.iter().enumerate() {
        if let FactKind::Count { at_most: Some(whole), .. } = fact.kind
            && let (Some(FactValue::Number(least)), Some(FactValue::Number(most))) =
                (facts[part].value, facts[whole].value)
        {
            facts[whole] = Entered::of(FactValue::Number(most.max(least)));
        }
    }
}

fn facts() -> impl Strategy<Value = Vec<Entered<FactValue>>> {
    let each: Vec<_> = policy()
        .facts
        .iter()
        .map(|fact| option::weighted(0.7, fact_value(&fact.kind)).prop_map(entered))
        .collect();
    each.prop_map(|mut facts| {
        respect_parts(&mut facts);
        facts
    })
}

pub fn entered<T>(value: Option<T>) -> Entered<T> {
    Entered { value, text: None }
}

/// Years in the period, beside it, and any other.
pub fn year() -> impl Strategy<Value = Decimal> {
    prop_oneof![4 => 2022..=2027_u64, 1 => 1900..=2999_u64].prop_map(Decimal::from)
}

fn finance_year() -> impl Strategy<Value = FinanceYear> {
    let sum = || option::weighted(0.9, money()).prop_map(entered);
    (option::weighted(0.9, year()).prop_map(entered), sum(), sum(), sum())
        .prop_map(|(year, cost, rd, revenue)| FinanceYear { year, cost, rd, revenue, ..FinanceYear::default() })
}

pub fn member() -> impl Strategy<Value = Member> {
    let contribution = option::weighted(0.9, money()).prop_map(entered);
    let (kind, rank) = (select(MemberKind::ALL), select(Rank::ALL));
    (kind, any::<bool>(), any::<bool>(), contribution, rank).prop_map(
        |(kind, shareholder, lead, contribution, rank)| Member {
            id: EntryId::default(),
            name: String::new(),
            kind,
            shareholder,
            lead,
            contribution,
            rank,
        },
    )
}

/// Both ends of the period are inside it.
pub fn date_inside() -> impl Strategy<Value = Date> {
    select(["2023-07-01", "2024-02-29", "2025-12-31", "2026-06-30"].map(day).to_vec())
}

pub fn date_outside() -> impl Strategy<Value = Date> {
    select(["1999-01-01", "2023-06-30", "2026-07-01"].map(day).to_vec())
}

pub fn evidence(on: impl Strategy<Value = Option<Date>>) -> impl Strategy<Value = Evidence> {
    (select(Category::ALL), on, any::<(u8, u8, u8)>()).prop_map(|(category, on, (kind, level, role))| {
        fn pick<T: Copy>(all: &[T], at: u8) -> Option<T> {
            all.get(usize::from(at) % all.len().max(1)).copied()
        }
        Evidence {
            id: EntryId::default(),
            category,
            title: String::new(),
            number: String::new(),
            on: entered(on),
            kind: pick(category.kinds(), kind),
            level: pick(category.levels(), level),
            role: pick(category.roles(), role),
        }
    })
}

pub fn any_date() -> impl Strategy<Value = Option<Date>> {
    prop_oneof![3 => date_inside().prop_map(Some), 1 => date_outside().prop_map(Some), 1 => Just(None)]
}

fn complete() -> impl Strategy<Value = Complete> {
    let lists: Vec<ListName> = ListName::all().collect();
    vec(any::<bool>(), lists.len()).prop_map(move |flags| {
        let mut complete = Complete::default();
        for (list, flag) in lists.iter().zip(flags) {
            complete.set(*list, flag);
        }
        complete
    })
}

pub fn picks() -> impl Strategy<Value = Arc<Vec<Entered<Decimal>>>> {
    let pick = || option::weighted(0.3, (0..=30_000_000_u64).prop_map(|units| fraction(units, 6)));
    vec(pick().prop_map(entered), policy().items.len()).prop_map(Arc::new)
}

pub fn readings() -> impl Strategy<Value = Arc<Vec<u8>>> {
    let each: Vec<_> = policy().readings.iter().map(|reading| 0..reading.choices.len() as u8).collect();
    each.prop_map(Arc::new)
}

pub fn discretion() -> impl Strategy<Value = Discretion> {
    select(Discretion::ALL.to_vec())
}

fn words() -> impl Strategy<Value = String> {
    select(["", " ", "附件3", "见\n第 2 页"].map(str::to_owned).to_vec())
}

fn said(attested: bool) -> impl Strategy<Value = Attestation> {
    let state = option::of(select(Attested::ALL)).prop_map(move |state| state.filter(|_| attested));
    (state, words(), words()).prop_map(|(state, note, document)| Attestation { state, note, document })
}

fn requirements() -> impl Strategy<Value = Vec<Attestation>> {
    policy().requirements.iter().map(|one| said(one.attested)).collect::<Vec<_>>()
}

/// A panel whose weights sum to 100 and whose points are within them.
pub fn panel() -> impl Strategy<Value = Panel> {
    let weights = select(vec![[20_u32; 5], [100, 0, 0, 0, 0], [30, 25, 20, 15, 10]]);
    let expert = || vec(option::weighted(0.9, 0..=100_000_000_u64), 5);
    (weights, vec(expert(), 0..=5)).prop_map(|(weights, experts)| {
        let expert = |points: Vec<Option<u64>>| {
            let points: Vec<_> = points
                .into_iter()
                .zip(weights)
                .map(|(points, weight)| {
                    entered(points.map(|points| fraction(points * u64::from(weight) / 100, 6)))
                })
                .collect();
            Expert { points: points.try_into().unwrap() }
        };
        Panel {
            weights: weights.map(|weight| Entered::of(Decimal::from(weight))),
            experts: experts.into_iter().map(expert).collect(),
        }
    })
}

fn grades() -> impl Strategy<Value = Vec<(u16, Grade)>> {
    btree_map(1900..=2999_u16, select(Grade::ALL), 0..5).prop_map(|grades| grades.into_iter().collect())
}

/// Days off, and others that are worked.
pub fn day_lists() -> impl Strategy<Value = (Option<Days>, Option<Days>)> {
    vec((milestone(), any::<bool>()), 0..12).prop_map(|days| {
        let pick = |off: bool| {
            let first = |day: &Date| days.iter().find(|(other, _)| other == day).is_some_and(|(_, is)| *is == off);
            let those: Vec<Date> = days.iter().map(|(day, _)| *day).filter(first).collect();
            (!those.is_empty()).then(|| sorted(those))
        };
        (pick(true), pick(false))
    })
}

fn plan() -> impl Strategy<Value = YearPlan> {
    let task = || (words(), words(), words(), option::of(select(Outcome::ALL)));
    let task = move || {
        task().prop_map(|(target, measures, progress, outcome)| Task { target, measures, progress, outcome })
    };
    let year = option::of((1900..=2999_u64).prop_map(Decimal::from)).prop_map(entered);
    (year, uniform7(task()), words(), option::of(milestone())).prop_map(|(year, tasks, summary, on)| YearPlan {
        year,
        tasks,
        summary,
        reported_on: entered(on),
    })
}

/// Any valid draft with nothing half-typed in it.
pub fn draft() -> impl Strategy<Value = Draft> {
    planned(unplanned(), counted())
}

/// A draft of what counts for the score.
pub fn counted() -> impl Strategy<Value = Draft> {
    let lists = (vec(finance_year(), 0..6), vec(member(), 0..8), vec(evidence(any_date()), 0..12));
    scored((facts(), lists, complete(), picks(), readings(), discretion()))
}

/// A draft without measures.
fn unplanned() -> impl Strategy<Value = Draft> {
    let way = (requirements(), panel(), grades(), day_lists(), vec(plan(), 0..3));
    (headed(counted()), way).prop_map(|(draft, (requirements, panel, grades, (holidays, workdays), plans))| {
        Draft {
            requirements: Arc::new(requirements),
            panel,
            grades: Arc::new(grades),
            holidays: entered(holidays),
            workdays: entered(workdays),
            plans: plans.into_iter().collect(),
            ..draft
        }
    })
}

/// With whose it is and what it is for.
fn headed(drafts: impl Strategy<Value = Draft>) -> impl Strategy<Value = Draft> {
    let purpose = option::of(select(Purpose::ALL.to_vec()));
    (drafts, words(), words(), words(), purpose).prop_map(|(draft, unit, preparer, phone, purpose)| Draft {
        unit,
        preparer,
        phone,
        purpose,
        ..draft
    })
}

type Lists = (Vec<FinanceYear>, Vec<Member>, Vec<Evidence>);
type Score = (Vec<Entered<FactValue>>, Lists, Complete, Arc<Vec<Entered<Decimal>>>, Arc<Vec<u8>>, Discretion);

/// A draft of what counts for the score.
fn scored(parts: impl Strategy<Value = Score>) -> impl Strategy<Value = Draft> {
    parts.prop_map(|(facts, (finance, members, evidence), complete, self_awarded, readings, discretion)| {
        numbered(Draft {
            facts: Arc::new(facts),
            finance: finance.into_iter().collect(),
            members: members.into_iter().collect(),
            evidence: evidence.into_iter().collect(),
            complete,
            self_awarded,
            readings,
            discretion,
            ..blank()
        })
    })
}

/// With an id for each entry, as in every draft that is read or made in the page.
pub fn numbered(mut draft: Draft) -> Draft {
    draft.number_new_entries();
    draft
}
