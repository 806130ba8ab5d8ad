//! The official table: its rows, their addresses, and the way to the next one.

use browser_tests::{Key, Outcome, Visit, see, see_that};

#[tokio::test]
async fn a_deep_link_opens_its_row() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.see_saved().await?;
    page.open(&format!("{}#/item/equity.shares", visit.site.address())).await?;
    let name = "依托载体股比构成";
    see("whether the row is open", true, async || page.is_open(name).await).await?;
    see("whether the row is in sight", true, async || page.is_in_sight(name).await).await?;
    see_that("the focus", async || {
        let here = page.focused().await?;
        Ok((here.starts_with(name), here))
    })
    .await?;
    assert!(!page.is_open("建设目标完成情况").await?, "a row that was not asked for is open");
    visit.end().await
}

/// From the bottom of the table the button once jumped to its middle: to whatever settled most.
#[tokio::test]
async fn the_next_item_is_the_next_of_the_table() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let see_open = async |row: &str| {
        see(&format!("whether {row} is open"), true, async || page.is_open(row).await).await?;
        see(&format!("whether {row} is in sight"), true, async || page.is_in_sight(row).await).await
    };
    page.bar().press("还有 23 项未填，去下一项").await?;
    let goals = "建设目标完成情况";
    see_open(goals).await?;
    page.panel(goals).fill("建设目标完成率", "100").await?;
    page.panel(goals).choose("取得良好的经济和社会效益", "是").await?;
    page.see_totals(["25.00", "25.00", "100.00"]).await?;
    page.bar().press("还有 22 项未填，去下一项").await?;
    see_open("研究队伍").await?;
    // What is left for later is passed.
    page.bar().press("还有 22 项未填，去下一项").await?;
    see_open("院士或行业领军专家").await?;
    // Who works in another row goes on from there, however it was opened.
    let standards = page.open_row("标准制定").await?;
    standards.fill("备注（本中心自己看的说明）", "待核").await?;
    page.bar().press("还有 22 项未填，去下一项").await?;
    see_open("创收").await?;
    // After the last comes the first that is open.
    page.open_row("各方面规划及实施").await?;
    page.bar().press("还有 22 项未填，去下一项").await?;
    see("the address", true, async || {
        Ok(visit.browser.driver.current_url().await?.as_str().ends_with("#/item/team.researchers"))
    })
    .await?;
    visit.end().await
}

#[tokio::test]
async fn rows_are_closed_with_one_click() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    assert!(!page.bar().can_press("全部收起").await.unwrap_or(false), "nothing is open");
    let rows = ["建设目标完成情况", "创收", "依托载体股比构成"];
    for row in rows {
        page.open_row(row).await?;
    }
    page.bar().press("全部收起").await?;
    for row in rows {
        see(&format!("whether {row} is open"), false, async || page.is_open(row).await).await?;
    }
    // The button is off now; whoever pressed it goes on beside it.
    see("the focus", "还有 23 项未填，去下一项", async || page.focused().await).await?;
    visit.end().await
}

#[tokio::test]
async fn a_row_is_filled_by_keyboard_alone() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.reload().await?;
    page.tab_to("建设目标完成情况").await?;
    page.keys(Key::Enter).await?;
    see("whether the row is open", true, async || page.is_open("建设目标完成情况").await).await?;
    page.tab_to("建设目标完成率").await?;
    page.keys("100").await?;
    // Tab comes to the chosen one of a question's options; the arrows go round among them.
    page.tab_to("未填").await?;
    page.keys(Key::Right).await?;
    page.see_totals(["25.00", "25.00", "100.00"]).await?;
    page.keys(Key::Control + "z").await?;
    page.keys(Key::Control + "z").await?;
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
    visit.end().await
}

#[tokio::test]
async fn planning_and_its_beginning_are_two_questions() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let item = "各方面规划及实施";
    let row = page.open_row("规划目标").await?;
    for area in ["研发方向", "人才培养", "行业服务", "能力建设", "国际合作"] {
        row.choose(&format!("已制定{area}规划"), "是").await?;
    }
    row.choose("规划已开始实施", "否").await?;
    page.see_figures(item, ["1.00", "1.00", "1.00"]).await?;
    row.choose("规划已开始实施", "是").await?;
    page.see_figures(item, ["2.00", "2.00", "2.00"]).await?;
    visit.end().await
}

/// The period knows of the recognition: where it is another, the three years that follow are offered.
#[tokio::test]
async fn the_period_after_the_recognition_is_offered() -> Outcome {
    let visit = Visit::begin_on("日期", "2026-05-06").await?;
    let page = visit.page();
    page.main().fill_date("正式认定日期", "2024-09-01").await?;
    page.go("评估表").await?;
    let offer = page.main().classed("offered");
    offer
        .see_text("“正式认定日期”是 2024-09-01，往后三年是 2024-09-01 至 2027-08-31，和上面填的考评期不同")
        .await?;
    page.main().press("改用这三年").await?;
    page.main().see_value("考评期自", "2024-09-01").await?;
    page.main().see_value("至", "2027-08-31").await?;
    offer.see_gone().await?;
    page.head().press("撤销").await?;
    page.notice().see_text("已撤销：修改考评期。").await?;
    offer.see_text("往后三年").await?;
    visit.end().await
}
