//! Files of older versions, brought up to date one step at a time.
//!
//! Steps are only ever appended: a file of any version goes through all that came after it, so that no step
//! has to know of later ones. Each is held to the files in `tests/drafts/`, which stay for ever.

use std::borrow::Cow;

use super::VERSION;
use crate::draft::json::Json;

/// The first step leads from version 1 to 2. A new [`VERSION`] does not compile without its step.
const STEPS: [fn(Json) -> Json; (VERSION - 1) as usize] = [];

/// A file of `version` as the newest version has it.
pub fn up_to_date(root: &Json, version: u64) -> Cow<'_, Json> {
    let done = usize::try_from(version.saturating_sub(1)).unwrap_or(STEPS.len());
    STEPS.iter().skip(done).fold(Cow::Borrowed(root), |root, step| Cow::Owned(step(root.into_owned())))
}
