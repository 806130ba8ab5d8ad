//! A page's sheet.

use leptos::prelude::*;

/// A page's sheet, with its title and what it is for.
#[component]
pub fn Sheet(
    title: &'static str,
    lead: &'static str,
    /// A further class.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <section class=format!("sheet {class}").trim_end().to_owned()>
            <h1 tabindex="-1">{title}</h1>
            <p class="lead">{lead}</p>
            {children()}
        </section>
    }
}
