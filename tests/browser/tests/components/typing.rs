//! How a text gets into a field: typed, pasted, dropped, filled in by a program.

use browser_tests::{Key, Outcome, Part, Visit, see};
use serde_json::json;

const RATE: &str = "建设目标完成率";
const STAKE: &str = "认缴出资额";

/// A first visit with one shareholder.
async fn with_a_shareholder() -> Outcome<Visit> {
    let visit = Visit::with_blank_draft().await?;
    visit.page().go("成员与股权").await?;
    visit.page().main().press("＋ 添加成员").await?;
    member(&visit).tick("股东").await?;
    Ok(visit)
}

fn member(visit: &Visit) -> Part<'_> {
    visit.page().main().entry("第 1 个成员")
}

/// Three cells of a table were once taken for one number of nine digits, without a word.
#[tokio::test]
async fn several_cells_are_not_pasted_into_one_number() -> Outcome {
    let visit = with_a_shareholder().await?;
    let member = member(&visit);
    member.fill(STAKE, "380").await?;
    for cells in ["380\n240\n180", "380\t240\t180", "380\r\n240\r\n", "380 240"] {
        visit.browser.paste(cells).await?;
        member.classed("said").see_text("好像是几个数").await?;
        member.classed("said").see_text("原来的内容没有变").await?;
        assert_eq!(member.value(STAKE).await?, "380", "{cells:?}");
        assert!(!member.is_marked_wrong(STAKE).await?, "what stands there is right");
        member.fill(STAKE, "380").await?;
        member.classed("said").see_text("").await?;
    }
    // One cell comes with a line break of its own.
    visit.page().keys(Key::Control + "a").await?;
    visit.browser.paste("1,240.5\r\n").await?;
    visit.page().keys(Key::Tab).await?;
    member.see_value(STAKE, "1240.5").await?;
    visit.end().await
}

#[tokio::test]
async fn a_unit_is_understood_and_its_conversion_told() -> Outcome {
    let visit = with_a_shareholder().await?;
    let (page, member) = (visit.page(), member(&visit));
    member.fill(STAKE, "0.124亿元").await?;
    member.classed("said").see_text("0.124 亿元 ＝ 1240 万元").await?;
    page.main().see_text("认缴出资合计 1240 万元").await?;
    page.keys(Key::Tab).await?;
    member.see_value(STAKE, "1240").await?;
    member.classed("said").see_text("0.124 亿元 ＝ 1240 万元").await?;
    member.fill(STAKE, "12,40.5").await?;
    member.see_complaint(STAKE, "“12,40.5”里的逗号不是千分位；小数点请用“.”。仍按 1240 计算。").await?;
    page.main().see_text("认缴出资合计 1240 万元").await?;
    visit.end().await
}

#[tokio::test]
async fn a_fraction_for_a_percentage_is_asked_about() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("基础数据").await?;
    let main = page.main();
    main.fill(RATE, "0.92").await?;
    main.classed("doubt").see_text("是 92% 吗？").await?;
    main.press("改为 92%").await?;
    main.see_value(RATE, "92").await?;
    main.classed("doubt").see_gone().await?;
    assert_eq!(page.focused().await?, RATE, "whoever answered goes on there");
    main.fill(RATE, "0.5").await?;
    main.press("就是 0.5%").await?;
    main.classed("doubt").see_gone().await?;
    main.see_value(RATE, "0.5").await?;
    // Said with its sign it is no matter of doubt, and leaving the field makes it none.
    main.fill(RATE, "0.92%").await?;
    page.keys(Key::Tab).await?;
    main.see_value(RATE, "0.92").await?;
    main.classed("doubt").see_gone().await?;
    main.fill(RATE, "1").await?;
    main.classed("doubt").see_gone().await?;
    visit.end().await
}

/// A field once showed what the draft did not hold.
#[tokio::test]
async fn what_a_program_fills_in_is_entered() -> Outcome {
    let visit = with_a_shareholder().await?;
    let (page, member) = (visit.page(), member(&visit));
    for (text, events) in
        [("1240", ["change"].as_slice()), ("1250", &["compositionend"]), ("1260", &["blur"]), ("1270", &["input"])]
    {
        member.set_behind(STAKE, text, events).await?;
        page.main().see_text(&format!("认缴出资合计 {text} 万元")).await?;
    }
    member.set_behind("单位名称", "洛阳轴承研究所", &["change"]).await?;
    see("the kept name", json!("洛阳轴承研究所"), async || {
        Ok(page.draft_saved_last().await?["members"][0]["name"].clone())
    })
    .await?;
    page.go("草稿").await?;
    page.main().set_behind("草稿名称", "另一个名称", &["blur"]).await?;
    page.see_draft("另一个名称").await?;
    visit.end().await
}

/// What the browser shows otherwise than it stands in the draft is no change: an imported text with its line breaks stays.
#[tokio::test]
async fn going_through_a_field_changes_nothing() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    let draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "甲\n乙",
        "period": {"from": "2023-07-01", "to": "2026-06-30"}, "notes": {"goals.completion": "一\r\n二"},
        "evidence": [{"category": "ip", "kind": "invention", "title": "专利", "typed": {"on": "2024-05-6"}}],
    });
    page.drop_file("甲.zhichuang.json", &draft.to_string()).await?;
    page.main().press("导入").await?;
    page.see_saved().await?;
    page.main().go_through("草稿名称").await?;
    page.open_row("建设目标完成情况").await?.go_through("备注（本中心自己看的说明）").await?;
    page.go("佐证材料").await?;
    page.main().entry("第 1 条知识产权").go_through("申请或登记日").await?;
    see("whether there is a step to undo", false, async || page.head().can_press("撤销").await).await?;
    let kept = page.draft_saved_last().await?;
    assert_eq!((&kept["name"], &kept["notes"]), (&draft["name"], &draft["notes"]));
    assert_eq!(kept["evidence"][0]["typed"], json!({"on": "2024-05-6"}));
    visit.end().await
}

/// The guard against files that are dropped beside their place once took every drop.
#[tokio::test]
async fn a_text_can_be_dropped_and_a_file_beside_its_place_can_not() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    visit.page().go("基础数据").await?;
    let refused = "const data = new DataTransfer();
        if (arguments[0]) data.items.add(new File(['x'], 'x.txt')); else data.setData('text/plain', '86');
        const kinds = ['dragover', 'drop'], place = document.querySelector(arguments[1]);
        return kinds.map(kind => !place.dispatchEvent(
            new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true})))";
    let refused =
        async |file: bool, place: &str| visit.browser.script(refused, vec![file.into(), place.into()]).await;
    assert_eq!(refused(true, "main input.number").await?, json!([true, true]), "a file takes no page's place");
    assert_eq!(refused(false, "main input.number").await?, json!([false, false]), "a text goes into a field");
    assert_eq!(refused(false, "main h1").await?, json!([true, true]), "a link beside one leads nowhere");
    visit.end().await
}

/// The places of all controls in sight.
const PLACES: &str = "return JSON.stringify([...document.querySelectorAll('main input, main select, main button')]
    .filter(one => !one.closest('.below'))
    .map(one => one.getBoundingClientRect()).map(({left, top, width, height}) => [left, top, width, height]))";

/// An end before the start once pushed the boxes aside, so that the next click missed.
#[tokio::test]
async fn no_fault_moves_a_control() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    for (width, height) in [(1440, 900), (360, 740), (1093, 500)] {
        visit.browser.resize(width, height).await?;
        page.go("评估表").await?;
        let before = visit.browser.script(PLACES, Vec::new()).await?;
        let good = page.main().value("至").await?;
        page.main().fill_date("至", "2020-01-01").await?;
        page.main().see_complaint("至", &format!("考评期的结束日期不能早于开始日期。仍按 {good} 计算。")).await?;
        assert_eq!(visit.browser.script(PLACES, Vec::new()).await?, before, "while it is typed, {width}");
        visit.browser.script("document.activeElement.blur()", Vec::new()).await?;
        assert_eq!(visit.browser.script(PLACES, Vec::new()).await?, before, "and when it is left, {width}");
        page.main().fill_date("至", &good).await?;
    }
    visit.browser.resize(1440, 900).await?;
    page.go("基础数据").await?;
    page.main().fill(RATE, "1").await?;
    let before = visit.browser.script(PLACES, Vec::new()).await?;
    for text in ["0.92", "9 2", "0.9亿", "12345"] {
        page.main().fill(RATE, text).await?;
        page.main().see_value(RATE, text).await?;
        page.main().classed("speaks").see_text("").await?;
        assert_eq!(visit.browser.script(PLACES, Vec::new()).await?, before, "{text}");
    }
    visit.end().await
}

#[tokio::test]
async fn a_year_that_is_being_typed_counts_for_nothing() -> Outcome {
    let visit = Visit::begin_on("日期", "2026-05-06").await?;
    let page = visit.page();
    let listed = "培育名单发布日期";
    page.main().fill_date(listed, "0202-05-06").await?;
    page.main().see_complaint(listed, "年份没有填完整（1949 至 2999）。暂不计入。").await?;
    page.main().classed("timeline").see_gone().await?;
    page.main().fill_date(listed, "2024-05-06").await?;
    page.main().see_complaint(listed, "").await?;
    page.main().classed("timeline").see_text("培育期截止").await?;
    visit.end().await
}

#[tokio::test]
async fn saving_by_hand_is_answered() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("基础数据").await?;
    page.main().fill(RATE, "86").await?;
    page.keys(Key::Control + "s").await?;
    page.notice().see_text("已保存在本浏览器").await?;
    page.notice().see_text("导出文件").await?;
    page.keys(Key::Control + "s").await?;
    page.notice().see_text("没有新的修改").await?;
    visit.end().await
}

/// One letter after undo once lost what was undone for good.
#[tokio::test]
async fn what_can_not_be_redone_any_more_is_among_the_former_states() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let note = "备注（本中心自己看的说明）";
    let row = page.open_row("建设目标完成情况").await?;
    let much = "三年目标里的第二条已经提前完成，证明材料在综合部。";
    row.fill(note, much).await?;
    page.see_saved().await?;
    page.keys(Key::Control + "z").await?;
    row.see_value(note, "").await?;
    page.keys("又").await?;
    page.notice().see_text("刚才撤销的内容不能再重做，已留在“草稿”页的历史版本里。").await?;
    see("whether it can be redone", false, async || page.head().can_press("重做").await).await?;
    page.go("草稿").await?;
    page.main().press_summary("历史版本").await?;
    page.main().classed("past").see_text("被替换或撤销的内容").await?;
    page.main().press_first("恢复").await?;
    page.go("评估表").await?;
    page.panel("建设目标完成情况").see_value(note, much).await?;
    visit.end().await
}

/// What is pasted is a step of its own, however quickly one types before and after.
#[tokio::test]
async fn a_paste_is_taken_back_by_itself() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let note = "备注（本中心自己看的说明）";
    let row = page.open_row("建设目标完成情况").await?;
    row.fill(note, "一").await?;
    visit.browser.paste("粘贴的一段").await?;
    page.keys("二").await?;
    row.see_value(note, "一粘贴的一段二").await?;
    page.keys(Key::Control + "z").await?;
    row.see_value(note, "一粘贴的一段").await?;
    page.keys(Key::Control + "z").await?;
    row.see_value(note, "一").await?;
    visit.end().await
}
