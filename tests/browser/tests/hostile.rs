//! What somebody who wants to harm would put in: refused or handled, never executed, never frozen for long.

use std::path::PathBuf;

use browser_tests::{Outcome, Visit, see_that};
use serde_json::{Value, json};

/// The page may not stand still for longer, in milliseconds.
const LONGEST: f64 = 1000.0;

/// A file for the import, gone with its owner.
struct Hostile(PathBuf);

impl Hostile {
    fn new(name: &str, text: &str) -> Outcome<Hostile> {
        let path = std::env::temp_dir().join(format!("{}-{name}.json", std::process::id()));
        std::fs::write(&path, text)?;
        Ok(Hostile(path))
    }
}

impl Drop for Hostile {
    fn drop(&mut self) {
        // A temporary file that stays does no harm.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Notes the longest task of the page from now on.
async fn watch(visit: &Visit) -> Outcome {
    let script = "window.longest = 0;
                  new PerformanceObserver(list => {
                      for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
                  }).observe({type: 'longtask'})";
    visit.browser.script(script, Vec::new()).await.map(drop)
}

async fn assert_never_frozen(visit: &Visit, what: &str) -> Outcome {
    let longest =
        visit.browser.script("return window.longest", Vec::new()).await?.as_f64().ok_or("nothing watched")?;
    println!("{what}: the page stood still for {longest} ms at most");
    assert!(longest < LONGEST, "{what}: the page stood still for {longest} ms");
    Ok(())
}

fn draft(more: Value) -> Value {
    let mut draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "甲",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
    });
    if let (Some(draft), Value::Object(more)) = (draft.as_object_mut(), more) {
        draft.extend(more);
    }
    draft
}

#[tokio::test]
async fn files_that_are_too_large_or_too_deep_are_refused_at_once() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("草稿").await?;
    let kept = page.storage().await?;
    for (name, text, answer) in [
        ("large", " ".repeat(50_000_000), "有 50 MB，草稿文件不会超过 3 MB，请确认选对了文件。没有导入任何内容。"),
        ("just-small-enough", format!("[{}", "0,".repeat(1_499_000)), "没有导入任何内容"),
        ("deep", "[".repeat(100_000), "没有导入任何内容"),
        ("deep-objects", "{\"a\":".repeat(100_000), "没有导入任何内容"),
        ("faulty", draft(json!({"members": vec![json!({"kind": 1}); 100_000]})).to_string(), "没有导入任何内容"),
    ] {
        watch(&visit).await?;
        let file = Hostile::new(name, &text)?;
        page.choose_file(&file.0).await?;
        page.main().see_text(answer).await?;
        page.main().see_text(&format!("-{name}.json")).await?;
        assert_never_frozen(&visit, name).await?;
    }
    assert_eq!(page.storage().await?, kept, "something was changed");
    visit.end().await
}

/// Names and texts that would be code, or turn the page's writing round, if they were taken for more than text.
#[tokio::test]
async fn what_is_typed_is_never_executed_and_turns_nothing_round() -> Outcome {
    let markup = "<img src=x onerror=\"window.harmed=1\"><script>window.harmed=1</script>{{harm}}";
    let turned = "\u{202e}心中新创\u{202d}<b>";
    let visit = Visit::begin().await?;
    let page = visit.page();
    let text = draft(json!({
        "name": markup,
        "members": [{"name": markup, "kind": "enterprise"}, {"name": turned, "kind": "university"}],
        "evidence": [{"category": "project", "title": markup, "number": turned, "level": "city", "role": "lead"}],
        "notes": {"tech.progress": markup},
        "lines": [{"label": markup, "points": "60"}],
    }));
    let file = Hostile::new("markup", &text.to_string())?;
    page.choose_file(&file.0).await?;
    page.main().press("导入").await?;
    page.see_draft(markup).await?;
    for place in page.places() {
        page.go(place).await?;
    }
    page.main().press(&format!("删除“{markup}”")).await?;
    page.notice().see_text(&format!("已删除“{markup}”")).await?;
    let harm =
        "return [window.harmed ?? null, document.querySelectorAll('main img, main script, body > img').length]";
    assert_eq!(visit.browser.script(harm, Vec::new()).await?, json!([null, 0]));
    let file = Hostile::new("turned", &draft(json!({"name": turned})).to_string())?;
    page.choose_file(&file.0).await?;
    page.main().press("导入").await?;
    let shown = page.draft_name().await?;
    assert!(!shown.contains(['\u{202e}', '\u{202d}']) && shown.contains("心中新创"), "{shown:?}");
    page.head().press("导出文件").await?;
    let exported: Value = serde_json::from_str(&visit.browser.downloaded().await?.1)?;
    assert_eq!(exported["name"], turned, "the file keeps the name as it is");
    visit.end().await
}

#[tokio::test]
async fn ten_thousand_members_and_pieces_of_evidence_stay_usable() -> Outcome {
    let member = |number| json!({"name": format!("成员{number}"), "kind": "enterprise", "shareholder": true, "contribution": "1"});
    let piece = |number| json!({"category": "ip", "title": format!("软件{number}"), "kind": "software", "on": "2024-05-06"});
    let text = draft(json!({
        "members": (0..10_000).map(member).collect::<Vec<_>>(),
        "evidence": (0..10_000).map(piece).collect::<Vec<_>>(),
    }));
    let visit = Visit::begin().await?;
    let page = visit.page();
    watch(&visit).await?;
    let file = Hostile::new("many", &text.to_string())?;
    page.choose_file(&file.0).await?;
    page.main().see_text("成员 10000 个，佐证材料 10000 条").await?;
    page.main().press("导入").await?;
    page.see_saved().await?;
    assert_never_frozen(&visit, "the import").await?;
    for place in page.places() {
        watch(&visit).await?;
        page.go(place).await?;
        assert_never_frozen(&visit, place).await?;
    }
    page.go("成员与股权").await?;
    watch(&visit).await?;
    page.main().entry("第 1 个成员").fill("认缴出资额", "20000").await?;
    see_that("the first share", async || {
        let text = page.main().text().await?;
        Ok((text.contains("66.67%"), String::new()))
    })
    .await?;
    page.see_saved().await?;
    assert_never_frozen(&visit, "typing a contribution").await?;
    visit.end().await
}
