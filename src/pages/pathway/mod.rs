//! 培育与认定: the stages as a path, and of each what it asks and how the centre stands.

mod mock_panel;
mod requirement;
mod stage;

use leptos::prelude::*;

use crate::components::{Sheet, VerdictMark, settled_words};
use crate::desk::{Desk, Route, use_desk};
use stage::StageSection;

#[component]
pub fn PathwayPage() -> impl IntoView {
    let desk = use_desk();
    let open = desk.open_stage();
    let only_open = RwSignal::new(false);
    follow_to_requirements(desk, only_open);
    let lead = "从申报培育到正式认定，各阶段要求什么、现在符合到哪一步。能算的由填写的数据算出，其余由本中心逐条核对；只作自查，不代替主管部门的审查。";
    let steps: Vec<_> = (0..desk.pathway.stages.len()).map(|at| view! { <Step at open /> }).collect();
    view! {
        <Sheet title="培育与认定" lead>
            <nav aria-label="阶段">
                <ol class="path">{steps}</ol>
            </nav>
            // Another stage is another section, and not the same with other words.
            <For each=move || [open.get()] key=|at| *at let(at)>
                <StageSection at only_open />
            </For>
        </Sheet>
    }
}

/// A stage in the row of all, with its verdict; the open one is marked.
#[component]
fn Step(at: usize, open: Memo<usize>) -> impl IntoView {
    let desk = use_desk();
    let stage = &desk.pathway.stages[at];
    let verdict = Memo::new(move |_| desk.readiness().stages[at].verdict);
    let settled = Memo::new(move |_| settled_words(&desk.readiness().stages[at]));
    view! {
        <li>
            <a
                href=Route::Stage(stage.id.to_owned()).hash()
                aria-current=move || (open.get() == at).then_some("step")
            >
                <strong>{format!("{} {}", at + 1, stage.name)}</strong>
                <VerdictMark verdict />
                <small prop:textContent=settled></small>
            </a>
        </li>
    }
}

/// Brings the requirement that the address names into sight, each time that it is gone to.
fn follow_to_requirements(desk: Desk, only_open: RwSignal<bool>) {
    Effect::new(move |_| {
        if let Route::Requirement(id) = desk.route.get()
            && let Some(at) = desk.pathway.requirements.iter().position(|one| one.id == id)
        {
            requirement::bring_into_sight(at, only_open);
        }
    });
}
