//! The desk's state: one signal of the draft, memos of what follows from it, and what the page shows.

use std::sync::Arc;

use leptos::prelude::*;

use super::clock;
use super::notice::Notice;
use super::open_rows::{OpenRows, WorkedOn};
use super::route::Route;
use super::saving::{Keeping, Saving};
use super::side::Side;
use crate::draft::{Date, Draft, Field};
use crate::policy::{Pathway, Points, Policy};
use crate::readiness::{Facts, Readiness, judge};
use crate::rules;
use crate::scoring::entries::{Standings, standings};
use crate::scoring::former::Told;
use crate::scoring::{Assessment, assess, discretion};
use crate::session::History;
use crate::steps::Steps;
use crate::storage::DraftId;

/// A handle to the page's state; copying it copies the handle.
#[derive(Clone, Copy)]
pub struct Desk {
    pub policy: &'static Policy,
    pub pathway: &'static Pathway,
    /// The open draft as it is kept, with what is being tried out.
    pub(super) kept: RwSignal<Arc<Draft>>,
    /// The same as it is shown: with the trial in the place of what it tries out.
    pub(super) draft: Memo<Arc<Draft>>,
    /// Whether something is being tried out.
    pub trying: Memo<bool>,
    pub(super) assessment: Memo<Arc<Assessment>>,
    pub(super) readiness: Memo<Arc<Readiness>>,
    /// What becomes of each entry of evidence.
    pub standings: Memo<Standings>,
    /// Items that the chosen discretion claims otherwise than at the low end, and by how much more.
    pub moved_by_discretion: Memo<Vec<(usize, Points)>>,
    /// What could be done for more points, of the draft itself; worked out only where it is shown.
    pub steps_ahead: Memo<Steps>,
    pub route: RwSignal<Route>,
    /// Where one is, without the row: a stage by its id, the table for each of its rows.
    pub place: Memo<Route>,
    pub(super) worked_on: StoredValue<WorkedOn>,
    /// Whether a stage shows only what is unmet or not verified.
    pub only_open: RwSignal<bool>,
    /// Drafts in the order in which they were opened here, the last one first.
    pub(super) opened: StoredValue<Vec<DraftId>>,
    /// Positions of the items whose rows are open.
    pub open_rows: RwSignal<OpenRows>,
    /// Position of the yearly plan that is shown.
    pub open_plan: RwSignal<usize>,
    pub notice: RwSignal<Option<Notice>>,
    /// What was said last, the newest first.
    pub told: RwSignal<Vec<Notice>>,
    /// A sentence that waits for the next one.
    pub(super) to_be_said: StoredValue<Option<&'static str>>,
    /// Values that were doubted and are meant, by their fields and as they are written.
    pub meant: RwSignal<Vec<(Field, String)>>,
    /// Counts the drafts that were laid out: what the page shows of one goes with it.
    pub laid_out: RwSignal<u32>,
    /// Whether the page is being printed: what would be slow to keep ready is laid out then.
    pub printing: RwSignal<bool>,
    /// Whether the official table is printed with 最低可得 and 最高可得.
    pub prints_range: RwSignal<bool>,
    /// What the rules changed in the open draft, until the person has seen it, or opens it again after a change.
    pub changed: RwSignal<Option<Told>>,
    /// Looked at again whenever the page comes into sight.
    pub(super) today: RwSignal<Date>,
    pub saving: RwSignal<Saving>,
    /// Whether there is something to undo, and to redo.
    pub steps: RwSignal<(bool, bool)>,
    pub(super) history: StoredValue<History>,
    /// The last step that brought a former state, by its label, with what was told until then and what is since.
    pub(super) restored: StoredValue<Option<(String, [Option<Told>; 2])>>,
    /// What is half filled in outside the draft: texts by the draft and the control that they stand in.
    pub(super) forms: RwSignal<Vec<(String, String)>>,
    /// What the draft is compared with; none before it was chosen.
    pub sides: RwSignal<Option<Vec<Side>>>,
    pub(super) keeping: StoredValue<Keeping, LocalStorage>,
    pub(super) open_id: RwSignal<Option<DraftId>>,
    /// Counts what was done to kept drafts other than saving the open one.
    pub(super) store_changes: RwSignal<u32>,
    /// Whether the browser has agreed not to clear the drafts; `None` before it was asked.
    pub persisted: RwSignal<Option<bool>>,
}

/// The desk that the page was provided with.
pub fn use_desk() -> Desk {
    expect_context::<Desk>()
}

impl Desk {
    /// A desk with nothing on it.
    pub(super) fn bare() -> Desk {
        let policy = rules::henan_2019_194();
        let pathway = rules::henan_2023_52();
        let (from, to) = clock::last_three_years();
        let kept = RwSignal::new(Arc::new(Draft::blank(policy, "", from, to)));
        let draft = Memo::new(move |_| {
            kept.with(|kept| if kept.trial.is_some() { Arc::new(kept.tried()) } else { kept.clone() })
        });
        let today = RwSignal::new(clock::today());
        let route = RwSignal::new(Route::Home);
        let assessment = Memo::new(move |_| Arc::new(assess(policy, &draft.get())));
        Desk {
            policy,
            pathway,
            kept,
            draft,
            trying: Memo::new(move |_| kept.with(|kept| kept.trial.is_some())),
            assessment,
            readiness: Memo::new(move |_| Arc::new(judge(pathway, &draft.get(), today.get()))),
            standings: Memo::new(move |_| standings(policy, &draft.get())),
            moved_by_discretion: Memo::new(move |_| discretion::moved(policy, &draft.get(), &assessment.get())),
            steps_ahead: Memo::new(move |_| {
                let main = kept.get();
                let assessment =
                    if main.trial.is_some() { Arc::new(assess(policy, &main)) } else { assessment.get() };
                Steps::of(policy, &main, &assessment, today.get())
            }),
            route,
            place: Memo::new(move |_| route.with(|route| route.place(pathway))),
            worked_on: StoredValue::new(WorkedOn::default()),
            only_open: RwSignal::new(false),
            opened: StoredValue::new(Vec::new()),
            open_rows: RwSignal::new(OpenRows::default()),
            open_plan: RwSignal::new(0),
            notice: RwSignal::new(None),
            told: RwSignal::new(Vec::new()),
            to_be_said: StoredValue::new(None),
            meant: RwSignal::new(Vec::new()),
            laid_out: RwSignal::new(0),
            printing: RwSignal::new(false),
            prints_range: RwSignal::new(false),
            changed: RwSignal::new(None),
            today,
            saving: RwSignal::new(Saving::Saved(None)),
            steps: RwSignal::new((false, false)),
            history: StoredValue::new(History::default()),
            restored: StoredValue::new(None),
            forms: RwSignal::new(Vec::new()),
            sides: RwSignal::new(None),
            keeping: StoredValue::new_local(Keeping::new(policy)),
            open_id: RwSignal::new(None),
            store_changes: RwSignal::new(0),
            persisted: RwSignal::new(None),
        }
    }

    /// The open draft without what is being tried out: 主稿. Follows its changes.
    pub fn main_draft(self) -> Arc<Draft> {
        self.kept.get()
    }

    pub fn main_untracked(self) -> Arc<Draft> {
        self.kept.get_untracked()
    }

    /// The open draft as it is shown, with what is being tried out; follows its changes.
    pub fn draft(self) -> Arc<Draft> {
        self.draft.get()
    }

    pub fn draft_untracked(self) -> Arc<Draft> {
        self.draft.get_untracked()
    }

    /// The assessment of the open draft; follows its changes.
    pub fn assessment(self) -> Arc<Assessment> {
        self.assessment.get()
    }

    /// How far the open draft is on the way to recognition; follows its changes, and the day.
    pub fn readiness(self) -> Arc<Readiness> {
        self.readiness.get()
    }

    /// Asks something of the facts as readiness sees them today; follows their changes.
    pub fn with_facts<T>(self, ask: impl FnOnce(&Facts) -> T) -> T {
        ask(&Facts { pathway: self.pathway, draft: &self.draft(), today: self.today() })
    }

    pub fn today(self) -> Date {
        self.today.get()
    }

    pub fn is_open(self) -> bool {
        self.open_id.with(Option::is_some)
    }

    /// The id of the open draft.
    pub fn open_id(self) -> Option<DraftId> {
        self.open_id.get()
    }

    /// Follows whatever may change the list of drafts.
    pub fn watch_drafts(self) {
        self.open_id.track();
        self.store_changes.track();
    }

    /// Position of the yearly plan that is shown, where there is one.
    pub fn shown_plan(self) -> Memo<Option<usize>> {
        let count = Memo::new(move |_| self.draft.with(|draft| draft.plans.len()));
        Memo::new(move |_| count.get().checked_sub(1).map(|last| self.open_plan.get().min(last)))
    }
}
