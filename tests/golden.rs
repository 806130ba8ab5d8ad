//! Figures worked by hand from the text, never taken from the program's own output.
//!
//! `tests/cases/NAME.draft.json` is a draft and `NAME.expected.json` all its figures.
//! `tests/golden/ITEM.json` is a list of rows for one item, `{why, draft, floor, declared, ceiling}`,
//! where `draft` holds what is added to a blank draft for 2023-07-01 to 2026-06-30 (or its own `period`): every case of the
//! item's table, each limit, and one step to either side of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};
use zhichuang::draft::{Draft, file};
use zhichuang::rules;
use zhichuang::scoring::{Figures, assess};

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Expected {
    floor: String,
    declared: String,
    ceiling: String,
}

impl From<Figures> for Expected {
    fn from(figures: Figures) -> Self {
        Expected {
            floor: figures.floor.to_string(),
            declared: figures.declared.to_string(),
            ceiling: figures.ceiling.to_string(),
        }
    }
}

fn figures(draft: &Draft) -> (Expected, BTreeMap<String, Expected>) {
    let policy = rules::henan_2019_194();
    let assessment = assess(policy, draft);
    let items = policy.items.iter().zip(&assessment.items);
    (assessment.total.into(), items.map(|(item, score)| (item.id.to_owned(), score.figures.into())).collect())
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let entries = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries.filter(|path| path.to_string_lossy().ends_with(ending)).collect();
    found.sort();
    found
}

fn read_draft(value: &Value) -> Draft {
    file::read(rules::henan_2019_194(), &value.to_string())
        .unwrap_or_else(|refused| panic!("{:#?}", refused.faults()))
}

#[test]
fn whole_drafts_give_the_figures_worked_for_them() {
    #[derive(Deserialize)]
    struct Whole {
        score: Expected,
        items: BTreeMap<String, Expected>,
    }
    let drafts = files("cases", ".draft.json");
    assert!(drafts.len() >= 10, "the given cases are there");
    for path in drafts {
        let draft = read_draft(&serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap());
        let expected = path.to_string_lossy().replace(".draft.json", ".expected.json");
        let expected: Whole = serde_json::from_str(&fs::read_to_string(expected).unwrap()).unwrap();
        let (score, items) = figures(&draft);
        assert_eq!(items, expected.items, "{}", path.display());
        assert_eq!(score, expected.score, "{}", path.display());
    }
}

#[derive(Deserialize)]
struct Row {
    why: String,
    draft: Value,
    #[serde(flatten)]
    expected: Expected,
}

#[test]
fn every_limit_of_every_item_decides_as_the_text_says() {
    let policy = rules::henan_2019_194();
    let files = files("golden", ".json");
    assert_eq!(files.len(), policy.items.len(), "one file an item");
    let mut wrong = Vec::new();
    for path in files {
        let item = path.file_stem().unwrap().to_string_lossy().into_owned();
        let rows: Vec<Row> = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        assert!(rows.len() >= 10, "{item} has its limits covered");
        for row in rows {
            let mut draft = json!({
                "format": "zhichuang-draft", "version": 2, "policy": policy.id, "name": row.why,
                "period": {"from": "2023-07-01", "to": "2026-06-30"},
            });
            draft.as_object_mut().unwrap().extend(row.draft.as_object().unwrap().clone());
            let got = figures(&read_draft(&draft)).1.remove(&item);
            if got.as_ref() != Some(&row.expected) {
                wrong.push(format!("{item}: {}\n  expected {:?}\n  got      {got:?}", row.why, row.expected));
            }
        }
    }
    assert!(wrong.is_empty(), "{} rows differ:\n{}", wrong.len(), wrong.join("\n"));
}
