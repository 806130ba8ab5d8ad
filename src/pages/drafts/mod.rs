//! 草稿: all drafts of this browser, and files in and out.

mod history;

use leptos::prelude::*;

use crate::components::{
    Begin, DraftButton, DraftItem, DraftRows, FieldEntry, Holder, Import, PurposeChoice, Sheet, TextKind, Trash,
    following,
};
use crate::desk::{Route, clock, use_desk};
use crate::draft::{Field, name};
use crate::storage::{DraftId, Listed, ListedState, StorageFault};
use history::{History, StorageRoom};

#[component]
pub fn DraftsPage() -> impl IntoView {
    let desk = use_desk();
    desk.save_now();
    let found = Memo::new(move |_| {
        desk.watch_drafts();
        desk.drafts().map(|all| {
            let open = desk.open_id();
            let (open, others): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|listed| open.as_ref() == Some(&listed.id));
            [open, others].concat()
        })
    });
    let all = Memo::new(move |_| found.get().unwrap_or_default());
    let fault = move || found.get().err().map(|fault| fault.to_string()).unwrap_or_default();
    let lead = "草稿只存在这台电脑的这个浏览器里。换电脑、换浏览器或清理浏览器数据之前，请先导出文件。";
    view! {
        <Sheet title="草稿" lead>
            <DraftRows all row />
            <p class="warn" prop:textContent=fault></p>
            <Begin />
            <h2>"导入"</h2>
            <Import />
            <Trash />
            <StorageRoom />
        </Sheet>
    }
}

fn row(listed: Listed) -> AnyView {
    let desk = use_desk();
    let Listed { id, name, saved_at, state } = listed;
    match state {
        ListedState::Unreadable(fault) => {
            let newer = fault == StorageFault::Newer && name.is_empty();
            let name = if newer { "（新版本的草稿）".to_owned() } else { name::shown(&name) };
            view! { <Unreadable id name fault /> }.into_any()
        }
        _ if untrack(|| desk.open_id()).as_ref() == Some(&id) => view! { <OpenDraft id /> }.into_any(),
        _ => view! { <OtherDraft id name=name::shown(&name) saved_at /> }.into_any(),
    }
}

/// A draft that can't be read: it can be downloaded as it is, and gone back to its former states.
#[component]
fn Unreadable(id: DraftId, name: String, fault: StorageFault) -> impl IntoView {
    let desk = use_desk();
    let raw = id.clone();
    let has_past = !desk.backups(&id).is_empty();
    let title = view! {
        <strong prop:textContent=name.clone()></strong>
        <p class="warn" prop:textContent=fault.to_string()></p>
    };
    let tools = view! {
        <DraftButton deed="下载原样内容" name=name.clone() act=move |()| desk.export_raw(&raw) />
        <Delete id=id.clone() name />
    };
    view! {
        <DraftItem class="draft unreadable" title=title.into_any() tools=tools.into_any()>
            {has_past.then(|| view! { <History id label="作为新草稿打开" /> })}
        </DraftItem>
    }
}

/// The draft that is being edited; it may be renamed here.
#[component]
fn OpenDraft(id: DraftId) -> impl IntoView {
    let desk = use_desk();
    let name = Signal::derive(move || name::shown(&name::title(&desk.draft())));
    let title = view! {
        <strong prop:textContent=name></strong>
        <span class="when">"正在编辑"</span>
        <FieldEntry field=Field::Name label="草稿名称" kind=TextKind::Words />
    };
    let tools = view! { <CopyAndExport id=id.clone() name /> <Delete id name /> };
    let past = move || {
        desk.watch_drafts();
        desk.open_id().map(|id| view! { <History id label="恢复" /> })
    };
    view! {
        <DraftItem class="draft here" title=title.into_any() tools=tools.into_any()>
            <div class="past-of">
                <PurposeChoice />
                <Holder />
                <p>
                    <a href=Route::Start.hash()>"回到开始的三个问题"</a>
                </p>
            </div>
            <details class="past-of">
                <summary>"历史版本"</summary>
                {following(past)}
            </details>
        </DraftItem>
    }
}

#[component]
fn OtherDraft(id: DraftId, name: String, saved_at: u64) -> impl IntoView {
    let desk = use_desk();
    let title = view! {
        <strong prop:textContent=name.clone()></strong>
        <span class="when" prop:textContent=format!("保存于 {}", clock::day_and_time(saved_at))></span>
    };
    let here = id.clone();
    let open = move |()| {
        if desk.open_draft(&here) {
            desk.go_home();
        }
    };
    let tools = view! {
        <DraftButton deed="打开" name=name.clone() act=open />
        <CopyAndExport id=id.clone() name=name.clone() />
        <Delete id name />
    };
    view! { <DraftItem class="draft" title=title.into_any() tools=tools.into_any() /> }
}

#[component]
fn CopyAndExport(id: DraftId, #[prop(into)] name: Signal<String>) -> impl IntoView {
    let desk = use_desk();
    let copy = id.clone();
    let export = move |()| match desk.read_draft(&id) {
        Ok(draft) => desk.export(&draft),
        Err(fault) => desk.say(fault.to_string(), None),
    };
    view! {
        <DraftButton deed="复制" name act=move |()| desk.duplicate(&copy) />
        <DraftButton deed="导出" name act=export />
    }
}

#[component]
fn Delete(id: DraftId, #[prop(into)] name: Signal<String>) -> impl IntoView {
    let desk = use_desk();
    view! { <DraftButton deed="删除" name act=move |()| desk.delete(&id, &name.get_untracked()) /> }
}
