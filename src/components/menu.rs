//! A list that a button opens: drafts to change to, and what finds no room on a phone.

use leptos::html::{Button, Div};
use leptos::prelude::*;

use super::dom;
use super::following::following;

#[component]
pub fn Menu(
    class: &'static str,
    /// What the button shows.
    #[prop(into)]
    words: Signal<String>,
    /// What it opens, for those who hear the button.
    title: &'static str,
    /// What is in it, made anew each time that it is opened.
    content: fn() -> AnyView,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let (around, button) = (NodeRef::<Div>::new(), NodeRef::<Button>::new());
    // What is done a frame later may find the menu gone: hence the asking.
    let back_to_the_button = move || {
        if let Some(button) = button.try_get_untracked().flatten() {
            dom::focus(&button);
        }
    };
    // The arrows lead through the list, and from its button into it; the page behind stays where it is.
    let hear = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Escape" if open.get_untracked() => {
            open.set(false);
            back_to_the_button();
        }
        key @ ("ArrowDown" | "ArrowUp") => {
            event.prevent_default();
            let down = key == "ArrowDown";
            open.set(true);
            // The list has to be there first.
            request_animation_frame(move || {
                if let Some(around) = around.try_get_untracked().flatten() {
                    step(&around, down);
                }
            });
        }
        _ => {}
    };
    // What was chosen may lead elsewhere, and take the focus there.
    let choose = move |_| {
        open.set(false);
        dom::where_the_focus_is_lost(back_to_the_button);
    };
    // Whoever goes on elsewhere is done with it. Where the focus goes is known once it is there.
    let look_whether_left = move |_| {
        request_animation_frame(move || {
            let Some(around) = around.try_get_untracked() else { return };
            let here = around.zip(document().active_element());
            if here.is_none_or(|(around, focused)| !around.contains(Some(&focused))) {
                open.set(false);
            }
        });
    };
    let list = move || {
        open.get().then(|| {
            view! {
                <div class="menu-list" tabindex="-1" on:click=choose>
                    {untrack(content)}
                </div>
            }
        })
    };
    view! {
        // It takes the focus where the browser does not give it to a button that is clicked.
        <div class=format!("menu {class}") tabindex="-1" node_ref=around on:keydown=hear on:focusout=look_whether_left>
            <button
                type="button"
                title=title
                node_ref=button
                aria-expanded=move || open.get().to_string()
                on:click=move |_| {
                    back_to_the_button();
                    open.update(|open| *open = !*open);
                }
                prop:textContent=words
            ></button>
            {following(list)}
        </div>
    }
}

/// Puts the focus on the next entry of the list, or on the one before; from the button on its first or last. At the ends
/// it stays.
fn step(around: &web_sys::Element, down: bool) {
    let Ok(Some(list)) = around.query_selector(".menu-list") else { return };
    let here = document().active_element().filter(|one| *one != list && list.contains(Some(one)));
    let next = match (here, down) {
        (Some(here), true) => here.next_element_sibling(),
        (Some(here), false) => here.previous_element_sibling(),
        (None, true) => list.first_element_child(),
        (None, false) => list.last_element_child(),
    };
    next.iter().for_each(dom::focus);
}
