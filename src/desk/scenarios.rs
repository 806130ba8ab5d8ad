//! 试算 and 方案: what is tried out beside the draft, and what is written into it.

use std::sync::Arc;

use leptos::prelude::*;

use super::notice::Action;
use super::side::{Origin, Side};
use super::sides::{self, MOST_SIDES};
use super::state::Desk;
use crate::compare;
use crate::draft::{Difference, Draft, EntryId, Measure, Scenario, Trial};
use crate::scenario;
use crate::session::Command;

impl Desk {
    /// From now on what is typed is tried out and not written into the draft.
    pub fn try_out(self) {
        let trial = Trial::of(&self.main_untracked(), None, String::new());
        self.dispatch(Command::Try(Arc::new(trial)));
        self.say("开始试算：从现在起，填的数只在试算里算，主稿不变；备注、名称和条件的核实照常写进主稿。", None);
    }

    /// Whether nothing is being tried out: the draft does not change below a trial, and no trial takes another's place.
    fn is_free(self) -> bool {
        let is_free = self.main_untracked().trial.is_none();
        if !is_free {
            self.say("正在试算。先把试算存为举措，或者放弃试算，再做这一步；什么都没有变。", None);
        }
        is_free
    }

    /// Tries out some measures together; the one that is reworked, if it is one.
    pub fn try_measures(self, ids: &[EntryId], name: String, reworked: Option<EntryId>) {
        if !self.is_free() {
            return;
        }
        let main = self.main_untracked();
        match scenario::draft_with(self.policy, &main, &scenario::chosen(&main, ids)) {
            Ok(carried) => {
                let trial = Trial::of(&carried.draft, reworked, name);
                self.dispatch(Command::Try(Arc::new(trial)));
                self.say("已放进试算：各页显示的都是试算的数，主稿不变。", None);
            }
            Err(refused) => self.say(refused.message().to_owned(), None),
        }
    }

    pub fn keep_trial(self) {
        let holds_texts = self.main_untracked().trial.as_ref().is_some_and(|trial| trial.holds_texts());
        self.dispatch(Command::KeepTrial);
        let texts = if holds_texts { "还读不成数的文字不进举措，撤销可以找回。" } else { "" };
        let words = format!("已存为举措，主稿没有变。{texts}名称、费用和天数在“举措与方案”里写。");
        self.say(words, Some(Action::Undo));
    }

    pub fn end_trial(self) {
        self.dispatch(Command::EndTrial);
        self.say("试算已放弃，主稿没有变。", Some(Action::Undo));
    }

    pub fn add_measure(self, measure: Measure) {
        let name = scenario::words::name(self.policy, &self.main_untracked(), &measure);
        self.dispatch(Command::AddMeasure(measure));
        self.say(format!("已添加举措“{name}”。"), Some(Action::Undo));
    }

    /// A further scenario as a column of the comparison, in the place of the last one where there are as many as can be; says
    /// which one.
    pub fn compare_with_new(self, measures: Vec<EntryId>, note: String) {
        let mut sides = untrack(|| self.chosen_sides());
        self.add_scenario(measures, note);
        let main = self.main_untracked();
        if let Some(new) = main.scenarios.iter().last() {
            sides.retain(|side| side.origin != Origin::Scenario(new.id.clone()));
            let left = sides.get(MOST_SIDES - 1).map(|left| sides::replaced_words(&new.name, &left.name));
            let replaced = left.unwrap_or_default();
            self.say(format!("已存为“{}”，可以在“比选”里和别的方案放在一起看。{replaced}", new.name), None);
            sides.truncate(MOST_SIDES - 1);
            sides.push(Side { origin: Origin::Scenario(new.id.clone()), name: new.name.clone() });
            self.sides.set(Some(sides));
        }
    }

    /// A further scenario, called after the first letter that none has.
    pub fn add_scenario(self, measures: Vec<EntryId>, note: String) {
        let taken = self.main_untracked();
        let names = ('A'..='Z').map(|letter| format!("方案{letter}"));
        let free = |name: &String| taken.scenarios.iter().all(|one| one.name != *name);
        let name = names.into_iter().find(free).unwrap_or_else(|| "方案".to_owned());
        let scenario = Scenario { name, note, measures: Arc::new(measures), ..Scenario::default() };
        self.dispatch(Command::AddScenario(scenario));
    }

    /// 写入主稿: carries a scenario's changes out, as one step.
    pub fn write_in(self, at: usize) {
        if !self.is_free() {
            return;
        }
        let main = self.main_untracked();
        let Some(scenario) = main.scenarios.get(at) else { return };
        match scenario::written(self.policy, &main, at) {
            Some(Ok((after, left))) => {
                let label = format!("把“{}”写入主稿", sides::name_of(scenario));
                let rest = match left {
                    0 => String::new(),
                    left => format!("；{left} 项没有效果的留在清单里"),
                };
                self.replace(after, label.clone());
                self.say(format!("已{label}，做了的举措已从清单里移走{rest}。"), Some(Action::Undo));
            }
            Some(Err(refused)) => self.say(refused.message().to_owned(), None),
            None => {}
        }
    }

    /// 采用: takes differences from another draft over into this one, with those that they can't be without, as one step.
    pub fn adopt(self, side: &Origin, differences: &[Difference], wanted: &[usize]) {
        if !self.is_free() {
            return;
        }
        let (main, scenario) = (self.main_untracked(), untrack(|| self.measures_behind(side)));
        let needed = compare::needed_with(self.policy, &main, &scenario, differences, wanted);
        match compare::adopt(self.policy, &main, &scenario, differences, wanted) {
            Some(after) => self.take_over(after, needed.len(), !scenario.is_empty()),
            None => self.say("这一处不能单独采用：采用以后草稿会自相矛盾。主稿没有变。", None),
        }
    }

    /// The measures that make a side what it is, where it is a scenario.
    pub fn measures_behind(self, side: &Origin) -> Vec<EntryId> {
        let Origin::Scenario(id) = side else { return Vec::new() };
        let main = self.main_draft();
        main.scenarios.with_id(id).map(|scenario| scenario.measures.to_vec()).unwrap_or_default()
    }

    fn take_over(self, after: Draft, count: usize, of_scenario: bool) {
        let label = format!("采用 {count} 处差别");
        self.replace(after, label.clone());
        let rest = if of_scenario { "这部分举措已做，从清单里移走了。" } else { "" };
        self.say(format!("已{label}，写进了主稿。{rest}"), Some(Action::Undo));
    }
}
