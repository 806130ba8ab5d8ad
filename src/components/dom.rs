//! What the views ask of the document.

use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// An id that no other control of the page has; one field may have several controls.
pub fn new_id() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("c{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The input that an event came from.
pub fn input_of(event: &web_sys::Event) -> Option<web_sys::HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Puts the focus on an element. Where it can't take it, nothing is lost but the place.
pub fn focus(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}

/// Brings the element with this id into sight and puts the focus on it or on what `inside` it is; says whether it
/// is there.
pub fn show(id: &str, inside: Option<&str>) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    element.scroll_into_view();
    match inside {
        None => focus(&element),
        Some(path) => {
            if let Ok(Some(found)) = element.query_selector(path) {
                focus(&found);
            }
        }
    }
    true
}
