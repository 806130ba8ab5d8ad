//! The official table, in its order, with its weights: the home of the page.

use leptos::prelude::*;

use super::controls::{self, Entry};
use super::desk::{Desk, use_desk, memo};
use super::route::Route;
use super::{judgement, panel};
use crate::draft::Field;
use crate::scoring::Figures;

#[component]
pub fn Table(
    /// Whether the points are typed straight into the table.
    points: bool,
) -> impl IntoView {
    let desk = use_desk();
    let groups: Vec<_> = (0..desk.policy.groups.len()).map(|group| self::group(desk, group, points)).collect();
    let lead = if points {
        "直接填各项分数。旁边写着已填事实允许的范围，超出的会移到最近的一端并说明。"
    } else {
        "点开一行填写，条文、口径和理由都在行内。"
    };
    view! {
        <section class="sheet">
            {title(desk)}
            <p class="lead">{lead}</p>
            <table class="score-table" class:by-points=points>
                <caption class="sr">{desk.policy.title.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">"指标"</th>
                        <th scope="col" class="figure">"分值"</th>
                        <th scope="col" class="figure floor">"保底"</th>
                        <th scope="col" class="figure">"自评"</th>
                        <th scope="col" class="figure ceiling">"上限"</th>
                        <th scope="col" class="expert">"专家模拟分"</th>
                    </tr>
                </thead>
                {groups}
                {total(desk)}
            </table>
        </section>
    }
}

/// The head of the form: whose draft this is, and for which period.
fn title(desk: Desk) -> AnyView {
    view! {
        <h1>{desk.policy.title.clone()}</h1>
        <div class="draft-head">
            <div class="wide">{controls::entry(Signal::stored(Field::Name), "草稿名称", Entry::Words, "", false)}</div>
            {controls::entry(Signal::stored(Field::PeriodFrom), "考评期自", Entry::Date, "", false)}
            {controls::entry(Signal::stored(Field::PeriodTo), "至", Entry::Date, "", false)}
        </div>
    }
    .into_any()
}

fn group(desk: Desk, at: usize, points: bool) -> AnyView {
    let group = &desk.policy.groups[at];
    let figures = memo(move || desk.with_assessment(|assessment| assessment.groups[at]));
    let weight = group.indicators.iter().map(|indicator| desk.policy.indicators[*indicator].weight).sum::<crate::policy::Points>();
    let rows: Vec<_> = group.indicators.iter().map(|indicator| self::indicator(desk, *indicator, points)).collect();
    view! {
        <tbody>
            <tr class="group">
                <th scope="rowgroup">{group.name.clone()}</th>
                <td class="figure">{format!("{weight:#}")}</td>
                {figure_cells(figures)}
                <td class="expert"></td>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn indicator(desk: Desk, at: usize, points: bool) -> AnyView {
    let indicator = &desk.policy.indicators[at];
    let items: Vec<_> = indicator.items.iter().map(|item| self::item(desk, *item, points)).collect();
    let head = (indicator.items.len() > 1).then(|| {
        let figures = memo(move || desk.with_assessment(|assessment| assessment.indicators[at]));
        view! {
            <tr class="indicator">
                <th scope="row">{indicator.name.clone()}</th>
                <td class="figure">{format!("{:#}", indicator.weight)}</td>
                {figure_cells(figures)}
                <td class="expert"></td>
            </tr>
        }
    });
    view! {
        {head}
        {items}
    }
    .into_any()
}

/// The id of an item's row, for links and for scrolling.
fn row_id(at: usize) -> String {
    format!("row-{at}")
}

fn item(desk: Desk, at: usize, points: bool) -> AnyView {
    let item = &desk.policy.items[at];
    let indicator = &desk.policy.indicators[item.indicator];
    let alone = indicator.items.len() == 1;
    let name = if alone { indicator.name.clone() } else { item.label.clone() };
    let more = (alone && item.label != indicator.name).then(|| item.label.clone());
    let figures = memo(move || desk.with_assessment(|assessment| assessment.items[at].figures));
    let unanswered = memo(move || desk.with_assessment(|assessment| assessment.items[at].unanswered));
    let open = memo(move || desk.open_rows.get().holds(at));
    let toggle = move |_| desk.open_rows.update(|rows| rows.toggle(at));
    let cells = if points {
        view! {
            <td class="figure floor">{move || figures.get().floor.to_string()}</td>
            <td class="figure typed">{judgement::pick(at, true)}</td>
            <td class="figure ceiling">{move || figures.get().ceiling.to_string()}</td>
            <td class="expert">{judgement::expert(at, true)}</td>
        }
        .into_any()
    } else {
        view! {
            {figure_cells(figures)}
            <td class="expert">{move || expert_words(desk, at)}</td>
        }
        .into_any()
    };
    view! {
        <tr class="item" class:open=open class:sub=!alone id=row_id(at)>
            <th scope="row">
                <button type="button" class="row-toggle" aria-expanded=move || open.get().to_string() on:click=toggle>
                    <span class="caret" aria-hidden="true"></span>
                    <span class="name">
                        {name}
                        {more.map(|more| view! { <small>{more}</small> })}
                    </span>
                    {move || unanswered.get().then(|| view! { <span class="tag">"待填"</span> })}
                </button>
                {band(desk, at)}
            </th>
            <td class="figure weight">{format!("{:#}", item.max)}</td>
            {cells}
        </tr>
        {move || {
            open.get().then(|| view! { <tr class="panel-row"><td colspan="6">{panel::panel(at)}</td></tr> })
        }}
    }
    .into_any()
}

/// A thin bar under the name: secured, claimed, still open.
fn band(desk: Desk, at: usize) -> AnyView {
    let max = desk.policy.items[at].max;
    let figures = memo(move || desk.with_assessment(|assessment| assessment.items[at].figures));
    let percent = move |part: fn(Figures) -> crate::policy::Points| {
        move || format!("{}%", part(figures.get()).hundredths() * 100 / max.hundredths().max(1))
    };
    view! {
        <span class="band" aria-hidden="true">
            <i class="open" style:width=percent(|figures| figures.ceiling)></i>
            <i class="claimed" style:width=percent(|figures| figures.declared)></i>
            <i class="secured" style:width=percent(|figures| figures.floor)></i>
        </span>
    }
    .into_any()
}

fn figure_cells(figures: Memo<Figures>) -> AnyView {
    view! {
        <td class="figure floor">{move || figures.get().floor.to_string()}</td>
        <td class="figure declared">{move || figures.get().declared.to_string()}</td>
        <td class="figure ceiling">{move || figures.get().ceiling.to_string()}</td>
    }
    .into_any()
}

fn expert_words(desk: Desk, at: usize) -> Option<AnyView> {
    use crate::draft::number::write;
    let expert = desk.with_draft(|draft| draft.expert.get(at).and_then(|entered| entered.value))?;
    let difference = judgement::difference(desk, at);
    Some(view! { <span class="figure">{write(expert)}</span><small>{difference}</small> }.into_any())
}

fn total(desk: Desk) -> AnyView {
    let figures = memo(move || desk.with_assessment(|assessment| assessment.total));
    let expert = memo(move || desk.with_assessment(|assessment| assessment.expert));
    let items = desk.policy.items.len();
    view! {
        <tfoot>
            <tr class="total">
                <th scope="row">"合计"</th>
                <td class="figure">{format!("{:#}", desk.policy.total)}</td>
                {figure_cells(figures)}
                <td class="expert">
                    {move || {
                        expert
                            .get()
                            .map(|(points, scored)| {
                                let rest = if scored < items { format!("已评 {scored}/{items} 项") } else { String::new() };
                                view! { <span class="figure">{points.to_string()}</span><small>{rest}</small> }
                            })
                    }}
                </td>
            </tr>
        </tfoot>
    }
    .into_any()
}

/// Brings an item's row into sight and puts the focus on it.
pub fn show_row(at: usize) {
    use leptos::wasm_bindgen::JsCast;
    let Some(row) = document().get_element_by_id(&row_id(at)) else { return };
    let how = web_sys::ScrollIntoViewOptions::new();
    how.set_block(web_sys::ScrollLogicalPosition::Start);
    row.scroll_into_view_with_scroll_into_view_options(&how);
    let button = row.query_selector("button").ok().flatten().and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(button) = button {
        // Where it can't take the focus, the row is still in sight.
        let _ = button.focus();
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
        desk.go(&Route::Item(desk.policy.items[*at].id.clone()));
    }
}
