//! What measures bring: the figures before and after.

use super::{Idle, Refusal, draft_with, words};
use crate::draft::{Change, Draft, EntryId, Measure};
use crate::policy::{Points, Policy};
use crate::scoring::{Figures, assess};

/// The figures of the draft without some measures and with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    pub before: Figures,
    pub after: Figures,
}

impl Effect {
    /// 自评 62.00 → 66.00（+4.00），最低可得 40.00 → 42.00（+2.00）.
    pub fn words(self) -> String {
        self.each(|from, to| format!("{from} → {to}（{}）", words::gain(to - from)))
    }

    /// 自评 +4.00，最低可得 +2.00.
    pub fn gains(self) -> String {
        self.each(|from, to| words::gain(to - from))
    }

    fn each(self, words: impl Fn(Points, Points) -> String) -> String {
        let Effect { before, after } = self;
        format!("自评 {}，最低可得 {}", words(before.declared, after.declared), words(before.floor, after.floor))
    }
}

/// What a measure brings by itself, and on top of the others of a scenario: where a limit lies between, the two differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effects {
    pub alone: Result<Effect, Refusal>,
    pub on_top: Result<Effect, Refusal>,
}

/// What some measures bring together, and what of them has no effect.
pub fn effect(
    policy: &Policy,
    main: &Draft,
    measures: &[&Measure],
) -> Result<(Effect, Vec<(usize, Idle)>), Refusal> {
    let carried = draft_with(policy, main, measures)?;
    let (before, after) = (assess(policy, main).total, assess(policy, &carried.draft).total);
    Ok((Effect { before, after }, carried.idle))
}

/// What changes bring that are no measure yet, or a sentence why they bring nothing.
pub fn effect_of_changes(policy: &Policy, main: &Draft, changes: Vec<Change>) -> Result<Effect, String> {
    let measure = Measure { changes: changes.into(), ..Measure::default() };
    let (effect, idle) = effect(policy, main, &[&measure]).map_err(|refused| refused.message().to_owned())?;
    match idle.first() {
        Some((_, idle)) => Err(words::idle(policy, main, idle)),
        None => Ok(effect),
    }
}

/// What each measure of a draft brings, in their order, with a scenario of these.
pub fn effects(policy: &Policy, main: &Draft, scenario: &[EntryId]) -> Vec<Effects> {
    let base = assess(policy, main).total;
    let figures = |holds: &dyn Fn(&EntryId) -> bool| -> Result<Figures, Refusal> {
        let measures: Vec<&Measure> = main.measures.iter().filter(|one| holds(&one.id)).collect();
        match measures.is_empty() {
            true => Ok(base),
            false => Ok(assess(policy, &draft_with(policy, main, &measures)?.draft).total),
        }
    };
    // For all that are not of the scenario the others are the same.
    let of_all = figures(&|id| scenario.contains(id));
    let effects = |measure: &Measure| {
        let own = &measure.id;
        let after = figures(&|id| id == own);
        let alone = after.map(|after| Effect { before: base, after });
        let (before, after) = match scenario.contains(own) {
            true => (figures(&|id| id != own && scenario.contains(id)), of_all.clone()),
            false => (of_all.clone(), figures(&|id| id == own || scenario.contains(id))),
        };
        let on_top = before.and_then(|before| Ok(Effect { before, after: after? }));
        Effects { alone, on_top }
    };
    main.measures.iter().map(effects).collect()
}
