//! 按事实填: everything once, in the table's order, whatever rows it counts in.

use leptos::prelude::*;

use super::desk::{Desk, use_desk, memo};
use super::inputs::{self, Source};
use super::route::Route;
use super::{evidence, finance, members};

#[component]
pub fn Facts() -> impl IntoView {
    let desk = use_desk();
    let mut shown: Vec<Source> = Vec::new();
    let mut sections = Vec::new();
    for group in &desk.policy.groups {
        let mut parts = Vec::new();
        for item in group.indicators.iter().flat_map(|at| &desk.policy.indicators[*at].items) {
            for source in inputs::sources(&desk.policy.items[*item]) {
                if !shown.contains(&source) {
                    shown.push(source);
                    parts.push(part(desk, source));
                }
            }
        }
        if !parts.is_empty() {
            sections.push(view! { <section class="part"><h2>{group.name.clone()}</h2>{parts}</section> });
        }
    }
    view! {
        <section class="sheet facts">
            <h1>"按事实填"</h1>
            <p class="lead">"每个事实只填一次，用到它的各项一起计分。不知道的可以空着：空着不等于 0，也不等于“否”。"</p>
            {sections}
        </section>
    }
}

fn part(desk: Desk, source: Source) -> AnyView {
    let (title, table) = match source {
        Source::Fact(at) => return view! { {inputs::fact(desk, at)} {used_by(desk, source)} }.into_any(),
        Source::Finance => ("财务数据", finance::finance()),
        Source::Members => ("成员与股权", members::members()),
        Source::Evidence(category) => (category.label(), evidence::evidence(category)),
    };
    view! {
        <div class="shared">
            <h3>{title}</h3>
            {used_by(desk, source)}
            {table}
        </div>
    }
    .into_any()
}

/// The rows that a fact counts in, with what they come to.
fn used_by(desk: Desk, source: Source) -> AnyView {
    let users: Vec<_> = desk
        .policy
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| inputs::sources(item).contains(&source))
        .map(|(at, item)| {
            let figures = memo(move || desk.with_assessment(|assessment| assessment.items[at].figures.declared));
            let max = item.max;
            view! {
                <a href=Route::Item(item.id.clone()).hash()>
                    {item.label.clone()}" "
                    <span class="figure">{move || figures.get().to_string()}</span>
                    {format!(" / {max:#}")}
                </a>
            }
        })
        .collect();
    view! { <p class="used-by">"计入："{users}</p> }.into_any()
}
