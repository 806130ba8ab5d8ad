//! Today: the page may stay open over midnight, and what it says of days is printed and handed out.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::clock;
use super::state::Desk;

/// A timer that runs through the night may stop while the computer sleeps: it looks at the clock at least this often.
const LONGEST: u64 = 10 * 60 * 1000;

impl Desk {
    /// Looks at the clock again.
    pub fn look_at_the_day(self) {
        let today = clock::today();
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }

    /// Looks again at midnight, and when somebody comes back to the page; see [`super::files`] for print.
    pub(super) fn watch_the_day(self) {
        let look = move || self.look_at_the_day();
        window_event_listener(ev::focus, move |_| look());
        window_event_listener(ev::pageshow, move |_| look());
        window_event_listener(ev::visibilitychange, move |_| look());
        self.look_again();
    }

    fn look_again(self) {
        let wait = clock::until_midnight().min(LONGEST);
        let look = move || {
            self.look_at_the_day();
            self.look_again();
        };
        set_timeout(look, Duration::from_millis(wait));
    }
}
