//! Automatic translation takes the page's texts away and puts its own in their places.

use browser_tests::{Outcome, Visit, see};
use serde_json::{Value, json};

/// What Chromium's translation does to every text: `<font><font>…</font></font>` in its place.
const TRANSLATE: &str =
    "const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) {
        const outer = document.createElement('font'), inner = document.createElement('font');
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
    }
    return texts.length";

/// What is to be read on the page and on paper, but for the time of saving and what was said before.
const READ: &str = "const plain = text => text.replace(/\\s+/g, ' ').trim();
    return [...['.score-bar', 'main', '.switcher > button'].map(part => plain(document.querySelector(part).innerText)),
        plain(document.querySelector('.paper').textContent)]";

async fn read(visit: &Visit) -> Outcome<Value> {
    visit.browser.script(READ, Vec::new()).await
}

/// Old and new figures once stood side by side: what a change makes of a translated page is what a fresh one shows.
#[tokio::test]
async fn a_change_reaches_a_translated_page() -> Outcome {
    let visit = Visit::begin().await?;
    let page = visit.page();
    page.main().press("打开一份填好的示例").await?;
    page.see_saved().await?;
    for place in page.places() {
        page.go(place).await?;
        let (before, texts) = (read(&visit).await?, visit.browser.script(TRANSLATE, Vec::new()).await?);
        assert!(texts.as_u64().is_some_and(|count| count > 30), "{place}: {texts} texts");
        assert_eq!(read(&visit).await?, before, "{place}: the same, in other nodes");
        // Changes what every place shows: facts, lists, dates, choices and the name.
        let changed = json!(CHANGED);
        visit.browser.script(CHANGE_IN_ANOTHER_WINDOW, vec![changed]).await?;
        page.see_draft("改过的名称").await?;
        let translated = read(&visit).await?;
        page.see_saved().await?;
        page.reload().await?;
        page.see_draft("改过的名称").await?;
        see(&format!("{place}, translated and changed"), translated, async || read(&visit).await).await?;
        visit.browser.script(CHANGE_BACK, Vec::new()).await?;
        page.see_draft("示例：先进轴承创新中心（虚构）").await?;
    }
    visit.end().await
}

/// The page says that its words are not to be translated.
#[tokio::test]
async fn the_page_asks_not_to_be_translated() -> Outcome {
    let visit = Visit::begin().await?;
    let said = "return [document.documentElement.translate, document.querySelector('meta[name=google]')?.content]";
    assert_eq!(visit.browser.script(said, Vec::new()).await?, json!([false, "notranslate"]));
    visit.end().await
}

/// Facts that are another in the changed draft.
const CHANGED: &str = r#"{"goals.completion_rate": 61, "team.total_staff": 90, "dates.listed_on": "2021-10-11", "dates.recognized_on": "2023-08-01", "apply.team_size": 20}"#;

/// As if another window had saved a changed draft: it takes the place of the open one, on whatever page.
const CHANGE_IN_ANOTHER_WINDOW: &str =
    "const key = Object.keys(localStorage).find(key => key.startsWith('zhichuang:draft:'));
    const before = localStorage.getItem(key), entry = JSON.parse(before);
    sessionStorage.setItem('before', JSON.stringify(entry.draft));
    const draft = structuredClone(entry.draft);
    Object.assign(draft.facts, JSON.parse(arguments[0]));
    draft.name = '改过的名称';
    draft.members.pop();
    draft.members[0].contribution = '700';
    draft.finance[0].revenue = '12';
    draft.evidence.pop();
    draft.evidence[0].on = '2020-01-01';
    draft.discretion = 'high';
    draft.requirements = {};
    draft.annual[0].year = 2024;
    entry.revision += 1;
    entry.draft = draft;
    localStorage.setItem(key, JSON.stringify(entry));
    dispatchEvent(new StorageEvent('storage', {key, newValue: localStorage.getItem(key)}))";

const CHANGE_BACK: &str = "const key = Object.keys(localStorage).find(key => key.startsWith('zhichuang:draft:'));
    const entry = JSON.parse(localStorage.getItem(key));
    entry.revision += 1;
    entry.draft = JSON.parse(sessionStorage.getItem('before'));
    localStorage.setItem(key, JSON.stringify(entry));
    dispatchEvent(new StorageEvent('storage', {key, newValue: localStorage.getItem(key)}))";
