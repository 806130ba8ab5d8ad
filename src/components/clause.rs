//! Quotations of a clause, and what the text leaves open.

use leptos::prelude::*;

use crate::desk::use_desk;
use crate::policy::NoteKind;

/// A clause in its own words, with its document and place.
#[component]
pub fn Quote(quote: &'static str, document: &'static str, #[prop(into)] place: String) -> impl IntoView {
    view! {
        <blockquote>
            <p>{quote}</p>
            <footer>{format!("——{document} {place}")}</footer>
        </blockquote>
    }
}

/// A note with the mark of its kind.
#[component]
pub fn Note(
    kind: NoteKind,
    /// The item that it is about, where that is not plain.
    #[prop(optional)]
    about: Option<&'static str>,
    text: &'static str,
) -> impl IntoView {
    view! {
        <li>
            <span class="mark">{kind.label()}</span>
            {about.map(|about| view! { <strong>{format!("{about}：")}</strong> })}
            {text}
        </li>
    }
}

/// What the documents leave open about a stage, the panel, the dates or the grades, folded away.
#[component]
pub fn FoldedNotes(about: &'static str) -> impl IntoView {
    let pathway = use_desk().pathway;
    let mine = pathway.notes.iter().filter(|note| note.about == about);
    let all: Vec<_> = mine.map(|note| view! { <Note kind=note.kind text=note.text /> }).collect();
    let count = all.len();
    (count > 0).then(|| {
        view! {
            <details class="clause">
                <summary>{format!("条文没有写明、前后矛盾或理解不一的地方（{count} 处）")}</summary>
                <ul class="notes">{all}</ul>
            </details>
        }
    })
}
