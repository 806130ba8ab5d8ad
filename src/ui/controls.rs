//! Controls for one field each: they show its text, send what is typed, and say what is wrong beside it.

use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::prelude::*;

use super::desk::{Desk, use_desk, memo};
use crate::draft::{Field, field};
use crate::session::Command;

/// How a text control is offered.
#[derive(Clone, Copy, PartialEq)]
pub enum Entry {
    Words,
    LongWords,
    Number,
    Date,
}

/// An id that no other control of the page has; one field may have several controls.
pub fn control_id() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("c{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A labelled control. With `quiet` the label is only for screen readers, as in a table.
pub fn entry(at: Signal<Field>, label: &str, entry: Entry, unit: &str, quiet: bool) -> AnyView {
    let desk = use_desk();
    let (id, unit) = (control_id(), unit.to_owned());
    let fault_id = format!("{id}-fault");
    let text = memo(move || desk.with_draft(|draft| field::text(desk.policy, draft, at.get())));
    let fault = memo(move || fault_sentence(desk, at.get()));
    let incomplete = RwSignal::new(false);
    let wrong = Signal::derive(move || fault.get().is_some() || incomplete.get());
    let control = control(desk, at, entry, &id, text, wrong, incomplete);
    view! {
        <div class="field" class:quiet=quiet class:wrong=wrong>
            <label for=id.clone() class:sr=quiet>{label.to_owned()}</label>
            <span class="entry">
                {control}
                {(!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> })}
            </span>
            <span class="fault" id=fault_id aria-live="polite">
                {move || {
                    if incomplete.get() {
                        Some("日期没有填完整，暂按原来的日期计算。".to_owned())
                    } else {
                        fault.get()
                    }
                }}
            </span>
        </div>
    }
    .into_any()
}

fn control(
    desk: Desk,
    at: Signal<Field>,
    entry: Entry,
    id: &str,
    text: Memo<String>,
    wrong: Signal<bool>,
    incomplete: RwSignal<bool>,
) -> AnyView {
    let described = format!("{id}-fault");
    let leave = move |_| desk.dispatch(Command::Leave(at.get_untracked()));
    if entry == Entry::LongWords {
        return view! {
            <textarea
                id=id.to_owned()
                rows="2"
                prop:value=text
                on:input:target=move |event| desk.dispatch(Command::Enter(at.get_untracked(), event.target().value()))
                on:blur=leave
            ></textarea>
        }
        .into_any();
    }
    let typed = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        let input = event.target();
        // A date that is being typed has no value yet; what stood there goes on counting.
        let half_typed = entry == Entry::Date && input.validity().bad_input();
        incomplete.set(half_typed);
        if !half_typed {
            desk.dispatch(Command::Enter(at.get_untracked(), input.value()));
        }
    };
    view! {
        <input
            id=id.to_owned()
            type=if entry == Entry::Date { "date" } else { "text" }
            inputmode=(entry == Entry::Number).then_some("decimal")
            autocomplete="off"
            spellcheck="false"
            class:number=entry == Entry::Number
            max=(entry == Entry::Date).then_some("2999-12-31")
            aria-invalid=move || wrong.get().then_some("true")
            aria-describedby=described
            prop:value=text
            on:input:target=typed
            on:blur=leave
        />
    }
    .into_any()
}

/// What is wrong with a field, and what counts meanwhile.
fn fault_sentence(desk: Desk, at: Field) -> Option<String> {
    let (fault, last_good) = desk.with_draft(|draft| field::fault(desk.policy, draft, at))?;
    Some(match last_good {
        Some(value) => format!("{fault}仍按 {value} 计算。"),
        None => format!("{fault}暂不计入。"),
    })
}

/// Options of which one is chosen, all in sight.
pub fn choice(at: Field, legend: &str, help: &str, options: Vec<(String, String)>) -> AnyView {
    let desk = use_desk();
    let (name, help) = (control_id(), help.to_owned());
    let chosen = memo(move || desk.with_draft(|draft| field::text(desk.policy, draft, at)));
    let option = |(id, label): (String, String)| {
        let mine = id.clone();
        let is_chosen = memo(move || chosen.with(|chosen| *chosen == mine));
        view! {
            <label class="option" class:chosen=is_chosen>
                <input
                    type="radio"
                    name=name.clone()
                    value=id.clone()
                    prop:checked=is_chosen
                    on:change=move |_| desk.dispatch(Command::Enter(at, id.clone()))
                />
                <span>{label}</span>
            </label>
        }
    };
    let blank = (String::new(), "未填".to_owned());
    let all: Vec<_> = options.into_iter().chain([blank]).map(option).collect();
    view! {
        <fieldset class="choice">
            <legend>{legend.to_owned()}</legend>
            {(!help.is_empty()).then(|| view! { <p class="help">{help}</p> })}
            <div class="options">{all}</div>
        </fieldset>
    }
    .into_any()
}

/// A drop-down of options, for tables.
pub fn select(at: Signal<Field>, label: &str, options: Vec<(&'static str, &'static str)>) -> AnyView {
    let desk = use_desk();
    let id = control_id();
    let chosen = memo(move || desk.with_draft(|draft| field::text(desk.policy, draft, at.get())));
    let option = |(id, label): (&'static str, &'static str)| {
        view! { <option value=id prop:selected=move || chosen.with(|chosen| chosen == id)>{label}</option> }
    };
    let all: Vec<_> = options.into_iter().map(option).collect();
    view! {
        <div class="field">
            <label for=id.clone()>{label.to_owned()}</label>
            <select
                id=id
                on:change:target=move |event| desk.dispatch(Command::Enter(at.get_untracked(), event.target().value()))
            >
                {all}
            </select>
        </div>
    }
    .into_any()
}

/// A box to tick for a field that is yes or no.
pub fn tick(at: Signal<Field>, label: &str) -> AnyView {
    let desk = use_desk();
    let yes = memo(move || desk.with_draft(|draft| field::text(desk.policy, draft, at.get())) == "true");
    let enter = move |yes: bool| desk.dispatch(Command::Enter(at.get_untracked(), yes.to_string()));
    tick_box(label.to_owned(), yes.into(), Box::new(enter))
}

/// A box to tick for anything.
pub fn tick_box(label: String, yes: Signal<bool>, set: Box<dyn Fn(bool)>) -> AnyView {
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=yes on:change:target=move |event| set(event.target().checked())/>
            <span>{label}</span>
        </label>
    }
    .into_any()
}
