//! The overview.

use browser_tests::{Outcome, Visit, see};
use serde_json::json;

/// As much as an overview can have to say still goes on one sheet: of a unit with everything still to do, and of a
/// centre with all its dates.
#[tokio::test]
async fn the_longest_overview_is_one_sheet() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    let mut centre = json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194",
        "name": "一个名称很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的示例中心",
        "unit": "一个名称很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的单位",
        "preparer": "名字也不短的填表人", "phone": "0371-12345678 转 8001",
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
    let purposes = ["evaluation", "recognition"];
    let all = [(unit, "另有"), (centre, "三年自评估报告报送期")];
    let all = all.iter().flat_map(|(draft, more)| purposes.map(|purpose| (draft.clone(), *more, purpose)));
    for (mut draft, more, purpose) in all {
        draft["purpose"] = purpose.into();
        if !page.kept_drafts().await?.is_empty() {
            page.go("草稿").await?;
        }
        page.drop_file("长.json", &draft.to_string()).await?;
        page.main().press("导入").await?;
        page.go("总览").await?;
        page.main().see_text(more).await?;
        page.see_on_paper("制创自评总览").await?;
        see("the sheets of the overview", 1_usize, async || visit.browser.sheets().await).await?;
        page.see_on_paper("联系电话：0371-12345678 转 8001").await?;
    }
    visit.end().await
}

#[tokio::test]
async fn the_overview_leads_to_what_it_tells_of() -> Outcome {
    let visit = Visit::begin_on("草稿", "2026-11-25").await?;
    let page = visit.page();
    page.group("这份草稿用来做什么").press("培育与认定").await?;
    page.go("总览").await?;
    page.main().see_text("各阶段没有不符合的条件。").await?;
    page.go("培育申报").await?;
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
    page.main().see_text("已经过去的阶段里还有不符合的条件，见各阶段；其余阶段没有。").await?;
    page.go("培育申报").await?;
    page.main().classed("stage").see_text("“培育名单发布日期”是 2026-01-15，这一阶段已经过去").await?;
    visit.end().await
}

/// What is overdue stands with the dates, right after the figure, with what to do about it now.
#[tokio::test]
async fn what_is_overdue_comes_right_after_the_figure_with_what_to_do() -> Outcome {
    let visit = Visit::begin_on("日期", "2026-11-25").await?;
    let page = visit.page();
    page.main().fill_date("培育名单发布日期", "2024-11-20").await?;
    page.main().classed("timeline").see_text("尽快向地方主管部门说明情况、提出验收（认定）申请").await?;
    page.go("总览").await?;
    let headings = "return [...document.querySelectorAll('main .overview :is(h2, h3)')].slice(0, 3).map(one => one.innerText)";
    see("the first headings", json!(["三年评估自评", "日期", "已经逾期"]), async || {
        visit.browser.script(headings, Vec::new()).await
    })
    .await?;
    let overdue = page.main().classed("overdue");
    overdue.see_text("培育期截止").await?;
    overdue.see_text("已逾期 5 天").await?;
    overdue.see_text("尽快向地方主管部门说明情况、提出验收（认定）申请").await?;
    assert_eq!(
        visit.browser.script("return document.querySelector('main .overdue a').hash", Vec::new()).await?,
        "#/dates"
    );
    page.main().section("日期").see_text("除已经逾期的以外，没有推算出要办的日期。").await?;
    visit.end().await
}

/// What is open is a list of links, in the table's order or by how much an answer settles.
#[tokio::test]
async fn open_items_can_be_sorted_by_what_they_settle() -> Outcome {
    let visit = Visit::begin_on("总览", "2026-11-25").await?;
    let page = visit.page();
    let first = "return [...document.querySelectorAll('main .open-list a')].slice(0, 2).map(one => one.innerText)";
    let see_first = async |expected: [&str; 2]| {
        see("the first open items", json!(expected), async || visit.browser.script(first, Vec::new()).await).await
    };
    see_first(["建设目标完成情况", "研究队伍"]).await?;
    page.main().section("还没填的 23 项").see_text("标准制定").await?;
    page.main().press("影响大的在前").await?;
    see_first(["建设目标完成情况", "领域领先企业入股"]).await?;
    page.main().press("按表的顺序").await?;
    see_first(["建设目标完成情况", "研究队伍"]).await?;
    page.main().follow("研究队伍").await?;
    see("whether the row is open", true, async || page.is_open("研究队伍").await).await?;
    visit.end().await
}
