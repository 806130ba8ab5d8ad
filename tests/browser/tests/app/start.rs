//! What the page says before its program runs, and when it can't be started.

use browser_tests::{Browser, Outcome, Site, Visit, WasmType, dist, see, see_that};
use serde_json::json;

/// What can be read now, once the style's ten seconds are over.
const SHOWN: &str = "document.getAnimations().forEach(one => one.finish());
                     const failed = document.querySelector('#loading .start-failed');
                     return [document.querySelector('#loading h1')?.innerText ?? null,
                             failed ? getComputedStyle(failed).visibility : null]";

/// Whether the element is to be seen a millisecond before the style's ten seconds are over, and then, by the clock of
/// the style: how long the browser took to come so far tells nothing of it.
const BEFORE_AND_AFTER: &str = "return [9999, 10000].map(time => {
                                    for (const one of document.getAnimations()) {
                                        one.pause();
                                        one.currentTime = time;
                                    }
                                    return getComputedStyle(document.querySelector(arguments[0])).visibility;
                                })";

/// Opens the page in a browser that lets nothing through that ends so.
async fn open_without(ending: &str) -> Outcome<(Site, Browser)> {
    let (site, browser) = (Site::serve("/").await?, Browser::start(1440, 900).await?);
    browser.devtools("Network.enable", json!({})).await?;
    browser.devtools("Network.setBlockedURLs", json!({"urls": [format!("*{ending}")]})).await?;
    browser.driver.goto(site.address()).await?;
    Ok((site, browser))
}

/// The words of the first visit, in order, with their places on the screen.
const WORDS: &str = "return [...document.querySelectorAll('.welcome h1, .welcome .lead, .welcome .points li')]
                     .map(one => [one.textContent, one.className, JSON.stringify(one.getBoundingClientRect())])";

#[tokio::test]
async fn the_program_takes_the_place_of_the_welcome_without_a_jump() -> Outcome {
    for (width, height) in [(1440, 900), (360, 740)] {
        let (site, browser) = (Site::serve("/").await?, Browser::start(width, height).await?);
        browser.devtools("Network.enable", json!({})).await?;
        browser.devtools("Network.setBlockedURLs", json!({"urls": ["*start-*.js"]})).await?;
        browser.driver.goto(site.address()).await?;
        let before = browser.script(WORDS, Vec::new()).await?;
        browser.devtools("Network.setBlockedURLs", json!({"urls": []})).await?;
        browser.page().open(&site.address()).await?;
        let after = browser.script(WORDS, Vec::new()).await?;
        assert_eq!(before.as_array().map(Vec::len), Some(5), "{before:#}");
        assert_eq!(before, after, "at {width} × {height} the welcome is another one once the program is there");
        browser.close().await?;
    }
    Ok(())
}

/// A slow line is no failure.
#[tokio::test]
async fn a_download_that_takes_long_is_called_slow_and_not_failed() -> Outcome {
    let (site, browser) = (Site::serve("/").await?, Browser::start(1440, 900).await?);
    // What is intercepted and never let go on does not arrive, and does not fail.
    browser.devtools("Fetch.enable", json!({"patterns": [{"urlPattern": "*_bg.wasm"}]})).await?;
    browser.driver.goto(site.address()).await?;
    see("how the start goes", json!("underway"), async || {
        browser.script("return document.documentElement.dataset.start ?? null", Vec::new()).await
    })
    .await?;
    let slow = browser.script(BEFORE_AND_AFTER, vec![json!("#loading .slow")]).await?;
    assert_eq!(slow, json!(["hidden", "visible"]));
    assert_eq!(browser.script(SHOWN, Vec::new()).await?, json!(["制创自评", "hidden"]));
    browser.close().await
}

#[tokio::test]
async fn with_scripts_turned_off_the_page_says_that() -> Outcome {
    let (site, browser) = (Site::serve("/").await?, Browser::start(1440, 900).await?);
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({"value": true})).await?;
    browser.driver.goto(site.address()).await?;
    let read = browser.devtools("Accessibility.getFullAXTree", json!({})).await?.to_string();
    assert!(read.contains("需要启用 JavaScript"), "{read}");
    browser.close().await
}

#[tokio::test]
async fn the_welcome_can_be_read_before_the_program_is_there() -> Outcome {
    let (_site, browser) = open_without("start-*.js").await?;
    let text = "return document.querySelector('#loading').innerText";
    let text = browser.script(text, Vec::new()).await?;
    for words in ["制创自评", "不向任何地方发送数据", "边填边算", "正在打开…"] {
        assert!(text.as_str().is_some_and(|text| text.contains(words)), "{words} is not in {text}");
    }
    browser.close().await
}

/// A start that failed is told at once; nobody waits for the ten seconds.
#[tokio::test]
async fn a_file_that_does_not_arrive_is_told_with_what_to_do() -> Outcome {
    for ending in ["_bg.wasm", "zhichuang-*.js"] {
        let (_site, browser) = open_without(ending).await?;
        let script = "const failed = document.querySelector('#loading .start-failed');
                      return [getComputedStyle(failed).visibility,
                              getComputedStyle(document.querySelector('#loading .opening')).display,
                              failed.innerText]";
        see_that(&format!("the page without {ending}"), async || {
            let shown = browser.script(script, Vec::new()).await?;
            let says =
                shown[2].as_str().is_some_and(|text| text.contains("没能启动") && text.contains("检查网络"));
            Ok((shown[0] == "visible" && shown[1] == "none" && says, shown.to_string()))
        })
        .await?;
        browser.close().await?;
    }
    Ok(())
}

/// No script runs: not the start, which would tell, and so the style tells after ten seconds.
#[tokio::test]
async fn where_no_script_runs_the_style_tells() -> Outcome {
    let (_site, browser) = open_without(".js").await?;
    let failed = browser.script(BEFORE_AND_AFTER, vec![json!("#loading .start-failed")]).await?;
    assert_eq!(failed, json!(["hidden", "visible"]));
    assert_eq!(browser.script(SHOWN, Vec::new()).await?, json!(["制创自评", "visible"]));
    browser.close().await
}

/// Opened from the disk it stayed at 正在打开… for ever.
#[tokio::test]
async fn a_page_opened_from_the_disk_says_why_it_does_not_start() -> Outcome {
    let browser = Browser::start(1440, 900).await?;
    browser.driver.goto(format!("file://{}", dist()?.join("index.html").display())).await?;
    see("what is shown", json!(["制创自评", "visible"]), async || browser.script(SHOWN, Vec::new()).await).await?;
    let text = browser.script("return document.querySelector('.start-failed').innerText", Vec::new()).await?;
    assert!(text.as_str().is_some_and(|text| text.contains("直接从磁盘打开")), "{text}");
    browser.close().await
}

/// busybox and IIS know no type for WebAssembly; rooms that were loaded later once did not open there.
#[tokio::test]
async fn a_server_without_the_type_of_webassembly_serves_the_whole_page() -> Outcome {
    for wasm in [WasmType::None, WasmType::Wrong("application/octet-stream"), WasmType::Wrong("text/plain")] {
        let visit = Visit::begin_where(wasm).await?;
        let page = visit.page();
        page.main().press("打开一份填好的示例").await?;
        page.see_saved().await?;
        for place in page.places() {
            page.go(place).await?;
        }
        page.go("评估表").await?;
        page.open_row("建设目标完成情况").await?.see_text("条文原文").await?;
        visit.end().await?;
    }
    Ok(())
}
