//! The page as somebody who uses it sees it: places, rows, figures, drafts and files.

use std::path::Path;

use serde_json::Value;
use thirtyfour::prelude::*;

use crate::xpath::{class, item_row, quoted, reads};
use crate::{Browser, Outcome, Part, see, see_that};

/// A way to fill in the table, which is in no row of the navigation.
const BY_POINTS: &str = "直接填分";

/// The places of the navigation by their groups.
const PLACES: [(&str, &[&str]); 7] = [
    ("填报", &["评估表", "基础数据", "成员与股权", "财务", "佐证材料"]),
    ("口径", &["口径与说明"]),
    ("测算", &["提分清单", "举措与方案", "比选", "达标路径"]),
    ("培育认定", &["培育申报", "遴选", "培育建设", "考核验收", "正式认定", "模拟评审"]),
    ("日程", &["日期", "年度目标"]),
    ("总览", &["总览"]),
    ("草稿", &["草稿"]),
];

#[derive(Clone, Copy)]
pub struct Page<'a> {
    browser: &'a Browser,
}

impl<'a> Page<'a> {
    pub(crate) fn new(browser: &'a Browser) -> Page<'a> {
        Page { browser }
    }

    /// Loads an address anew and waits until the page is usable.
    pub async fn open(&self, address: &str) -> Outcome {
        // Where only the part behind # differs, the browser would not load anything.
        self.browser.driver.goto("about:blank").await?;
        self.browser.driver.goto(address).await?;
        self.main().one("//h1").await.map(drop)
    }

    pub async fn reload(&self) -> Outcome {
        self.browser.driver.refresh().await?;
        self.main().one("//h1").await.map(drop)
    }

    pub fn main(&self) -> Part<'a> {
        Part::new(self.browser, "//main[@id='main']")
    }

    pub fn head(&self) -> Part<'a> {
        Part::new(self.browser, "//header")
    }

    /// The bar with the total.
    pub fn bar(&self) -> Part<'a> {
        Part::new(self.browser, "//section[@aria-label='总分']")
    }

    /// The bar with how many conditions are met.
    pub fn conditions(&self) -> Part<'a> {
        Part::new(self.browser, "//section[@aria-label='条件']")
    }

    /// The strip that is there while something is tried out.
    pub fn trial(&self) -> Part<'a> {
        Part::new(self.browser, format!("//section[{}]", class("trial")))
    }

    /// The question that a draft from before it was asked is asked.
    pub fn asked(&self) -> Part<'a> {
        Part::new(self.browser, format!("//section[{}]", class("asked")))
    }

    /// The sentence at the foot of the page about what just happened.
    pub fn notice(&self) -> Part<'a> {
        Part::new(self.browser, "//body").classed("notices")
    }

    /// What the rules changed in a draft of an older version.
    pub fn changed(&self) -> Part<'a> {
        Part::new(self.browser, format!("//*[{}]", class("changed")))
    }

    /// The foot of the page, with what was said lately.
    pub fn foot(&self) -> Part<'a> {
        Part::new(self.browser, "//footer")
    }

    /// What stands above everything when the program has broken.
    pub fn crash(&self) -> Part<'a> {
        Part::new(self.browser, "//body").classed("crash")
    }

    /// Begins a draft for this purpose, where drafts are begun, and goes past the questions to the table.
    pub async fn begin(&self, purpose: &str) -> Outcome {
        self.press_begin(purpose).await?;
        self.see_title("开始").await?;
        self.go("评估表").await
    }

    /// Presses the button that begins a draft for this purpose.
    pub async fn press_begin(&self, purpose: &str) -> Outcome {
        self.main().press_part(purpose).await
    }

    /// Goes to a place by the navigation: to its group first where that is another one.
    pub async fn go(&self, place: &str) -> Outcome {
        if place == BY_POINTS {
            self.go_by_the_rows("评估表").await?;
            self.main().classed("ways").follow(place).await?;
            return see("the way to fill in the table", place, async || {
                Ok(self.main().one(&format!("//*[{}]/a[@aria-current]", class("ways"))).await?.text().await?)
            })
            .await;
        }
        self.go_by_the_rows(place).await?;
        if place != "评估表" {
            return Ok(());
        }
        // The navigation marks the table either way: that one has come there is to be seen in it.
        see("the way to fill in the table", "按数据填写", async || {
            Ok(self.main().one(&format!("//*[{}]/a[@aria-current]", class("ways"))).await?.text().await?)
        })
        .await
    }

    async fn go_by_the_rows(&self, place: &str) -> Outcome {
        let (group, _) = PLACES
            .into_iter()
            .find(|(_, places)| places.contains(&place))
            .ok_or_else(|| format!("no place is called {place}"))?;
        let several = PLACES.into_iter().any(|(one, places)| one == group && places.len() > 1);
        if !self.group_is(group).await? {
            self.follow_in_head(&format!("//nav[@aria-label='页面']/a[{}]", reads(group)), group).await?;
            see_that("the group in the navigation", async || {
                Ok((self.group_is(group).await?, self.current().await?.join(" ")))
            })
            .await?;
        }
        // Where points are typed one is at the table as well; its link leads to the other way to fill it in.
        let by_points = self.browser.driver.current_url().await?.as_str().ends_with("#/points");
        if several && (by_points || self.current().await?.last().map(String::as_str) != Some(place)) {
            let link = format!("//nav[@aria-label={}]/a[{}]", quoted(group), reads(place));
            self.browser.act_on(&self.head().one(&link).await?).await?;
        }
        see("the place in the navigation", place, async || {
            let current = self.current().await?.pop().unwrap_or_default();
            // What is alone in its group bears the group's name there.
            Ok(if current == group && !several { place.to_owned() } else { current })
        })
        .await
    }

    /// Follows a link of the first level; on a phone those without room there stand behind 更多.
    async fn follow_in_head(&self, path: &str, group: &str) -> Outcome {
        let link = self.head().one(path).await?;
        if link.is_displayed().await? {
            return self.browser.act_on(&link).await;
        }
        self.head().press("更多").await?;
        self.head().classed("menu-list").follow(group).await
    }

    async fn group_is(&self, group: &str) -> Outcome<bool> {
        Ok(self.current().await?.first().map(String::as_str) == Some(group))
    }

    /// What the navigation marks, the group first.
    async fn current(&self) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll('header nav > a[aria-current]')].map(one => one.textContent.trim())";
        let current = self.browser.script(script, Vec::new()).await?;
        let words = current.as_array().ok_or("no list of links")?.iter();
        Ok(words.filter_map(|one| one.as_str().map(str::to_owned)).collect())
    }

    /// Waits until the place has this title, and the focus if it was gone to.
    pub async fn see_title(&self, title: &str) -> Outcome {
        see("the title", title, async || Ok(self.main().one("//h1").await?.text().await?)).await
    }

    /// Opens a stage of the way.
    pub async fn go_to_stage(&self, stage: &str) -> Outcome {
        self.go(stage).await?;
        self.see_title(stage).await
    }

    /// Goes to a stage and sees its verdict there.
    pub async fn see_verdict(&self, stage: &str, verdict: &str) -> Outcome {
        self.go_to_stage(stage).await?;
        see(&format!("the verdict of {stage}"), verdict, async || {
            Ok(self.main().one(&format!("//*[{}]/span[1]", class("standing"))).await?.text().await?)
        })
        .await
    }

    /// Waits until this stands on the sheet that would be printed.
    pub async fn see_on_paper(&self, words: &str) -> Outcome {
        see_that(&format!("“{words}” on paper"), async || {
            let script = "return document.querySelector('.paper')?.textContent ?? ''";
            let text = self.browser.script(script, Vec::new()).await?;
            let text = text.as_str().unwrap_or_default().to_owned();
            Ok((text.contains(words), text))
        })
        .await
    }

    /// A requirement of the open stage, or a part of a yearly plan.
    pub fn group(&self, name: &str) -> Part<'a> {
        self.main().entry(name)
    }

    /// The names of all places of the navigation.
    pub fn places(&self) -> impl Iterator<Item = &'static str> {
        [BY_POINTS].into_iter().chain(PLACES.into_iter().flat_map(|(_, places)| places.iter().copied()))
    }

    /// The row of an item in the table.
    pub fn row(&self, name: &str) -> Part<'a> {
        Part::new(self.browser, item_row(name))
    }

    /// What an item's row shows below it when it is open.
    pub fn panel(&self, name: &str) -> Part<'a> {
        Part::new(self.browser, format!("{}/following-sibling::tr[1][{}]", item_row(name), class("panel-row")))
    }

    /// Opens an item's row and gives what it then shows.
    pub async fn open_row(&self, name: &str) -> Outcome<Part<'a>> {
        self.toggle_row(name, false).await?;
        Ok(self.panel(name))
    }

    pub async fn close_row(&self, name: &str) -> Outcome {
        self.toggle_row(name, true).await
    }

    async fn toggle_row(&self, name: &str, was_open: bool) -> Outcome {
        if self.is_open(name).await? != was_open {
            return Err(
                format!("the row of {name} is {} already", if was_open { "closed" } else { "open" }).into()
            );
        }
        let toggle = self.row(name).one("//button").await?;
        self.browser.act_on(&toggle).await?;
        see(&format!("whether the row of {name} is open"), !was_open, async || self.is_open(name).await).await
    }

    pub async fn is_open(&self, name: &str) -> Outcome<bool> {
        Ok(self.row(name).one("//button").await?.attr("aria-expanded").await?.as_deref() == Some("true"))
    }

    /// Floor, declared and ceiling as an item's row shows them.
    pub async fn figures(&self, name: &str) -> Outcome<[String; 3]> {
        let row = self.row(name);
        Ok([
            row.classed("floor").text().await?,
            row.classed("declared").text().await?,
            row.classed("ceiling").text().await?,
        ])
    }

    pub async fn see_figures(&self, name: &str, expected: [&str; 3]) -> Outcome {
        let expected = expected.map(str::to_owned);
        see::<[String; 3]>(&format!("the figures of {name}"), expected, async || self.figures(name).await).await
    }

    /// Floor, declared and ceiling of the whole, as the bar shows them.
    pub async fn totals(&self) -> Outcome<[String; 3]> {
        let figure = async |name: &str| {
            let term = self.bar().one(&format!("//dt[{}]/following-sibling::dd", reads(name))).await?;
            Outcome::Ok(term.text().await?)
        };
        Ok([figure("最低可得").await?, figure("自评").await?, figure("最高可得").await?])
    }

    pub async fn see_totals(&self, expected: [&str; 3]) -> Outcome {
        see::<[String; 3]>("the total", expected.map(str::to_owned), async || self.totals().await).await
    }

    /// What the head says about saving.
    pub async fn saving(&self) -> Outcome<String> {
        self.head().classed("saving").text().await
    }

    pub async fn see_saved(&self) -> Outcome {
        see_that("what the head says about saving", async || {
            let saving = self.saving().await?;
            Ok((saving.starts_with("已保存"), saving))
        })
        .await
    }

    /// The name of the open draft, as the head shows it.
    pub async fn draft_name(&self) -> Outcome<String> {
        let button = format!("//*[{}]/button", class("switcher"));
        Ok(self.head().one(&button).await?.text().await?)
    }

    pub async fn see_draft(&self, name: &str) -> Outcome {
        see("the open draft", name, async || self.draft_name().await).await
    }

    /// The drafts in the browser's storage, oldest entry first.
    pub async fn kept_drafts(&self) -> Outcome<Vec<Value>> {
        let script = "return Object.keys(localStorage).filter(key => key.startsWith('zhichuang:draft:')).sort()
                      .map(key => JSON.parse(localStorage.getItem(key)).draft)";
        let drafts = self.browser.script(script, Vec::new()).await?;
        Ok(drafts.as_array().cloned().ok_or("no list of drafts")?)
    }

    /// The draft in the browser's storage that was saved last.
    pub async fn draft_saved_last(&self) -> Outcome<Value> {
        let script = "return Object.keys(localStorage).filter(key => key.startsWith('zhichuang:draft:'))
                      .map(key => JSON.parse(localStorage.getItem(key)))
                      .sort((one, other) => other.saved_at - one.saved_at)[0]?.draft ?? {}";
        self.browser.script(script, Vec::new()).await
    }

    /// Everything in the browser's storage, as one text.
    pub async fn storage(&self) -> Outcome<String> {
        Ok(self
            .browser
            .script("return JSON.stringify(Object.entries(localStorage).sort())", Vec::new())
            .await?
            .to_string())
    }

    /// Chooses a file in the import.
    pub async fn choose_file(&self, path: &Path) -> Outcome {
        let path = path.canonicalize()?;
        Ok(self.main().one("//input[@type='file']").await?.send_keys(path.display().to_string()).await?)
    }

    /// Drops a file with this text on the import.
    pub async fn drop_file(&self, name: &str, text: &str) -> Outcome {
        self.drop_bytes(name, text.as_bytes()).await
    }

    /// Drops a file of these bytes on the import.
    pub async fn drop_bytes(&self, name: &str, bytes: &[u8]) -> Outcome {
        let area = self.main().one("//input[@type='file']/ancestor::label").await?;
        let script = "const data = new DataTransfer();
                      data.items.add(new File([new Uint8Array(arguments[2])], arguments[1], {type: 'application/json'}));
                      for (const kind of ['dragenter', 'dragover', 'drop'])
                          arguments[0].dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));";
        self.browser.script(script, vec![area.to_json()?, name.into(), bytes.into()]).await.map(drop)
    }

    /// Presses keys wherever the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Outcome {
        self.browser.type_keys(keys).await
    }

    /// What has the focus, by what a screen reader calls it.
    pub async fn focused(&self) -> Outcome<String> {
        let script = "const one = document.activeElement;
                      return (one.ariaLabel || one.labels?.[0]?.innerText || one.innerText || one.tagName).trim()";
        let name = self.browser.script(script, Vec::new()).await?;
        Ok(name.as_str().ok_or("the focus has no name")?.to_owned())
    }

    /// Presses Tab until the focus is on what is called so, at its beginning.
    pub async fn tab_to(&self, name: &str) -> Outcome {
        let mut passed = Vec::new();
        while passed.len() < 100 {
            self.keys(Key::Tab + "").await?;
            let here = self.focused().await?;
            if here.starts_with(name) {
                return Ok(());
            }
            passed.push(here);
        }
        Err(format!("Tab never comes to {name}, only to {passed:?}").into())
    }

    /// Whether an item's row is within what the window shows below the bar.
    pub async fn is_in_sight(&self, name: &str) -> Outcome<bool> {
        let row = self.row(name).one("").await?;
        let script = "const row = arguments[0].getBoundingClientRect();
                      const bar = document.evaluate(arguments[1], document, null, 9).singleNodeValue;
                      return row.top >= bar.getBoundingClientRect().bottom - 1 && row.bottom <= innerHeight";
        let bar = format!("//section[@aria-label={}]", quoted("总分"));
        let seen = self.browser.script(script, vec![row.to_json()?, bar.into()]).await?;
        Ok(seen.as_bool().ok_or("neither in sight nor out of it")?)
    }

    /// How many CSS pixels wide the page is, scrolled parts and all.
    pub async fn width(&self) -> Outcome<i64> {
        let width = self.browser.script("return document.documentElement.scrollWidth", Vec::new()).await?;
        Ok(width.as_i64().ok_or("no width")?)
    }
}
