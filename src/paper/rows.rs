//! Tables on paper whose rows are lists of the draft.

use leptos::prelude::*;

use super::sheet::PaperHeads;
use crate::components::following;
use crate::desk::use_desk;

/// Longer lists are laid out only when printing begins: they would slow the page down at each keystroke.
const ALWAYS: usize = 200;

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
pub enum Column {
    Words,
    /// A number or a day, which never breaks.
    Figure,
}

/// A table with a row for each entry of a list.
#[component]
pub fn PaperRows(
    class: &'static str,
    heads: Vec<(&'static str, Column)>,
    /// How many rows there are; where each is dear to make, more than are laid out before printing begins.
    #[prop(into)]
    count: Signal<usize>,
    rows: fn() -> Vec<Vec<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let is_laid_out = Memo::new(move |_| count.get() <= ALWAYS || desk.printing.get());
    let words = heads.iter().map(|(word, _)| *word).collect();
    let cell = |(words, (_, column)): (String, &(&'static str, Column))| {
        // A text that was typed in place of a number may be long.
        let figure =
            *column == Column::Figure && words.bytes().all(|one| one.is_ascii_digit() || b" .,:-%".contains(&one));
        let class = if figure { "figure" } else { "print-quote" };
        view! { <td class=class prop:textContent=words></td> }
    };
    let row = move |cells: Vec<String>| {
        let cells: Vec<_> = cells.into_iter().zip(&heads).map(cell).collect();
        view! { <tr>{cells}</tr> }
    };
    let body = move || is_laid_out.get().then(|| rows().into_iter().map(&row).collect::<Vec<_>>());
    view! {
        <table class=class>
            <PaperHeads words />
            <tbody>{following(body)}</tbody>
        </table>
    }
}
