//! Files and print: what the page asks of the browser.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::state::Desk;
use crate::draft::{Draft, file, name};
use crate::storage::DraftId;

const REFUSED: &str = "浏览器没有让本页下载文件。草稿没有变化，请检查浏览器的下载设置后再试。";

/// The kind of a draft's file.
const JSON: &str = "application/json";

impl Desk {
    /// Saves the open draft to a file.
    pub fn export_open(self) {
        self.save_now();
        self.export(&self.main_untracked());
    }

    pub fn export(self, draft: &Draft) {
        self.hand_out(
            &name::for_file(&name::title(draft), ".zhichuang.json"),
            &file::to_text(self.policy, draft),
            JSON,
        );
    }

    /// Downloads an entry that can't be read, as it is.
    pub fn export_raw(self, id: &DraftId) {
        let done = self.raw(id).is_some_and(|raw| download("无法读取的草稿.txt", &raw, JSON).is_ok());
        if !done {
            self.say("没能下载这一条。内容仍原样保留在浏览器里。", None);
        }
    }

    /// Saves a text that was made of the open draft, of a kind such as text/plain, under a name that ends like this.
    pub fn export_text(self, text: &str, kind: &str, ending: &str) {
        self.hand_out(&name::for_file(&name::title(&self.draft_untracked()), ending), text, kind);
    }

    /// Prints what is looked at; each place prints itself.
    pub fn print(self) {
        self.look_at_the_day();
        self.printing.set(true);
        // What changed has to stand on the paper before the browser looks at it.
        set_timeout(
            // A browser that can't print has nothing to say about it either.
            || _ = window().print(),
            Duration::ZERO,
        );
    }

    fn hand_out(self, name: &str, text: &str, kind: &str) {
        match download(name, text, kind) {
            Ok(()) => self.say(format!("已导出“{name}”，请在浏览器的下载里查看。"), None),
            Err(_) => self.say(REFUSED, None),
        }
    }
}

/// Lays out what is printed once printing begins, from wherever it was asked for.
pub fn watch_printing(desk: Desk) {
    window_event_listener(ev::Custom::<web_sys::Event>::new("beforeprint"), move |_| {
        desk.look_at_the_day();
        desk.printing.set(true);
    });
    let over = move || {
        if desk.printing.get_untracked() {
            desk.printing.set(false);
        }
    };
    window_event_listener(ev::Custom::<web_sys::Event>::new("afterprint"), move |_| over());
    // A browser that does not print does not say that it is done either; whoever types is.
    window_event_listener(ev::input, move |_| over());
}

fn download(name: &str, text: &str, kind: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address)
}
