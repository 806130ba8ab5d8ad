//! Import from a file, chosen or dropped: shows what it will do before it does it.

use crate::ui::leptos::*;
use wasm_bindgen::JsCast;

use crate::draft::Draft;
use crate::draft::file::Refused;
use crate::scoring::assess;
use crate::ui::desk::{Desk, Saving, use_desk};
use crate::ui::dom::{El, button, el, of, target};
use crate::ui::head::draft_name;
use crate::ui::route::Route;
use crate::ui::transfer;

/// A larger file is not read at all: reading would freeze the page, and no browser would keep such a draft. Ten
/// thousand pieces of evidence take about a third of it.
const LARGEST: f64 = 3e6;

/// Faults that are listed: a hundred thousand would freeze the page, and nobody mends them one by one.
const LISTED: usize = 100;

/// What has been read, and waits for a word.
#[derive(Clone)]
struct Read {
    file: String,
    found: Found,
}

#[derive(Clone)]
enum Found {
    /// A draft, and the version of its file.
    Draft(Box<Draft>, u64),
    Refused(Refused),
    /// The browser could not read the file at all.
    Unreadable,
    /// In megabytes.
    TooLarge(f64),
}

pub fn import() -> El {
    let desk = use_desk();
    let read = RwSignal::new(None::<Read>);
    let over = RwSignal::new(false);
    let dragged = move |event: &web_sys::Event, here: bool| {
        event.prevent_default();
        over.set(here);
    };
    let choose =
        el("input").attr("type", "file").attr("accept", ".json,application/json").on("change", move |event| {
            if let Some(input) = target(&event) {
                take(desk, read, input.files());
                // The same file can be chosen again after it was mended.
                input.set_value("");
            }
        });
    let label = el("label").child(el("span").child("选择草稿文件，或把文件拖到这里：")).child(choose);
    of("div", "import")
        .toggle("over", move || over.get())
        .on("dragover", move |event| dragged(&event, true))
        .on("dragleave", move |event| dragged(&event, false))
        .on("drop", move |event| {
            dragged(&event, false);
            let data = event.dyn_ref::<web_sys::DragEvent>().and_then(web_sys::DragEvent::data_transfer);
            take(desk, read, data.and_then(|data| data.files()));
        })
        .child(label)
        .child(
            el("div")
                .attr("aria-live", "polite")
                .child(move || read.get().map(|found| preview(desk, read, found))),
        )
}

fn take(desk: Desk, read: RwSignal<Option<Read>>, files: Option<web_sys::FileList>) {
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    let name = file.name();
    if file.size() > LARGEST {
        return read.set(Some(Read { file: name, found: Found::TooLarge(file.size() / 1e6) }));
    }
    transfer::read_text(&file, move |text| {
        let found = match text.map(|text| transfer::read(desk, &text)) {
            Some(Ok((draft, version))) => Found::Draft(Box::new(draft), version),
            Some(Err(refused)) => Found::Refused(refused),
            None => Found::Unreadable,
        };
        read.set(Some(Read { file: name, found }));
    });
}

fn preview(desk: Desk, read: RwSignal<Option<Read>>, Read { file, found }: Read) -> El {
    match found {
        Found::Draft(draft, version) => offer(desk, read, &file, *draft, version),
        Found::Refused(refused) => refusal(&file, &refused),
        Found::Unreadable => alert(format!("文件“{file}”读不出来。没有导入任何内容，请换一个文件再试。")),
        Found::TooLarge(size) => alert(format!(
            "文件“{file}”有 {} MB，草稿文件不会超过 {} MB。没有导入任何内容，请确认选对了文件。",
            size.ceil() as u64,
            (LARGEST / 1e6) as u64
        )),
    }
}

fn alert(words: String) -> El {
    of("p", "warn").attr("role", "alert").child(words)
}

fn offer(desk: Desk, read: RwSignal<Option<Read>>, file: &str, draft: Draft, version: u64) -> El {
    let declared = assess(desk.policy, &draft).total.declared;
    let filled = draft.facts.iter().filter(|fact| fact.value.is_some()).count();
    let day = |day: Option<crate::draft::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let (from, to) = (day(draft.period.from.value), day(draft.period.to.value));
    let same = desk.drafts().unwrap_or_default().iter().filter(|listed| listed.name == draft.name).count();
    let name = draft_name(&draft.name);
    let what = format!(
        "“{file}”里的草稿“{name}”可以导入：考评期 {from} 至 {to}，已填数据 {filled} 项，成员 {} 个，佐证材料 {} 条，自评 {declared}。",
        draft.members.len(),
        draft.evidence.len()
    );
    let effect = match same {
        0 => "导入的内容成为一份新草稿，不影响现有草稿。".to_owned(),
        same => format!("浏览器里已有 {same} 份同名草稿，都会保留；导入的内容成为一份新草稿。"),
    };
    let begin = move || {
        if !desk.start_from(draft.clone(), version) {
            return;
        }
        read.set(None);
        if !matches!(desk.saving.get_untracked(), Saving::Failed(_)) {
            desk.say("已导入为一份新草稿。", None);
        }
        desk.go(&Route::Table);
    };
    of("div", "offer")
        .child(el("p").child(what))
        .child(el("p").child(effect))
        .child(button("导入", begin).attr("class", "primary"))
        .child(button("不导入", move || read.set(None)))
}

fn refusal(file: &str, refused: &Refused) -> El {
    let fault = |fault: crate::draft::Fault| {
        el("li").child(el("code").child(fault.path)).child(format!("：{}", fault.message))
    };
    let all: &[crate::draft::Fault] = if let Refused::Faults(faults) = refused { faults } else { &[] };
    let faults: Vec<El> = all.iter().take(LISTED).cloned().map(fault).collect();
    let more = (all.len() > LISTED).then(|| el("p").child(format!("这里列出前 {LISTED} 处。")));
    of("div", "refusal")
        .attr("role", "alert")
        .child(of("p", "warn").child(format!("“{file}”：{refused}")))
        .child(el("ul").child(faults))
        .child(more)
}
