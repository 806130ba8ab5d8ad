//! What is typed into forms that are no part of the draft: kept in the browser, so that a reload takes nothing away.

use leptos::prelude::*;

use super::state::Desk;
use crate::draft::json::Json;
use crate::storage::KeyValueStore;
use crate::storage::browser::BrowserStore;

/// Where the forms of all drafts are kept.
const FORMS: &str = "zhichuang:forms";

/// More than anybody has half filled in; the oldest go.
const MOST: usize = 200;

impl Desk {
    pub(super) fn recall_forms(self) {
        let kept = BrowserStore.read(FORMS).ok().flatten().and_then(|text| Json::parse(&text).ok());
        let Some(Json::Object(kept)) = kept else { return };
        let texts = kept.into_iter().filter_map(|(key, text)| Some((key, text.as_text()?.to_owned())));
        self.forms.set(texts.collect());
    }

    fn key(self, control: &str) -> String {
        format!("{}/{control}", self.open_id.get().map_or_else(String::new, |id| id.as_str().to_owned()))
    }

    /// What stands in a control; follows it.
    pub fn form(self, control: &str) -> String {
        let key = self.key(control);
        self.forms
            .with(|all| all.iter().find(|(one, _)| *one == key).map(|(_, text)| text.clone()))
            .unwrap_or_default()
    }

    pub fn fill_form(self, control: &str, text: String) {
        let key = untrack(|| self.key(control));
        self.forms.update(|all| {
            all.retain(|(one, _)| *one != key);
            if !text.is_empty() {
                all.push((key, text));
            }
            let surplus = all.len().saturating_sub(MOST);
            all.drain(..surplus);
        });
        // Where there is no room, it is only not there after a reload.
        let texts = self.forms.get_untracked().into_iter().map(|(key, text)| (key, Json::Text(text)));
        let _ = BrowserStore.write(FORMS, &Json::Object(texts.collect()).to_string());
    }
}
