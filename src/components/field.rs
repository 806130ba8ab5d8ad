//! The control of one text field: it shows the field's text, sends what is typed, and says what is wrong beside it.

use leptos::prelude::*;

use super::dom;
use super::doubt::DoubtLine;
use super::typing::{TextKind, Typing, half_typed_sentence};
use super::was::Was;
use crate::desk::{Desk, use_desk};
use crate::draft::{Field, field};

/// A labelled control for a field of the draft.
#[component]
pub fn FieldEntry(
    /// The field; in a table it depends on where the row stands.
    #[prop(into)]
    field: Signal<Field>,
    /// What the field is called.
    #[prop(into)]
    label: String,
    kind: TextKind,
    /// Said behind the control, such as 万元; nothing where it is empty.
    #[prop(optional)]
    unit: &'static str,
    /// The label is only for screen readers, as in a table.
    #[prop(optional)]
    quiet: bool,
    /// What else is to be said of what stands there.
    #[prop(optional, into)]
    warning: Signal<String>,
) -> impl IntoView {
    let desk = use_desk();
    let id = dom::new_id();
    let [fault_id, was_id, unit_id] = ["fault", "was", "unit"].map(|part| format!("{id}-{part}"));
    // What a field of a kind is does not change with the row.
    let checked = field::is_checked(desk.policy, field.get_untracked());
    let mut described = Vec::new();
    described.extend(checked.then_some(fault_id.as_str()));
    described.push(was_id.as_str());
    described.extend((!unit.is_empty()).then_some(unit_id.as_str()));
    let described = described.join(" ");
    let fault = Memo::new(move |_| fault_sentence(desk, field.get()));
    let typing = Typing::new(desk, field, kind);
    let wrong = move || typing.incomplete.get() || fault.with(|fault| !fault.is_empty());
    let speaks = move || wrong() || typing.says_something() || warning.with(|warning| !warning.is_empty());
    let sentence = move || match typing.incomplete.get() {
        true => half_typed_sentence(&field::text(desk.policy, &desk.draft(), field.get())),
        false => fault.get(),
    };
    let label_class = if quiet { "sr" } else { "" };
    view! {
        <div class="field" class:checked=checked class:wrong=wrong>
            <label class=label_class for=id.clone()>{label}</label>
            <span class="entry">
                {control(typing, id.clone(), described, wrong)}
                {(!unit.is_empty()).then(|| view! { <span class="unit" id=unit_id>{unit}</span> })}
            </span>
            <Was field id=was_id />
            // Below the control and out of the flow: what is said moves nothing that somebody is about to click.
            {checked
                .then(|| {
                    view! {
                        <span class="below" class:speaks=speaks>
                            <span class="fault" id=fault_id aria-live="polite" prop:textContent=sentence></span>
                            <span class="warning" aria-live="polite" prop:textContent=warning></span>
                            <span class="said" aria-live="polite" prop:textContent=move || typing.said()></span>
                            <DoubtLine typing control=id />
                        </span>
                    }
                })}
        </div>
    }
}

fn control(
    typing: Typing,
    id: String,
    described: String,
    wrong: impl Fn() -> bool + Send + Sync + 'static,
) -> AnyView {
    let text = typing.text();
    let invalid = move || wrong().then_some("true");
    // What both kinds of control have.
    let common = view! {
        <{..}
            id=id
            aria-describedby=described
            aria-invalid=invalid
            autocomplete="off"
            spellcheck="false"
            prop:value=text
            on:input=move |event| typing.typed(&event)
            on:change=move |event| typing.settle(&event)
            on:compositionend=move |event| typing.composed(&event)
            on:paste=move |event| typing.pasted(&event)
            on:blur=move |event| typing.left(&event)
        />
    };
    let (kind, class, mode, max) = match typing.kind {
        TextKind::LongWords => return view! { <textarea {..common} rows="2"></textarea> }.into_any(),
        TextKind::Number => ("text", Some("number"), Some("decimal"), None),
        TextKind::Date => ("date", None, None, Some("2999-12-31")),
        TextKind::Words => ("text", None, None, None),
    };
    view! { <input {..common} type=kind class=class inputmode=mode max=max /> }.into_any()
}

/// What is wrong with a field, and what counts meanwhile; empty when nothing is.
fn fault_sentence(desk: Desk, at: Field) -> String {
    match field::fault(desk.policy, &desk.draft(), at) {
        Some((fault, Some(value))) => format!("{fault}仍按 {value} 计算。"),
        Some((fault, None)) => format!("{fault}暂不计入。"),
        None => String::new(),
    }
}
