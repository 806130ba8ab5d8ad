//! The one thing that views share: the open draft, its assessment, and where it is kept.

mod keep;

use std::collections::BTreeSet;
use std::time::Duration;

use leptos::prelude::*;

pub use keep::Saving;

use super::route::Route;
use crate::draft::Draft;
use crate::policy::Policy;
use crate::rules;
use crate::scoring::{Assessment, assess};
use crate::session::{Command, History};
use crate::storage::DraftId;
use keep::Keep;

/// A handle to the page's state; copying it copies the handle.
#[derive(Clone, Copy)]
pub struct Desk {
    pub policy: &'static Policy,
    pub draft: RwSignal<Draft>,
    pub assessment: Memo<Assessment>,
    pub route: RwSignal<Route>,
    /// Positions of the items whose rows are open.
    pub open_rows: RwSignal<BTreeSet<usize>>,
    pub notice: RwSignal<Option<Notice>>,
    pub saving: RwSignal<Saving>,
    /// Whether there is something to undo, and to redo.
    pub steps: RwSignal<(bool, bool)>,
    history: StoredValue<History>,
    keep: StoredValue<Keep>,
    place: RwSignal<Option<DraftId>>,
}

/// A sentence for the person, with at most one thing to do about it.
#[derive(Clone, PartialEq)]
pub struct Notice {
    pub text: String,
    pub action: Option<Action>,
}

/// What a notice offers.
#[derive(Clone, PartialEq)]
pub enum Action {
    /// Bring back a deleted draft.
    Restore(DraftId),
    Undo,
    Export,
}

pub fn use_desk() -> Desk {
    expect_context::<Desk>()
}

impl Desk {
    /// The desk as it was left: with the draft that was open last, if there is one.
    pub fn open() -> Desk {
        let policy = rules::henan_2019_194();
        let (from, to) = super::transfer::last_three_years();
        let draft = RwSignal::new(Draft::blank(policy, "", from, to));
        let desk = Desk {
            policy,
            draft,
            assessment: Memo::new(move |_| draft.with(|draft| assess(policy, draft))),
            route: RwSignal::new(Route::Table),
            open_rows: RwSignal::new(BTreeSet::new()),
            notice: RwSignal::new(None),
            saving: RwSignal::new(Saving::Saved(None)),
            steps: RwSignal::new((false, false)),
            history: StoredValue::new(History::default()),
            keep: StoredValue::new(Keep::new(policy)),
            place: RwSignal::new(None),
        };
        desk.reopen_last();
        desk
    }

    pub fn is_open(self) -> bool {
        self.place.get().is_some()
    }

    /// The id of the open draft.
    pub fn place(self) -> Option<DraftId> {
        self.place.get()
    }

    /// Carries out a command; the only way a draft changes while it is open.
    pub fn dispatch(self, command: Command) {
        let before = self.draft.get_untracked();
        let after = self.history.try_update_value(|history| history.apply(self.policy, &before, &command));
        if let Some(after) = after {
            self.show(before, after);
        }
    }

    pub fn undo(self) {
        let before = self.draft.get_untracked();
        if let Some(Some((after, label))) = self.history.try_update_value(|history| history.undo(&before)) {
            self.show(before, after);
            self.say(format!("已撤销：{label}。"), None);
        }
    }

    pub fn redo(self) {
        let before = self.draft.get_untracked();
        if let Some(Some((after, label))) = self.history.try_update_value(|history| history.redo(&before)) {
            self.show(before, after);
            self.say(format!("已重做：{label}。"), None);
        }
    }

    fn show(self, before: Draft, after: Draft) {
        if after != before {
            self.draft.set(after);
            self.save_soon();
        }
        self.show_steps();
    }

    fn show_steps(self) {
        let steps = self.history.with_value(|history| (history.can_undo(), history.can_redo()));
        if self.steps.get_untracked() != steps {
            self.steps.set(steps);
        }
    }

    /// Says a sentence at the foot of the page, until the next one.
    pub fn say(self, text: impl Into<String>, action: Option<Action>) {
        self.notice.set(Some(Notice { text: text.into(), action }));
    }

    pub fn go(self, route: &Route) {
        // The hash change comes back through `follow_the_address`.
        if window().location().set_hash(&route.hash()).is_err() {
            self.route.set(route.clone());
        }
    }

    /// Keeps the route in step with the address, and opens the row that it names.
    pub fn follow_the_address(self) {
        let read = move || {
            let route = Route::from_hash(&window().location().hash().unwrap_or_default());
            if let Route::Item(id) = &route
                && let Some(at) = self.policy.items.iter().position(|item| item.id == *id)
            {
                self.open_rows.update(|rows| {
                    rows.insert(at);
                });
                // The row has to be there before the page can scroll to it.
                set_timeout(move || super::table::show_row(at), Duration::ZERO);
            }
            self.route.set(route);
        };
        read();
        window_event_listener(leptos::ev::hashchange, move |_| read());
    }
}
