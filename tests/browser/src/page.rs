//! The page as somebody who uses it sees it: rows, labelled controls, figures, buttons.

use std::time::Duration;

use thirtyfour::prelude::*;

use crate::{Browser, Outcome};

/// How long anything on the page may take before a test calls it broken.
const PATIENCE: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(20);

pub struct Page<'a> {
    browser: &'a Browser,
}

impl<'a> Page<'a> {
    /// Opens the page and waits until it is usable.
    pub async fn open(browser: &'a Browser, address: &str) -> Outcome<Page<'a>> {
        browser.driver.goto(address).await?;
        let page = Page { browser };
        page.see("main h1").await?;
        Ok(page)
    }

    pub async fn reload(&self) -> Outcome {
        self.browser.driver.refresh().await?;
        self.see("main h1").await?;
        Ok(())
    }

    /// Goes to a place by the navigation.
    pub async fn go(&self, label: &str) -> Outcome {
        self.one(By::XPath(format!("//nav/a[normalize-space()={}]", quoted(label)))).await?.click().await?;
        Ok(())
    }

    pub async fn press(&self, button: &str) -> Outcome {
        let button = format!("//button[normalize-space()={0} or @aria-label={0}]", quoted(button));
        self.click(&self.one(By::XPath(button)).await?).await
    }

    /// Opens the row of an item by its name in the table.
    pub async fn open_row(&self, name: &str) -> Outcome {
        let row = format!("//button[contains(@class,'row-toggle')][contains(normalize-space(), {})]", quoted(name));
        let button = self.one(By::XPath(row)).await?;
        if button.attr("aria-expanded").await?.as_deref() != Some("true") {
            self.click(&button).await?;
        }
        Ok(())
    }

    pub async fn close_row(&self, name: &str) -> Outcome {
        let row = format!("//button[contains(@class,'row-toggle')][contains(normalize-space(), {})]", quoted(name));
        let button = self.one(By::XPath(row)).await?;
        if button.attr("aria-expanded").await?.as_deref() == Some("true") {
            self.click(&button).await?;
        }
        Ok(())
    }

    /// Types into the text control with this label, in place of what is there.
    pub async fn fill(&self, label: &str, text: &str) -> Outcome {
        let control = self.labelled(label, 0).await?;
        self.replace(&control, text).await
    }

    /// Types into the control with this label in the row with this ordinal (from 1) of a table.
    pub async fn fill_in_row(&self, row: &str, label: &str, text: &str) -> Outcome {
        let control = self.in_row(row, label).await?;
        self.replace(&control, text).await
    }

    /// Sets a date as the native control does when somebody has chosen a day.
    pub async fn date_in_row(&self, row: &str, label: &str, day: &str) -> Outcome {
        let control = self.in_row(row, label).await?;
        self.set_date(&control, day).await
    }

    pub async fn date(&self, label: &str, day: &str) -> Outcome {
        let control = self.labelled(label, 0).await?;
        self.set_date(&control, day).await
    }

    async fn set_date(&self, control: &WebElement, day: &str) -> Outcome {
        let set = "arguments[0].value = arguments[1]; \
                   arguments[0].dispatchEvent(new Event('input', {bubbles: true})); \
                   arguments[0].dispatchEvent(new Event('blur'));";
        self.browser.driver.execute(set, vec![control.to_json()?, day.into()]).await?;
        Ok(())
    }

    /// Chooses an option of a drop-down in a row of a table.
    pub async fn select_in_row(&self, row: &str, label: &str, option: &str) -> Outcome {
        let control = self.in_row(row, label).await?;
        let option = control.query(By::XPath(format!(".//option[normalize-space()={}]", quoted(option))));
        option.wait(PATIENCE, POLL).first().await?.click().await?;
        Ok(())
    }

    pub async fn tick_in_row(&self, row: &str, label: &str) -> Outcome {
        let tick = format!("{}//label[normalize-space()={}]/input", row_path(row), quoted(label));
        self.click(&self.one(By::XPath(tick)).await?).await
    }

    /// Ticks a box by its label.
    pub async fn tick(&self, label: &str) -> Outcome {
        let tick = format!("//label[contains(normalize-space(), {})]/input[@type='checkbox']", quoted(label));
        self.click(&self.one(By::XPath(tick)).await?).await
    }

    /// Chooses among the radio buttons under a question.
    pub async fn choose(&self, question: &str, option: &str) -> Outcome {
        let radio = format!(
            "//fieldset[legend[contains(normalize-space(), {})]]//label[.//*[normalize-space()={1}] or normalize-space()={1}]/input",
            quoted(question),
            quoted(option)
        );
        self.click(&self.one(By::XPath(radio)).await?).await
    }

    /// What stands in the control with this label.
    pub async fn value(&self, label: &str) -> Outcome<String> {
        Ok(self.labelled(label, 0).await?.prop("value").await?.unwrap_or_default())
    }

    /// Floor, declared and ceiling of the whole, as the bar shows them.
    pub async fn totals(&self) -> Outcome<[String; 3]> {
        Ok([
            self.see("#total-floor").await?.text().await?,
            self.see("#total-declared").await?.text().await?,
            self.see("#total-ceiling").await?.text().await?,
        ])
    }

    /// Waits until the bar shows these three figures.
    pub async fn wait_for_totals(&self, floor: &str, declared: &str, ceiling: &str) -> Outcome {
        for (id, figure) in [("#total-floor", floor), ("#total-declared", declared), ("#total-ceiling", ceiling)] {
            let element = self.see(id).await?;
            let waited = element.wait_until().wait(PATIENCE, POLL).has_text(figure.to_owned()).await;
            if waited.is_err() {
                return Err(format!("{id} shows {}, not {figure}", element.text().await?).into());
            }
        }
        Ok(())
    }

    /// Waits until the page says that everything is saved.
    pub async fn wait_until_saved(&self) -> Outcome {
        let saving = self.see(".saving").await?;
        let saved = |text: &str| text.starts_with("已保存");
        Ok(saving.wait_until().wait(PATIENCE, POLL).has_text(saved).await?)
    }

    /// Waits until some element shows this text.
    pub async fn wait_for_text(&self, css: &str, text: &str) -> Outcome {
        let text = text.to_owned();
        let found = self.query(By::Css(css.to_owned())).with_text(move |shown: &str| shown.contains(&text)).first();
        Ok(found.await.map(drop)?)
    }

    pub async fn wait_gone(&self, css: &str) -> Outcome {
        Ok(self.query(By::Css(css.to_owned())).wait_until_gone().await?)
    }

    /// The texts of all elements that match.
    pub async fn texts(&self, css: &str) -> Outcome<Vec<String>> {
        let mut texts = Vec::new();
        for element in self.browser.driver.find_all(By::Css(css.to_owned())).await? {
            texts.push(element.text().await?);
        }
        Ok(texts)
    }

    /// Chooses a file in the import.
    pub async fn choose_file(&self, path: &std::path::Path) -> Outcome {
        let input = self.one(By::Css("input[type=file]")).await?;
        Ok(input.send_keys(path.display().to_string()).await?)
    }

    /// Sends keys to whatever has the focus.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Outcome {
        let focused = self.browser.driver.active_element().await?;
        Ok(focused.send_keys(keys).await?)
    }

    pub async fn see(&self, css: &str) -> Outcome<WebElement> {
        self.one(By::Css(css.to_owned())).await
    }

    async fn replace(&self, control: &WebElement, text: &str) -> Outcome {
        self.bring_into_sight(control).await?;
        control.focus().await?;
        control.send_keys(Key::Control + "a").await?;
        control.send_keys(Key::Delete + "").await?;
        control.send_keys(text).await?;
        Ok(())
    }

    async fn click(&self, element: &WebElement) -> Outcome {
        self.bring_into_sight(element).await?;
        Ok(element.click().await?)
    }

    /// The sticky bar covers what the browser itself would scroll just to the edge.
    async fn bring_into_sight(&self, element: &WebElement) -> Outcome {
        let scroll = "arguments[0].scrollIntoView({block: 'center'})";
        self.browser.driver.execute(scroll, vec![element.to_json()?]).await?;
        Ok(())
    }

    async fn labelled(&self, label: &str, nth: usize) -> Outcome<WebElement> {
        let control = format!("(//*[@id = //label[normalize-space()={}]/@for])[{}]", quoted(label), nth + 1);
        self.one(By::XPath(control)).await
    }

    async fn in_row(&self, row: &str, label: &str) -> Outcome<WebElement> {
        let row = row_path(row);
        let control = format!("{row}//*[@id = {row}//label[normalize-space()={}]/@for]", quoted(label));
        self.one(By::XPath(control)).await
    }

    async fn one(&self, by: By) -> Outcome<WebElement> {
        Ok(self.query(by).first().await?)
    }

    fn query(&self, by: By) -> thirtyfour::extensions::query::ElementQuery {
        self.browser.driver.query(by).wait(PATIENCE, POLL)
    }
}

/// A row of an entries table by its name, such as 第 1 个成员.
fn row_path(name: &str) -> String {
    format!("//div[@role='group'][@aria-label={}]", quoted(name))
}

/// XPath 1.0 has no escape, so the quotation mark that the text lacks is used.
fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}
