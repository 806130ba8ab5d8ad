//! Dates, working days, grades, the calendar file, yearly targets, and the overview.

use browser_tests::{Outcome, Visit, see_that};

#[tokio::test]
async fn the_timeline_says_what_is_due_and_what_is_overdue() -> Outcome {
    let visit = Visit::begin_on("日期", "2026-11-25").await?;
    let page = visit.page();
    page.main().see_text("还没有填写日期。").await?;
    page.main().fill_date("培育名单发布日期", "2024-10-31").await?;
    let timeline = page.main().classed("timeline");
    timeline.see_text("2026-10-31").await?;
    timeline.see_text("已逾期 25 天").await?;
    page.main().fill_date("提出验收（认定）申请的日期", "2026-11-02").await?;
    timeline.see_text("2026-11-02 办理，逾期 2 天").await?;
    // A later event settles what came before it, and a day that lies ahead settles nothing.
    page.main().fill_date("正式认定日期", "2026-11-20").await?;
    timeline.see_text("2026-11-02 办理，逾期 2 天").await?;
    page.main().fill_date("提出验收（认定）申请的日期", "2027-01-15").await?;
    timeline.see_text("提出验收（认定）申请的日期（计划）").await?;
    timeline.see_text("“正式认定日期”是 2026-11-20，这一期限不再适用").await?;
    page.main().fill_date("正式认定日期", "2027-02-01").await?;
    timeline.see_text("已逾期 25 天").await?;
    timeline.see_text("三年自评估报告报送期（按计划）").await?;
    page.main().fill_date("提出验收（认定）申请的日期", "2026-08-31").await?;
    timeline.see_text("已按期办理（2026-08-31）").await?;
    page.main().fill_date("正式认定日期", "2026-08-30").await?;
    // Half a year ends on the last day of a month that has no 30th, and the year before that is doubtful.
    timeline.see_text("2027-02-28").await?;
    timeline.see_text("到这一年年底认定还不满半年，是否考核，条文没有写明").await?;
    timeline.see_text("2029-08-30 至 2029-09-30").await?;
    timeline.see_text("2029-09-01 至 2029-09-30").await?;
    page.main().fill_date("前一次定期评估日期", "2026-01-01").await?;
    page.main().see_text("早于“正式认定日期”（2026-08-30），请核对两个日期。").await?;
    visit.end().await
}

#[tokio::test]
async fn holidays_are_entered_by_the_user_and_nonsense_is_kept_as_typed() -> Outcome {
    let visit = Visit::begin_on("日期", "2026-09-25").await?;
    let page = visit.page();
    let timeline = page.main().classed("timeline");
    page.main().fill_date("公示开始日期", "2026-09-29").await?;
    timeline.see_text("2026-10-05").await?;
    timeline.see_text("这一年的放假安排还没有填").await?;
    page.main().fill("放假的日期", "2026年10月1日（星期四）至7日（星期三）放假调休，共7天、国庆").await?;
    let complaint = "“国庆”不是日期，请写成 2026-10-01，连续几天写成 2026-10-01 至 2026-10-07。暂不计入。";
    page.main().see_complaint("放假的日期", complaint).await?;
    page.see_saved().await?;
    page.reload().await?;
    page.main().see_value("放假的日期", "2026年10月1日（星期四）至7日（星期三）放假调休，共7天、国庆").await?;
    page.main().fill("放假的日期", "2026年10月1日到2026年10月7日").await?;
    timeline.see_text("2026-10-12").await?;
    page.main().fill("调休上班的日期", "2026-10-10").await?;
    timeline.see_text("2026-10-10").await?;
    page.main().see_value("放假的日期", "2026-10-01 至 2026-10-07").await?;
    page.go("总览").await?;
    page.go("日期").await?;
    page.main().fill("调休上班的日期", "2026-10-07").await?;
    page.main()
        .see_complaint("调休上班的日期", "2026-10-07 不能既是放假又是调休上班。仍按 2026-10-10 计算。")
        .await?;
    visit.end().await
}

#[tokio::test]
async fn grades_bring_what_the_articles_say() -> Outcome {
    let visit = Visit::begin_on("日期", "2026-11-25").await?;
    let page = visit.page();
    page.main().fill_date("正式认定日期", "2023-03-01").await?;
    page.main().choose("2024 年度", "优秀").await?;
    page.main().choose("2023 年度", "不合格").await?;
    page.main().see_text("因 2023 年度的等次：整改半年，期满后现场检查（考核评估办法 第二十七条）。").await?;
    page.main()
        .see_text("因 2023 年度的等次：不能享受考核年度的省财政补助政策（考核评估办法 第二十六条）。")
        .await?;
    page.main().choose("2025 年度", "优秀").await?;
    page.main()
        .see_text("因 2024、2025 年度的等次：定期评估时不再进行现场考察（考核评估办法 第二十九条）。")
        .await?;
    page.main().choose("2024 年度", "良好").await?;
    see_that("that nothing is waived", async || {
        let text = page.main().text().await?;
        Ok((!text.contains("不再进行现场考察"), text))
    })
    .await?;
    // Nothing of it is scored.
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
    visit.end().await
}

#[tokio::test]
async fn the_dates_go_into_a_calendar() -> Outcome {
    let visit = Visit::begin_on("日期", "2026-11-25").await?;
    let page = visit.page();
    page.go("评估表").await?;
    page.main().fill("单位名称", "甲中心").await?;
    page.go("日期").await?;
    assert!(!page.main().can_press("导出到日历（.ics）").await?);
    page.main().fill_date("培育名单发布日期", "2026-02-28").await?;
    page.main().press("导出到日历（.ics）").await?;
    let (name, text) = visit.browser.downloaded().await?;
    assert_eq!(name, "甲中心 三年评估.ics");
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"),
        "{text}"
    );
    assert!(text.contains("DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280229\r\n"), "{text}");
    assert!(text.contains("培育期截止：甲中心"), "{text}");
    page.notice().see_text("已导出“甲中心 三年评估.ics”").await?;
    visit.end().await
}
