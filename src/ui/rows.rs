//! What all tables of entries share: rows that stay themselves while they move, buttons, completeness.

use leptos::prelude::*;

use super::controls;
use super::desk::use_desk;
use crate::draft::ListName;
use crate::session::{Command, Rows};

/// Rows shown at first, and more at each request: ten thousand at once would freeze the page.
const SHOWN: usize = 50;

/// The rows of a list. `positions` are those in the draft's list, with the key of each.
pub fn rows(positions: Memo<Vec<(u32, usize)>>, row: fn(Signal<usize>, Signal<usize>) -> AnyView) -> AnyView {
    let shown = RwSignal::new(SHOWN);
    let hidden = Memo::new(move |_| positions.with(Vec::len).saturating_sub(shown.get()));
    let keys = move || positions.with(|all| all.iter().take(shown.get()).map(|(key, _)| *key).collect::<Vec<_>>());
    let children = move |index: ReadSignal<usize>, _key: u32| {
        let position = Signal::derive(move || {
            positions.with(|all| all.get(index.get()).map_or(usize::MAX, |(_, position)| *position))
        });
        row(position, index.into())
    };
    view! {
        <ForEnumerate each=keys key=|key| *key children=children/>
        {move || {
            (hidden.get() > 0)
                .then(|| {
                    view! {
                        <p class="more">
                            <button type="button" on:click=move |_| shown.update(|shown| *shown += 10 * SHOWN)>
                                {format!("还有 {} 条，显示更多", hidden.get())}
                            </button>
                        </p>
                    }
                })
        }}
    }
    .into_any()
}

/// Up, down and remove. `neighbours` gives the positions of the rows before and after.
pub fn row_buttons(
    rows: Rows,
    position: Signal<usize>,
    neighbours: impl Fn() -> (Option<usize>, Option<usize>) + Copy + Send + Sync + 'static,
    name: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    let desk = use_desk();
    let shift = move |to: Option<usize>| {
        if let Some(to) = to {
            desk.dispatch(Command::Move(rows, position.get_untracked(), to));
        }
    };
    let remove = move |_| {
        let gone = untrack(name);
        desk.dispatch(Command::Remove(rows, position.get_untracked()));
        desk.say(format!("已删除{gone}。"), Some(super::desk::Action::Undo));
    };
    view! {
        <div class="row-buttons">
            <button type="button" class="icon" disabled=move || neighbours().0.is_none()
                aria-label=move || format!("上移{}", name()) title="上移" on:click=move |_| shift(untrack(neighbours).0)>
                "↑"
            </button>
            <button type="button" class="icon" disabled=move || neighbours().1.is_none()
                aria-label=move || format!("下移{}", name()) title="下移" on:click=move |_| shift(untrack(neighbours).1)>
                "↓"
            </button>
            <button type="button" class="icon" aria-label=move || format!("删除{}", name()) title="删除" on:click=remove>
                "✕"
            </button>
        </div>
    }
    .into_any()
}

/// The mark that nothing more will be added to a list.
pub fn complete(list: ListName) -> AnyView {
    let desk = use_desk();
    let yes = Memo::new(move |_| desk.draft.with(|draft| draft.complete.holds(list)));
    let set = move |complete| desk.dispatch(Command::Complete(list, complete));
    let label = format!("“{}”已填写完整，没有其他的了", list.label());
    controls::tick_box(label, yes.into(), set)
}
