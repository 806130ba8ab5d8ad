//! The focus goes on where the control that had it takes itself away or puts itself out of use: a notice that is closed, a
//! row that is deleted, a question that is answered. A keyboard would otherwise go on at the top of the page.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::components::dom;

/// Gives the focus to the page's content whenever it was lost with its element. It is enough to look when something was
/// done: nothing else takes a control away from under somebody's hands but another window.
pub fn keep_the_focus() {
    let last = StoredValue::new_local(None::<web_sys::Element>);
    window_event_listener(ev::focusin, move |event| {
        last.set_value(event.target().and_then(|target| target.dyn_into().ok()));
    });
    let look = move || {
        dom::where_the_focus_is_lost(move || {
            if last.with_value(|last| last.as_ref().is_some_and(dom::is_out_of_use)) {
                dom::focus_the_page();
            }
        });
    };
    // Browsers do not agree on whether an element that is removed says that it loses the focus.
    window_event_listener(ev::focusout, move |_| look());
    window_event_listener(ev::click, move |_| look());
    window_event_listener(ev::keydown, move |_| look());
    window_event_listener(ev::storage, move |_| look());
}
