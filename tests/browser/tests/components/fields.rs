//! What people type, and taking it back.

use browser_tests::{Key, Outcome, Part, Visit, see};

const GOALS: &str = "建设目标完成情况";
const RATE: &str = "建设目标完成率";

/// A first visit with one year of finance begun.
async fn with_a_year() -> Outcome<Visit> {
    let visit = Visit::with_blank_draft().await?;
    visit.page().go("财务").await?;
    visit.page().main().press("＋ 添加年度").await?;
    Ok(visit)
}

fn year(visit: &Visit) -> Part<'_> {
    visit.page().main().entry("第 1 个年度")
}

#[tokio::test]
async fn numbers_are_understood_as_people_write_them() -> Outcome {
    let visit = with_a_year().await?;
    let (page, year) = (visit.page(), year(&visit));
    for (label, typed, tidied) in [
        ("成本费用支出总额", "1,234", "1234"),
        ("研发费用", "４５６．５", "456.5"),
        ("创收", " 1，234，567.80", "1234567.8"),
    ] {
        year.fill(label, typed).await?;
        year.see_value(label, typed).await?;
        page.keys(Key::Tab).await?;
        year.see_value(label, tidied).await?;
        year.see_complaint(label, "").await?;
    }
    page.main().see_text("合计：成本费用支出总额 1234 万元，研发费用 456.5 万元，创收 1234567.8 万元。").await?;
    page.go("评估表").await?;
    let row = page.open_row(GOALS).await?;
    row.fill(RATE, "８６％").await?;
    page.see_figures(GOALS, ["15.00", "15.00", "20.00"]).await?;
    row.see_value(RATE, "８６％").await?;
    page.keys(Key::Tab).await?;
    row.see_value(RATE, "86").await?;
    visit.end().await
}

#[tokio::test]
async fn a_number_on_its_way_is_left_alone_until_the_field_is_left() -> Outcome {
    let visit = with_a_year().await?;
    let (page, year) = (visit.page(), year(&visit));
    year.fill("创收", "12.").await?;
    page.main().see_text("创收 12 万元").await?;
    year.see_value("创收", "12.").await?;
    year.see_complaint("创收", "").await?;
    year.type_on("创收", "5").await?;
    page.main().see_text("创收 12.5 万元").await?;
    year.see_value("创收", "12.5").await?;
    year.fill("创收", "12.").await?;
    page.keys(Key::Tab).await?;
    year.see_value("创收", "12").await?;
    visit.end().await
}

#[tokio::test]
async fn what_is_no_number_is_marked_and_what_stood_there_before_counts_on() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let row = page.open_row(GOALS).await?;
    row.fill(RATE, "86").await?;
    page.see_figures(GOALS, ["15.00", "15.00", "20.00"]).await?;
    assert!(!row.is_marked_wrong(RATE).await?, "86 is a percentage");
    row.type_on(RATE, "x").await?;
    // Of 86x, 86 was only the beginning.
    row.see_complaint(RATE, "“86x”不是数字，请只填数字，例如 86.5。暂不计入。").await?;
    row.fill(RATE, "86").await?;
    page.keys(Key::Tab).await?;
    row.type_on(RATE, "x").await?;
    let sentence = "“86x”不是数字，请只填数字，例如 86.5。仍按 86 计算。";
    row.see_complaint(RATE, sentence).await?;
    assert!(row.is_marked_wrong(RATE).await?, "86x is no percentage");
    page.keys(Key::Tab).await?;
    row.see_value(RATE, "86x").await?;
    page.see_figures(GOALS, ["15.00", "15.00", "20.00"]).await?;
    page.see_saved().await?;
    page.reload().await?;
    let row = page.open_row(GOALS).await?;
    row.see_value(RATE, "86x").await?;
    row.see_complaint(RATE, sentence).await?;
    page.see_figures(GOALS, ["15.00", "15.00", "20.00"]).await?;
    row.fill(RATE, "59").await?;
    row.see_complaint(RATE, "").await?;
    page.see_figures(GOALS, ["0.00", "0.00", "10.00"]).await?;
    visit.end().await
}

#[tokio::test]
async fn a_part_above_its_whole_is_marked() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let row = page.open_row("研究队伍").await?;
    let part = "从事研发和相关技术创新活动的科技人员";
    row.fill("职工总数", "8").await?;
    row.fill(part, "9").await?;
    row.see_complaint(part, &format!("“{part}”不能多于“职工总数”（8）。暂不计入。")).await?;
    row.fill(part, "8").await?;
    row.see_complaint(part, "").await?;
    visit.end().await
}

#[tokio::test]
async fn a_fact_typed_in_one_place_stands_in_all_others() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.open_row(GOALS).await?.fill(RATE, "86").await?;
    page.go("基础数据").await?;
    page.main().see_value(RATE, "86").await?;
    page.main().fill(RATE, "55").await?;
    page.go("评估表").await?;
    page.panel(GOALS).see_value(RATE, "55").await?;
    visit.end().await
}

#[tokio::test]
async fn one_field_of_typing_is_one_step_back_from_any_place() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let row = page.open_row(GOALS).await?;
    row.fill(RATE, "86.5").await?;
    page.keys(Key::Tab).await?;
    row.fill(RATE, "61").await?;
    page.see_totals(["10.00", "10.00", "90.00"]).await?;
    page.go("财务").await?;
    page.keys(Key::Control + "z").await?;
    page.notice().see_text(&format!("已撤销：修改“{RATE}”。")).await?;
    page.see_totals(["15.00", "15.00", "95.00"]).await?;
    page.keys(Key::Control + "z").await?;
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
    see("whether there is a step before the first", false, async || page.head().can_press("撤销").await).await?;
    page.go("评估表").await?;
    page.panel(GOALS).see_value(RATE, "").await?;
    page.keys(Key::Control + "y").await?;
    page.notice().see_text(&format!("已重做：修改“{RATE}”。")).await?;
    page.panel(GOALS).see_value(RATE, "86.5").await?;
    page.head().press("重做").await?;
    page.panel(GOALS).see_value(RATE, "61").await?;
    see("whether there is a step after the last", false, async || page.head().can_press("重做").await).await?;
    visit.end().await
}

#[tokio::test]
async fn undo_while_a_field_has_the_focus_takes_back_what_was_typed_there() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let row = page.open_row(GOALS).await?;
    row.fill(RATE, "86.5").await?;
    page.keys(Key::Control + "z").await?;
    row.see_value(RATE, "").await?;
    row.fill(RATE, "70").await?;
    page.see_totals(["10.00", "10.00", "90.00"]).await?;
    visit.end().await
}

#[tokio::test]
async fn a_removed_entry_comes_back_with_all_that_was_in_it() -> Outcome {
    let visit = with_a_year().await?;
    let (page, year) = (visit.page(), year(&visit));
    year.fill("创收", "480").await?;
    year.press("删除第 1 个年度").await?;
    year.see_gone().await?;
    page.notice().see_text("已删除 2023 年度财务。").await?;
    page.notice().press("撤销").await?;
    year.see_value("创收", "480").await?;
    visit.end().await
}

#[tokio::test]
async fn entries_keep_their_content_when_they_are_moved() -> Outcome {
    let visit = with_a_year().await?;
    let page = visit.page();
    page.main().press("＋ 添加年度").await?;
    page.main().press("＋ 添加年度").await?;
    let (first, second) = (page.main().entry("第 1 个年度"), page.main().entry("第 2 个年度"));
    first.fill("创收", "1").await?;
    second.fill("创收", "2").await?;
    page.main().entry("第 3 个年度").fill("创收", "0").await?;
    first.press("下移第 1 个年度").await?;
    first.see_value("创收", "2").await?;
    second.see_value("创收", "1").await?;
    // Whoever moves an entry by keyboard goes on moving that one.
    assert_eq!(page.focused().await?, "下移第 2 个年度");
    second.fill("创收", "3").await?;
    page.main().see_text("创收 5 万元").await?;
    first.see_value("创收", "2").await?;
    visit.end().await
}
