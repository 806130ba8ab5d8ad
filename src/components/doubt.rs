//! A question beside a number that counts and was probably not meant.

use leptos::prelude::*;

use super::dom;
use super::following::following;
use super::typing::Typing;
use crate::draft::field::Doubt;

/// Asks whether 0.92 is 92%, with one click for either answer.
#[component]
pub fn DoubtLine(
    typing: Typing,
    /// The id of the number's control: whoever answered goes on there.
    control: String,
) -> impl IntoView {
    let control = StoredValue::new(control);
    let go_on = move || {
        if let Some(control) = control.with_value(|id| document().get_element_by_id(id)) {
            dom::focus(&control);
        }
    };
    let line = move |Doubt { meant, meant_words, stands_words }: Doubt| {
        view! {
            <span class="doubt" role="group">
                <span prop:textContent=format!("是 {meant_words} 吗？")></span>
                <button
                    type="button"
                    on:click=move |_| {
                        go_on();
                        typing.take(&meant);
                    }
                    prop:textContent=format!("改为 {meant_words}")
                ></button>
                <button
                    type="button"
                    on:click=move |_| {
                        go_on();
                        typing.keep();
                    }
                    prop:textContent=format!("就是 {stands_words}")
                ></button>
            </span>
        }
    };
    view! { <span aria-live="polite">{following(move || typing.doubt.get().map(line))}</span> }
}
