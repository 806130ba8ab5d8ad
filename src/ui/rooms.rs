//! The rooms beside the table, and what its rows show when they are open, in a module of their own: the table is what
//! a first load is for. They are loaded right after it, so that they are there also when the network is not
//! (`docs/adr/0007-rooms.md`).

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::desk::{Desk, use_desk};
use super::dom::{Child, El, IntoChild, button, el, of};
use super::leptos::*;
use super::route::Route;
use super::{annual, dates, drafts, evidence, facts, finance, members, panel, print, readings, summary, way};

/// What is in the module.
#[derive(Clone)]
pub enum Room {
    /// A place of the navigation other than the table.
    Place(Route),
    /// Import and what was deleted, for the first visit's page.
    Files,
    /// What an open row of the table shows, by the position of its item.
    Panel(usize),
    /// What is printed.
    Paper,
}

/// Whether the module is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rooms {
    Loading,
    Loaded,
    Failed,
}

/// A room, or what is to be said until it has been loaded.
pub fn room(which: Room) -> impl IntoChild {
    let desk = use_desk();
    move || match desk.rooms.get() {
        Rooms::Loaded => built(which.clone()).into_child(),
        Rooms::Loading => of("p", "waiting").child("正在打开…").into_child(),
        Rooms::Failed => failed(desk).into_child(),
    }
}

/// What is printed, once it is there.
pub fn paper() -> impl IntoChild {
    let desk = use_desk();
    move || (desk.rooms.get() == Rooms::Loaded).then(|| built(Room::Paper))
}

fn failed(desk: Desk) -> El {
    let words = "这一页没能下载，可能是断网，或者网站刚刚更新。填写的内容都在；请检查网络后重试，或者重新载入。";
    let reload = || {
        // A browser that can't reload has nothing to say about it either.
        let _ = window().location().reload();
    };
    el("div")
        .attr("role", "alert")
        .child(of("p", "warn").child(words))
        .child(button("重试", move || load(desk)))
        .child(button("重新载入", reload))
}

/// Loads the module.
pub fn load(desk: Desk) {
    desk.rooms.set(Rooms::Loading);
    spawn_local(async move {
        let loaded = fetch().await.is_ok();
        desk.rooms.set(if loaded { Rooms::Loaded } else { Rooms::Failed });
    });
}

/// A room of the module, once it is there: nothing is waited for then.
fn built(which: Room) -> Child {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(furnish(which)).poll(&mut context) {
        Poll::Ready(Ok(view)) => view.into_child(),
        _ => Child::Nothing,
    }
}

#[wasm_split(rooms, fallible, preload(fetch))]
fn furnish(which: Room) -> Result<El, SplitLoaderError> {
    Ok(match which {
        Room::Place(Route::Facts) => facts::page(),
        Room::Place(Route::Members) => members::page(),
        Room::Place(Route::Finance) => finance::page(),
        Room::Place(Route::Evidence) => evidence::page(),
        Room::Place(Route::Readings) => readings::page(),
        Room::Place(Route::Way | Route::Stage(_) | Route::Requirement(_)) => way::page(),
        Room::Place(Route::Dates) => dates::page(),
        Room::Place(Route::Annual) => annual::page(),
        Room::Place(Route::Summary) => summary::page(),
        Room::Place(_) => drafts::page(),
        Room::Files => drafts::files(),
        Room::Panel(at) => panel::panel(at),
        Room::Paper => print::paper(),
    })
}

/// A complete worked draft of a centre that does not exist.
#[wasm_split(rooms, fallible)]
pub fn sample() -> Result<&'static str, SplitLoaderError> {
    Ok(include_str!("../../samples/worked.draft.json"))
}
