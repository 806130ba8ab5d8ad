//! What counts of the years.

use browser_tests::{Outcome, Visit, see_that};

#[tokio::test]
async fn years_outside_the_period_and_years_without_a_row_are_told() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.main().fill_date("考评期自", "2024-01-01").await?;
    page.main().fill_date("至", "2025-12-31").await?;
    page.go("财务").await?;
    for _ in 0..2 {
        page.main().press("＋ 添加年度").await?;
    }
    let row = |at: usize| page.main().entry(&format!("第 {at} 个年度"));
    row(1).fill("年度", "2012").await?;
    row(1).see_text("不在考评期内，不计入合计").await?;
    row(2).fill("年度", "").await?;
    row(2).see_text("还没有填年度，合计暂不能确定").await?;
    row(2).fill("年度", "2024").await?;
    row(2).fill("创收", "900").await?;
    page.main().see_text("考评期内 2025 年还没有填。").await?;
    page.main().see_text("考评期内合计：成本费用支出总额 未填齐，研发费用 未填齐，创收 900 万元。").await?;
    page.go("评估表").await?;
    // 900 in two years are 450 a year; what the year without a row brings is open.
    page.see_figures("创收", ["0.00", "3.00", "5.00"]).await?;
    let open = page.open_row("创收").await?;
    open.see_text("年均创收：450 万元（合计 900 万元，考评期 24 个月）").await?;
    open.see_text("2012 年不在考评期内，不计入合计。").await?;
    open.see_text("考评期内 2025 年还没有填；“财务数据”未勾选“已填写完整”").await?;
    open.tick("“财务数据”已填写完整，没有其他的了").await?;
    page.see_figures("创收", ["3.00", "3.00", "5.00"]).await?;
    see_that("that nothing is missing", async || {
        let text = open.text().await?;
        Ok((!text.contains("年还没有填"), text))
    })
    .await?;
    visit.end().await
}
