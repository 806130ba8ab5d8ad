//! How the desk comes to be as it was left.

use leptos::prelude::*;

use super::state::Desk;
use super::{crash, files, keys};

impl Desk {
    /// The desk as it was left: with the draft that was open last, if there is one.
    pub fn open() -> Desk {
        let desk = Desk::bare();
        desk.recall_preferences();
        desk.recall_forms();
        desk.reopen_last();
        desk.catch_up();
        desk.listen();
        desk
    }

    /// Hears what happens around the page for as long as it is there.
    fn listen(self) {
        crash::watch(self);
        keys::listen(self);
        self.follow_the_address();
        self.save_when_leaving();
        self.watch_other_windows();
        self.watch_the_day();
        files::watch_printing(self);
        // Whatever is done to drafts, here or in another window, may make an offer impossible.
        Effect::new(move |_| {
            self.store_changes.track();
            self.take_back_what_can_not_be_done();
        });
    }
}
