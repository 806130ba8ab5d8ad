//! One stage: its verdict, what is to be done, and its requirements.

use leptos::prelude::*;

use super::requirement::{RequirementRow, bring_into_sight};
use crate::components::{FoldedNotes, Sheet, TickBox, VerdictMark, following, settled_words, to_do};
use crate::desk::{Desk, Route, use_desk};
use crate::policy::{Section, Stage};
use crate::readiness::{StageStanding, State, Verdict, passed};

#[component]
pub fn StageSheet(
    /// The stage's position.
    at: usize,
    /// Whether only what is still to be done is shown.
    only_open: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let stage = &desk.pathway.stages[at];
    let verdict = Memo::new(move |_| desk.readiness().stages[at].verdict);
    // Said when it changes, and not at every keystroke that leaves it as it is.
    let spoken = move || format!("{}：{}", stage.name, verdict.get().label());
    let behind = Memo::new(move |_| behind(desk, stage));
    let settled = Memo::new(move |_| settled_words(&desk.readiness().stages[at]));
    view! {
        <Sheet class="stage" title=stage.name lead=stage.lead>
            <p class="standing">
                <VerdictMark verdict />
                <span prop:textContent=settled></span>
            </p>
            <p class="spoken" role="status" prop:textContent=spoken></p>
            <p class="help">{format!("依据：{} {}", desk.pathway.document, stage.clause)}</p>
            <p class="help" prop:textContent=behind></p>
            <ToDo at only_open />
            <FoldedNotes about=stage.id />
            <TickBox label="只看不符合和待核实的" yes=only_open set=move |yes| only_open.set(yes) />
            {following(move || sections(desk, stage, only_open.get()))}
        </Sheet>
    }
}

/// That a stage is over; what was entered of it stays as it is.
fn behind(desk: Desk, stage: &Stage) -> String {
    desk.with_facts(|facts| passed(stage, facts)).map_or_else(String::new, |(event, on)| {
        format!("“{}”是 {on}，这一阶段已经过去；下面的核对只供留存和对照。", desk.policy.facts[event].label)
    })
}

/// The requirements in their sections. What is shown is settled when the box is ticked: an entry that is being
/// answered does not run away.
fn sections(desk: Desk, stage: &'static Stage, only_open: bool) -> Vec<AnyView> {
    let now = untrack(|| desk.readiness());
    let is_open = |at: usize| matches!(now.states[at], State::Unmet | State::Unverified);
    let shown = |section: &'static Section| {
        let rows: Vec<_> = section
            .requirements
            .iter()
            .filter(|at| !only_open || is_open(**at))
            .map(|at| view! { <RequirementRow at=*at /> })
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="part">
                    <h2>{section.name} <small>{section.clause}</small></h2>
                    <div class="requirements">{rows}</div>
                </section>
            }
            .into_any()
        })
    };
    stage.sections.iter().filter_map(shown).collect()
}

/// What stands in the way, as short as it can be said.
#[component]
fn ToDo(at: usize, only_open: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let stage = &desk.pathway.stages[at];
    let lead = Memo::new(move |_| {
        let readiness = desk.readiness();
        let this = &readiness.stages[at];
        match this.verdict {
            Verdict::Ready => {
                format!("“{}”必须满足的条件都已符合（或不适用）。以主管部门的审查为准。", stage.name)
            }
            Verdict::Blocked => format!("须先补齐的条件 {} 项：", this.blocking.len()),
            Verdict::Unverified => "没有不符合的条件，还有待核实的条件。".to_owned(),
        }
    });
    let listed = move |all: fn(&StageStanding) -> &Vec<usize>, words: fn(Desk, usize) -> String| {
        Memo::new(move |_| {
            all(&desk.readiness().stages[at]).iter().map(|at| (*at, words(desk, *at))).collect::<Vec<_>>()
        })
    };
    let blocking = listed(|stage| &stage.blocking, to_do);
    let warnings = listed(|stage| &stage.warnings, to_do);
    let unverified = listed(|stage| &stage.unverified, |desk, at| desk.pathway.requirements[at].label.to_owned());
    let count = Memo::new(move |_| unverified.with(Vec::len));
    let expected = move || match warnings.with(Vec::is_empty) {
        true => "",
        false => "条文写“一般”“原则上”的，不符合只作提醒；主管部门可能要求说明：",
    };
    view! {
        <div class="reasons">
            <p class="met" prop:textContent=lead></p>
            <ol class="todo">
                <Links all=blocking only_open />
            </ol>
            // It stays as open as it was while what is in it changes.
            <details class="unverified" hidden=move || count.get() == 0>
                <summary prop:textContent=move || format!("必须满足而待核实的 {} 项", count.get())></summary>
                <ul class="todo inline">
                    <Links all=unverified only_open />
                </ul>
            </details>
            <p class="warning" prop:textContent=expected></p>
            <ul class="todo">
                <Links all=warnings only_open />
            </ul>
        </div>
    }
}

/// Links to requirements with these words. A click that leaves the address as it is brings the row into sight again.
#[component]
fn Links(all: Memo<Vec<(usize, String)>>, only_open: RwSignal<bool>) -> impl IntoView {
    let pathway = use_desk().pathway;
    let link = move |(at, words): (usize, String)| {
        let hash = Route::Requirement(pathway.requirements[at].id.to_owned()).hash();
        view! {
            <li>
                <a href=hash on:click=move |_| bring_into_sight(at, only_open) prop:textContent=words></a>
            </li>
        }
    };
    following(move || all.get().into_iter().map(link).collect::<Vec<_>>())
}
