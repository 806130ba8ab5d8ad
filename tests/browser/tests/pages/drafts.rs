//! Many drafts in one browser.

use std::time::Duration;

use browser_tests::{Outcome, Page, Visit, see, see_within};
use serde_json::{Value, json};

const GOALS: &str = "建设目标完成情况";
const RATE: &str = "建设目标完成率";

/// The text of the goals' completion rate in every kept draft, by the draft's name.
async fn kept_rates(page: &Page<'_>) -> Outcome<Vec<(String, String)>> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let drafts = page.kept_drafts().await?;
    Ok(drafts.iter().map(|draft| (text(&draft["name"]), text(&draft["facts"]["goals.completion_rate"]))).collect())
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

/// A first visit with a draft of this name, in which the goals are reached so far.
async fn with_draft(name: &str, rate: &str) -> Outcome<Visit> {
    let visit = Visit::with_blank_draft().await?;
    visit.page().main().fill("草稿名称", name).await?;
    visit.page().open_row(GOALS).await?.fill(RATE, rate).await?;
    Ok(visit)
}

#[tokio::test]
async fn typing_is_saved_within_a_second() -> Outcome {
    let visit = with_draft("甲", "8").await?;
    let page = visit.page();
    page.panel(GOALS).type_on(RATE, "6").await?;
    see_within(Duration::from_secs(1), "the kept drafts", pairs(&[("甲", "86")]), async || {
        kept_rates(&page).await
    })
    .await?;
    page.see_saved().await?;
    visit.end().await
}

#[tokio::test]
async fn leaving_at_once_loses_nothing() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    page.reload().await?;
    page.see_draft("甲").await?;
    page.see_totals(["15.00", "15.00", "95.00"]).await?;
    visit.end().await
}

#[tokio::test]
async fn two_drafts_never_mix() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.begin("三年评估").await?;
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
    page.main().fill("草稿名称", "乙").await?;
    page.see_draft("乙").await?;
    // Rows that were open of the other draft are not open of this one.
    let row = page.open_row(GOALS).await?;
    row.see_value(RATE, "").await?;
    row.fill(RATE, "61").await?;
    page.see_totals(["10.00", "10.00", "90.00"]).await?;
    see("the kept drafts", pairs(&[("甲", "86"), ("乙", "61")]), async || kept_rates(&page).await).await?;
    // What screen readers are told of one total is not there to be read beside another.
    let spoken = "return document.querySelector('.score-bar .spoken').textContent";
    let said = json!("自评 10.00，最低可得 10.00，最高可得 90.00");
    see("the total that was said", said, async || visit.browser.script(spoken, Vec::new()).await).await?;
    page.go("草稿").await?;
    page.main().press("打开“甲”").await?;
    page.see_draft("甲").await?;
    see("the total that was said", json!(""), async || visit.browser.script(spoken, Vec::new()).await).await?;
    page.see_totals(["15.00", "15.00", "95.00"]).await?;
    page.open_row(GOALS).await?.see_value(RATE, "86").await?;
    see("whether 乙 can be undone in 甲", false, async || page.head().can_press("撤销").await).await?;
    see("the kept drafts", pairs(&[("甲", "86"), ("乙", "61")]), async || kept_rates(&page).await).await?;
    visit.end().await
}

#[tokio::test]
async fn the_draft_opened_last_opens_again() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.begin("三年评估").await?;
    page.main().fill("草稿名称", "乙").await?;
    page.see_saved().await?;
    page.open(&visit.site.address()).await?;
    page.see_draft("乙").await?;
    page.go("草稿").await?;
    page.main().press("打开“甲”").await?;
    page.see_draft("甲").await?;
    page.open(&visit.site.address()).await?;
    page.see_draft("甲").await?;
    visit.end().await
}

#[tokio::test]
async fn a_draft_is_renamed_in_the_list() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.main().fill("草稿名称", "丙").await?;
    page.see_draft("丙").await?;
    page.main().see_value("草稿名称", "丙").await?;
    see("the kept drafts", pairs(&[("丙", "86")]), async || kept_rates(&page).await).await?;
    page.reload().await?;
    page.see_draft("丙").await?;
    visit.end().await
}

#[tokio::test]
async fn the_tools_of_a_renamed_draft_bear_its_new_name() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.main().fill("草稿名称", "丙").await?;
    page.main().press("删除“丙”").await?;
    page.notice().see_text("已删除“丙”").await?;
    visit.end().await
}

#[tokio::test]
async fn a_copy_goes_its_own_way() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.main().press("复制“甲”").await?;
    page.see_draft("甲（副本）").await?;
    page.go("评估表").await?;
    page.open_row(GOALS).await?.fill(RATE, "61").await?;
    let both = pairs(&[("甲", "86"), ("甲（副本）", "61")]);
    see("the kept drafts", both, async || kept_rates(&page).await).await?;
    visit.end().await
}

#[tokio::test]
async fn a_deleted_draft_comes_back_by_undo() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.main().press("删除“甲”").await?;
    page.notice().see_text("已删除“甲”，可在“最近删除”里恢复。").await?;
    see("the kept drafts", Vec::new(), async || kept_rates(&page).await).await?;
    page.notice().press("撤销").await?;
    page.see_draft("甲").await?;
    page.see_totals(["15.00", "15.00", "95.00"]).await?;
    see("the kept drafts", pairs(&[("甲", "86")]), async || kept_rates(&page).await).await?;
    visit.end().await
}

#[tokio::test]
async fn a_deleted_draft_waits_among_the_recently_deleted() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.begin("三年评估").await?;
    page.main().fill("草稿名称", "乙").await?;
    page.go("草稿").await?;
    page.main().press("删除“甲”").await?;
    page.see_draft("乙").await?;
    page.reload().await?;
    page.main().see_text("最近删除").await?;
    page.main().press("恢复“甲”").await?;
    page.main().press("打开“甲”").await?;
    page.see_totals(["15.00", "15.00", "95.00"]).await?;
    page.go("草稿").await?;
    page.main().press("删除“甲”").await?;
    // It asks, and with that in sight it can still be left.
    page.main().press("永久删除“甲”").await?;
    let sure = page.main().classed("sure");
    sure.see_text("不能恢复，也不能撤销").await?;
    assert_eq!(page.focused().await?, "不删除");
    sure.press("不删除").await?;
    sure.see_gone().await?;
    page.notice().see_text("已删除“甲”").await?;
    page.main().press("永久删除“甲”").await?;
    sure.press("永久删除，不再保留").await?;
    // What was told before offered to bring it back.
    page.notice().see_text("已永久删除“甲”。").await?;
    page.notice().reading("撤销").see_gone().await?;
    page.main().reading("最近删除").see_gone().await?;
    page.reload().await?;
    see("the kept drafts", pairs(&[("乙", "")]), async || kept_rates(&page).await).await?;
    page.main().reading("最近删除").see_gone().await?;
    visit.end().await
}

/// A draft that could not be saved was once replaced by the next one that was begun.
#[tokio::test]
async fn what_cannot_be_saved_stays_open() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    page.see_saved().await?;
    // Former states would make room, so they go first.
    let fill = "Object.keys(localStorage).filter(key => key.startsWith('zhichuang:backup')).forEach(key => localStorage.removeItem(key));
                for (let size = 1 << 20, at = 0; size > 0; at++) {
                    try { localStorage.setItem('filling' + at, 'x'.repeat(size)) } catch { size >>= 1 }
                }";
    visit.browser.script(fill, Vec::new()).await?;
    page.panel(GOALS).fill(RATE, "86.123456").await?;
    page.notice().see_text("存储空间已满").await?;
    page.go("草稿").await?;
    page.press_begin("三年评估").await?;
    page.see_draft("甲").await?;
    assert_eq!(kept_rates(&page).await?, pairs(&[("甲", "86")]));
    let clear = "Object.keys(localStorage).filter(key => key.startsWith('filling')).forEach(key => localStorage.removeItem(key))";
    visit.browser.script(clear, Vec::new()).await?;
    page.begin("三年评估").await?;
    page.see_draft("三年评估").await?;
    let mut kept = kept_rates(&page).await?;
    kept.sort();
    assert_eq!(kept, pairs(&[("", ""), ("甲", "86.123456")]));
    visit.end().await
}
