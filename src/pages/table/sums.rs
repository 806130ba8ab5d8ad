//! The cells that rows of items and rows of sums share.

use leptos::prelude::*;

use crate::policy::Points;
use crate::scoring::Figures;

/// The cells of a row of sums, behind its name.
#[component]
pub fn SumCells(
    weight: Points,
    figures: Memo<Figures>,
    #[prop(optional)] expert: Option<Memo<String>>,
) -> impl IntoView {
    view! {
        <td class="figure">{format!("{weight:#}")}</td>
        <FigureCells figures />
        <td class="expert" prop:textContent=move || expert.map(|expert| expert.get())></td>
    }
}

/// The three figures of a row.
#[component]
pub fn FigureCells(figures: Memo<Figures>) -> impl IntoView {
    view! {
        <td class="figure floor" prop:textContent=move || figures.get().floor.to_string()></td>
        <td class="figure declared" prop:textContent=move || figures.get().declared.to_string()></td>
        <td class="figure ceiling" prop:textContent=move || figures.get().ceiling.to_string()></td>
    }
}
