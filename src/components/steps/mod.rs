//! Lines of the 提分清单, as its page, its paper and the overview show them.

use leptos::prelude::*;

use super::following::following;
use crate::desk::{Desk, Route, use_desk};
use crate::draft::Measure;
use crate::scenario::words;
use crate::steps::{Chance, Order, Risk, Step};

/// What the desk keeps the order of the steps by.
pub const STEP_ORDER: &str = "steps.order";

/// The order in which steps are listed, on the page and on paper.
pub fn step_order(desk: Desk) -> Memo<Order> {
    Memo::new(move |_| {
        let id = desk.form(STEP_ORDER);
        Order::ALL.into_iter().find(|one| one.id() == id).unwrap_or_default()
    })
}

/// The steps of one chance, with their heading; nothing where there are none.
#[component]
pub fn StepList(
    chance: Chance,
    #[prop(into)] order: Signal<Order>,
    /// As it stands on paper, without buttons.
    #[prop(optional)]
    on_paper: bool,
) -> impl IntoView {
    let desk = use_desk();
    let count = Memo::new(move |_| {
        desk.steps_ahead.with(|all| all.steps.iter().filter(|step| step.chance == chance).count())
    });
    let lines = move || {
        let (draft, order) = (desk.main_draft(), order.get());
        desk.steps_ahead.with(|all| {
            let steps = all.listed(&draft, chance, order).into_iter();
            steps.map(|step| view! { <StepOf step=step.clone() on_paper /> }).collect::<Vec<_>>()
        })
    };
    let title = move || format!("{}（{}）", chance.label(), count.get());
    view! {
        <section class=format!("steps {}", class(chance)) hidden=move || count.get() == 0>
            <h2 prop:textContent=title></h2>
            <p class="help" prop:textContent=explained(chance)></p>
            <ul>{following(lines)}</ul>
        </section>
    }
}

fn class(chance: Chance) -> &'static str {
    match chance {
        Chance::Own => "own",
        Chance::Assessor => "judged",
        Chance::TooLate => "late",
    }
}

/// What has to be known of all steps of a chance.
fn explained(chance: Chance) -> &'static str {
    match chance {
        Chance::Own => "",
        Chance::Assessor => "条文只给了一个范围，由专家在里面定；下面是自评还可以争取的分数，最低可得不变。",
        Chance::TooLate => "考评期已经结束，此后取得的不计分；只有考评期内已经取得、还没有填进来的才有用。",
    }
}

#[component]
fn StepOf(step: Step, on_paper: bool) -> impl IntoView {
    let desk = use_desk();
    let floor = (step.chance == Chance::Own).then(|| format!("最低可得 {}", words::gain(step.floor_gain)));
    let gain = words::gain(step.gain);
    let tool = (!on_paper && !step.changes.is_empty()).then(|| view! { <ToMeasure step=step.clone() /> });
    let takes = if step.takes.is_empty() { String::new() } else { format!("{}。", step.takes) };
    view! {
        <StepLine item=step.item says=step.asks gain floor=floor.unwrap_or_default() takes>
            {desk.policy.items.get(step.item).map(|item| view! { <small class="when" prop:textContent=item.clause></small> })}
            {tool}
        </StepLine>
    }
}

/// One line: the item as a link to its row, what is said of it, and the points.
#[component]
fn StepLine(
    /// Position of the item.
    item: usize,
    says: String,
    /// With its sign.
    gain: String,
    #[prop(optional)] floor: String,
    #[prop(optional)] takes: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let item = &use_desk().policy.items[item];
    view! {
        <li class="step">
            <p class="step-head">
                <a href=Route::Item(item.id.to_owned()).hash() prop:textContent=item.label></a>
                <strong class="gain" prop:textContent=gain></strong>
                <small prop:textContent=floor></small>
            </p>
            <p class="takes" prop:textContent=takes></p>
            <p class="asks" prop:textContent=says></p>
            {children.map(|children| children())}
        </li>
    }
}

/// Makes a measure of a step, or says that one was made.
#[component]
fn ToMeasure(step: Step) -> impl IntoView {
    let desk = use_desk();
    match step.measure {
        Some(_) => view! { <a class="made" href=Route::Measures.hash()>"已设为举措"</a> }.into_any(),
        None => {
            let label = desk.policy.items[step.item].label;
            let make = move |_| add(desk, &step, label);
            view! {
                <button type="button" aria-label=format!("设为举措：{label}") on:click=make>
                    "设为举措"
                </button>
            }
            .into_any()
        }
    }
}

fn add(desk: Desk, step: &Step, label: &str) {
    let name = format!("{label}：{}", step.takes_in_short());
    desk.add_measure(Measure { name, changes: step.changes.clone().into(), ..Measure::default() });
}

/// That the steps are not those of what is being tried out.
#[component]
pub fn StepsOfMain() -> impl IntoView {
    let desk = use_desk();
    let words = move || if desk.trying.get() { "正在试算；下面的步骤仍按主稿列出。" } else { "" };
    view! { <p class="help" prop:textContent=words></p> }
}

/// The best steps in short, for the overview.
#[component]
pub fn BestSteps(most: usize) -> impl IntoView {
    let desk = use_desk();
    let lines = move || {
        let draft = desk.main_draft();
        desk.steps_ahead.with(|all| {
            let steps = all.listed(&draft, Chance::Own, Order::Points).into_iter().take(most);
            steps.map(|step| view! { <Brief step=step.clone() /> }).collect::<Vec<_>>()
        })
    };
    view! {
        <StepsOfMain />
        <ul class="open-list best">{following(lines)}</ul>
    }
}

#[component]
fn Brief(step: Step) -> impl IntoView {
    let item = &use_desk().policy.items[step.item];
    view! {
        <li>
            <a href=Route::Item(item.id.to_owned()).hash() prop:textContent=item.label></a>
            <small prop:textContent=words::gain(step.gain)></small>
            <small class="takes" prop:textContent=step.takes></small>
        </li>
    }
}

/// What is at risk: limits close by.
#[component]
pub fn Risks() -> impl IntoView {
    let desk = use_desk();
    let line = move |risk: &Risk| view! { <StepLine item=risk.item says=risk.says.clone() gain=format!("−{}", risk.loses) /> };
    let lines = move || desk.steps_ahead.with(|all| all.risks.iter().map(line).collect::<Vec<_>>());
    let is_none = move || desk.steps_ahead.with(|all| all.risks.is_empty());
    view! {
        <section class="steps" hidden=is_none>
            <h2>"可能掉下来的"</h2>
            <ul>{following(lines)}</ul>
        </section>
    }
}
