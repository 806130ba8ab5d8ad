//! What outlives a crash, a full disk and a clearing.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::clock::now;
use super::saving::Saving;
use super::state::Desk;
use crate::storage::{DraftId, Recovered, StorageFault};
use leptos::prelude::*;

/// A draft that was saved this often is worth asking the browser not to clear it: some browsers put the
/// question to the person, who should know by then what it is about.
const WORTH_KEEPING: u64 = 20;

/// What became of what only the journal held; nothing where there was nothing.
fn recovered_words(drafts: usize, backups: usize, left: usize, is_open: bool) -> String {
    let left_words = if is_open {
        "浏览器给本页的存储空间已满：上次没存进去的内容取回来了，就在这个页面里，但还没有保存。请先导出文件，再到“草稿”里永久删除不用的草稿。"
    } else {
        "浏览器给本页的存储空间已满，上次没存进去的内容还没有取回，仍然留着：请到“草稿”里永久删除不用的草稿，然后重新载入本页。"
    };
    let sentences = [
        (drafts, "上次没来得及写到磁盘的内容已经恢复。"),
        (backups, "有草稿读不出来，它最后的内容已放进“草稿”页里它的历史版本。"),
        (left, left_words),
    ];
    sentences.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect()
}

impl Desk {
    /// Puts back what the journal holds and the store does not: after a crash, and after a clearing.
    pub(super) fn catch_up(self) {
        let journal = self.keeping.with_value(|keeping| keeping.journal.clone());
        spawn_local(async move {
            let (mut drafts, mut backups, mut left) = (Vec::new(), 0, Vec::new());
            for (id, text) in journal.states().await {
                match self.store(|store| store.recover(&id, &text, now())) {
                    Ok(Recovered::Draft) => drafts.push(id),
                    Ok(Recovered::Backup) => backups += 1,
                    Err(StorageFault::Full) => left.push((id, text)),
                    // A state that can't be read itself is none that could be put back.
                    Ok(Recovered::Nothing) | Err(_) => {}
                }
            }
            if !drafts.is_empty() || backups > 0 {
                self.store_changes.update(|changes| *changes += 1);
            }
            let busy = self.steps.get_untracked().0 || self.keeping.with_value(|keeping| keeping.unsaved);
            if !drafts.is_empty() && !busy {
                match self.open_id.get_untracked().filter(|open| drafts.contains(open)) {
                    Some(open) => {
                        self.open_draft(&open);
                    }
                    None => self.open_newest(),
                }
            }
            let is_open = !busy && self.go_on_with_what_is_left(&left);
            let words = recovered_words(drafts.len(), backups, left.len(), is_open);
            if !words.is_empty() {
                self.say_of_all(words, None);
            }
        });
    }

    /// Lays out what the journal holds and the store has no room for: of the open draft, or of the first where none is open.
    /// Another draft that is open stays. It is not saved, and says so.
    fn go_on_with_what_is_left(self, left: &[(DraftId, String)]) -> bool {
        let open = self.open_id.get_untracked();
        let own = left.iter().find(|(id, _)| open.as_ref().is_none_or(|open| open == id));
        let Some((id, text)) = own else { return false };
        let Ok(opened) = self.store(|store| store.journalled(id, text)) else { return false };
        self.lay_out(opened);
        self.keeping.update_value(|keeping| keeping.unsaved = true);
        self.saving.set(Saving::Failed(StorageFault::Full));
        true
    }

    /// The browser has cleared the store, and the open draft was just saved anew.
    pub(super) fn make_up_for_clearing(self) {
        self.say_of_all("浏览器里保存的内容被清除过。正在编辑的草稿已重新保存，其他草稿能恢复的会自动恢复；重要的内容请导出文件。", None);
        self.catch_up();
    }

    pub(super) fn ask_to_persist_after(self, saves: u64) {
        let asked = self.keeping.try_update_value(|keeping| {
            let asked = keeping.asked_to_persist;
            keeping.asked_to_persist |= saves >= WORTH_KEEPING;
            asked
        });
        if saves >= WORTH_KEEPING && asked == Some(false) {
            self.ask_to_persist();
        }
    }

    /// Asks the browser never to clear the drafts by itself.
    pub fn ask_to_persist(self) {
        self.learn_whether_persisted(window().navigator().storage().persist());
    }

    /// Learns whether the browser has already agreed to that.
    pub fn look_whether_persisted(self) {
        self.learn_whether_persisted(window().navigator().storage().persisted());
    }

    fn learn_whether_persisted(self, answer: Result<js_sys::Promise, JsValue>) {
        // A page that is not served securely has nobody to ask.
        let Ok(answer) = answer else { return };
        spawn_local(async move {
            let agreed = JsFuture::from(answer).await.is_ok_and(|answer| answer.is_truthy());
            self.persisted.set(Some(agreed));
        });
    }
}
