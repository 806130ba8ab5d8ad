//! What stands beside the points: readings, verdicts and dates of several drafts, and what has to be known before their
//! points are compared.

use crate::calendar::{self, Due, deadlines};
use crate::draft::{Date, Draft, Path};
use crate::policy::Policy;
use crate::policy::pathway::Pathway;
use crate::readiness::{Readiness, judge};
use crate::scenario::words;

/// What is said of each draft in one respect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub label: String,
    /// One for each draft, in their order.
    pub values: Vec<String>,
}

impl Row {
    pub fn differs(&self) -> bool {
        self.values.iter().any(|value| *value != self.values[0])
    }
}

/// Readings and days by which the drafts are scored, as far as they are not the same; the verdict of each stage; and the
/// dates that differ.
pub fn beside(policy: &Policy, pathway: &Pathway, today: Date, drafts: &[&Draft]) -> Vec<Row> {
    let Some(first) = drafts.first() else { return Vec::new() };
    let row = |label: String, said: &dyn Fn(usize) -> String| Row {
        label,
        values: (0..drafts.len()).map(said).collect(),
    };
    let paths = [Path::PeriodFrom, Path::PeriodTo, Path::Discretion].into_iter();
    let paths = paths.chain((0..policy.readings.len()).map(Path::Reading)).map(|path| {
        row(words::path(policy, first, &path), &|at| {
            let value = path.value(policy, drafts[at]);
            value.map_or_else(String::new, |value| words::value(policy, first, &path, &value))
        })
    });
    let judged: Vec<Readiness> = drafts.iter().map(|draft| judge(pathway, draft, today)).collect();
    let stages = pathway.stages.iter().enumerate().map(|(stage, one)| {
        row(format!("阶段：{}", one.name), &|at| judged[at].stages[stage].verdict.label().to_owned())
    });
    let dues: Vec<Vec<Due>> = drafts.iter().map(|draft| calendar::dates(pathway, draft, today)).collect();
    let dates = pathway.dates.iter().enumerate().map(|(rule, one)| {
        row(format!("日期：{}", one.label), &|at| {
            let of_rule = dues[at].iter().filter(|due| due.rule == rule).map(deadlines::days_words);
            of_rule.collect::<Vec<_>>().join("；")
        })
    });
    // Of days and readings that are the same everywhere nothing need be said; a verdict is worth its line in any case.
    paths.filter(Row::differs).chain(stages).chain(dates.filter(Row::differs)).collect()
}

/// Why the points of some drafts can't simply be held against each other.
pub fn caveats(drafts: &[&Draft]) -> Vec<&'static str> {
    let differ = |other: fn(&Draft, &Draft) -> bool| drafts.iter().any(|draft| other(draft, drafts[0]));
    let periods = differ(|one, other| one.period != other.period);
    let readings = differ(|one, other| one.readings != other.readings || one.discretion != other.discretion);
    let all = [
        (periods, "各栏的考评期不一样：同样的材料和年度，可能在一栏计分、在另一栏不计分。"),
        (readings, "各栏的口径或酌情取值不一样：分差里有一部分只是理解不同，不是做了什么。"),
    ];
    all.into_iter().filter_map(|(holds, words)| holds.then_some(words)).collect()
}
