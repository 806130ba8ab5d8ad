//! 培育与认定: the stages as a path, and of each what it asks and how the centre stands.

mod experts;
mod paper;
mod requirement;
mod stage;

use std::sync::Arc;
use std::time::Duration;

use crate::ui::leptos::*;

pub use experts::words as panel_words;
pub use paper::paper;
pub use requirement::fact;
pub use stage::to_do;

use super::desk::{Desk, memo, use_desk};
use super::dom::{Child, El, IntoChild, el, follow, of};
use super::readings;
use super::route::Route;
use crate::policy::{Pathway, Stage};
use crate::readiness::{Readiness, StageStanding, State, Verdict, judge};
use crate::rules;

/// The pathway, for the views of this room.
pub fn pathway() -> &'static Pathway {
    rules::henan_2023_52()
}

/// How the open draft stands, followed.
pub fn standing(desk: Desk) -> Memo<Arc<Readiness>> {
    memo(move || Arc::new(judge(pathway(), &desk.draft(), desk.today())))
}

pub fn page() -> El {
    let desk = use_desk();
    let standing = standing(desk);
    let open = memo(move || open_stage(&desk.route.get()));
    let only_open = RwSignal::new(false);
    scroll_to_requirement(desk, only_open);
    let lead = "从申报培育到正式认定，各阶段要求什么、现在符合到哪一步。能算的由填写的数据算出，其余由本中心逐条核对；只作自查，不代替主管部门的审查。";
    super::sheet("培育与认定", lead)
        .child(path(standing, open))
        .child(move || stage::stage(desk, standing, only_open, open.get()))
}

/// Position of the stage that the address names; the first where it names none.
fn open_stage(route: &Route) -> usize {
    let named = |stage: &Stage| match route {
        Route::Stage(id) => stage.id == *id,
        Route::Requirement(id) => stage.requirements().any(|at| pathway().requirements[at].id == *id),
        _ => false,
    };
    pathway().stages.iter().position(named).unwrap_or(0)
}

/// Brings the requirement that the address names into sight, and puts the focus on it.
fn scroll_to_requirement(desk: Desk, only_open: RwSignal<bool>) {
    let listen = follow(Box::new(move || {
        if let Route::Requirement(id) = desk.route.get()
            && let Some(at) = pathway().requirements.iter().position(|one| one.id == id)
        {
            bring_into_sight(at, only_open);
        }
    }));
    // Held for as long as the page is there.
    StoredValue::new_local(listen);
}

/// A row has to be there before the page can scroll to it; one that the filter hides is shown with all others.
fn bring_into_sight(at: usize, only_open: RwSignal<bool>) {
    let show = move || {
        if !requirement::show(at) && only_open.get_untracked() {
            only_open.set(false);
            set_timeout(move || _ = requirement::show(at), Duration::ZERO);
        }
    };
    set_timeout(show, Duration::ZERO);
}

/// The stages in a row, each with its verdict; the open one is marked.
fn path(standing: Memo<Arc<Readiness>>, open: Memo<usize>) -> El {
    let steps: Vec<El> =
        pathway().stages.iter().enumerate().map(|(at, stage)| step(standing, open, at, stage)).collect();
    el("nav").attr("aria-label", "阶段").child(of("ol", "path").child(steps))
}

fn step(standing: Memo<Arc<Readiness>>, open: Memo<usize>, at: usize, stage: &'static Stage) -> El {
    let here = memo(move || open.get() == at);
    let link = el("a")
        .attr("href", Route::Stage(stage.id.to_owned()).hash())
        .live("aria-current", move || here.get().then(|| "step".to_owned()))
        .child(el("strong").child(format!("{} {}", at + 1, stage.name)))
        .child(move || verdict_mark(standing.get().stages[at].verdict))
        .child(el("small").child(memo(move || settled(&standing.get().stages[at]))));
    el("li").child(link)
}

/// Such as 符合或不适用 12/33 项.
pub fn settled(standing: &StageStanding) -> String {
    let (settled, all) = standing.settled;
    format!("符合或不适用 {settled}/{all} 项")
}

/// A verdict by its sign and its word: colour is never the only sign.
pub fn verdict_mark(verdict: Verdict) -> El {
    let (class, sign) = match verdict {
        Verdict::Ready => ("verdict ready", "✓"),
        Verdict::Unverified => ("verdict pending", "？"),
        Verdict::Blocked => ("verdict blocked", "✗"),
    };
    of("span", class).child(format!("{sign} {}", verdict.label()))
}

/// A state by its sign and its word.
pub fn state_words(state: State) -> String {
    let sign = match state {
        State::Met => "✓",
        State::Unmet => "✗",
        State::Unverified => "？",
        State::NotApplicable => "–",
    };
    format!("{sign} {}", state.label())
}

/// What the documents leave open about a stage, the panel, the dates or the grades.
pub fn notes(about: &'static str) -> Child {
    let mine = pathway().notes.iter().filter(|note| note.about == about);
    let all: Vec<El> = mine.map(|note| readings::note(note.kind, None, note.text)).collect();
    let count = all.len();
    let folded = (count > 0).then(|| {
        of("details", "clause")
            .child(el("summary").child(format!("条文没有写明、前后矛盾或理解不一的地方（{count} 处）")))
            .child(of("ul", "notes").child(all))
    });
    folded.into_child()
}
