//! What all papers have in common.

use leptos::prelude::*;

use crate::desk::use_desk;
use crate::draft::name;

/// A sheet of paper, with its title and whose it is.
#[component]
pub fn PaperSheet(
    #[prop(into)] title: String,
    /// What stands beside the name of the draft.
    #[prop(into)]
    beside: Signal<String>,
    /// The last line.
    #[prop(optional)]
    foot: &'static str,
    /// What stands on it is of the main draft, whatever is being tried out.
    #[prop(optional)]
    of_main: bool,
    children: Children,
) -> impl IntoView {
    let desk = use_desk();
    let holder = move || match name::holder(&desk.draft()) {
        "" => "（没有填单位名称）".to_owned(),
        holder => name::shown(holder),
    };
    // The draft's own name beside the unit's, where both are given, and whom to ask.
    let under = Memo::new(move |_| {
        let draft = desk.draft();
        let both = !draft.name.trim().is_empty() && !draft.unit.trim().is_empty();
        let called =
            if both { format!("草稿：{}　", name::shown(&name::title(&draft))) } else { String::new() };
        format!("{called}{}", name::contact(&draft)).trim().to_owned()
    });
    // What is being tried out is not so, and must not be taken for it.
    let stamp = Memo::new(move |_| {
        let trial = desk.main_draft().trial.clone().filter(|_| !of_main)?;
        let name = if trial.name.is_empty() { "试算" } else { &trial.name };
        Some(format!("测算稿：{name}（不是主稿的数）"))
    });
    view! {
        <section class="print-sheet">
            <p class="print-stamp" prop:textContent=move || stamp.get().unwrap_or_default()></p>
            <h1 prop:textContent=title></h1>
            <p class="print-head">
                <span prop:textContent=holder></span>
                <span prop:textContent=beside></span>
            </p>
            <p class="print-under" prop:textContent=under></p>
            {children()}
            {(!foot.is_empty()).then(|| view! { <p class="print-foot" prop:textContent=foot></p> })}
        </section>
    }
}

/// The head of a printed table.
#[component]
pub fn PaperHeads(words: Vec<&'static str>) -> impl IntoView {
    let heads: Vec<_> = words.into_iter().map(|word| view! { <th>{word}</th> }).collect();
    view! { <thead><tr>{heads}</tr></thead> }
}
