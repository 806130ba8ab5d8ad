//! What the whole page hears: shortcuts, and files dropped where none is expected.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::state::Desk;

/// Whether it comes from a control of `components::form`.
fn is_in_a_form(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.has_attribute("data-form"))
}

/// Ctrl+Z undoes; Ctrl+Y and Ctrl+Shift+Z redo; Ctrl+S saves, which happens by itself; with ⌘ on a Mac.
pub fn listen(desk: Desk) {
    window_event_listener(ev::keydown, move |event: web_sys::KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        // Caps Lock makes capitals of them too, and means nothing here.
        let (key, shift) = (event.key().to_ascii_lowercase(), event.shift_key());
        let saves = key == "s" && !shift;
        if saves {
            // What the browser would save is the bare page, also where no draft is open.
            event.prevent_default();
        }
        if !untrack(|| desk.is_open()) {
            return;
        }
        match (key.as_str(), shift) {
            // What stands in a form is no part of the draft, and the browser undoes it there.
            ("z" | "y", _) if is_in_a_form(&event) => return,
            ("z", false) => desk.undo(),
            ("z", true) | ("y", false) => desk.redo(),
            _ if saves => desk.save_and_say(),
            _ => return,
        }
        // The browser's own undo knows only the last field and would undo it twice.
        event.prevent_default();
    });
    // The browser would open a file or a link that is dropped, and leave the page for it. A text goes into a field.
    let stay = |event: web_sys::DragEvent| {
        let is_file = event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_field = target.is_some_and(|target| target.matches("input, textarea").unwrap_or(false));
        if is_file || !is_field {
            event.prevent_default();
        }
    };
    window_event_listener(ev::dragover, stay);
    window_event_listener(ev::drop, stay);
}
