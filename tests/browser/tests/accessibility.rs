//! Who can use the page: every screen under axe in light and dark, forced colours, large print, and what is said.

use browser_tests::{Key, Outcome, Visit, case_path, see, see_that, stumbling_blocks};
use serde_json::{Value, json};

const RATE: &str = "建设目标完成率";

/// Collects what axe finds, by the screen.
struct Walk<'a> {
    visit: &'a Visit,
    found: Vec<String>,
}

impl Walk<'_> {
    async fn look(&mut self, screen: &str) -> Outcome {
        for scheme in ["light", "dark"] {
            self.visit.browser.prefer(scheme).await?;
            let blocks = stumbling_blocks(&self.visit.browser).await?;
            self.found.extend(blocks.into_iter().map(|block| format!("{screen}, {scheme}: {block}")));
        }
        Ok(())
    }

    async fn places(&mut self, how: &str) -> Outcome {
        let page = self.visit.page();
        for place in page.places() {
            page.go(place).await?;
            self.look(&format!("{place} {how}")).await?;
        }
        Ok(())
    }
}

impl Walk<'_> {
    /// The stages of the way after the first, which a visit to the place shows.
    async fn stages(&mut self, how: &str) -> Outcome {
        let page = self.visit.page();
        page.go("培育申报").await?;
        for stage in ["遴选", "培育建设", "考核验收", "正式认定"] {
            page.go_to_stage(stage).await?;
            self.look(&format!("{stage} {how}")).await?;
        }
        Ok(())
    }
}

#[tokio::test]
async fn axe_finds_nothing_on_any_screen() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    let mut walk = Walk { visit: &visit, found: Vec::new() };
    walk.look("the welcome").await?;
    page.main().press("打开一份填好的示例").await?;
    page.see_saved().await?;
    for row in ["建设目标完成情况", "依托载体股比构成", "共性关键技术突破（成果鉴定）", "标准制定"]
    {
        page.open_row(row).await?;
    }
    walk.places("of the sample").await?;
    walk.stages("of the sample").await?;
    visit.browser.resize(360, 740).await?;
    walk.places("on a phone").await?;
    walk.stages("on a phone").await?;
    assert!(walk.found.is_empty(), "{:#?}", walk.found);
    visit.end().await
}

/// What opens over the page, what a new draft is asked, and the bar of a firm.
#[tokio::test]
async fn axe_finds_nothing_in_the_shell() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    let mut walk = Walk { visit: &visit, found: Vec::new() };
    for (width, height) in [(1093, 500), (360, 740)] {
        visit.browser.resize(width, height).await?;
        for purpose in ["三年评估", "培育与认定"] {
            if !page.kept_drafts().await?.is_empty() {
                page.go("草稿").await?;
            }
            page.press_begin(purpose).await?;
            page.see_title("开始").await?;
            walk.look(&format!("the start for {purpose}, {width} wide")).await?;
            page.go("总览").await?;
            walk.look(&format!("the overview for {purpose}, {width} wide")).await?;
        }
        page.head().press(&page.draft_name().await?).await?;
        page.head().classed("menu-list").see_text("全部草稿").await?;
        walk.look(&format!("the last drafts, {width} wide")).await?;
        page.keys(Key::Escape + "").await?;
    }
    page.head().press("更多").await?;
    page.head().classed("menu-list").see_text("口径").await?;
    walk.look("what a phone has no room for").await?;
    page.keys(Key::Escape + "").await?;
    page.go("草稿").await?;
    page.choose_file(&case_path("ordinary.draft.json")).await?;
    page.main().press("导入").await?;
    page.asked().see_text("这份草稿用来做什么").await?;
    walk.look("a draft from before it was asked").await?;
    assert!(walk.found.is_empty(), "{:#?}", walk.found);
    visit.end().await
}

/// Measures, scenarios side by side, answers, and a trial, at a laptop and on a phone.
#[tokio::test]
async fn axe_finds_nothing_where_something_is_worked_out() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    let mut walk = Walk { visit: &visit, found: Vec::new() };
    page.main().press("打开一份填好的示例").await?;
    page.see_saved().await?;
    page.go("提分清单").await?;
    page.main().press("设为举措：研究队伍").await?;
    page.main().press("设为举措：盈利").await?;
    page.go("举措与方案").await?;
    page.main().entry("第 1 个举措").tick("选用").await?;
    page.main().press("＋ 添加方案").await?;
    page.main().entry("第 2 个举措").tick("选用").await?;
    for (width, height) in [(1093, 500), (360, 740)] {
        visit.browser.resize(width, height).await?;
        for (form, field, wrong) in [("增加人员", "再招科技人员", "六"), ("转让股权", "转让多少", "900")]
        {
            page.go("举措与方案").await?;
            page.main().press(form).await?;
            page.main().fill(field, wrong).await?;
            walk.look(&format!("{form}, {width} wide")).await?;
        }
        for form in ["补一项材料", "换口径"] {
            page.main().press(form).await?;
            walk.look(&format!("{form}, {width} wide")).await?;
        }
        page.go("比选").await?;
        page.main().press_cell("研究队伍", 1).await?;
        walk.look(&format!("a comparison, {width} wide")).await?;
        page.main().press_cell("研究队伍", 1).await?;
        page.go("达标路径").await?;
        walk.look(&format!("the way to a target, {width} wide")).await?;
        page.go("基础数据").await?;
        page.bar().press("试算").await?;
        page.main().fill(RATE, "99").await?;
        page.trial().press_summary("改了 1 处").await?;
        walk.look(&format!("a trial, {width} wide")).await?;
        page.trial().press("放弃试算").await?;
    }
    assert!(walk.found.is_empty(), "{:#?}", walk.found);
    visit.end().await
}

#[tokio::test]
async fn axe_finds_nothing_where_something_went_wrong() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let mut walk = Walk { visit: &visit, found: Vec::new() };
    page.go("基础数据").await?;
    page.main().fill(RATE, "八十六").await?;
    walk.look("a wrong text").await?;
    page.go("草稿").await?;
    page.main().press("复制“三年评估”").await?;
    page.see_draft("三年评估（副本）").await?;
    page.main().press("删除“三年评估”").await?;
    walk.look("a notice, and what was deleted").await?;
    let spoil = "localStorage.setItem('zhichuang:draft:bad', '{');
                 const key = Object.keys(localStorage).find(key => key.startsWith('zhichuang:draft:1'));
                 localStorage.setItem('zhichuang:backup:bad:3:1700000000000', localStorage.getItem(key))";
    visit.browser.script(spoil, Vec::new()).await?;
    page.reload().await?;
    page.main().press_summary("历史版本").await?;
    page.main().see_text("作为新草稿打开").await?;
    walk.look("a draft that can't be read, and former states").await?;
    page.choose_file(&case_path("ordinary.draft.json")).await?;
    page.main().see_text("可以导入").await?;
    walk.look("an offered import").await?;
    page.choose_file(&case_path("ordinary.expected.json")).await?;
    page.main().see_text("没有导入任何内容").await?;
    walk.look("a refused import").await?;
    assert!(walk.found.is_empty(), "{:#?}", walk.found);
    visit.end().await
}

#[tokio::test]
async fn at_twice_the_size_nothing_is_cut_off() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.see_saved().await?;
    // A laptop's page at 200 %: half as many CSS pixels each way.
    visit.browser.resize(720, 450).await?;
    let mut wide = Vec::new();
    for place in page.places() {
        page.go(place).await?;
        let width = page.width().await?;
        if width > 720 {
            wide.push(format!("{place} is {width} wide"));
        }
    }
    assert!(wide.is_empty(), "{wide:#?}");
    // What stays on top may not take the place of what one reads.
    let covered = "return [...document.querySelectorAll('body *')]
                       .filter(part => getComputedStyle(part).position === 'sticky')
                       .reduce((sum, part) => sum + part.getBoundingClientRect().height, 0)";
    let covered = visit.browser.script(covered, Vec::new()).await?.as_f64().ok_or("no height")?;
    assert!(covered < 225.0, "{covered} of 450 pixels are covered");
    visit.end().await
}

/// In forced colours backgrounds are taken away, so the bar's parts must be told by something else.
#[tokio::test]
async fn in_forced_colours_the_parts_of_the_bar_can_be_told_apart() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.see_saved().await?;
    let features = json!([{"name": "forced-colors", "value": "active"}]);
    visit.browser.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await?;
    let looks = "return [...document.querySelectorAll('.score-bar .bar i')].map(part => {
                     const style = getComputedStyle(part);
                     return [style.backgroundColor, style.backgroundImage].join(' ')
                 })";
    let looks = visit.browser.script(looks, Vec::new()).await?;
    let mut looks: Vec<String> = looks.as_array().ok_or("no parts")?.iter().map(Value::to_string).collect();
    assert_eq!(looks.len(), 3, "{looks:?}");
    looks.sort();
    looks.dedup();
    assert_eq!(looks.len(), 3, "two parts look the same: {looks:?}");
    let lines = "return new Set([...document.querySelectorAll('nav a')].map(link => getComputedStyle(link).borderBottomColor)).size";
    assert_eq!(visit.browser.script(lines, Vec::new()).await?, 2, "where one is can't be told");
    visit.end().await
}

/// What is heard of the total: its change once typing rests, and nothing before there is one.
#[tokio::test]
async fn a_new_total_is_said_once_typing_rests() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let watch = "const place = document.querySelector('[role=status].spoken');
                 window.said = [place.textContent];
                 new MutationObserver(() => said.push(place.textContent))
                     .observe(place, {childList: true, characterData: true, subtree: true})";
    visit.browser.script(watch, Vec::new()).await?;
    page.go("基础数据").await?;
    page.main().fill(RATE, "10").await?;
    page.keys("0").await?;
    page.main().choose("取得良好的经济和社会效益", "是").await?;
    page.see_totals(["25.00", "25.00", "100.00"]).await?;
    let said = async || visit.browser.script("return said", Vec::new()).await;
    see("what was said", json!(["", "自评 25.00，最低可得 25.00，最高可得 100.00"]), async || {
        // A text that is replaced is first taken away.
        let said = said().await?;
        Ok(json!(
            said.as_array()
                .ok_or("nothing")?
                .iter()
                .enumerate()
                .filter(|(at, text)| *at == 0 || *text != "")
                .map(|(_, text)| text.clone())
                .collect::<Vec<_>>()
        ))
    })
    .await?;
    // Another draft has another total, and nothing has changed in it.
    page.go("草稿").await?;
    page.begin("三年评估").await?;
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
    page.main().fill("草稿名称", "乙").await?;
    page.see_saved().await?;
    see_that("that nothing was said of the other draft", async || {
        let said = said().await?;
        Ok((!said.to_string().contains("自评 0.00"), said.to_string()))
    })
    .await?;
    visit.end().await
}
