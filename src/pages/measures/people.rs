//! 增加人员: technical staff and all staff together.

use leptos::prelude::*;

use super::outcome::Outcome;
use crate::components::{FormField, TextKind};
use crate::desk::{Desk, use_desk};
use crate::draft::number::{DAYS, Kind};
use crate::draft::{Change, Path, field};
use crate::policy::{Item, Measure, Policy};

/// The facts of the share that people count in: the part and its whole, and the item.
fn people(policy: &'static Policy) -> Option<(usize, usize, usize)> {
    let shares = policy.items.iter().enumerate().flat_map(|(at, item): (usize, &'static Item)| {
        item.inputs.iter().filter_map(move |input| match input.measure {
            Measure::FactRatio { part, whole } => Some((part, whole, at)),
            _ => None,
        })
    });
    let mut shares = shares;
    shares.next()
}

const TECHNICAL: &str = "people.technical";
const ALL: &str = "people.all";

fn count(desk: Desk, control: &str) -> (Option<rust_decimal::Decimal>, String) {
    let kind = match DAYS {
        Kind::Count { min, .. } => Kind::Count { min, unit: "人" },
        other => other,
    };
    match field::read_number(&desk.form(control), kind) {
        Ok(number) => (number, String::new()),
        Err(fault) => (None, fault.to_string()),
    }
}

#[component]
pub fn PeopleForm() -> impl IntoView {
    let desk = use_desk();
    let facts = people(desk.policy);
    let changes = Memo::new(move |_| {
        let Some((part, whole, _)) = facts else { return Vec::new() };
        let (technical, technical_fault) = count(desk, TECHNICAL);
        let (all, all_fault) = count(desk, ALL);
        if !technical_fault.is_empty() || !all_fault.is_empty() {
            return Vec::new();
        }
        let grown = |fact: usize, by: Option<rust_decimal::Decimal>| {
            by.filter(|by| !by.is_zero()).map(|by| Change::Increase { path: Path::Fact(fact), by })
        };
        [grown(part, technical), grown(whole, all.or(technical))].into_iter().flatten().collect()
    });
    // What the table asks for at least, from the list of next steps.
    let least = move || {
        let Some((_, _, item)) = facts else { return String::new() };
        desk.steps_ahead.with(|all| {
            let step = all.steps.iter().find(|step| step.item == item && !step.changes.is_empty());
            step.map_or_else(String::new, |step| format!("{}，{}", step.takes, step.asks))
        })
    };
    let name = Signal::derive(move || match (count(desk, TECHNICAL).0, count(desk, ALL).0) {
        (Some(technical), None) => format!("招聘 {technical} 名科技人员"),
        (Some(technical), Some(all)) => format!("增加 {all} 人，其中科技人员 {technical} 名"),
        (None, Some(all)) => format!("增加 {all} 人"),
        (None, None) => String::new(),
    });
    let fault = |control: &'static str| Signal::derive(move || count(desk, control).1);
    view! {
        <div class="form">
            <p class="help" prop:textContent=least></p>
            <div class="columns">
                <FormField control=TECHNICAL label="再招科技人员" kind=TextKind::Number unit="人" fault=fault(TECHNICAL) />
                <FormField control=ALL label="职工总数一共增加（空着就同左）" kind=TextKind::Number unit="人" fault=fault(ALL) />
            </div>
            <Outcome changes name clears=vec![TECHNICAL.to_owned(), ALL.to_owned()] />
        </div>
    }
}
