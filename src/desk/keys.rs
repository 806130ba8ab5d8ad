//! What the whole page hears: shortcuts, and files dropped where none is expected.

use leptos::ev;
use leptos::prelude::*;

use super::state::Desk;

/// Ctrl+Z undoes; Ctrl+Y and Ctrl+Shift+Z redo; Ctrl+S saves, which happens by itself; with ⌘ on a Mac.
pub fn listen(desk: Desk) {
    window_event_listener(ev::keydown, move |event: web_sys::KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || !untrack(|| desk.is_open()) {
            return;
        }
        match event.key().as_str() {
            "z" if !event.shift_key() => desk.undo(),
            "y" | "Z" | "z" => desk.redo(),
            "s" | "S" if !event.shift_key() => desk.save_and_say(),
            _ => return,
        }
        // The browser's own undo knows only the last field and would undo it twice; what it saves is the bare page.
        event.prevent_default();
    });
    // The browser would open a file dropped beside its place, and leave the page for it. A text may be dropped.
    let refuse_files = |event: web_sys::DragEvent| {
        if event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
        }
    };
    window_event_listener(ev::dragover, refuse_files);
    window_event_listener(ev::drop, refuse_files);
}
