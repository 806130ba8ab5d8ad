//! A part of the page, with the controls in it by the labels that a person reads.

use thirtyfour::prelude::*;

use crate::xpath::{class, quoted, reads};
use crate::{Browser, Outcome, see, see_that};

#[derive(Clone)]
pub struct Part<'a> {
    browser: &'a Browser,
    path: String,
}

impl<'a> Part<'a> {
    pub(crate) fn new(browser: &'a Browser, path: impl Into<String>) -> Part<'a> {
        Part { browser, path: path.into() }
    }

    /// The section under this heading.
    pub fn section(&self, heading: &str) -> Part<'a> {
        self.inner(&format!("//section[h2[{}]]", reads(heading)))
    }

    /// An entry of a table by its name, such as 第 1 个成员.
    pub fn entry(&self, name: &str) -> Part<'a> {
        self.inner(&format!("//*[@role='group'][@aria-label={}]", quoted(name)))
    }

    /// What has this class.
    pub fn classed(&self, name: &str) -> Part<'a> {
        self.inner(&format!("//*[{}]", class(name)))
    }

    /// What reads exactly so within this part, and within no smaller one.
    pub fn reading(&self, text: &str) -> Part<'a> {
        self.inner(&format!("//*[{}][not(*[{}])]", reads(text), reads(text)))
    }

    fn inner(&self, path: &str) -> Part<'a> {
        Part::new(self.browser, format!("{}{path}", self.path))
    }

    pub async fn press(&self, button: &str) -> Outcome {
        self.browser.act_on(&self.button(button).await?).await
    }

    /// Presses the first of several buttons that read the same.
    pub async fn press_first(&self, button: &str) -> Outcome {
        self.browser
            .act_on(
                &self
                    .one(&format!("//ul[{}]/li[1]/button[normalize-space()={}]", class("past"), quoted(button)))
                    .await?,
            )
            .await
    }

    /// Presses twice at once, where the button stands: what slides there meanwhile gets the second click.
    pub async fn double_press(&self, button: &str) -> Outcome {
        let button = self.button(button).await?;
        self.browser.bring_into_sight(&button).await?;
        Ok(self.browser.driver.action_chain().double_click_element(&button).perform().await?)
    }

    /// Sets what a field shows as form fillers and some input methods do, and tells of it by these events alone.
    pub async fn set_behind(&self, label: &str, text: &str, events: &[&str]) -> Outcome {
        let script = "const [field, text, events] = arguments;
                      field.value = text;
                      for (const kind of events) field.dispatchEvent(new Event(kind, {bubbles: kind !== 'blur'}));";
        let field = self.field(label).await?;
        self.browser.script(script, vec![field.to_json()?, text.into(), events.into()]).await.map(drop)
    }

    /// Goes through a field without changing anything in it.
    pub async fn go_through(&self, label: &str) -> Outcome {
        let script = "for (const kind of ['change', 'blur']) arguments[0].dispatchEvent(new Event(kind))";
        self.browser.script(script, vec![self.field(label).await?.to_json()?]).await.map(drop)
    }

    /// Opens or closes what folds away under this line.
    pub async fn press_summary(&self, line: &str) -> Outcome {
        self.browser.act_on(&self.one(&format!("//summary[{}]", reads(line))).await?).await
    }

    /// Follows the link that reads so.
    pub async fn follow(&self, words: &str) -> Outcome {
        self.browser.act_on(&self.one(&format!("//a[{}]", reads(words))).await?).await
    }

    /// Presses the button of which a part reads so.
    pub async fn press_part(&self, words: &str) -> Outcome {
        self.browser.act_on(&self.one(&format!("//button[*[{}]]", reads(words))).await?).await
    }

    /// Presses the cell of a row of a comparison; the main draft's column is 0.
    pub async fn press_cell(&self, row: &str, column: usize) -> Outcome {
        let path = format!("//tr[th[{}]]/td[{}]/button", reads(row), column + 1);
        self.browser.act_on(&self.one(&path).await?).await
    }

    pub async fn can_press(&self, button: &str) -> Outcome<bool> {
        Ok(self.button(button).await?.is_enabled().await?)
    }

    async fn button(&self, name: &str) -> Outcome<WebElement> {
        self.one(&format!("//button[@aria-label={0} or not(@aria-label) and normalize-space()={0}]", quoted(name)))
            .await
    }

    /// Types into a field, in place of what is there, and stays in it.
    pub async fn fill(&self, label: &str, text: &str) -> Outcome {
        let field = self.field(label).await?;
        self.browser.go_into(&field).await?;
        field.send_keys(Key::Control + "a").await?;
        if text.is_empty() {
            field.send_keys(Key::Delete + "").await?
        } else {
            field.send_keys(text).await?
        }
        Ok(())
    }

    /// Types on at the end of what stands in a field.
    pub async fn type_on(&self, label: &str, text: &str) -> Outcome {
        let field = self.field(label).await?;
        self.browser.go_into(&field).await?;
        field.send_keys(Key::End + "").await?;
        Ok(field.send_keys(text).await?)
    }

    /// Types a date such as 2024-05-06, part after part, as the browser's own control takes it.
    pub async fn fill_date(&self, label: &str, day: &str) -> Outcome {
        let field = self.field(label).await?;
        self.browser.has_acted();
        if self.browser.by_keyboard() {
            self.browser.reach(&field).await?;
        } else {
            // A date that has the focus already is entered at its first part all the same.
            self.browser.script("arguments[0].blur(); arguments[0].focus()", vec![field.to_json()?]).await?;
        }
        let digits = self.in_the_controls_order(day).await?;
        self.browser.driver.action_chain().send_keys(digits).perform().await?;
        see(&format!("the date “{label}”"), day, async || self.value(label).await).await
    }

    /// The browser's own date control has the parts in the order of the browser's language.
    async fn in_the_controls_order(&self, day: &str) -> Outcome<String> {
        let script = "const [year, month, day] = arguments[0].split('-');
                      return new Intl.DateTimeFormat().formatToParts()
                          .map(part => ({year, month, day})[part.type] ?? '').join('')";
        let digits = self.browser.script(script, vec![day.into()]).await?;
        Ok(digits.as_str().ok_or("no order of a date's parts")?.to_owned())
    }

    pub async fn select(&self, label: &str, option: &str) -> Outcome {
        let field = self.field(label).await?;
        let option = field.find(By::XPath(format!("./option[{}]", reads(option)))).await?;
        self.browser.pick(&field, &option).await
    }

    pub async fn tick(&self, label: &str) -> Outcome {
        self.browser.act_on(&self.field(label).await?).await
    }

    pub async fn is_ticked(&self, label: &str) -> Outcome<bool> {
        Ok(self.field(label).await?.is_selected().await?)
    }

    /// Chooses one of the options under a question.
    pub async fn choose(&self, question: &str, option: &str) -> Outcome {
        self.browser.act_on(&self.option(question, option).await?).await
    }

    pub async fn is_chosen(&self, question: &str, option: &str) -> Outcome<bool> {
        Ok(self.option(question, option).await?.is_selected().await?)
    }

    async fn option(&self, question: &str, option: &str) -> Outcome<WebElement> {
        self.one(&format!("{}/input", option_path(question, option))).await
    }

    /// All that is written beside an option, with its label.
    pub async fn option_text(&self, question: &str, option: &str) -> Outcome<String> {
        Ok(self.one(&option_path(question, option)).await?.text().await?)
    }

    /// What stands in a field.
    pub async fn value(&self, label: &str) -> Outcome<String> {
        Ok(self.field(label).await?.prop("value").await?.unwrap_or_default())
    }

    pub async fn see_value(&self, label: &str, expected: &str) -> Outcome {
        see(&format!("the field “{label}”"), expected, async || self.value(label).await).await
    }

    /// The sentence beside a field about what is wrong with it.
    pub async fn complaint(&self, label: &str) -> Outcome<String> {
        let field = self.field(label).await?;
        let id = field.attr("aria-describedby").await?.ok_or(format!("“{label}” has no description"))?;
        // What stood there before a trial comes after what is wrong.
        let id = id.split(' ').next().unwrap_or_default().to_owned();
        Ok(self.browser.driver.find(By::Id(id)).await?.text().await?)
    }

    pub async fn see_complaint(&self, label: &str, expected: &str) -> Outcome {
        see(&format!("the sentence beside “{label}”"), expected, async || self.complaint(label).await).await
    }

    /// Whether a field is marked as wrong, for the eye and for a screen reader.
    pub async fn is_marked_wrong(&self, label: &str) -> Outcome<bool> {
        Ok(self.field(label).await?.attr("aria-invalid").await?.as_deref() == Some("true"))
    }

    pub async fn text(&self) -> Outcome<String> {
        Ok(self.one("").await?.text().await?)
    }

    /// The texts of everything in sight that this part stands for.
    pub async fn texts(&self) -> Outcome<Vec<String>> {
        let mut texts = Vec::new();
        for element in self.browser.driver.find_all(By::XPath(&self.path)).await? {
            if element.is_displayed().await? {
                texts.push(element.text().await?);
            }
        }
        Ok(texts)
    }

    pub async fn see_text(&self, expected: &str) -> Outcome {
        see_that(&format!("the text “{expected}”"), async || {
            let text = self.text().await?;
            Ok((text.contains(expected), text))
        })
        .await
    }

    /// Waits until it is not there, or not in sight.
    pub async fn see_gone(&self) -> Outcome {
        see(&self.path, Vec::new(), async || self.texts().await).await
    }

    /// The field with this label.
    pub(crate) async fn field(&self, label: &str) -> Outcome<WebElement> {
        let label = quoted(label);
        self.one(&format!(
            "//*[self::input or self::textarea or self::select]\
             [@aria-label={label} or @id=//label[normalize-space()={label}]/@for or ancestor::label[normalize-space()={label}]]"
        ))
        .await
    }

    /// The one element at this path within the part, once it is there.
    pub(crate) async fn one(&self, path: &str) -> Outcome<WebElement> {
        let path = format!("{}{path}", self.path);
        let mut found = None;
        see_that(&path, async || {
            let mut all = self.browser.driver.find_all(By::XPath(&path)).await?;
            let count = all.len();
            found = all.pop();
            Ok((count == 1, format!("{count} of it, not one")))
        })
        .await?;
        Ok(found.ok_or(path)?)
    }
}

fn option_path(question: &str, option: &str) -> String {
    let (question, option) = (quoted(question), reads(option));
    format!(
        "//fieldset[legend[normalize-space()={question} or normalize-space()=concat('理解不一：', {question})]]\
         //label[{option} or .//*[{option}]]"
    )
}
