//! Rows that are added, removed, moved and copied.

use browser_tests::{Key, Outcome, Visit, see};
use serde_json::json;

/// A first visit with members of these names.
async fn with_members(names: &[&str]) -> Outcome<Visit> {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("成员与股权").await?;
    for (at, name) in names.iter().enumerate() {
        page.main().press("＋ 添加成员").await?;
        page.main().entry(&format!("第 {} 个成员", at + 1)).fill("单位名称", name).await?;
    }
    Ok(visit)
}

/// The names in the rows, in their order.
async fn names(visit: &Visit) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('.members .words input')].map(field => field.value)";
    Ok(serde_json::from_value(visit.browser.script(script, Vec::new()).await?)?)
}

async fn see_names(visit: &Visit, expected: &[&str]) -> Outcome {
    let expected: Vec<String> = expected.iter().map(|name| (*name).to_owned()).collect();
    see("the members", expected, async || names(visit).await).await
}

/// The next row slides under the pointer: the second click of a double click once took it too, and the notice offered to
/// bring back one of the two.
#[tokio::test]
async fn a_double_click_removes_one_row_and_moves_one_by_one() -> Outcome {
    let visit = with_members(&["洛阳轴承研究所", "乙", "丙"]).await?;
    let main = visit.page().main();
    main.double_press("删除第 1 个成员").await?;
    see_names(&visit, &["乙", "丙"]).await?;
    visit.page().notice().see_text("已删除成员“洛阳轴承研究所”。").await?;
    visit.page().notice().press("撤销").await?;
    see_names(&visit, &["洛阳轴承研究所", "乙", "丙"]).await?;
    visit.page().notice().see_text("已撤销：删除成员“洛阳轴承研究所”。").await?;
    main.double_press("下移第 1 个成员").await?;
    see_names(&visit, &["乙", "洛阳轴承研究所", "丙"]).await?;
    main.double_press("上移第 3 个成员").await?;
    see_names(&visit, &["乙", "丙", "洛阳轴承研究所"]).await?;
    visit.end().await
}

#[tokio::test]
async fn a_double_click_copies_a_draft_once() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.main().double_press("复制“三年评估”").await?;
    page.see_draft("三年评估（副本）").await?;
    page.see_saved().await?;
    assert_eq!(page.kept_drafts().await?.len(), 2);
    // The copy is called by the unit that it is about, and not by that of what it was copied from.
    page.main().fill("单位名称", "乙中心").await?;
    page.see_draft("乙中心 三年评估（副本）").await?;
    visit.end().await
}

#[tokio::test]
async fn who_adds_a_row_goes_on_in_it_and_who_removes_one_at_the_next() -> Outcome {
    let visit = with_members(&["甲", "乙", "丙"]).await?;
    let (page, main) = (visit.page(), visit.page().main());
    main.press("＋ 添加成员").await?;
    see("the focus", "单位名称", async || page.focused().await).await?;
    page.keys("丁").await?;
    see_names(&visit, &["甲", "乙", "丙", "丁"]).await?;
    main.press("删除第 2 个成员").await?;
    see("the focus", "第 2 个成员", async || page.focused().await).await?;
    page.keys(Key::Tab).await?;
    page.keys("一").await?;
    see("the row that is typed into", true, async || Ok(names(&visit).await?[1].contains('一'))).await?;
    main.press("删除第 3 个成员").await?;
    see("the focus", "第 2 个成员", async || page.focused().await).await?;
    main.press("删除第 2 个成员").await?;
    main.press("删除第 1 个成员").await?;
    see("the focus", "＋ 添加成员", async || page.focused().await).await?;
    visit.end().await
}

/// The links to the rows that a fact counts in once stood between one field and the next.
#[tokio::test]
async fn tab_goes_from_a_number_to_the_next_field() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("基础数据").await?;
    page.main().fill("稳定工作半年以上的人员", "36").await?;
    page.keys(Key::Tab).await?;
    assert_eq!(page.focused().await?, "从事研发和相关技术创新活动的科技人员");
    visit.end().await
}

/// A row that is moved or taken away while the focus is in it tells of being left: it once spoke for the row in its place.
#[tokio::test]
async fn a_row_that_goes_away_under_the_focus_changes_no_other() -> Outcome {
    let visit = with_members(&["甲", "乙", "丙"]).await?;
    let (page, main) = (visit.page(), visit.page().main());
    main.press("下移第 1 个成员").await?;
    see_names(&visit, &["乙", "甲", "丙"]).await?;
    main.entry("第 2 个成员").type_on("单位名称", "").await?;
    page.keys(Key::Control + "z").await?;
    see_names(&visit, &["甲", "乙", "丙"]).await?;
    main.press("删除第 1 个成员").await?;
    page.notice().press("撤销").await?;
    see_names(&visit, &["甲", "乙", "丙"]).await?;
    main.entry("第 1 个成员").type_on("单位名称", "").await?;
    page.keys(Key::Control + "y").await?;
    see_names(&visit, &["乙", "丙"]).await?;
    page.keys(Key::Control + "z").await?;
    see_names(&visit, &["甲", "乙", "丙"]).await?;
    see("the kept names", json!(["甲", "乙", "丙"]), async || {
        let draft = page.draft_saved_last().await?;
        let members = draft["members"].as_array().cloned().unwrap_or_default();
        Ok(members.iter().map(|member| member["name"].clone()).collect::<serde_json::Value>())
    })
    .await?;
    visit.end().await
}

/// A frame later the row gets the focus; whoever had gone to another place by then once found the program ended.
#[tokio::test]
async fn one_may_be_gone_before_the_next_frame() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    let slow = "const frame = requestAnimationFrame.bind(window);
                window.requestAnimationFrame = act => frame(() => setTimeout(() => act(performance.now()), 300))";
    visit.browser.devtools("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({"source": slow})).await?;
    page.reload().await?;
    page.begin("三年评估").await?;
    page.go("成员与股权").await?;
    for button in ["＋ 添加成员", "删除第 1 个成员"] {
        let leave = "[...document.querySelectorAll('main button')]
                         .find(one => (one.ariaLabel || one.innerText).trim() === arguments[0]).click();
                     location.hash = '#/dates'";
        visit.browser.script(leave, vec![button.into()]).await?;
        page.see_title("日期").await?;
        // By then what was to happen a frame later has happened.
        let late = "const done = arguments[arguments.length - 1];
                    requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        visit.browser.script_with_answer(late).await?;
        page.go("成员与股权").await?;
    }
    page.main().see_text("还没有股东").await?;
    visit.end().await
}
