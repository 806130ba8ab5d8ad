//! One stage: its verdict, what is to be done, and its requirements.

use std::sync::Arc;

use crate::ui::leptos::*;

use super::requirement;
use super::{bring_into_sight, notes, pathway, verdict_mark};
use crate::policy::{Section, Stage};
use crate::readiness::{Facts, Readiness, StageStanding, State, Verdict, explain, passed};
use crate::ui::controls;
use crate::ui::desk::{Desk, memo};
use crate::ui::dom::{Child, El, IntoChild, el, of};
use crate::ui::route::Route;

pub fn stage(desk: Desk, standing: Memo<Arc<Readiness>>, only_open: RwSignal<bool>, at: usize) -> El {
    let stage = &pathway().stages[at];
    let filter = controls::tick_box("只看不符合和待核实的", memo(move || only_open.get()), move |yes| {
        only_open.set(yes)
    });
    // What is shown is settled when the box is ticked: an entry that is being answered does not run away.
    let sections = move || {
        let only_open = only_open.get();
        let now = untrack(|| standing.get());
        let shown = |at: &usize| !only_open || is_open(&now, *at);
        if !stage.requirements().any(|at| shown(&at)) {
            return of("p", "help").child("这一阶段没有不符合或待核实的条件。").into_child();
        }
        stage.sections.iter().map(|one| section(desk, standing, one, &shown)).collect::<Vec<Child>>().into_child()
    };
    let title =
        el("h2").child(format!("{} ", stage.name)).child(move || verdict_mark(standing.get().stages[at].verdict));
    // Attestation when it changes, and not at every keystroke that leaves it as it is.
    let verdict = memo(move || format!("{}：{}", stage.name, standing.get().stages[at].verdict.label()));
    of("section", "stage")
        .child(title)
        .child(of("p", "spoken").attr("role", "status").child(verdict))
        .child(of("p", "lead").child(stage.lead))
        .child(of("p", "help").child(format!("依据：{} {}", pathway().document, stage.clause)))
        .child(of("p", "help").child(memo(move || behind(desk, stage))))
        .child(todo(desk, standing, only_open, stage, at))
        .child(notes(stage.id))
        .child(filter)
        .child(sections)
}

/// That a stage is over; what was entered of it stays as it is.
fn behind(desk: Desk, stage: &Stage) -> String {
    let facts = Facts { pathway: pathway(), draft: &desk.draft(), today: desk.today() };
    passed(stage, &facts).map_or_else(String::new, |(event, on)| {
        format!("“{}”是 {on}，这一阶段已经过去；下面的核对只供留存和对照。", desk.policy.facts[event].label)
    })
}

/// Whether something is still to be done about a requirement.
fn is_open(standing: &Readiness, at: usize) -> bool {
    matches!(standing.states[at], State::Unmet | State::Unverified)
}

fn section(
    desk: Desk,
    standing: Memo<Arc<Readiness>>,
    section: &'static Section,
    shown: &dyn Fn(&usize) -> bool,
) -> Child {
    let rows: Vec<El> = section
        .requirements
        .iter()
        .filter(|at| shown(at))
        .map(|at| requirement::requirement(desk, standing, *at))
        .collect();
    let head = el("h3").child(section.name).child(el("small").child(section.clause));
    let all =
        (!rows.is_empty()).then(|| of("section", "part").child(head).child(of("div", "requirements").child(rows)));
    all.into_child()
}

/// What stands in the way, as short as it can be said.
fn todo(
    desk: Desk,
    standing: Memo<Arc<Readiness>>,
    only_open: RwSignal<bool>,
    stage: &'static Stage,
    at: usize,
) -> El {
    let lead = memo(move || {
        let standing = standing.get();
        let this = &standing.stages[at];
        match this.verdict {
            Verdict::Ready => {
                format!("“{}”必须满足的条件都已符合（或不适用）。以主管部门的审查为准。", stage.name)
            }
            Verdict::Blocked => format!("须先补齐的条件 {} 项：", this.blocking.len()),
            Verdict::Unverified => "没有不符合的条件，还有待核实的条件。".to_owned(),
        }
    });
    let to_do = move |all: fn(&StageStanding) -> &Vec<usize>| {
        memo(move || all(&standing.get().stages[at]).iter().map(|at| (*at, to_do(desk, *at))).collect())
    };
    let blocking = links(to_do(|stage| &stage.blocking), only_open);
    let warnings = links(to_do(|stage| &stage.warnings), only_open);
    let label = |at: &usize| (*at, pathway().requirements[*at].label.to_owned());
    let unverified =
        links(memo(move || standing.get().stages[at].unverified.iter().map(label).collect()), only_open);
    let count = memo(move || match standing.get().stages[at].unverified.len() {
        0 => String::new(),
        count => format!("必须满足而待核实的 {count} 项"),
    });
    let expected = memo(move || match standing.get().stages[at].warnings.is_empty() {
        true => String::new(),
        false => "条文写“一般”“原则上”的，不符合只作提醒；主管部门可能要求说明：".to_owned(),
    });
    of("div", "reasons")
        .child(of("p", "met").child(lead))
        .child(of("ol", "todo").child(blocking))
        // It stays as open as it was while what is in it changes.
        .child(
            of("details", "unverified")
                .live("hidden", move || count.get().is_empty().then(String::new))
                .child(el("summary").child(count))
                .child(of("ul", "todo inline").child(unverified)),
        )
        .child(of("p", "warning").child(expected))
        .child(of("ul", "todo").child(warnings))
}

/// Links to requirements with these words. A click that leaves the address as it is brings the row into sight again.
fn links(all: Memo<Vec<(usize, String)>>, only_open: RwSignal<bool>) -> impl IntoChild {
    let link = move |(at, words): (usize, String)| {
        let hash = Route::Requirement(pathway().requirements[at].id.to_owned()).hash();
        let link = el("a").attr("href", hash).child(words).on("click", move |_| bring_into_sight(at, only_open));
        el("li").child(link)
    };
    move || all.get().into_iter().map(link).collect::<Vec<El>>()
}

/// What is to be done about an unmet requirement, with how much is missing where that can be computed.
pub fn to_do(desk: Desk, at: usize) -> String {
    let requirement = &pathway().requirements[at];
    let facts = Facts { pathway: pathway(), draft: &desk.draft(), today: desk.today() };
    match explain::shortfall(desk.policy, pathway(), requirement, &facts) {
        Some(gap) if !gap.is_empty() => format!("{}（{gap}）", requirement.todo),
        _ => requirement.todo.to_owned(),
    }
}
