//! The program itself breaks: the page says so, the draft is safe, and can be taken along.

use browser_tests::{Outcome, Visit, see, see_that};
use serde_json::Value;

const RATE: &str = "建设目标完成率";

/// Asks the running module for more memory than there is, so that it really ends in a trap.
const BREAK: &str = "const script = [...document.querySelectorAll('link[rel=modulepreload]')]
                         .find(link => link.href.includes('/zhichuang-')).href;
                     import(script).then(module => module.default()).then(program =>
                         setTimeout(() => program.__wbindgen_malloc(-1, 1)))";

#[tokio::test]
async fn a_broken_program_says_so_and_offers_the_draft() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.main().fill("草稿名称", "甲").await?;
    page.go("基础数据").await?;
    page.main().fill(RATE, "86").await?;
    visit.browser.script(BREAK, Vec::new()).await?;
    page.crash().see_text("程序出错，不能继续").await?;
    page.crash().see_text("已填写的内容都保存在本浏览器里，请重新载入本页").await?;
    let inert = "return [...document.body.children].filter(part => !part.inert).map(part => part.className)";
    see("what can still be used", serde_json::json!(["crash"]), async || {
        visit.browser.script(inert, Vec::new()).await
    })
    .await?;
    page.crash().press("下载草稿文件").await?;
    let draft: Value = serde_json::from_str(&visit.browser.downloaded().await?.1)?;
    assert_eq!((&draft["name"], &draft["facts"]["goals.completion_rate"]), (&"甲".into(), &"86".into()));
    page.crash().press("重新载入").await?;
    page.see_draft("甲").await?;
    page.see_totals(["15.00", "15.00", "95.00"]).await?;
    page.main().fill(RATE, "100").await?;
    see_that("the kept draft", async || {
        let kept = page.kept_drafts().await?;
        Ok((kept[0]["facts"]["goals.completion_rate"] == "100", format!("{kept:?}")))
    })
    .await?;
    let complaints = visit.browser.complaints().await?;
    assert!(complaints.iter().all(|complaint| complaint.contains("unreachable")), "{complaints:#?}");
    visit.browser.close().await
}
