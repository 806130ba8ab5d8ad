//! The page as a whole: where it works, what it asks for, and who can use it.

use browser_tests::{Outcome, Visit, see};
use serde_json::json;

#[tokio::test]
async fn it_works_in_a_sub_folder_and_asks_nobody_else_for_anything() -> Outcome {
    let visit = Visit::begin_under("/any/folder/").await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.see_saved().await?;
    for place in page.places() {
        page.go(place).await?;
    }
    page.head().press("导出文件").await?;
    visit.browser.downloaded().await?;
    page.reload().await?;
    page.go("评估表").await?;
    assert!(visit.site.address().ends_with("/any/folder/"));
    // The end of every visit sees to it that nobody else was asked; here that the log it goes by is one.
    let all = visit.browser.requests().await?;
    assert!(all.iter().any(|address| address.ends_with(".wasm")), "the log lacks the program: {all:#?}");
    visit.end().await
}

/// The page's policy word by word, and that the browser holds to it.
#[tokio::test]
async fn the_page_runs_nothing_but_its_own_files() -> Outcome {
    let visit = Visit::begin().await?;
    let policy = "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content";
    let policy = visit.browser.script(policy, Vec::new()).await?;
    let expected = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                    connect-src 'self'; base-uri 'none'; form-action 'none'";
    assert_eq!(policy, expected);
    let attempt = "window.ran = [];
                   const script = document.createElement('script');
                   script.textContent = 'ran.push(\"inline\")';
                   document.body.append(script);
                   const handler = document.createElement('p');
                   handler.setAttribute('onclick', 'ran.push(\"handler\")');
                   document.body.append(handler);
                   handler.click();
                   setTimeout('ran.push(\"eval\")');
                   const done = arguments[arguments.length - 1];
                   fetch('http://127.0.0.1:9/').catch(() => setTimeout(() => done(ran)))";
    assert_eq!(visit.browser.script_with_answer(attempt).await?, json!([]), "something ran");
    let refused = visit.browser.complaints().await?;
    assert!(
        refused.iter().filter(|complaint| complaint.contains("Content Security Policy")).count() >= 4,
        "{refused:#?}"
    );
    visit.end().await
}

#[tokio::test]
async fn a_place_has_an_address_of_its_own() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    for place in page.places() {
        page.go(place).await?;
        let heading = page.main().text().await?;
        page.reload().await?;
        see(&format!("{place} after a reload"), heading, async || page.main().text().await).await?;
    }
    visit.end().await
}

#[tokio::test]
async fn no_place_scrolls_sideways_on_a_phone() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    visit.browser.resize(360, 740).await?;
    let mut wide = Vec::new();
    let mut measure = async |place: &str| {
        let width = page.width().await?;
        if width > 360 {
            wide.push(format!("{place} is {width} wide"));
        }
        Outcome::Ok(())
    };
    measure("the welcome").await?;
    page.main().press("打开一份填好的示例").await?;
    page.see_saved().await?;
    for place in page.places() {
        page.go(place).await?;
        measure(place).await?;
    }
    page.go("评估表").await?;
    for row in ["依托载体股比构成", "共性关键技术突破（成果鉴定）", "创收", "标准制定"]
    {
        page.open_row(row).await?;
        measure(row).await?;
    }
    assert!(wide.is_empty(), "{wide:#?}");
    visit.end().await
}

#[tokio::test]
async fn on_a_phone_nothing_of_the_way_runs_off_the_edge() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.see_saved().await?;
    visit.browser.resize(360, 740).await?;
    page.go("培育申报").await?;
    for stage in ["培育申报", "遴选", "培育建设", "考核验收", "正式认定"] {
        page.go_to_stage(stage).await?;
        assert!(page.width().await? <= 360, "{stage} is {} wide", page.width().await?);
    }
    for place in ["日期", "年度目标", "总览"] {
        page.go(place).await?;
        assert!(page.width().await? <= 360, "{place} is {} wide", page.width().await?);
        // Where one is can be seen on both levels, also after loading anew.
        page.reload().await?;
        see(&format!("whether {place} is in sight"), json!(true), async || {
            let script = "const here = [...document.querySelectorAll('header nav > a[aria-current]')];
                          return here.every(one => one.getBoundingClientRect().left >= 0 && one.getBoundingClientRect().right <= innerWidth)";
            visit.browser.script(script, Vec::new()).await
        })
        .await?;
    }
    visit.end().await
}
