//! Import from a file, chosen or dropped: shows what it will do before it does it.

mod preview;

use leptos::html::Input;
use leptos::prelude::*;

use crate::components::following;
use crate::desk::{Desk, use_desk};
use preview::{Preview, Read};

#[component]
pub fn Import() -> impl IntoView {
    let desk = use_desk();
    let read = RwSignal::new(None::<Read>);
    let over = RwSignal::new(false);
    let chooser = NodeRef::<Input>::new();
    let dragged = move |event: &web_sys::DragEvent, here: bool| {
        event.prevent_default();
        over.set(here);
    };
    let choose = move |_| {
        if let Some(input) = chooser.get_untracked() {
            take(desk, read, input.files());
            // The same file can be chosen again after it was mended.
            input.set_value("");
        }
    };
    view! {
        <div
            class="import"
            class:over=over
            on:dragover=move |event| dragged(&event, true)
            on:dragleave=move |event| dragged(&event, false)
            on:drop=move |event| {
                dragged(&event, false);
                take(desk, read, event.data_transfer().and_then(|data| data.files()));
            }
        >
            <label>
                <span>"选择草稿文件，或把文件拖到这里："</span>
                <input type="file" accept=".json,application/json" node_ref=chooser on:change=choose />
            </label>
            <div aria-live="polite">
                {following(move || read.get().map(|found| view! { <Preview read found /> }))}
            </div>
        </div>
    }
}

fn take(desk: Desk, read: RwSignal<Option<Read>>, files: Option<web_sys::FileList>) {
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    let name = file.name();
    desk.read_file(&file, move |found| {
        // The page may have been left while the browser read.
        let _ = read.try_set(Some(Read { file: name, found }));
    });
}
