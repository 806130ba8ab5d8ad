//! The control of one text field: it shows the field's text, sends what is typed, and says what is wrong beside it.

use leptos::prelude::*;

use super::dom;
use crate::desk::{Desk, use_desk};
use crate::draft::{Field, field};
use crate::session::Command;

/// How a text control is offered.
#[derive(Clone, Copy, PartialEq)]
pub enum Entry {
    Words,
    /// Several lines.
    LongWords,
    Number,
    Date,
}

/// A labelled control for a field of the draft.
#[component]
pub fn FieldEntry(
    /// The field; in a table it depends on where the row stands.
    #[prop(into)]
    field: Signal<Field>,
    /// What the field is called.
    #[prop(into)]
    label: String,
    entry: Entry,
    /// Said behind the control, such as 万元; nothing where it is empty.
    #[prop(optional)]
    unit: &'static str,
    /// The label is only for screen readers, as in a table.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let desk = use_desk();
    let id = dom::new_id();
    let fault_id = format!("{id}-fault");
    let fault = Memo::new(move |_| fault_sentence(desk, field.get()));
    let incomplete = RwSignal::new(false);
    let wrong = move || incomplete.get() || fault.with(|fault| !fault.is_empty());
    let sentence = move || match (incomplete.get(), field::text(desk.policy, &desk.draft(), field.get())) {
        (true, none) if none.is_empty() => "日期没有填完整，或者没有这一天，暂不计入。".to_owned(),
        (true, counts) => format!("日期没有填完整，或者没有这一天，暂按 {counts} 计算。"),
        (false, _) => fault.get(),
    };
    let label_class = if quiet { "sr" } else { "" };
    let control = Control { desk, field, entry, incomplete };
    view! {
        <div class="field" class:wrong=wrong>
            <label class=label_class for=id.clone()>{label}</label>
            <span class="entry">
                {control.view(id, fault_id.clone(), wrong)}
                {(!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> })}
            </span>
            <span class="fault" id=fault_id aria-live="polite">{sentence}</span>
        </div>
    }
}

/// What the control itself needs.
#[derive(Clone, Copy)]
struct Control {
    desk: Desk,
    field: Signal<Field>,
    entry: Entry,
    /// Whether a date is half typed.
    incomplete: RwSignal<bool>,
}

impl Control {
    fn view(self, id: String, fault_id: String, wrong: impl Fn() -> bool + Send + Sync + 'static) -> AnyView {
        let Control { desk, field, entry, .. } = self;
        let text = Memo::new(move |_| field::text(desk.policy, &desk.draft(), field.get()));
        let invalid = move || wrong().then_some("true");
        let typed = move |event: web_sys::Event| self.typed(&event);
        let left = move |event: web_sys::FocusEvent| self.left(&event);
        if entry == Entry::LongWords {
            return view! {
                <textarea
                    rows="2"
                    id=id
                    aria-describedby=fault_id
                    aria-invalid=invalid
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=text
                    on:input=typed
                    on:blur=left
                ></textarea>
            }
            .into_any();
        }
        let (kind, class, mode, max) = match entry {
            Entry::Number => ("text", Some("number"), Some("decimal"), None),
            Entry::Date => ("date", None, None, Some("2999-12-31")),
            Entry::Words | Entry::LongWords => ("text", None, None, None),
        };
        view! {
            <input
                type=kind
                class=class
                inputmode=mode
                max=max
                id=id
                aria-describedby=fault_id
                aria-invalid=invalid
                autocomplete="off"
                spellcheck="false"
                prop:value=text
                on:input=typed
                on:blur=left
            />
        }
        .into_any()
    }

    fn typed(self, event: &web_sys::Event) {
        // A date that is being typed has no value yet; what stood there goes on counting.
        let half_typed = self.is_half_typed(event);
        self.incomplete.set(half_typed);
        if !half_typed {
            self.desk.dispatch(Command::Enter(self.field.get_untracked(), event_target_value(event)));
        }
    }

    fn left(self, event: &web_sys::Event) {
        // A focused control says that it is left also while its row is taken away; nobody may hear that any more.
        let Some(field) = self.field.try_get_untracked() else { return };
        // A control that was empty before tells of a half-typed date only now.
        self.incomplete.set(self.is_half_typed(event));
        self.desk.dispatch(Command::Leave(field));
    }

    fn is_half_typed(self, event: &web_sys::Event) -> bool {
        self.entry == Entry::Date && dom::input_of(event).is_some_and(|input| input.validity().bad_input())
    }
}

/// What is wrong with a field, and what counts meanwhile; empty when nothing is.
fn fault_sentence(desk: Desk, at: Field) -> String {
    match field::fault(desk.policy, &desk.draft(), at) {
        Some((fault, Some(value))) => format!("{fault}仍按 {value} 计算。"),
        Some((fault, None)) => format!("{fault}暂不计入。"),
        None => String::new(),
    }
}
