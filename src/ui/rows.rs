//! What all tables of entries share: a row is a list of cells, and stays itself while it moves.

use crate::ui::leptos::*;

use super::controls::{self, Entry};
use super::desk::{Action, Desk, memo, use_desk};
use super::dom::{El, button, keyed, of};
use crate::draft::{Field, ListName};
use crate::session::{Command, Rows};

/// Rows shown at first, and more at each request: ten thousand at once would freeze the page.
const SHOWN: usize = 50;

pub enum CellKind {
    Words,
    /// A number with its unit.
    Number(&'static str),
    Date,
    Select(Vec<(&'static str, &'static str)>),
    Tick,
}

/// One cell of a row; its field depends on where the row stands.
pub fn cell(
    position: Signal<usize>,
    label: &'static str,
    kind: CellKind,
    field: impl Fn(usize) -> Field + Send + Sync + 'static,
) -> El {
    let field = Signal::derive(move || field(position.get()));
    let (class, control) = match kind {
        CellKind::Words => ("cell words", controls::entry(field, label, Entry::Words, "", false)),
        CellKind::Number(unit) => ("cell", controls::entry(field, label, Entry::Number, unit, false)),
        CellKind::Date => ("cell", controls::entry(field, label, Entry::Date, "", false)),
        CellKind::Select(options) => ("cell", controls::select(field, label, options)),
        CellKind::Tick => ("cell tick-cell", controls::tick(field, label)),
    };
    of("div", class).child(control)
}

/// What a list of entries is to the page.
#[derive(Clone, Copy)]
pub struct Entries {
    pub rows: Rows,
    /// 成员, 年度: what one entry is called.
    pub word: &'static str,
    /// The entries' keys, and their positions in the draft's list, in order.
    pub positions: Memo<Vec<(u32, usize)>>,
    /// How many there can be, where there is a limit.
    pub most: Option<usize>,
    /// The cells of the entry at a position.
    pub cells: fn(Desk, Signal<usize>) -> Vec<El>,
}

impl Entries {
    pub fn view(self, class: &'static str) -> El {
        let desk = use_desk();
        let positions = self.positions;
        let shown = RwSignal::new(SHOWN);
        let keys = memo(move || positions.get().into_iter().take(shown.get()).collect());
        let hidden = move || positions.get().len().saturating_sub(shown.get());
        let more = move || {
            let show = move || shown.update(|shown| *shown += 10 * SHOWN);
            (hidden() > 0).then(|| button(format!("还有 {} 条，显示更多", hidden()), show))
        };
        let add = move || match self.most {
            Some(most) if untrack(|| positions.get()).len() >= most => {
                desk.say(format!("{}最多 {most} {}。", self.word, self.measure()), None);
            }
            _ => desk.dispatch(Command::Add(self.rows)),
        };
        let add = button(format!("＋ 添加{}", self.word), add);
        of("div", class)
            .child(keyed(keys, move |index| self.row(desk, index)))
            .child(of("p", "more").child(more))
            .child(of("p", "add").child(add))
    }

    fn row(self, desk: Desk, index: ReadSignal<usize>) -> El {
        let positions = self.positions;
        let position = Signal::derive(move || at(positions, index.get()).unwrap_or(usize::MAX));
        let name = Signal::derive(move || format!("第 {} {}", index.get() + 1, self.counted()));
        of("div", "row")
            .attr("role", "group")
            .live("aria-label", move || Some(name.get()))
            .child(of("span", "ordinal").attr("aria-hidden", "true").child(move || (index.get() + 1).to_string()))
            .child((self.cells)(desk, position))
            .child(self.buttons(desk, index, name))
    }

    /// 个成员, 条参考线.
    fn counted(self) -> String {
        format!("{}{}", self.measure(), self.word)
    }

    fn measure(self) -> &'static str {
        match self.rows {
            Rows::Members | Rows::Finance | Rows::Plans => "个",
            Rows::Experts => "位",
            Rows::Evidence(_) | Rows::Lines => "条",
        }
    }

    fn buttons(self, desk: Desk, index: ReadSignal<usize>, name: Signal<String>) -> El {
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
        let first = move || index.get() == 0;
        let last = move || index.get() + 1 >= positions.get().len();
        of("div", "row-buttons")
            .child(icon("↑", "上移", name).on("click", move |_| shift(-1)).disabled(first))
            .child(icon("↓", "下移", name).on("click", move |_| shift(1)).disabled(last))
            .child(icon("✕", "删除", name).on("click", move |_| remove()))
    }
}

fn at(positions: Memo<Vec<(u32, usize)>>, index: usize) -> Option<usize> {
    positions.get().get(index).map(|(_, position)| *position)
}

fn icon(sign: &'static str, deed: &'static str, name: Signal<String>) -> El {
    of("button", "icon")
        .attr("type", "button")
        .attr("title", deed)
        .live("aria-label", move || Some(format!("{deed}{}", name.get())))
        .child(sign)
}

/// The mark that nothing more will be added to a list.
pub fn complete(list: ListName) -> El {
    let desk = use_desk();
    let yes = memo(move || desk.draft().complete.holds(list));
    let label = format!("“{}”已填写完整，没有其他的了", list.label());
    controls::tick_box(label, yes, move |complete| desk.dispatch(Command::Complete(list, complete)))
}
