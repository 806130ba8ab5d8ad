//! One requirement: its state, what it is computed from or said to be, its proof, and its clause.

use std::sync::Arc;

use crate::ui::leptos::*;

use super::{experts, pathway, state_words};
use crate::draft::field::RequirementField;
use crate::draft::{Attestation, Field};
use crate::policy::{Attested, Requirement, Test};
use crate::readiness::{Facts, Readiness, State, cross_checks, explain};
use crate::ui::controls::{self, Entry};
use crate::ui::desk::{Desk, memo};
use crate::ui::dom::{Child, El, IntoChild, el, of};
use crate::ui::inputs;

pub fn requirement(desk: Desk, standing: Memo<Arc<Readiness>>, at: usize) -> El {
    let one = &pathway().requirements[at];
    let state = memo(move || standing.get().states[at]);
    let tags =
        one.expected.map(|word| of("span", "tag").child(format!("“{word}”：只作提醒；主管部门可能要求说明")));
    let mark = of("span", "state")
        .live("data-state", move || Some(state.get().id().to_owned()))
        .child(move || state_words(state.get()));
    let words = |part, label, kind| {
        let field = Signal::stored(Field::Requirement(at, part));
        of("div", "wide").child(controls::entry(field, label, kind, "", false))
    };
    let said = of("div", "said")
        .child((!one.is_computed()).then(|| attested(at, one)))
        .child(words(RequirementField::Note, "说明", Entry::LongWords))
        .child(words(RequirementField::Document, "证明材料编号", Entry::Words));
    of("div", "requirement")
        .attr("id", row_id(at))
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-label", one.label)
        .child(of("div", "requirement-head").child(mark).child(el("strong").child(one.label)).child(tags))
        .child(one.is_computed().then(|| computed(desk, one)))
        .child(besides(desk, one))
        .child(said)
        .child(of("p", "warning").attr("aria-live", "polite").child(without_reason(desk, at)))
        .child(clause(one))
}

fn row_id(at: usize) -> String {
    format!("requirement-{at}")
}

/// Brings a requirement into sight and puts the focus on it, if it is shown.
pub fn show(at: usize) -> bool {
    use wasm_bindgen::JsCast;
    let Some(row) = document().get_element_by_id(&row_id(at)) else { return false };
    row.scroll_into_view();
    // Where it can't take the focus, it is still in sight.
    let _ = row.unchecked_ref::<web_sys::HtmlElement>().focus();
    true
}

/// What the centre says of it. The name of the row says what is asked; the legend repeats it for those who hear only
/// the options.
fn attested(at: usize, one: &'static Requirement) -> El {
    let field = Signal::stored(Field::Requirement(at, RequirementField::State));
    let options = Attested::ALL.iter().map(|state| (state.id(), state.label())).collect();
    controls::choice(field, of("span", "sr").child(one.label), "", options, State::Unverified.label())
}

/// What does not apply needs a reason; says so while there is none.
fn without_reason(desk: Desk, at: usize) -> Memo<String> {
    memo(move || match desk.draft().requirements.get(at).is_some_and(Attestation::lacks_reason) {
        true => "在“说明”里写明不适用的理由，才算不适用；现在按待核实计。".to_owned(),
        false => String::new(),
    })
}

/// The facts that it is computed from, and what they come to.
fn computed(desk: Desk, one: &'static Requirement) -> Child {
    let mut facts: Vec<usize> = Vec::new();
    for fact in one.tests.iter().flat_map(Test::facts) {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    let inputs: Vec<El> = facts.into_iter().map(|fact| self::fact(desk, fact)).collect();
    let reasons = move || {
        let draft = desk.draft();
        let facts = Facts { pathway: pathway(), draft: &draft, today: desk.today() };
        let reason = |reason: explain::Reason| {
            let (class, mark) = match reason.holds {
                Some(true) => ("met", "符合"),
                Some(false) => ("cliff", "不符合"),
                None => ("missing", "缺"),
            };
            of("p", class).child(of("span", "mark").child(mark)).child(reason.words)
        };
        explain::reasons(desk.policy, pathway(), one, &facts).into_iter().map(reason).collect::<Vec<El>>()
    };
    let panel = one.tests.iter().any(|test| matches!(test, Test::PanelMean(_)));
    vec![
        of("div", "inputs").child(inputs).child(panel.then(|| experts::experts(desk))).into_child(),
        of("div", "reasons").child(reasons).into_child(),
    ]
    .into_child()
}

/// The control of a fact, with what the score says of the same figure and what is hardly meant.
pub fn fact(desk: Desk, at: usize) -> El {
    let doubt = memo(move || {
        let facts = Facts { pathway: pathway(), draft: &desk.draft(), today: desk.today() };
        cross_checks::doubt(desk.policy, pathway(), &facts, at).unwrap_or_default()
    });
    let offer = memo(move || cross_checks::offered(desk.policy, pathway(), &desk.draft(), at));
    let take = move || {
        let Some(offer) = offer.get() else { return Child::Nothing };
        let label = format!("{} {} {}", if offer.conflict { "改用" } else { "采用" }, offer.text, offer.unit);
        let take = move |event| {
            // The button goes with the offer; whoever pressed it goes on in the field.
            focus_field(&event);
            desk.choose(Field::Fact(at), offer.text.clone());
        };
        let button = el("button").attr("type", "button").child(label.trim_end()).on("click", take);
        of("p", if offer.conflict { "offered warning" } else { "offered" })
            .child(offer.words)
            .child(button)
            .into_child()
    };
    of("div", "with-offer")
        .child(inputs::fact(desk, at))
        .child(of("p", "warning").attr("aria-live", "polite").child(doubt))
        .child(take)
}

fn focus_field(event: &web_sys::Event) {
    use wasm_bindgen::JsCast;
    let button = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let around = button.and_then(|button| button.closest(".with-offer").ok().flatten());
    if let Some(field) = around.and_then(|around| around.query_selector("input").ok().flatten()) {
        // Where it can't take the focus, nothing is lost but the place.
        let _ = field.unchecked_ref::<web_sys::HtmlElement>().focus();
    }
}

/// What was entered for the score and bears on it.
fn besides(desk: Desk, one: &'static Requirement) -> Child {
    let line = |beside: &'static crate::policy::CrossCheck| {
        let words = memo(move || cross_checks::words(desk.policy, &desk.draft(), beside));
        of("p", "beside").child(of("span", "mark").child("参考")).child(words)
    };
    one.cross_checks.iter().map(line).collect::<Vec<El>>().into_child()
}

fn clause(one: &Requirement) -> El {
    let source = format!("——{} {}", pathway().document, one.clause.place);
    let quote = el("blockquote").child(el("p").child(one.clause.quote)).child(el("footer").child(source));
    let proof: Vec<El> = one.proof.iter().map(|proof| el("li").child(*proof)).collect();
    of("details", "clause")
        .child(el("summary").child(format!("条文和说明：{}", one.clause.place)))
        .child(quote)
        .child(of("p", "help").child(one.help))
        .child(of("p", "help").child("通常用来证明的材料："))
        .child(of("ul", "help").child(proof))
}
