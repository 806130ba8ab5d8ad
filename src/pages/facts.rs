//! 基础数据: everything once, in the table's order, whatever rows it counts in.

use leptos::prelude::*;

use crate::components::{Sheet, Source, SourceEntry};
use crate::desk::{Desk, Route, use_desk};

#[component]
pub fn FactsPage() -> impl IntoView {
    let desk = use_desk();
    let sections: Vec<_> = sources_by_group(desk)
        .into_iter()
        .map(|(name, sources)| {
            let parts: Vec<_> = sources.into_iter().map(|source| view! { <Part source /> }).collect();
            view! {
                <section class="part">
                    <h2>{name}</h2>
                    {parts}
                </section>
            }
        })
        .collect();
    let lead = "每项数据只填一次，用到它的各项一起计分。不知道的可以空着：空着不等于 0，也不等于“否”。";
    view! { <Sheet title="基础数据" lead>{sections}</Sheet> }
}

/// The sources of each group that stand in no group before it.
fn sources_by_group(desk: Desk) -> Vec<(&'static str, Vec<Source>)> {
    let mut seen: Vec<Source> = Vec::new();
    let mut all = Vec::new();
    for group in desk.policy.groups {
        let items = group.indicators.iter().flat_map(|at| desk.policy.indicators[*at].items);
        let mut mine = Vec::new();
        for source in items.flat_map(|item| Source::all_of(&desk.policy.items[*item])) {
            if !seen.contains(&source) {
                seen.push(source);
                mine.push(source);
            }
        }
        if !mine.is_empty() {
            all.push((group.name, mine));
        }
    }
    all
}

#[component]
fn Part(source: Source) -> impl IntoView {
    match source.table() {
        None => view! {
            <SourceEntry source />
            <UsedBy source />
        }
        .into_any(),
        Some((title, _)) => view! {
            <div class="shared">
                <h3>{title}</h3>
                <UsedBy source />
                <SourceEntry source />
            </div>
        }
        .into_any(),
    }
}

/// The rows that a source counts in, with what they come to.
#[component]
fn UsedBy(source: Source) -> impl IntoView {
    let desk = use_desk();
    let items = desk.policy.items.iter().enumerate().filter(|(_, item)| Source::all_of(item).contains(&source));
    let links: Vec<_> = items
        .map(|(at, item)| {
            let points =
                Memo::new(move |_| format!("{} / {:#}", desk.assessment().items[at].figures.declared, item.max));
            // Tab goes from field to field; the rows are reached from the table as well.
            view! { <a href=Route::Item(item.id.to_owned()).hash() tabindex="-1">{item.label}" "<span prop:textContent=points></span></a> }
        })
        .collect();
    view! { <p class="used-by">"计入：" {links}</p> }
}
