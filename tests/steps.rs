//! 提分清单: what each next step takes and adds, worked by hand from the table.

use zhichuang::draft::{Change, Date, Draft, date, file};
use zhichuang::policy::Points;
use zhichuang::rules;
use zhichuang::scenario::draft_with;
use zhichuang::scoring::assess;
use zhichuang::steps::{Chance, Order, Step, Steps};

fn sample() -> Draft {
    file::read(rules::henan_2019_194(), include_str!("../samples/worked.draft.json")).unwrap()
}

fn day(text: &str) -> Date {
    date::parse(text).unwrap()
}

fn steps(draft: &Draft, today: &str) -> Steps {
    let policy = rules::henan_2019_194();
    Steps::of(policy, draft, &assess(policy, draft), day(today))
}

/// The centre's own step for an item.
fn step(draft: &Draft, today: &str, item: &str) -> Option<Step> {
    let at = rules::henan_2019_194().items.iter().position(|one| one.id == item).unwrap();
    steps(draft, today).steps.into_iter().find(|step| step.item == at && step.chance != Chance::Assessor)
}

/// During the sample's period.
const BEFORE: &str = "2026-05-01";

#[test]
fn what_a_step_takes_is_said_in_people_money_and_pieces() {
    let cases = [
        // 41 of 88: with 7 more, 48 of 95 is above a half, with 6 more 47 of 94 is exactly one; of those there are, 45 of 88.
        ("team.researchers", "至少再有 7 名科技人员", 200),
        // 30% of 4540 is 1362; 153 are lacking if they are spent already, 153 ÷ 0.7 if they come on top, and a fen more.
        ("funding.rd_ratio", "至少再增加 218.58 万元", 67),
        // 380 of 1000 is to be less than a third: 333.33 are, and 46.67 are what goes.
        ("equity.shares", "转让约 46.67 万元", 400),
        // 500 a year over three years are 1500.
        ("business.revenue", "至少再有 45.5 万元", 200),
        ("goals.completion", "至少再提高 8 个百分点", 1000),
        ("market.core_members", "至少再有 3 家", 200),
        ("innovation.projects", "至少再有 1 项", 200),
        ("planning.areas", "再完成 1 项：已制定国际合作规划", 100),
    ];
    for (item, takes, gain) in cases {
        let step = step(&sample(), BEFORE, item).unwrap();
        assert!(step.takes.contains(takes), "{item}: {}", step.takes);
        assert_eq!(step.gain, Points::from_hundredths(gain), "{item}");
    }
}

/// What a step takes is the least: a little less brings nothing.
#[test]
fn a_step_takes_no_more_than_it_must() {
    let policy = rules::henan_2019_194();
    let less = |change: &Change| match change {
        Change::Increase { path, by } => {
            let least = if path.write(policy).starts_with("facts.team") { "1" } else { "0.01" };
            Change::Increase { path: path.clone(), by: *by - least.parse::<rust_decimal::Decimal>().unwrap() }
        }
        Change::Transfer { from, to, amount } => Change::Transfer {
            from: from.clone(),
            to: to.clone(),
            amount: *amount - "0.01".parse::<rust_decimal::Decimal>().unwrap(),
        },
        other => other.clone(),
    };
    let draft = sample();
    // What rises in proportion has no step of its own there: a fen less than 30% still rounds to full marks.
    for item in ["team.researchers", "equity.shares", "business.revenue"] {
        let step = step(&draft, BEFORE, item).unwrap();
        let declared = |changes: Vec<Change>| {
            let measure = zhichuang::draft::Measure { changes: changes.into(), ..Default::default() };
            let after = draft_with(policy, &draft, &[&measure]).unwrap().draft;
            assess(policy, &after).items[step.item].figures.declared
        };
        let (before, after) = (declared(Vec::new()), declared(step.changes.clone()));
        assert_eq!(after - before, step.gain, "{item}");
        let almost = declared(step.changes.iter().map(less).collect());
        assert!(almost < after, "{item}: {almost} with less");
    }
}

#[test]
fn after_the_period_what_is_dated_comes_too_late() {
    for (today, chance) in [("2026-06-30", Chance::Own), ("2026-07-01", Chance::TooLate)] {
        for (item, is_dated) in
            [("innovation.projects", true), ("business.revenue", true), ("team.researchers", false)]
        {
            let step = step(&sample(), today, item).unwrap();
            let expected = if is_dated { chance } else { Chance::Own };
            assert_eq!(step.chance, expected, "{item} on {today}");
            assert_eq!(step.changes.is_empty(), step.chance == Chance::TooLate, "{item} on {today}");
        }
    }
}

#[test]
fn what_only_the_assessor_decides_stands_apart() {
    let all = steps(&sample(), BEFORE);
    let judged = all.listed(&sample(), Chance::Assessor, Order::Row);
    assert!(judged.iter().any(|step| step.asks.contains("15—20 分，酌情")), "{judged:#?}");
    assert!(judged.iter().all(|step| step.floor_gain == Points::ZERO && step.changes.is_empty()));
}

#[test]
fn steps_are_listed_by_points_by_effort_and_by_row() {
    let policy = rules::henan_2019_194();
    let mut draft = sample();
    let pilot = step(&draft, BEFORE, "planning.areas").unwrap();
    draft.measures.push(zhichuang::draft::Measure {
        cost: zhichuang::draft::Entered::of("3".parse().unwrap()),
        changes: pilot.changes.into(),
        ..Default::default()
    });
    draft.number_new_entries();
    let all = steps(&draft, BEFORE);
    let ids = |order| -> Vec<&str> {
        all.listed(&draft, Chance::Own, order).iter().map(|step| policy.items[step.item].id).collect()
    };
    assert_eq!(ids(Order::Points)[..2], ["goals.completion", "equity.shares"]);
    assert_eq!(ids(Order::Effort)[0], "planning.areas");
    assert_eq!(ids(Order::Row)[..2], ["goals.completion", "team.researchers"]);
}

/// A no was once put forward as a step.
#[test]
fn no_step_asks_for_a_no() {
    for text in [include_str!("cases/ordinary.draft.json"), include_str!("cases/edges.draft.json")] {
        let draft = file::read(rules::henan_2019_194(), text).unwrap();
        for step in steps(&draft, BEFORE).steps {
            assert!(!step.asks.contains("为“否”"), "{}", step.asks);
        }
    }
}
