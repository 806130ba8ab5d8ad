//! The address and the route, in step.

use leptos::ev;
use leptos::prelude::*;

use super::route::Route;
use super::state::Desk;
use crate::policy::Stage;

impl Desk {
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

    /// Position of the stage that the address names; the first where it names none.
    pub fn open_stage(self) -> Memo<usize> {
        let pathway = self.pathway;
        let named = move |stage: &Stage, route: &Route| match route {
            Route::Stage(id) => stage.id == *id,
            Route::Requirement(id) => stage.requirements().any(|at| pathway.requirements[at].id == id),
            _ => false,
        };
        let position = move |route: &Route| pathway.stages.iter().position(|stage| named(stage, route));
        Memo::new(move |_| self.route.with(position).unwrap_or(0))
    }

    /// Goes to the unanswered item that settles most; from an item that is left for later, to the next one.
    pub fn go_to_next_unanswered(self) {
        let here = match self.route.get_untracked() {
            Route::Item(id) => self.policy.items.iter().position(|item| item.id == id),
            _ => None,
        };
        let waiting = self.assessment.get_untracked().unanswered();
        let after_here = here.and_then(|here| waiting.iter().position(|at| *at == here)).map_or(0, |at| at + 1);
        if let Some(at) = waiting.get(after_here).or(waiting.first()) {
            self.go(&Route::Item(self.policy.items[*at].id.to_owned()));
        }
    }
}
