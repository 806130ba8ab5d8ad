//! The address, the place and the row that one works on, in step.

use leptos::ev;
use leptos::prelude::*;

use super::open_rows::{OpenRows, Row};
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
        let route = if route == Route::Home { untrack(|| self.home()) } else { route };
        match &route {
            Route::Item(id) => {
                if let Some(at) = self.policy.items.iter().position(|item| item.id == *id) {
                    self.open_rows.update(|rows| rows.open(at));
                    self.works_on(Row::Item(at));
                }
            }
            Route::Requirement(id) => {
                if let Some(at) = self.pathway.requirements.iter().position(|one| one.id == *id) {
                    self.works_on(Row::Requirement(at));
                }
            }
            _ => {}
        }
        self.route.set(route);
    }

    /// The place without its row, in the stead of the entry that named one.
    pub(super) fn leave_the_row(self) {
        let place = self.place.get_untracked();
        // Where the browser refuses, the address names a row of another draft until one goes on.
        let _ = window().location().replace(&place.hash());
        self.route.set(place);
    }

    /// Notes the row that somebody works on: the next one is the next after it.
    pub fn works_on(self, row: Row) {
        self.works_on.set_value(Some(row));
    }

    pub fn close_rows(self) {
        self.open_rows.set(OpenRows::default());
    }

    /// Goes to the first row that is open, in what the draft is for; home where none is.
    pub fn go_to_first_open(self) {
        self.works_on.set_value(None);
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

    /// Goes to the next item that is still to be filled in, in the table's order; after the last, to the first.
    pub fn go_to_next_unanswered(self) {
        let here = match self.works_on.get_value() {
            Some(Row::Item(at)) => Some(at),
            _ => None,
        };
        if let Some(at) = next(&self.assessment.get_untracked().unanswered(), here) {
            self.go(&Route::Item(self.policy.items[at].id.to_owned()));
        }
    }

    /// Goes to the next requirement that is still to be verified, in the order of the stages.
    pub fn go_to_next_unverified(self) {
        let here = match self.works_on.get_value() {
            Some(Row::Requirement(at)) => Some(at),
            _ => None,
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
