//! 草稿: all drafts of this browser, and files in and out.

mod import;

use leptos::prelude::*;

pub use import::import;

use super::desk::{Desk, use_desk};
use super::head::draft_name;
use super::{transfer, welcome};
use crate::storage::{Listed, ListedState};

#[component]
pub fn Page() -> impl IntoView {
    let desk = use_desk();
    // Every deed here changes the open draft, its place or the notice; the list follows these.
    let drafts = move || {
        desk.notice.track();
        desk.place();
        desk.save_now();
        desk.drafts()
    };
    view! {
        <section class="sheet">
            <h1>"草稿"</h1>
            <p class="lead">"草稿只存在这台电脑的这个浏览器里。换电脑、换浏览器或清理浏览器数据之前，请先导出文件。"</p>
            <div class="begin">
                <button type="button" class="primary" on:click=move |_| start_blank(desk)>"新建空白草稿"</button>
                <button type="button" on:click=move |_| welcome::start_sample(desk)>"打开一份填好的示例"</button>
            </div>
            {move || match drafts() {
                Ok(all) => {
                    let rows: Vec<_> = all.into_iter().map(|listed| row(desk, listed)).collect();
                    view! { <ul class="drafts">{rows}</ul> }.into_any()
                }
                Err(fault) => view! { <p class="warn">{fault.to_string()}</p> }.into_any(),
            }}
            <h2>"导入"</h2>
            {import()}
            {trash(desk)}
        </section>
    }
}

fn start_blank(desk: Desk) {
    desk.start_blank("我的自评", transfer::last_three_years());
    desk.go(&super::route::Route::Table);
}

fn row(desk: Desk, listed: Listed) -> AnyView {
    let Listed { id, name, saved_at, state } = listed;
    let shown = draft_name(&name);
    if let ListedState::Unreadable(fault) = state {
        let raw = id.clone();
        return view! {
            <li class="draft unreadable">
                <div class="draft-title"><strong>{shown.clone()}</strong><p class="warn">{fault.to_string()}</p></div>
                <div class="draft-tools">
                    <button type="button" on:click=move |_| transfer::export_raw(desk, &raw)>"下载原样内容"</button>
                    <button type="button" on:click=move |_| desk.delete(&id, &shown)>"删除"</button>
                </div>
            </li>
        }
        .into_any();
    }
    let here = untrack(|| desk.place()).as_ref() == Some(&id);
    let (open, copy, save) = (id.clone(), id.clone(), id.clone());
    let about = shown.clone();
    let label = move |word: &str| format!("{word}“{about}”");
    let (open_label, copy_label, save_label, delete_label) = (label("打开"), label("复制"), label("导出"), label("删除"));
    let export = move |_| match desk.read_draft(&save) {
        Ok(draft) => transfer::export(desk, &draft),
        Err(fault) => desk.say(fault.to_string(), None),
    };
    view! {
        <li class="draft" class:here=here>
            <div class="draft-title">
                {if here { rename() } else { view! { <strong>{shown.clone()}</strong> }.into_any() }}
                <span class="when">{if here { "正在编辑".to_owned() } else { format!("保存于 {}", transfer::day_and_time(saved_at)) }}</span>
            </div>
            <div class="draft-tools">
                {(!here).then(|| view! {
                    <button type="button" aria-label=open_label on:click=move |_| {
                        desk.open_draft(&open);
                        desk.go(&super::route::Route::Table);
                    }>"打开"</button>
                })}
                <button type="button" aria-label=copy_label on:click=move |_| desk.duplicate(&copy)>"复制"</button>
                <button type="button" aria-label=save_label on:click=export>"导出"</button>
                <button type="button" aria-label=delete_label on:click=move |_| desk.delete(&id, &shown)>"删除"</button>
            </div>
        </li>
    }
    .into_any()
}

/// The name of the open draft, to be changed on the spot.
fn rename() -> AnyView {
    use super::controls::{self, Entry};
    use crate::draft::Field;
    controls::entry(Signal::stored(Field::Name), "草稿名称", Entry::Words, "", true)
}

/// What was deleted and can be brought back.
pub fn trash(desk: Desk) -> AnyView {
    let changed = RwSignal::new(0_u32);
    let list = move || {
        desk.notice.track();
        desk.place();
        changed.track();
        desk.trash().unwrap_or_default()
    };
    let row = move |listed: Listed| {
        let (back, gone) = (listed.id.clone(), listed.id);
        let name = draft_name(&listed.name);
        view! {
            <li class="draft">
                <div class="draft-title"><strong>{name.clone()}</strong></div>
                <div class="draft-tools">
                    <button type="button" aria-label=format!("恢复“{name}”") on:click=move |_| desk.restore(&back)>"恢复"</button>
                    <button type="button" aria-label=format!("永久删除“{name}”") on:click=move |_| {
                        desk.destroy(&gone);
                        changed.update(|changed| *changed += 1);
                    }>"永久删除"</button>
                </div>
            </li>
        }
    };
    view! {
        {move || {
            let all = list();
            (!all.is_empty())
                .then(|| {
                    let rows: Vec<_> = all.into_iter().map(row).collect();
                    view! { <h2>"最近删除"</h2><ul class="drafts">{rows}</ul> }
                })
        }}
    }
    .into_any()
}
