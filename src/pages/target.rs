//! 达标路径: the cheapest, the fastest and the surest measures to a target.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::{FormField, FormSelect, RouteAnswer, Sheet, TextKind, following};
use crate::desk::{Goals, Route, use_desk};
use crate::draft::{EntryId, Measure};
use crate::scenario::words;

#[component]
pub fn TargetPage() -> impl IntoView {
    let desk = use_desk();
    let asked = desk.goals();
    let fault = Signal::derive(move || asked.with(|asked| asked.as_ref().err().cloned().unwrap_or_default()));
    let answers = desk.answers(asked);
    let on = Signal::stored(Goals::on_options());
    // What claims points is no measure on the way to a target.
    let has_measures = Memo::new(move |_| desk.main_draft().measures.iter().any(|one| !one.claims()));
    let without_cost = Memo::new(move |_| {
        let main = desk.main_draft();
        main.measures.iter().filter(|one| !one.claims() && one.cost.value.is_none()).count()
    });
    let costs = move || match without_cost.get() {
        0 => String::new(),
        count => format!(
            "有 {count} 项举措没有写费用，按 0 万元算；没有写天数的按 0 天算。在“举措与方案”里补上，结果才有用。"
        ),
    };
    let body = move || {
        match has_measures.get() {
        true => view! {
            <div class="columns answers">
                {following(move || {
                    let answers = answers.get();
                    answers.iter().map(|answer| view! { <RouteAnswer answer=answer.clone() /> }).collect::<Vec<_>>()
                })}
            </div>
            <h2>"必须采用的和不用的"</h2>
            <Constraints />
        }
        .into_any(),
        false => view! {
            <p class="help">
                "还没有举措。先在" <a href=Route::Steps.hash()>"提分清单"</a> "或"
                <a href=Route::Measures.hash()>"举措与方案"</a>
                "里添加，写上费用和天数，这里就算出最省钱、最快、最稳妥的办法。"
            </p>
        }
        .into_any(),
    }
    };
    view! {
        <Sheet
            title="达标路径"
            lead="要达到多少分，做哪几件最划算：在全部举措的所有组合里找。自报分数不算举措：报得高不等于做到了。"
        >
            <div class="columns">
                <FormField control="target" label="目标分数" kind=TextKind::Number unit="分" otherwise=Goals::TARGET fault />
                <FormSelect control="target.on" label="按哪个数" options=on />
            </div>
            <p class="help" prop:textContent=costs></p>
            {following(body)}
        </Sheet>
    }
}

/// For each measure whether it is free, must be in, or must be out.
#[component]
fn Constraints() -> impl IntoView {
    let desk = use_desk();
    let measures = Memo::new(move |_| {
        let main = desk.main_draft();
        let named = |measure: &Measure| (measure.id.clone(), words::name(desk.policy, &main, measure));
        Arc::new(main.measures.iter().filter(|measure| !measure.claims()).map(named).collect::<Vec<_>>())
    });
    let rows = move || measures.get().iter().cloned().map(|(id, name)| constraint(&id, name)).collect::<Vec<_>>();
    view! { <div class="columns">{following(rows)}</div> }
}

fn constraint(id: &EntryId, name: String) -> AnyView {
    view! { <FormSelect control=Goals::control(id) label=name options=Signal::stored(Goals::constraint_options()) /> }.into_any()
}
