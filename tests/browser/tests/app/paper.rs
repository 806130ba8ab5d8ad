//! What is printed.

use browser_tests::{Outcome, Visit, case_path, see};
use serde_json::json;

/// The overview, a stage, a year's report and the table each print what is looked at; the overview on one page.
#[tokio::test]
async fn what_is_looked_at_is_printed() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.go("总览").await?;
    page.see_on_paper("制创自评总览").await?;
    see("the sheets of the overview", 1_usize, async || visit.browser.sheets().await).await?;
    page.go("培育与认定").await?;
    page.go_to_stage("正式认定").await?;
    page.see_on_paper("正式认定：条件核对表").await?;
    page.go("年度目标").await?;
    page.see_on_paper("年度责任目标完成情况自评估").await?;
    page.go("日期").await?;
    page.see_on_paper("时间线").await?;
    page.see_on_paper("三年自评估报告报送期（按自然月）").await?;
    page.go("评估表").await?;
    page.see_on_paper("河南省制造业创新中心评估指标参考表").await?;
    visit.end().await
}

#[tokio::test]
async fn the_official_table_and_nothing_else_is_printed() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.choose_file(&case_path("ordinary.draft.json")).await?;
    page.main().press("导入").await?;
    page.see_totals(["44.52", "52.83", "77.18"]).await?;
    page.see_on_paper("一般中心").await?;
    visit.browser.show_as_printed().await?;
    let script = "return [...document.body.children].filter(one => one.getClientRects().length > 0)
                  .map(one => [one.className, one.innerText])";
    let shown = visit.browser.script(script, Vec::new()).await?;
    assert_eq!(shown.as_array().map(Vec::len), Some(1), "one thing is to be printed: {shown:#}");
    assert_eq!(shown[0][0], json!("paper"));
    let text = shown[0][1].as_str().ok_or("no text")?;
    for expected in [
        "河南省制造业创新中心评估指标参考表",
        "一般中心",
        "考评期：2023-07-01 至 2026-06-30",
        "指标权重（分）",
        "创新中心完成三年建设方案所设定的建设目标",
        "16.63",
        "依托载体股比构成",
        "规划目标",
        "评估得分",
        "最低可得 44.52，最高可得 77.18",
        "52.83",
    ] {
        assert!(text.contains(expected), "the print lacks {expected}: {text}");
    }
    visit.end().await
}
