//! One requirement: its state, what it is computed from or said to be, its proof, and its clause.

use leptos::prelude::*;

use crate::components::{Choice, FieldEntry, OfferedFact, Quote, TextKind, dom, following, state_words};
use crate::desk::{Route, Row, use_desk};
use crate::draft::field::RequirementField;
use crate::draft::{Attestation, Field};
use crate::policy::{Attested, CrossCheck, Requirement, Test};
use crate::readiness::{State, cross_checks, explain};

/// The id of a requirement's row, for scrolling.
fn row_id(at: usize) -> String {
    format!("requirement-{at}")
}

/// Puts the focus on a requirement; one that the filter hides is shown with all others.
pub fn bring_into_sight(at: usize, only_open: RwSignal<bool>) {
    let show = move || dom::show(&row_id(at), None);
    // A row has to be there before the page can scroll to it.
    request_animation_frame(move || {
        // One may have gone to another place meanwhile.
        if !show() && only_open.try_get_untracked() == Some(true) {
            only_open.set(false);
            request_animation_frame(move || _ = show());
        }
    });
}

#[component]
pub fn RequirementRow(at: usize) -> impl IntoView {
    let desk = use_desk();
    let one = &desk.pathway.requirements[at];
    let state = Memo::new(move |_| desk.readiness().states[at]);
    let tags = one.expected.map(|word| {
        view! { <span class="tag">{format!("“{word}”：只作提醒；主管部门可能要求说明")}</span> }
    });
    let without_reason =
        Memo::new(move |_| match desk.draft().requirements.get(at).is_some_and(Attestation::lacks_reason) {
            true => "在“说明”里写明不适用的理由，才算不适用；现在按待核实计。",
            false => "",
        });
    let field = |part| Field::Requirement(at, part);
    let cross_checks: Vec<_> = one.cross_checks.iter().map(|check| view! { <CrossCheckLine check /> }).collect();
    view! {
        <div
            class="requirement"
            id=row_id(at)
            tabindex="-1"
            role="group"
            aria-label=one.label
            on:focusin=move |_| desk.works_on(Row::Requirement(at))
            // Not every browser gives the focus to what is clicked.
            on:click=move |_| desk.works_on(Row::Requirement(at))
        >
            <div class="requirement-head">
                <span
                    class="state"
                    data-state=move || state.get().id()
                    prop:textContent=move || state_words(state.get())
                ></span>
                <strong>{one.label}</strong>
                {tags}
            </div>
            {one.is_computed().then(|| view! { <Computed one /> })}
            {cross_checks}
            <div class="attest">
                {(!one.is_computed()).then(|| view! { <Attest at one /> })}
                <div class="wide">
                    <FieldEntry field=field(RequirementField::Note) label="说明" kind=TextKind::LongWords />
                </div>
                <div class="wide">
                    <FieldEntry
                        field=field(RequirementField::Document)
                        label="证明材料编号"
                        kind=TextKind::Words
                    />
                </div>
            </div>
            <p class="warning" aria-live="polite" prop:textContent=without_reason></p>
            <Clause one />
        </div>
    }
}

/// What the centre says of it. The name of the row says what is asked; the legend repeats it for those who hear only
/// the options.
#[component]
fn Attest(at: usize, one: &'static Requirement) -> impl IntoView {
    let field = Field::Requirement(at, RequirementField::State);
    let options = Attested::ALL.iter().map(|state| (state.id(), state.label())).collect();
    view! { <Choice field legend=one.label quiet=true options nothing=State::Unverified.label() /> }
}

/// The facts that it is computed from, and what they come to.
#[component]
fn Computed(one: &'static Requirement) -> impl IntoView {
    let desk = use_desk();
    let mut facts: Vec<usize> = Vec::new();
    for fact in one.tests.iter().flat_map(Test::facts) {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    let inputs: Vec<_> = facts.into_iter().map(|at| view! { <OfferedFact at /> }).collect();
    let reasons = move || {
        let reasons = desk.with_facts(|facts| explain::reasons(desk.policy, desk.pathway, one, facts));
        reasons.into_iter().map(|reason| view! { <Reason reason /> }).collect::<Vec<_>>()
    };
    let panel = one.tests.iter().any(|test| matches!(test, Test::PanelMean(_)));
    view! {
        <div class="inputs">
            {inputs}
            {panel.then(|| view! { <p><a href=Route::Panel.hash()>"在“模拟评审”里填写专家的分数"</a></p> })}
        </div>
        <div class="reasons">{following(reasons)}</div>
    }
}

#[component]
fn Reason(reason: explain::Reason) -> impl IntoView {
    let (class, mark) = match reason.holds {
        Some(true) => ("met", "符合"),
        Some(false) => ("cliff", "不符合"),
        None => ("missing", "缺"),
    };
    view! {
        <p class=class>
            <span class="mark" prop:textContent=mark></span>
            <span prop:textContent=reason.words></span>
        </p>
    }
}

/// What was entered for the score and bears on it.
#[component]
fn CrossCheckLine(check: &'static CrossCheck) -> impl IntoView {
    let desk = use_desk();
    let words = Memo::new(move |_| cross_checks::words(desk.policy, &desk.draft(), check));
    view! {
        <p class="cross-check">
            <span class="mark">"参考"</span>
            <span prop:textContent=words></span>
        </p>
    }
}

#[component]
fn Clause(one: &'static Requirement) -> impl IntoView {
    let proof: Vec<_> = one.proof.iter().map(|proof| view! { <li>{*proof}</li> }).collect();
    let clause = one.clause;
    view! {
        <details class="clause">
            <summary>{format!("条文和说明：{}", clause.place)}</summary>
            <Quote quote=clause.quote document=use_desk().pathway.document place=clause.place />
            <p class="help">{one.help}</p>
            <p class="help">"通常用来证明的材料："</p>
            <ul class="help">{proof}</ul>
        </details>
    }
}
