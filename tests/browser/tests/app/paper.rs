//! What is printed.

use browser_tests::{Outcome, Visit, case_path, see};
use serde_json::json;

/// The overview, a stage, a year's report and the table each print what is looked at; the overview on one page.
#[tokio::test]
async fn what_is_looked_at_is_printed() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.go("总览").await?;
    page.see_on_paper("制创自评总览").await?;
    see("the sheets of the overview", 1_usize, async || visit.browser.sheets().await).await?;
    page.go("培育申报").await?;
    page.go_to_stage("正式认定").await?;
    page.see_on_paper("正式认定：条件核对表").await?;
    page.go("年度目标").await?;
    page.see_on_paper("年度责任目标完成情况自评估").await?;
    page.go("日期").await?;
    page.see_on_paper("时间线").await?;
    page.see_on_paper("三年自评估报告报送期（按自然月）").await?;
    page.go("评估表").await?;
    page.see_on_paper("河南省制造业创新中心评估指标参考表").await?;
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
        "52.83",
        "得分口径：酌情的分档按比例；口径均按本程序默认的选择；其中 1 项为本中心自报分数。",
    ] {
        assert!(text.contains(expected), "the print lacks {expected}: {text}");
    }
    assert!(!text.contains("最高可得"), "only if it is wanted: {text}");
    visit.end().await
}

/// What is not claimed stands on the official table only if somebody wants it there, and this browser remembers.
#[tokio::test]
async fn the_range_is_printed_if_it_is_wanted() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.choose_file(&case_path("ordinary.draft.json")).await?;
    page.main().press("导入").await?;
    page.main().tick("打印时写上最低可得和最高可得").await?;
    page.see_on_paper("最低可得 44.52，最高可得 77.18").await?;
    page.reload().await?;
    page.see_on_paper("最低可得 44.52，最高可得 77.18").await?;
    page.go("口径与说明").await?;
    page.main().choose("酌情取值", "取高值").await?;
    page.go("评估表").await?;
    page.see_on_paper("得分口径：酌情的分档取高值").await?;
    visit.end().await
}

/// Each place prints itself; five of them once printed the official table.
#[tokio::test]
async fn each_place_prints_itself() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    for (place, title, content) in [
        ("直接填分", "河南省制造业创新中心评估指标参考表", "评估得分"),
        ("基础数据", "基础数据", "建设目标完成率"),
        ("成员与股权", "成员与股权", "示例轴承集团"),
        ("财务", "财务", "考评期内合计：成本费用支出总额"),
        ("佐证材料", "佐证材料", "✓ 在考评期内"),
        ("口径与说明", "口径与说明", "完成率恰好 60%，算哪一档？"),
        ("草稿", "本浏览器里的草稿", "示例：先进轴承创新中心（虚构）"),
    ] {
        page.go(place).await?;
        let heading = "return document.querySelector('.paper h1').textContent";
        see(&format!("the title that {place} prints"), json!(title), async || {
            visit.browser.script(heading, Vec::new()).await
        })
        .await?;
        visit.browser.script("dispatchEvent(new Event('beforeprint'))", Vec::new()).await?;
        page.see_on_paper(content).await?;
    }
    visit.end().await
}

/// Whose it is stands on everything that is printed, with who filled it in and where to ask.
#[tokio::test]
async fn every_paper_says_whose_it_is() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.see_saved().await?;
    for place in page.places() {
        page.go(place).await?;
        let head = "return ['.print-head > :first-child', '.print-under'].map(one => document.querySelector('.paper ' + one).textContent)";
        let expected = json!([
            "先进轴承创新中心（虚构）",
            "草稿：示例：先进轴承创新中心（虚构）　填表人：张工（虚构）　联系电话：0379-00000000"
        ]);
        see(&format!("the head of what {place} prints"), expected, async || {
            visit.browser.script(head, Vec::new()).await
        })
        .await?;
    }
    // Where nothing is given, that is said in its place, and nothing else stands there.
    page.go("草稿").await?;
    page.begin("培育与认定").await?;
    page.see_on_paper("（没有填单位名称）考评期：").await?;
    let under = "return document.querySelector('.print-under').textContent";
    see("what stands under it", json!(""), async || visit.browser.script(under, Vec::new()).await).await?;
    visit.end().await
}

/// A list that would slow the page down stands on paper once it is printed.
#[tokio::test]
async fn a_long_list_is_printed_whole() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    let entry = |at: usize| json!({"category": "ip", "kind": "software", "title": format!("软著{at}"), "on": "2024-05-06"});
    let draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "长表",
        "period": {"from": "2023-07-01", "to": "2026-06-30"}, "evidence": (0..300).map(entry).collect::<Vec<_>>(),
    });
    page.drop_file("长表.json", &draft.to_string()).await?;
    page.main().press("导入").await?;
    page.go("佐证材料").await?;
    assert!(!paper(&visit).await?.contains("软著299"));
    let tell = "dispatchEvent(new Event(arguments[0]))";
    visit.browser.script(tell, vec!["beforeprint".into()]).await?;
    page.see_on_paper("软著299").await?;
    visit.browser.script(tell, vec!["afterprint".into()]).await?;
    see("whether the long list is there still", false, async || Ok(paper(&visit).await?.contains("软著299")))
        .await?;
    visit.end().await
}

async fn paper(visit: &Visit) -> Outcome<String> {
    let text = visit.browser.script("return document.querySelector('.paper').textContent", Vec::new()).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Every number and day on paper that stands on more than one line, and every heading of a column with a line for each
/// of its characters.
const BROKEN: &str = r"const broken = [], lines = range => new Set([...range.getClientRects()].map(({top}) => Math.round(top))).size;
    const walker = document.createTreeWalker(document.querySelector('.paper'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode;
        for (const found of text.data.matchAll(/[\d][\d.,:%-]*/g)) {
            const range = document.createRange();
            range.setStart(text, found.index);
            range.setEnd(text, found.index + found[0].length);
            if (lines(range) > 1) broken.push(found[0] + ' in ' + text.data);
        }
        if (text.parentElement.tagName === 'TH' && text.data.length > 2) {
            const range = document.createRange();
            range.selectNodeContents(text);
            if (lines(range) > Math.ceil(text.data.length / 2)) broken.push(text.data);
        }
    }
    if (document.documentElement.scrollWidth > innerWidth) broken.push('wider than the paper');
    return broken";

/// On A4, no figure breaks over two lines: 15. and 00 once stood below one another.
#[tokio::test]
async fn no_figure_breaks_on_paper() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.main().tick("打印时写上最低可得和最高可得").await?;
    page.go("口径与说明").await?;
    page.main().choose("酌情取值", "按比例").await?;
    for place in page.places() {
        page.go(place).await?;
        visit.browser.lay_out_on_paper(true).await?;
        let broken = visit.browser.script(BROKEN, Vec::new()).await?;
        visit.browser.lay_out_on_paper(false).await?;
        assert_eq!(broken, json!([]), "{place}");
    }
    visit.end().await
}
