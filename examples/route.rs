//! The cheapest measures of a draft to a target: `cargo run --release --example route -- --target 85 --on declared FILE`,
//! with `--fastest` for the least days first, `--sure` for sure measures only, `--with m1,m2` and `--without m3` for what must
//! and must not be in.
//!
//! One JSON object goes to standard output. A draft that is refused, and measures that are unknown or contradict each
//! other, give an object with errors and make the exit status 1.

use std::process::ExitCode;
use std::{env, fs};

use serde::Serialize;
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
    let (printed, status) = match answer(&goal, &source) {
        Ok(answer) => (serde_json::to_string(&Found::new(&answer)), ExitCode::SUCCESS),
        Err(errors) => (serde_json::to_string(&Refused { errors }), ExitCode::FAILURE),
    };
    match printed {
        Ok(object) => println!("{object}"),
        Err(fault) => eprintln!("route: {fault}"),
    }
    status
}

/// The object for an answer.
#[derive(Serialize)]
struct Found<'a> {
    measures: Vec<&'a str>,
    score: Points,
    cost: String,
    days: u64,
    proved: bool,
    reached: bool,
    /// What no set can be better than, where that is not proved to be this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<Limit>,
}

#[derive(Serialize)]
struct Limit {
    cost: String,
    days: u64,
    score: Points,
}

#[derive(Serialize)]
struct Refused {
    errors: Vec<Fault>,
}

impl Found<'_> {
    fn new(answer: &Answer) -> Found<'_> {
        let cost = number::write_millionths;
        let bound =
            answer.bound.map(|bound| Limit { cost: cost(bound.cost), days: bound.days, score: bound.score });
        Found {
            measures: answer.measures.iter().map(EntryId::as_str).collect(),
            score: answer.score,
            cost: cost(answer.cost),
            days: answer.days,
            proved: answer.proved,
            reached: answer.reached,
            bound,
        }
    }
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
