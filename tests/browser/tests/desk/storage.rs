//! Faults of the browser's storage, each made to happen: nothing is lost, and the page says what to do.

use std::path::Path;

use browser_tests::{Outcome, Page, Setup, Visit, see, see_that};
use serde_json::{Value, json};

const RATE: &str = "建设目标完成率";

/// A first visit with a draft of this name, open on the page of facts.
async fn with_draft(name: &str, rate: &str) -> Outcome<Visit> {
    let visit = Visit::begin().await?;
    begin_draft(visit.page(), name, rate).await?;
    Ok(visit)
}

async fn begin_draft(page: Page<'_>, name: &str, rate: &str) -> Outcome {
    page.begin("三年评估").await?;
    page.see_draft("三年评估").await?;
    page.go("草稿").await?;
    page.main().fill("草稿名称", name).await?;
    page.go("基础数据").await?;
    page.main().fill(RATE, rate).await?;
    page.see_saved().await
}

async fn store(visit: &Visit, key: &str, text: &str) -> Outcome {
    visit
        .browser
        .script("localStorage.setItem(arguments[0], arguments[1])", vec![key.into(), text.into()])
        .await?;
    Ok(())
}

/// Makes an entry the one that was open last, for a window that has no draft of its own.
async fn open_last(visit: &Visit, id: &str) -> Outcome {
    visit.browser.script("sessionStorage.clear()", Vec::new()).await?;
    store(visit, "zhichuang:last", id).await
}

async fn stored(visit: &Visit, key: &str) -> Outcome<Value> {
    visit.browser.script("return localStorage.getItem(arguments[0])", vec![key.into()]).await
}

async fn see_names(page: Page<'_>, expected: &[&str]) -> Outcome {
    see("the kept drafts", expected.iter().map(|name| json!(name)).collect::<Vec<_>>(), async || {
        let mut names: Vec<Value> = page.kept_drafts().await?.iter().map(|draft| draft["name"].clone()).collect();
        names.sort_by_key(Value::to_string);
        Ok(names)
    })
    .await
}

#[tokio::test]
async fn where_storage_is_forbidden_the_page_says_so_and_works() -> Outcome {
    // What an office sets by policy: no site may keep anything.
    let forbidding = json!({"profile.default_content_setting_values.cookies": 2});
    let visit = Visit::begin_with(Setup { preferences: Some(forbidding), ..Setup::default() }).await?;
    let page = visit.page();
    page.main().see_text("浏览器不允许本页保存数据").await?;
    page.main().see_text("关闭前请导出文件").await?;
    page.begin("三年评估").await?;
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
    see("what the head says about saving", "没有保存！", async || page.saving().await).await?;
    page.go("基础数据").await?;
    page.main().fill(RATE, "86").await?;
    page.see_totals(["15.00", "15.00", "95.00"]).await?;
    page.head().press("导出文件").await?;
    let (_, text) = visit.browser.downloaded().await?;
    assert_eq!(serde_json::from_str::<Value>(&text)?["facts"]["goals.completion_rate"], "86");
    visit.end().await
}

#[tokio::test]
async fn what_the_browser_clears_while_the_page_is_open_comes_back() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    page.go("草稿").await?;
    begin_draft(page, "乙", "61").await?;
    let origin = visit.site.address();
    let clear = json!({"origin": origin.trim_end_matches('/'), "storageTypes": "local_storage"});
    visit.browser.devtools("Storage.clearDataForOrigin", clear).await?;
    page.main().fill(RATE, "62").await?;
    page.notice().see_text("已经恢复").await?;
    see_names(page, &["乙", "甲"]).await?;
    page.see_draft("乙").await?;
    page.main().see_value(RATE, "62").await?;
    page.go("草稿").await?;
    page.main().press("打开“甲”").await?;
    page.see_totals(["15.00", "15.00", "95.00"]).await?;
    visit.end().await
}

/// Entries that are no drafts: cut off, not ours, and nonsense.
const UNREADABLE: [(&str, &str); 3] = [
    (
        "zhichuang:draft:cut",
        r#"{"stored":1,"revision":3,"saved_at":1700000000000,"draft":{"format":"zhichuang-dr"#,
    ),
    ("zhichuang:draft:foreign", r#"{"theme":"dark","tabs":[1,2,3]}"#),
    ("zhichuang:draft:nonsense", "\u{0}\u{7}����"),
];

#[tokio::test]
async fn what_cannot_be_read_is_kept_aside_and_harms_no_other() -> Outcome {
    for (key, text) in UNREADABLE {
        let visit = with_draft("甲", "86").await?;
        let page = visit.page();
        store(&visit, key, text).await?;
        open_last(&visit, key.trim_start_matches("zhichuang:draft:")).await?;
        page.reload().await?;
        page.notice().see_text("读不出来，已原样保留，可以下载后查看；其他草稿不受影响").await?;
        page.see_draft("甲").await?;
        page.go("草稿").await?;
        page.main().press("下载原样内容“（未命名草稿）”").await?;
        let (name, downloaded) = visit.browser.downloaded().await?;
        assert_eq!((name.as_str(), downloaded.as_str()), ("无法读取的草稿.txt", text));
        page.go("基础数据").await?;
        page.main().fill(RATE, "90").await?;
        page.see_saved().await?;
        assert_eq!(stored(&visit, key).await?, text, "the entry was changed");
        visit.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_a_newer_version_saved_is_shown_and_never_written_to() -> Outcome {
    let newer_file =
        r#"{"stored":1,"revision":4,"saved_at":9,"draft":{"format":"zhichuang-draft","version":3,"name":"丙"}}"#;
    for (text, name) in [(r#"{"stored":2,"parts":["…"]}"#, "（新版本的草稿）"), (newer_file, "丙")] {
        let visit = with_draft("甲", "86").await?;
        let page = visit.page();
        store(&visit, "zhichuang:draft:newer", text).await?;
        open_last(&visit, "newer").await?;
        page.reload().await?;
        page.notice()
            .see_text("由更新版本的制创自评保存，这里只原样保留、可以下载，不会改动它。请重新载入页面")
            .await?;
        page.see_draft("甲").await?;
        page.go("草稿").await?;
        page.main().press(&format!("下载原样内容“{name}”")).await?;
        assert_eq!(visit.browser.downloaded().await?.1, text);
        assert_eq!(stored(&visit, "zhichuang:draft:newer").await?, text, "the entry was changed");
        visit.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_draft_of_every_older_version_opens() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../drafts");
    let mut count = 0;
    for entry in std::fs::read_dir(folder)? {
        let draft: Value = serde_json::from_str(&std::fs::read_to_string(entry?.path())?)?;
        let stored = json!({"stored": 1, "revision": 1, "saved_at": 1, "draft": draft});
        store(&visit, "zhichuang:draft:old", &stored.to_string()).await?;
        open_last(&visit, "old").await?;
        page.reload().await?;
        page.see_draft(draft["name"].as_str().ok_or("a draft without a name")?).await?;
        page.head().press("导出文件").await?;
        let exported: Value = serde_json::from_str(&visit.browser.downloaded().await?.1)?;
        let mut facts = draft["facts"].clone();
        if draft["version"] == 1 {
            // What version 1 called a plan had begun.
            facts["planning.begun"] = json!(true);
        }
        assert_eq!(exported["facts"], facts);
        count += 1;
    }
    assert!(count > 0, "there is no old draft");
    visit.end().await
}

/// Lets the test set the page's clock: `clock` milliseconds, which pass only as the test says.
const CLOCK: &str = "window.clock = 1.8e12; Date.now = () => window.clock;";

async fn with_clock(name: &str, rate: &str) -> Outcome<Visit> {
    let visit = Visit::begin().await?;
    visit.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": CLOCK})).await?;
    visit.page().reload().await?;
    begin_draft(visit.page(), name, rate).await?;
    Ok(visit)
}

async fn pass(visit: &Visit, minutes: i64) -> Outcome {
    visit.browser.script("window.clock += arguments[0] * 60000", vec![minutes.into()]).await.map(drop)
}

/// The rate in the one kept draft, once it is saved.
async fn see_kept_rate(page: Page<'_>, expected: &str) -> Outcome {
    see_that("the kept rate", async || {
        let kept = page.kept_drafts().await?;
        Ok((kept.iter().any(|draft| draft["facts"]["goals.completion_rate"] == expected), format!("{kept:?}")))
    })
    .await
}

/// Which state is newer is told by a count, not by the clock.
#[tokio::test]
async fn a_clock_that_stands_still_or_is_set_back_loses_nothing() -> Outcome {
    let visit = with_clock("甲", "61").await?;
    let page = visit.page();
    for (minutes, rate) in [(0, "62"), (0, "63"), (-60 * 24 * 400, "64"), (0, "65")] {
        pass(&visit, minutes).await?;
        page.main().fill(RATE, rate).await?;
        see_kept_rate(page, rate).await?;
    }
    page.reload().await?;
    page.go("基础数据").await?;
    page.main().see_value(RATE, "65").await?;
    see_names(page, &["甲"]).await?;
    // Two drafts begun in one millisecond are two drafts.
    page.go("草稿").await?;
    page.begin("三年评估").await?;
    page.see_draft("三年评估").await?;
    page.go("草稿").await?;
    page.begin("三年评估").await?;
    see_names(page, &["", "", "甲"]).await?;
    visit.end().await
}

#[tokio::test]
async fn former_states_can_be_gone_back_to_and_that_can_be_undone() -> Outcome {
    let visit = with_clock("甲", "60").await?;
    let page = visit.page();
    for rate in ["80", "100"] {
        pass(&visit, 11).await?;
        page.main().fill(RATE, rate).await?;
        see_kept_rate(page, rate).await?;
        page.go("草稿").await?;
        page.go("基础数据").await?;
    }
    page.go("草稿").await?;
    page.main().press_summary("历史版本").await?;
    page.main().see_text("自评 0.00").await?;
    page.main().see_text("自评 15.00").await?;
    page.main().see_text("上限 2000 KB；放不下时先删最早的，从不挤占草稿").await?;
    page.main().press_first("恢复").await?;
    page.notice().see_text("已恢复").await?;
    see_kept_rate(page, "80").await?;
    page.notice().press("撤销").await?;
    see_kept_rate(page, "100").await?;
    visit.end().await
}

#[tokio::test]
async fn former_states_make_room_for_drafts() -> Outcome {
    let visit = with_clock("甲", "60").await?;
    let page = visit.page();
    let backups = "return Object.keys(localStorage).filter(key => key.startsWith('zhichuang:backup:')).length";
    for rate in ["61", "62"] {
        pass(&visit, 11).await?;
        page.main().fill(RATE, rate).await?;
        see_kept_rate(page, rate).await?;
    }
    assert!(visit.browser.script(backups, Vec::new()).await?.as_u64() > Some(0));
    let fill = "for (let size = 1 << 20, at = 0; size > 0; at++) {
                    try { localStorage.setItem('filling' + at, 'x'.repeat(size)) } catch { size >>= 1 }
                }";
    visit.browser.script(fill, Vec::new()).await?;
    page.main().fill(RATE, "62.123456").await?;
    see_kept_rate(page, "62.123456").await?;
    page.see_saved().await?;
    visit.end().await
}

/// Some browsers put the question to the person, who should know by then what it is about.
#[tokio::test]
async fn the_browser_is_asked_once_to_keep_the_drafts_after_twenty_saves() -> Outcome {
    let visit = Visit::begin().await?;
    let count = "window.asked = 0; const ask = StorageManager.prototype.persist;
                 StorageManager.prototype.persist = function () { window.asked++; return ask.call(this) };";
    visit.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": count})).await?;
    visit.page().reload().await?;
    begin_draft(visit.page(), "甲", "60").await?;
    let page = visit.page();
    let asked = async || visit.browser.script("return window.asked", Vec::new()).await;
    let saves = "const key = Object.keys(localStorage).find(key => key.startsWith('zhichuang:draft:'));
                 return JSON.parse(localStorage.getItem(key)).revision";
    for rate in 1..=24 {
        let before = visit.browser.script(saves, Vec::new()).await?.as_u64();
        page.main().fill(RATE, &(60 + rate % 30).to_string()).await?;
        see_kept_rate(page, &(60 + rate % 30).to_string()).await?;
        let after = visit.browser.script(saves, Vec::new()).await?.as_u64();
        assert!(after > before);
        see("how often the browser was asked", json!(u8::from(after >= Some(20))), asked).await?;
    }
    visit.end().await
}

/// The only draft of a browser, unreadable, once left nothing but a welcome, and a sentence that it could be downloaded.
#[tokio::test]
async fn an_only_draft_that_can_not_be_read_is_shown_with_its_past() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    let key = visit
        .browser
        .script("return Object.keys(localStorage).find(one => one.startsWith('zhichuang:draft:'))", Vec::new())
        .await?;
    let key = key.as_str().ok_or("no draft")?.to_owned();
    store(&visit, &key, "@@@").await?;
    page.reload().await?;
    page.see_title("草稿").await?;
    page.notice().see_text("它最后的内容已放进“草稿”页里它的历史版本").await?;
    page.main().see_text("读不出来，已原样保留").await?;
    page.main().press("下载原样内容“（未命名草稿）”").await?;
    assert_eq!(visit.browser.downloaded().await?.1, "@@@");
    // What the journal held stands among its former states.
    page.main().press_first("作为新草稿打开").await?;
    page.go("基础数据").await?;
    page.main().see_value(RATE, "86").await?;
    assert_eq!(stored(&visit, &key).await?, "@@@", "the entry was changed");
    visit.end().await
}

/// With no room in the store the journal once got nothing either, and a reload took what was typed since.
#[tokio::test]
async fn what_finds_no_room_is_there_after_a_reload() -> Outcome {
    let visit = with_draft("甲", "86").await?;
    let page = visit.page();
    let fill = "let size = 1 << 20; let at = 0;
                while (size > 8) { try { localStorage.setItem('x' + at++, 'x'.repeat(size)) } catch { size >>= 1 } }";
    visit.browser.script(fill, Vec::new()).await?;
    page.go("评估表").await?;
    let row = page.open_row("建设目标完成情况").await?;
    let note = "九月再核。".repeat(200);
    row.fill("备注（本中心自己看的说明）", &note).await?;
    page.notice().see_text("存储空间已满，最近的修改没有保存").await?;
    page.notice().see_text("在“最近删除”里永久删除").await?;
    // Past the question whether to leave, which the page asks for good reason.
    visit
        .browser
        .script(
            "window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), true)",
            Vec::new(),
        )
        .await?;
    page.reload().await?;
    page.notice().see_text("上次没存进去的内容取回来了，就在这个页面里，但还没有保存").await?;
    let row = page.open_row("建设目标完成情况").await?;
    row.see_value("备注（本中心自己看的说明）", &note).await?;
    see("what the head says about saving", "没有保存！", async || page.saving().await).await?;
    // Once there is room, the next change saves it.
    visit
        .browser
        .script(
            "Object.keys(localStorage).filter(one => one[0] === 'x').forEach(one => localStorage.removeItem(one))",
            Vec::new(),
        )
        .await?;
    row.fill("建设目标完成率", "87").await?;
    page.see_saved().await?;
    page.reload().await?;
    let row = page.open_row("建设目标完成情况").await?;
    row.see_value("备注（本中心自己看的说明）", &note).await?;
    row.see_value("建设目标完成率", "87").await?;
    visit.end().await
}
