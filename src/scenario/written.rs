//! 写入主稿: what the draft is once a scenario was carried out in it.

use super::{Refusal, draft_with, measures_of};
use crate::draft::{Draft, EntryId};
use crate::policy::Policy;

/// The draft with the scenario at this position carried out, and how many of its measures are left because they had no
/// effect at all. The others are no plan any more: they go, also from other scenarios, whose figures stay what they are, and
/// would count twice if they stayed. None where there is no such scenario.
pub fn written(policy: &Policy, main: &Draft, at: usize) -> Option<Result<(Draft, usize), Refusal>> {
    let measures = measures_of(main, main.scenarios.get(at)?);
    let carried = match draft_with(policy, main, &measures) {
        Ok(carried) => carried,
        Err(refusal) => return Some(Err(refusal)),
    };
    let idle = |at: usize| carried.idle.iter().filter(|(one, _)| *one == at).count();
    let is_done = |at: &usize| idle(*at) < measures[*at].changes.len();
    let done: Vec<&EntryId> = (0..measures.len()).filter(is_done).map(|at| &measures[at].id).collect();
    let left = measures.len() - done.len();
    let mut after = carried.draft.clone();
    if left == 0 {
        after.scenarios.remove(at);
    }
    for id in done {
        if let Some(at) = after.measures.position_of(id) {
            after.remove_measure(at);
        }
    }
    Some(Ok((after, left)))
}
