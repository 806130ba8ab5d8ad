//! Strategies for measures, scenarios and trials of a draft: mostly such as a centre would take, and anything else that a
//! file can hold.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rust_decimal::Decimal;
use zhichuang::draft::number::{DAYS, Kind};
use zhichuang::draft::{
    Certainty, Change, Draft, Entry, EntryId, EntryList, Evidence, FinanceYear, Identified, Measure, Member, Path,
    Scenario, Shape, Trial, Value,
};

use super::*;

/// Ids of a list, and one that no draft of these strategies has.
fn ids(draft: &Draft, list: EntryList) -> Vec<EntryId> {
    let mut all: Vec<EntryId> = match list {
        EntryList::Finance => draft.finance.iter().map(|row| row.id().clone()).collect(),
        EntryList::Members => draft.members.iter().map(|member| member.id().clone()).collect(),
        EntryList::Evidence => draft.evidence.iter().map(|entry| entry.id().clone()).collect(),
    };
    all.push(EntryId::new("gone.9"));
    all
}

/// Every path that a measure can set.
fn paths(draft: &Draft) -> Vec<Path> {
    let entries = EntryList::ALL.into_iter().flat_map(|list| {
        ids(draft, list).into_iter().flat_map(move |id| Path::of_entry(list, &id)).collect::<Vec<_>>()
    });
    Path::of_draft(policy()).into_iter().chain(entries).collect()
}

/// Those where measures meet: what several of a few measures are likely to touch.
fn crowded(draft: &Draft) -> Vec<Path> {
    let text = [
        "facts.team.technical_staff",
        "facts.team.total_staff",
        "facts.team.stable_staff",
        "facts.goals.completion_rate",
        "facts.planning.begun",
        "period.from",
        "period.to",
        "complete.members",
        "readings.equity.one_third",
        "discretion",
    ];
    let known = text.iter().map(|text| Path::parse(policy(), text).unwrap());
    let of_members = draft.members.iter().flat_map(|member| Path::of_entry(EntryList::Members, member.id()));
    known.chain(of_members).collect()
}

fn number(kind: Kind) -> BoxedStrategy<Decimal> {
    match kind {
        Kind::Percent => percent().boxed(),
        Kind::Count { min, .. } => count().prop_map(move |count| count.max(min.into())).boxed(),
        Kind::Money => money().boxed(),
        Kind::Year => year().boxed(),
        Kind::Points { max } => (0..=u64::from(max)).prop_map(Decimal::from).boxed(),
    }
}

/// Any value that a file may say a measure puts there.
pub fn value(path: &Path) -> BoxedStrategy<Value> {
    let there = match path.shape(policy()) {
        Shape::Number(kind) => number(kind).prop_map(Value::Number).boxed(),
        Shape::Day => prop_oneof![date_inside(), date_outside(), milestone()].prop_map(Value::Day).boxed(),
        Shape::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        Shape::Options(all) => (0..all.len() as u8).prop_map(Value::Option).boxed(),
        Shape::Text => words().prop_map(Value::Text).boxed(),
    };
    match path.blank() {
        Some(blank) => prop_oneof![9 => there, 1 => Just(blank)].boxed(),
        None => there,
    }
}

fn set(paths: Vec<Path>) -> impl Strategy<Value = Change> {
    select(paths).prop_flat_map(|path| value(&path).prop_map(move |to| Change::Set { path: path.clone(), to }))
}

fn increase(paths: Vec<Path>) -> impl Strategy<Value = Change> {
    let numbers: Vec<(Path, Kind)> = paths
        .into_iter()
        .filter_map(|path| match path.shape(policy()) {
            Shape::Number(kind) => Some((path, kind)),
            _ => None,
        })
        .collect();
    select(numbers).prop_flat_map(|(path, kind)| {
        let by = prop_oneof![4 => (0..=30_u64).prop_map(Decimal::from), 1 => number(kind.difference())];
        (by, any::<bool>())
            .prop_map(move |(by, down)| Change::Increase { path: path.clone(), by: if down { -by } else { by } })
    })
}

fn transfer(draft: &Draft) -> impl Strategy<Value = Change> + use<> {
    // Always two at least, for there is one that is gone.
    let mut ids = ids(draft, EntryList::Members);
    ids.push(EntryId::new("gone.8"));
    let amount = select(["0.000001", "10", "33.34", "150", "500"].to_vec());
    (subsequence(ids, 2), amount, any::<bool>()).prop_map(|(two, amount, back)| {
        let (from, to) = if back { (1, 0) } else { (0, 1) };
        let amount = Decimal::from_str_exact(amount).unwrap();
        Change::Transfer { from: two[from].clone(), to: two[to].clone(), amount }
    })
}

fn add() -> impl Strategy<Value = Change> {
    let id = || prop_oneof![4 => Just(""), 1 => select(vec!["m3", "e3", "own"])].prop_map(EntryId::new);
    let row = (finance_year(), id()).prop_map(|(row, id)| Entry::Finance(FinanceYear { id, ..row }));
    let member = (member(), id()).prop_map(|(member, id)| Entry::Member(Member { id, ..member }));
    let entry = (evidence(any_date()), id()).prop_map(|(entry, id)| Entry::Evidence(Evidence { id, ..entry }));
    prop_oneof![1 => row, 2 => member, 4 => entry].prop_map(Change::Add)
}

fn remove(draft: &Draft) -> impl Strategy<Value = Change> + use<> {
    let all: Vec<(EntryList, EntryId)> = EntryList::ALL
        .into_iter()
        .flat_map(|list| ids(draft, list).into_iter().map(move |id| (list, id)))
        .collect();
    select(all).prop_map(|(list, id)| Change::Remove(list, id))
}

fn change(draft: &Draft) -> impl Strategy<Value = Change> + use<> {
    prop_oneof![
        3 => set(crowded(draft)),
        2 => set(paths(draft)),
        3 => increase(crowded(draft)),
        1 => increase(paths(draft)),
        2 => transfer(draft),
        4 => add(),
        1 => remove(draft),
    ]
}

/// What a file may hold: one measure does not set one path twice.
fn without_setting_twice(changes: Vec<Change>) -> Vec<Change> {
    let mut kept: Vec<Change> = Vec::new();
    for change in changes {
        let sets_it = |one: &Change| matches!((one, &change), (Change::Set { path, .. }, Change::Set { path: other, .. }) if path == other);
        if !kept.iter().any(sets_it) {
            kept.push(change);
        }
    }
    kept
}

/// Up to so many measures of a draft. Costs and days are often the same, so that ties are broken.
pub fn measures(draft: &Draft, most: usize) -> impl Strategy<Value = Vec<Measure>> + use<> {
    let changes = prop_oneof![3 => vec(change(draft), 1), 2 => vec(change(draft), 0..4)];
    let cost = option::of(prop_oneof![
        4 => select(["0", "1", "2.5", "90"].to_vec()).prop_map(|text| Decimal::from_str_exact(text).unwrap()),
        1 => money(),
    ]);
    let days =
        option::of(prop_oneof![4 => select(vec![0_u64, 30, 60]).prop_map(Decimal::from), 1 => number(DAYS)]);
    let certainty = select(Certainty::ALL.to_vec());
    let measure = (changes, cost, days, certainty, words(), words(), words());
    vec(measure, 0..=most).prop_map(|all| {
        let measure = |(at, (changes, cost, days, certainty, name, owner, note))| Measure {
            // m10 comes before m2.
            id: EntryId::new(&format!("m{at}")),
            name,
            cost: entered(cost),
            days: entered(days),
            certainty,
            owner,
            note,
            changes: Arc::new(without_setting_twice(changes)),
        };
        (1..).zip(all).map(measure).collect()
    })
}

fn scenarios(measures: &[Measure]) -> impl Strategy<Value = Vec<Scenario>> + use<> {
    let ids: Vec<EntryId> = measures.iter().map(|measure| measure.id.clone()).collect();
    let chosen = subsequence(ids.clone(), 0..=ids.len()).prop_shuffle();
    vec((words(), words(), chosen), 0..4).prop_map(|all| {
        let scenario = |(at, (name, note, measures))| Scenario {
            id: EntryId::new(&format!("s{at}")),
            name,
            note,
            measures: Arc::new(measures),
        };
        (1..).zip(all).map(scenario).collect()
    })
}

/// The draft with measures, scenarios, and sometimes a trial, whose parts are sometimes the draft's own.
pub fn planned(
    drafts: impl Strategy<Value = Draft>,
    others: impl Strategy<Value = Draft>,
) -> impl Strategy<Value = Draft> {
    let tried = option::weighted(0.4, (others, any::<[bool; 9]>(), option::of(Just(EntryId::new("m1"))), words()));
    let measured = drafts.prop_flat_map(|draft| {
        let measures = measures(&draft, 5);
        measures.prop_flat_map(|measures| (Just(measures.clone()), scenarios(&measures))).prop_map(
            move |(measures, scenarios)| Draft {
                measures: measures.into_iter().collect(),
                scenarios: scenarios.into_iter().collect(),
                ..draft.clone()
            },
        )
    });
    (measured, tried).prop_map(|(draft, tried)| {
        let trial = tried.map(|(other, own, measure, name)| {
            let mut trial = Trial::of(&other, measure, name);
            let of_draft = Trial::of(&draft, None, String::new());
            let [period, facts, finance, members, evidence, complete, picks, readings, discretion] = own;
            if period {
                trial.period = of_draft.period;
            }
            if facts {
                trial.facts = of_draft.facts;
            }
            if finance {
                trial.finance = of_draft.finance;
            }
            if members {
                trial.members = of_draft.members;
            }
            if evidence {
                trial.evidence = of_draft.evidence;
            }
            if complete {
                trial.complete = of_draft.complete;
            }
            if picks {
                trial.self_awarded = of_draft.self_awarded;
            }
            if readings {
                trial.readings = of_draft.readings;
            }
            if discretion {
                trial.discretion = of_draft.discretion;
            }
            Arc::new(trial)
        });
        Draft { trial, ..draft }
    })
}
