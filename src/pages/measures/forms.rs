//! Forms for what is done most: each shows at once what it comes to, and becomes a measure.

use leptos::prelude::*;

use super::evidence::EvidenceForm;
use super::people::PeopleForm;
use super::readings::ReadingsForm;
use super::shares::SharesForm;
use crate::components::following;
use crate::desk::use_desk;

const KINDS: [(&str, &str); 4] =
    [("people", "增加人员"), ("shares", "转让股权"), ("evidence", "补一项材料"), ("readings", "换口径")];

#[component]
pub fn Forms() -> impl IntoView {
    let desk = use_desk();
    let open = Memo::new(move |_| {
        let form = desk.form("form");
        KINDS.iter().position(|(id, _)| *id == form).unwrap_or(0)
    });
    let button = |(at, (id, label)): (usize, (&'static str, &'static str))| {
        view! {
            <button
                type="button"
                aria-pressed=move || (open.get() == at).to_string()
                on:click=move |_| desk.fill_form("form", id.to_owned())
            >
                {label}
            </button>
        }
    };
    let buttons: Vec<_> = KINDS.into_iter().enumerate().map(button).collect();
    let form = move || match open.get() {
        0 => view! { <PeopleForm /> }.into_any(),
        1 => view! { <SharesForm /> }.into_any(),
        2 => view! { <EvidenceForm /> }.into_any(),
        _ => view! { <ReadingsForm /> }.into_any(),
    };
    view! {
        <div class="tabs" role="group" aria-label="新举措的种类">
            {buttons}
        </div>
        {following(form)}
        <p class="help">
            "别的改动：点上方的“试算”，像平时一样在各页里改，再“存为举措”；或在提分清单里点“设为举措”。"
        </p>
    }
}
