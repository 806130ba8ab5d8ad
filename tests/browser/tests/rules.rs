//! The rules as the page shows them: what counts of the years, readings side by side, doubts with their marks, and what
//! changed in drafts of an older version.

use browser_tests::{Outcome, Visit, see, see_that};
use serde_json::json;

/// A draft as version 1 wrote it, whose income and planning are read otherwise now.
fn first_version() -> serde_json::Value {
    json!({
        "format": "zhichuang-draft", "version": 1, "policy": "henan-2019-194", "name": "旧版草稿",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
        "facts": {"goals.completion_rate": 60, "planning.talent": false, "planning.rd_direction": true},
        "finance": [
            {"year": 2023, "revenue": "300"}, {"year": 2024, "revenue": "600"},
            {"year": 2025, "revenue": "600"}, {"year": 2026, "revenue": "300"},
        ],
    })
}

const REVENUE: &str = "创收：自评 3.00 → 5.00，最低可得 3.00 → 5.00。年均按考评期的月数折算";
const GOALS: &str = "建设目标完成情况：最低可得 10.00 → 0.00。";

#[tokio::test]
async fn an_imported_file_of_version_1_says_what_changed() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.drop_file("旧版.json", &first_version().to_string()).await?;
    page.main().press("导入").await?;
    let changed = page.changed();
    let areas = "“已制定人才培养规划”原来填的是“否”：其中已制定、未实施的请改为“是”";
    let filled_in =
        "“规划已开始实施”按原来各方面的“是”填为“是”；“财务数据”按原来的算法勾选为“已填写完整”，请核对。";
    for words in [REVENUE, GOALS, areas, filled_in] {
        changed.see_text(words).await?;
    }
    // Each line leads to its row.
    page.see_figures("创收", ["5.00", "5.00", "5.00"]).await?;
    changed.press("知道了").await?;
    changed.see_gone().await?;
    page.see_saved().await?;
    see("the version that is kept", json!(2), async || Ok(page.draft_saved_last().await?["version"].clone()))
        .await?;
    page.reload().await?;
    page.see_draft("旧版草稿").await?;
    changed.see_gone().await?;
    visit.end().await
}

/// Leaves a draft as a former program kept it.
const KEEP: &str = "localStorage.setItem('zhichuang:draft:1-00000001',
        JSON.stringify({stored: 1, revision: 4, saved_at: 1700000000000, draft: arguments[0]}));
    localStorage.setItem('zhichuang:last', '1-00000001')";

/// What a former program left in the storage is told until it has been seen, also over a reload, and then no more.
#[tokio::test]
async fn a_kept_draft_of_version_1_says_so_until_it_was_seen() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    visit.browser.script(KEEP, vec![first_version()]).await?;
    let changed = page.changed();
    for _ in 0..2 {
        page.reload().await?;
        changed.see_text(REVENUE).await?;
    }
    // Another draft has nothing to say of this one.
    page.go("草稿").await?;
    page.main().press("新建空白草稿").await?;
    changed.see_gone().await?;
    page.go("草稿").await?;
    page.main().press("打开“旧版草稿”").await?;
    changed.see_text(GOALS).await?;
    changed.press("知道了").await?;
    page.see_saved().await?;
    page.reload().await?;
    page.see_draft("旧版草稿").await?;
    changed.see_gone().await?;
    visit.end().await
}

/// A former state may be of a former version; undoing takes what it says with it.
#[tokio::test]
async fn a_former_state_of_version_1_says_so_while_it_is_there() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    visit.browser.script(KEEP, vec![first_version()]).await?;
    page.reload().await?;
    let changed = page.changed();
    changed.press("知道了").await?;
    page.see_saved().await?;
    page.go("草稿").await?;
    page.main().press_summary("历史版本").await?;
    page.main().press_first("恢复").await?;
    changed.see_text(REVENUE).await?;
    page.notice().press("撤销").await?;
    changed.see_gone().await?;
    visit.end().await
}

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

#[tokio::test]
async fn an_item_with_two_readings_shows_the_effect_of_each_with_the_other_as_chosen() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("成员与股权").await?;
    for at in 1..=4 {
        page.main().press("＋ 添加成员").await?;
        let row = page.main().entry(&format!("第 {at} 个成员"));
        row.select("本领域排名", "省内前十").await?;
        row.tick("股东").await?;
    }
    page.main().tick("“成员单位”已填写完整，没有其他的了").await?;
    page.go("评估表").await?;
    let leaders = "领域领先企业入股";
    let row = page.open_row(leaders).await?;
    row.choose("国内前五、省内前十的股东企业占有半数以上市场份额", "否").await?;
    page.see_figures(leaders, ["0.00", "0.00", "5.00"]).await?;
    let (exceeds, binds) = ("“超过要求的，得 5 分”，怎样算超过？", "“且占有半数以上市场份额”，限定哪一种企业？");
    let effect = async |question: &str, option: &str, words: &str| {
        see_that(&format!("the effect of {option}"), async || {
            let text = row.option_text(question, option).await?;
            Ok((text.contains(words), text))
        })
        .await
    };
    effect(binds, "只限定国内前五", "自评 3.00（+3.00）").await?;
    effect(exceeds, "任何一方面超出都可能算", "自评 0.00（不变）").await?;
    row.choose(binds, "只限定国内前五").await?;
    page.see_figures(leaders, ["0.00", "3.00", "5.00"]).await?;
    effect(binds, "两种企业都要占半数", "自评 0.00（−3.00）").await?;
    page.go("口径与说明").await?;
    page.main().choose("酌情取值", "取高值").await?;
    page.go("评估表").await?;
    effect(exceeds, "任何一方面超出都可能算", "（+2.00）").await?;
    row.choose(exceeds, "任何一方面超出都可能算").await?;
    page.see_figures(leaders, ["0.00", "5.00", "5.00"]).await?;
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

/// Each doubt has the mark of its kind, and the official text its full-width signs.
#[tokio::test]
async fn notes_carry_the_mark_of_their_kind() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let goals = page.open_row("建设目标完成情况").await?;
    goals.see_text("前后矛盾条文先说“得 30 分”").await?;
    goals.see_text("分档不连续20 分与 25 分之间").await?;
    goals.see_text("分档重叠60% 同时在").await?;
    goals.see_text("理解不一：完成率恰好 60%，算哪一档？").await?;
    goals.press_summary("条文原文：附件 建设目标完成情况").await?;
    goals.see_text("建设目标，并取得良好的经济和社会效益，得 30 分；完成部分建设目标").await?;
    let navigation = page.open_row("知识产权").await?;
    navigation.see_text("正文与附表不一正文第十一条至第十六条没有提到专利布局导航").await?;
    navigation.press_summary("条文原文：附件 知识产权").await?;
    navigation.see_text("附件 知识产权；正文没有对应的条款").await?;
    page.go("日期").await?;
    page.main().press_summary("条文没有写明、前后矛盾或理解不一的地方（7 处）").await?;
    page.main().see_text("理解不一“评估当年不再进行考核”").await?;
    visit.end().await
}
