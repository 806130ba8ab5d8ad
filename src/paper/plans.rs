//! 提分清单, 举措与方案, 比选 and 达标路径 on paper. All but the first are 测算稿: they show what is not so.

use std::sync::Arc;

use leptos::prelude::*;

use super::rows::{Column, PaperRows};
use super::sheet::PaperSheet;
use crate::components::{
    Changed, Columns, ComparisonTable, Risks, RouteAnswer, SideFacts, StepList, Warnings, Waterfall, following,
    step_order,
};
use crate::desk::{Desk, use_desk};
use crate::draft::{Measure, Scenario};
use crate::scenario::{self, words};
use crate::steps::Chance;

const FOOT: &str = "由制创自评生成，为本中心测算，以主管部门的评估为准。";

fn beside(desk: Desk) -> Signal<String> {
    Signal::derive(move || format!("打印日期 {}", desk.today()))
}

#[component]
pub fn StepsPaper() -> impl IntoView {
    let desk = use_desk();
    let order = step_order(desk);
    let lists = Chance::ALL.map(|chance| view! { <StepList chance order on_paper=true /> }).collect_view();
    view! {
        <PaperSheet title="提分清单" beside=beside(desk) foot=FOOT of_main=true>
            {lists}
            <Risks />
        </PaperSheet>
    }
}

#[component]
pub fn MeasuresPaper() -> impl IntoView {
    let desk = use_desk();
    let measures = Memo::new(move |_| desk.main_draft().measures.len());
    let scenarios = Memo::new(move |_| desk.main_draft().scenarios.len());
    let heads = |words: &[&'static str]| words.iter().map(|word| (*word, Column::Words)).collect::<Vec<_>>();
    view! {
        <PaperSheet title="举措与方案（测算稿）" beside=beside(desk) foot=FOOT of_main=true>
            <h2>"方案"</h2>
            <PaperRows class="print-plans" heads=heads(&["方案", "举措", "费用和天数", "得分"]) count=scenarios rows=scenario_rows />
            <h2>"举措"</h2>
            <PaperRows class="print-measures" heads=heads(&["举措", "改动", "费用和天数", "把握", "负责", "说明"]) count=measures rows=measure_rows />
        </PaperSheet>
    }
}

fn scenario_rows() -> Vec<Vec<String>> {
    let desk = use_desk();
    let main = desk.main_draft();
    let row = |one: &Scenario| {
        let measures = scenario::measures_of(&main, one);
        let (cost, days) = scenario::cost_and_days(measures.iter().copied());
        let names: Vec<String> = measures.iter().map(|measure| words::name(desk.policy, &main, measure)).collect();
        let score = match scenario::effect(desk.policy, &main, &measures) {
            Ok((effect, _)) => effect.words(),
            Err(refused) => refused.message().to_owned(),
        };
        let name = [one.name.clone(), one.note.clone()].into_iter().filter(|words| !words.trim().is_empty());
        let cost = format!("{}，{days} 天", words::cost(cost));
        vec![name.collect::<Vec<_>>().join("："), names.join("；"), cost, score]
    };
    main.scenarios.iter().map(row).collect()
}

fn measure_rows() -> Vec<Vec<String>> {
    let desk = use_desk();
    let main = desk.main_draft();
    let row = |one: &Measure| {
        let changes: Vec<String> =
            one.changes.iter().map(|change| words::change(desk.policy, &main, change)).collect();
        let cost = format!("{}，{} 天", words::cost(one.cost()), one.days());
        let name = words::name(desk.policy, &main, one);
        vec![name, changes.join("；"), cost, one.certainty.label().to_owned(), one.owner.clone(), one.note.clone()]
    };
    main.measures.iter().map(row).collect()
}

#[component]
pub fn ComparePaper() -> impl IntoView {
    let desk = use_desk();
    let columns = Columns::memo(desk);
    let names = Signal::derive(move || {
        let names: Vec<String> = columns.with(|columns| columns.all.iter().map(|one| one.name.clone()).collect());
        format!("{}　打印日期 {}", names.join("、"), desk.today())
    });
    let below = move || {
        let columns: Arc<Columns> = columns.get();
        let sides = 1..columns.all.len();
        let side = |current: usize| {
            let (main, other) = (columns.all[0].clone(), columns.all[current].clone());
            view! {
                <Waterfall main=main.clone() other=other.clone() />
                <Changed main column=other on_paper=true />
            }
        };
        let sides: Vec<_> = sides.map(side).collect();
        view! {
            {sides}
            <SideFacts columns />
        }
    };
    view! {
        <PaperSheet title="比选（测算稿）" beside=names foot=FOOT of_main=true>
            <Warnings columns />
            <ComparisonTable columns only_differing=false current=0_usize />
            {following(below)}
        </PaperSheet>
    }
}

#[component]
pub fn TargetPaper() -> impl IntoView {
    let desk = use_desk();
    let answers = desk.answers(desk.goals());
    let all = move || {
        let answers = answers.get();
        answers
            .iter()
            .map(|answer| view! { <RouteAnswer answer=answer.clone() on_paper=true /> })
            .collect::<Vec<_>>()
    };
    view! {
        <PaperSheet title="达标路径（测算稿）" beside=beside(desk) foot=FOOT of_main=true>
            {following(all)}
        </PaperSheet>
    }
}
