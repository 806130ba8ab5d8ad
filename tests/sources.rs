//! What an item depends on: every change of every place of the given cases is said to be one that its items look at.

use std::fs;

use zhichuang::compare::compare;
use zhichuang::draft::number::Kind;
use zhichuang::draft::{Draft, EntryList, Path, Shape, Value, date, file};
use zhichuang::policy::Policy;
use zhichuang::rules;

fn policy() -> &'static Policy {
    rules::henan_2019_194()
}

/// The given cases that are drafts.
fn cases() -> Vec<(String, Draft)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let drafts = entries.filter(|path| path.to_str().unwrap().ends_with(".draft.json"));
    drafts
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            (path.display().to_string(), file::read(policy(), &text).unwrap())
        })
        .collect()
}

fn paths(draft: &Draft) -> Vec<Path> {
    let finance = draft.finance.iter().flat_map(|row| Path::of_entry(EntryList::Finance, &row.id));
    let members = draft.members.iter().flat_map(|member| Path::of_entry(EntryList::Members, &member.id));
    let evidence = draft.evidence.iter().flat_map(|entry| Path::of_entry(EntryList::Evidence, &entry.id));
    Path::of_draft(policy()).into_iter().chain(finance).chain(members).chain(evidence).collect()
}

/// Values that a place can have: all there are, or some far apart.
fn values(path: &Path) -> Vec<Value> {
    let numbers = |all: &[i64]| all.iter().map(|one| Value::Number((*one).into())).collect::<Vec<_>>();
    let mut values = match path.shape(policy()) {
        Shape::Flag => vec![Value::Flag(false), Value::Flag(true)],
        Shape::Options(all) => (0..all.len() as u8).map(Value::Option).collect(),
        Shape::Day => ["2020-01-01", "2024-06-30", "2026-06-30", "2030-01-01"]
            .map(|day| Value::Day(date::parse(day).unwrap()))
            .to_vec(),
        Shape::Number(Kind::Year) => numbers(&[2020, 2023, 2024, 2025]),
        Shape::Number(_) => numbers(&[1, 20, 60, 1000]),
        Shape::Text => vec![Value::Text("甲".to_owned())],
    };
    values.extend(path.blank());
    values
}

#[track_caller]
fn every_change_is_one_that_is_said(case: &str, what: &str, a: &Draft, b: &Draft) {
    let comparison = compare(policy(), a, b);
    for (item, sides) in policy().items.iter().zip(&comparison.items) {
        assert!(sides.is_same() || !sides.differences.is_empty(), "{case}: {} changes with {what}", item.id);
    }
}

#[test]
fn an_item_that_changes_with_a_place_depends_on_it() {
    let mut changed = 0;
    for (case, draft) in cases() {
        for path in paths(&draft) {
            for value in values(&path) {
                let mut other = draft.clone();
                // What its category does not carry is not put there.
                if path.put(policy(), &mut other, &value).is_ok() {
                    every_change_is_one_that_is_said(&case, &path.write(policy()), &draft, &other);
                    changed += usize::from(other != draft);
                }
            }
        }
    }
    assert!(changed > 3000, "so little was changed: {changed}");
}

#[test]
fn an_item_that_changes_with_an_entry_depends_on_it() {
    for (case, draft) in cases() {
        let lists = [draft.finance.len(), draft.members.len(), draft.evidence.len()];
        for (list, len) in lists.into_iter().enumerate() {
            for at in 0..len {
                let mut other = draft.clone();
                match list {
                    0 => other.finance.remove(at),
                    1 => other.members.remove(at),
                    _ => other.evidence.remove(at),
                }
                let what = format!("list {list}, entry {at}");
                every_change_is_one_that_is_said(&case, &what, &draft, &other);
                every_change_is_one_that_is_said(&case, &what, &other, &draft);
            }
        }
    }
}
