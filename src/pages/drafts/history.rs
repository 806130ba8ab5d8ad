//! 历史版本: the former states of a draft, and what the browser does with all of them.

use leptos::prelude::*;

use crate::components::{dom, following};
use crate::desk::{clock, use_desk};
use crate::scoring::assess;
use crate::storage::backup::BUDGET;
use crate::storage::{Backup, DraftId};

/// The former states of a draft, each with a way back to it.
#[component]
pub fn History(
    id: DraftId,
    /// What going back is called.
    label: &'static str,
) -> impl IntoView {
    let backups = use_desk().backups(&id);
    if backups.is_empty() {
        return view! { <p class="when">"还没有历史版本；修改时大约每十分钟留存一份。"</p> }.into_any();
    }
    let rows: Vec<_> = backups.into_iter().map(|backup| view! { <FormerState backup label /> }).collect();
    view! { <ul class="past">{rows}</ul> }.into_any()
}

#[component]
fn FormerState(backup: Backup, label: &'static str) -> impl IntoView {
    let desk = use_desk();
    let when = clock::day_and_time(backup.saved_at);
    let replaced = if backup.replaced { "，被替换或撤销的内容" } else { "" };
    match desk.open_backup(&backup) {
        Ok(opened) => {
            let declared = assess(desk.policy, &opened.draft).total.declared;
            view! {
                <li>
                    <span prop:textContent=format!("{when}，自评 {declared}{replaced}")></span>
                    <button
                        type="button"
                        aria-label=format!("{label}：{when}")
                        on:click=move |event| dom::once(&event, || desk.restore_backup(&backup))
                    >
                        {label}
                    </button>
                </li>
            }
            .into_any()
        }
        Err(fault) => view! { <li prop:textContent=format!("{when}：{fault}")></li> }.into_any(),
    }
}

/// How much room the former states take, and whether the browser may clear everything.
#[component]
pub fn StorageRoom() -> impl IntoView {
    let desk = use_desk();
    desk.look_whether_persisted();
    let kilobytes = |bytes: usize| bytes.div_ceil(1000);
    let size = move || {
        desk.watch_drafts();
        format!(
            "历史版本共占 {} KB，上限 {} KB；放不下时先删最早的，从不挤占草稿。",
            kilobytes(desk.backup_size()),
            kilobytes(BUDGET)
        )
    };
    let persistence = move || {
        desk.persisted.get().map(|persisted| match persisted {
            true => view! { <span>"浏览器已同意不自动清除这些草稿。"</span> }.into_any(),
            false => view! {
                <span>"磁盘空间紧张时，浏览器可能自动清除这些草稿。"</span>
                <button type="button" on:click=move |_| desk.ask_to_persist()>
                    "请浏览器长期保存"
                </button>
            }
            .into_any(),
        })
    };
    view! {
        <div class="storage-room">
            <p prop:textContent=size></p>
            <p>{following(persistence)}</p>
        </div>
    }
}
