//! The page as a whole: where it works, what it asks for, and who can use it.

use browser_tests::{Key, Outcome, Visit, case_path, see, see_that};
use serde_json::json;

#[tokio::test]
async fn it_works_in_a_sub_folder_and_asks_nobody_else_for_anything() -> Outcome {
    let visit = Visit::begin_under("/any/folder/").await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.see_saved().await?;
    for place in page.places().await? {
        page.go(&place).await?;
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
async fn a_deep_link_opens_its_row() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.see_saved().await?;
    page.open(&format!("{}#/item/equity.shares", visit.site.address())).await?;
    let name = "依托载体股比构成";
    see("whether the row is open", true, async || page.is_open(name).await).await?;
    see("whether the row is in sight", true, async || page.is_in_sight(name).await).await?;
    see_that("the focus", async || {
        let here = page.focused().await?;
        Ok((here.starts_with(name), here))
    })
    .await?;
    assert!(!page.is_open("建设目标完成情况").await?, "a row that was not asked for is open");
    visit.end().await
}

#[tokio::test]
async fn a_place_has_an_address_of_its_own() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    for place in page.places().await? {
        page.go(&place).await?;
        let heading = page.main().text().await?;
        page.reload().await?;
        see(&format!("{place} after a reload"), heading, async || page.main().text().await).await?;
    }
    visit.end().await
}

#[tokio::test]
async fn the_next_item_is_the_one_that_settles_most() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.bar().press("还有 23 项未填，去下一项").await?;
    let goals = "建设目标完成情况";
    see("whether the goals are open", true, async || page.is_open(goals).await).await?;
    see("whether the goals are in sight", true, async || page.is_in_sight(goals).await).await?;
    page.panel(goals).fill("建设目标完成率", "100").await?;
    page.panel(goals).choose("取得良好的经济和社会效益", "是").await?;
    page.see_totals(["25.00", "25.00", "100.00"]).await?;
    page.bar().press("还有 22 项未填，去下一项").await?;
    // Five points hang on facts here; more than five only where the assessor decides in the end.
    let leaders = "领域领先企业入股";
    see("whether the leaders are open", true, async || page.is_open(leaders).await).await?;
    page.panel(leaders).choose("国内前五、省内前十的股东企业占有半数以上市场份额", "否").await?;
    // Under the chosen reading nothing more is possible here, and under the other one all of it.
    page.see_totals(["25.00", "25.00", "100.00"]).await?;
    page.bar().press("还有 22 项未填，去下一项").await?;
    see("whether the first of four points is open", true, async || page.is_open("创新资金").await).await?;
    page.bar().press("还有 22 项未填，去下一项").await?;
    let second = "共性关键技术突破（成果鉴定）";
    see("whether the second of four points is open", true, async || page.is_open(second).await).await?;
    visit.end().await
}

#[tokio::test]
async fn a_reading_says_what_it_will_do_and_moves_the_declared_total_alone() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.choose_file(&case_path("ordinary.draft.json")).await?;
    page.main().press("导入").await?;
    page.see_totals(["44.52", "52.83", "77.18"]).await?;
    page.go("口径与说明").await?;
    let question = "10% 至 30% 之间“可按比例得分”，从哪里起算？";
    let says = async |option: &str, effect: &str| {
        see_that(&format!("the effect of {option}"), async || {
            let text = page.main().option_text(question, option).await?;
            Ok((text.contains(effect), text))
        })
        .await
    };
    says("从 10% 起算", "自评 52.83（不变）").await?;
    says("从 0 起算", "自评 53.49（+0.66）").await?;
    page.main().choose(question, "从 0 起算").await?;
    page.see_totals(["44.52", "53.49", "77.18"]).await?;
    says("从 10% 起算", "自评 52.83（−0.66）").await?;
    assert!(page.main().is_chosen(question, "从 0 起算").await?, "the chosen reading is not marked");
    let discretion = page.main().option_text("酌情取值", "取低值").await?;
    page.main().choose("酌情取值", "取低值").await?;
    see_that("the declared total", async || {
        let [floor, declared, ceiling] = page.totals().await?;
        let kept = [floor.as_str(), ceiling.as_str()] == ["44.52", "77.18"];
        Ok((
            kept && discretion.contains(&format!("自评 {declared}（")),
            format!("{declared}; said was {discretion}"),
        ))
    })
    .await?;
    visit.end().await
}

#[tokio::test]
async fn a_row_is_filled_by_keyboard_alone() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.reload().await?;
    page.tab_to("建设目标完成情况").await?;
    page.keys(Key::Enter).await?;
    see("whether the row is open", true, async || page.is_open("建设目标完成情况").await).await?;
    page.tab_to("建设目标完成率").await?;
    page.keys("100").await?;
    // Tab comes to the chosen one of a question's options; the arrows go round among them.
    page.tab_to("未填").await?;
    page.keys(Key::Right).await?;
    page.see_totals(["25.00", "25.00", "100.00"]).await?;
    page.keys(Key::Control + "z").await?;
    page.keys(Key::Control + "z").await?;
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
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
    for place in page.places().await? {
        page.go(&place).await?;
        measure(&place).await?;
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
async fn the_official_table_and_nothing_else_is_printed() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.choose_file(&case_path("ordinary.draft.json")).await?;
    page.main().press("导入").await?;
    page.see_totals(["44.52", "52.83", "77.18"]).await?;
    page.see_on_paper("一般中心").await?;
    visit.browser.show_as_printed().await?;
    let script = "return [...document.body.children].filter(one => one.getClientRects().length > 0)
                  .map(one => [one.className, one.innerText])";
    let shown = visit.browser.script(script, Vec::new()).await?;
    assert_eq!(shown.as_array().map(Vec::len), Some(1), "one thing is to be printed: {shown:#}");
    assert_eq!(shown[0][0], json!("paper"));
    let text = shown[0][1].as_str().ok_or("no text")?;
    for expected in [
        "河南省制造业创新中心评估指标参考表",
        "一般中心",
        "考评期：2023-07-01 至 2026-06-30",
        "指标权重（分）",
        "创新中心完成三年建设方案所设定的建设目标",
        "16.63",
        "依托载体股比构成",
        "规划目标",
        "评估得分",
        "最低可得 44.52，最高可得 77.18",
        "52.83",
    ] {
        assert!(text.contains(expected), "the print lacks {expected}: {text}");
    }
    visit.end().await
}
