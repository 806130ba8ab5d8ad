//! Sentences at the foot of the page about what just happened.

use std::time::Duration;

use browser_tests::{Key, Outcome, Visit, see_within};
use serde_json::json;

#[tokio::test]
async fn a_notice_goes_with_its_draft() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("口径与说明").await?;
    page.main().choose("酌情取值", "取高值").await?;
    page.head().press("撤销").await?;
    page.notice().see_text("已撤销：切换酌情取值。").await?;
    page.go("草稿").await?;
    page.main().press("打开一份填好的示例").await?;
    page.see_draft("示例：先进轴承创新中心（虚构）").await?;
    page.notice().classed("notice").see_gone().await?;
    page.foot().classed("told").see_gone().await?;
    // It can be read again where it was said.
    page.go("草稿").await?;
    page.main().press("打开“三年评估”").await?;
    page.foot().press_summary("最近的提示（1）").await?;
    page.foot().see_text("已撤销：切换酌情取值。").await?;
    visit.end().await
}

/// One that offers to undo goes with the next step, which it would take back instead.
#[tokio::test]
async fn no_notice_offers_what_it_does_not_tell_of() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("成员与股权").await?;
    page.main().press("＋ 添加成员").await?;
    page.main().press("删除第 1 个成员").await?;
    page.notice().see_text("已删除一条成员。").await?;
    page.main().press("＋ 添加成员").await?;
    page.notice().classed("notice").see_gone().await?;
    // Deleted and brought back in the list, there is nothing left to bring back.
    page.go("草稿").await?;
    page.main().press("打开一份填好的示例").await?;
    page.go("草稿").await?;
    page.main().press("删除“三年评估”").await?;
    page.notice().see_text("已删除").await?;
    page.main().press("恢复“三年评估”").await?;
    page.notice().see_text("已恢复。").await?;
    page.notice().reading("撤销").see_gone().await?;
    visit.end().await
}

#[tokio::test]
async fn a_notice_without_a_choice_goes_by_itself() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.keys(Key::Control + "s").await?;
    page.notice().see_text("保存在本浏览器").await?;
    see_within(Duration::from_secs(20), "the notice", Vec::<String>::new(), async || {
        page.notice().classed("notice").texts().await
    })
    .await?;
    visit.end().await
}

/// Whether the notice that is there lies over what has the focus.
const COVERED: &str = "const one = document.activeElement.getBoundingClientRect();
    const notice = document.querySelector('.notice').getBoundingClientRect();
    return one.top < notice.bottom && notice.top < one.bottom && one.left < notice.right && notice.left < one.right";

#[tokio::test]
async fn a_notice_covers_no_field_that_has_the_focus() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    for (width, height) in [(360, 740), (1093, 500)] {
        visit.browser.resize(width, height).await?;
        page.go("基础数据").await?;
        page.main().fill("职工总数", "8").await?;
        for block in ["end", "center", "start", "end"] {
            let scroll = format!("document.activeElement.scrollIntoView({{block: '{block}'}})");
            visit.browser.script(&scroll, Vec::new()).await?;
            page.keys(Key::Control + "s").await?;
            page.notice().see_text("保存").await?;
            // It goes by itself after some seconds; until then it is to make way.
            see_within(
                Duration::from_secs(2),
                &format!("whether the field at the {block} is covered"),
                json!(false),
                async || visit.browser.script(COVERED, Vec::new()).await,
            )
            .await?;
        }
    }
    visit.end().await
}
