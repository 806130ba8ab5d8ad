//! The cheapest measures of a draft to a target: `cargo run --release --example route -- --target 85 --on declared FILE`,
//! with `--fastest` for the least days first, `--sure` for sure measures only, `--with m1,m2` and `--without m3` for what must
//! and must not be in.
//!
//! One JSON object goes to standard output. A draft that is refused, and measures that are unknown or contradict each
//! other, give an object with errors and make the exit status 1.

use std::process::ExitCode;
use std::{env, fs};

use serde_json::{Value, json};
use zhichuang::draft::number::{self, Kind};
use zhichuang::draft::{EntryId, Fault, file};
use zhichuang::policy::Points;
use zhichuang::route::{self, Answer, Goal, On, Prefer};
use zhichuang::rules;

const USAGE: &str = "用法：route --target 分数 [--on floor|declared|ceiling] [--fastest] [--sure] [--with m1,m2] [--without m3] 草稿文件";

fn main() -> ExitCode {
    let Some((goal, source)) = arguments(env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let answer = answer(&goal, &source);
    let status = if answer.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    println!("{}", answer.map_or_else(|errors| json!({ "errors": errors }), |answer| object(&answer)));
    status
}

/// What is asked for, and of which file.
fn arguments(mut all: impl Iterator<Item = String>) -> Option<(Goal, String)> {
    let (mut goal, mut target, mut source) = (Goal::default(), None, None);
    let ids = |list: String| list.split(',').filter(|id| !id.is_empty()).map(EntryId::new).collect();
    while let Some(one) = all.next() {
        match one.as_str() {
            "--target" => target = Some(points(&all.next()?)?),
            "--on" => goal.on = On::from_id(&all.next()?)?,
            "--fastest" => goal.prefer = Prefer::Fastest,
            "--sure" => goal.only_sure = true,
            "--with" => goal.with = ids(all.next()?),
            "--without" => goal.without = ids(all.next()?),
            _ if source.is_none() && !one.starts_with("--") => source = Some(one),
            _ => return None,
        }
    }
    goal.target = target?;
    Some((goal, source?))
}

fn points(text: &str) -> Option<Points> {
    let most = Kind::Points { max: number::MOST_POINTS };
    number::parse_plain(text, most).ok().map(route::target)
}

fn answer(goal: &Goal, source: &str) -> Result<Answer, Vec<Fault>> {
    let policy = rules::henan_2019_194();
    let unreadable = |fault| vec![Fault { path: String::new(), message: format!("文件读不出来：{fault}") }];
    let bytes = fs::read(source).map_err(unreadable)?;
    let (draft, _) = file::read_bytes(policy, &bytes).map_err(|refused| refused.faults())?;
    route::route(policy, &draft, goal)
}

fn object(answer: &Answer) -> Value {
    let ids: Vec<String> = answer.measures.iter().map(EntryId::to_string).collect();
    let mut object = json!({
        "measures": ids,
        "score": answer.score,
        "cost": number::write_millionths(answer.cost),
        "days": answer.days,
        "proved": answer.proved,
        "reached": answer.reached,
    });
    if let Some(bound) = answer.bound {
        let cost = number::write_millionths(bound.cost);
        object["bound"] = json!({"cost": cost, "days": bound.days, "score": bound.score});
    }
    object
}
