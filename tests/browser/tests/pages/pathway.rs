//! Readiness: from a blank draft to ready, from ready to blocked, and what is said on the way.

use browser_tests::{Key, Outcome, Page, Visit, see};
use serde_json::json;

const READY: &str = "✓ 条件均已符合";
const WAITING: &str = "？ 有待核实项";
const BLOCKED: &str = "✗ 有不符合项";

/// A draft whose way is open, on a fixed day.
async fn on_the_way(day: &str) -> Outcome<Visit> {
    let visit = Visit::begin().await?;
    visit.browser.live_on(day).await?;
    let page = visit.page();
    page.reload().await?;
    page.begin("三年评估").await?;
    page.go("培育申报").await?;
    Ok(visit)
}

/// Says of every requirement of the open stage that is not computed that it is met.
async fn attest_all(visit: &Visit) -> Outcome<usize> {
    let script =
        "return [...document.querySelectorAll('.requirement')].filter(row => row.querySelector('.attest .choice'))
                      .map(row => row.getAttribute('aria-label'))";
    let names = visit.browser.script(script, Vec::new()).await?;
    let names: Vec<String> = serde_json::from_value(names)?;
    for name in &names {
        visit.page().group(name).choose(name, "符合").await?;
    }
    Ok(names.len())
}

#[tokio::test]
async fn a_blank_draft_becomes_ready_and_one_edit_blocks_it() -> Outcome {
    let visit = on_the_way("2026-11-25").await?;
    let page = visit.page();
    for stage in ["遴选", "培育建设", "考核验收", "正式认定", "培育申报"] {
        page.see_verdict(stage, WAITING).await?;
    }
    assert_eq!(attest_all(&visit).await?, 30);
    page.see_verdict("培育申报", WAITING).await?;
    let row = |name| page.group(name);
    row("单独发起，或联合 1—2 个企业发起").fill("联合发起的龙头、头部、骨干企业", "２").await?;
    let project = row("近 5 年内完成国家或省级重点研发项目");
    project.see_text("还没有填“最近一项国家或省级重点研发项目的完成日期”和“申报日期”。").await?;
    project.fill_date("最近一项国家或省级重点研发项目的完成日期", "2021-11-25").await?;
    project.fill_date("申报日期", "2026-11-25").await?;
    row("拥有有效发明专利授权或软件著作权").fill("有效发明专利授权和软件著作权", "1").await?;
    row("近三年内无违法行为").choose("经查，近三年内没有违法行为", "是").await?;
    row("专业技术研发人员不少于 30 人").fill("专业技术研发人员", "30").await?;
    page.see_verdict("培育申报", WAITING).await?;
    row("注册资本不少于 1000 万元").fill("依托载体公司注册资本", "1,000").await?;
    page.see_verdict("培育申报", READY).await?;

    row("专业技术研发人员不少于 30 人").fill("专业技术研发人员", "26").await?;
    page.see_verdict("培育申报", BLOCKED).await?;
    page.main().classed("stage").see_text("补足专业技术研发人员到 30 人（还差 4 人）").await?;
    row("专业技术研发人员不少于 30 人").see_text("不符合“专业技术研发人员” 26 人，还差 4 人。").await?;
    page.reload().await?;
    page.see_verdict("培育申报", BLOCKED).await?;
    // Leaving a field and typing again are steps of their own; the last one was to 26.
    row("专业技术研发人员不少于 30 人").fill("专业技术研发人员", "30").await?;
    page.see_verdict("培育申报", READY).await?;
    page.head().press("撤销").await?;
    page.see_verdict("培育申报", BLOCKED).await?;
    visit.end().await
}

#[tokio::test]
async fn a_stage_is_attested_by_keyboard_alone() -> Outcome {
    let visit = on_the_way("2026-11-25").await?;
    let page = visit.page();
    visit.browser.put_the_mouse_away();
    page.go_to_stage("考核验收").await?;
    assert_eq!(attest_all(&visit).await?, 9);
    page.see_verdict("考核验收", READY).await?;
    let row = page.group("专家委员会成立并有效发挥作用");
    row.fill("证明材料编号", "附件 8").await?;
    row.choose("专家委员会成立并有效发挥作用", "不符合").await?;
    page.see_verdict("考核验收", BLOCKED).await?;
    page.see_saved().await?;
    see("what is kept", json!({"state": "unmet", "document": "附件 8"}), async || {
        Ok(page.draft_saved_last().await?["requirements"]["acceptance.committee"].clone())
    })
    .await?;
    visit.end().await
}

#[tokio::test]
async fn what_is_only_expected_warns_and_does_not_block() -> Outcome {
    let visit = on_the_way("2026-11-25").await?;
    let page = visit.page();
    let row = page.group("建有省（部）级以上创新载体");
    row.see_text("“一般”：只作提醒；主管部门可能要求说明").await?;
    row.choose("建有省（部）级以上创新载体", "符合").await?;
    row.choose("建有省（部）级以上创新载体", "不符合").await?;
    page.see_verdict("培育申报", WAITING).await?;
    // Each choice is a step of its own, and undo says of what.
    page.head().press("撤销").await?;
    page.notice().see_text("已撤销：修改“建有省（部）级以上创新载体”。").await?;
    row.classed("state").see_text("✓ 符合").await?;
    page.head().press("重做").await?;
    row.classed("state").see_text("✗ 不符合").await?;
    page.main().classed("stage").see_text("不符合只作提醒；主管部门可能要求说明").await?;
    let other = page.group("依托载体是（或安排为）股份制独立企业法人");
    other.choose("依托载体是（或安排为）股份制独立企业法人", "不符合").await?;
    page.see_verdict("培育申报", BLOCKED).await?;
    other.choose("依托载体是（或安排为）股份制独立企业法人", "不适用").await?;
    other.see_text("写明不适用的理由，才算不适用").await?;
    other.classed("state").see_text("待核实").await?;
    page.see_verdict("培育申报", WAITING).await?;
    other.fill("说明", "转制科研院所，正在改制").await?;
    other.classed("state").see_text("不适用").await?;
    visit.end().await
}

#[tokio::test]
async fn only_what_is_open_can_be_shown_and_what_is_answered_stays_in_place() -> Outcome {
    let visit = on_the_way("2026-11-25").await?;
    let page = visit.page();
    page.go_to_stage("培育建设").await?;
    let rows = async || {
        let count = "return document.querySelectorAll('.requirement').length";
        visit.browser.script(count, Vec::new()).await
    };
    see("the rows", json!(6), rows).await?;
    let first = page.group("完成法人注册、股份制改造和内部架构");
    first.choose("完成法人注册、股份制改造和内部架构", "符合").await?;
    page.main().tick("只看不符合和待核实的").await?;
    see("the rows", json!(5), rows).await?;
    let second = page.group("着手技术研发，提供公共服务");
    second.choose("着手技术研发，提供公共服务", "符合").await?;
    second.classed("state").see_text("符合").await?;
    see("the rows", json!(5), rows).await?;
    page.main().tick("只看不符合和待核实的").await?;
    see("the rows", json!(6), rows).await?;
    // A link leads to its row also where the filter hides it, and as often as it is followed.
    page.main().tick("只看不符合和待核实的").await?;
    see("the rows", json!(4), rows).await?;
    page.open(&format!("{}#/way/cultivate", visit.site.address())).await?;
    page.main().tick("只看不符合和待核实的").await?;
    let third = page.group("编制中长期规划、建设方案及保障措施");
    third.choose("编制中长期规划、建设方案及保障措施", "符合").await?;
    page.main().tick("只看不符合和待核实的").await?;
    page.main().tick("只看不符合和待核实的").await?;
    see("the rows", json!(3), rows).await?;
    let hash = "location.hash = '#/requirement/tasks.plans'";
    visit.browser.script(hash, Vec::new()).await?;
    see("the rows", json!(6), rows).await?;
    let focus = async || {
        visit.browser.script("return document.activeElement.getAttribute('aria-label')", Vec::new()).await
    };
    see("the focus", json!("编制中长期规划、建设方案及保障措施"), focus).await?;
    visit.end().await
}

#[tokio::test]
async fn figures_of_the_score_are_offered_and_a_conflict_is_told() -> Outcome {
    let visit = on_the_way("2026-11-25").await?;
    let page = visit.page();
    page.go("评估表").await?;
    let row = page.open_row("研究队伍").await?;
    row.fill("稳定工作半年以上的人员", "34").await?;
    page.go("成员与股权").await?;
    page.main().press("＋ 添加成员").await?;
    let member = page.main().entry("第 1 个成员");
    member.select("类型", "企业").await?;
    member.tick("股东").await?;
    member.fill("认缴出资额", "1200.5").await?;
    page.go("培育申报").await?;
    let team = page.group("专业技术研发人员不少于 30 人");
    team.see_text("评估表的“稳定工作半年以上的人员”是 34。").await?;
    team.press("采用 34 人").await?;
    team.see_value("专业技术研发人员", "34").await?;
    see("the focus", "专业技术研发人员", async || page.focused().await).await?;
    team.classed("offered").see_gone().await?;
    team.fill("专业技术研发人员", "31").await?;
    team.see_text("是 34，这里填的是 31，两处不一致，请核对。").await?;
    let capital = page.group("注册资本不少于 1000 万元");
    capital.press("采用 1200.5 万元").await?;
    capital.classed("state").see_text("符合").await?;
    page.group("科研单位、高校等加入，依法共同组建").see_text("成员表里有企业 1 家。").await?;
    visit.end().await
}

#[tokio::test]
async fn a_requirement_has_an_address() -> Outcome {
    let visit = on_the_way("2026-11-25").await?;
    let page = visit.page();
    page.open(&format!("{}#/requirement/recognition.paid_in", visit.site.address())).await?;
    page.main().classed("stage").see_text("正式认定").await?;
    see("the focus", Some("股东单位出资全部实缴到位".to_owned()), async || {
        let name =
            visit.browser.script("return document.activeElement.getAttribute('aria-label')", Vec::new()).await?;
        Ok(name.as_str().map(str::to_owned))
    })
    .await?;
    let row = page.group("股东单位出资全部实缴到位");
    row.fill("股东单位认缴出资合计", "1000").await?;
    row.fill("股东单位实缴出资合计", "950").await?;
    row.see_text("还差 50 万元").await?;
    // An address that nobody knows is the first stage's.
    page.open(&format!("{}#/requirement/nothing", visit.site.address())).await?;
    page.main().classed("stage").see_text("培育申报").await?;
    visit.end().await
}

async fn score(page: &Page<'_>, row: usize, points: [&str; 5]) -> Outcome {
    const ASPECTS: [&str; 5] = [
        "重点行业的符合性",
        "依托载体的符合性",
        "牵头单位要求的符合性",
        "建设方案要求的符合性",
        "其它条件的符合性",
    ];
    let expert = page.main().entry(&format!("第 {row} 位专家"));
    for (aspect, points) in ASPECTS.into_iter().zip(points) {
        expert.fill(aspect, points).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_mock_panel_says_what_its_mean_needs() -> Outcome {
    let visit = on_the_way("2026-11-25").await?;
    let page = visit.page();
    page.go("遴选").await?;
    let requirement = page.group("专家评审平均分 80 分以上");
    requirement.see_text("专家组 3—5 人").await?;
    requirement.follow("在“模拟评审”里填写专家的分数").await?;
    page.see_title("模拟评审").await?;
    let panel = page.main();
    for _ in 0..3 {
        panel.press("＋ 添加专家").await?;
    }
    score(&page, 1, ["16", "16", "16", "16", "16"]).await?;
    panel.see_text("还有 2 位专家的总分没有填齐，平均每位至少 80 分").await?;
    score(&page, 2, ["16", "16", "16", "16", "16"]).await?;
    score(&page, 3, ["16", "16", "16", "16", "15.99"]).await?;
    panel.see_text("全体专家的总分合计还差 0.01 分").await?;
    page.see_on_paper("第 3 位专家1616161615.9979.99").await?;
    page.go("遴选").await?;
    requirement.see_text("平均 79.997 分。").await?;
    requirement.see_text("全体专家的总分合计还差 0.01 分").await?;
    requirement.classed("state").see_text("不符合").await?;
    page.go("模拟评审").await?;
    score(&page, 3, ["16", "16", "16", "16", "16"]).await?;
    panel.see_text("已达到 80 分。").await?;
    page.go("遴选").await?;
    requirement.classed("state").see_text("✓ 符合").await?;
    page.go("模拟评审").await?;
    panel.press("＋ 添加专家").await?;
    panel.press("＋ 添加专家").await?;
    // There are never more than five, and whoever asks for one more stays on the button.
    panel.press("＋ 添加专家").await?;
    page.notice().see_text("专家最多 5 位。").await?;
    see("the focus", "＋ 添加专家", async || page.focused().await).await?;
    assert!(!panel.text().await?.contains("第 6"), "no sixth");
    page.go("遴选").await?;
    requirement.classed("state").see_text("待核实").await?;
    visit.end().await
}

#[tokio::test]
async fn weights_change_together_and_points_stay_within_them() -> Outcome {
    let visit = on_the_way("2026-11-25").await?;
    let page = visit.page();
    page.go("模拟评审").await?;
    page.main().press("＋ 添加专家").await?;
    let weights = page.main().classed("weights");
    let expert = page.main().entry("第 1 位专家");
    weights.fill("重点行业的符合性", "30").await?;
    weights.see_complaint("重点行业的符合性", "五项分值合计是 110，合计 100 才一起生效。仍按 20 计算。").await?;
    expert.fill("重点行业的符合性", "25").await?;
    expert.see_complaint("重点行业的符合性", "不能大于 20。暂不计入。").await?;
    weights.fill("其它条件的符合性", "10").await?;
    weights.see_complaint("重点行业的符合性", "").await?;
    weights.see_complaint("其它条件的符合性", "").await?;
    // What waited for the weight counts now, and stays when one goes in and out.
    expert.see_complaint("重点行业的符合性", "").await?;
    see("the points that are kept", json!("25"), async || {
        Ok(page.draft_saved_last().await?["panel"]["experts"][0][0].clone())
    })
    .await?;
    expert.fill("重点行业的符合性", "28").await?;
    expert.see_complaint("重点行业的符合性", "").await?;
    // What was given would be above the weight.
    weights.fill("重点行业的符合性", "20").await?;
    weights.fill("其它条件的符合性", "20").await?;
    let too_little = "已有专家给出 28 分，分值不能比给出的分数小。仍按 30 计算。";
    weights.see_complaint("重点行业的符合性", too_little).await?;
    let waits = "“重点行业的符合性”的分值比专家已给的分数小，改好后一起生效。仍按 10 计算。";
    weights.see_complaint("其它条件的符合性", waits).await?;
    page.keys(Key::Tab + "").await?;
    page.see_saved().await?;
    page.reload().await?;
    page.go("模拟评审").await?;
    weights.see_value("其它条件的符合性", "20").await?;
    weights.see_value("重点行业的符合性", "20").await?;
    expert.see_value("重点行业的符合性", "28").await?;
    expert.fill("重点行业的符合性", "18").await?;
    weights.fill("重点行业的符合性", "20").await?;
    weights.see_complaint("其它条件的符合性", "").await?;
    visit.end().await
}
