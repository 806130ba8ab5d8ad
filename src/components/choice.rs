//! Controls for what is chosen and not typed.

use leptos::prelude::*;

use super::dom;
use super::was::Was;
use crate::desk::use_desk;
use crate::draft::{Field, field};

/// Options by their ids, each with its label.
pub type Options = Vec<(&'static str, &'static str)>;

/// Options of which one is chosen, all in sight; the last is that nothing is.
#[component]
pub fn Choice(
    #[prop(into)] field: Signal<Field>,
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// The legend is only for screen readers.
    #[prop(optional)]
    quiet: bool,
    #[prop(optional)] help: &'static str,
    options: Options,
    /// The label of the option that nothing is chosen.
    nothing: &'static str,
) -> impl IntoView {
    let desk = use_desk();
    let name = dom::new_id();
    let chosen = Memo::new(move |_| field::text(desk.policy, &desk.draft(), field.get()));
    // Some programs choose without telling of it.
    let settle = move |checked: bool, id: &'static str| {
        let Some(field) = field.try_get_untracked().filter(|_| checked) else { return };
        if chosen.with_untracked(|chosen| chosen != id) {
            desk.choose(field, id);
        }
    };
    let option = |(id, label): (&'static str, &'static str)| {
        let is_chosen = move || chosen.with(|chosen| chosen == id);
        view! {
            <label class="option" class:chosen=is_chosen>
                <input
                    type="radio"
                    name=name.clone()
                    value=id
                    prop:checked=is_chosen
                    on:change=move |_| desk.choose(field.get_untracked(), id)
                    on:blur=move |event| settle(event_target_checked(&event), id)
                />
                <span>{label}</span>
            </label>
        }
    };
    let all: Vec<_> = options.into_iter().chain([("", nothing)]).map(option).collect();
    let legend = if quiet { view! { <span class="sr">{legend}</span> }.into_any() } else { legend.into_any() };
    view! {
        <fieldset class="choice">
            <legend>{legend}</legend>
            {(!help.is_empty()).then(|| view! { <p class="help">{help}</p> })}
            <div class="options">{all}</div>
            <Was field />
        </fieldset>
    }
}

/// A drop-down of options, for tables.
#[component]
pub fn Select(#[prop(into)] field: Signal<Field>, label: &'static str, options: Options) -> impl IntoView {
    let desk = use_desk();
    let id = dom::new_id();
    let chosen = Memo::new(move |_| field::text(desk.policy, &desk.draft(), field.get()));
    // Some programs choose without telling of it.
    let settle = move |shown: String| {
        // A focused control says that it is left also while its row is taken away.
        let held = field.try_get_untracked().map(|field| (field, chosen.get_untracked()));
        if let Some((field, _)) = held.filter(|(_, held)| *held != shown) {
            desk.choose(field, shown);
        }
    };
    let all: Vec<_> = options.into_iter().map(|(id, label)| view! { <option value=id>{label}</option> }).collect();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                prop:value=chosen
                on:change=move |event| desk.choose(field.get_untracked(), event_target_value(&event))
                on:blur=move |event| settle(event_target_value(&event))
            >
                {all}
            </select>
            <Was field />
        </div>
    }
}

/// A box to tick for a field that is yes or no.
#[component]
pub fn Tick(#[prop(into)] field: Signal<Field>, label: &'static str) -> impl IntoView {
    let desk = use_desk();
    let yes = Memo::new(move |_| field::text(desk.policy, &desk.draft(), field.get()) == "true");
    let set = move |yes: bool| desk.choose(field.get_untracked(), yes.to_string());
    view! {
        <TickBox label=label yes=yes set=set />
        <Was field />
    }
}

/// A box to tick for anything.
#[component]
pub fn TickBox(
    #[prop(into)] label: String,
    #[prop(into)] yes: Signal<bool>,
    /// Told what the box was set to.
    #[prop(into)]
    set: Callback<bool>,
) -> impl IntoView {
    let settle = move |checked: bool| {
        if yes.try_get_untracked().is_some_and(|yes| yes != checked) {
            set.run(checked);
        }
    };
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=yes
                on:change=move |event| set.run(event_target_checked(&event))
                on:blur=move |event| settle(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
}
