//! The rooms beside the table, and what its rows show when they are open, in modules of their own: the table is what
//! a first load is for. They are loaded right after it, one after the other, so that they are there also when the
//! network is not (`docs/adr/0007-rooms.md`).

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::desk::{Desk, use_desk};
use super::dom::{Child, El, IntoChild, button, el, of};
use super::leptos::*;
use super::route::Route;
use super::{annual, dates, drafts, evidence, facts, finance, members, panel, print, readings, summary, way};

/// What is in the modules.
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

/// A module: what belongs to the score, and what belongs to the way to recognition.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Module {
    Rooms,
    Way,
}

/// Whether a module is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    Underway,
    Done,
    Failed,
}

impl Room {
    fn module(&self) -> Module {
        match self {
            Room::Place(Route::Way | Route::Dates | Route::Annual | Route::Summary) | Room::Paper => Module::Way,
            _ => Module::Rooms,
        }
    }
}

/// A room, or what is to be said until it has been loaded.
pub fn room(which: Room) -> impl IntoChild {
    let desk = use_desk();
    let module = which.module();
    move || match desk.loading(module).get() {
        Loading::Done => built(which.clone()),
        Loading::Underway => of("p", "waiting").child("正在打开…").into_child(),
        Loading::Failed => failed(desk, module).into_child(),
    }
}

/// What is printed, or what is to be said on paper until it is there.
pub fn paper() -> impl IntoChild {
    let desk = use_desk();
    move || match desk.loading(Module::Way).get() {
        Loading::Done => built(Room::Paper),
        _ => el("p").child(NO_PAPER).into_child(),
    }
}

pub const NO_PAPER: &str =
    "打印的版面还没有下载好，请稍后再试；一直不行的话，请检查网络后重新载入。填写的内容都在。";

fn failed(desk: Desk, module: Module) -> El {
    let words = "这一页没能下载，可能是断网，或者网站刚刚更新。填写的内容都在；请检查网络后重试，或者重新载入。";
    let reload = || {
        // A browser that can't reload has nothing to say about it either.
        let _ = window().location().reload();
    };
    el("div")
        .attr("role", "alert")
        .child(of("p", "warn").child(words))
        .child(button("重试", move || spawn_local(load(desk, module))))
        .child(button("重新载入", reload))
}

/// Loads both modules, that of the score first.
pub fn load_all(desk: Desk) {
    spawn_local(async move {
        load(desk, Module::Rooms).await;
        load(desk, Module::Way).await;
    });
}

async fn load(desk: Desk, module: Module) {
    desk.loading(module).set(Loading::Underway);
    let loaded = match module {
        Module::Rooms => fetch_rooms().await.is_ok(),
        Module::Way => fetch_way().await.is_ok(),
    };
    desk.loading(module).set(if loaded { Loading::Done } else { Loading::Failed });
}

/// A room of a module that is there: nothing is waited for then.
fn built(which: Room) -> Child {
    let view: Pin<Box<dyn Future<Output = Result<El, SplitLoaderError>>>> = match which.module() {
        Module::Rooms => Box::pin(furnish_rooms(which)),
        Module::Way => Box::pin(furnish_way(which)),
    };
    match pin!(view).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => view.into_child(),
        _ => Child::Nothing,
    }
}

#[wasm_split(rooms, fallible, preload(fetch_rooms))]
fn furnish_rooms(which: Room) -> Result<El, SplitLoaderError> {
    Ok(match which {
        Room::Place(Route::Facts) => facts::page(),
        Room::Place(Route::Members) => members::page(),
        Room::Place(Route::Finance) => finance::page(),
        Room::Place(Route::Evidence) => evidence::page(),
        Room::Place(Route::Readings) => readings::page(),
        Room::Panel(at) => panel::panel(at),
        Room::Files => drafts::files(),
        _ => drafts::page(),
    })
}

#[wasm_split(way, fallible, preload(fetch_way))]
fn furnish_way(which: Room) -> Result<El, SplitLoaderError> {
    Ok(match which {
        Room::Place(Route::Dates) => dates::page(),
        Room::Place(Route::Annual) => annual::page(),
        Room::Place(Route::Summary) => summary::page(),
        Room::Paper => print::paper(),
        _ => way::page(),
    })
}

/// A complete worked draft of a centre that does not exist.
#[wasm_split(rooms, fallible)]
pub fn sample() -> Result<&'static str, SplitLoaderError> {
    Ok(include_str!("../../samples/worked.draft.json"))
}
