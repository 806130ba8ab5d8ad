//! What an assessment looks like outside: to the command line, and to other pages.

use crate::calendar::{self, Due};
use crate::draft::file::Refused;
use crate::draft::json::Json;
use crate::draft::{Draft, Fault};
use crate::policy::{Date, Item, Pathway, Policy, Stage};
use crate::readiness::{StageStanding, judge};
use crate::scoring::{Figures, ItemScore, assess};

/// The figures of a draft as `{"score": {…}, "items": {"ID": {…}}, "readiness": {"STAGE": {"verdict": "…",
/// "states": {…}}}, "dates": [{"id": "…", "from": "…", "to": "…"}]}`, an annual report also with its `year` and, where the
/// text leaves open whether it is due, `"doubtful": true`; points as decimals with two places, all in the
/// order of the documents, as of a day; or, of a draft that was refused, its faults as
/// `{"errors": [{"path": "…", "message": "…"}]}`.
pub fn report(policy: &Policy, pathway: &Pathway, draft: &Result<Draft, Refused>, today: Date) -> Json {
    match draft {
        Ok(draft) => {
            let assessment = assess(policy, draft);
            let item = |(item, score): (&Item, &ItemScore)| (item.id.to_owned(), figures(score.figures));
            let items = policy.items.iter().zip(&assessment.items).map(item).collect();
            object([
                ("score", figures(assessment.total)),
                ("items", Json::Object(items)),
                ("readiness", readiness(pathway, draft, today)),
                (
                    "dates",
                    Json::List(
                        calendar::dates(pathway, draft, today).iter().map(|due| date(pathway, due)).collect(),
                    ),
                ),
            ])
        }
        Err(refused) => errors(&refused.faults()),
    }
}

fn readiness(pathway: &Pathway, draft: &Draft, today: Date) -> Json {
    let judged = judge(pathway, draft, today);
    let stage = |(stage, standing): (&Stage, &StageStanding)| {
        let state = |at: usize| (pathway.requirements[at].id.to_owned(), judged.states[at].id().into());
        let states = Json::Object(stage.requirements().map(state).collect());
        (stage.id.to_owned(), object([("verdict", standing.verdict.id().into()), ("states", states)]))
    };
    Json::Object(pathway.stages.iter().zip(&judged.stages).map(stage).collect())
}

fn date(pathway: &Pathway, due: &Due) -> Json {
    let day = |day: Date| Json::Text(day.to_string());
    let id = Json::Text(pathway.dates[due.rule].id.to_owned());
    let mut entries = vec![("id", id), ("from", day(due.from)), ("to", day(due.to))];
    entries.extend(due.year.map(|year| ("year", Json::Number(year.to_string()))));
    entries.extend(due.doubt.map(|_| ("doubtful", Json::Bool(true))));
    Json::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// The report of something that is no draft.
pub fn errors(faults: &[Fault]) -> Json {
    let text = |text: &str| Json::Text(text.to_owned());
    let error = |fault: &Fault| object([("path", text(&fault.path)), ("message", text(&fault.message))]);
    object([("errors", Json::List(faults.iter().map(error).collect()))])
}

fn figures(Figures { floor, declared, ceiling }: Figures) -> Json {
    let points = [("floor", floor), ("declared", declared), ("ceiling", ceiling)];
    object(points.map(|(name, points)| (name, Json::Text(points.to_string()))))
}

fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    Json::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}
