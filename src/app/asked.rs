//! Asks a draft from before it was asked what it is for: once, with one click.

use leptos::prelude::*;

use crate::components::{PurposeChoice, following};
use crate::desk::{Route, use_desk};

#[component]
pub fn Asked() -> impl IntoView {
    let desk = use_desk();
    // Two places ask it themselves.
    let asks = |place: &Route| matches!(place, Route::Start | Route::Drafts);
    let is_open = Memo::new(move |_| desk.draft().purpose.is_none() && !desk.place.with(asks));
    following(move || {
        is_open.get().then(|| {
            view! {
                <section class="asked" aria-label="草稿的用途">
                    <p>"这份草稿用来做什么？选了以后随时可以在“草稿”里改。"</p>
                    <PurposeChoice />
                </section>
            }
        })
    })
}
