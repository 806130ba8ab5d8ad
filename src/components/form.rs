//! Controls of forms that are no part of the draft: what stands in them is kept by the desk (`desk::forms`).

use leptos::prelude::*;

use super::dom;
use super::typing::{TextKind, half_typed_sentence, is_half_typed, paste};
use crate::desk::use_desk;

#[component]
pub fn FormField(
    /// What the desk keeps it by.
    #[prop(into)]
    control: String,
    #[prop(into)] label: String,
    kind: TextKind,
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
    let (fault_id, unit_id) = (format!("{id}-fault"), format!("{id}-unit"));
    let described = if unit.is_empty() { fault_id.clone() } else { format!("{fault_id} {unit_id}") };
    let (shown, typed, pasted_into) = (control.clone(), control.clone(), control);
    let text = Memo::new(move |_| desk.form(&shown));
    let incomplete = RwSignal::new(false);
    // Why a paste was refused, and the text that it left standing.
    let refused = RwSignal::new((String::new(), String::new()));
    let of_paste =
        move || refused.with(|(words, of)| if *of == text.get() { words.clone() } else { String::new() });
    let sentence = move || if incomplete.get() { half_typed_sentence(&text.get()) } else { fault.get() };
    let wrong = move || incomplete.get() || fault.with(|fault| !fault.is_empty());
    let speaks = move || wrong() || !of_paste().is_empty();
    // Some programs fill in a control without telling of it until it is left.
    let take = move |event: web_sys::Event| {
        let half_typed = is_half_typed(&event, kind);
        // A focused control says that it is left also while it is taken away; nobody may hear that any more.
        let Some(kept) = text.try_get_untracked() else { return };
        incomplete.set(half_typed);
        let value = event_target_value(&event);
        if !half_typed && kept != value {
            desk.fill_form(&typed, value);
        }
    };
    let (left, changed, composed) = (take.clone(), take.clone(), take.clone());
    let pasted = move |event: web_sys::ClipboardEvent| match paste(&event, kind) {
        Some(Ok(day)) => {
            incomplete.set(false);
            desk.fill_form(&pasted_into, day);
        }
        Some(Err(words)) => refused.set((words, text.get_untracked())),
        None => {}
    };
    let (type_, class, mode, max) = match kind {
        TextKind::Number => ("text", Some("number"), Some("decimal"), None),
        TextKind::Date => ("date", None, None, Some("2999-12-31")),
        TextKind::Words | TextKind::LongWords => ("text", None, None, None),
    };
    view! {
        <div class="field checked" class:wrong=wrong>
            <label for=id.clone() prop:textContent=label></label>
            <span class="entry">
                <input
                    id=id
                    // The browser undoes here, and not the desk (`desk::keys`).
                    data-form=""
                    type=type_
                    class=class
                    inputmode=mode
                    max=max
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=otherwise
                    aria-describedby=described
                    aria-invalid=move || wrong().then_some("true")
                    prop:value=text
                    on:input=take
                    on:change=changed
                    on:compositionend=move |event| composed(event.into())
                    on:paste=pasted
                    on:blur=move |event| left(event.into())
                />
                {(!unit.is_empty()).then(|| view! { <span class="unit" id=unit_id prop:textContent=unit></span> })}
            </span>
            <span class="below" class:speaks=speaks>
                <span class="fault" id=fault_id aria-live="polite" prop:textContent=sentence></span>
                <span class="said" aria-live="polite" prop:textContent=of_paste></span>
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
