//! The official table on paper.

use leptos::prelude::*;

use super::sheet::{PaperHeads, PaperSheet};
use crate::desk::use_desk;
use crate::draft::Date;

#[component]
pub fn TablePaper() -> impl IntoView {
    let desk = use_desk();
    let total = Memo::new(move |_| desk.assessment().total);
    let period = Signal::derive(move || {
        let period = &desk.draft().period;
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        format!("考评期：{} 至 {}", day(period.from.value), day(period.to.value))
    });
    let rows: Vec<_> = (0..desk.policy.indicators.len()).map(|at| view! { <IndicatorRow at /> }).collect();
    let foot = "本表由制创自评生成，为本中心自评，不含评估结论；评估等次以主管部门公布为准。";
    view! {
        <PaperSheet title=desk.policy.title beside=period foot>
            <table>
                <PaperHeads words=["一级指标", "二级指标", "指标权重（分）", "指标说明", "自评得分"] />
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <td colspan="2">"评估得分"</td>
                        <td>{format!("{:#}", desk.policy.total)}</td>
                        <td>{move || format!("最低可得 {}，最高可得 {}", total.get().floor, total.get().ceiling)}</td>
                        <td>{move || total.get().declared.to_string()}</td>
                    </tr>
                </tfoot>
            </table>
        </PaperSheet>
    }
}

#[component]
fn IndicatorRow(at: usize) -> impl IntoView {
    let desk = use_desk();
    let indicator = &desk.policy.indicators[at];
    let group = &desk.policy.groups[indicator.group];
    // The first row of the table names its group and its indicator in one.
    let alone = group.indicators.len() == 1 && group.name == indicator.name;
    let first = (group.indicators.first() == Some(&at)).then(|| {
        let columns = if alone { "2" } else { "1" };
        view! {
            <td rowspan=group.indicators.len().to_string() colspan=columns>
                {group.name}
            </td>
        }
    });
    let declared = Memo::new(move |_| desk.assessment().indicators[at].declared.to_string());
    let several = indicator.items.len() > 1;
    let quotes: Vec<_> = indicator.items.iter().map(|at| view! { <ItemQuote at=*at several /> }).collect();
    view! {
        <tr>
            {first}
            {(!alone).then(|| view! { <td>{indicator.name}</td> })}
            <td>{format!("{:#}", indicator.weight)}</td>
            <td class="print-quote">{quotes}</td>
            <td>{declared}</td>
        </tr>
    }
}

/// An item in its own words; where a row holds several, with the points of each.
#[component]
fn ItemQuote(at: usize, several: bool) -> impl IntoView {
    let desk = use_desk();
    let points = Memo::new(move |_| format!("〔自评 {} 分〕", desk.assessment().items[at].figures.declared));
    view! { <p>{desk.policy.items[at].quote} {several.then(|| view! { <b>{points}</b> })}</p> }
}
