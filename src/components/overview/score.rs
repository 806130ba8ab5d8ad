//! The three-year score in the overview.

use leptos::prelude::*;

use super::part::{Part, more};
use crate::components::{ScoreBar, following};
use crate::desk::{Desk, Route, use_desk};
use crate::policy::Points;
use crate::scoring::Figures;

/// As many open items as find room on paper.
const BRIEF: usize = 10;

/// 三年评估：自评 62.00，最低可得 …
pub fn score_words(desk: Desk) -> String {
    let Figures { floor, declared, ceiling } = desk.assessment().total;
    format!("三年评估：自评 {declared}，最低可得 {floor}，最高可得 {ceiling}，满分 {:#}", desk.policy.total)
}

#[component]
pub fn Score() -> impl IntoView {
    let desk = use_desk();
    let total = Memo::new(move |_| desk.assessment().total);
    let words = move || score_words(desk);
    view! {
        <Part title="三年评估自评" route=Route::Table>
            <p class="figure-words" prop:textContent=words></p>
            <ScoreBar total />
        </Part>
    }
}

/// The sums of the table's groups.
#[component]
pub fn Groups() -> impl IntoView {
    let groups: Vec<_> = (0..use_desk().policy.groups.len()).map(|at| view! { <Group at /> }).collect();
    view! {
        <Part title="各一级指标" route=Route::Table>
            <table class="verdicts">
                <caption class="sr">"各一级指标"</caption>
                <tbody>{groups}</tbody>
            </table>
        </Part>
    }
}

#[component]
fn Group(at: usize) -> impl IntoView {
    let desk = use_desk();
    let group = &desk.policy.groups[at];
    let figures = Memo::new(move |_| desk.assessment().groups[at]);
    let first = group.indicators.first().and_then(|at| desk.policy.indicators[*at].items.first());
    let first = first.map(|at| Route::Item(desk.policy.items[*at].id.to_owned()).hash());
    let weight: Points = group.indicators.iter().map(|at| desk.policy.indicators[*at].weight).sum();
    view! {
        <tr>
            <th scope="row">{first.map(|hash| view! { <a href=hash>{group.name}</a> })}</th>
            <td prop:textContent=move || format!("{} / {weight:#}", figures.get().declared)></td>
            <td prop:textContent=move || format!("最低可得 {}，最高可得 {}", figures.get().floor, figures.get().ceiling)></td>
        </tr>
    }
}

/// What the desk keeps the order of the open items by.
const BY_WEIGHT: &str = "open.by_weight";

/// What is still to be filled in, in the table's order or by how much an answer settles.
#[component]
pub fn OpenItems(brief: bool) -> impl IntoView {
    let desk = use_desk();
    let by_weight = Memo::new(move |_| !desk.form(BY_WEIGHT).is_empty());
    let all = Memo::new(move |_| match by_weight.get() {
        true => desk.assessment().unanswered_by_weight(),
        false => desk.assessment().unanswered(),
    });
    let count = Memo::new(move |_| all.with(Vec::len));
    let title = Signal::derive(move || match count.get() {
        0 => "各项都已填写".to_owned(),
        count => format!("还没填的 {count} 项"),
    });
    let shown = if brief { BRIEF } else { usize::MAX };
    let item = move |at: usize| {
        let item = &desk.policy.items[at];
        let settles = desk.assessment().items[at].settles;
        let settles =
            if settles > Points::ZERO { format!("填了至少定下 {settles} 分") } else { String::new() };
        view! {
            <li>
                <a href=Route::Item(item.id.to_owned()).hash()>{item.label}</a>
                <small prop:textContent=settles></small>
            </li>
        }
    };
    let items = move || all.get().into_iter().take(shown).map(item).collect::<Vec<_>>();
    let order = |label: &'static str, weight: bool| {
        let pressed = move || (by_weight.get() == weight).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| desk.fill_form(BY_WEIGHT, if weight { "yes" } else { "" }.to_owned())>
                {label}
            </button>
        }
    };
    let orders = (!brief).then(|| {
        view! {
            <div class="tabs" role="group" aria-label="排列" hidden=move || count.get() < 2>
                {order("按表的顺序", false)} {order("影响大的在前", true)}
            </div>
        }
    });
    view! {
        <Part title route=Route::Table>
            {orders}
            <ul class="open-list">{following(items)}</ul>
            <p class="help" prop:textContent=move || more(count.get(), shown, "项")></p>
        </Part>
    }
}
