//! 年度目标: the yearly responsibility targets, and the self-evaluation for the January report.

use leptos::prelude::*;

use crate::calendar::annual;
use crate::components::{Choice, FieldEntry, Quote, Sheet, TextKind, dom, following};
use crate::desk::{Desk, use_desk};
use crate::draft::Field;
use crate::draft::field::TaskField;
use crate::policy::{Duty, Outcome};
use crate::session::{Command, Rows};

#[component]
pub fn AnnualPage() -> impl IntoView {
    let desk = use_desk();
    let open = desk.shown_plan();
    let lead = "按考核评估办法第五至七条拟定的年度责任目标：目标、举措、进展逐项填写，次年 1 月底前报自评估报告时用。这里的内容不影响三年评估的得分。";
    let add = move |_| {
        let year = annual::next_year(desk.pathway, &desk.draft_untracked(), untrack(|| desk.today()));
        desk.dispatch(Command::Plan(year));
        desk.open_plan.set(desk.draft_untracked().plans.len().saturating_sub(1));
    };
    // Another plan in the same place is another, with what is half typed in it.
    let shown = move || {
        let draft = desk.draft();
        open.get().and_then(|at| Some((draft.plans.keys().nth(at)?, at)))
    };
    view! {
        <Sheet title="年度目标" lead>
            <Years open />
            <p class="add">
                <button type="button" on:click=add>
                    "＋ 添加年度"
                </button>
            </p>
            // Which plan is open decides what is built; what is typed into it does not.
            <Show when=move || open.get().is_none()>
                <p class="help">"还没有年度。添加一个年度后逐项填写。"</p>
            </Show>
            <For each=shown key=|plan| *plan let((_, at))>
                <Plan at />
            </For>
        </Sheet>
    }
}

#[component]
fn Years(open: Memo<Option<usize>>) -> impl IntoView {
    let desk = use_desk();
    let years = Memo::new(move |_| desk.draft().plans.iter().map(annual::year_words).collect::<Vec<String>>());
    let year = move |(at, year): (usize, String)| {
        view! {
            <button
                type="button"
                aria-pressed=move || (open.get() == Some(at)).to_string()
                on:click=move |_| desk.open_plan.set(at)
                prop:textContent=year
            ></button>
        }
    };
    view! {
        <div class="tabs" role="group" aria-label="年度">
            {following(move || years.get().into_iter().enumerate().map(year).collect::<Vec<_>>())}
        </div>
    }
}

#[component]
fn Plan(
    /// The plan's position.
    at: usize,
) -> impl IntoView {
    let desk = use_desk();
    let outcome = Memo::new(move |_| desk.draft().plans.get(at).map(annual::outcome_words).unwrap_or_default());
    let twice = Memo::new(move |_| match annual::has_twin(&desk.draft(), at) {
        true => "这个年度另有一份目标，请核对年度。".to_owned(),
        false => String::new(),
    });
    let due = Memo::new(move |_| {
        let draft = desk.draft();
        let words = |plan| annual::due_words(desk.pathway, &draft, plan, desk.today());
        draft.plans.get(at).map(words).unwrap_or_default()
    });
    let duties: Vec<_> = Duty::ALL.iter().map(|duty| view! { <Task at duty=*duty /> }).collect();
    view! {
        <section class="plan">
            <div class="draft-head">
                <FieldEntry
                    field=Field::PlanYear(at)
                    label="年度"
                    kind=TextKind::Number
                    unit="年"
                    warning=twice
                />
                <FieldEntry field=Field::ReportedOn(at) label="自评估报告报送日期" kind=TextKind::Date />
            </div>
            <p class="help" prop:textContent=due></p>
            <p class="sum" aria-live="polite" prop:textContent=outcome></p>
            <p class="tools-line">
                <button type="button" on:click=move |_| desk.print()>
                    "打印自评估报告"
                </button>
                <button type="button" on:click=move |_| export(desk, at)>
                    "导出报告文字"
                </button>
                <button type="button" on:click=move |event| dom::once(&event, || desk.remove(Rows::Plans, at))>
                    "删除这个年度"
                </button>
            </p>
            {duties}
            <h2>"自评估总结"</h2>
            <FieldEntry field=Field::Summary(at) label="总体评价、存在问题和改进" kind=TextKind::LongWords />
        </section>
    }
}

fn export(desk: Desk, at: usize) {
    // What is only being tried out is not reported.
    let draft = desk.main_untracked();
    if let Some(plan) = draft.plans.get(at) {
        let ending = format!("-{}自评估报告.txt", annual::year_words(plan).replace(' ', ""));
        desk.export_text(&annual::report(&draft, plan), "text/plain;charset=utf-8", &ending);
    }
}

#[component]
fn Task(at: usize, duty: Duty) -> impl IntoView {
    let desk = use_desk();
    let field = |part| Field::Task(at, duty, part);
    let text = desk.pathway.duties.iter().find(|text| text.duty == duty);
    let clause = text.map(|text| {
        view! {
            <details class="clause">
                <summary>{format!("条文和提示：{}", text.clause.place)}</summary>
                <Quote quote=text.clause.quote document=desk.policy.document place=text.clause.place />
                <p class="help">{text.help}</p>
            </details>
        }
    });
    let options = Outcome::ALL.iter().map(|outcome| (outcome.id(), outcome.label())).collect();
    view! {
        <section class="task" role="group" aria-label=duty.label()>
            <h2>{duty.label()}</h2>
            {clause}
            <div class="columns">
                <FieldEntry field=field(TaskField::Target) label="责任目标" kind=TextKind::LongWords />
                <FieldEntry
                    field=field(TaskField::Measures)
                    label="主要举措和时间进度"
                    kind=TextKind::LongWords
                />
                <FieldEntry field=field(TaskField::Progress) label="完成情况" kind=TextKind::LongWords />
            </div>
            <Choice
                field=field(TaskField::Outcome)
                legend=format!("{}的结果", duty.label())
                quiet=true
                options
                nothing="未写明"
            />
        </section>
    }
}
