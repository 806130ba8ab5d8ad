//! A stage on paper, as a checklist.

use leptos::prelude::*;

use super::sheet::{PaperHeads, PaperSheet};
use crate::components::{following, state_words};
use crate::desk::use_desk;
use crate::draft::field::RequirementField;
use crate::draft::{Field, field};
use crate::policy::Section;
use crate::readiness::explain;

#[component]
pub fn ChecklistPaper() -> impl IntoView {
    let open = use_desk().open_stage();
    view! { <div>{following(move || view! { <Checklist at=open.get() /> })}</div> }
}

#[component]
fn Checklist(
    /// The stage's position.
    at: usize,
) -> impl IntoView {
    let desk = use_desk();
    let stage = &desk.pathway.stages[at];
    let beside = Signal::derive(move || {
        let verdict = desk.readiness().stages[at].verdict.label();
        format!("{}，{verdict}，核对日期 {}", desk.pathway.document, desk.today())
    });
    let rows: Vec<_> = stage.sections.iter().map(|section| view! { <SectionRows section /> }).collect();
    let foot = "由制创自评生成，为本中心自查，以主管部门的审查和公布为准。";
    view! {
        <PaperSheet title=format!("{}：条件核对表", stage.name) beside foot>
            <table class="checklist">
                <PaperHeads words=vec!["条件", "条文", "核对", "说明", "材料编号"] />
                <tbody>{rows}</tbody>
            </table>
        </PaperSheet>
    }
}

#[component]
fn SectionRows(section: &'static Section) -> impl IntoView {
    let rows: Vec<_> = section.requirements.iter().map(|at| view! { <RequirementLine at=*at /> }).collect();
    view! {
        <tr>
            <th class="print-quote" colspan="5" prop:textContent=section.name></th>
        </tr>
        {rows}
    }
}

#[component]
fn RequirementLine(at: usize) -> impl IntoView {
    let desk = use_desk();
    let one = &desk.pathway.requirements[at];
    let expected = one.expected.map(|word| format!("（{word}）")).unwrap_or_default();
    let text =
        move |part| Memo::new(move |_| field::text(desk.policy, &desk.draft(), Field::Requirement(at, part)));
    let state = Memo::new(move |_| state_words(desk.readiness().states[at]));
    let reasons = one.is_computed().then(|| {
        Memo::new(move |_| {
            let reasons = desk.with_facts(|facts| explain::reasons(desk.policy, desk.pathway, one, facts));
            reasons.into_iter().map(|reason| reason.words).collect::<String>()
        })
    });
    view! {
        <tr>
            <td class="print-quote" prop:textContent=format!("{}{expected}", one.label)></td>
            <td prop:textContent=one.clause.place></td>
            <td prop:textContent=state></td>
            <td class="print-quote">
                {reasons.map(|reasons| view! { <span prop:textContent=reasons></span> })} " "
                <span prop:textContent=text(RequirementField::Note)></span>
            </td>
            <td prop:textContent=text(RequirementField::Document)></td>
        </tr>
    }
}
