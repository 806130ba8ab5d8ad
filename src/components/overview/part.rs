//! What the parts of the overview have in common.

use leptos::prelude::*;

use crate::desk::Route;

/// A part of the overview; its title leads to where one goes on with it.
#[component]
pub fn Part(#[prop(into)] title: Signal<String>, route: Route, children: Children) -> impl IntoView {
    view! {
        <section>
            <h2>
                <a href=route.hash() prop:textContent=title></a>
            </h2>
            {children()}
        </section>
    }
}

/// 另有 3 项。
pub fn more(all: usize, shown: usize, word: &str) -> String {
    let more = all.saturating_sub(shown);
    if more > 0 { format!("另有 {more} {word}。") } else { String::new() }
}
