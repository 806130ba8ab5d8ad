//! Dates, working days, grades, the calendar file, yearly targets, and the overview.

use browser_tests::{Outcome, Visit, see, see_that};
use serde_json::json;

async fn at(place: &str, day: &str) -> Outcome<Visit> {
    let visit = Visit::begin().await?;
    visit.browser.live_on(day).await?;
    let page = visit.page();
    page.reload().await?;
    page.main().press("新建空白草稿").await?;
    page.go(place).await?;
    Ok(visit)
}

#[tokio::test]
async fn the_timeline_says_what_is_due_and_what_is_overdue() -> Outcome {
    let visit = at("日期", "2026-11-25").await?;
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
    let visit = at("日期", "2026-09-25").await?;
    let page = visit.page();
    let timeline = page.main().classed("timeline");
    page.main().fill_date("公示开始日期", "2026-09-29").await?;
    timeline.see_text("2026-10-05").await?;
    timeline.see_text("这一年的放假安排还没有填").await?;
    page.main().fill("放假的日期", "2026年10月1日（星期四）至7日（星期三）放假调休，共7天、国庆").await?;
    let complaint = "“国庆”不是日期，请写成 2026-10-01，连续几天写成 2026-10-01 至 2026-10-07。仍按 2026-10-01 至 2026-10-07 计算。";
    page.main().see_complaint("放假的日期", complaint).await?;
    page.see_saved().await?;
    page.reload().await?;
    page.main().see_value("放假的日期", "2026年10月1日（星期四）至7日（星期三）放假调休，共7天、国庆").await?;
    page.main().fill("放假的日期", "2026年10月1日到2026年10月7日").await?;
    timeline.see_text("2026-10-12").await?;
    page.main().fill("调休上班的日期", "2026-10-10").await?;
    timeline.see_text("2026-10-10").await?;
    page.main().see_value("放假的日期", "2026-10-01 至 2026-10-07").await?;
    page.main().fill("调休上班的日期", "2026-10-07").await?;
    page.main()
        .see_complaint("调休上班的日期", "2026-10-07 不能既是放假又是调休上班。仍按 2026-10-10 计算。")
        .await?;
    visit.end().await
}

#[tokio::test]
async fn grades_bring_what_the_articles_say() -> Outcome {
    let visit = at("日期", "2026-11-25").await?;
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
    let visit = at("日期", "2026-11-25").await?;
    let page = visit.page();
    assert!(!page.main().can_press("导出到日历（.ics）").await?);
    page.main().fill_date("培育名单发布日期", "2026-02-28").await?;
    page.main().press("导出到日历（.ics）").await?;
    let (name, text) = visit.browser.downloaded().await?;
    assert_eq!(name, "我的自评.ics");
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"),
        "{text}"
    );
    assert!(text.contains("DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280229\r\n"), "{text}");
    assert!(text.contains("培育期截止：我的自评"), "{text}");
    page.notice().see_text("已导出“我的自评.ics”").await?;
    visit.end().await
}

#[tokio::test]
async fn yearly_targets_are_kept_and_reported_and_change_no_score() -> Outcome {
    let visit = at("年度目标", "2026-11-25").await?;
    let page = visit.page();
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
    assert_eq!(name, "我的自评-2026年度自评估报告.txt");
    for words in [
        "2026 年度责任目标完成情况自评估报告",
        "创新中心：我的自评",
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
    let visit = at("日期", "2026-02-10").await?;
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

/// As much as an overview can have to say still goes on one sheet: of a unit with everything still to do, and of a
/// centre with all its dates.
#[tokio::test]
async fn the_longest_overview_is_one_sheet() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    let mut centre = json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194",
        "name": "一个名称很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的示例中心",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
        "facts": {
            "apply.on": "2026-01-01", "apply.coinitiators": 9, "apply.last_major_project_on": "2001-01-01",
            "apply.valid_ip": 0, "apply.no_violation_known": false, "apply.last_violation_on": "2025-12-31",
            "apply.team_size": 1, "apply.registered_capital": "0.000001", "capital.subscribed": "1000",
            "capital.paid_in": "0", "dates.listed_on": "2020-01-01", "dates.publicity_from": "2026-09-29",
            "dates.rectify_from": "2026-08-31", "dates.recognized_on": "2022-01-01",
            "dates.last_evaluation_on": "2024-03-01",
        },
        "panel": {"experts": [["1", "1", "1", "1", "1"], ["1", "1", "1", "1", "1"], ["1", "1", "1", "1", null]]},
        "grades": {"2025": "excellent", "2026": "excellent", "2022": "unqualified", "2023": "unqualified"},
        "lines": [{"label": "很长的参考线名称", "points": "72.5"}, {"label": "目标", "points": "80"}],
    });
    for id in [
        "org.company_alliance",
        "org.joint_stock",
        "org.initiator_standing",
        "org.chain_participation",
        "org.research_members",
        "org.alliance_secretariat",
        "org.expert_committee",
        "lead.platform",
    ] {
        centre["requirements"][id] = json!({"state": "unmet"});
    }
    let mut unit = centre.clone();
    for id in ["dates.listed_on", "dates.recognized_on", "dates.last_evaluation_on"] {
        unit["facts"].as_object_mut().ok_or("no facts")?.remove(id);
    }
    for (draft, more) in [(unit, "另有"), (centre, "三年自评估报告报送期")] {
        if !page.kept_drafts().await?.is_empty() {
            page.go("草稿").await?;
        }
        page.drop_file("长.json", &draft.to_string()).await?;
        page.main().press("导入").await?;
        page.go("总览").await?;
        page.main().see_text(more).await?;
        page.see_on_paper("制创自评总览").await?;
        see("the sheets of the overview", 1_usize, async || visit.browser.sheets().await).await?;
    }
    visit.end().await
}

#[tokio::test]
async fn the_overview_leads_to_what_it_tells_of() -> Outcome {
    let visit = at("总览", "2026-11-25").await?;
    let page = visit.page();
    page.main().see_text("各阶段没有不符合的条件。").await?;
    page.go("培育与认定").await?;
    page.group("注册资本不少于 1000 万元").fill("依托载体公司注册资本", "999.99").await?;
    page.go("总览").await?;
    page.main().see_text("把注册资本增加到 1000 万元（还差 0.01 万元）").await?;
    page.main().follow("把注册资本增加到 1000 万元（还差 0.01 万元）").await?;
    page.main().classed("stage").see_text("培育申报").await?;
    see("the focus", json!("注册资本不少于 1000 万元"), async || {
        visit.browser.script("return document.activeElement.getAttribute('aria-label')", Vec::new()).await
    })
    .await?;
    // Once a unit is listed its application is behind it: its stage says so, and is no more the first thing to do.
    page.go("日期").await?;
    page.main().fill_date("培育名单发布日期", "2026-01-15").await?;
    page.go("总览").await?;
    page.main().see_text("2028-01-15").await?;
    page.main().see_text("已经过去的阶段里还有不符合的条件，见“培育与认定”；其余阶段没有。").await?;
    page.go("培育与认定").await?;
    page.main().classed("stage").see_text("“培育名单发布日期”是 2026-01-15，这一阶段已经过去").await?;
    visit.end().await
}

#[tokio::test]
async fn on_a_phone_nothing_of_the_way_runs_off_the_edge() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.see_saved().await?;
    visit.browser.resize(360, 740).await?;
    page.go("培育与认定").await?;
    for stage in ["培育申报", "遴选", "培育建设", "考核验收", "正式认定"] {
        page.go_to_stage(stage).await?;
        assert!(page.width().await? <= 360, "{stage} is {} wide", page.width().await?);
    }
    for place in ["日期", "年度目标", "总览"] {
        page.go(place).await?;
        assert!(page.width().await? <= 360, "{place} is {} wide", page.width().await?);
        // The navigation is wider than a phone; where one is can be seen in it, also after loading anew.
        page.reload().await?;
        see(&format!("whether {place} is in sight"), json!(true), async || {
            let script = "const here = document.querySelector('nav a[aria-current=page]').getBoundingClientRect();
                          return here.left >= 0 && here.right <= innerWidth";
            visit.browser.script(script, Vec::new()).await
        })
        .await?;
    }
    visit.end().await
}
