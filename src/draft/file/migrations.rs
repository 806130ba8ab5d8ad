//! Files of older versions, brought up to date one step at a time.
//!
//! Steps are only ever appended: a file of any version goes through all that came after it, so that no step
//! has to know of later ones. Each is held to the files in `tests/drafts/`, which stay for ever.

use std::borrow::Cow;

use super::VERSION;
use crate::draft::json::Json;

/// The first step leads from version 1 to 2. A new [`VERSION`] does not compile without its step.
const STEPS: [fn(Json) -> Json; (VERSION - 1) as usize] = [plans_and_their_beginning];

/// A file of `version` as the newest version has it. What is of no version there ever was stays as it is.
pub fn up_to_date(root: &Json, version: u64) -> Cow<'_, Json> {
    let done = version.checked_sub(1).and_then(|done| usize::try_from(done).ok()).unwrap_or(STEPS.len());
    STEPS.iter().skip(done).fold(Cow::Borrowed(root), |root, step| Cow::Owned(step(root.into_owned())))
}

/// To version 2: whether plans exist and whether they are carried out are two facts (附件 规划目标), and the yearly sums
/// can be marked complete. Version 1 asked for both in one, and took the rows that there were for all.
fn plans_and_their_beginning(mut root: Json) -> Json {
    put(&mut root, "version", Json::from(2));
    if let Some(Json::Object(facts)) = entry(&mut root, "facts") {
        let begun = |(id, value): &(String, Json)| id.starts_with("planning.") && *value == Json::Bool(true);
        let known = facts.iter().any(|(id, _)| id == "planning.begun");
        if !known && facts.iter().any(begun) {
            facts.push(("planning.begun".to_owned(), Json::Bool(true)));
        }
    }
    let has_years = matches!(root.get("finance"), Some(Json::List(years)) if !years.is_empty());
    if has_years {
        match entry(&mut root, "complete") {
            Some(Json::List(lists)) => lists.push("finance".into()),
            // Something else than a list is refused as it was.
            Some(_) => {}
            None => put(&mut root, "complete", Json::List(vec!["finance".into()])),
        }
    }
    root
}

/// The first entry of a key, which is the one that is read.
fn entry<'a>(root: &'a mut Json, key: &str) -> Option<&'a mut Json> {
    match root {
        Json::Object(entries) => entries.iter_mut().find(|(one, _)| one == key).map(|(_, value)| value),
        _ => None,
    }
}

fn put(root: &mut Json, key: &str, value: Json) {
    if let Some(there) = entry(root, key) {
        *there = value;
    } else if let Json::Object(entries) = root {
        entries.push((key.to_owned(), value));
    }
}
