//! What is done to measures and scenarios, and to what is being tried out as a whole.

use std::sync::Arc;

use super::Command;
use crate::draft::{Draft, EntryId, Measure};
use crate::policy::Policy;
use crate::scenario::trial::as_changes;

/// The draft after such a command; none of any other.
pub fn apply(command: &Command, policy: &Policy, draft: &Draft) -> Option<Draft> {
    let mut draft = draft.clone();
    match command {
        Command::AddMeasure(measure) => draft.measures.push(measure.clone()),
        Command::DuplicateMeasure(at) => {
            let measure = draft.measures.get(*at).cloned()?;
            let name =
                if measure.name.is_empty() { String::new() } else { format!("{}（副本）", measure.name) };
            draft.measures.push(Measure { id: EntryId::default(), name, ..measure });
        }
        Command::DropChange(at, change) => {
            let measure = draft.measures.get_mut(*at).filter(|measure| *change < measure.changes.len())?;
            Arc::make_mut(&mut measure.changes).remove(*change);
        }
        Command::AddScenario(scenario) => draft.scenarios.push(scenario.clone()),
        Command::Choose(at, id, chosen) => {
            let scenario = draft.scenarios.get_mut(*at)?;
            if scenario.measures.contains(id) != *chosen {
                let measures = Arc::make_mut(&mut scenario.measures);
                measures.retain(|one| one != id);
                measures.extend(chosen.then(|| id.clone()));
            }
        }
        Command::Try(trial) => draft.trial = Some(trial.clone()),
        Command::EndTrial => draft.trial = None,
        Command::KeepTrial => keep_trial(policy, &mut draft),
        _ => return None,
    }
    let trial = draft.trial.take();
    draft.number_new_entries();
    Some(Draft { trial, ..draft })
}

fn keep_trial(policy: &Policy, draft: &mut Draft) {
    let changes = Arc::new(as_changes(policy, draft));
    let began_with = draft.trial.take().and_then(|trial| trial.measure.clone());
    match began_with.and_then(|id| draft.measures.with_id_mut(&id)) {
        Some(measure) => measure.changes = changes,
        None => draft.measures.push(Measure { changes, ..Measure::default() }),
    }
}

/// A measure that is gone is in no scenario any more.
pub fn remove(draft: &mut Draft, at: usize) {
    let Some(id) = draft.measures.get(at).map(|measure| measure.id.clone()) else { return };
    draft.measures.remove(at);
    for scenario in draft.scenarios.iter_mut() {
        if scenario.measures.contains(&id) {
            Arc::make_mut(&mut scenario.measures).retain(|one| *one != id);
        }
    }
}
