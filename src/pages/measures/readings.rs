//! 换口径: several readings together, and what they cost.

use leptos::prelude::*;

use super::outcome::Outcome;
use crate::components::FormSelect;
use crate::desk::{Desk, use_desk};
use crate::draft::{Change, Path, Value};
use crate::policy::ReadingChoice;
use crate::scenario::{effect_of_changes, words};

fn control(id: &str) -> String {
    format!("reading.{id}")
}

/// The change of a reading, where another choice than the draft's was taken.
fn change(desk: Desk, at: usize) -> Option<Change> {
    let reading = &desk.policy.readings[at];
    let now = desk.main_draft().readings.get(at).copied().unwrap_or(0);
    let wanted = desk.form(&control(reading.id));
    let choice = reading.choices.iter().position(|choice| choice.id == wanted)?;
    (choice != usize::from(now))
        .then_some(Change::Set { path: Path::Reading(at), to: Value::Option(choice as u8) })
}

#[component]
pub fn ReadingsForm() -> impl IntoView {
    let desk = use_desk();
    let count = desk.policy.readings.len();
    let changes = Memo::new(move |_| (0..count).filter_map(|at| change(desk, at)).collect::<Vec<_>>());
    let name = Signal::derive(move || format!("换 {} 处口径", changes.with(Vec::len)));
    let rows: Vec<_> = (0..count).map(|at| view! { <ReadingRow at /> }).collect();
    let clears = desk.policy.readings.iter().map(|reading| control(reading.id)).collect();
    view! {
        <div class="form">
            <div class="reading-rows">{rows}</div>
            <Outcome changes name clears />
        </div>
    }
}

#[component]
fn ReadingRow(at: usize) -> impl IntoView {
    let desk = use_desk();
    let reading = &desk.policy.readings[at];
    // What each other choice would cost by itself.
    let costs = Memo::new(move |_| {
        let now = usize::from(desk.main_draft().readings.get(at).copied().unwrap_or(0));
        let others = reading.choices.iter().enumerate().filter(|(choice, _)| *choice != now);
        let cost = |(choice, one): (usize, &ReadingChoice)| {
            let change = Change::Set { path: Path::Reading(at), to: Value::Option(choice as u8) };
            let effect = effect_of_changes(desk.policy, &desk.main_draft(), vec![change]);
            let gain = effect.map(|one| words::gain(one.after.declared - one.before.declared));
            format!("换成“{}”：自评 {}", one.label, gain.unwrap_or_default())
        };
        others.map(cost).collect::<Vec<_>>().join("；")
    });
    // The choice of the draft comes first, and so is what stands there.
    let options = Memo::new(move |_| {
        let now = usize::from(desk.main_draft().readings.get(at).copied().unwrap_or(0));
        let own = reading.choices.iter().enumerate().filter(|(choice, _)| *choice == now);
        let others = reading.choices.iter().enumerate().filter(|(choice, _)| *choice != now);
        let option = |(choice, one): (usize, &ReadingChoice)| {
            let now = if choice == now { "（现在）" } else { "" };
            (one.id.to_owned(), format!("{}{now}", one.label))
        };
        own.chain(others).map(option).collect::<Vec<_>>()
    });
    view! {
        <div>
            <FormSelect control=control(reading.id) label=reading.question options />
            <small class="when" prop:textContent=costs></small>
        </div>
    }
}
