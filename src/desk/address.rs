//! The address, the place and the row that one works on, in step.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::open_rows::{OpenRows, Row, WorkedOn};
use super::route::Route;
use super::state::Desk;
use crate::draft::Purpose;

impl Desk {
    pub fn go(self, route: &Route) {
        let hash = route.hash();
        let is_there = window().location().hash().is_ok_and(|now| now == hash);
        // Another hash comes back through `follow_the_address`.
        if is_there || window().location().set_hash(&hash).is_err() {
            self.arrive(route.clone());
        }
    }

    /// Goes where the open draft is at home.
    pub fn go_home(self) {
        self.go(&untrack(|| self.home()));
    }

    /// Keeps the place in step with the address.
    pub fn follow_the_address(self) {
        let read = move || self.arrive(Route::from_hash(&window().location().hash().unwrap_or_default()));
        read();
        window_event_listener(ev::hashchange, move |_| read());
    }

    /// Opens the row that a route names.
    fn arrive(self, route: Route) {
        let route = match route {
            Route::Home => untrack(|| self.home()),
            // On the way back one may come to a row that was looked at in another draft, and a link may name none there is.
            route if self.is_of_another_draft() || !self.has_row(&route) => route.place(self.pathway),
            route => route,
        };
        match &route {
            Route::Item(id) => {
                if let Some(at) = self.item(id) {
                    self.open_rows.update(|rows| rows.open(at));
                    self.works_on(Row::Item(at));
                }
            }
            Route::Pick(id) => self.item(id).into_iter().for_each(|at| self.works_on(Row::Item(at))),
            Route::Requirement(id) => {
                if let Some(at) = self.pathway.requirements.iter().position(|one| one.id == *id) {
                    self.works_on(Row::Requirement(at));
                }
            }
            _ => {}
        }
        self.route.set(route);
    }

    /// Whether there is the row that a route names, if it names one.
    fn has_row(self, route: &Route) -> bool {
        match route {
            Route::Item(id) | Route::Pick(id) => self.item(id).is_some(),
            Route::Requirement(id) => self.pathway.requirements.iter().any(|one| one.id == *id),
            _ => true,
        }
    }

    /// Position of the item with this id.
    pub fn item(self, id: &str) -> Option<usize> {
        self.policy.items.iter().position(|item| item.id == id)
    }

    fn is_of_another_draft(self) -> bool {
        let of = window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_string());
        of.is_some_and(|of| of != self.mark())
    }

    /// Marks the entry of the browser's way with the open draft, and says whether it was marked before: whoever comes back
    /// to it has been there.
    pub fn mark_the_way(self) -> bool {
        let Ok(history) = window().history() else { return false };
        let was_here = history.state().is_ok_and(|state| state.is_truthy());
        // Where it can't be marked, one begins at the top.
        let _ = history.replace_state(&JsValue::from_str(&self.mark()), "");
        was_here
    }

    fn mark(self) -> String {
        self.open_id.get_untracked().map_or_else(|| "none".to_owned(), |id| id.as_str().to_owned())
    }

    /// The place without its row, in the stead of the entry that named one.
    pub fn leave_the_row(self) {
        let place = self.place.get_untracked();
        if self.route.get_untracked() != place {
            // Where the browser refuses, the address names a row of another draft until one goes on.
            let _ = window().location().replace(&place.hash());
            self.route.set(place);
        }
    }

    /// Notes the row that somebody works on: the next one is the next after it.
    pub fn works_on(self, row: Row) {
        self.worked_on.update_value(|last| match row {
            Row::Item(at) => last.item = Some(at),
            Row::Requirement(at) => last.requirement = Some(at),
        });
    }

    /// Closes all rows of the table; a reload opens none again.
    pub fn close_rows(self) {
        self.open_rows.set(OpenRows::default());
        self.leave_the_row();
    }

    /// Goes to the first row that is open, in what the draft is for; home where none is.
    pub fn go_to_first_open(self) {
        self.worked_on.set_value(WorkedOn::default());
        match untrack(|| self.purpose()) {
            Purpose::Evaluation if !self.assessment.get_untracked().unanswered().is_empty() => {
                self.go_to_next_unanswered();
            }
            Purpose::Recognition if !untrack(|| self.unverified_ahead()).is_empty() => {
                self.go_to_next_unverified()
            }
            _ => self.go_home(),
        }
    }

    /// Goes to the next item that is still to be filled in, in the table's order; after the last, to the first. Where
    /// points are typed, there.
    pub fn go_to_next_unanswered(self) {
        let here = self.worked_on.get_value().item;
        if let Some(at) = next(&self.assessment.get_untracked().unanswered(), here) {
            let id = self.policy.items[at].id.to_owned();
            let by_points = self.place.get_untracked() == Route::Points;
            self.go(&if by_points { Route::Pick(id) } else { Route::Item(id) });
        }
    }

    /// Goes to the next requirement that is still to be verified, in the order of the stages: on the sheet of a stage where
    /// none was worked on, to its first.
    pub fn go_to_next_unverified(self) {
        let last = self.worked_on.get_value().requirement;
        let stage = untrack(|| self.place.with(|place| self.stage_of(place)));
        let here = match stage.map(|at| &self.pathway.stages[at]) {
            Some(stage) if last.is_none_or(|last| stage.requirements().all(|at| at != last)) => {
                stage.requirements().min().and_then(|first| first.checked_sub(1))
            }
            _ => last,
        };
        if let Some(at) = next(&untrack(|| self.unverified_ahead()), here) {
            self.go(&Route::Requirement(self.pathway.requirements[at].id.to_owned()));
        }
    }

    /// What is still to be verified in stages that are not behind.
    pub fn unverified_ahead(self) -> Vec<usize> {
        let readiness = self.readiness();
        self.with_facts(|facts| readiness.unverified_ahead(facts))
    }
}

fn next(waiting: &[usize], here: Option<usize>) -> Option<usize> {
    waiting.iter().find(|at| Some(**at) > here).or(waiting.first()).copied()
}
