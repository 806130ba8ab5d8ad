//! Import from a file, chosen or dropped: shows what it will do before it does it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::draft::Draft;
use crate::draft::file::Refused;
use crate::scoring::assess;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::head::draft_name;
use crate::ui::route::Route;
use crate::ui::transfer;

/// What has been read, and waits for a word.
#[derive(Clone, PartialEq)]
enum Read {
    Draft { file: String, draft: Box<Draft> },
    Refused { file: String, refused: Refused },
    Unreadable { file: String },
}

pub fn import() -> AnyView {
    let desk = use_desk();
    let read = RwSignal::new(None::<Read>);
    let over = RwSignal::new(false);
    let take = move |files: Option<web_sys::FileList>| {
        let Some(file) = files.and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let name = file.name();
            let found = match transfer::read_text(&file).await {
                Ok(text) => match transfer::read(desk, &text) {
                    Ok(draft) => Read::Draft { file: name, draft: Box::new(draft) },
                    Err(refused) => Read::Refused { file: name, refused },
                },
                Err(_) => Read::Unreadable { file: name },
            };
            read.set(Some(found));
        });
    };
    let drop = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|data| data.files()));
    };
    let drag = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    view! {
        <div class="import" class:over=over on:drop=drop on:dragover=drag on:dragleave=move |_| over.set(false)>
            <label>
                <span>"选择草稿文件，或把文件拖到这里："</span>
                <input
                    type="file"
                    accept=".json,application/json"
                    on:change:target=move |event| {
                        take(event.target().files());
                        // The same file can be chosen again after it was mended.
                        event.target().set_value("");
                    }
                />
            </label>
            <div aria-live="polite">{move || read.get().map(|found| preview(desk, read, found))}</div>
        </div>
    }
    .into_any()
}

fn preview(desk: Desk, read: RwSignal<Option<Read>>, found: Read) -> AnyView {
    match found {
        Read::Draft { file, draft } => offer(desk, read, &file, *draft),
        Read::Refused { file, refused } => refusal(&file, &refused),
        Read::Unreadable { file } => {
            view! { <p class="warn">{format!("文件“{file}”读不出来。没有导入任何内容。")}</p> }.into_any()
        }
    }
}

fn offer(desk: Desk, read: RwSignal<Option<Read>>, file: &str, draft: Draft) -> AnyView {
    let total = assess(desk.policy, &draft).total;
    let filled = draft.facts.iter().filter(|fact| fact.value.is_some()).count();
    let days = [&draft.period.from, &draft.period.to].map(|day| day.value.map(|day| day.to_string()).unwrap_or_default());
    let same = desk.drafts().unwrap_or_default().iter().filter(|listed| listed.name == draft.name).count();
    let name = draft_name(&draft.name);
    let begin = move |_| {
        read.set(None);
        desk.start_draft(draft.clone());
        desk.say("已导入为一份新草稿。", None);
        desk.go(&Route::Table);
    };
    view! {
        <div class="offer">
            <p>{format!("“{file}”里的草稿“{name}”可以导入：考评期 {} 至 {}，已填事实 {filled} 项，自评 {}。", days[0], days[1], total.declared)}</p>
            <p>
                {if same > 0 {
                    format!("浏览器里已有 {same} 份同名草稿，都会保留；导入的内容成为一份新草稿。")
                } else {
                    "导入的内容成为一份新草稿，不影响现有草稿。".to_owned()
                }}
            </p>
            <button type="button" class="primary" on:click=begin>"导入"</button>
            <button type="button" on:click=move |_| read.set(None)>"不导入"</button>
        </div>
    }
    .into_any()
}

fn refusal(file: &str, refused: &Refused) -> AnyView {
    let faults: Vec<_> = match refused {
        Refused::Faults(faults) => faults
            .iter()
            .map(|fault| view! { <li><code>{fault.path.clone()}</code>"："{fault.message.clone()}</li> })
            .collect(),
        _ => Vec::new(),
    };
    view! {
        <div class="refusal" role="alert">
            <p class="warn">{format!("“{file}”：{refused}")}</p>
            <ul>{faults}</ul>
        </div>
    }
    .into_any()
}
