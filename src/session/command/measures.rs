//! What is done to measures and scenarios, and to what is being tried out as a whole.

use std::sync::Arc;

use super::Command;
use crate::draft::{Change, Draft, EntryId, Measure, differences};
use crate::policy::Policy;
use crate::scenario::trial::as_changes;
use crate::scenario::{Carried, draft_with};

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
    draft.number_new_entries();
    Some(draft)
}

/// The measure that a trial began with takes up what was tried, and keeps those of its changes that have no effect as things
/// stand: the trial says nothing of them.
fn keep_trial(policy: &Policy, draft: &mut Draft) {
    let mut changes = as_changes(policy, draft);
    let Some(trial) = draft.trial.take() else { return };
    let began_with = trial.measure.as_ref().and_then(|id| draft.measures.with_id(id)).cloned();
    let Some(measure) = began_with else {
        let name = trial.name.clone();
        return draft.measures.push(Measure { name, changes: Arc::new(changes), ..Measure::default() });
    };
    let is_idle = |change: &&Change| {
        let alone = Measure { changes: Arc::new(vec![(*change).clone()]), ..Measure::default() };
        let touched = change.path().is_some_and(|path| changes.iter().any(|one| one.path() == Some(path)));
        let without_effect = |carried: Carried| differences(policy, draft, &carried.draft).is_empty();
        !touched && draft_with(policy, draft, &[&alone]).is_ok_and(without_effect)
    };
    let idle: Vec<Change> = measure.changes.iter().filter(is_idle).cloned().collect();
    changes.extend(idle);
    if let Some(measure) = draft.measures.with_id_mut(&measure.id) {
        measure.changes = Arc::new(changes);
    }
}
