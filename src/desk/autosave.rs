//! Keeping the open draft: opening it, and saving it by itself.

use std::sync::Arc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::clock::{last_three_years, now};
use super::notice::Action;
use super::open_rows::{OpenRows, WorkedOn};
use super::saving::Saving;
use super::state::Desk;
use crate::draft::{Draft, Purpose, file};
use crate::scoring::former;
use crate::session::History;
use crate::storage::browser::{self, BrowserStore};
use crate::storage::{DraftId, DraftStore, Opened, Saved, StorageFault};

/// Typing is saved this long after the first keystroke that is not saved yet.
const SAVE_AFTER: Duration = Duration::from_millis(400);

impl Desk {
    pub(super) fn store<T>(self, ask: impl FnOnce(&DraftStore<BrowserStore>) -> T) -> T {
        self.keeping.with_value(|keeping| ask(&keeping.store))
    }

    /// Opens what was open in this window before a reload, or else what was open last in any.
    pub(super) fn reopen_last(self) {
        let here = browser::open_here().and_then(|id| self.store(|store| store.open(&id)).ok());
        if let Some(opened) = here {
            return self.lay_out(opened);
        }
        let last = self.store(|store| store.last());
        match last {
            Ok(Some(id)) => {
                let listed = self.store(|store| store.open(&id));
                match listed {
                    Ok(opened) => self.lay_out(opened),
                    Err(StorageFault::Gone) => self.open_newest(),
                    Err(fault) => {
                        self.say(fault.to_string(), None);
                        self.open_newest();
                    }
                }
            }
            Ok(None) => self.open_newest(),
            Err(fault) => self.saving.set(Saving::Failed(fault)),
        }
    }

    pub(super) fn open_newest(self) {
        let drafts = self.drafts().unwrap_or_default();
        let opened = drafts.iter().find_map(|listed| self.store(|store| store.open(&listed.id)).ok());
        match opened {
            Some(opened) => self.lay_out(opened),
            None => {
                self.leave_told_of_others(None);
                self.open_id.set(None);
            }
        }
    }

    pub(super) fn lay_out(self, Opened { id, revision, draft, version }: Opened) {
        self.leave_told_of_others(Some(&id));
        self.changed.set(former::told(self.policy, &draft, version));
        self.history.set_value(History::default());
        self.restored.set_value(None);
        self.open_rows.set(OpenRows::default());
        self.worked_on.set_value(WorkedOn::default());
        self.open_plan.set(0);
        self.meant.set(Vec::new());
        self.sides.set(None);
        self.keeping.update_value(|keeping| {
            keeping.revision = revision;
            keeping.unsaved = false;
        });
        self.kept.set(Arc::new(draft));
        self.saving.set(Saving::Saved(None));
        self.show_steps();
        self.remember_open(&id);
        self.opened.update_value(|all| {
            all.retain(|other| *other != id);
            all.insert(0, id.clone());
        });
        self.open_id.set(Some(id));
        self.laid_out.update(|count| *count += 1);
    }

    /// Not being remembered as the one that is open only costs a click next time.
    pub(super) fn remember_open(self, id: &DraftId) {
        browser::remember_open_here(id);
        let _ = self.store(|store| store.remember_last(id));
    }

    /// Opens a kept draft, after saving the one that is open; where that fails, it stays open and the answer is no.
    pub fn open_draft(self, id: &DraftId) -> bool {
        if !self.save_now() {
            return false;
        }
        match self.store(|store| store.open(id)) {
            Ok(opened) => self.lay_out(opened),
            Err(fault) => {
                self.say(fault.to_string(), None);
                return false;
            }
        }
        true
    }

    /// Lays out a new draft and saves it at once, after saving the one that is open; where that fails,
    /// it stays open and the answer is no.
    pub fn start_draft(self, draft: Draft) -> bool {
        self.start_from(draft, file::VERSION)
    }

    /// The same with a draft that was read from a file of this version.
    pub fn start_from(self, draft: Draft, version: u64) -> bool {
        if !self.save_now() {
            return false;
        }
        self.lay_out(Opened { id: new_id(), revision: 0, draft, version });
        self.keeping.update_value(|keeping| keeping.unsaved = true);
        self.save_now();
        true
    }

    /// Begins a draft for this purpose, which has no name yet: it is called by its unit.
    pub fn start_blank(self, purpose: Purpose) -> bool {
        let (from, to) = last_three_years();
        self.start_draft(Draft { purpose: Some(purpose), ..Draft::blank(self.policy, "", from, to) })
    }

    /// The draft goes on as one of the present version, so that what changed is not told again.
    pub fn has_seen_what_changed(self) {
        self.changed.set(None);
        self.keeping.update_value(|keeping| keeping.unsaved = true);
        self.save_now();
    }

    pub(super) fn save_soon(self) {
        if !matches!(self.saving.get_untracked(), Saving::Failed(_)) {
            self.saving.set(Saving::Waiting);
        }
        let due = self.keeping.try_update_value(|keeping| {
            keeping.unsaved = true;
            std::mem::replace(&mut keeping.due, true)
        });
        if due == Some(false) {
            let save = move || {
                self.keeping.update_value(|keeping| keeping.due = false);
                self.save_now();
            };
            set_timeout(save, SAVE_AFTER);
        }
    }

    /// Saves what is not saved yet, and says whether all is saved now.
    pub fn save_now(self) -> bool {
        let unsaved = self.keeping.with_value(|keeping| keeping.unsaved);
        let Some(id) = self.open_id.get_untracked().filter(|_| unsaved) else { return true };
        let now = now();
        let draft = self.main_untracked();
        let saved = self.keeping.with_value(|keeping| keeping.store.save(&id, keeping.revision, &draft, now));
        match saved {
            Ok(saved) => {
                self.has_saved(&id, &saved, now);
                if saved.was_cleared {
                    self.make_up_for_clearing();
                }
                true
            }
            Err(fault) if fault.is_about_the_entry() => self.go_on_beside(id, fault),
            Err(fault) => {
                self.say(fault.to_string(), Some(Action::Export));
                self.saving.set(Saving::Failed(fault));
                // The journal may have room all the same; and the next change tries again.
                self.keeping.with_value(|keeping| {
                    if let Some(text) = keeping.store.unsaved(keeping.revision, &draft, now) {
                        keeping.journal.note(&id, &text);
                    }
                });
                false
            }
        }
    }

    /// Saves and says so: everything is saved by itself, but whoever asks is answered.
    pub fn save_and_say(self) {
        let unsaved = self.keeping.with_value(|keeping| keeping.unsaved);
        if self.save_now() && matches!(self.saving.get_untracked(), Saving::Saved(_)) {
            let words = if unsaved {
                "已保存在本浏览器"
            } else {
                "没有新的修改，已经保存在本浏览器"
            };
            self.say(format!("{words}。要带走或备份，请用“导出文件”。"), None);
        }
    }

    /// What the next save builds on, the journal, and what is said of saving, after a save.
    pub(super) fn has_saved(self, id: &DraftId, saved: &Saved, now: u64) {
        self.keeping.update_value(|keeping| {
            keeping.revision = saved.revision;
            keeping.unsaved = false;
            keeping.journal.note(id, &saved.text);
        });
        self.saving.set(Saving::Saved(Some(now)));
        self.ask_to_persist_after(saved.revision);
    }

    /// Saves when the page is hidden or left, and warns only when it can't.
    pub fn save_when_leaving(self) {
        window_event_listener(ev::pagehide, move |_| {
            self.save_now();
        });
        window_event_listener(ev::visibilitychange, move |_| {
            if document().visibility_state() == web_sys::VisibilityState::Hidden {
                self.save_now();
            }
        });
        window_event_listener(ev::beforeunload, move |event: web_sys::BeforeUnloadEvent| {
            self.save_now();
            if matches!(self.saving.get_untracked(), Saving::Failed(_)) {
                event.prevent_default();
                event.set_return_value("有内容没有保存");
            }
        });
    }
}

pub(super) fn new_id() -> DraftId {
    DraftId::new(now(), (js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}
