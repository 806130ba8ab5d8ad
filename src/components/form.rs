//! Controls of forms that are no part of the draft: what stands in them is kept by the desk (`desk::forms`).

use leptos::prelude::*;

use super::dom;
use crate::desk::use_desk;

/// What is typed into a form.
#[derive(Clone, Copy, PartialEq)]
pub enum FormKind {
    Words,
    Number,
    Date,
}

#[component]
pub fn FormField(
    /// What the desk keeps it by.
    #[prop(into)]
    control: String,
    #[prop(into)] label: String,
    kind: FormKind,
    #[prop(optional)] unit: &'static str,
    /// What counts while it is empty.
    #[prop(optional)]
    otherwise: &'static str,
    /// What is wrong with it.
    #[prop(optional, into)]
    fault: Signal<String>,
) -> impl IntoView {
    let desk = use_desk();
    let id = dom::new_id();
    let fault_id = format!("{id}-fault");
    let (shown, typed) = (control.clone(), control);
    let text = Memo::new(move |_| desk.form(&shown));
    let wrong = move || fault.with(|fault| !fault.is_empty());
    // Some programs fill in a control without telling of it until it is left.
    let take = move |event: web_sys::Event| {
        // A date that is being typed has no value yet; what stood there goes on counting.
        if dom::input_of(&event).is_some_and(|input| input.validity().bad_input()) {
            return;
        }
        let value = event_target_value(&event);
        if text.try_get_untracked().is_some_and(|text| text != value) {
            desk.fill_form(&typed, value);
        }
    };
    let (left, changed) = (take.clone(), take.clone());
    let (kind, class, mode) = match kind {
        FormKind::Words => ("text", None, None),
        FormKind::Number => ("text", Some("number"), Some("decimal")),
        FormKind::Date => ("date", None, None),
    };
    view! {
        <div class="field checked" class:wrong=wrong>
            <label for=id.clone() prop:textContent=label></label>
            <span class="entry">
                <input
                    id=id
                    type=kind
                    class=class
                    inputmode=mode
                    autocomplete="off"
                    placeholder=otherwise
                    aria-describedby=fault_id.clone()
                    aria-invalid=move || wrong().then_some("true")
                    prop:value=text
                    on:input=take
                    on:change=changed
                    on:blur=move |event| left(event.into())
                />
                {(!unit.is_empty()).then(|| view! { <span class="unit" prop:textContent=unit></span> })}
            </span>
            <span class="below" class:speaks=wrong>
                <span class="fault" id=fault_id aria-live="polite" prop:textContent=fault></span>
            </span>
        </div>
    }
}

/// Options by their ids, of which the first stands where nothing was chosen.
#[component]
pub fn FormSelect(
    #[prop(into)] control: String,
    #[prop(into)] label: String,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let desk = use_desk();
    let id = dom::new_id();
    let (shown, typed) = (control.clone(), control);
    let chosen = Memo::new(move |_| chosen_of(&desk.form(&shown), &options.get()));
    let option = move |(id, label): (String, String)| {
        let is_chosen = {
            let id = id.clone();
            move || chosen.with(|chosen| *chosen == id)
        };
        view! { <option value=id prop:selected=is_chosen prop:textContent=label></option> }
    };
    let all = move || options.get().into_iter().map(option).collect::<Vec<_>>();
    view! {
        <div class="field">
            <label for=id.clone() prop:textContent=label></label>
            <select id=id prop:value=chosen on:change=move |event| desk.fill_form(&typed, event_target_value(&event))>
                {super::following(all)}
            </select>
        </div>
    }
}

/// What counts as chosen: the first where what was chosen is not there any more.
pub fn chosen_of(text: &str, options: &[(String, String)]) -> String {
    let found = options.iter().find(|(id, _)| id == text).or(options.first());
    found.map(|(id, _)| id.clone()).unwrap_or_default()
}
