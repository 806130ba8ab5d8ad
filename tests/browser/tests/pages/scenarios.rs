//! 测算: what is tried out, measures, scenarios, and the way to a target. The draft itself is the same before and after.

use browser_tests::{Key, Outcome, Page, Visit, case_path, see, see_that};
use serde_json::{Value, json};

const SAMPLE: [&str; 3] = ["60.83", "65.33", "83.05"];

/// With the sample open, on a day of its period.
async fn with_the_sample() -> Outcome<Visit> {
    let visit = Visit::begin().await?;
    visit.browser.live_on("2026-05-01").await?;
    let page = visit.page();
    page.reload().await?;
    page.main().press("打开一份填好的示例").await?;
    page.see_totals(SAMPLE).await?;
    page.see_saved().await?;
    Ok(visit)
}

/// What is kept of the open draft, without what is tried out and planned.
async fn main_draft(page: &Page<'_>) -> Outcome<Value> {
    let mut kept = page.draft_saved_last().await?;
    let keys = kept.as_object_mut().ok_or("no draft")?;
    for key in ["trial", "measures", "scenarios"] {
        keys.remove(key);
    }
    Ok(kept)
}

async fn see_outcome(page: &Page<'_>, words: &str) -> Outcome {
    page.main().classed("outcome").see_text(words).await
}

/// Hires so many people, in the form.
async fn hire(page: &Page<'_>, count: &str) -> Outcome {
    page.go("举措与方案").await?;
    page.main().fill("再招科技人员", count).await
}

#[tokio::test]
async fn what_is_tried_out_is_not_in_the_draft_and_is_there_after_a_reload() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    let before = main_draft(&page).await?;
    page.go("基础数据").await?;
    page.bar().press("试算").await?;
    page.trial().see_text("试算中：自评 65.33 → 65.33（0.00）").await?;
    page.main().fill("建设目标完成率", "100").await?;
    page.trial().see_text("自评 65.33 → 75.33（+10.00），最低可得 60.83 → 70.83（+10.00）").await?;
    page.trial().see_text("改了 1 处").await?;
    page.see_totals(["70.83", "75.33", "88.05"]).await?;
    let was = "return [...document.querySelectorAll('main .was')].map(one => one.textContent).filter(one => one)";
    see("what stood there", json!(["原为 92%"]), async || visit.browser.script(was, Vec::new()).await).await?;
    page.see_saved().await?;
    assert_eq!(main_draft(&page).await?, before, "the draft itself has changed");
    // What is no value yet is kept as well.
    page.main().fill("职工总数", "90 左右").await?;
    page.see_saved().await?;
    page.reload().await?;
    page.trial().see_text("自评 65.33 → 75.33（+10.00）").await?;
    page.main().see_value("职工总数", "90 左右").await?;
    page.main().see_value("建设目标完成率", "100").await?;
    assert_eq!(main_draft(&page).await?, before, "the draft itself has changed");
    page.see_on_paper("测算稿：试算（不是主稿的数）").await?;
    page.trial().press("放弃试算").await?;
    page.see_totals(SAMPLE).await?;
    page.main().see_value("建设目标完成率", "92").await?;
    page.see_saved().await?;
    assert_eq!(main_draft(&page).await?, before);
    page.notice().press("撤销").await?;
    page.trial().see_text("自评 65.33 → 75.33（+10.00）").await?;
    visit.end().await
}

/// A remark or a name is no part of what is tried out: it goes into the draft, and stays there.
#[tokio::test]
async fn words_of_the_draft_are_written_into_it_during_a_trial() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    page.bar().press("试算").await?;
    let row = page.open_row("建设目标完成情况").await?;
    row.fill("备注（本中心自己看的说明）", "九月再核").await?;
    row.fill("建设目标完成率", "99").await?;
    page.trial().press("放弃试算").await?;
    row.see_value("备注（本中心自己看的说明）", "九月再核").await?;
    row.see_value("建设目标完成率", "92").await?;
    visit.end().await
}

#[tokio::test]
async fn a_trial_becomes_a_measure_that_can_be_reworked() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    page.go("基础数据").await?;
    page.bar().press("试算").await?;
    page.main().fill("从事研发和相关技术创新活动的科技人员", "48").await?;
    page.main().fill("职工总数", "95").await?;
    page.trial().see_text("自评 65.33 → 67.33（+2.00）").await?;
    page.trial().press("存为举措").await?;
    page.see_totals(SAMPLE).await?;
    page.go("举措与方案").await?;
    let measure = page.main().entry("第 1 个举措");
    measure.see_text("“从事研发和相关技术创新活动的科技人员”增加 7 人").await?;
    measure.see_text("“职工总数”增加 7 人").await?;
    measure.see_text("单独做：自评 +2.00，最低可得 +2.00").await?;
    measure.press("在试算里改").await?;
    page.see_totals(["62.83", "67.33", "83.05"]).await?;
    page.go("基础数据").await?;
    page.main().fill("职工总数", "96").await?;
    page.trial().press("存回举措").await?;
    page.go("举措与方案").await?;
    measure.see_text("“职工总数”增加 8 人").await?;
    measure.see_text("单独做：自评 0.00，最低可得 0.00").await?;
    measure.press("去掉这一处改动：“职工总数”增加 8 人").await?;
    measure.see_text("单独做：自评 +2.00").await?;
    measure.press("复制").await?;
    page.main().entry("第 2 个举措").press("删除第 2 个举措").await?;
    page.notice().see_text("已删除").await?;
    visit.end().await
}

/// The five questions of a consultant, each with its answer, and how many presses, choices and fields it takes from wherever
/// one is at first: the table.
#[tokio::test]
async fn a_consultants_questions_are_answered_in_a_few_steps() -> Outcome {
    let visit = with_the_sample().await?;
    let (page, browser) = (visit.page(), &visit.browser);
    let before = main_draft(&page).await?;
    let steps = async |from: usize| browser.actions() - from;

    let from = browser.actions();
    hire(&page, "6").await?;
    see_outcome(&page, "自评 65.33 → 65.33（0.00）").await?;
    assert_eq!(steps(from).await, 3, "hire six");
    // It says how many it takes.
    page.main().classed("form").see_text("至少再有 7 名科技人员").await?;
    page.main().fill("再招科技人员", "7").await?;
    see_outcome(&page, "自评 65.33 → 67.33（+2.00），最低可得 60.83 → 62.83（+2.00）").await?;
    page.main().press("存为举措").await?;

    page.go("评估表").await?;
    let from = browser.actions();
    page.go("举措与方案").await?;
    page.main().press("转让股权").await?;
    page.main().fill("转让多少", "7").await?;
    see_outcome(&page, "自评 65.33 → 69.33（+4.00），最低可得 60.83 → 64.83（+4.00）").await?;
    assert_eq!(steps(from).await, 4, "the lead sells 7%");
    page.main().classed("form").see_text("即出资额 70 万元；出资总额不变。").await?;
    page.main().press("存为举措").await?;

    page.go("评估表").await?;
    let from = browser.actions();
    page.go("举措与方案").await?;
    page.main().press("换口径").await?;
    page.main().classed("form").see_text("换成“从 0 起算”：自评 +0.22").await?;
    assert_eq!(steps(from).await, 3, "what each reading costs");
    page.main().select("10% 至 30% 之间“可按比例得分”，从哪里起算？", "从 0 起算").await?;
    page.main().select("创收 300 万元、500 万元，是一年的还是考评期合计的？", "按考评期累计").await?;
    see_outcome(&page, "自评 65.33 → 67.55（+2.22）").await?;

    // A has the people, B the shares, C both.
    page.go("评估表").await?;
    let from = browser.actions();
    page.go("举措与方案").await?;
    let (people, shares) = (page.main().entry("第 1 个举措"), page.main().entry("第 2 个举措"));
    people.tick("选用").await?;
    page.main().press("＋ 添加方案").await?;
    shares.tick("选用").await?;
    page.main().press("＋ 添加方案").await?;
    people.tick("选用").await?;
    shares.tick("选用").await?;
    page.go("比选").await?;
    let total = page.main().classed("comparison").classed("total");
    total.see_text("65.33").await?;
    for figure in ["67.33 +2.00", "69.33 +4.00", "71.33 +6.00"] {
        total.see_text(figure).await?;
    }
    assert_eq!(steps(from).await, 9, "A, B and C side by side");

    page.go("评估表").await?;
    let from = browser.actions();
    page.go("达标路径").await?;
    page.main().fill("目标分数", "70").await?;
    page.main().section("最省钱").see_text("能达到：自评 71.33，费用 0 万元，最长 0 天。").await?;
    page.main().section("最省钱").see_text("这是全部组合里最省钱的。").await?;
    assert_eq!(steps(from).await, 3, "the cheapest way to a target");
    assert_eq!(main_draft(&page).await?, before, "the draft itself has changed");
    visit.end().await
}

#[tokio::test]
async fn hiring_is_tried_by_keyboard_alone() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    visit.browser.put_the_mouse_away();
    hire(&page, "7").await?;
    see_outcome(&page, "（+2.00）").await?;
    page.main().press("存为举措").await?;
    let measure = page.main().entry("第 1 个举措");
    measure.tick("选用").await?;
    measure.fill("费用", "90").await?;
    page.main().classed("plan").see_text("费用 90 万元").await?;
    page.go("比选").await?;
    page.main().press_cell("研究队伍", 1).await?;
    page.main().classed("why").see_text("“从事研发和相关技术创新活动的科技人员”：41 人 → 48 人").await?;
    visit.end().await
}

/// What is half typed in a form is there after a reload, in its draft and in no other.
#[tokio::test]
async fn a_half_filled_form_outlives_a_reload() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    hire(&page, "1二").await?;
    page.main().see_complaint("再招科技人员", "“1二”不是整数，请只填数字，例如 30。").await?;
    page.reload().await?;
    page.main().see_value("再招科技人员", "1二").await?;
    page.main().press("转让股权").await?;
    page.main().fill("转让多少", "999").await?;
    see_outcome(&page, "会小于下限 0").await?;
    assert!(!page.main().can_press("存为举措").await?);
    page.reload().await?;
    page.main().see_value("转让多少", "999").await?;
    page.go("草稿").await?;
    page.begin("三年评估").await?;
    page.go("举措与方案").await?;
    page.main().see_value("再招科技人员", "").await?;
    visit.end().await
}

/// A form once took three cells for one number, and told so only of what it had kept in their place.
#[tokio::test]
async fn a_form_refuses_several_cells_and_goes_on_with_the_day_before_a_half_typed_one() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    hire(&page, "7").await?;
    let form = page.main().classed("form");
    visit.browser.paste("380\t240\t180").await?;
    form.see_text("原来的内容没有变").await?;
    page.main().see_value("再招科技人员", "7").await?;
    assert!(!page.main().is_marked_wrong("再招科技人员").await?, "what stands there is right");
    page.main().fill("再招科技人员", "6").await?;
    assert!(!form.text().await?.contains("原来的内容没有变"), "nothing is said of what stands there now");
    page.main().press("补一项材料").await?;
    page.main().fill_date("申请或登记日", "2025-05-01").await?;
    page.keys(Key::Backspace).await?;
    form.see_text("日期没有填完整，或者没有这一天，暂按 2025-05-01 计算。").await?;
    visit.end().await
}

#[tokio::test]
async fn what_can_not_be_meant_together_is_said_at_once() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    for count in ["7", "8"] {
        page.go("基础数据").await?;
        page.bar().press("试算").await?;
        page.main()
            .classed("sheet")
            .choose("取得良好的经济和社会效益", if count == "7" { "否" } else { "未填" })
            .await?;
        page.trial().press("存为举措").await?;
    }
    page.go("举措与方案").await?;
    page.main().entry("第 1 个举措").tick("选用").await?;
    page.main().entry("第 2 个举措").tick("选用").await?;
    page.main().classed("plan").see_text("改成不同的值，不能一起用").await?;
    assert!(!page.main().can_press("写入主稿").await?);
    page.go("比选").await?;
    page.main().classed("warnings").see_text("“方案A”没有得分：").await?;
    visit.end().await
}

#[tokio::test]
async fn a_scenario_is_written_into_the_draft_as_one_step() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    hire(&page, "7").await?;
    page.main().press("存为举措").await?;
    page.main().entry("第 1 个举措").tick("选用").await?;
    page.main().classed("plan").see_text("自评 65.33 → 67.33（+2.00）").await?;
    page.main().press("放进试算看各页").await?;
    page.trial().see_text("试算中（方案A）").await?;
    page.go("评估表").await?;
    page.see_on_paper("测算稿：方案A（不是主稿的数）").await?;
    page.go("举措与方案").await?;
    // Below a trial the draft does not change, and no trial takes another one's place.
    for button in ["写入主稿", "放进试算看各页", "在试算里改"] {
        page.main().press(button).await?;
        page.notice().see_text("正在试算。先把试算存为举措").await?;
    }
    page.trial().see_text("试算中（方案A）").await?;
    page.trial().press("放弃试算").await?;
    page.main().press("写入主稿").await?;
    page.see_totals(["62.83", "67.33", "83.05"]).await?;
    page.main().see_text("还没有举措").await?;
    page.head().press("撤销").await?;
    page.see_totals(SAMPLE).await?;
    page.main().classed("plan").see_text("自评 65.33 → 67.33（+2.00）").await?;
    visit.end().await
}

#[tokio::test]
async fn a_difference_is_taken_over_with_what_it_can_not_be_without() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    page.go("基础数据").await?;
    page.bar().press("试算").await?;
    page.main().fill("职工总数", "120").await?;
    page.main().fill("从事研发和相关技术创新活动的科技人员", "100").await?;
    page.trial().press("存为举措").await?;
    page.go("举措与方案").await?;
    page.main().entry("第 1 个举措").tick("选用").await?;
    page.go("比选").await?;
    // The button says what comes with it.
    let (people, all) = ("“从事研发和相关技术创新活动的科技人员”：41 人 → 100 人", "“职工总数”：88 人 → 120 人");
    page.main().press(&format!("采用：{people}（连同{all}）")).await?;
    page.notice().see_text("已采用 2 处差别").await?;
    page.go("基础数据").await?;
    page.main().see_value("从事研发和相关技术创新活动的科技人员", "100").await?;
    page.main().see_value("职工总数", "120").await?;
    page.head().press("撤销").await?;
    page.main().see_value("职工总数", "88").await?;
    visit.end().await
}

#[tokio::test]
async fn every_next_step_says_what_it_takes_and_becomes_a_measure() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    page.go("提分清单").await?;
    let own = page.main().section("自己能做的（13）");
    own.see_text("至少再有 7 名科技人员").await?;
    own.see_text("转让约 46.67 万元出资额").await?;
    own.see_text("创收合计至少再有 45.5 万元").await?;
    own.press("设为举措：研究队伍").await?;
    own.see_text("已设为举措").await?;
    page.main().section("可能掉下来的").see_text("只要有 1 项“实现转移扩散的共性技术”不被认可").await?;
    page.go("举措与方案").await?;
    page.main().entry("第 1 个举措").see_text("单独做：自评 +2.00，最低可得 +2.00").await?;
    page.go("总览").await?;
    page.main().section("提分清单：加分最多的几步").see_text("+10.00").await?;
    // After the period what is dated comes too late, and stands apart.
    visit.browser.live_on("2026-07-01").await?;
    page.reload().await?;
    page.go("提分清单").await?;
    page.main().section("考评期已过、再做不计分的（6）").see_text("创收合计至少再有 45.5 万元").await?;
    visit.end().await
}

/// Where readings or periods differ, figures are not simply better or worse, and that stands above them.
#[tokio::test]
async fn other_readings_are_told_of_above_everything() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    page.go("举措与方案").await?;
    page.main().press("换口径").await?;
    page.main().select("10% 至 30% 之间“可按比例得分”，从哪里起算？", "从 0 起算").await?;
    page.main().press("存为举措").await?;
    page.main().entry("第 1 个举措").tick("选用").await?;
    page.go("比选").await?;
    page.main().classed("warnings").see_text("各栏的口径或酌情取值不一样").await?;
    // Only what differs is shown, and on a phone beside the main draft alone.
    let rows = "return [...document.querySelectorAll('main .comparison tbody tr:not(.group) th')].map(one => one.innerText)";
    see("the rows", json!(["研发费用占成本费用支出总额的比例"]), async || {
        visit.browser.script(rows, Vec::new()).await
    })
    .await?;
    page.main().tick("只看有差别的").await?;
    see_that("all rows", async || {
        let rows = visit.browser.script(rows, Vec::new()).await?;
        Ok((rows.as_array().map(Vec::len) == Some(23), rows.to_string()))
    })
    .await?;
    visit.end().await
}

/// Another draft, and a file, stand beside the open one; what was taken over from them is one step.
#[tokio::test]
async fn another_draft_and_a_file_stand_beside_the_open_one() -> Outcome {
    let visit = with_the_sample().await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.main().press("复制“示例：先进轴承创新中心（虚构）”").await?;
    page.see_draft("示例：先进轴承创新中心（虚构）（副本）").await?;
    page.go("基础数据").await?;
    page.main().fill("建设目标完成率", "100").await?;
    page.see_saved().await?;
    page.go("比选").await?;
    page.main().select("对比 1", "草稿 示例：先进轴承创新中心（虚构）").await?;
    let total = page.main().classed("comparison").classed("total");
    total.see_text("65.33 −10.00").await?;
    page.main().see_text("分差从哪里来（合计 −10.00）").await?;
    page.choose_file(&case_path("ordinary.draft.json")).await?;
    total.see_text("52.83 −22.50").await?;
    page.choose_file(&case_path("ordinary.expected.json")).await?;
    page.notice().see_text("没有加进对比").await?;
    page.main().press("采用全部 1 处").await?;
    page.see_totals(SAMPLE).await?;
    page.head().press("撤销").await?;
    page.see_totals(["70.83", "75.33", "88.05"]).await?;
    visit.end().await
}
