//! 口径: where the text can be read two ways, with reasons and the effect of each choice before it is made.

use leptos::prelude::*;

use super::controls;
use super::desk::{Desk, use_desk, memo};
use super::lines;
use crate::draft::Discretion;
use crate::policy::Points;
use crate::scoring::assess;
use crate::session::Command;

#[component]
pub fn Page() -> impl IntoView {
    let desk = use_desk();
    let all: Vec<_> = (0..desk.policy.readings.len()).map(|at| reading(desk, at)).collect();
    let notes: Vec<_> = desk
        .policy
        .items
        .iter()
        .flat_map(|item| item.notes.iter().map(move |note| (item, note)))
        .map(|(item, note)| view! { <li><strong>{item.label.clone()}"："</strong>{note.text.clone()}</li> })
        .collect();
    let overall: Vec<_> = desk.policy.notes.iter().map(|note| view! { <li>{note.text.clone()}</li> }).collect();
    view! {
        <section class="sheet">
            <h1>"口径与说明"</h1>
            <p class="lead">
                "条文可以有两种读法的地方，在这里选定本中心自评所用的读法。保底按最不利的读法算，上限按最有利的读法算，都不受选择影响。"
            </p>
            {discretion(desk)}
            {all}
            <h2>"自设参考线"</h2>
            {lines::lines()}
            <h2>"条文自身的问题和没有写明的地方"</h2>
            <ul class="notes">{overall}{notes}</ul>
        </section>
    }
}

/// The switch of one reading.
pub fn reading(desk: Desk, at: usize) -> AnyView {
    let reading = &desk.policy.readings[at];
    let chosen = memo(move || desk.with_draft(|draft| draft.readings.get(at).copied().unwrap_or(0)));
    let options: Vec<_> = (0..)
        .zip(&reading.choices)
        .map(|(choice, words)| Switch {
            command: Command::Read(at, choice),
            chosen: memo(move || chosen.get() == choice).into(),
            label: words.label.clone(),
            reason: words.reason.clone(),
        })
        .collect();
    let legend = format!("口径：{}", reading.question);
    view! { <div class="reading">{switches(desk, legend, reading.why.clone(), options)}</div> }.into_any()
}

/// How bands left to the assessor are claimed.
pub fn discretion(desk: Desk) -> AnyView {
    let reasons = [
        "酌情的分档按最低分自评，最稳妥。",
        "条文写了比例的按比例自评，其余取低值。",
        "酌情的分档按最高分自评，最乐观。",
    ];
    let chosen = memo(move || desk.with_draft(|draft| draft.discretion));
    let options = Discretion::ALL
        .into_iter()
        .zip(reasons)
        .map(|(one, reason)| Switch {
            command: Command::Discretion(one),
            chosen: memo(move || chosen.get() == one).into(),
            label: one.label().to_owned(),
            reason: reason.to_owned(),
        })
        .collect();
    let why = "由专家酌情给分、又没有自报分数的项目，自评分怎样取。保底和上限不变。".to_owned();
    view! { <div class="reading">{switches(desk, "酌情取值".to_owned(), why, options)}</div> }.into_any()
}

struct Switch {
    command: Command,
    chosen: Signal<bool>,
    label: String,
    reason: String,
}

fn switches(desk: Desk, legend: String, why: String, options: Vec<Switch>) -> AnyView {
    let name = controls::control_id();
    let options: Vec<_> = options
        .into_iter()
        .map(|Switch { command, chosen, label, reason }| {
            let (effect, dispatched) = (effect(desk, command.clone()), command);
            view! {
                <label class="option reason" class:chosen=chosen>
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=chosen
                        on:change=move |_| desk.dispatch(dispatched.clone())
                    />
                    <span>
                        <strong>{label}</strong>
                        <span class="effect">{effect}</span>
                        <span class="why">{reason}</span>
                    </span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="choice">
            <legend>{legend}</legend>
            <p class="help">{why}</p>
            <div class="options stacked">{options}</div>
        </fieldset>
    }
    .into_any()
}

/// What a choice would make of the declared total.
fn effect(desk: Desk, command: Command) -> Memo<String> {
    memo(move || {
        let now = desk.with_assessment(|assessment| assessment.total.declared);
        let then = desk.with_draft(|draft| {
            let changed = command.apply(desk.policy, draft);
            assess(desk.policy, &changed).total.declared
        });
        match then.cmp(&now) {
            std::cmp::Ordering::Equal => format!("自评 {then}（不变）"),
            std::cmp::Ordering::Greater => format!("自评 {then}（+{}）", then - now),
            std::cmp::Ordering::Less => format!("自评 {then}（−{}）", magnitude(now - then)),
        }
    })
}

fn magnitude(points: Points) -> Points {
    Points::from_hundredths(points.hundredths().abs())
}
