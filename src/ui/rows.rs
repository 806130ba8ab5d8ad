//! What all tables of entries share: a row is a list of cells, and stays itself while it moves.

use leptos::prelude::*;

use super::controls::{self, Entry};
use super::desk::{Action, memo, use_desk};
use crate::draft::{Field, ListName};
use crate::session::{Command, Rows};

/// Rows shown at first, and more at each request: ten thousand at once would freeze the page.
const SHOWN: usize = 50;

/// One cell of a row.
pub struct Cell {
    pub label: &'static str,
    pub field: Signal<Field>,
    pub kind: CellKind,
}

pub enum CellKind {
    Words,
    /// A number with its unit.
    Number(&'static str),
    Date,
    Select(Vec<(&'static str, &'static str)>),
    Tick,
}

impl Cell {
    /// A cell whose field depends on where its row stands.
    pub fn new(
        position: Signal<usize>,
        label: &'static str,
        kind: CellKind,
        field: impl Fn(usize) -> Field + Send + Sync + 'static,
    ) -> Cell {
        Cell { label, kind, field: Signal::derive(move || field(position.get())) }
    }

    pub fn view(self) -> AnyView {
        let Cell { label, field, kind } = self;
        let (class, control) = match kind {
            CellKind::Words => ("cell words", controls::entry(field, label, Entry::Words, "", false)),
            CellKind::Number(unit) => ("cell", controls::entry(field, label, Entry::Number, unit, false)),
            CellKind::Date => ("cell", controls::entry(field, label, Entry::Date, "", false)),
            CellKind::Select(options) => ("cell", controls::select(field, label, options)),
            CellKind::Tick => ("cell tick-cell", controls::tick(field, label)),
        };
        view! { <div class=class>{control}</div> }.into_any()
    }
}

/// What a list of entries is to the page.
#[derive(Clone, Copy)]
pub struct Entries {
    pub rows: Rows,
    /// 成员, 年度: what one entry is called.
    pub word: &'static str,
    /// The entries' keys, and their positions in the draft's list, in order.
    pub positions: Memo<Vec<(u32, usize)>>,
    /// The cells of the entry at a position.
    pub cells: fn(Signal<usize>) -> Vec<AnyView>,
}

impl Entries {
    pub fn view(self) -> AnyView {
        let desk = use_desk();
        let positions = self.positions;
        let shown = RwSignal::new(SHOWN);
        let hidden = memo(move || positions.get().len().saturating_sub(shown.get()));
        let keys = move || positions.get().iter().take(shown.get()).map(|(key, _)| *key).collect::<Vec<_>>();
        let children = move |index: ReadSignal<usize>, _key: u32| self.row(index);
        let more = move || {
            let hidden = hidden.get();
            let show = move |_| shown.update(|shown| *shown += 10 * SHOWN);
            (hidden > 0)
                .then(|| {
                    view! { <button type="button" on:click=show>{format!("还有 {hidden} 条，显示更多")}</button> }
                        .into_any()
                })
        };
        view! {
            <ForEnumerate each=keys key=|key| *key children=children/>
            <p class="more">{more}</p>
            <p class="add">
                <button type="button" on:click=move |_| desk.dispatch(Command::Add(self.rows))>
                    {format!("＋ 添加{}", self.word)}
                </button>
            </p>
        }
        .into_any()
    }

    fn row(self, index: ReadSignal<usize>) -> AnyView {
        let positions = self.positions;
        let position = Signal::derive(move || at(positions, index.get()).unwrap_or(usize::MAX));
        let name = Signal::derive(move || format!("第 {} {}", index.get() + 1, self.counted()));
        view! {
            <div class="row" role="group" aria-label=name>
                <span class="ordinal" aria-hidden="true">{move || (index.get() + 1).to_string()}</span>
                {(self.cells)(position)}
                {self.buttons(index, name)}
            </div>
        }
        .into_any()
    }

    /// 个成员, 条参考线.
    fn counted(self) -> String {
        let measure = if matches!(self.rows, Rows::Members | Rows::Finance) { "个" } else { "条" };
        format!("{measure}{}", self.word)
    }

    fn buttons(self, index: ReadSignal<usize>, name: Signal<String>) -> AnyView {
        let desk = use_desk();
        let positions = self.positions;
        let shift = move |by: isize| {
            let here = index.get_untracked();
            let to = here.checked_add_signed(by).and_then(|to| at(positions, to));
            if let (Some(from), Some(to)) = (at(positions, here), to) {
                desk.dispatch(Command::Move(self.rows, from, to));
            }
        };
        let remove = move || {
            let gone = name.get_untracked();
            if let Some(here) = at(positions, index.get_untracked()) {
                desk.dispatch(Command::Remove(self.rows, here));
                desk.say(format!("已删除{gone}。"), Some(Action::Undo));
            }
        };
        let first = Signal::derive(move || index.get() == 0);
        let last = Signal::derive(move || index.get() + 1 >= positions.get().len());
        let never = Signal::stored(false);
        view! {
            <div class="row-buttons">
                {button("↑", "上移", name, first, Box::new(move || shift(-1)))}
                {button("↓", "下移", name, last, Box::new(move || shift(1)))}
                {button("✕", "删除", name, never, Box::new(remove))}
            </div>
        }
        .into_any()
    }
}

fn at(positions: Memo<Vec<(u32, usize)>>, index: usize) -> Option<usize> {
    positions.get().get(index).map(|(_, position)| *position)
}

fn button(sign: &'static str, deed: &'static str, name: Signal<String>, off: Signal<bool>, act: Box<dyn Fn()>) -> AnyView {
    view! {
        <button
            type="button"
            class="icon"
            title=deed
            aria-label=move || format!("{deed}{}", name.get())
            disabled=off
            on:click=move |_| act()
        >
            {sign}
        </button>
    }
    .into_any()
}

/// The mark that nothing more will be added to a list.
pub fn complete(list: ListName) -> AnyView {
    let desk = use_desk();
    let yes = memo(move || desk.draft().complete.holds(list));
    let set = move |complete| desk.dispatch(Command::Complete(list, complete));
    let label = format!("“{}”已填写完整，没有其他的了", list.label());
    controls::tick_box(label, yes.into(), Box::new(set))
}
