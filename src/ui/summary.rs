//! 总览: the score, the stages and the next dates together, on one page and on one sheet of paper.

use std::sync::Arc;

use crate::ui::leptos::*;

use super::desk::{Desk, memo, use_desk};
use super::dom::{Child, El, IntoChild, el, of};
use super::route::Route;
use super::{bar, dates, print, way};
use crate::calendar::deadlines;
use crate::policy::Points;
use crate::readiness::{Facts, Readiness, StageStanding, State, Verdict};
use crate::scoring::Figures;

/// As many as one looks at together; the rest is on their own pages.
const DATES: usize = 6;
const TODOS: usize = 8;

pub fn page() -> El {
    let desk = use_desk();
    let lead = "得分、各阶段的条件和接下来的日期放在一起看；打印出来是一页。";
    super::sheet("总览", lead).child(of("div", "summary").child(parts(desk)))
}

/// On paper there is the same.
pub fn paper(desk: Desk) -> El {
    let date = format!("打印日期 {}", desk.today());
    print::sheet(desk, "制创自评总览", el("span").child(date))
        .child(of("div", "summary").child(parts(desk)))
        .child(of("p", "print-foot").child("由制创自评生成，为本中心自评自查，以主管部门的评估、审查和公布为准。"))
}

fn parts(desk: Desk) -> Vec<El> {
    let standing = way::standing(desk);
    vec![
        el("section").child(link(el("h2"), "三年评估自评", Route::Table)).child(score(desk)),
        el("section")
            .child(link(el("h2"), "培育与认定", Route::Way))
            .child(move || stages(&standing.get()))
            .child(of("p", "help").child(memo(move || way::panel_words(desk)))),
        el("section")
            .child(link(el("h2"), "须先补齐的条件", Route::Way))
            .child(move || todos(desk, &standing.get())),
        el("section").child(link(el("h2"), "接下来的日期", Route::Dates)).child(move || next(desk)),
    ]
}

fn link(head: El, words: &'static str, route: Route) -> El {
    head.child(el("a").attr("href", route.hash()).child(words))
}

fn score(desk: Desk) -> El {
    let total = memo(move || desk.assessment().total);
    let words = move || {
        let Figures { floor, declared, ceiling } = total.get();
        let waiting = desk.assessment().unanswered().len();
        let waiting = if waiting == 0 {
            "各项都已填写。".to_owned()
        } else {
            format!("还有 {waiting} 项未填。")
        };
        format!("最低可得 {floor}，自评 {declared}，最高可得 {ceiling}，满分 {:#}。{waiting}", desk.policy.total)
    };
    let row =
        |at: usize| {
            let group = &desk.policy.groups[at];
            let figures = memo(move || desk.assessment().groups[at]);
            let weight: Points = group.indicators.iter().map(|at| desk.policy.indicators[*at].weight).sum();
            el("tr")
                .child(el("th").attr("scope", "row").child(group.name))
                .child(el("td").child(move || format!("{} / {weight:#}", figures.get().declared)))
                .child(el("td").child(move || {
                    format!("最低可得 {}，最高可得 {}", figures.get().floor, figures.get().ceiling)
                }))
        };
    let rows: Vec<El> = (0..desk.policy.groups.len()).map(row).collect();
    let groups =
        of("table", "verdicts").child(of("caption", "sr").child("各一级指标")).child(el("tbody").child(rows));
    el("div").child(el("p").child(words)).child(bar::parts(desk, total)).child(groups)
}

fn stages(standing: &Arc<Readiness>) -> El {
    let row = |(at, stage): (usize, &StageStanding)| {
        let name = way::pathway().stages[at].name;
        el("tr")
            .child(el("th").attr("scope", "row").child(link(
                el("span"),
                name,
                Route::Stage(way::pathway().stages[at].id.to_owned()),
            )))
            .child(el("td").child(way::verdict_mark(stage.verdict)))
            .child(el("td").child(way::settled(stage)))
            .child(el("td").child(open_words(stage)))
    };
    let rows: Vec<El> = standing.stages.iter().enumerate().map(row).collect();
    of("table", "verdicts")
        .child(el("caption").attr("class", "sr").child("各阶段的条件"))
        .child(el("tbody").child(rows))
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
fn todos(desk: Desk, standing: &Readiness) -> Child {
    let draft = desk.draft();
    let facts = Facts { pathway: way::pathway(), draft: &draft, today: desk.today() };
    let Some(at) = standing.blocked_ahead(&facts) else {
        let words = match standing.stages.iter().any(|stage| stage.verdict == Verdict::Blocked) {
            true => "已经过去的阶段里还有不符合的条件，见“培育与认定”；其余阶段没有。",
            false => "各阶段没有不符合的条件。",
        };
        return of("p", "help").child(words).into_child();
    };
    let all = &standing.stages[at].blocking;
    let more = all.len().saturating_sub(TODOS);
    let item = |at: &usize| {
        let hash = Route::Requirement(way::pathway().requirements[*at].id.to_owned()).hash();
        el("li").child(el("a").attr("href", hash).child(way::to_do(desk, *at)))
    };
    let items: Vec<El> = all.iter().take(TODOS).map(item).collect();
    vec![
        of("p", "help").child(format!("{}阶段：", way::pathway().stages[at].name)).into_child(),
        of("ol", "todo").child(items).into_child(),
        (more > 0).then(|| of("p", "help").child(format!("另有 {more} 项。"))).into_child(),
    ]
    .into_child()
}

fn next(desk: Desk) -> Child {
    let waiting = deadlines::next(way::pathway(), &desk.draft(), desk.today());
    let more = waiting.len().saturating_sub(DATES);
    let lines: Vec<El> = waiting
        .iter()
        .take(DATES)
        .map(|(due, standing)| el("li").child(dates::due_line(desk, due, *standing)))
        .collect();
    let list = match lines.is_empty() {
        true => of("p", "help").child("没有推算出要办的日期；在“日期”页填写已经发生的日期。"),
        false => of("ul", "next-dates").child(lines),
    };
    vec![
        list.into_child(),
        (more > 0).then(|| of("p", "help").child(format!("另有 {more} 个日期。"))).into_child(),
        dates::consequences(desk),
    ]
    .into_child()
}
