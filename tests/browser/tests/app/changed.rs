//! The rules as the page shows them: what counts of the years, readings side by side, doubts with their marks, and what
//! changed in drafts of an older version.

use browser_tests::{Outcome, Visit, see};
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
    page.begin("三年评估").await?;
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
