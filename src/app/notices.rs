//! One sentence at the foot of the page about what just happened, with what can be done about it.

use std::time::Duration;

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;

use crate::components::{dom, following};
use crate::desk::{Action, Notice, clock, use_desk};

/// A sentence without a choice is seen for so long, and for each character of it, before it goes.
const SEEN: Duration = Duration::from_secs(5);
const PER_CHARACTER: Duration = Duration::from_millis(120);

#[component]
pub fn Notices() -> impl IntoView {
    let desk = use_desk();
    let around = NodeRef::<Div>::new();
    // How far down, where it can't stand at the foot.
    let above = RwSignal::new(None::<i32>);
    let make_way = move || {
        let there = around.get_untracked().filter(|_| desk.notice.with_untracked(Option::is_some));
        if let Some(covers) = there.and_then(|around| dom::would_cover_the_focus(&around)) {
            above.set(covers.then(dom::below_the_bar));
        }
    };
    Effect::new(move |_| {
        desk.notice.track();
        // Its place is known once it stands there.
        request_animation_frame(make_way);
    });
    window_event_listener(ev::focusin, move |_| make_way());
    window_event_listener(ev::scroll, move |_| make_way());
    window_event_listener(ev::resize, move |_| make_way());
    go_by_itself(around);
    view! {
        <div class="notices" class:above=move || above.get().is_some() style:top=move || above.get().map(|down| format!("{down}px")) role="status" node_ref=around>
            {following(move || desk.notice.get().map(|notice| view! { <NoticeBox notice /> }))}
        </div>
    }
}

/// Takes a sentence away that offers nothing, once it was in sight long enough to be read.
fn go_by_itself(around: NodeRef<Div>) {
    let desk = use_desk();
    Effect::new(move |_| {
        let Some(notice) = desk.notice.get().filter(|notice| notice.actions.is_empty()) else { return };
        let wait = SEEN + PER_CHARACTER * u32::try_from(notice.text.chars().count()).unwrap_or(u32::MAX);
        let go = move || {
            let is_read = around
                .get_untracked()
                .is_some_and(|around| around.matches(":hover, :focus-within").unwrap_or(false));
            // Who reads it still, and who has not come back to the page yet, gets the time again.
            if is_read || document().visibility_state() == web_sys::VisibilityState::Hidden {
                desk.notice.update(|_| ());
            } else {
                desk.notice.set(None);
            }
        };
        if let Ok(timer) = set_timeout_with_handle(go, wait) {
            on_cleanup(move || timer.clear());
        }
    });
}

#[component]
fn NoticeBox(notice: Notice) -> impl IntoView {
    let desk = use_desk();
    let actions: Vec<_> = notice.actions.into_iter().map(|action| view! { <ActionButton action /> }).collect();
    view! {
        <div class="notice">
            <p prop:textContent=notice.text></p>
            {actions}
            <button
                type="button"
                class="icon"
                aria-label="关闭提示"
                on:click=move |_| desk.notice.set(None)
            >
                "✕"
            </button>
        </div>
    }
}

#[component]
fn ActionButton(action: Action) -> impl IntoView {
    let desk = use_desk();
    let label = match action {
        Action::Restore(_) | Action::Undo => "撤销",
        Action::Export => "导出文件",
        Action::TakeTheirs(_) => "改用另一窗口的",
        Action::TakeOurs(..) => "以本窗口的为准",
    };
    view! {
        <button type="button" on:click=move |event| dom::once(&event, || desk.act(&action))>
            {label}
        </button>
    }
}

/// What was said lately, to read again.
#[component]
pub fn Told() -> impl IntoView {
    let desk = use_desk();
    // Of this draft, or of none.
    let mine = move || {
        let open = desk.open_id();
        let mut told = desk.told.get();
        told.retain(|notice| notice.of.is_none() || notice.of == open);
        told
    };
    let count = Memo::new(move |_| mine().len());
    let line = |notice: Notice| {
        view! { <li><time prop:textContent=clock::time_of_day(notice.at)></time>" "<span prop:textContent=notice.text></span></li> }
    };
    let lines = move || mine().into_iter().map(line).collect::<Vec<_>>();
    view! {
        <Show when=move || { count.get() > 0 }>
            <details class="told">
                <summary prop:textContent=move || format!("最近的提示（{}）", count.get())></summary>
                <ol>{following(lines)}</ol>
            </details>
        </Show>
    }
}
