//! Readings with their effect, and the marks of notes.

use browser_tests::{Outcome, Visit, case_path, see_that};

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
async fn an_item_with_two_readings_shows_the_effect_of_each_with_the_other_as_chosen() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("成员与股权").await?;
    for at in 1..=4 {
        page.main().press("＋ 添加成员").await?;
        let row = page.main().entry(&format!("第 {at} 个成员"));
        row.select("本领域排名", "省内前十").await?;
        row.tick("股东").await?;
    }
    page.main().tick("“成员单位”已填写完整，没有其他的了").await?;
    page.go("评估表").await?;
    let leaders = "领域领先企业入股";
    let row = page.open_row(leaders).await?;
    row.choose("国内前五、省内前十的股东企业占有半数以上市场份额", "否").await?;
    page.see_figures(leaders, ["0.00", "0.00", "5.00"]).await?;
    let (exceeds, binds) = ("“超过要求的，得 5 分”，怎样算超过？", "“且占有半数以上市场份额”，限定哪一种企业？");
    let effect = async |question: &str, option: &str, words: &str| {
        see_that(&format!("the effect of {option}"), async || {
            let text = row.option_text(question, option).await?;
            Ok((text.contains(words), text))
        })
        .await
    };
    effect(binds, "只限定国内前五", "自评 3.00（+3.00）").await?;
    effect(exceeds, "任何一方面超出都可能算", "自评 0.00（不变）").await?;
    row.choose(binds, "只限定国内前五").await?;
    page.see_figures(leaders, ["0.00", "3.00", "5.00"]).await?;
    effect(binds, "两种企业都要占半数", "自评 0.00（−3.00）").await?;
    page.go("口径与说明").await?;
    page.main().choose("酌情取值", "取高值").await?;
    page.go("评估表").await?;
    effect(exceeds, "任何一方面超出都可能算", "（+2.00）").await?;
    row.choose(exceeds, "任何一方面超出都可能算").await?;
    page.see_figures(leaders, ["0.00", "5.00", "5.00"]).await?;
    visit.end().await
}

/// Each doubt has the mark of its kind, and the official text its full-width signs.
#[tokio::test]
async fn notes_carry_the_mark_of_their_kind() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let goals = page.open_row("建设目标完成情况").await?;
    goals.see_text("前后矛盾条文先说“得 30 分”").await?;
    goals.see_text("分档不连续20 分与 25 分之间").await?;
    goals.see_text("分档重叠60% 同时在").await?;
    goals.see_text("理解不一：完成率恰好 60%，算哪一档？").await?;
    goals.press_summary("条文原文：附件 建设目标完成情况").await?;
    goals.see_text("建设目标，并取得良好的经济和社会效益，得 30 分；完成部分建设目标").await?;
    let navigation = page.open_row("知识产权").await?;
    navigation.see_text("正文与附表不一正文第十一条至第十六条没有提到专利布局导航").await?;
    navigation.press_summary("条文原文：附件 知识产权").await?;
    navigation.see_text("附件 知识产权；正文没有对应的条款").await?;
    page.go("日期").await?;
    page.main().press_summary("条文没有写明、前后矛盾或理解不一的地方（7 处）").await?;
    page.main().see_text("理解不一“评估当年不再进行考核”").await?;
    visit.end().await
}

/// 建设目标 and 创收 say only 酌情 and are claimed in proportion all the same: the rows that this moves are marked.
#[tokio::test]
async fn the_rows_that_the_discretion_moves_are_marked() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.go("口径与说明").await?;
    page.main().classed("moved-rows").see_gone().await?;
    page.main().choose("酌情取值", "按比例").await?;
    let moved = page.main().classed("moved-rows");
    moved.see_text("建设目标完成情况 +").await?;
    moved.see_text("创收 +").await?;
    page.go("评估表").await?;
    page.row("创收").classed("moved").see_text("按比例").await?;
    page.row("标准制定").classed("moved").see_gone().await?;
    page.go("口径与说明").await?;
    page.main().choose("酌情取值", "取低值").await?;
    moved.see_gone().await?;
    visit.end().await
}
