//! What is asked of the route, and its three answers.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::Desk;
use crate::draft::number::Kind;
use crate::draft::{Certainty, Draft, EntryId, Fault, field};
use crate::policy::Points;
use crate::route::{self, Answer, Explored, Goal, Groups, On, Prefer};

/// The three goals that are offered side by side: 最省钱, 最快, 最稳妥.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goals([(&'static str, Goal); 3]);

/// One of the three, with its answer or with what stands in its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub title: &'static str,
    pub goal: Goal,
    pub answer: Result<Answer, String>,
}

impl Goals {
    /// What must not be in, whichever is asked.
    fn without(&self) -> Vec<EntryId> {
        self.0[0].1.without.clone()
    }

    /// The target before another is typed.
    pub const TARGET: &str = "85";

    pub fn control(id: &EntryId) -> String {
        format!("route.{id}")
    }

    pub fn on_options() -> Vec<(String, String)> {
        let declared_first = [On::Declared, On::Floor, On::Ceiling];
        declared_first.map(|on| (on.id().to_owned(), on.label().to_owned())).to_vec()
    }

    pub fn constraint_options() -> Vec<(String, String)> {
        [("", "随意"), ("with", "必须采用"), ("without", "不用")]
            .map(|(id, label)| (id.to_owned(), label.to_owned()))
            .to_vec()
    }
}

impl Desk {
    /// What stands in the form, or what is wrong with it.
    pub fn goals(self) -> Memo<Result<Goals, String>> {
        Memo::new(move |_| {
            let text = self.form("target");
            let text = if text.trim().is_empty() { Goals::TARGET } else { text.as_str() };
            let most = (self.policy.total.hundredths() / 100) as u32;
            let target =
                field::read_number(text, Kind::Points { max: most }).map_err(|fault| fault.to_string())?;
            let main = self.main_draft();
            let marked = |mark: &str| -> Vec<EntryId> {
                // What claims points is no measure, and can't be marked.
                let ids = main.measures.iter().filter(|one| !one.claims()).map(|measure| measure.id.clone());
                ids.filter(|id| self.form(&Goals::control(id)) == mark).collect()
            };
            let cheapest = Goal {
                target: target.map_or(Points::ZERO, route::target),
                on: On::from_id(&self.form("target.on")).unwrap_or_default(),
                with: marked("with"),
                without: marked("without"),
                ..Goal::default()
            };
            let fastest = Goal { prefer: Prefer::Fastest, ..cheapest.clone() };
            let surest = Goal { on: On::Floor, only_sure: true, ..cheapest.clone() };
            Ok(Goals([("最省钱", cheapest), ("最快", fastest), ("最稳妥", surest)]))
        })
    }

    /// The answers, worked out anew with the draft and the goals. What all sets come to does not depend on the target: it is
    /// worked out once for the digits of it.
    pub fn answers(self, goals: Memo<Result<Goals, String>>) -> Memo<Arc<Vec<Offer>>> {
        let without = Memo::new(move |_| goals.with(|goals| goals.as_ref().ok().map(Goals::without)));
        let explored = Memo::new(move |_| {
            let without = without.get()?;
            Some(Explored::of(self.policy, &self.main_draft(), |one| !without.contains(&one.id)).groups())
        });
        Memo::new(move |_| match (goals.get(), explored.get()) {
            (Ok(goals), Some(groups)) => Arc::new(answers(self, &self.main_draft(), &goals, groups)),
            _ => Arc::default(),
        })
    }
}

fn answers(desk: Desk, main: &Draft, goals: &Goals, groups: Groups) -> Vec<Offer> {
    let without = goals.without();
    let all = Explored::with(desk.policy, main, |measure| !without.contains(&measure.id), Some(groups));
    let offer = |(title, goal): &(&'static str, Goal)| {
        // Where not all could be tried out, the sure ones by themselves may be few enough.
        let answer = match goal.only_sure && !all.is_whole() {
            true => Explored::of(desk.policy, main, |one| {
                !without.contains(&one.id) && one.certainty == Certainty::Sure
            })
            .answer(goal),
            false => all.answer(goal),
        };
        let words = |faults: Vec<Fault>| faults.into_iter().map(|fault| fault.message).collect();
        Offer { title, goal: goal.clone(), answer: answer.map_err(words) }
    };
    goals.0.iter().map(offer).collect()
}
