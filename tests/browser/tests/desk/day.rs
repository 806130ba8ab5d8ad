//! A page that stays open over midnight.

use browser_tests::{Outcome, Visit};
use serde_json::json;

/// From now on the page takes it for so many milliseconds later than it did.
const LATER: &str = "const Before = Date, later = arguments[0];
    globalThis.Date = class extends Before {
        constructor(...parts) { parts.length ? super(...parts) : super(Before.now() + later) }
        static now() { return Before.now() + later }
    }";

const A_DAY: u64 = 24 * 60 * 60 * 1000;

async fn tell(visit: &Visit, event: &str) -> Outcome {
    visit.browser.script("dispatchEvent(new Event(arguments[0]))", vec![event.into()]).await.map(drop)
}

/// Yesterday was once today until the page was loaded again: on the screen, on paper and in the calendar file.
#[tokio::test]
async fn the_page_looks_at_the_day_again() -> Outcome {
    let visit = Visit::begin_on("日期", "2026-05-06").await?;
    let page = visit.page();
    page.main().fill_date("培育名单发布日期", "2024-05-10").await?;
    let timeline = page.main().classed("timeline");
    timeline.see_text("还有 4 天").await?;
    page.see_on_paper("打印日期 2026-05-06").await?;
    // Somebody comes back to the page.
    visit.browser.script(LATER, vec![json!(A_DAY)]).await?;
    tell(&visit, "focus").await?;
    timeline.see_text("还有 3 天").await?;
    // It is printed.
    visit.browser.script(LATER, vec![json!(A_DAY)]).await?;
    tell(&visit, "beforeprint").await?;
    page.see_on_paper("打印日期 2026-05-08").await?;
    // The calendar file is made, in which what is overdue is a matter of today.
    visit.browser.script(LATER, vec![json!(5 * A_DAY)]).await?;
    page.main().press("导出到日历（.ics）").await?;
    let (_, calendar) = visit.browser.downloaded().await?;
    assert!(calendar.contains("DTSTART;VALUE=DATE:20260513"), "{calendar}");
    timeline.see_text("已逾期 3 天").await?;
    visit.end().await
}

/// Nothing happens but that the clock goes on.
#[tokio::test]
async fn at_midnight_it_is_the_next_day() -> Outcome {
    let visit = Visit::begin().await?;
    visit.browser.live_at("2026-05-06T23:59:56").await?;
    let page = visit.page();
    page.reload().await?;
    page.begin("三年评估").await?;
    page.go("日期").await?;
    page.main().classed("timeline").see_gone().await?;
    page.see_on_paper("打印日期 2026-05-07").await?;
    visit.end().await
}
