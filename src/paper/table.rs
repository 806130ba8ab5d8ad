//! The official table on paper.

use leptos::prelude::*;

use super::sheet::{PaperHeads, PaperSheet};
use crate::desk::use_desk;
use crate::draft::{Date, Draft};
use crate::policy::{Policy, Reading};

#[component]
pub fn TablePaper() -> impl IntoView {
    let desk = use_desk();
    let total = Memo::new(move |_| desk.assessment().total);
    let range = move || {
        let total = total.get();
        let words = || format!("最低可得 {}，最高可得 {}", total.floor, total.ceiling);
        if desk.prints_range.get() { words() } else { String::new() }
    };
    let basis = move || basis_words(desk.policy, &desk.draft());
    let rows: Vec<_> = (0..desk.policy.indicators.len()).map(|at| view! { <IndicatorRow at /> }).collect();
    let foot = "本表由制创自评生成，为本中心自评，不含评估结论；评估等次以主管部门公布为准。";
    view! {
        <PaperSheet title=desk.policy.title beside=period() foot>
            <table class="print-table">
                <PaperHeads words=vec!["一级指标", "二级指标", "指标权重（分）", "指标说明", "自评得分"] />
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <td colspan="2">"评估得分"</td>
                        <td class="figure" prop:textContent=format!("{:#}", desk.policy.total)></td>
                        <td prop:textContent=range></td>
                        <td class="figure" prop:textContent=move || total.get().declared.to_string()></td>
                    </tr>
                </tfoot>
            </table>
            <p class="print-basis" prop:textContent=basis></p>
        </PaperSheet>
    }
}

/// The period of the open draft, in words.
pub fn period() -> Signal<String> {
    let desk = use_desk();
    Signal::derive(move || format!("考评期：{}", period_words(&desk.draft())))
}

pub fn period_words(draft: &Draft) -> String {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{} 至 {}", day(draft.period.from.value), day(draft.period.to.value))
}

/// Under which choices the figures stand: how bands are claimed, and each reading that is not the default.
fn basis_words(policy: &Policy, draft: &Draft) -> String {
    let chosen = policy.readings.iter().zip(draft.readings.iter()).filter(|(_, chosen)| **chosen > 0);
    let words = |(reading, chosen): (&Reading, &u8)| {
        let choice = reading.choices.get(usize::from(*chosen)).map_or("", |choice| choice.label);
        format!("{}：{choice}", reading.question)
    };
    let others: Vec<String> = chosen.map(words).collect();
    let readings = match others.is_empty() {
        true => "口径均按本程序默认的选择".to_owned(),
        false => format!("口径除下列各条外按本程序默认的选择：{}", others.join("；")),
    };
    let moved =
        policy.items.iter().zip(draft.self_awarded.iter()).filter(|(_, pick)| pick.value.is_some()).count();
    let picks = if moved > 0 { format!("；其中 {moved} 项为本中心自报分数") } else { String::new() };
    format!("得分口径：酌情的分档{}；{readings}{picks}。", draft.discretion.label())
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
            <td rowspan=group.indicators.len().to_string() colspan=columns prop:textContent=group.name></td>
        }
    });
    let declared = Memo::new(move |_| desk.assessment().indicators[at].declared.to_string());
    let several = indicator.items.len() > 1;
    let quotes: Vec<_> = indicator.items.iter().map(|at| view! { <ItemQuote at=*at several /> }).collect();
    view! {
        <tr>
            {first}
            {(!alone).then(|| view! { <td prop:textContent=indicator.name></td> })}
            <td class="figure" prop:textContent=format!("{:#}", indicator.weight)></td>
            <td class="print-quote">{quotes}</td>
            <td class="figure" prop:textContent=declared></td>
        </tr>
    }
}

/// An item in its own words; where a row holds several, with the points of each.
#[component]
fn ItemQuote(at: usize, several: bool) -> impl IntoView {
    let desk = use_desk();
    let points = Memo::new(move |_| format!("〔自评 {} 分〕", desk.assessment().items[at].figures.declared));
    view! { <p>{desk.policy.items[at].quote} {several.then(|| view! { <b prop:textContent=points></b> })}</p> }
}
