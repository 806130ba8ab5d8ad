//! Where one goes on from: 去下一项, the way back, a reload beside another window, another draft.

use browser_tests::{Key, Outcome, Visit, see};
use serde_json::{Value, json};

async fn see_script(visit: &Visit, what: &str, expected: Value, script: &str) -> Outcome {
    see(what, expected, async || visit.browser.script(script, Vec::new()).await).await
}

const ADDRESS: &str = "return location.hash";
const OPEN_ROWS: &str = "return document.querySelectorAll('.panel-row').length";

async fn with_the_sample() -> Outcome<Visit> {
    let visit = Visit::begin().await?;
    visit.page().main().press("打开一份填好的示例").await?;
    visit.page().see_totals(["60.83", "65.33", "83.05"]).await?;
    Ok(visit)
}

/// It once led to the other way of filling in, at each step.
#[tokio::test]
async fn the_next_item_is_where_points_are_typed() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("直接填分").await?;
    for (id, label) in [("goals.completion", "建设目标完成情况"), ("team.researchers", "研究队伍")] {
        page.bar().press("还有 23 项未填，去下一项").await?;
        see_script(&visit, "the address", json!(format!("#/points/{id}")), ADDRESS).await?;
        let field = "const one = document.activeElement; return one.tagName + ' ' + one.closest('tr').id";
        let row = format!(
            "return 'INPUT ' + [...document.querySelectorAll('tr.item')].find(one => one.innerText.includes('{label}')).id"
        );
        let expected = visit.browser.script(&row, Vec::new()).await?;
        see_script(&visit, "the focus", expected, field).await?;
    }
    // An address with a row leads there, and a reload stays.
    page.reload().await?;
    page.see_title("河南省制造业创新中心评估指标参考表").await?;
    assert!(page.main().classed("ways").text().await?.contains("直接填分"));
    see_script(&visit, "the address", json!("#/points/team.researchers"), ADDRESS).await?;
    visit.end().await
}

/// From the sheet of a stage it once led three stages back; and what was done at the table forgot where one was.
#[tokio::test]
async fn the_next_requirement_is_one_of_the_stage_that_is_looked_at() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.begin("培育与认定").await?;
    page.go_to_stage("考核验收").await?;
    page.conditions().press("还有 66 条待核实，去下一条").await?;
    page.see_title("考核验收").await?;
    let first = visit.browser.script(ADDRESS, Vec::new()).await?;
    page.conditions().press("还有 66 条待核实，去下一条").await?;
    page.see_title("考核验收").await?;
    let second = visit.browser.script(ADDRESS, Vec::new()).await?;
    assert_ne!(first, second);
    page.go("评估表").await?;
    page.bar().press("还有 23 项未填，去下一项").await?;
    page.go_to_stage("考核验收").await?;
    page.conditions().press("还有 66 条待核实，去下一条").await?;
    let third = visit.browser.script(ADDRESS, Vec::new()).await?;
    assert!(third != first && third != second, "{third} again");
    visit.end().await
}

/// By keyboard one goes on beside the button, and a reload opens nothing that was closed.
#[tokio::test]
async fn rows_that_were_closed_stay_closed() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    page.bar().press("还有 2 项未填，去下一项").await?;
    see_script(&visit, "the rows that are open", json!(1), OPEN_ROWS).await?;
    page.bar().press("全部收起").await?;
    see("the focus", "还有 2 项未填，去下一项", async || page.focused().await).await?;
    see_script(&visit, "the address", json!("#/table"), ADDRESS).await?;
    page.reload().await?;
    page.see_totals(["60.83", "65.33", "83.05"]).await?;
    see_script(&visit, "the rows that are open", json!(0), OPEN_ROWS).await?;
    visit.end().await
}

/// Rows of the draft before once opened in the one that is open now.
#[tokio::test]
async fn the_way_back_opens_no_row_of_another_draft() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    page.bar().press("还有 2 项未填，去下一项").await?;
    page.go("草稿").await?;
    page.begin("三年评估").await?;
    see_script(&visit, "the rows that are open", json!(0), OPEN_ROWS).await?;
    for title in ["开始", "草稿", "河南省制造业创新中心评估指标参考表"] {
        visit.browser.driver.back().await?;
        page.see_title(title).await?;
    }
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
    see_script(&visit, "the rows that are open", json!(0), OPEN_ROWS).await?;
    visit.end().await
}

/// A link to a row is of no use before there is a draft; the table then began in its middle, with the row closed.
#[tokio::test]
async fn a_draft_that_is_begun_at_a_row_begins_at_the_top() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.open(&format!("{}#/item/equity.shares", visit.site.address())).await?;
    page.main().press("打开一份填好的示例").await?;
    page.see_totals(["60.83", "65.33", "83.05"]).await?;
    see_script(&visit, "the address", json!("#/table"), ADDRESS).await?;
    see_script(&visit, "how far it is scrolled", json!(0), "return scrollY").await?;
    see("the focus", "河南省制造业创新中心评估指标参考表", async || page.focused().await).await?;
    visit.end().await
}

/// A reload once opened whatever another window had opened last, and one typed on into somebody else's draft.
#[tokio::test]
async fn a_window_keeps_its_draft_over_a_reload() -> Outcome {
    let visit = with_the_sample().await?;
    let (page, driver) = (visit.page(), &visit.browser.driver);
    page.see_saved().await?;
    let one = driver.window().await?;
    visit.browser.script("window.open(location.href)", Vec::new()).await?;
    let other = driver.windows().await?.into_iter().find(|window| *window != one).ok_or("no other window")?;
    driver.switch_to_window(other).await?;
    page.see_totals(["60.83", "65.33", "83.05"]).await?;
    page.go("草稿").await?;
    page.begin("三年评估").await?;
    page.main().fill("草稿名称", "别的中心").await?;
    page.see_saved().await?;
    driver.switch_to_window(one).await?;
    page.reload().await?;
    page.see_totals(["60.83", "65.33", "83.05"]).await?;
    visit.end().await
}

/// Who is at home in one draft is at home in the next, also where that is for something else; at another place one stays.
#[tokio::test]
async fn another_draft_opens_where_it_is_at_home() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.begin("培育与认定").await?;
    page.main().fill("草稿名称", "乙企业").await?;
    page.see_saved().await?;
    let switch = async |name: &str| -> Outcome {
        page.head().classed("switcher").press(&page.draft_name().await?).await?;
        page.head().classed("menu-list").press_part(name).await
    };
    page.go("成员与股权").await?;
    switch("示例：先进轴承创新中心（虚构）").await?;
    page.see_totals(["60.83", "65.33", "83.05"]).await?;
    page.see_title("成员与股权").await?;
    page.go("评估表").await?;
    switch("乙企业").await?;
    page.see_title("培育申报").await?;
    switch("示例：先进轴承创新中心（虚构）").await?;
    page.see_title("河南省制造业创新中心评估指标参考表").await?;
    visit.end().await
}

#[tokio::test]
async fn the_arrows_lead_through_a_menu() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    let name = page.draft_name().await?;
    page.tab_to(&name).await?;
    page.keys(Key::Down + "").await?;
    see_script(&visit, "the focus", json!("true"), "return document.activeElement.ariaCurrent").await?;
    for _ in 0..2 {
        page.keys(Key::Down + "").await?;
        see("the focus", "全部草稿", async || page.focused().await).await?;
    }
    see_script(&visit, "how far the page is scrolled", json!(0), "return scrollY").await?;
    page.keys(Key::Escape + "").await?;
    see("the focus", name.clone(), async || page.focused().await).await?;
    page.keys(Key::Up + "").await?;
    see("the focus", "全部草稿", async || page.focused().await).await?;
    page.keys(Key::Enter + "").await?;
    page.see_title("草稿").await?;
    visit.end().await
}

/// 重做 once came to stand where 撤销 had been, and the second tap took back the first.
#[tokio::test]
async fn a_thumb_undoes_twice_in_one_place() -> Outcome {
    let visit = Visit::begin().await?;
    visit.browser.resize(360, 740).await?;
    let page = visit.page();
    page.begin("三年评估").await?;
    for (label, text) in [("单位名称", "甲"), ("草稿名称", "乙")] {
        page.main().fill(label, text).await?;
    }
    let place =
        "const undo = [...document.querySelectorAll('.tools button')].find(one => one.innerText === '撤销');
                 const {x, y} = undo.getBoundingClientRect(); return [x, y]";
    let before = visit.browser.script(place, Vec::new()).await?;
    page.head().press("撤销").await?;
    page.main().see_value("草稿名称", "").await?;
    assert_eq!(visit.browser.script(place, Vec::new()).await?, before, "撤销 has moved");
    page.head().press("撤销").await?;
    page.main().see_value("单位名称", "").await?;
    visit.end().await
}

/// The years that follow from a recognition of long ago are over: that was once left without a word.
#[tokio::test]
async fn a_recognition_of_long_ago_says_what_is_missing() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.press_begin("三年评估").await?;
    page.main().fill_date("正式认定日期", "2015-05-20").await?;
    page.main().see_text("“正式认定日期”是 2015-05-20，往后三年到 2018-05-19 已经结束").await?;
    page.main().see_text("填上“前一次定期评估日期”").await?;
    visit.end().await
}
