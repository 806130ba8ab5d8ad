//! What an assessment looks like outside: to the command line, and to other pages.

use crate::draft::file::Refused;
use crate::draft::json::Json;
use crate::draft::{Draft, Fault};
use crate::policy::Policy;
use crate::scoring::{Figures, assess};

/// The figures of a draft as `{"score": {…}, "items": {"ID": {…}}}`, points as decimals with two places,
/// items in the order of the table; or, of a draft that was refused, its faults as
/// `{"errors": [{"path": "…", "message": "…"}]}`.
pub fn report(policy: &Policy, draft: &Result<Draft, Refused>) -> Json {
    match draft {
        Ok(draft) => {
            let assessment = assess(policy, draft);
            let item = |(item, score): (&crate::policy::Item, &crate::scoring::ItemScore)| {
                (item.id.to_owned(), figures(score.figures))
            };
            let items = policy.items.iter().zip(&assessment.items).map(item).collect();
            object([("score", figures(assessment.total)), ("items", Json::Object(items))])
        }
        Err(refused) => errors(&refused.faults()),
    }
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
