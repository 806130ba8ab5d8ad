//! What a draft is for, and whose it is.

use leptos::prelude::*;

use super::field::FieldEntry;
use super::typing::TextKind;
use crate::desk::use_desk;
use crate::draft::{Field, Purpose};

/// What a draft is for, as buttons; the chosen one is pressed. It can be changed any time.
#[component]
pub fn PurposeChoice() -> impl IntoView {
    let desk = use_desk();
    let button = |purpose: Purpose| {
        let chosen = move || (desk.draft().purpose == Some(purpose)).to_string();
        view! {
            <button type="button" aria-pressed=chosen on:click=move |_| desk.choose(Field::Purpose, purpose.id())>
                {purpose.label()}
            </button>
        }
    };
    let buttons: Vec<_> = Purpose::ALL.into_iter().map(button).collect();
    view! {
        <div class="tabs" role="group" aria-label="这份草稿用来做什么">
            {buttons}
        </div>
    }
}

/// The unit, who fills in the form, and where to ask.
#[component]
pub fn Holder() -> impl IntoView {
    view! {
        <div class="columns">
            <FieldEntry field=Field::Unit label="单位名称" kind=TextKind::Words />
            <FieldEntry field=Field::Preparer label="填表人" kind=TextKind::Words />
            <FieldEntry field=Field::Phone label="联系电话" kind=TextKind::Words />
        </div>
    }
}
