//! Drafts as a list shows them, and those that were deleted.

use leptos::html::Button;
use leptos::prelude::*;

use super::dom;
use crate::desk::use_desk;
use crate::draft::name;
use crate::storage::{Listed, ListedState};

/// A draft of a list: its title, what one can do with it, and what stands below.
#[component]
pub fn DraftItem(
    class: &'static str,
    title: AnyView,
    tools: AnyView,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <li class=class>
            <div class="draft-title">{title}</div>
            <div class="draft-tools">{tools}</div>
            {children.map(|children| children())}
        </li>
    }
}

/// A button of a list; heard alone it says which draft it acts on.
#[component]
pub fn DraftButton(
    deed: &'static str,
    #[prop(into)] name: Signal<String>,
    #[prop(into)] act: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            aria-label=move || format!("{deed}“{}”", name.get())
            on:click=move |event| dom::once(&event, || act.run(()))
        >
            {deed}
        </button>
    }
}

/// A list of drafts. Rows stay what they are while another window saves: somebody may be typing a name, or be asked whether
/// one is to go for good. That of the open draft follows it by itself.
#[component]
pub fn DraftRows(all: Memo<Vec<Listed>>, row: fn(Listed) -> AnyView) -> impl IntoView {
    let desk = use_desk();
    let key = move |Listed { id, name, saved_at, state }: &Listed| {
        let is_open = untrack(|| desk.open_id()).as_ref() == Some(id);
        let shown = (!is_open).then(|| (name.clone(), *saved_at, *state == ListedState::Readable));
        (id.clone(), shown)
    };
    view! {
        <ul class="drafts">
            <For each=move || all.get() key=key let(listed)>
                {row(listed)}
            </For>
        </ul>
    }
}

/// What was deleted and can be brought back.
#[component]
pub fn Trash() -> impl IntoView {
    let desk = use_desk();
    let all = Memo::new(move |_| {
        desk.watch_drafts();
        desk.trash().unwrap_or_default()
    });
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    view! {
        <div hidden=is_empty>
            <h2>"最近删除"</h2>
            <DraftRows all row=|listed| view! { <Deleted listed /> }.into_any() />
        </div>
    }
}

#[component]
fn Deleted(listed: Listed) -> impl IntoView {
    let desk = use_desk();
    let name = name::shown(&listed.name);
    let asked = RwSignal::new(false);
    let (back, gone, called) = (listed.id.clone(), listed.id, name.clone());
    let destroy = Callback::new(move |()| desk.destroy(&gone, &called));
    let tools = view! {
        <DraftButton deed="恢复" name=name.clone() act=move |()| desk.restore(&back) />
        <DraftButton deed="永久删除" name=name.clone() act=move |()| asked.set(true) />
    };
    view! {
        <DraftItem class="draft" title=view! { <strong prop:textContent=name.clone()></strong> }.into_any() tools=tools.into_any()>
            <Show when=move || asked.get()>
                <Sure name=name.clone() asked destroy />
            </Show>
        </DraftItem>
    }
}

/// Asks before a draft is gone for ever.
#[component]
fn Sure(name: String, asked: RwSignal<bool>, destroy: Callback<()>) -> impl IntoView {
    let stay = NodeRef::<Button>::new();
    let leave = move || asked.set(false);
    Effect::new(move |_| {
        if let Some(stay) = stay.get() {
            dom::focus(&stay);
        }
    });
    view! {
        <div
            class="sure"
            role="alertdialog"
            aria-label=format!("永久删除“{name}”")
            on:keydown=move |event| if event.key() == "Escape" { leave() }
        >
            <p class="warn">{format!("永久删除“{name}”和它的历史版本？删除以后不能恢复，也不能撤销。")}</p>
            <button type="button" node_ref=stay on:click=move |_| leave()>
                "不删除"
            </button>
            <button
                type="button"
                on:click=move |event| dom::once(&event, || destroy.run(()))
            >
                "永久删除，不再保留"
            </button>
        </div>
    }
}
