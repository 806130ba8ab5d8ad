//! 口径: where the text can be read two ways, and the centre's own lines on the score bar.

use leptos::prelude::*;

use crate::components::{Cell, CellKind, DiscretionSwitch, Grid, Note, ReadingSwitch, Sheet};
use crate::desk::use_desk;
use crate::draft::Field;
use crate::session::Rows;

#[component]
pub fn ReadingsPage() -> impl IntoView {
    let policy = use_desk().policy;
    let switches: Vec<_> = (0..policy.readings.len()).map(|at| view! { <ReadingSwitch at /> }).collect();
    let general = policy.notes.iter().map(|note| view! { <Note kind=note.about text=note.text /> }.into_any());
    let of_items = policy.items.iter().flat_map(|item| item.notes.iter().map(move |note| (item.label, note)));
    let of_items =
        of_items.map(|(label, note)| view! { <Note kind=note.about about=label text=note.text /> }.into_any());
    let notes: Vec<_> = general.chain(of_items).collect();
    let lead = "条文可以有两种理解的地方，在这里选定本中心自评所用的一种。最低可得按最不利的理解算，最高可得按最有利的理解算，都不受选择影响。";
    view! {
        <Sheet title="口径与说明" lead>
            <DiscretionSwitch />
            {switches}
            <h2>"自设参考线"</h2>
            <p class="help">
                "办法没有公布各等次的分数线。可以自己设几条线，显示在分数条上，只供本中心对照。"
            </p>
            <ReferenceLines />
            <h2>"条文自身的问题和没有写明的地方"</h2>
            <ul class="notes">{notes}</ul>
        </Sheet>
    }
}

/// Reference lines of the centre's own. No official ones exist, and none is claimed.
#[component]
fn ReferenceLines() -> impl IntoView {
    let desk = use_desk();
    let positions = Memo::new(move |_| desk.draft().lines.keys().zip(0..).collect());
    view! { <Grid class="entries lines" rows=Rows::Lines word="参考线" positions cells /> }
}

fn cells(position: Signal<usize>) -> AnyView {
    view! {
        <Cell position label="名称" kind=CellKind::Words field=Field::LineLabel />
        <Cell position label="分数" kind=CellKind::Number("分") field=Field::LinePoints />
    }
    .into_any()
}
