//! The places in two levels, and what a draft is for.

use browser_tests::{Key, Outcome, Page, Visit, case_path, see};
use serde_json::{Value, json};

async fn see_script(page: &Visit, what: &str, expected: Value, script: &str) -> Outcome {
    see(what, expected, async || page.browser.script(script, Vec::new()).await).await
}

const FOCUS: &str = "return document.activeElement.tagName + ' ' + document.activeElement.innerText.trim()";
const TAB: &str = "return document.title";

async fn begin(visit: &Visit, purpose: &str) -> Outcome {
    visit.page().press_begin(purpose).await?;
    visit.page().see_title("开始").await
}

fn item_address(visit: &Visit, rest: &str) -> String {
    format!("{}#/{rest}", visit.site.address())
}

/// The first level has the words of the office, and after each change of place the focus is on its title.
#[tokio::test]
async fn a_place_is_at_most_two_steps_away_and_begins_at_its_title() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let groups =
        "return [...document.querySelectorAll('nav.groups > a')].map(one => one.textContent.trim()).join(' ')";
    see_script(&visit, "the first level", json!("填报 口径 测算 培育认定 日程 总览 草稿"), groups).await?;
    page.main().fill("单位名称", "甲中心").await?;
    visit.browser.put_the_mouse_away();
    for place in page.places() {
        let before = visit.browser.actions();
        page.go(place).await?;
        assert!(
            visit.browser.actions() - before <= 2,
            "{place} is {} steps away",
            visit.browser.actions() - before
        );
        let title = visit.browser.script("return document.querySelector('main h1').innerText", Vec::new()).await?;
        let focus = json!(format!("H1 {}", title.as_str().ok_or("no title")?));
        see_script(&visit, &format!("the focus at {place}"), focus, FOCUS).await?;
        see_script(&visit, "how far it is scrolled", json!(0), "return scrollY").await?;
        see_script(&visit, "the browser's tab", json!(format!("{place}：甲中心 三年评估 – 制创自评")), TAB)
            .await?;
    }
    visit.end().await
}

/// The link past the navigation once led to another place: an address that nobody knew.
#[tokio::test]
async fn the_way_past_the_navigation_stays_at_the_place() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("财务").await?;
    page.reload().await?;
    // Loading gives the focus to nothing, so it is the first that Tab comes to.
    page.keys(Key::Tab + "").await?;
    see("the first stop", "跳到正文", async || page.focused().await).await?;
    page.keys(Key::Enter + "").await?;
    see_script(&visit, "the focus", json!("main"), "return document.activeElement.id").await?;
    page.tab_to("＋ 添加年度").await?;
    page.see_title("财务").await?;
    visit.end().await
}

/// Addresses from before there were two levels, in files and bookmarks, lead where they led.
#[tokio::test]
async fn old_addresses_lead_where_they_led() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.see_saved().await?;
    for (address, title) in [
        ("", "河南省制造业创新中心评估指标参考表"),
        ("points", "河南省制造业创新中心评估指标参考表"),
        ("facts", "基础数据"),
        ("members", "成员与股权"),
        ("finance", "财务"),
        ("evidence", "佐证材料"),
        ("readings", "口径与说明"),
        ("way", "培育申报"),
        ("way/acceptance", "考核验收"),
        ("requirement/recognition.paid_in", "正式认定"),
        ("dates", "日期"),
        ("annual", "年度目标"),
        ("summary", "总览"),
        ("drafts", "草稿"),
        ("nowhere", "河南省制造业创新中心评估指标参考表"),
    ] {
        page.open(&item_address(&visit, address)).await?;
        page.see_title(title).await?;
        page.reload().await?;
        page.see_title(title).await?;
    }
    visit.end().await
}

#[tokio::test]
async fn back_and_forward_go_through_the_places() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("成员与股权").await?;
    page.go("考核验收").await?;
    page.go("总览").await?;
    let driver = &visit.browser.driver;
    driver.back().await?;
    page.see_title("考核验收").await?;
    see_script(&visit, "the focus", json!("H1 考核验收"), FOCUS).await?;
    driver.back().await?;
    driver.back().await?;
    page.see_title("成员与股权").await?;
    driver.forward().await?;
    driver.forward().await?;
    page.see_title("考核验收").await?;
    page.reload().await?;
    page.see_title("考核验收").await?;
    driver.forward().await?;
    page.see_title("总览").await?;
    visit.end().await
}

/// Who comes back is where he left, and not at the top of a long table nor at the row that the address names.
#[tokio::test]
async fn who_comes_back_is_where_he_left() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.bar().press("还有 23 项未填，去下一项").await?;
    see("whether the first row is open", true, async || page.is_open("建设目标完成情况").await).await?;
    let row = "依托载体股比构成";
    page.open_row(row).await?;
    page.panel(row).follow("在单独的页面里编辑").await?;
    page.see_title("成员与股权").await?;
    see_script(&visit, "how far it is scrolled", json!(0), "return scrollY").await?;
    visit.browser.driver.back().await?;
    page.see_title("河南省制造业创新中心评估指标参考表").await?;
    see("whether the row is in sight again", true, async || page.is_in_sight(row).await).await?;
    assert!(page.is_open(row).await?, "its rows are as they were");
    // The same place by a link is a new visit.
    visit.browser.script("scrollTo(0, 900)", Vec::new()).await?;
    see_script(&visit, "how far the table is scrolled", json!(900), "return scrollY").await?;
    for (hash, title) in [("members", "成员与股权"), ("table", "河南省制造业创新中心评估指标参考表")]
    {
        visit.browser.script("location.hash = '#/' + arguments[0]", vec![hash.into()]).await?;
        page.see_title(title).await?;
        see_script(&visit, &format!("how far {title} is scrolled"), json!(0), "return scrollY").await?;
        see_script(&visit, "the focus", json!(format!("H1 {title}")), FOCUS).await?;
    }
    visit.end().await
}

/// A place is built anew and not made of the last one: the focus once stayed on a button that meanwhile added another row.
#[tokio::test]
async fn the_focus_never_stays_on_another_place() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("成员与股权").await?;
    page.go("财务").await?;
    page.tab_to("＋ 添加年度").await?;
    visit.browser.driver.back().await?;
    page.see_title("成员与股权").await?;
    see_script(&visit, "the focus", json!("H1 成员与股权"), FOCUS).await?;
    visit.end().await
}

/// Where a control takes itself away or out of use, a keyboard goes on in the page. Some once left the focus to nobody, and
/// Tab began at the top again.
#[tokio::test]
async fn the_focus_goes_on_where_its_control_is_gone() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    let goes_on = async |button: &str| -> Outcome {
        let focus = "const one = [...document.querySelectorAll('button')]
                         .find(one => (one.ariaLabel || one.innerText).trim() === arguments[0]);
                     one.focus(); return document.activeElement === one";
        let has_it = visit.browser.script(focus, vec![button.into()]).await?;
        assert_eq!(has_it, json!(true), "{button} takes no focus");
        page.keys(Key::Enter + "").await?;
        let now = "return document.activeElement.id";
        see_script(&visit, &format!("the focus after {button}"), json!("main"), now).await
    };
    page.go("成员与股权").await?;
    page.main().press("＋ 添加成员").await?;
    page.main().press("删除第 1 个成员").await?;
    // A frame later the focus is where the next row is added; Enter would add one.
    see("the focus", "＋ 添加成员", async || page.focused().await).await?;
    goes_on("关闭提示").await?;
    page.head().press("撤销").await?;
    goes_on("撤销").await?;
    page.head().press("重做").await?;
    goes_on("重做").await?;
    page.go("年度目标").await?;
    page.main().press("＋ 添加年度").await?;
    goes_on("删除这个年度").await?;
    page.go("草稿").await?;
    page.drop_file("a.json", "[]").await?;
    page.main().see_text("没有导入任何内容").await?;
    page.drop_file("a.json", &std::fs::read_to_string(case_path("ordinary.draft.json"))?).await?;
    goes_on("不导入").await?;
    visit.end().await
}

/// A firm is at home on its way, and its bar says how far it is; the table is there all the same.
#[tokio::test]
async fn a_draft_for_recognition_is_at_home_with_its_conditions() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    begin(&visit, "培育与认定").await?;
    page.main().press("去核对第一条").await?;
    page.see_title("培育申报").await?;
    let first = "按“公司+联盟”的形式安排组建";
    see_script(&visit, "the focus", json!(first), "return document.activeElement.getAttribute('aria-label')")
        .await?;
    let bar = page.conditions();
    bar.see_text("条件 0/66").await?;
    page.group(first).choose(first, "符合").await?;
    bar.see_text("条件 1/66").await?;
    bar.press("还有 65 条待核实，去下一条").await?;
    let second = "依托载体是（或安排为）股份制独立企业法人";
    see_script(&visit, "the focus", json!(second), "return document.activeElement.getAttribute('aria-label')")
        .await?;
    page.group(second).choose(second, "不符合").await?;
    bar.see_text("条件 1/66，不符合 1").await?;
    for place in ["基础数据", "日期", "总览", "草稿"] {
        page.go(place).await?;
        bar.see_text("条件 1/66，不符合 1").await?;
    }
    let first_heading = "return document.querySelector('.overview h2').innerText";
    page.go("总览").await?;
    see_script(&visit, "what comes first", json!("培育与认定"), first_heading).await?;
    // The score is folded, not gone; and the table shows its sum.
    page.main().press_summary("三年评估：自评 0.00，最低可得 0.00，最高可得 100.00，满分 100").await?;
    page.go("评估表").await?;
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
    // Home is where an address without a place leads.
    page.open(&visit.site.address()).await?;
    page.see_title("培育申报").await?;
    // Once it is listed it stands at the next stage, and what is behind is not asked for any more.
    page.go("日期").await?;
    page.main().fill_date("培育名单发布日期", "2026-01-15").await?;
    page.open(&visit.site.address()).await?;
    page.see_title("培育建设").await?;
    bar.press("还有 20 条待核实，去下一条").await?;
    page.see_title("培育建设").await?;
    // Behind it much was never verified, and nobody says that all is.
    page.go("日期").await?;
    page.main().fill_date("正式认定日期", "2026-02-15").await?;
    bar.see_text("已过阶段以外，各条都已核对").await?;
    assert!(!bar.can_press("已过阶段以外，各条都已核对").await?, "it leads nowhere");
    visit.end().await
}

/// What a draft is for can be changed any time, and taken back.
#[tokio::test]
async fn what_a_draft_is_for_can_be_changed() -> Outcome {
    let visit = Visit::with_blank_draft().await?;
    let page = visit.page();
    page.go("草稿").await?;
    page.group("这份草稿用来做什么").press("培育与认定").await?;
    page.conditions().see_text("条件 0/66").await?;
    page.see_saved().await?;
    assert_eq!(page.draft_saved_last().await?["purpose"], "recognition");
    page.head().press("撤销").await?;
    page.notice().see_text("已撤销：修改草稿的用途。").await?;
    page.see_totals(["0.00", "0.00", "100.00"]).await?;
    visit.end().await
}

/// A draft from before it was asked is asked once, with one click, and is for the table until then.
#[tokio::test]
async fn an_older_draft_is_asked_once() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.choose_file(&case_path("ordinary.draft.json")).await?;
    page.main().press("导入").await?;
    page.see_title("河南省制造业创新中心评估指标参考表").await?;
    let asked = page.asked();
    asked.press("三年评估").await?;
    asked.see_gone().await?;
    see_script(&visit, "the focus", json!("main"), "return document.activeElement.id").await?;
    page.see_saved().await?;
    page.reload().await?;
    page.see_title("河南省制造业创新中心评估指标参考表").await?;
    asked.see_gone().await?;
    visit.end().await
}

/// The last five drafts are one click away, and one stays at the place.
#[tokio::test]
async fn drafts_are_changed_in_the_head() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    for name in ["甲", "乙", "丙", "丁", "戊", "己"] {
        if name != "甲" {
            page.go("草稿").await?;
        }
        page.begin("三年评估").await?;
        page.main().fill("单位名称", name).await?;
        page.see_draft(&format!("{name} 三年评估")).await?;
        page.see_saved().await?;
    }
    page.go("财务").await?;
    let list = page.head().classed("switcher");
    list.press("己 三年评估").await?;
    let names = "return [...document.querySelectorAll('.switcher .menu-list > *')].map(one => one.firstChild.textContent).join('，')";
    let expected = "己 三年评估，戊 三年评估，丁 三年评估，丙 三年评估，乙 三年评估，全部草稿";
    see_script(&visit, "the drafts", json!(expected), names).await?;
    // The open draft is no other: what was done to it can still be undone.
    list.press_part("己 三年评估").await?;
    list.classed("menu-list").see_gone().await?;
    assert!(page.head().can_press("撤销").await?, "its steps are gone");
    list.press("己 三年评估").await?;
    // Escape closes it and goes back to the button.
    page.keys(Key::Escape + "").await?;
    list.classed("menu-list").see_gone().await?;
    see_script(&visit, "the focus", json!("BUTTON 己 三年评估"), FOCUS).await?;
    page.keys(Key::Enter + "").await?;
    list.press_part("丙 三年评估").await?;
    page.see_draft("丙 三年评估").await?;
    page.see_title("财务").await?;
    see_script(&visit, "the focus", json!("H1 财务"), FOCUS).await?;
    list.classed("menu-list").see_gone().await?;
    // Who goes on elsewhere is done with it.
    list.press("丙 三年评估").await?;
    // The open draft is among them, and the one before it next.
    let expected = "丙 三年评估，己 三年评估，戊 三年评估，丁 三年评估，乙 三年评估，全部草稿";
    see_script(&visit, "the drafts", json!(expected), names).await?;
    page.keys(Key::Shift + Key::Tab).await?;
    list.classed("menu-list").see_gone().await?;
    list.press("丙 三年评估").await?;
    list.follow("全部草稿").await?;
    page.see_title("草稿").await?;
    visit.end().await
}

/// Whether nothing but this part is hit where it stands.
async fn is_at_hand(page: Page<'_>, visit: &Visit, script: &str) -> Outcome<bool> {
    page.main().text().await?;
    Ok(visit.browser.script(script, Vec::new()).await? == true)
}

#[tokio::test]
async fn on_a_phone_the_places_are_at_the_foot() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    visit.browser.resize(360, 740).await?;
    page.begin("三年评估").await?;
    let foot = "return [...document.querySelectorAll('nav.groups > a, nav.groups > .menu > button')]
                    .filter(one => one.getClientRects().length && one.getBoundingClientRect().bottom <= innerHeight && one.getBoundingClientRect().top > innerHeight - 60)
                    .sort((one, other) => one.getBoundingClientRect().left - other.getBoundingClientRect().left)
                    .map(one => one.textContent.trim()).join(' ')";
    see_script(&visit, "the foot", json!("总览 填报 培育认定 日程 更多"), foot).await?;
    for place in page.places() {
        page.go(place).await?;
    }
    // Undo is within reach of the thumb wherever the page is scrolled, once there is something to take back.
    page.go("日期").await?;
    let undo = "const undo = [...document.querySelectorAll('.tools button')].find(one => one.textContent === '撤销').getBoundingClientRect();
                const at = document.elementFromPoint(undo.left + undo.width / 2, undo.top + undo.height / 2);
                return undo.height > 0 && at?.textContent === '撤销' && undo.top > innerHeight / 2 && undo.left > innerWidth / 3";
    assert!(!is_at_hand(page, &visit, undo).await?, "there is nothing to undo");
    page.main().fill_date("培育名单发布日期", "2026-01-15").await?;
    see("whether undo is at hand", true, async || is_at_hand(page, &visit, undo).await).await?;
    // The timeline comes before the inputs.
    let order =
        "const [timeline, input] = ['.timeline', 'main input[type=date]'].map(one => document.querySelector(one));
                 return timeline.getBoundingClientRect().bottom <= input.getBoundingClientRect().top";
    see_script(&visit, "whether the timeline comes first", json!(true), order).await?;
    // What 更多 opens lies above it.
    page.head().press("更多").await?;
    let print = "const print = [...document.querySelectorAll('.menu-list button')].find(one => one.textContent === '打印').getBoundingClientRect();
                 return [0.1, 0.5, 0.9].every(part => document.elementFromPoint(print.left + print.width * part, print.top + print.height / 2).textContent === '打印')";
    see("whether 打印 is at hand", true, async || is_at_hand(page, &visit, print).await).await?;
    page.keys(Key::Escape + "").await?;
    page.head().press("撤销").await?;
    page.notice().see_text("已撤销").await?;
    // Redo is at hand beside what is said.
    let redo = undo.replace("撤销", "重做");
    see("whether redo is at hand", true, async || is_at_hand(page, &visit, &redo).await).await?;
    let notice = "const notice = document.querySelector('.notice').getBoundingClientRect();
                  return notice.bottom <= document.querySelector('nav.groups').getBoundingClientRect().top";
    see_script(&visit, "whether the notice stands clear of the foot", json!(true), notice).await?;
    visit.end().await
}
