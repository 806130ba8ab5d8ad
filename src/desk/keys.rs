//! What the whole page hears: shortcuts, and files dropped where none is expected.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::state::Desk;

/// Ctrl+Z undoes; Ctrl+Y and Ctrl+Shift+Z redo; Ctrl+S saves, which happens by itself; with ⌘ on a Mac.
pub fn listen(desk: Desk) {
    window_event_listener(ev::keydown, move |event: web_sys::KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let saves = matches!(event.key().as_str(), "s" | "S") && !event.shift_key();
        if saves {
            // What the browser would save is the bare page, also where no draft is open.
            event.prevent_default();
        }
        if !untrack(|| desk.is_open()) {
            return;
        }
        match event.key().as_str() {
            "z" if !event.shift_key() => desk.undo(),
            "y" | "Z" | "z" => desk.redo(),
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
