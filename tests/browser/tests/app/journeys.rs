//! From nothing to a first result, as a new centre and as a firm, on a phone and on a small laptop. Every press, choice
//! and field is counted.

use browser_tests::{Outcome, Visit, see};
use serde_json::json;

const SCREENS: [(u32, u32); 2] = [(360, 740), (1093, 500)];

#[tokio::test]
async fn a_new_centre_comes_to_its_first_score() -> Outcome {
    for (width, height) in SCREENS {
        let visit = Visit::begin().await?;
        let (page, browser) = (visit.page(), &visit.browser);
        browser.resize(width, height).await?;
        browser.live_on("2026-11-26").await?;
        page.reload().await?;
        page.press_begin("三年评估").await?;
        page.see_title("开始").await?;
        page.main().fill("单位名称", "洛阳轴承创新中心").await?;
        page.see_draft("洛阳轴承创新中心 三年评估").await?;
        // In the middle of it the page is loaded anew: the question stands as it stood.
        page.see_saved().await?;
        page.reload().await?;
        page.see_title("开始").await?;
        page.main().see_value("单位名称", "洛阳轴承创新中心").await?;
        page.main().fill_date("正式认定日期", "2024-03-15").await?;
        page.main().press("改用这三年").await?;
        page.main().see_value("至", "2027-03-14").await?;
        page.main().press("去评估表，从第一项填起").await?;
        let first = "建设目标完成情况";
        see("whether the first row is open", true, async || page.is_open(first).await).await?;
        see("whether it is in sight", true, async || page.is_in_sight(first).await).await?;
        page.panel(first).fill("建设目标完成率", "100").await?;
        page.see_totals(["15.00", "15.00", "100.00"]).await?;
        assert_eq!(browser.actions(), 6, "at {width} × {height}");
        // The questions are one step back, and the button leads to the first item that is open then.
        browser.driver.back().await?;
        page.see_title("开始").await?;
        page.main().press("去评估表，从第一项填起").await?;
        see("whether the first row is in sight", true, async || page.is_in_sight(first).await).await?;
        visit.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_firm_comes_to_its_first_condition() -> Outcome {
    for (width, height) in SCREENS {
        let visit = Visit::begin().await?;
        let (page, browser) = (visit.page(), &visit.browser);
        browser.resize(width, height).await?;
        page.press_begin("培育与认定").await?;
        page.see_title("开始").await?;
        page.main().fill("单位名称", "郑州传感器有限公司").await?;
        page.main().press("去核对第一条").await?;
        let first = "按“公司+联盟”的形式安排组建";
        see("the focus", json!(first), async || {
            browser.script("return document.activeElement.getAttribute('aria-label')", Vec::new()).await
        })
        .await?;
        page.group(first).choose(first, "符合").await?;
        page.conditions().see_text("条件 1/66").await?;
        assert_eq!(browser.actions(), 4, "at {width} × {height}");
        visit.end().await?;
    }
    Ok(())
}

/// The whole way without a mouse: the focus is always to be seen, and Tab goes on from where one came to.
#[tokio::test]
async fn the_way_in_is_gone_by_keyboard_alone() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    visit.browser.put_the_mouse_away();
    page.press_begin("三年评估").await?;
    page.see_title("开始").await?;
    // The title has the focus: what follows it is the first question.
    page.tab_to("三年评估").await?;
    page.main().fill("单位名称", "甲中心").await?;
    page.main().press("去评估表，从第一项填起").await?;
    see("the focus", true, async || Ok(page.focused().await?.starts_with("建设目标完成情况"))).await?;
    page.tab_to("建设目标完成率").await?;
    page.keys("100").await?;
    page.see_totals(["15.00", "15.00", "100.00"]).await?;
    visit.end().await
}
