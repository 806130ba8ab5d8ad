//! The official table on A4: shown only in print.

use leptos::prelude::*;

use super::desk::{Desk, use_desk, memo};
use super::head::draft_name;

#[component]
pub fn Sheet() -> impl IntoView {
    let desk = use_desk();
    let rows: Vec<_> = (0..desk.policy.indicators.len()).map(|at| row(desk, at)).collect();
    let total = memo(move || desk.with_assessment(|assessment| assessment.total));
    let period = move || {
        desk.with_draft(|draft| {
            let day = |day: &crate::draft::Entered<crate::draft::Date>| day.value.map(|day| day.to_string());
            [day(&draft.period.from), day(&draft.period.to)].map(Option::unwrap_or_default).join(" 至 ")
        })
    };
    view! {
        <section class="print-sheet" aria-hidden="true">
            <h1>{desk.policy.title.clone()}</h1>
            <p class="print-head">
                <span>{move || desk.with_draft(|draft| draft_name(&draft.name))}</span>
                <span>{move || format!("考评期：{}", period())}</span>
            </p>
            <table>
                <thead>
                    <tr>
                        <th>"一级指标"</th>
                        <th>"二级指标"</th>
                        <th>"指标权重（分）"</th>
                        <th>"指标说明"</th>
                        <th>"自评得分"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <td colspan="2">"评估得分"</td>
                        <td>{format!("{:#}", desk.policy.total)}</td>
                        <td>{move || format!("保底 {}，上限 {}", total.get().floor, total.get().ceiling)}</td>
                        <td>{move || total.get().declared.to_string()}</td>
                    </tr>
                </tfoot>
            </table>
            <p class="print-foot">"本表由制创自评生成，为本中心自评，不含评估结论；评估等次以主管部门公布为准。"</p>
        </section>
    }
}

fn row(desk: Desk, at: usize) -> AnyView {
    let indicator = &desk.policy.indicators[at];
    let group = &desk.policy.groups[indicator.group];
    let first = group.indicators.first() == Some(&at);
    let declared = memo(move || desk.with_assessment(|assessment| assessment.indicators[at].declared));
    let several = indicator.items.len() > 1;
    let quotes: Vec<_> = indicator
        .items
        .iter()
        .map(|item| {
            let quote = desk.policy.items[*item].quote.clone();
            let points = Memo::new({
                let item = *item;
                move |_| desk.with_assessment(|assessment| assessment.items[item].figures.declared)
            });
            view! {
                <p>
                    {quote}
                    {several.then(|| view! { <b>{move || format!("〔自评 {} 分〕", points.get())}</b> })}
                </p>
            }
        })
        .collect();
    // The first row of the table names its group and its indicator in one.
    let alone = group.indicators.len() == 1 && group.name == indicator.name;
    view! {
        <tr>
            {first
                .then(|| {
                    view! {
                        <td rowspan=group.indicators.len().to_string() colspan=if alone { "2" } else { "1" }>
                            {group.name.clone()}
                        </td>
                    }
                })}
            {(!alone).then(|| view! { <td>{indicator.name.clone()}</td> })}
            <td>{format!("{:#}", indicator.weight)}</td>
            <td class="print-quote">{quotes}</td>
            <td>{move || declared.get().to_string()}</td>
        </tr>
    }
    .into_any()
}
