//! Choices that change how the table is scored, with their reasons, and what each would come to before it is made.

use leptos::prelude::*;

use super::dom;
use super::following::following;
use super::was::WasAt;
use crate::desk::{Desk, Route, use_desk};
use crate::draft::{Discretion, Path};
use crate::policy::{NoteKind, Points};
use crate::scoring::assess;
use crate::session::Command;

/// The switch of one reading.
#[component]
pub fn ReadingSwitch(
    /// The reading's position.
    at: usize,
) -> impl IntoView {
    let desk = use_desk();
    let reading = &desk.policy.readings[at];
    let chosen = move || desk.draft().readings.get(at).copied().unwrap_or(0);
    let options = (0..)
        .zip(reading.choices)
        .map(|(choice, words)| Switch {
            command: Command::Read(at, choice),
            chosen: Memo::new(move |_| chosen() == choice),
            label: words.label,
            reason: words.reason,
        })
        .collect();
    let legend = format!("{}：{}", NoteKind::Reading.label(), reading.question);
    view! {
        <Switches legend why=reading.why options />
        <WasAt path=Path::Reading(at) />
    }
}

/// How bands left to the assessor are claimed.
#[component]
pub fn DiscretionSwitch() -> impl IntoView {
    let desk = use_desk();
    let reasons = [
        "酌情的分档按最低分自评。",
        "有可比数值的（条文写“按比例”的和只写“酌情”的都一样），在档内按比例取值，插值为本程序所定；其余取低值。",
        "酌情的分档按最高分自评。",
    ];
    let options = Discretion::ALL
        .into_iter()
        .zip(reasons)
        .map(|(one, reason)| Switch {
            command: Command::Discretion(one),
            chosen: Memo::new(move |_| desk.draft().discretion == one),
            label: one.label(),
            reason,
        })
        .collect();
    let why = "由专家酌情给分、又没有自报分数的项目，自评分怎样取。最低可得和最高可得不变。";
    view! {
        <Switches legend="酌情取值" why options />
        <WasAt path=Path::Discretion />
        <MovedRows />
    }
}

/// The rows that the chosen discretion moves.
#[component]
fn MovedRows() -> impl IntoView {
    let desk = use_desk();
    let link = move |(at, more): (usize, Points)| {
        let item = &desk.policy.items[at];
        view! {
            <a href=Route::Item(item.id.to_owned()).hash() prop:textContent=format!("{} +{more}", item.label)></a>
        }
    };
    let rows = move || {
        let moved = desk.moved_by_discretion.get();
        (!moved.is_empty()).then(|| {
            let links: Vec<_> = moved.into_iter().map(link).collect();
            view! { <p class="moved-rows">"因此比取低值多计分的行：" {links}</p> }
        })
    };
    view! { <div>{following(rows)}</div> }
}

struct Switch {
    command: Command,
    chosen: Memo<bool>,
    label: &'static str,
    reason: &'static str,
}

#[component]
fn Switches(#[prop(into)] legend: String, why: &'static str, options: Vec<Switch>) -> impl IntoView {
    let desk = use_desk();
    let name = dom::new_id();
    let option = |Switch { command, chosen, label, reason }| {
        let effect = effect(desk, Command::clone(&command));
        let name = name.clone();
        view! {
            <label class="option reason" class:chosen=chosen>
                <input
                    type="radio"
                    name=name
                    prop:checked=chosen
                    on:change=move |_| desk.dispatch(command.clone())
                />
                <span>
                    <strong>{label}</strong>
                    <span class="effect" prop:textContent=effect></span>
                    <span class="why">{reason}</span>
                </span>
            </label>
        }
    };
    let all: Vec<_> = options.into_iter().map(option).collect();
    view! {
        <div class="reading">
            <fieldset class="choice">
                <legend>{legend}</legend>
                <p class="help">{why}</p>
                <div class="options stacked">{all}</div>
            </fieldset>
        </div>
    }
}

/// What a choice would make of the declared total.
fn effect(desk: Desk, command: Command) -> Memo<String> {
    Memo::new(move |_| {
        let now = desk.assessment().total.declared;
        let then = assess(desk.policy, &command.apply(desk.policy, &desk.draft()).tried()).total.declared;
        if then == now {
            format!("自评 {then}（不变）")
        } else if then > now {
            format!("自评 {then}（+{}）", then - now)
        } else {
            format!("自评 {then}（−{}）", now - then)
        }
    })
}
