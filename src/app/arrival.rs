//! What happens when one comes to another place: the page begins at its top, or, coming back, where one left it; the focus
//! is on its title, and the tab of the browser is named after it. A row that is gone to puts the focus on itself.

use leptos::ev;
use leptos::prelude::*;

use crate::components::dom;
use crate::desk::{Route, use_desk};
use crate::draft::name;

/// What the tab is called where no draft is open; index.html says the same.
const NAME: &str = "制创自评：河南省制造业创新中心评估自评与认定自查";

/// Follows the place, and the draft that is shown there.
pub fn follow_the_place() {
    let desk = use_desk();
    // How far down each place was left; there are few, and one goes back to the last.
    let left = StoredValue::new(Vec::<(Route, f64)>::new());
    window_event_listener(ev::scroll, move |_| {
        let (place, down) = (desk.place.get_untracked(), window().scroll_y().unwrap_or_default());
        left.update_value(|left| {
            left.retain(|(other, _)| *other != place);
            left.push((place, down));
        });
    });
    Effect::new(move |before: Option<(Route, u32)>| {
        // Each entry of the browser's way is marked, also one that only names another row.
        desk.route.track();
        let now = (desk.place.get(), desk.laid_out.get());
        let came_back = desk.mark_the_way();
        if let Some(before) = before.filter(|before| *before != now) {
            // Another draft at the same place begins at its top as well.
            let known =
                |left: &Vec<(Route, f64)>| left.iter().find(|(place, _)| *place == now.0).map(|(_, down)| *down);
            let down = left.with_value(known).filter(|_| came_back && before.0 != now.0);
            let is_at_a_row = desk
                .route
                .with_untracked(|route| matches!(route, Route::Item(_) | Route::Pick(_) | Route::Requirement(_)));
            // The place has to be there first.
            request_animation_frame(move || {
                if !is_at_a_row {
                    dom::focus_the_title();
                    dom::scroll_to(0.0);
                }
                // A row brings itself into sight; who comes back is where he left all the same.
                if let Some(down) = down {
                    request_animation_frame(move || dom::scroll_to(down));
                }
            });
        }
        now
    });
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
