//! Drafts invented for a policy that was itself invented.

use std::sync::Arc;

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use rust_decimal::Decimal;
use zhichuang::draft::{
    Complete, Date, Discretion, Draft, Entered, Evidence, FactValue, FinanceYear, ListName, Member, file,
};
use zhichuang::policy::{Category, Condition, Fact, FactKind, MemberKind, Policy, Rank};

/// A draft with nothing filled in.
pub fn blank(policy: &Policy) -> Draft {
    let day = |year| Date::from_ordinal_date(year, 1).unwrap_or(Date::MIN);
    Draft::blank(policy, "", day(2023), day(2026))
}

/// A draft in which nothing is left open; `None` when a fact came out as none that a draft may state.
pub fn complete(policy: &Policy, choices: &mut Unstructured) -> Result<Option<Draft>> {
    let numbers = numbers(policy);
    let mut draft = blank(policy);
    for (fact, entered) in policy.facts.iter().zip(Arc::make_mut(&mut draft.facts)) {
        *entered = Entered::of(value(fact, &numbers, choices)?);
    }
    for _ in 0..choices.int_in_range(1..=3)? {
        let mut sum = || choices.choose(&numbers).map(|sum| Entered::of(sum.abs()));
        let (cost, rd, revenue) = (sum()?, sum()?, sum()?);
        draft.finance.push(FinanceYear {
            year: Entered::of(Decimal::from(2024)),
            cost,
            rd,
            revenue,
            ..FinanceYear::default()
        });
    }
    // No year's sums may all be zero, or else there is nothing to be a share of.
    let something = || Entered::of(Decimal::ONE);
    let (cost, rd, revenue) = (something(), something(), something());
    draft.finance.push(FinanceYear {
        year: Entered::of(Decimal::from(2025)),
        cost,
        rd,
        revenue,
        ..FinanceYear::default()
    });
    for _ in 0..choices.int_in_range(0..=4)? {
        let contribution = Entered::of(choices.choose(&numbers)?.abs());
        let (kind, rank) = (*choices.choose(MemberKind::ALL)?, *choices.choose(Rank::ALL)?);
        draft.members.push(Member { kind, rank, shareholder: true, contribution, ..Member::default() });
    }
    draft.members.push(Member { shareholder: true, contribution: something(), ..Member::default() });
    for _ in 0..choices.int_in_range(0..=6)? {
        let mut entry = Evidence::least(*choices.choose(Category::ALL)?);
        entry.on = draft.period.from.clone();
        if !entry.category.levels().is_empty() {
            entry.level = Some(*choices.choose(entry.category.levels())?);
        }
        draft.evidence.push(entry);
    }
    for (reading, choice) in policy.readings.iter().zip(Arc::make_mut(&mut draft.readings)) {
        *choice = choices.choose_index(reading.choices.len())? as u8;
    }
    draft.discretion = *choices.choose(&Discretion::ALL)?;
    draft.complete = ListName::all().fold(Complete::default(), |mut complete, list| {
        complete.set(list, true);
        complete
    });
    Ok(file::read_value(policy, &file::to_value(policy, &draft)).ok())
}

/// The numbers at which the policy's cases change, one less and one more, and a few of any kind.
fn numbers(policy: &Policy) -> Vec<Decimal> {
    let conditions = policy.items.iter().flat_map(|item| item.cases).flat_map(|case| case.conditions());
    let bounds = conditions.flat_map(|(_, condition)| match condition {
        Condition::Number { low, high } => [*low, *high],
        Condition::Option(_) => [None, None],
    });
    let limits = bounds.flatten().filter_map(|bound| {
        let millionths = (bound.value * 1_000_000).to_integer();
        Decimal::try_from_i128_with_scale(millionths, 6).ok()
    });
    let around = limits.flat_map(|limit| [limit - Decimal::ONE, limit, limit + Decimal::ONE]);
    around.chain([0, 1, 7, 100, 1000].map(Decimal::from)).map(|number| number.normalize()).collect()
}

fn value(fact: &Fact, numbers: &[Decimal], choices: &mut Unstructured) -> Result<FactValue> {
    Ok(match fact.kind {
        FactKind::Percent => FactValue::Number(choices.choose(numbers)?.abs()),
        FactKind::Count { min, .. } => FactValue::Number(choices.choose(numbers)?.trunc().max(Decimal::from(min))),
        FactKind::YesNo => FactValue::Option(choices.int_in_range(0..=1)?),
        FactKind::Choice(options) => FactValue::Option(choices.choose_index(options.len())? as u8),
        FactKind::Money => FactValue::Number(choices.choose(numbers)?.abs()),
        FactKind::Date => FactValue::Day(
            Date::from_julian_day(choices.int_in_range(2_400_000..=2_500_000)?).unwrap_or(Date::MIN),
        ),
    })
}
