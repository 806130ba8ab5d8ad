//! The head of the page: the draft, the places in two levels, what is saved, undo and redo.

use leptos::prelude::*;

use crate::components::{Menu, dom, following};
use crate::desk::{Desk, Group, Place, Route, Saving, clock, use_desk};
use crate::draft::name;
use crate::readiness::Verdict;
use crate::storage::Listed;

/// As many drafts as one changes between.
const LAST: usize = 5;

#[component]
pub fn Head() -> impl IntoView {
    let desk = use_desk();
    let saving = move || saving_words(&desk.saving.get());
    view! {
        <header class="head">
            <div class="head-line">
                <Switcher />
                <Groups />
                <span class="saving" class:failed=move || matches!(desk.saving.get(), Saving::Failed(_)) prop:textContent=saving></span>
                <span class="tools">
                    <button
                        type="button"
                        title="撤销（Ctrl+Z）"
                        prop:disabled=move || !desk.steps.get().0
                        on:click=move |_| desk.undo()
                    >
                        "撤销"
                    </button>
                    <button
                        type="button"
                        title="重做（Ctrl+Y）"
                        prop:disabled=move || !desk.steps.get().1
                        on:click=move |_| desk.redo()
                    >
                        "重做"
                    </button>
                    <FileTools />
                </span>
            </div>
            <Places />
        </header>
    }
}

#[component]
fn FileTools() -> impl IntoView {
    let desk = use_desk();
    view! {
        <button class="to-file" type="button" on:click=move |_| desk.export_open()>
            "导出文件"
        </button>
        <button class="to-file" type="button" on:click=move |_| desk.print()>
            "打印"
        </button>
    }
}

/// The open draft, and the last ones beside it.
#[component]
fn Switcher() -> impl IntoView {
    let desk = use_desk();
    let name = Signal::derive(move || name::shown(&name::title(&desk.draft())));
    view! { <Menu class="switcher" words=name title="换一份草稿" content=last_drafts /> }
}

fn last_drafts() -> AnyView {
    let desk = use_desk();
    desk.save_now();
    let open = untrack(|| desk.open_id());
    let draft = |listed: Listed| {
        let is_open = open.as_ref() == Some(&listed.id);
        let saved = clock::day_and_time(listed.saved_at);
        let id = listed.id;
        view! {
            <button type="button" aria-current=is_open.then_some("true") on:click=move |event| dom::once(&event, || desk.switch_to(&id))>
                <span prop:textContent=name::shown(&listed.name)></span>
                <small prop:textContent=saved></small>
            </button>
        }
    };
    let drafts: Vec<_> = desk.last_drafts().into_iter().take(LAST).map(draft).collect();
    view! {
        {drafts}
        <a href=Route::Drafts.hash()>"全部草稿"</a>
    }
    .into_any()
}

/// Whoever is at a place already comes to its beginning by the way there.
fn back_to_the_top(desk: Desk, place: &Route) {
    if desk.place.get_untracked() == *place {
        dom::scroll_to(0.0);
    }
}

/// How a group stands on a phone: first, behind 更多, or in its order.
fn class(group: Group) -> &'static str {
    match group {
        Group::Overview => "first",
        Group::Readings | Group::Scenarios | Group::Drafts => "roomy",
        _ => "",
    }
}

/// The first level.
#[component]
fn Groups() -> impl IntoView {
    let desk = use_desk();
    let link = |group: Group| {
        let here = move || match desk.group() == Some(group) {
            // What has a second level says there which place it is.
            true => Some(if desk.places(group).len() > 1 { "true" } else { "page" }),
            false => None,
        };
        view! {
            <a class=class(group) href=move || desk.entrance(group).hash() aria-current=here on:click=move |_| back_to_the_top(desk, &untrack(|| desk.entrance(group)))>
                {group.label()}
            </a>
        }
    };
    let links: Vec<_> = Group::ALL.into_iter().map(link).collect();
    let more = Signal::stored("更多".to_owned());
    view! {
        <nav class="groups" aria-label="页面">
            {links}
            <Menu class="more" words=more title="口径、测算、草稿、导出和打印" content=what_a_phone_has_no_room_for />
        </nav>
    }
}

fn what_a_phone_has_no_room_for() -> AnyView {
    let desk = use_desk();
    let link = |group: Group| view! { <a href=desk.entrance(group).hash()>{group.label()}</a> };
    let links: Vec<_> = Group::ALL.into_iter().filter(|group| class(*group) == "roomy").map(link).collect();
    view! {
        {links}
        <FileTools />
    }
    .into_any()
}

/// The second level: the places of the group, where it has several.
#[component]
fn Places() -> impl IntoView {
    let desk = use_desk();
    let group = Memo::new(move |_| desk.group());
    let link = move |(route, label): Place| {
        let hash = route.hash();
        // The style shows a stage's verdict beside its name, as a sign; the title says it.
        let stage = desk.stage_of(&route);
        let verdict = move || stage.map(|at| desk.readiness().stages[at].verdict);
        let to = route.clone();
        let here = move || desk.is_at(&route).then_some("page");
        view! {
            <a href=hash aria-current=here on:click=move |_| back_to_the_top(desk, &to) data-verdict=move || verdict().map(Verdict::id) title=move || verdict().map(Verdict::label)>
                {label}
            </a>
        }
    };
    let row = move || {
        let group = group.get()?;
        let places = desk.places(group);
        (places.len() > 1).then(|| {
            let links: Vec<_> = places.into_iter().map(link).collect();
            view! {
                <nav class="places" aria-label=group.label()>
                    {links}
                </nav>
            }
        })
    };
    view! { <div>{following(row)}</div> }
}

fn saving_words(saving: &Saving) -> String {
    match saving {
        Saving::Saved(Some(at)) => format!("已保存 {}", clock::time_of_day(*at)),
        Saving::Saved(None) => "已保存在本浏览器".to_owned(),
        Saving::Waiting => "正在保存…".to_owned(),
        Saving::Failed(_) => "没有保存！".to_owned(),
    }
}
