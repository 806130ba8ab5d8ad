//! The page speaks the words of `docs/glossary.md`, and none that they took the place of.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use zhichuang::draft::{Discretion, ListName};
use zhichuang::policy::{NoteKind, Rank};
use zhichuang::readiness::{State, Verdict};

const GLOSSARY: &str = include_str!("../docs/glossary.md");

/// The rows: the word, its place in the code, and the words that it is not.
fn rows() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
    let cells = |line: &'static str| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<&str>>();
    let rows = GLOSSARY.lines().filter(|line| line.starts_with("| ")).skip(1).map(cells);
    rows.map(|row| {
        (row[0], row[1].trim_matches('`'), row[3].split('、').filter(|word| !word.is_empty()).collect())
    })
    .collect()
}

/// Everything that words of the page stand in, by its path.
fn texts() -> Vec<(String, String)> {
    fn below(folder: &Path, all: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                below(&path, all);
            } else {
                // Comments may quote any word.
                let text = fs::read_to_string(&path).unwrap();
                let lines = text
                    .lines()
                    .map(str::trim_start)
                    .filter(|line| !line.starts_with("//") && !line.starts_with('#'));
                all.push((path.display().to_string(), lines.collect::<Vec<&str>>().join("\n")));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    below(&root.join("src"), &mut all);
    below(&root.join("policies"), &mut all);
    for file in ["index.html", "README.zh-CN.md", "samples/worked.draft.json"] {
        all.push((file.to_owned(), fs::read_to_string(root.join(file)).unwrap()));
    }
    all
}

#[test]
fn every_word_stands_on_the_page() {
    let texts = texts();
    let missing: Vec<&str> = rows()
        .into_iter()
        .map(|(word, ..)| word)
        .filter(|word| !texts.iter().any(|(_, text)| text.contains(word)))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(rows().len() > 40, "{}", rows().len());
}

#[test]
fn no_word_stands_there_that_another_took_the_place_of() {
    let texts = texts();
    let mut found = Vec::new();
    for (word, _, former) in rows() {
        for former in former {
            let places = texts.iter().filter(|(_, text)| text.contains(former)).map(|(path, _)| path);
            found.extend(places.map(|path| format!("{former} for {word} in {path}")));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn labels_are_the_words_of_the_glossary() {
    let mut labels: BTreeMap<String, &str> = BTreeMap::new();
    labels.extend(State::ALL.map(|one| (format!("State::{one:?}"), one.label())));
    labels.extend(Discretion::ALL.map(|one| (format!("Discretion::{one:?}"), one.label())));
    labels.extend(NoteKind::ALL.iter().map(|one| (format!("NoteKind::{one:?}"), one.label())));
    for one in [Verdict::Ready, Verdict::Unverified, Verdict::Blocked] {
        labels.insert(format!("Verdict::{one:?}"), one.label());
    }
    labels.insert("Rank::None".to_owned(), Rank::None.label());
    labels.insert("ListName::Finance".to_owned(), ListName::Finance.label());
    let listed: BTreeMap<&str, &str> = rows().into_iter().map(|(word, code, _)| (code, word)).collect();
    for (code, label) in &labels {
        assert_eq!(listed.get(code.as_str()), Some(label), "{code}");
    }
}
