//! What happens when one comes to another place: the page begins at its top, the focus is on its title, and the tab of
//! the browser is named after it. A row that is gone to puts the focus on itself.

use leptos::prelude::*;

use crate::components::dom;
use crate::desk::{Desk, Route, use_desk};
use crate::draft::name;

/// What the tab is called where no draft is open; index.html says the same.
const NAME: &str = "制创自评：河南省制造业创新中心评估自评与认定自查";

/// Follows the place, and the draft that is shown there.
pub fn follow_the_place() {
    let desk = use_desk();
    Effect::new(move |before: Option<(Route, u32)>| {
        let now = (desk.place.get(), desk.laid_out.get());
        if before.is_some_and(|before| before != now) && !is_at_a_row(desk) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            // The place has to be there first.
            request_animation_frame(dom::focus_the_title);
        }
        now
    });
}

fn is_at_a_row(desk: Desk) -> bool {
    desk.route.with_untracked(|route| matches!(route, Route::Item(_) | Route::Requirement(_)))
}

/// Names the tab after the draft and the place, which tell one tab from another.
pub fn name_the_tab() {
    let desk = use_desk();
    Effect::new(move |_| {
        let name = match desk.is_open() {
            true => format!("{}：{} – 制创自评", desk.place_label(), name::shown(&name::title(&desk.draft()))),
            false => NAME.to_owned(),
        };
        document().set_title(&name);
    });
}
