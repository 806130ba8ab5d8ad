//! What is typed into forms that are no part of the draft: kept in the browser, so that a reload takes nothing away.

use leptos::prelude::*;

use super::state::Desk;
use crate::draft::json::Json;
use crate::storage::browser::BrowserStore;
use crate::storage::{DraftId, KeyValueStore};

/// Where the forms of all drafts are kept.
const FORMS: &str = "zhichuang:forms";

/// More than anybody has half filled in; the oldest go.
const MOST: usize = 200;

impl Desk {
    pub(super) fn recall_forms(self) {
        self.forms.set(kept());
    }

    fn key(self, control: &str) -> String {
        key(self.open_id.get().as_ref(), control)
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
        self.forms.update(|all| put(all, key.clone(), text.clone()));
        // Another window may have kept something since.
        let mut all = kept();
        put(&mut all, key, text);
        keep(all);
    }

    /// What stands in the forms of a draft goes on with it under another id, or goes with it.
    pub(super) fn move_forms(self, from: &DraftId, to: Option<&DraftId>) {
        let prefix = key(Some(from), "");
        let moved = |all: Forms| -> Forms {
            let new = |(old, text): (String, String)| match old.strip_prefix(&prefix) {
                Some(control) => to.map(|to| (key(Some(to), control), text)),
                None => Some((old, text)),
            };
            all.into_iter().filter_map(new).collect()
        };
        // Where there was no room to keep them, the page alone has them; another window may have kept others.
        self.forms.update(|all| *all = moved(std::mem::take(all)));
        keep(moved(kept()));
    }
}

/// Texts by the draft and the control that they stand in.
type Forms = Vec<(String, String)>;

fn key(draft: Option<&DraftId>, control: &str) -> String {
    format!("{}/{control}", draft.map(DraftId::as_str).unwrap_or_default())
}

fn put(all: &mut Forms, key: String, text: String) {
    all.retain(|(one, _)| *one != key);
    if !text.is_empty() {
        all.push((key, text));
    }
    let surplus = all.len().saturating_sub(MOST);
    all.drain(..surplus);
}

fn kept() -> Forms {
    let kept = BrowserStore.read(FORMS).ok().flatten().and_then(|text| Json::parse(&text).ok());
    let Some(Json::Object(kept)) = kept else { return Forms::new() };
    kept.into_iter().filter_map(|(key, text)| Some((key, text.as_text()?.to_owned()))).collect()
}

/// Where there is no room, it is only not there after a reload.
fn keep(all: Forms) {
    let texts = all.into_iter().map(|(key, text)| (key, Json::Text(text)));
    let _ = BrowserStore.write(FORMS, &Json::Object(texts.collect()).to_string());
}
