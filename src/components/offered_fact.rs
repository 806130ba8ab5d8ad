//! The control of a fact of the pathway.

use leptos::html::Div;
use leptos::prelude::*;

use super::dom;
use super::following::following;
use super::source::FactEntry;
use crate::desk::use_desk;
use crate::draft::Field;
use crate::readiness::cross_checks;

/// The control of a fact, with what the score says of the same figure and what is hardly meant.
#[component]
pub fn OfferedFact(
    /// The fact's position.
    at: usize,
) -> impl IntoView {
    let desk = use_desk();
    let around = NodeRef::<Div>::new();
    let doubt = Memo::new(move |_| {
        desk.with_facts(|facts| cross_checks::doubt(desk.policy, desk.pathway, facts, at)).unwrap_or_default()
    });
    let offer = Memo::new(move |_| cross_checks::offered(desk.policy, desk.pathway, &desk.draft(), at));
    let take = move |text: String| {
        // The button goes with the offer; whoever pressed it goes on in the field.
        let field = around.get_untracked().and_then(|around| around.query_selector("input").ok().flatten());
        if let Some(field) = field {
            dom::focus(&field);
        }
        desk.choose(Field::Fact(at), text);
    };
    let offered = move || {
        offer.get().map(|offer| {
            let label = format!("{} {} {}", if offer.conflict { "改用" } else { "采用" }, offer.text, offer.unit);
            let text = offer.text.clone();
            view! {
                <p class=if offer.conflict { "offered warning" } else { "offered" }>
                    <span prop:textContent=offer.words></span>
                    <button type="button" on:click=move |_| take(text.clone()) prop:textContent=label.trim_end().to_owned()></button>
                </p>
            }
        })
    };
    view! {
        <div class="with-offer" node_ref=around>
            <FactEntry at warning=doubt />
            {following(offered)}
        </div>
    }
}
