//! 提分清单: every next step of the table, what it takes, what it adds, and whether it can still happen.
//!
//! A step is what `scoring::explain` says would earn an item more points, with the least change of the draft that brings it
//! about. What it adds is not taken from the table but from the draft with that change: items that share facts move
//! together.

mod find;

use crate::draft::{Change, Date, Draft, EntryId, Measure};
use crate::policy::{Award, Item, Points, Policy};
use crate::scenario;
use crate::scoring::explain::{Cliff, NextStep, Wanted};
use crate::scoring::words;
use crate::scoring::{Assessment, Explanation, assess, explain};

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Position of the item.
    pub item: usize,
    /// What the table asks for, and how many points the item gains.
    pub asks: String,
    /// What it takes, in people, 万元, 项 or 家; empty where that is not known.
    pub takes: String,
    /// What the total gains: declared, and floor.
    pub gain: Points,
    pub floor_gain: Points,
    pub chance: Chance,
    /// What brings it about; empty where no single change is known that does.
    pub changes: Vec<Change>,
    /// The measure that was made of it, if one was.
    pub measure: Option<EntryId>,
}

impl Step {
    /// What it takes without what is said in brackets or behind a comma: the changes say it in full.
    pub fn takes_in_short(&self) -> &str {
        self.takes.split(['（', '，']).next().unwrap_or_default()
    }
}

/// Whether a step can still be taken, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chance {
    /// The centre can.
    Own,
    /// Only the assessor decides.
    Assessor,
    /// What is dated now lies behind the assessment period, and counts for nothing.
    TooLate,
}

impl Chance {
    pub const ALL: [Chance; 3] = [Chance::Own, Chance::Assessor, Chance::TooLate];

    pub fn label(self) -> &'static str {
        match self {
            Chance::Own => "自己能做的",
            Chance::Assessor => "由专家酌情的",
            Chance::TooLate => "考评期已过、再做不计分的",
        }
    }
}

/// A limit close by, beyond which an item loses points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    pub item: usize,
    pub says: String,
    pub loses: Points,
}

/// All steps in the table's order, and all that is at risk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Steps {
    pub steps: Vec<Step>,
    pub risks: Vec<Risk>,
}

/// In which order steps are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The greatest gain first.
    #[default]
    Points,
    /// The least cost of the measures made of them first; those of which none was made come last.
    Effort,
    Row,
}

impl Order {
    pub const ALL: [Order; 3] = [Order::Points, Order::Effort, Order::Row];

    pub fn id(self) -> &'static str {
        match self {
            Order::Points => "points",
            Order::Effort => "effort",
            Order::Row => "row",
        }
    }
}

impl Steps {
    /// What can be done for a draft as of a day.
    pub fn of(policy: &'static Policy, draft: &Draft, assessment: &Assessment, today: Date) -> Steps {
        let mut all = Steps::default();
        for (at, item) in policy.items.iter().enumerate() {
            let score = &assessment.items[at];
            let why = explain(policy, draft, at, score);
            all.steps.extend(step(policy, draft, assessment, at, &why, today));
            all.steps.extend(judged(policy, draft, assessment, at));
            let risk = |cliff: &Cliff| Risk {
                item: at,
                says: words::cliff(item, cliff),
                loses: score.figures.declared - cliff.leaves,
            };
            all.risks.extend(why.cliffs.iter().map(risk));
        }
        all
    }

    /// The steps of one chance in an order.
    pub fn listed(&self, draft: &Draft, chance: Chance, order: Order) -> Vec<&Step> {
        let steps = self.steps.iter().filter(|step| step.chance == chance);
        let cost = |step: &Step| {
            let measure = step.measure.as_ref().and_then(|id| draft.measures.with_id(id));
            measure.filter(|measure| measure.cost.value.is_some()).map_or(i128::MAX, Measure::cost)
        };
        crate::policy::in_order(steps, |step| match order {
            Order::Points => (-i128::from(step.gain.hundredths()), -i128::from(step.floor_gain.hundredths())),
            Order::Effort => (cost(step), -i128::from(step.gain.hundredths())),
            Order::Row => (0, 0),
        })
    }
}

fn step(
    policy: &'static Policy,
    draft: &Draft,
    assessment: &Assessment,
    at: usize,
    why: &Explanation,
    today: Date,
) -> Option<Step> {
    let item = &policy.items[at];
    let next = why.next.as_ref()?;
    let asks = words::next_step(policy, item, next);
    let is_late = !words::too_late(item, draft, next, today).is_empty();
    let found = find::changes(policy, draft, at, why, today);
    let after =
        found.as_ref().filter(|_| !is_late).and_then(|found| gains(policy, draft, assessment, at, &found.changes));
    let chance = if is_late { Chance::TooLate } else { Chance::Own };
    let takes = found.as_ref().map_or_else(|| what_is_unknown(item, next), |found| found.takes.clone());
    let Some((found, (gain, floor_gain))) = found.zip(after) else {
        let (gain, floor_gain) = (next.adds, Points::ZERO);
        return Some(Step { item: at, asks, takes, gain, floor_gain, chance, changes: Vec::new(), measure: None });
    };
    let made = |measure: &&Measure| *measure.changes == found.changes;
    let measure = draft.measures.iter().find(made).map(|measure| measure.id.clone());
    Some(Step { item: at, asks, takes, gain, floor_gain, chance, changes: found.changes, measure })
}

/// What has to be filled in before it is known how far a step is away.
fn what_is_unknown(item: &Item, step: &NextStep) -> String {
    let unknown = step.needs.iter().find(|need| matches!(need.wanted, Wanted::Number { distance: None, .. }));
    unknown.map_or_else(
        || "不止一处要变，请在这一项里看".to_owned(),
        |need| format!("先填“{}”，才知道还差多少", item.inputs[need.input].label),
    )
}

/// What the total gains, declared and floor, where the item itself gains anything.
fn gains(
    policy: &'static Policy,
    draft: &Draft,
    assessment: &Assessment,
    at: usize,
    changes: &[Change],
) -> Option<(Points, Points)> {
    let measure = Measure { id: EntryId::new("step"), changes: changes.to_vec().into(), ..Measure::default() };
    let after = assess(policy, &scenario::draft_with(policy, draft, &[&measure]).ok()?.draft);
    let gains = after.items[at].figures.declared > assessment.items[at].figures.declared;
    let (now, then) = (assessment.total, after.total);
    gains.then_some((then.declared - now.declared, then.floor - now.floor))
}

/// What the assessor may give beyond what is claimed, where one case is met and it is a band.
fn judged(policy: &Policy, draft: &Draft, assessment: &Assessment, at: usize) -> Option<Step> {
    let (item, score) = (&policy.items[at], &assessment.items[at]);
    let case = &item.cases[score.standing.as_one(item)?];
    let Award::Band { high, .. } = case.award else { return None };
    let gain = Points::round(high) - score.figures.declared;
    let asks =
        format!("“{}”：{}，自评按 {:#} 分计。", case.label, words::award(&case.award), score.figures.declared);
    let picked = draft.self_awarded.get(at).is_some_and(|pick| pick.value.is_some());
    let takes =
        if picked { "自报分数可以在这一项里改" } else { "佐证充分时可以自报高一些" };
    (gain > Points::ZERO).then(|| Step {
        item: at,
        asks,
        takes: takes.to_owned(),
        gain,
        floor_gain: Points::ZERO,
        chance: Chance::Assessor,
        changes: Vec::new(),
        measure: None,
    })
}
