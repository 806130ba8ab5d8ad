//! What the open draft is compared with: scenarios, former states, other drafts, files.

use std::sync::Arc;

use leptos::prelude::*;

use super::clock::day_and_time;
use super::side::{Origin, Side};
use super::state::Desk;
use crate::draft::{Draft, EntryId, Scenario, name};
use crate::scenario::{self, words};
use crate::storage::Backup;

/// As many as stand beside the draft itself.
pub const MOST_SIDES: usize = 3;

/// A side as it stands: its draft, what it costs and how long it takes, or why it has no figures.
pub type Standing = Result<(Arc<Draft>, Option<(i128, u64)>), String>;

fn up_to_date(main: &Draft, side: Side) -> Option<Side> {
    match &side.origin {
        Origin::Scenario(id) => main.scenarios.with_id(id).map(of_scenario),
        _ => Some(side),
    }
}

fn of_scenario(scenario: &Scenario) -> Side {
    Side { origin: Origin::Scenario(scenario.id.clone()), name: name_of(scenario) }
}

/// That a further side took another's place.
pub fn replaced_words(new: &str, old: &str) -> String {
    format!("“{new}”代替了“{old}”：最多和三个比。")
}

/// What a scenario is called, also without a name.
pub fn name_of(scenario: &Scenario) -> String {
    let name = scenario.name.trim();
    if name.is_empty() { "（没有名称的方案）".to_owned() } else { name.to_owned() }
}

impl Desk {
    /// What can be chosen: the scenarios, the former states, and the other drafts.
    pub fn possible_sides(self) -> Vec<Side> {
        self.watch_drafts();
        let main = self.main_draft();
        let mut all: Vec<Side> = main.scenarios.iter().map(of_scenario).collect();
        let open = self.open_id.get();
        if let Some(id) = &open {
            let former = |backup: Backup| Side {
                name: format!("历史 {}", day_and_time(backup.saved_at)),
                origin: Origin::Former(backup),
            };
            all.extend(self.backups(id).into_iter().map(former));
        }
        let others = self.last_drafts().into_iter().filter(|listed| Some(&listed.id) != open.as_ref());
        all.extend(others.map(|listed| Side {
            name: format!("草稿 {}", name::shown(&listed.name)),
            origin: Origin::Draft(listed.id),
        }));
        all
    }

    /// What is chosen; the first scenarios before anything was.
    pub fn chosen_sides(self) -> Vec<Side> {
        match self.sides.get() {
            // What was renamed is called by its new name, and a scenario that is gone stands beside nothing.
            Some(sides) => {
                let main = self.main_draft();
                sides.into_iter().filter_map(|side| up_to_date(&main, side)).collect()
            }
            None => {
                let scenarios = self.possible_sides().into_iter();
                let first = scenarios.filter(|side| matches!(side.origin, Origin::Scenario(_)));
                first.take(MOST_SIDES).collect()
            }
        }
    }

    /// The draft of a side as it is now.
    pub fn standing(self, side: &Side) -> Standing {
        match &side.origin {
            Origin::Scenario(id) => {
                let main = self.main_draft();
                let Some(scenario) = main.scenarios.with_id(id) else {
                    return Err("这个方案已经删除。".to_owned());
                };
                let measures = scenario::measures_of(&main, scenario);
                let cost = scenario::cost_and_days(measures.iter().copied());
                let carried = scenario::draft_with(self.policy, &main, &measures);
                carried
                    .map(|carried| (Arc::new(carried.draft), Some(cost)))
                    .map_err(|refused| refused.message().to_owned())
            }
            Origin::Former(backup) => self
                .open_backup(backup)
                .map(|opened| (Arc::new(opened.draft), None))
                .map_err(|fault| fault.to_string()),
            Origin::Draft(id) => {
                self.watch_drafts();
                self.read_draft(id).map(|draft| (Arc::new(draft), None)).map_err(|fault| fault.to_string())
            }
            Origin::File(_, draft) => Ok((draft.clone(), None)),
        }
    }

    /// What the measures of a scenario do, a sentence for each.
    pub fn measures_words(self, id: &EntryId) -> Vec<String> {
        let main = self.main_draft();
        let Some(scenario) = main.scenarios.with_id(id) else { return Vec::new() };
        let measures = scenario::measures_of(&main, scenario);
        measures.iter().map(|measure| words::name(self.policy, &main, measure)).collect()
    }
}
