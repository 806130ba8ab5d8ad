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

/// Does what a button is for, but not again for the second click of a double click: by then another control may have slid
/// under the pointer, or the same one act on another row.
pub fn once(event: &web_sys::MouseEvent, act: impl FnOnce()) {
    if event.detail() <= 1 {
        act();
    }
}

/// Puts the focus on the page's content as a whole.
pub fn focus_the_page() {
    if let Some(main) = document().get_element_by_id("main") {
        focus_in_place(&main);
    }
}

/// Whether a control is not there any more, is not to be seen, or can't be used now.
pub fn is_out_of_use(control: &web_sys::Element) -> bool {
    let place = control.get_bounding_client_rect();
    place.width() == 0.0 && place.height() == 0.0 || control.matches(":disabled").unwrap_or(false)
}

/// Does something once it is known that the focus went with the element that had it.
pub fn where_the_focus_is_lost(then: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        if document().active_element().is_none_or(|one| one.matches("body").unwrap_or(false)) {
            then();
        }
    });
}

/// Puts the focus on the way to the next open row, in the bar; on the page where that is no way now.
pub fn focus_the_next() {
    match document().query_selector(".score-bar .next:enabled") {
        Ok(Some(next)) => focus(&next),
        _ => focus_the_page(),
    }
}

/// Scrolls the page so far down.
pub fn scroll_to(down: f64) {
    window().scroll_to_with_x_and_y(0.0, down);
}

/// Whether what stands at the foot of the window would cover what has the focus there; nothing can be said while it has
/// the focus itself, and it must not move then: it is about to be clicked.
pub fn would_cover_the_focus(at_the_foot: &web_sys::Element) -> Option<bool> {
    let focused = document().active_element()?;
    if at_the_foot.contains(Some(&focused)) {
        return None;
    }
    if focused.matches("body, main").unwrap_or(true) {
        return Some(false);
    }
    let (control, covering) = (focused.get_bounding_client_rect(), at_the_foot.get_bounding_client_rect());
    let window_height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    // Wherever it is shown now, with some air, and with room for what stands at a phone's foot.
    Some(control.bottom() > window_height - covering.height() - 136.0 && control.top() < window_height)
}

/// How far down what always stands at the top of the window ends, in pixels, with some air.
pub fn below_the_bar() -> i32 {
    let ends = |path: &str| {
        let found = document().query_selector(path).ok().flatten();
        found.map_or(0, |one| one.get_bounding_client_rect().bottom() as i32)
    };
    8 + ends(".score-bar").max(ends(".trial"))
}

/// Puts the focus on the title of the place, which is where one goes on from when one comes there; unless one has gone on
/// already.
pub fn focus_the_title() {
    // What is gone to is built anew, so what has the focus in it was given it since.
    let has_gone_on = document().active_element().is_some_and(|one| one.matches("#main *").unwrap_or(false));
    if let Ok(Some(title)) = document().query_selector("#main h1")
        && !has_gone_on
    {
        focus_in_place(&title);
    }
}

/// Puts the focus on an element and leaves the page where it is scrolled to. Where it can't take it, nothing is lost but
/// the place.
fn focus_in_place(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}
