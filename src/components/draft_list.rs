//! Drafts as a list shows them, and those that were deleted.

use leptos::prelude::*;

use crate::desk::use_desk;
use crate::draft::name;
use crate::storage::Listed;

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
            on:click=move |_| act.run(())
        >
            {deed}
        </button>
    }
}

/// What was deleted and can be brought back.
#[component]
pub fn Trash() -> impl IntoView {
    let desk = use_desk();
    let list = move || {
        desk.watch_drafts();
        let all = desk.trash().unwrap_or_default();
        (!all.is_empty()).then(|| {
            let rows: Vec<_> = all.into_iter().map(|listed| view! { <Deleted listed /> }).collect();
            view! {
                <h2>"最近删除"</h2>
                <ul class="drafts">{rows}</ul>
            }
        })
    };
    view! { <div>{list}</div> }
}

#[component]
fn Deleted(listed: Listed) -> impl IntoView {
    let desk = use_desk();
    let name = name::shown(&listed.name);
    let (back, gone) = (listed.id.clone(), listed.id);
    let tools = view! {
        <DraftButton deed="恢复" name=name.clone() act=move |()| desk.restore(&back) />
        <DraftButton deed="永久删除" name=name.clone() act=move |()| desk.destroy(&gone) />
    };
    view! { <DraftItem class="draft" title=view! { <strong>{name}</strong> }.into_any() tools=tools.into_any() /> }
}
