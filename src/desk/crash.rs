//! If the program itself breaks, the page says so instead of just going deaf, and offers the open draft.

use wasm_bindgen::prelude::*;

use super::state::Desk;
use crate::draft::file;

#[wasm_bindgen(js_namespace = zhichuang)]
extern "C" {
    /// Of crash.js beside this file, which index.html loads before the program.
    #[wasm_bindgen(js_name = watch)]
    fn watch_for_the_end(open_draft: &JsValue);
}

/// Puts what a panic says into the console, and has crash.js watch for the end.
pub fn watch(desk: Desk) {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
    let open_draft = move || file::to_text(desk.policy, &desk.main_untracked());
    watch_for_the_end(&Closure::<dyn Fn() -> String>::new(open_draft).into_js_value());
}
