//! What is printed, on A4: shown only in print.

use crate::ui::leptos::*;

use super::desk::{Desk, memo, use_desk};
use super::dom::{El, el, of};
use super::head::draft_name;
use super::route::Route;
use super::{annual, dates, summary, way};

/// The paper for what is looked at: the overview, a stage, the timeline, a year's targets, or else the official table.
pub fn paper() -> El {
    let desk = use_desk();
    let place = memo(move || desk.route.get().page());
    el("div").child(move || match place.get() {
        Route::Summary => summary::paper(desk),
        Route::Way => way::paper(desk),
        Route::Annual => annual::paper(desk),
        Route::Dates => dates::paper(desk),
        _ => table(desk),
    })
}

/// The official table.
fn table(desk: Desk) -> El {
    let rows: Vec<El> = (0..desk.policy.indicators.len()).map(|at| row(desk, at)).collect();
    let total = memo(move || desk.assessment().total);
    let period = move || {
        let period = &desk.draft().period;
        let day = |day: Option<crate::draft::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        format!("考评期：{} 至 {}", day(period.from.value), day(period.to.value))
    };
    let heads = ["一级指标", "二级指标", "指标权重（分）", "指标说明", "自评得分"];
    let heads: Vec<El> = heads.into_iter().map(|word| el("th").child(word)).collect();
    let foot = el("tr")
        .child(el("td").attr("colspan", "2").child("评估得分"))
        .child(el("td").child(format!("{:#}", desk.policy.total)))
        .child(el("td").child(move || format!("最低可得 {}，最高可得 {}", total.get().floor, total.get().ceiling)))
        .child(el("td").child(move || total.get().declared.to_string()));
    let note = "本表由制创自评生成，为本中心自评，不含评估结论；评估等次以主管部门公布为准。";
    sheet(desk, desk.policy.title, el("span").child(period))
        .child(
            el("table")
                .child(el("thead").child(el("tr").child(heads)))
                .child(el("tbody").child(rows))
                .child(el("tfoot").child(foot)),
        )
        .child(of("p", "print-foot").child(note))
}

/// A sheet of paper, with its title and whose it is.
pub fn sheet(desk: Desk, title: &str, beside: El) -> El {
    let head = of("p", "print-head").child(el("span").child(move || draft_name(&desk.draft().name))).child(beside);
    of("section", "print-sheet").child(el("h1").child(title)).child(head)
}

fn row(desk: Desk, at: usize) -> El {
    let indicator = &desk.policy.indicators[at];
    let group = &desk.policy.groups[indicator.group];
    // The first row of the table names its group and its indicator in one.
    let alone = group.indicators.len() == 1 && group.name == indicator.name;
    let first = (group.indicators.first() == Some(&at)).then(|| {
        el("td")
            .attr("rowspan", group.indicators.len().to_string())
            .attr("colspan", if alone { "2" } else { "1" })
            .child(group.name)
    });
    let declared = memo(move || desk.assessment().indicators[at].declared.to_string());
    let several = indicator.items.len() > 1;
    let quote = |item: &'static usize| {
        let points = memo(move || format!("〔自评 {} 分〕", desk.assessment().items[*item].figures.declared));
        el("p").child(desk.policy.items[*item].quote).child(several.then(|| el("b").child(points)))
    };
    let quotes: Vec<El> = indicator.items.iter().map(quote).collect();
    el("tr")
        .child(first)
        .child((!alone).then(|| el("td").child(indicator.name)))
        .child(el("td").child(format!("{:#}", indicator.weight)))
        .child(of("td", "print-quote").child(quotes))
        .child(el("td").child(declared))
}
