//! The page. Views are thin: they show slices of the assessment and send commands.

mod annual;
mod bar;
mod changed;
mod controls;
mod dates;
mod desk;
mod dom;
mod drafts;
mod evidence;
mod facts;
mod finance;
mod head;
mod inputs;
mod judgement;
mod keys;
mod leptos;
mod lines;
mod members;
mod notices;
mod panel;
mod print;
mod readings;
mod rooms;
mod route;
mod rows;
mod summary;
mod table;
mod transfer;
mod trouble;
mod way;
mod welcome;

use crate::ui::leptos::*;

use desk::{Desk, memo};
use dom::{Child, El, IntoChild, el, of};
use rooms::{Room, room};
use route::Route;

/// Starts the page in the document's body.
pub fn start() {
    dom::mount(|| {
        // What index.html shows while the program loads.
        if let Some(waiting) = document().get_element_by_id("loading") {
            waiting.remove();
        }
        app()
    });
}

fn app() -> Child {
    let desk = Desk::open();
    provide_context(desk);
    trouble::listen(desk);
    keys::listen(desk);
    desk.follow_the_address();
    desk.save_when_leaving();
    desk.watch_other_windows();
    rooms::load_all(desk);
    let is_open = memo(move || desk.is_open());
    let body = move || {
        if is_open.get() {
            let paper = of("div", "paper").attr("aria-hidden", "true").child(rooms::paper());
            vec![head::head(), bar::bar(), changed::changed(), main().child(page(desk)), paper]
        } else {
            vec![main().child(welcome::welcome())]
        }
    };
    let foot = "制创自评在你的浏览器里计算，不向任何地方发送数据。依据豫工信联科〔2019〕194号和豫工信联创新〔2023〕52号；结果供自评参考，以主管部门的评估为准。";
    vec![
        of("a", "skip").attr("href", "#main").child("跳到正文").into_child(),
        notices::notices().into_child(),
        body.into_child(),
        of("footer", "foot").child(el("p").child(foot)).into_child(),
    ]
    .into_child()
}

fn main() -> El {
    el("main").attr("id", "main").attr("tabindex", "-1")
}

fn page(desk: Desk) -> impl IntoChild {
    let place = memo(move || desk.route.get().page());
    move || match place.get() {
        Route::Table | Route::Item(_) => table::table(false).into_child(),
        Route::Points => table::table(true).into_child(),
        other => room(Room::Place(other)).into_child(),
    }
}

/// A page's sheet, with its title and what it is for.
fn sheet(title: &str, lead: &str) -> El {
    of("section", "sheet").child(el("h1").child(title)).child(of("p", "lead").child(lead))
}
