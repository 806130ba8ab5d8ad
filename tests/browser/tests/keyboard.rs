//! A whole self-assessment by keyboard alone: nothing here points or clicks.

use browser_tests::{Key, Outcome, Page, Visit, case, see, see_that};

/// The focus is on something, and can be seen.
async fn assert_focus_is_seen(page: Page<'_>, visit: &Visit) -> Outcome {
    let script = "const one = document.activeElement, style = getComputedStyle(one);
                  return [one.tagName, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
                      || style.boxShadow !== 'none']";
    let seen = visit.browser.script(script, Vec::new()).await?;
    let here = page.focused().await?;
    assert!(seen[0] != "BODY" && seen[1] == true, "the focus on “{here}” is not to be seen: {seen}");
    Ok(())
}

struct Hands<'a> {
    visit: &'a Visit,
    page: Page<'a>,
}

impl Hands<'_> {
    async fn to(&self, name: &str) -> Outcome {
        self.page.tab_to(name).await?;
        assert_focus_is_seen(self.page, self.visit).await
    }

    async fn press(&self, name: &str) -> Outcome {
        self.to(name).await?;
        self.page.keys(Key::Enter).await
    }

    async fn fill(&self, label: &str, text: &str) -> Outcome {
        self.to(label).await?;
        self.page.keys(Key::Control + "a").await?;
        self.page.keys(text).await
    }

    /// Chooses the option so many places after the one that is chosen.
    async fn choose(&self, question: &str, after: usize) -> Outcome {
        see_that(&format!("the question {question}"), async || {
            let here = self.group().await?;
            if here != question {
                self.page.keys(Key::Tab + "").await?;
            }
            Ok((here == question, here))
        })
        .await?;
        for _ in 0..after {
            self.page.keys(Key::Right).await?;
        }
        Ok(())
    }

    /// The question that the focused option belongs to.
    async fn group(&self) -> Outcome<String> {
        let script =
            "return document.activeElement.closest('fieldset')?.querySelector('legend')?.innerText.trim() ?? ''";
        let found = self.visit.browser.script(script, Vec::new()).await?;
        Ok(found.as_str().unwrap_or_default().to_owned())
    }

    async fn open(&self, row: &str) -> Outcome {
        self.press(row).await?;
        see(&format!("whether {row} is open"), true, async || self.page.is_open(row).await).await
    }

    /// Goes to a place by the navigation, from the top of the page.
    async fn go(&self, place: &str) -> Outcome {
        self.page.reload().await?;
        self.press(place).await?;
        self.page.see_room().await
    }
}

#[tokio::test]
async fn the_ordinary_case_is_assessed_without_a_mouse() -> Outcome {
    let expected = case("ordinary.expected.json")?;
    let visit = Visit::begin().await?;
    let page = visit.page();
    let hands = Hands { visit: &visit, page };
    page.see_room().await?;
    hands.press("新建空白草稿").await?;
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
    hands.fill("草稿名称", "一般中心").await?;
    for (label, day) in [("考评期自", "2023-07-01"), ("至", "2026-06-30")] {
        hands.to(label).await?;
        page.type_date(day).await?;
    }
    hands.go("按事实填").await?;
    hands.fill("建设目标完成率", "86.5").await?;
    hands.choose("取得良好的经济和社会效益", 1).await?;
    for (label, number) in
        [("稳定工作半年以上的人员", "26"), ("从事研发和相关技术创新活动的科技人员", "30"), ("职工总数", "75")]
    {
        hands.fill(label, number).await?;
    }
    hands.choose("拥有本领域院士或行业领军专家", 2).await?;
    page.see_saved().await?;
    hands.go("评估表").await?;
    hands.open("专利布局导航梳理").await?;
    hands.choose("专利布局导航梳理", 3).await?;
    see("the navigation's figures", "3.00", async || Ok(page.figures("专利布局导航梳理").await?[1].clone()))
        .await?;
    hands.go("成员与股权").await?;
    hands.press("＋ 添加成员").await?;
    // The cursor waits in the new row.
    hands.page.keys("牵头企业").await?;
    hands.to("类型").await?;
    assert_focus_is_seen(page, &visit).await?;
    hands.to("本领域排名").await?;
    page.keys("国").await?;
    hands.to("股东").await?;
    page.keys(" ").await?;
    hands.fill("出资额", "350").await?;
    page.see_saved().await?;
    hands.go("财务").await?;
    hands.press("＋ 添加年度").await?;
    hands.fill("成本费用", "900").await?;
    page.see_saved().await?;
    hands.go("口径与说明").await?;
    page.see_saved().await?;
    let draft = page.draft_saved_last().await?;
    assert_eq!(draft["facts"]["goals.completion_rate"], "86.5");
    assert_eq!(draft["facts"]["ip.navigation"], "partial");
    assert_eq!(draft["members"][0]["rank"], "national_top5");
    assert_eq!(draft["members"][0]["contribution"], "350");
    assert!(expected["score"].is_object());
    visit.end().await
}
