//! 开始: what a new draft is asked first. Everything is kept as it is typed, can be left empty, and can be changed later.

use leptos::prelude::*;

use crate::calendar::period;
use crate::components::{FieldEntry, Holder, OfferedFact, PeriodOffer, PurposeChoice, Sheet, TextKind, following};
use crate::desk::use_desk;
use crate::draft::{Field, Purpose};

#[component]
pub fn StartPage() -> impl IntoView {
    let desk = use_desk();
    let is_evaluated = Memo::new(move |_| desk.purpose() == Purpose::Evaluation);
    let rest = move || match is_evaluated.get() {
        true => view! { <ForEvaluation /> }.into_any(),
        false => view! { <ForRecognition /> }.into_any(),
    };
    let lead = "三个问题，都可以先空着，以后随时能改；填了就会保存。";
    view! {
        <Sheet title="开始" lead>
            <h2>"1．这份草稿用来做什么？"</h2>
            <PurposeChoice />
            <h2>"2．是哪个单位？"</h2>
            <Holder />
            <p class="help">"单位名称、填表人和联系电话写在每一份打印和导出的材料上。"</p>
            {following(rest)}
        </Sheet>
    }
}

#[component]
fn ForEvaluation() -> impl IntoView {
    let desk = use_desk();
    let facts: Vec<_> = period::facts(desk.pathway).map(|at| view! { <OfferedFact at /> }).collect();
    view! {
        <h2>"3．什么时候认定的？"</h2>
        <div class="columns">{facts}</div>
        <div class="draft-head">
            <FieldEntry field=Field::PeriodFrom label="考评期自" kind=TextKind::Date />
            <FieldEntry field=Field::PeriodTo label="至" kind=TextKind::Date />
        </div>
        <PeriodOffer explains=true />
        <p>
            <button type="button" class="primary" on:click=move |_| desk.go_to_first_open()>
                "去评估表，从第一项填起"
            </button>
        </p>
    }
}

#[component]
fn ForRecognition() -> impl IntoView {
    let desk = use_desk();
    // The first event that puts a stage behind tells where the unit stands.
    let listed = desk.pathway.stages.first().and_then(|stage| stage.passed_by.first());
    view! {
        <h2>"3．列入培育了没有？"</h2>
        <p class="help">"还没有列入的空着，从培育申报的条件核对起；已经列入的，从培育建设核对起。"</p>
        <div class="columns">{listed.map(|at| view! { <OfferedFact at=*at /> })}</div>
        <p>
            <button type="button" class="primary" on:click=move |_| desk.go_to_first_open()>
                "去核对第一条"
            </button>
        </p>
    }
}
