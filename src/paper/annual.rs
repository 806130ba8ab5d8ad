//! The report of the open year on paper.

use leptos::prelude::*;

use super::sheet::{PaperHeads, PaperSheet};
use crate::calendar::annual;
use crate::components::following;
use crate::desk::use_desk;
use crate::draft::field::TaskField;
use crate::draft::{Field, YearPlan, field};
use crate::policy::{Duty, Outcome};

#[component]
pub fn AnnualPaper() -> impl IntoView {
    let open = use_desk().shown_plan();
    let paper = move || match open.get() {
        Some(at) => view! { <Report at /> }.into_any(),
        None => {
            view! { <PaperSheet title="年度责任目标" beside="还没有年度" of_main=true>""</PaperSheet> }.into_any()
        }
    };
    view! { <div>{following(paper)}</div> }
}

#[component]
fn Report(
    /// The plan's position.
    at: usize,
) -> impl IntoView {
    let desk = use_desk();
    let of_plan = move |words: fn(&YearPlan) -> String| {
        Memo::new(move |_| desk.draft().plans.get(at).map(words).unwrap_or_default())
    };
    let year =
        of_plan(|plan| format!("{}，豫工信联科〔2019〕194号 第五至七条、第十八条", annual::year_words(plan)));
    let rows: Vec<_> = Duty::ALL.iter().map(|duty| view! { <DutyRow at duty=*duty /> }).collect();
    let foot = "由制创自评生成，为本中心自评，以主管部门的考核为准。";
    view! {
        <PaperSheet title="年度责任目标完成情况自评估" beside=year foot of_main=true>
            <table class="report">
                <PaperHeads words=vec!["任务", "责任目标", "主要举措和时间进度", "完成情况", "结果"] />
                <tbody>{rows}</tbody>
            </table>
            <p class="long" prop:textContent=of_plan(annual::outcome_words)></p>
            <h2>"总体评价、存在问题和改进"</h2>
            <p class="long" prop:textContent=of_plan(|plan| plan.summary.clone())></p>
        </PaperSheet>
    }
}

#[component]
fn DutyRow(at: usize, duty: Duty) -> impl IntoView {
    let desk = use_desk();
    let text =
        move |part| Memo::new(move |_| field::text(desk.policy, &desk.draft(), Field::Task(at, duty, part)));
    let outcome = Memo::new(move |_| {
        let draft = desk.draft();
        let outcome = draft.plans.get(at).and_then(|plan| plan.task(duty).outcome);
        outcome.map(Outcome::label).unwrap_or_default()
    });
    view! {
        <tr>
            <td prop:textContent=duty.label()></td>
            <td class="print-quote long" prop:textContent=text(TaskField::Target)></td>
            <td class="print-quote long" prop:textContent=text(TaskField::Measures)></td>
            <td class="print-quote long" prop:textContent=text(TaskField::Progress)></td>
            <td prop:textContent=outcome></td>
        </tr>
    }
}
