//! Yearly targets and the report of a year.

use browser_tests::{Outcome, Visit};

#[tokio::test]
async fn yearly_targets_are_kept_and_reported_and_change_no_score() -> Outcome {
    let visit = Visit::begin_on("评估表", "2026-11-25").await?;
    let page = visit.page();
    page.main().fill("单位名称", "甲中心").await?;
    page.go("年度目标").await?;
    page.main().press("＋ 添加年度").await?;
    page.main().fill("年度", "2026").await?;
    let team = page.group("人才队伍建设");
    team.fill("责任目标", "研发人员 40 人").await?;
    team.fill("主要举措和时间进度", "6 月底前招聘").await?;
    team.fill("完成情况", "42 人").await?;
    team.choose("人才队伍建设的结果", "已完成").await?;
    page.group("组织机构建设").fill("责任目标", "新增股东 1 家").await?;
    page.main().fill("总体评价、存在问题和改进", "进度正常。").await?;
    page.main().see_text("7 项中填写了 2 项：已完成 1 项，没有选结果的 1 项。").await?;
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
    page.main().press("＋ 添加年度").await?;
    page.main().see_value("年度", "2027").await?;
    page.main().press("删除这个年度").await?;
    page.main().see_value("年度", "2026").await?;
    page.notice().press("撤销").await?;
    page.main().press("2027 年度").await?;
    page.main().see_value("年度", "2027").await?;
    page.main().press("2026 年度").await?;
    page.see_saved().await?;
    page.reload().await?;
    team.see_value("完成情况", "42 人").await?;
    page.main().press("导出报告文字").await?;
    let (name, text) = visit.browser.downloaded().await?;
    assert_eq!(name, "甲中心 三年评估-2026年度自评估报告.txt");
    for words in [
        "2026 年度责任目标完成情况自评估报告",
        "创新中心：甲中心",
        "三、人才队伍建设（已完成）",
        "完成情况：42 人",
        "进度正常。",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    visit.browser.show_as_printed().await?;
    for words in ["年度责任目标完成情况自评估", "2026 年度", "研发人员 40 人", "进度正常。"]
    {
        page.see_on_paper(words).await?;
    }
    visit.end().await
}

#[tokio::test]
async fn a_report_that_was_handed_in_is_no_longer_due() -> Outcome {
    let visit = Visit::begin_on("日期", "2026-02-10").await?;
    let page = visit.page();
    page.main().fill_date("正式认定日期", "2025-03-01").await?;
    let timeline = page.main().classed("timeline");
    timeline.see_text("已逾期 10 天").await?;
    page.go("年度目标").await?;
    page.main().press("＋ 添加年度").await?;
    page.main().fill("年度", "2025").await?;
    page.main().fill_date("自评估报告报送日期", "2026-01-28").await?;
    page.go("日期").await?;
    timeline.see_text("已按期办理（2026-01-28）").await?;
    visit.end().await
}

/// The year after the last one was once offered, whether it is assessed or not.
#[tokio::test]
async fn an_added_year_is_one_that_is_assessed() -> Outcome {
    let visit = Visit::begin_on("日期", "2024-05-06").await?;
    let page = visit.page();
    page.main().fill_date("正式认定日期", "2023-03-01").await?;
    page.go("年度目标").await?;
    for year in ["2024", "2023", ""] {
        page.main().press("＋ 添加年度").await?;
        page.main().see_value("年度", year).await?;
    }
    visit.end().await
}
