//! Compares two draft files: `cargo run --release --example compare -- A B`.
//!
//! One JSON object goes to standard output: in what the drafts differ, and for each item its figures on both sides and the
//! differences that it depends on. A draft that is refused gives an object with its errors and makes the exit status 1.

use std::process::ExitCode;
use std::{env, fs};

use serde_json::{Map, Value, json};
use zhichuang::compare::{Comparison, compare};
use zhichuang::draft::file::{entry_value, path_value};
use zhichuang::draft::json::Json;
use zhichuang::draft::{Difference, Draft, Fault, file};
use zhichuang::policy::Policy;
use zhichuang::rules;

fn main() -> ExitCode {
    let sources: Vec<String> = env::args().skip(1).collect();
    let [a, b] = sources.as_slice() else {
        eprintln!("用法：compare 草稿文件A 草稿文件B");
        return ExitCode::from(2);
    };
    let policy = rules::henan_2019_194();
    match (read(policy, a), read(policy, b)) {
        (Ok(a), Ok(b)) => {
            println!("{}", object(policy, &compare(policy, &a, &b)));
            ExitCode::SUCCESS
        }
        (a, b) => {
            let errors: Vec<Fault> = [a.err(), b.err()].into_iter().flatten().flatten().collect();
            println!("{}", json!({ "errors": errors }));
            ExitCode::FAILURE
        }
    }
}

/// A draft, or what is wrong with it, by the file's name.
fn read(policy: &Policy, source: &str) -> Result<Draft, Vec<Fault>> {
    let named = |fault: Fault| Fault { path: format!("{source}: {}", fault.path), ..fault };
    let unreadable =
        |fault| vec![Fault { path: source.to_owned(), message: format!("文件读不出来：{fault}") }];
    let bytes = fs::read(source).map_err(unreadable)?;
    let read = file::read_bytes(policy, &bytes);
    read.map(|(draft, _)| draft).map_err(|refused| refused.faults().into_iter().map(named).collect())
}

fn object(policy: &Policy, comparison: &Comparison) -> Value {
    let differences: Vec<Value> = comparison.differences.iter().map(|one| difference(policy, one)).collect();
    let items = policy.items.iter().zip(&comparison.items).map(|(item, sides)| {
        let sides = json!({"a": sides.a, "b": sides.b, "differences": sides.differences});
        (item.id.to_owned(), sides)
    });
    json!({
        "differences": differences,
        "items": items.collect::<Map<String, Value>>(),
        "score": {"a": comparison.a, "b": comparison.b},
    })
}

fn difference(policy: &Policy, difference: &Difference) -> Value {
    let (a, b) = match difference {
        Difference::Value { path, a, b } => (path_value(policy, path, a), path_value(policy, path, b)),
        Difference::OnlyA(entry) => (entry_value(entry), Json::Null),
        Difference::OnlyB(entry) => (Json::Null, entry_value(entry)),
    };
    json!({"path": difference.write(policy), "a": a, "b": b})
}
