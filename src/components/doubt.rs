//! A question beside a number that counts and was probably not meant.

use leptos::prelude::*;

use super::dom;
use crate::desk::use_desk;
use crate::draft::{Field, field};

/// Asks whether 0.92 is 92%, with one click for either answer.
#[component]
pub fn DoubtLine(
    field: Signal<Field>,
    /// Whether it was answered that the value is meant.
    meant: RwSignal<bool>,
    /// The id of the number's control: whoever answered goes on there.
    control: String,
) -> impl IntoView {
    let desk = use_desk();
    let doubt = Memo::new(move |_| {
        let doubt = field::doubt(desk.policy, &desk.draft(), field.get());
        doubt.filter(|_| !meant.get())
    });
    let go_on = move || {
        if let Some(control) = document().get_element_by_id(&control) {
            dom::focus(&control);
        }
    };
    let (take, keep) = (go_on.clone(), go_on);
    move || {
        let doubt = doubt.get()?;
        let (take, keep) = (take.clone(), keep.clone());
        Some(view! {
            <span class="doubt" role="group" aria-live="polite">
                <span>{format!("是 {} 吗？", doubt.meant_words)}</span>
                <button
                    type="button"
                    on:click=move |_| {
                        take();
                        desk.choose(field.get_untracked(), doubt.meant.clone());
                    }
                >
                    {format!("改为 {}", doubt.meant_words)}
                </button>
                <button
                    type="button"
                    on:click=move |_| {
                        keep();
                        meant.set(true);
                    }
                >
                    {format!("就是 {}", doubt.stands_words)}
                </button>
            </span>
        })
    }
}
