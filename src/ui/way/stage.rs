//! One stage: its verdict, what is to be done, and its requirements.

use std::sync::Arc;

use crate::ui::leptos::*;

use super::requirement;
use super::{notes, pathway, verdict_mark};
use crate::policy::{Section, Stage};
use crate::readiness::{Facts, Readiness, State, Verdict, explain};
use crate::ui::controls;
use crate::ui::desk::{Desk, memo};
use crate::ui::dom::{Child, El, IntoChild, el, of};
use crate::ui::route::Route;
use crate::ui::transfer::today;

pub fn stage(desk: Desk, standing: Memo<Arc<Readiness>>, at: usize) -> El {
    let stage = &pathway().stages[at];
    let only_open = RwSignal::new(false);
    let filter =
        controls::tick_box("只看还没解决的", memo(move || only_open.get()), move |yes| only_open.set(yes));
    // What is shown is settled when the box is ticked: an entry that is being answered does not run away.
    let sections = move || {
        let only_open = only_open.get();
        let now = untrack(|| standing.get());
        let shown = |at: &usize| !only_open || is_open(&now, *at);
        stage.sections.iter().map(|one| section(desk, standing, one, &shown)).collect::<Vec<Child>>()
    };
    let title =
        el("h2").child(format!("{} ", stage.name)).child(move || verdict_mark(standing.get().stages[at].verdict));
    of("section", "stage")
        .child(title)
        .child(of("p", "lead").child(stage.lead))
        .child(of("p", "help").child(format!("依据：{} {}", pathway().document, stage.clause)))
        .child(
            of("div", "reasons").attr("aria-live", "polite").child(move || todo(desk, &standing.get(), stage, at)),
        )
        .child(notes(stage.id))
        .child(filter)
        .child(sections)
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
fn todo(desk: Desk, standing: &Readiness, stage: &'static Stage, at: usize) -> Vec<Child> {
    let this = &standing.stages[at];
    let mut all = Vec::new();
    let lead = match this.verdict {
        Verdict::Ready => format!("“{}”必须满足的条件都已符合（或不适用）。以主管部门的审查为准。", stage.name),
        Verdict::Blocked => format!("要先解决 {} 项：", this.blocking.len()),
        Verdict::Unverified => "没有不符合的，还有条件没有核对。".to_owned(),
    };
    all.push(of("p", "met").child(lead).into_child());
    if !this.blocking.is_empty() {
        all.push(of("ol", "todo").child(links(desk, &this.blocking, true)).into_child());
    }
    if !this.unverified.is_empty() {
        let words = format!("还没有核对的 {} 项：", this.unverified.len());
        all.push(folded(words, links(desk, &this.unverified, false), this.blocking.is_empty()).into_child());
    }
    if !this.warnings.is_empty() {
        let words = "条文说“一般”“原则上”的，不符合也不影响结论，但要准备说明：";
        all.push(of("p", "warning").child(words).into_child());
        all.push(of("ul", "todo").child(links(desk, &this.warnings, true)).into_child());
    }
    all
}

fn folded(words: String, links: Vec<El>, open: bool) -> El {
    let details = of("details", "unverified");
    let details = if open { details.attr("open", "") } else { details };
    details.child(el("summary").child(words)).child(of("ul", "todo inline").child(links))
}

/// Links to requirements: what is to be done and how much is missing, or only what they are.
fn links(desk: Desk, all: &[usize], what_to_do: bool) -> Vec<El> {
    let mut said: Vec<String> = Vec::new();
    let mut links = Vec::new();
    for at in all {
        let words = if what_to_do { to_do(desk, *at) } else { pathway().requirements[*at].label.to_owned() };
        // What several requirements ask is done once.
        if !said.contains(&words) {
            let hash = Route::Requirement(pathway().requirements[*at].id.to_owned()).hash();
            links.push(el("li").child(el("a").attr("href", hash).child(words.as_str())));
            said.push(words);
        }
    }
    links
}

/// What is to be done about an unmet requirement, with how much is missing where that can be computed.
pub fn to_do(desk: Desk, at: usize) -> String {
    let requirement = &pathway().requirements[at];
    let facts = Facts { draft: &desk.draft(), today: today() };
    match explain::shortfall(desk.policy, pathway(), requirement, &facts) {
        Some(gap) if !gap.is_empty() => format!("{}（{gap}）", requirement.todo),
        _ => requirement.todo.to_owned(),
    }
}
