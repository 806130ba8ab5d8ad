//! Compares two draft files: `cargo run --release --example compare -- A B`.
//!
//! One JSON object goes to standard output: in what the drafts differ, and for each item its figures on both sides and the
//! differences that it depends on. A draft that is refused gives an object with its errors and makes the exit status 1.

use std::process::ExitCode;
use std::{env, fs};

use serde::Serialize;
use zhichuang::compare::{Comparison, compare};
use zhichuang::draft::file::{entry_value, path_value};
use zhichuang::draft::json::Json;
use zhichuang::draft::{Difference, Draft, Fault, file};
use zhichuang::policy::Policy;
use zhichuang::report::ById;
use zhichuang::rules;
use zhichuang::scoring::Figures;

fn main() -> ExitCode {
    let sources: Vec<String> = env::args().skip(1).collect();
    let [a, b] = sources.as_slice() else {
        eprintln!("用法：compare 草稿文件A 草稿文件B");
        return ExitCode::from(2);
    };
    let policy = rules::henan_2019_194();
    let (printed, status) = match (read(policy, a), read(policy, b)) {
        (Ok(a), Ok(b)) => {
            (serde_json::to_string(&Compared::new(policy, &compare(policy, &a, &b))), ExitCode::SUCCESS)
        }
        (a, b) => {
            let errors = [a.err(), b.err()].into_iter().flatten().flatten().collect();
            (serde_json::to_string(&Refused { errors }), ExitCode::FAILURE)
        }
    };
    match printed {
        Ok(object) => println!("{object}"),
        Err(fault) => eprintln!("compare: {fault}"),
    }
    status
}

/// The object for two drafts.
#[derive(Serialize)]
struct Compared {
    differences: Vec<Differing>,
    items: ById<ItemSides>,
    score: Sides<Figures>,
}

/// A value or an entry on each side; null where it is blank, or there is none.
#[derive(Serialize)]
struct Differing {
    path: String,
    #[serde(flatten)]
    sides: Sides<Json>,
}

#[derive(Serialize)]
struct Sides<T> {
    a: T,
    b: T,
}

#[derive(Serialize)]
struct ItemSides {
    #[serde(flatten)]
    sides: Sides<Figures>,
    /// Positions of the differences that it depends on.
    differences: Vec<usize>,
}

#[derive(Serialize)]
struct Refused {
    errors: Vec<Fault>,
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

impl Compared {
    fn new(policy: &Policy, comparison: &Comparison) -> Compared {
        let items = policy.items.iter().zip(&comparison.items).map(|(item, one)| {
            let sides = Sides { a: one.a, b: one.b };
            (item.id, ItemSides { sides, differences: one.differences.clone() })
        });
        Compared {
            differences: comparison.differences.iter().map(|one| differing(policy, one)).collect(),
            items: items.collect(),
            score: Sides { a: comparison.a, b: comparison.b },
        }
    }
}

fn differing(policy: &Policy, difference: &Difference) -> Differing {
    let (a, b) = match difference {
        Difference::Value { path, a, b } => (path_value(policy, path, a), path_value(policy, path, b)),
        Difference::OnlyA(entry) => (entry_value(entry), Json::Null),
        Difference::OnlyB(entry) => (Json::Null, entry_value(entry)),
    };
    Differing { path: difference.write(policy), sides: Sides { a, b } }
}
