//! Points without facts: the centre's own picks, and a mock expert's.

use browser_tests::{Outcome, Page, Visit, see};

/// The picks of the case `points-only`.
const PICKS: [(&str, &str); 7] = [
    ("建设目标完成情况", "18"),
    ("研究队伍", "2"),
    ("研发费用占成本费用支出总额的比例", "3.2"),
    ("承担国家级、省（部）级项目", "3.5"),
    ("牵头单位及最大股东的股份占比", "6"),
    ("创收", "4"),
    ("领域领先企业入股", "9"),
];

async fn pick_all(page: &Page<'_>) -> Outcome {
    page.go("直接填分").await?;
    for (item, points) in PICKS {
        page.main().fill(&format!("{item}：自报分数"), points).await?;
    }
    Ok(())
}

#[tokio::test]
async fn picks_alone_are_declared_and_one_too_high_is_moved() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    pick_all(&page).await?;
    page.see_totals(["0.00", "41.70", "100.00"]).await?;
    page.row("领域领先企业入股").see_text("可得 0—5 分；自报 9 分超出了范围，按 5 分计。").await?;
    let within = page.row("创收").text().await?;
    if within.contains("超出") {
        return Err(format!("4 of 5 points need not be moved, but the row says {within:?}").into());
    }
    page.see_saved().await?;
    page.reload().await?;
    page.see_totals(["0.00", "41.70", "100.00"]).await?;
    page.main().see_value("领域领先企业入股：自报分数", "9").await?;
    visit.end().await
}

#[tokio::test]
async fn an_experts_points_have_a_total_and_stand_beside_the_declared_ones() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    pick_all(&page).await?;
    for (item, points) in [("建设目标完成情况", "16.5"), ("研究队伍", "2"), ("院士或行业领军专家", "1")]
    {
        page.main().fill(&format!("{item}：专家模拟分"), points).await?;
    }
    page.row("建设目标完成情况").see_text("比自评低 1.5 分").await?;
    page.row("研究队伍").see_text("与自评相同").await?;
    page.row("院士或行业领军专家").see_text("比自评高 1 分").await?;
    page.go("评估表").await?;
    let beside = page.row("建设目标完成情况").classed("expert");
    beside.see_text("16.5").await?;
    beside.see_text("比自评低 1.5 分").await?;
    let total = page.main().classed("total").classed("expert");
    total.see_text("19.50").await?;
    total.see_text("已评 3/23 项").await?;
    page.see_totals(["0.00", "41.70", "100.00"]).await?;
    visit.end().await
}

#[tokio::test]
async fn an_expert_cannot_give_more_than_an_item_bears() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("直接填分").await?;
    page.main().fill("创收：专家模拟分", "6").await?;
    page.main().see_complaint("创收：专家模拟分", "不能大于 5。暂不计入。").await?;
    page.go("评估表").await?;
    see("the expert's total", "", async || page.main().classed("total").classed("expert").text().await).await?;
    visit.end().await
}
