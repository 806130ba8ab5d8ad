//! 比选: the main draft and up to three others as columns of the official table.

mod choosing;

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::{
    Changed, Columns, ComparisonTable, FormSelect, Sheet, SideFacts, TickBox, Warnings, Waterfall, chosen_of,
    following,
};
use crate::desk::{Route, use_desk};
use choosing::Choosing;

/// What the desk keeps the form by.
const ALL_ROWS: &str = "compare.all";
const FROM: &str = "compare.from";

#[component]
pub fn ComparePage() -> impl IntoView {
    let desk = use_desk();
    let columns = Columns::memo(desk);
    let wanted = RwSignal::new(1_usize);
    let count = Memo::new(move |_| columns.with(|columns| columns.all.len()));
    // One that is not there any more gives way to the first.
    let current = Memo::new(move |_| if wanted.get() < count.get() { wanted.get() } else { 1 });
    let has_side = Memo::new(move |_| count.get() > 1);
    let only = Memo::new(move |_| has_side.get() && desk.form(ALL_ROWS).is_empty());
    let set = move |yes: bool| desk.fill_form(ALL_ROWS, if yes { String::new() } else { "yes".to_owned() });
    // Where the chart can begin: at any but the one it leads to, the main draft first.
    let names = Memo::new(move |_| {
        let (columns, current) = (columns.get(), current.get());
        let others = columns.all.iter().enumerate().filter(|(at, _)| *at != current);
        others.map(|(_, column)| (column.name.clone(), column.name.clone())).collect::<Vec<_>>()
    });
    let has_several = move || count.get() > 2;
    let alike = move || {
        let differs = columns.with(|columns| {
            columns
                .all
                .iter()
                .filter_map(|one| one.comparison.as_ref())
                .any(|one| one.items.iter().any(|item| !item.is_same()))
        });
        if has_side.get() && !differs { "各栏每一项的得分都一样。" } else { "" }
    };
    let tab = move |at: usize, name: String| {
        view! {
            <button type="button" aria-pressed=move || (current.get() == at).to_string() on:click=move |_| wanted.set(at) prop:textContent=name></button>
        }
    };
    let tabs = move || {
        let columns = columns.get();
        let sides = columns.all.iter().enumerate().skip(1);
        sides.map(|(at, column)| tab(at, column.name.clone())).collect::<Vec<_>>()
    };
    let below = move || {
        let (columns, current): (Arc<Columns>, usize) = (columns.get(), current.get());
        let other = columns.all.get(current).cloned()?;
        let from = chosen_of(&desk.form(FROM), &names.get());
        let mut others = columns.all.iter().enumerate().filter(|(at, _)| *at != current);
        let from =
            others.find(|(_, column)| column.name == from).map_or(&columns.all[0], |(_, column)| column).clone();
        Some(view! {
            <h2>"得分从哪里来"</h2>
            <Waterfall main=from other=other.clone() />
            <Changed main=columns.all[0].clone() column=other />
            <SideFacts columns />
        })
    };
    view! {
        <Sheet title="比选" class="compare-page" lead="主稿和最多三个方案、历史版本、其他草稿或文件，按评估表逐项对比。点一格看那一边的得分理由。">
            <Choosing />
            <Warnings columns />
            <p class="help" hidden=has_side>
                "还没有可比的。先在" <a href=Route::Measures.hash()>"举措与方案"</a>
                "里组一个方案，或在上面选一份草稿、历史版本或文件。"
            </p>
            <div class="tabs sides-tabs" role="group" aria-label="和主稿比的是哪一个" hidden=move || !has_side.get()>
                {following(tabs)}
            </div>
            <TickBox label="只看有差别的" yes=only set=set />
            <p class="help" prop:textContent=alike></p>
            <ComparisonTable columns only_differing=only current />
            <div class="columns" hidden=move || !has_several()>
                <FormSelect control=FROM label="图从哪一栏算起" options=names />
            </div>
            {following(below)}
        </Sheet>
    }
}
