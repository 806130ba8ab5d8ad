//! How the page is used in this browser, whatever the draft.

use leptos::prelude::*;

use super::state::Desk;
use crate::storage::KeyValueStore;
use crate::storage::browser::BrowserStore;

/// Whether the official table is printed with 最低可得 and 最高可得.
const PRINTS_RANGE: &str = "zhichuang:prints-range";

impl Desk {
    pub(super) fn recall_preferences(self) {
        self.prints_range.set(BrowserStore.read(PRINTS_RANGE).is_ok_and(|kept| kept.is_some()));
    }

    pub fn set_prints_range(self, yes: bool) {
        self.prints_range.set(yes);
        // Where it can't be kept, it only costs a click next time.
        let _ = if yes { BrowserStore.write(PRINTS_RANGE, "yes") } else { BrowserStore.remove(PRINTS_RANGE) };
    }
}
