//! The score, the stages and the next dates together, as the page and the paper of 总览 show them.

use leptos::prelude::*;

use super::dates::{Consequences, DueLine};
use super::score_bar::ScoreBar;
use super::verdicts::{VerdictMark, settled_words, to_do};
use crate::calendar::{Due, DueState, deadlines};
use crate::desk::{Desk, Route, use_desk};
use crate::policy::Points;
use crate::readiness::{StageStanding, State, Verdict, panel};
use crate::scoring::Figures;

/// As many dates and blocking requirements as one looks at together; the rest is on their own pages.
const DATES: usize = 6;
const BLOCKING: usize = 8;

/// Dates that are called for, and how they stand.
type Waiting = Vec<(Due, DueState)>;

#[component]
pub fn Overview() -> impl IntoView {
    let desk = use_desk();
    let panel = Memo::new(move |_| panel::words(desk.pathway, &desk.draft().panel));
    // What is overdue, and what is to come.
    let waiting = Memo::new(move |_| {
        let all = deadlines::next(desk.pathway, &desk.draft(), desk.today()).into_iter();
        all.partition::<Waiting, _>(|(_, state)| matches!(state, DueState::Overdue(_)))
    });
    view! {
        <div class="overview">
            {move || overdue(desk, waiting.get().0)}
            <section>
                <h2><PlaceLink words="三年评估自评" route=Route::Table /></h2>
                <Score />
            </section>
            <section>
                <h2><PlaceLink words="培育与认定" route=Route::Pathway /></h2>
                <Stages />
                <p class="help" prop:textContent=panel></p>
            </section>
            <section>
                <h2><PlaceLink words="须先补齐的条件" route=Route::Pathway /></h2>
                {move || to_dos(desk)}
            </section>
            <section>
                <h2><PlaceLink words="接下来的日期" route=Route::Dates /></h2>
                {move || next_dates(waiting.get())}
                <Consequences />
            </section>
        </div>
    }
}

#[component]
fn PlaceLink(words: &'static str, route: Route) -> impl IntoView {
    view! { <a href=route.hash() prop:textContent=words></a> }
}

#[component]
fn Score() -> impl IntoView {
    let desk = use_desk();
    let total = Memo::new(move |_| desk.assessment().total);
    let words = move || {
        let Figures { floor, declared, ceiling } = total.get();
        let waiting = match desk.assessment().unanswered().len() {
            0 => "各项都已填写。".to_owned(),
            waiting => format!("还有 {waiting} 项未填。"),
        };
        format!("最低可得 {floor}，自评 {declared}，最高可得 {ceiling}，满分 {:#}。{waiting}", desk.policy.total)
    };
    let groups: Vec<_> = (0..desk.policy.groups.len()).map(|at| view! { <Group at /> }).collect();
    view! {
        <div>
            <p prop:textContent=words></p>
            <ScoreBar total />
            <table class="verdicts">
                <caption class="sr">"各一级指标"</caption>
                <tbody>{groups}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Group(at: usize) -> impl IntoView {
    let desk = use_desk();
    let group = &desk.policy.groups[at];
    let figures = Memo::new(move |_| desk.assessment().groups[at]);
    let weight: Points = group.indicators.iter().map(|at| desk.policy.indicators[*at].weight).sum();
    view! {
        <tr>
            <th scope="row">{group.name}</th>
            <td prop:textContent=move || format!("{} / {weight:#}", figures.get().declared)></td>
            <td prop:textContent=move || format!("最低可得 {}，最高可得 {}", figures.get().floor, figures.get().ceiling)></td>
        </tr>
    }
}

#[component]
fn Stages() -> impl IntoView {
    let rows: Vec<_> = (0..use_desk().pathway.stages.len()).map(|at| view! { <StageRow at /> }).collect();
    view! {
        <table class="verdicts">
            <caption class="sr">"各阶段的条件"</caption>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn StageRow(at: usize) -> impl IntoView {
    let desk = use_desk();
    let stage = &desk.pathway.stages[at];
    let verdict = Memo::new(move |_| desk.readiness().stages[at].verdict);
    let settled = Memo::new(move |_| settled_words(&desk.readiness().stages[at]));
    let open = Memo::new(move |_| open_words(&desk.readiness().stages[at]));
    view! {
        <tr>
            <th scope="row">
                <span>
                    <PlaceLink words=stage.name route=Route::Stage(stage.id.to_owned()) />
                </span>
            </th>
            <td><VerdictMark verdict /></td>
            <td prop:textContent=settled></td>
            <td prop:textContent=open></td>
        </tr>
    }
}

fn open_words(stage: &StageStanding) -> String {
    let mut parts = Vec::new();
    let mut add = |count: usize, word: &str| {
        if count > 0 {
            parts.push(format!("{word} {count} 项"));
        }
    };
    add(stage.blocking.len(), State::Unmet.label());
    add(stage.unverified.len(), State::Unverified.label());
    add(stage.warnings.len(), "“一般”“原则上”的条件不符合");
    parts.join("，")
}

/// What blocks the first stage that is not behind.
fn to_dos(desk: Desk) -> AnyView {
    let readiness = desk.readiness();
    let Some(at) = desk.with_facts(|facts| readiness.blocked_ahead(facts)) else {
        let words = match readiness.stages.iter().any(|stage| stage.verdict == Verdict::Blocked) {
            true => "已经过去的阶段里还有不符合的条件，见“培育与认定”；其余阶段没有。",
            false => "各阶段没有不符合的条件。",
        };
        return view! { <p class="help" prop:textContent=words></p> }.into_any();
    };
    let all = &readiness.stages[at].blocking;
    let item = |at: &usize| {
        let hash = Route::Requirement(desk.pathway.requirements[*at].id.to_owned()).hash();
        view! { <li><a href=hash prop:textContent=to_do(desk, *at)></a></li> }
    };
    let items: Vec<_> = all.iter().take(BLOCKING).map(item).collect();
    view! {
        <p class="help" prop:textContent=format!("{}阶段：", desk.pathway.stages[at].name)></p>
        <ol class="todo">{items}</ol>
        {more(all.len(), BLOCKING, "项")}
    }
    .into_any()
}

/// What is overdue, and what to do about it now: before everything else.
fn overdue(desk: Desk, late: Waiting) -> Option<AnyView> {
    let more = more(late.len(), DATES, "个已经逾期的日期");
    let line = |(due, state): (Due, DueState)| {
        let what_to_do = desk.pathway.dates[due.rule].late;
        view! {
            <li>
                <DueLine due state />
                <p class="help" prop:textContent=what_to_do></p>
            </li>
        }
    };
    let lines: Vec<_> = late.into_iter().take(DATES).map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="overdue">
                <h2><PlaceLink words="已经逾期" route=Route::Dates /></h2>
                <ul class="next-dates">{lines}</ul>
                {more}
            </section>
        }
        .into_any()
    })
}

fn next_dates((late, waiting): (Waiting, Waiting)) -> AnyView {
    if waiting.is_empty() {
        let words = match late.is_empty() {
            true => "没有推算出要办的日期；在“日期”页填写已经发生的日期。",
            false => "除已经逾期的以外，没有推算出要办的日期。",
        };
        return view! { <p class="help" prop:textContent=words></p> }.into_any();
    }
    let more = more(waiting.len(), DATES, "个日期");
    let lines: Vec<_> =
        waiting.into_iter().take(DATES).map(|(due, state)| view! { <li><DueLine due state /></li> }).collect();
    view! {
        <ul class="next-dates">{lines}</ul>
        {more}
    }
    .into_any()
}

fn more(all: usize, shown: usize, word: &'static str) -> Option<impl IntoView> {
    let more = all.saturating_sub(shown);
    (more > 0).then(|| view! { <p class="help" prop:textContent=format!("另有 {more} {word}。")></p> })
}
