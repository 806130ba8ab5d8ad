//! The official table, in its order, with its weights: the home of the page.

use crate::ui::leptos::*;

use super::controls::{self, Entry};
use super::desk::{Desk, memo, use_desk};
use super::dom::{Child, El, IntoChild, button, el, of};
use super::judgement;
use super::rooms::{Room, room};
use super::route::Route;
use crate::draft::{Field, number};
use crate::policy::Points;
use crate::scoring::Figures;

/// The table; with `points` they are typed straight into it.
pub fn table(points: bool) -> El {
    let desk = use_desk();
    let lead = if points {
        "直接填各项分数。旁边写着已填数据允许的范围，超出的会移到最近的一端并说明。"
    } else {
        "点开一行填写，条文、口径和理由都在行内。"
    };
    let heads = [
        ("", "指标"),
        ("figure", "分值"),
        ("figure floor", "最低可得"),
        ("figure", "自评"),
        ("figure ceiling", "最高可得"),
        ("expert", "专家模拟分"),
    ];
    let heads: Vec<El> =
        heads.into_iter().map(|(class, word)| of("th", class).attr("scope", "col").child(word)).collect();
    let groups: Vec<El> = (0..desk.policy.groups.len()).map(|at| group(desk, at, points)).collect();
    let table = of("table", if points { "score-table by-points" } else { "score-table" })
        .child(of("caption", "sr").child(desk.policy.title))
        .child(el("thead").child(el("tr").child(heads)))
        .child(groups)
        .child(total(desk));
    super::sheet(desk.policy.title, lead).child(head()).child(table)
}

/// The head of the form: whose draft this is, and for which period.
fn head() -> El {
    let entry = |field, label, kind| controls::entry(Signal::stored(field), label, kind, "", false);
    of("div", "draft-head")
        .child(of("div", "wide").child(entry(Field::Name, "草稿名称", Entry::Words)))
        .child(entry(Field::PeriodFrom, "考评期自", Entry::Date))
        .child(entry(Field::PeriodTo, "至", Entry::Date))
}

fn group(desk: Desk, at: usize, points: bool) -> El {
    let group = &desk.policy.groups[at];
    let figures = memo(move || desk.assessment().groups[at]);
    let weight = group.indicators.iter().map(|indicator| desk.policy.indicators[*indicator].weight).sum();
    let name = el("th").attr("scope", "rowgroup").child(group.name);
    let rows: Vec<Child> = group.indicators.iter().map(|at| indicator(desk, *at, points)).collect();
    el("tbody").child(sums("group", name, weight, figures, "")).child(rows)
}

fn indicator(desk: Desk, at: usize, points: bool) -> Child {
    let indicator = &desk.policy.indicators[at];
    let items: Vec<Child> = indicator.items.iter().map(|item| self::item(desk, *item, points)).collect();
    let head = (indicator.items.len() > 1).then(|| {
        let figures = memo(move || desk.assessment().indicators[at]);
        let name = el("th").attr("scope", "row").child(indicator.name);
        sums("indicator", name, indicator.weight, figures, "")
    });
    vec![head.into_child(), items.into_child()].into_child()
}

/// A row of sums.
fn sums(class: &'static str, name: El, weight: Points, figures: Memo<Figures>, expert: impl IntoChild) -> El {
    of("tr", class)
        .child(name)
        .child(of("td", "figure").child(format!("{weight:#}")))
        .child(figure_cells(figures))
        .child(of("td", "expert").child(expert))
}

fn figure_cells(figures: Memo<Figures>) -> Vec<El> {
    vec![
        of("td", "figure floor").child(move || figures.get().floor.to_string()),
        of("td", "figure declared").child(move || figures.get().declared.to_string()),
        of("td", "figure ceiling").child(move || figures.get().ceiling.to_string()),
    ]
}

/// The id of an item's row, for links and for scrolling.
fn row_id(at: usize) -> String {
    format!("row-{at}")
}

fn item(desk: Desk, at: usize, points: bool) -> Child {
    let item = &desk.policy.items[at];
    let alone = desk.policy.indicators[item.indicator].items.len() == 1;
    let figures = memo(move || desk.assessment().items[at].figures);
    let open = memo(move || desk.open_rows.get().holds(at));
    let cells = if points {
        vec![
            of("td", "figure floor").child(move || figures.get().floor.to_string()),
            of("td", "typed").child(judgement::pick(at, true)),
            of("td", "figure ceiling").child(move || figures.get().ceiling.to_string()),
            of("td", "expert").child(judgement::expert(at, true)),
        ]
    } else {
        let mut cells = figure_cells(figures);
        cells.push(of("td", "expert").child(expert_words(desk, at)));
        cells
    };
    let row = of("tr", if alone { "item" } else { "item sub" })
        .attr("id", row_id(at))
        .toggle("open", move || open.get())
        .child(el("th").attr("scope", "row").child(toggle(desk, at, open)).child(band(item.max, figures)))
        .child(of("td", "figure weight").child(format!("{:#}", item.max)))
        .child(cells);
    let panel = move || {
        open.get().then(|| of("tr", "panel-row").child(el("td").attr("colspan", "6").child(room(Room::Panel(at)))))
    };
    vec![row.into_child(), panel.into_child()].into_child()
}

/// The name of a row, which opens and closes it.
fn toggle(desk: Desk, at: usize, open: Memo<bool>) -> El {
    let item = &desk.policy.items[at];
    let indicator = &desk.policy.indicators[item.indicator];
    let (name, more) = match indicator.items.len() {
        1 => (indicator.name, (item.label != indicator.name).then_some(item.label)),
        _ => (item.label, None),
    };
    let unanswered = memo(move || desk.assessment().items[at].unanswered);
    let name = of("span", "name").child(name).child(more.map(|more| el("small").child(more)));
    let act = move || desk.open_rows.update(|rows| rows.toggle(at));
    button(of("span", "caret").attr("aria-hidden", "true"), act)
        .attr("class", "row-toggle")
        .child(name)
        .child(move || unanswered.get().then(|| of("span", "tag").child("未填")))
        .live("aria-expanded", move || Some(open.get().to_string()))
}

/// A thin bar under the name: secured, claimed, still open.
fn band(max: Points, figures: Memo<Figures>) -> El {
    let part = move |class, part: fn(Figures) -> Points| {
        let percent = move || format!("{}%", part(figures.get()).hundredths() * 100 / max.hundredths().max(1));
        of("i", class).style("width", percent)
    };
    of("span", "band")
        .attr("aria-hidden", "true")
        .child(part("open", |figures| figures.ceiling))
        .child(part("claimed", |figures| figures.declared))
        .child(part("secured", |figures| figures.floor))
}

fn expert_words(desk: Desk, at: usize) -> Child {
    let points = memo(move || {
        let expert = desk.draft().expert.get(at).and_then(|entered| entered.value);
        expert.map(number::write).unwrap_or_default()
    });
    let difference = memo(move || judgement::difference(desk, at));
    vec![of("span", "figure").child(points), el("small").child(difference)].into_child()
}

fn total(desk: Desk) -> El {
    let figures = memo(move || desk.assessment().total);
    let items = desk.policy.items.len();
    let expert = memo(move || match desk.assessment().expert {
        Some((points, scored)) if scored < items => format!("{points}（已评 {scored}/{items} 项）"),
        Some((points, _)) => points.to_string(),
        None => String::new(),
    });
    let name = el("th").attr("scope", "row").child("合计");
    el("tfoot").child(sums("total", name, desk.policy.total, figures, expert))
}

/// Brings an item's row into sight and puts the focus on it.
pub fn show_row(at: usize) {
    use wasm_bindgen::JsCast;
    let Some(row) = document().get_element_by_id(&row_id(at)) else { return };
    row.scroll_into_view();
    if let Ok(Some(button)) = row.query_selector("button") {
        // Where it can't take the focus, the row is still in sight.
        let _ = button.unchecked_ref::<web_sys::HtmlElement>().focus();
    }
}

/// Goes to the unanswered item that settles most.
pub fn go_to_next(desk: Desk) {
    let here = match desk.route.get_untracked() {
        Route::Item(id) => desk.policy.items.iter().position(|item| item.id == id),
        _ => None,
    };
    let waiting = untrack(|| desk.assessment()).unanswered();
    // A second click moves on instead of staying with an item that is left for later.
    let after_here = here.and_then(|here| waiting.iter().position(|at| *at == here)).map_or(0, |at| at + 1);
    let next = waiting.get(after_here).or(waiting.first());
    if let Some(at) = next {
        desk.go(&Route::Item(desk.policy.items[*at].id.to_owned()));
    }
}
