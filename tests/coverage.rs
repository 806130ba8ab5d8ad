//! Both documents article by article: `docs/coverage.md` has a row for each, and names only what is there.

use std::collections::BTreeSet;

use zhichuang::policy::{Consequence, Duty};
use zhichuang::rules;

const COVERAGE: &str = include_str!("../docs/coverage.md");

const NUMBERS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// A Chinese number from 1 to 39.
fn chinese(number: usize) -> String {
    let (tens, ones) = (number / 10, number % 10);
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", NUMBERS[tens - 1]),
    };
    if ones == 0 { tens } else { format!("{tens}{}", NUMBERS[ones - 1]) }
}

/// The documents' own lists of contents.
fn articles() -> Vec<String> {
    let mut all = Vec::new();
    for number in 1..=33 {
        let article = format!("考核评估办法 第{}条", chinese(number));
        match number {
            6 => {
                all.push(format!("{article}（一）"));
                all.extend((1..=6).map(|task| format!("{article}（二）{task}")));
                all.push(format!("{article}（三）"));
            }
            _ => all.push(article),
        }
    }
    all.extend(rules::henan_2019_194().indicators.iter().map(|one| format!("附件 {}", one.name)));
    let mut section = |chapter: &str, sections: usize, parts: &[(usize, usize)]| {
        for number in 1..=sections {
            let name = format!("实施方案 {chapter}（{}）", chinese(number));
            match parts.iter().find(|(section, _)| *section == number) {
                Some((_, parts)) => all.extend((1..=*parts).map(|part| format!("{name}{part}"))),
                None => all.push(name),
            }
        }
    };
    section("一", 3, &[]);
    section("二", 3, &[(3, 2)]);
    section("三", 2, &[(1, 5), (2, 8)]);
    section("四", 5, &[]);
    section("五", 5, &[]);
    for number in 1..=9 {
        let article = format!("工作规程 第{}条", chinese(number));
        let steps = match number {
            6 => 4,
            7 => 3,
            _ => 0,
        };
        match steps {
            0 => all.push(article),
            steps => all.extend((1..=steps).map(|step| format!("{article} 第{}步", chinese(step)))),
        }
    }
    all
}

/// The rows of all tables: the article, and where it is in the program.
fn rows() -> Vec<(String, String)> {
    let cells = |line: &'static str| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<&str>>();
    COVERAGE
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(cells)
        .map(|cells| (cells[0].trim_matches('`').to_owned(), cells[2].to_owned()))
        .collect()
}

#[test]
fn every_article_has_a_row_and_every_row_an_article() {
    let rows: Vec<String> = rows().into_iter().map(|(article, _)| article).collect();
    assert_eq!(rows, articles());
}

#[test]
fn every_row_says_where_or_why_not() {
    let empty: Vec<String> =
        rows().into_iter().filter(|(_, place)| place.chars().count() < 10).map(|row| row.0).collect();
    assert!(empty.is_empty(), "{empty:?}");
}

/// All ids that the program goes by.
fn ids() -> BTreeSet<&'static str> {
    let (table, pathway) = (rules::henan_2019_194(), rules::henan_2023_52());
    let mut all: BTreeSet<&str> = table.items.iter().map(|item| item.id).collect();
    all.extend(pathway.requirements.iter().map(|one| one.id));
    all.extend(pathway.dates.iter().map(|date| date.id));
    all.extend(Consequence::ALL.iter().map(|one| one.id()));
    all.extend(Duty::ALL.iter().map(|duty| duty.id()));
    all
}

#[test]
fn what_it_names_is_there_and_what_is_there_it_names() {
    let named: BTreeSet<String> = rows()
        .iter()
        .flat_map(|(_, place)| place.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<String>>())
        .collect();
    let known = ids();
    // Facts and readings may be named too.
    let facts: BTreeSet<&str> = rules::henan_2019_194().facts.iter().map(|fact| fact.id).collect();
    let readings: BTreeSet<&str> = rules::henan_2019_194().readings.iter().map(|reading| reading.id).collect();
    let unknown: Vec<&String> = named
        .iter()
        .filter(|id| {
            !known.contains(id.as_str()) && !facts.contains(id.as_str()) && !readings.contains(id.as_str())
        })
        .collect();
    assert!(unknown.is_empty(), "named and not there: {unknown:?}");
    let unnamed: Vec<&&str> = known.iter().filter(|id| !named.contains(**id)).collect();
    assert!(unnamed.is_empty(), "there and not named: {unnamed:?}");
}

/// A clause of the pathway stands in an article of the list, such as 实施方案 三（一）2 in itself.
#[test]
fn every_clause_stands_in_an_article() {
    let articles = articles();
    let pathway = rules::henan_2023_52();
    let mut places: Vec<&str> = pathway.requirements.iter().map(|one| one.clause.place).collect();
    places.extend(pathway.dates.iter().flat_map(|date| date.clauses).map(|(_, clause)| clause.place));
    places.extend(pathway.consequences.iter().map(|(_, clause)| clause.place));
    places.extend(pathway.duties.iter().map(|duty| duty.clause.place));
    let strange: Vec<&&str> = places
        .iter()
        .filter(|place| !articles.iter().any(|article| place.starts_with(article.as_str())))
        .collect();
    assert!(strange.is_empty(), "{strange:?}");
}
