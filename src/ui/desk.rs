//! The one thing that views share: the open draft, its assessment, and where it is kept.

mod keep;
mod safety;
mod whole;
mod windows;

use std::sync::Arc;
use std::time::Duration;

use crate::ui::leptos::*;

pub use keep::Saving;

use super::rooms::{Loading, Module};
use super::route::Route;
use crate::draft::{Date, Draft, Field};
use crate::policy::Policy;
use crate::rules;
use crate::scoring::former::Told;
use crate::scoring::{Assessment, assess};
use crate::session::{Command, History};
use crate::storage::DraftId;
use keep::Keep;

/// A handle to the page's state; copying it copies the handle.
#[derive(Clone, Copy)]
pub struct Desk {
    pub policy: &'static Policy,
    draft: RwSignal<Arc<Draft>>,
    assessment: Memo<Arc<Assessment>>,
    pub route: RwSignal<Route>,
    /// Positions of the items whose rows are open.
    pub open_rows: RwSignal<OpenRows>,
    /// Position of the yearly plan that is shown.
    pub open_plan: RwSignal<usize>,
    pub notice: RwSignal<Option<Notice>>,
    /// What the rules changed in the open draft, until the person has seen it, or opens it again after a change.
    pub changed: RwSignal<Option<Told>>,
    /// Looked at again whenever the page comes into sight.
    today: RwSignal<Date>,
    pub saving: RwSignal<Saving>,
    /// Whether there is something to undo, and to redo.
    pub steps: RwSignal<(bool, bool)>,
    history: StoredValue<History>,
    /// The last step that brought a former state, by its label, and what was told until then.
    restored: StoredValue<Option<(String, Option<Told>)>>,
    keep: StoredValue<Keep, LocalStorage>,
    place: RwSignal<Option<DraftId>>,
    /// Counts what was done to kept drafts other than saving the open one.
    store_changes: RwSignal<u32>,
    /// Whether the modules with the rooms beside the table have been loaded.
    rooms: RwSignal<Loading>,
    way: RwSignal<Loading>,
    /// Whether the browser has agreed not to clear the drafts; `None` before it was asked.
    pub persisted: RwSignal<Option<bool>>,
}

/// A sentence for the person, with what can be done about it.
#[derive(Clone, PartialEq)]
pub struct Notice {
    pub text: String,
    pub actions: Vec<Action>,
}

/// What a notice offers.
#[derive(Clone, PartialEq)]
pub enum Action {
    /// Bring back a deleted draft.
    Restore(DraftId),
    Undo,
    Export,
    /// Of two versions, go on with the other window's of this draft.
    TakeTheirs(DraftId),
    /// Of two versions, go on with the one from here, as this draft with this name.
    TakeOurs(DraftId, String),
}

/// The rows that are open, by the positions of their items.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenRows(u64);

impl OpenRows {
    pub fn holds(self, at: usize) -> bool {
        self.0 & (1 << at) != 0
    }

    pub fn open(&mut self, at: usize) {
        self.0 |= 1 << at;
    }

    pub fn toggle(&mut self, at: usize) {
        self.0 ^= 1 << at;
    }
}

/// A memo whose machinery is compiled once for each type of value, not once for each closure: over
/// the whole page that is tens of kilobytes of first load.
pub fn memo<T: Clone + PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    fn boxed<T: Clone + PartialEq + Send + Sync + 'static>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
        Memo::new(move |_| compute())
    }
    boxed(Box::new(compute))
}

pub fn use_desk() -> Desk {
    expect_context::<Desk>()
}

impl Desk {
    /// The desk as it was left: with the draft that was open last, if there is one.
    pub fn open() -> Desk {
        let policy = rules::henan_2019_194();
        let (from, to) = super::transfer::last_three_years();
        let draft = RwSignal::new(Arc::new(Draft::blank(policy, "", from, to)));
        let desk = Desk {
            policy,
            draft,
            assessment: memo(move || Arc::new(assess(policy, &draft.get()))),
            route: RwSignal::new(Route::Table),
            open_rows: RwSignal::new(OpenRows::default()),
            open_plan: RwSignal::new(0),
            notice: RwSignal::new(None),
            changed: RwSignal::new(None),
            today: RwSignal::new(super::transfer::today()),
            saving: RwSignal::new(Saving::Saved(None)),
            steps: RwSignal::new((false, false)),
            history: StoredValue::new(History::default()),
            restored: StoredValue::new(None),
            keep: StoredValue::new_local(Keep::new(policy)),
            place: RwSignal::new(None),
            store_changes: RwSignal::new(0),
            rooms: RwSignal::new(Loading::Underway),
            way: RwSignal::new(Loading::Underway),
            persisted: RwSignal::new(None),
        };
        desk.reopen_last();
        desk.catch_up();
        desk
    }

    /// The open draft; follows its changes.
    #[inline(never)]
    pub fn draft(self) -> Arc<Draft> {
        self.draft.get()
    }

    #[inline(never)]
    pub fn draft_untracked(self) -> Arc<Draft> {
        self.draft.get_untracked()
    }

    /// The assessment of the open draft; follows its changes.
    #[inline(never)]
    pub fn assessment(self) -> Arc<Assessment> {
        self.assessment.get()
    }

    /// Whether a module has been loaded.
    pub fn loading(self, module: Module) -> RwSignal<Loading> {
        match module {
            Module::Rooms => self.rooms,
            Module::Way => self.way,
        }
    }

    pub fn today(self) -> Date {
        self.today.get()
    }

    pub fn is_open(self) -> bool {
        self.place.get().is_some()
    }

    /// The id of the open draft.
    pub fn place(self) -> Option<DraftId> {
        self.place.get()
    }

    /// Follows whatever may change the list of drafts.
    pub fn watch_drafts(self) {
        self.place.track();
        self.store_changes.track();
    }

    /// Carries out a command; the only way a draft changes while it is open.
    pub fn dispatch(self, command: Command) {
        let offers_undo =
            |notice: &Option<Notice>| matches!(notice, Some(one) if one.actions.contains(&Action::Undo));
        if !matches!(command, Command::Leave(_)) && self.notice.with_untracked(offers_undo) {
            // It would take back this step, not the one that the notice tells of.
            self.notice.set(None);
        }
        let before = self.draft_untracked();
        let after = self.history.try_update_value(|history| history.apply(self.policy, &before, &command));
        if let Some(after) = after {
            self.show(&before, after);
        }
    }

    /// Chooses something: unlike a keystroke it is a step by itself.
    pub fn choose(self, field: Field, text: impl Into<String>) {
        self.dispatch(Command::Enter(field, text.into()));
        self.dispatch(Command::Leave(field));
    }

    pub fn undo(self) {
        let before = self.draft_untracked();
        if let Some(Some((after, label))) = self.history.try_update_value(|history| history.undo(&before)) {
            self.show(&before, after);
            if let Some((_, before)) = self.restored.get_value().filter(|(restored, _)| *restored == label) {
                self.changed.set(before);
            }
            self.say(format!("已撤销：{label}。"), None);
        }
    }

    pub fn redo(self) {
        let before = self.draft_untracked();
        if let Some(Some((after, label))) = self.history.try_update_value(|history| history.redo(&before)) {
            self.show(&before, after);
            self.say(format!("已重做：{label}。"), None);
        }
    }

    /// Puts another draft in place of the open one, as one step that can be undone.
    fn replace(self, draft: Draft, label: String) {
        let before = self.draft_untracked();
        self.history.update_value(|history| history.replaced(&before, label));
        self.show(&before, draft);
    }

    fn show(self, before: &Draft, after: Draft) {
        if after != *before {
            self.draft.set(Arc::new(after));
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
    pub fn say(self, text: impl Into<String>, actions: impl IntoIterator<Item = Action>) {
        self.notice.set(Some(Notice { text: text.into(), actions: actions.into_iter().collect() }));
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
                self.open_rows.update(|rows| rows.open(at));
                // The row has to be there before the page can scroll to it.
                set_timeout(move || super::table::show_row(at), Duration::ZERO);
            }
            self.route.set(route);
        };
        read();
        window_event_listener(ev::hashchange, move |_| {
            let before = self.route.get_untracked().page();
            read();
            let now = self.route.get_untracked();
            if now == now.page() && now != before {
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        });
    }
}
