//! Two windows of one browser.

use browser_tests::{Outcome, Page, Visit, see};
use serde_json::Value;
use thirtyfour::WindowHandle;

const RATE: &str = "建设目标完成率";
const BEHIND: &str = "这份草稿刚在另一个窗口里改过。两边的内容都保留：本窗口的内容已另存为一份新草稿。";

/// A draft 甲 that two windows have open on the page of facts.
struct Pair {
    visit: Visit,
    one: WindowHandle,
    other: WindowHandle,
}

impl Pair {
    async fn open() -> Outcome<Pair> {
        let visit = Visit::with_blank_draft().await?;
        let (page, driver) = (visit.page(), &visit.browser.driver);
        page.go("草稿").await?;
        page.main().fill("草稿名称", "甲").await?;
        page.see_saved().await?;
        page.go("基础数据").await?;
        let one = driver.window().await?;
        visit.browser.script("window.other = window.open(location.href)", Vec::new()).await?;
        let all = driver.windows().await?;
        let other = all.into_iter().find(|window| *window != one).ok_or("no other window")?;
        driver.switch_to_window(other.clone()).await?;
        page.see_draft("甲").await?;
        // The field is there once its room has been loaded.
        page.main().see_value(RATE, "").await?;
        Ok(Pair { visit, one, other })
    }

    async fn at(&self, window: &WindowHandle) -> Outcome<Page<'_>> {
        self.visit.browser.driver.switch_to_window(window.clone()).await?;
        Ok(self.visit.page())
    }

    /// Types in both windows before either has saved, first in one: in one go, for keys pressed one after
    /// another may be further apart than a save.
    async fn type_in_both(&self) -> Outcome {
        self.at(&self.one).await?;
        let script = "const type = (page, text) => {
                          const label = [...page.document.querySelectorAll('main label')]
                              .find(label => label.textContent.trim() === arguments[0]);
                          label.control.value = text;
                          label.control.dispatchEvent(new page.InputEvent('input', {bubbles: true}));
                      };
                      type(window, '70');
                      type(window.other, '90');";
        self.visit.browser.script(script, vec![RATE.into()]).await.map(drop)
    }

    /// The rate in every kept draft, by the draft's name.
    async fn see_kept(&self, expected: &[(&str, &str)]) -> Outcome {
        let mut expected: Vec<(String, String)> =
            expected.iter().map(|(name, rate)| ((*name).to_owned(), (*rate).to_owned())).collect();
        expected.sort();
        see("the kept drafts", expected, async || {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let drafts = self.visit.page().kept_drafts().await?;
            let rate = |draft: &Value| text(&draft["facts"]["goals.completion_rate"]);
            let mut kept: Vec<_> = drafts.iter().map(|draft| (text(&draft["name"]), rate(draft))).collect();
            kept.sort();
            Ok(kept)
        })
        .await
    }
}

/// An old window once overwrote what a new one had saved.
#[tokio::test]
async fn where_both_have_typed_the_one_behind_is_told_and_both_versions_stay() -> Outcome {
    let pair = Pair::open().await?;
    pair.type_in_both().await?;
    let page = pair.at(&pair.other).await?;
    page.notice().see_text(BEHIND).await?;
    page.see_draft("甲（本窗口另存）").await?;
    page.main().see_value(RATE, "90").await?;
    pair.see_kept(&[("甲", "70"), ("甲（本窗口另存）", "90")]).await?;
    // Both go on, each with its own.
    page.main().fill(RATE, "91").await?;
    pair.at(&pair.one).await?.main().fill(RATE, "71").await?;
    pair.see_kept(&[("甲", "71"), ("甲（本窗口另存）", "91")]).await?;
    pair.visit.end().await
}

#[tokio::test]
async fn the_other_windows_version_can_be_chosen() -> Outcome {
    let pair = Pair::open().await?;
    pair.type_in_both().await?;
    let page = pair.at(&pair.other).await?;
    page.notice().see_text(BEHIND).await?;
    page.notice().press("改用另一窗口的").await?;
    page.see_draft("甲").await?;
    page.main().see_value(RATE, "70").await?;
    pair.see_kept(&[("甲", "70")]).await?;
    page.go("草稿").await?;
    page.main().press("恢复“甲（本窗口另存）”").await?;
    pair.see_kept(&[("甲", "70"), ("甲（本窗口另存）", "90")]).await?;
    pair.visit.end().await
}

#[tokio::test]
async fn this_windows_version_can_be_chosen_and_the_other_one_comes_back() -> Outcome {
    let pair = Pair::open().await?;
    pair.type_in_both().await?;
    let page = pair.at(&pair.other).await?;
    page.notice().see_text(BEHIND).await?;
    page.notice().press("以本窗口的为准").await?;
    page.see_draft("甲").await?;
    page.main().see_value(RATE, "90").await?;
    pair.see_kept(&[("甲", "90")]).await?;
    // The other window had nothing unsaved, so it follows, and can take that back.
    let page = pair.at(&pair.one).await?;
    page.main().see_value(RATE, "90").await?;
    page.head().press("撤销").await?;
    page.notice().see_text("已撤销：另一个窗口里的修改。").await?;
    page.main().see_value(RATE, "70").await?;
    pair.see_kept(&[("甲", "70")]).await?;
    pair.visit.end().await
}

#[tokio::test]
async fn a_window_with_nothing_unsaved_follows() -> Outcome {
    let pair = Pair::open().await?;
    pair.at(&pair.one).await?.main().fill(RATE, "70").await?;
    pair.see_kept(&[("甲", "70")]).await?;
    let page = pair.at(&pair.other).await?;
    page.main().see_value(RATE, "70").await?;
    page.see_totals(["10.00", "10.00", "90.00"]).await?;
    page.main().fill(RATE, "90").await?;
    pair.see_kept(&[("甲", "90")]).await?;
    pair.at(&pair.one).await?.main().see_value(RATE, "90").await?;
    pair.visit.end().await
}

#[tokio::test]
async fn a_draft_deleted_in_one_window_lives_on_where_it_is_changed() -> Outcome {
    let pair = Pair::open().await?;
    pair.at(&pair.one).await?.main().fill(RATE, "70").await?;
    pair.see_kept(&[("甲", "70")]).await?;
    let page = pair.at(&pair.one).await?;
    page.go("草稿").await?;
    page.main().press("删除“甲”").await?;
    pair.see_kept(&[]).await?;
    let page = pair.at(&pair.other).await?;
    page.notice().see_text("这份草稿刚在另一个窗口里删除").await?;
    page.main().see_value(RATE, "70").await?;
    page.main().fill(RATE, "90").await?;
    pair.see_kept(&[("甲", "90")]).await?;
    page.go("草稿").await?;
    page.main().reading("最近删除").see_gone().await?;
    pair.visit.end().await
}

#[tokio::test]
async fn windows_on_different_drafts_never_touch_each_other() -> Outcome {
    let pair = Pair::open().await?;
    let page = pair.at(&pair.other).await?;
    page.go("草稿").await?;
    page.begin("三年评估").await?;
    page.see_draft("三年评估").await?;
    page.go("基础数据").await?;
    pair.type_in_both().await?;
    pair.see_kept(&[("", "90"), ("甲", "70")]).await?;
    for (window, draft, rate) in [(&pair.one, "甲", "70"), (&pair.other, "三年评估", "90")] {
        let page = pair.at(window).await?;
        page.see_draft(draft).await?;
        page.main().see_value(RATE, rate).await?;
        assert_eq!(page.notice().text().await?, "", "nobody has anything to say about it");
    }
    pair.visit.end().await
}

/// A trial that ended in another window once left the sentence standing that what is typed is only tried out.
#[tokio::test]
async fn a_trial_that_ends_elsewhere_is_told() -> Outcome {
    let pair = Pair::open().await?;
    let page = pair.at(&pair.one).await?;
    page.bar().press("试算").await?;
    page.see_saved().await?;
    let other = pair.at(&pair.other).await?;
    other.notice().see_text("另一个窗口开始了试算").await?;
    other.trial().press("放弃试算").await?;
    other.see_saved().await?;
    let page = pair.at(&pair.one).await?;
    page.notice().see_text("试算已在另一个窗口里结束：从现在起，填的数写进主稿。").await?;
    page.main().fill(RATE, "70").await?;
    page.see_totals(["10.00", "10.00", "90.00"]).await?;
    pair.visit.end().await
}
