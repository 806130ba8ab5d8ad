//! What an assessment costs. The views assess at every keystroke, so a full one must be far below what
//! anybody can notice.

use divan::{Bencher, black_box};
use zhichuang::calendar;
use zhichuang::draft::{Draft, Entered, Evidence, date, file};
use zhichuang::policy::Category;
use zhichuang::readiness::judge;
use zhichuang::rules;
use zhichuang::scoring::{assess, explain};

const CASES: [&str; 2] = ["full-marks", "ordinary"];

fn main() {
    divan::main();
}

fn draft(case: &str) -> Draft {
    let text = match case {
        "full-marks" => include_str!("../tests/cases/full-marks.draft.json"),
        _ => include_str!("../tests/cases/ordinary.draft.json"),
    };
    file::read(rules::henan_2019_194(), text).expect("the given cases are valid")
}

#[divan::bench(args = CASES)]
fn assessment(bencher: Bencher, case: &str) {
    let draft = draft(case);
    bencher.bench_local(|| assess(rules::henan_2019_194(), black_box(&draft)));
}

/// The reasons for all items, on top of their figures.
#[divan::bench(args = CASES)]
fn explanations(bencher: Bencher, case: &str) {
    let (policy, draft) = (rules::henan_2019_194(), draft(case));
    let assessment = assess(policy, &draft);
    bencher.bench_local(|| {
        let scores = assessment.items.iter().enumerate();
        scores.map(|(at, score)| explain(policy, black_box(&draft), at, score)).collect::<Vec<_>>()
    });
}

/// All verdicts and all dates of the worked sample, a centre that has been recognised.
#[divan::bench]
fn readiness_and_dates(bencher: Bencher) {
    let text = include_str!("../samples/worked.draft.json");
    let draft = file::read(rules::henan_2019_194(), text).expect("the sample is valid");
    let today = date::parse("2026-11-25").expect("a day");
    let pathway = rules::henan_2023_52();
    bencher.bench_local(|| {
        (judge(pathway, black_box(&draft), today), calendar::dates(pathway, black_box(&draft), today))
    });
}

#[divan::bench]
fn ten_thousand_entries(bencher: Bencher) {
    let mut draft = draft("ordinary");
    let dated = |category: &Category, position: usize| {
        let day = format!("2024-{:02}-{:02}", position % 12 + 1, position % 28 + 1);
        let on = date::parse(&day).map(Entered::of).expect("a day that each month has");
        Evidence { on, title: format!("成果 {position}"), ..Evidence::least(*category) }
    };
    draft.evidence =
        Category::ALL.iter().cycle().zip(0..10_000).map(|(category, at)| dated(category, at)).collect();
    bencher.bench_local(|| assess(rules::henan_2019_194(), black_box(&draft)));
}
