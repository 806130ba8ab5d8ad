//! What all tables of entries share: a row is a list of cells, and stays itself while it moves.

use leptos::html::Div;
use leptos::prelude::*;

use super::choice::{Options, Select, Tick, TickBox};
use super::dom;
use super::field::FieldEntry;
use super::typing::TextKind;
use super::was::WasAt;
use crate::desk::{Desk, use_desk};
use crate::draft::{Field, ListName, Path};
use crate::session::{Command, Rows};

/// Rows shown at first, and more at each request: ten thousand at once would freeze the page.
const SHOWN: usize = 50;

pub enum CellKind {
    Words,
    /// A number with its unit.
    Number(&'static str),
    Date,
    Select(Options),
    Tick,
}

/// One cell of a row.
#[component]
pub fn Cell(
    /// Where the row stands.
    position: Signal<usize>,
    label: &'static str,
    kind: CellKind,
    /// The cell's field in the row at a position.
    #[prop(into)]
    field: Callback<usize, Field>,
) -> impl IntoView {
    let field = Signal::derive(move || field.run(position.get()));
    let (class, control) = match kind {
        CellKind::Words => {
            ("cell words", view! { <FieldEntry field=field label=label kind=TextKind::Words /> }.into_any())
        }
        CellKind::Number(unit) => {
            ("cell", view! { <FieldEntry field=field label=label kind=TextKind::Number unit=unit /> }.into_any())
        }
        CellKind::Date => {
            ("cell", view! { <FieldEntry field=field label=label kind=TextKind::Date /> }.into_any())
        }
        CellKind::Select(options) => {
            ("cell", view! { <Select field=field label=label options=options /> }.into_any())
        }
        CellKind::Tick => ("cell tick-cell", view! { <Tick field=field label=label /> }.into_any()),
    };
    view! { <div class=class>{control}</div> }
}

/// Where the entries of a list stand in the draft: their keys and positions, in the order shown.
pub type Positions = Memo<Vec<(u32, usize)>>;

/// A list of entries with all that one does with it.
#[component]
pub fn Grid(
    class: &'static str,
    rows: Rows,
    /// 成员, 年度: what one entry is called.
    word: &'static str,
    positions: Positions,
    /// How many there can be, where there is a limit.
    #[prop(optional)]
    most: Option<usize>,
    /// The cells of the entry at a position.
    cells: fn(Signal<usize>) -> AnyView,
    /// What stands below the entries.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let desk = use_desk();
    let around = NodeRef::<Div>::new();
    let list = List { desk, rows, word, positions, around };
    let shown = RwSignal::new(SHOWN);
    // Rows that were added here stand below those shown, however many lie between.
    let added = RwSignal::new(Vec::<u32>::new());
    let keys = Memo::new(move |_| {
        let (shown, added) = (shown.get(), added.get());
        let is_shown = |(at, key): &(usize, u32)| *at < shown || added.contains(key);
        let all = positions.with(|all| all.iter().map(|(key, _)| *key).collect::<Vec<u32>>());
        all.into_iter().enumerate().filter(is_shown).map(|(_, key)| key).collect::<Vec<u32>>()
    });
    let in_order = move || {
        let keys = keys.get();
        keep_focus();
        keys
    };
    let hidden = Memo::new(move |_| positions.with(Vec::len).saturating_sub(keys.with(Vec::len)));
    let add = move |_| match most {
        Some(most) if positions.with_untracked(Vec::len) >= most => {
            desk.say(format!("{word}最多 {most} {}。", list.measure()), None);
        }
        _ => {
            desk.dispatch(Command::Add(rows));
            if let Some((new, _)) = positions.with_untracked(|all| all.last().copied()) {
                added.update(|added| added.push(new));
            }
            list.go_to(usize::MAX, Some("input, select, textarea"));
        }
    };
    view! {
        <div class=class node_ref=around>
            <For each=in_order key=|key| *key let(key)>
                <Row list key cells />
            </For>
            <p class="more">
                <Show when=move || { hidden.get() > 0 }>
                    <button
                        type="button"
                        on:click=move |_| shown.update(|shown| *shown += 10 * SHOWN)
                        prop:textContent=move || format!("还有 {} 条，显示更多", hidden.get())
                    ></button>
                </Show>
            </p>
            <p class="add">
                <button type="button" on:click=add>{format!("＋ 添加{word}")}</button>
            </p>
            {children.map(|children| children())}
        </div>
    }
}

/// An element that is moved loses the focus, though the person who moved it still works there: called before the
/// rows move, it gives the focus back right after.
fn keep_focus() {
    let Some(focused) = document().active_element() else { return };
    queue_microtask(move || {
        if focused.is_connected() && document().active_element().as_ref() != Some(&focused) {
            dom::focus(&focused);
        }
    });
}

/// A list of the draft, for its rows.
#[derive(Clone, Copy)]
struct List {
    desk: Desk,
    rows: Rows,
    word: &'static str,
    positions: Positions,
    around: NodeRef<Div>,
}

impl List {
    /// Where the entry with this key stands: among those of the list, and in the draft. Nowhere once it is gone: a control
    /// that is taken away with its row must not speak for the row that takes its place.
    fn place(self, key: u32) -> Option<(usize, usize)> {
        self.positions.with(|all| {
            let index = all.iter().position(|(one, _)| *one == key)?;
            Some((index, all[index].1))
        })
    }

    /// 第 2 个成员.
    fn name(self, index: usize) -> String {
        format!("第 {} {}{}", index + 1, self.measure(), self.word)
    }

    fn measure(self) -> &'static str {
        match self.rows {
            Rows::Members | Rows::Finance | Rows::Plans | Rows::Measures | Rows::Scenarios => "个",
            Rows::Experts => "位",
            Rows::Evidence(_) | Rows::Lines => "条",
        }
    }

    fn shift(self, key: u32, by: isize) {
        let Some((index, from)) = untrack(|| self.place(key)) else { return };
        let to = index.checked_add_signed(by);
        let to = to.and_then(|to| self.positions.with_untracked(|all| all.get(to).map(|(_, to)| *to)));
        if let Some(to) = to {
            self.desk.dispatch(Command::Move(self.rows, from, to));
        }
    }

    fn remove(self, key: u32) {
        if let Some((index, here)) = untrack(|| self.place(key)) {
            self.desk.remove(self.rows, here);
            self.go_to(index, None);
        }
    }

    /// Puts the focus on a row, or on what `inside` it is, once the rows are as they will be; on the last row where there
    /// is no such one, and without rows on the button that adds one.
    fn go_to(self, index: usize, inside: Option<&'static str>) {
        request_animation_frame(move || {
            // One may have gone to another place meanwhile.
            let Some(around) = self.around.try_get_untracked().flatten() else { return };
            let rows = around.children();
            let rows: Vec<web_sys::Element> = (0..rows.length())
                .filter_map(|at| rows.item(at))
                .filter(|one| one.class_list().contains("row"))
                .collect();
            let row = rows.get(index).or(rows.last());
            let target = match (row, inside) {
                (Some(row), Some(inside)) => row.query_selector(inside).ok().flatten(),
                (Some(row), None) => Some(row.clone()),
                (None, _) => around.query_selector(".add button").ok().flatten(),
            };
            if let Some(target) = target {
                dom::focus(&target);
            }
        });
    }
}

#[component]
fn Row(list: List, key: u32, cells: fn(Signal<usize>) -> AnyView) -> impl IntoView {
    let place = Memo::new(move |_| list.place(key));
    // No entry stands at the largest of all positions.
    let position = Signal::derive(move || place.get().map_or(usize::MAX, |(_, position)| position));
    let index = Signal::derive(move || place.get().map_or(0, |(index, _)| index));
    let name = Signal::derive(move || list.name(index.get()));
    let last = move || index.get() + 1 >= list.positions.with(Vec::len);
    view! {
        <div class="row" role="group" aria-label=name tabindex="-1">
            <span class="ordinal" aria-hidden="true" prop:textContent=move || index.get() + 1></span>
            {cells(position)}
            <div class="row-buttons">
                <RowButton
                    sign="↑"
                    deed="上移"
                    name
                    off=move || index.get() == 0
                    act=move |()| list.shift(key, -1)
                />
                <RowButton sign="↓" deed="下移" name off=last act=move |()| list.shift(key, 1) />
                <RowButton sign="✕" deed="删除" name off=false act=move |()| list.remove(key) />
            </div>
        </div>
    }
}

#[component]
fn RowButton(
    sign: &'static str,
    deed: &'static str,
    /// The row that it acts on.
    name: Signal<String>,
    #[prop(into)] off: Signal<bool>,
    #[prop(into)] act: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            class="icon"
            type="button"
            title=deed
            aria-label=move || format!("{deed}{}", name.get())
            prop:disabled=off
            on:click=move |event| dom::once(&event, || act.run(()))
        >
            {sign}
        </button>
    }
}

/// The mark that nothing more will be added to a list.
#[component]
pub fn CompleteTick(list: ListName) -> impl IntoView {
    let desk = use_desk();
    let yes = Memo::new(move |_| desk.draft().complete.holds(list));
    let label = format!("“{}”已填写完整，没有其他的了", list.label());
    let set = move |complete: bool| desk.dispatch(Command::Complete(list, complete));
    view! {
        <TickBox label=label yes=yes set=set />
        <WasAt path=Path::Complete(list) />
    }
}
