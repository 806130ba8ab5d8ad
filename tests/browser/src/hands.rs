//! How controls are reached: with a mouse, or by keyboard alone, so that one journey can be made both ways.

use thirtyfour::prelude::*;

use crate::{Browser, Outcome};

/// Keys that change what others do.
const HELD: [Key; 4] = [Key::Shift, Key::Control, Key::Alt, Key::Meta];

/// More steps than any way across the page takes.
const FARTHEST: usize = 600;

impl Browser {
    /// Clicks, or goes there by Tab and presses the key that does the same.
    pub(crate) async fn act_on(&self, element: &WebElement) -> Outcome {
        self.has_acted();
        if !self.by_keyboard() {
            self.bring_into_sight(element).await?;
            return Ok(element.click().await?);
        }
        if element.attr("type").await?.as_deref() == Some("radio") {
            return self.turn_to(element).await;
        }
        self.reach(element).await?;
        let ticked = element.attr("type").await?.as_deref() == Some("checkbox");
        let key = if ticked { Key::Space } else { Key::Enter };
        self.type_keys(key + "").await
    }

    /// Puts the focus into a field, where what is typed goes.
    pub(crate) async fn go_into(&self, field: &WebElement) -> Outcome {
        self.has_acted();
        if !self.by_keyboard() {
            self.bring_into_sight(field).await?;
            return Ok(field.click().await?);
        }
        self.reach(field).await
    }

    /// Chooses an option of a drop-down.
    pub(crate) async fn pick(&self, field: &WebElement, option: &WebElement) -> Outcome {
        self.has_acted();
        if !self.by_keyboard() {
            self.bring_into_sight(field).await?;
            return Ok(option.click().await?);
        }
        self.reach(field).await?;
        let steps = "return arguments[1].index - arguments[0].selectedIndex";
        let steps = self.script(steps, vec![field.to_json()?, option.to_json()?]).await?.as_i64().unwrap_or(0);
        let key = if steps < 0 { Key::Up } else { Key::Down };
        for _ in 0..steps.abs() {
            field.send_keys(key.clone() + "").await?;
        }
        Ok(())
    }

    /// Tab comes to one of a question's options; the arrows go round among them.
    async fn turn_to(&self, option: &WebElement) -> Outcome {
        let chosen = "const all = [...document.getElementsByName(arguments[0].name)];
                      return all.find(one => one.checked) ?? all[0]";
        let chosen = self.driver.execute(chosen, vec![option.to_json()?]).await?.element()?;
        self.reach(&chosen).await?;
        for _ in 0..FARTHEST {
            if option.is_selected().await? {
                return Ok(());
            }
            self.type_keys(Key::Right + "").await?;
        }
        Err("the arrows never come to the option".into())
    }

    /// Presses Tab, or Shift and Tab, until the focus is there; and it must be there to be seen.
    pub(crate) async fn reach(&self, element: &WebElement) -> Outcome {
        let step = "const from = document.activeElement, to = arguments[0];
                    if (from === to) return 0;
                    return from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1";
        let mut backward = false;
        for _ in 0..FARTHEST {
            let step = self.script(step, vec![element.to_json()?]).await?.as_i64().unwrap_or(0);
            if step == 0 && backward && element.attr("type").await?.as_deref() == Some("date") {
                // Backward one comes to the last part of a date; what is typed begins with the first.
                self.type_keys(Key::Shift + Key::Tab).await?;
                continue;
            }
            if step == 0 {
                return self.assert_focus_is_seen(element).await;
            }
            // A date has several parts, of which the last steps back are inside it.
            let key = if step < 0 { Key::Shift + Key::Tab } else { Key::Tab + "" };
            backward = step < 0;
            self.type_keys(key).await?;
        }
        Err(format!("Tab never comes to {}", element.outer_html().await?).into())
    }

    async fn assert_focus_is_seen(&self, element: &WebElement) -> Outcome {
        let seen = "const style = getComputedStyle(arguments[0]);
                    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0";
        let seen = self.script(seen, vec![element.to_json()?]).await?;
        if seen == true {
            Ok(())
        } else {
            Err(format!("no focus is seen on {}", element.outer_html().await?).into())
        }
    }

    /// Types wherever the focus is; what holds other keys down is let go at the end. Keys that are sent to an element are
    /// preceded by giving it the focus, which brings a date back to its first part.
    pub(crate) async fn type_keys(&self, keys: impl Into<TypingData>) -> Outcome {
        let mut held = Vec::new();
        let mut chain = self.driver.action_chain();
        for key in keys.into().as_vec() {
            chain = chain.key_down(key);
            if HELD.iter().any(|one| one.value() == key) {
                held.push(key);
            } else {
                chain = chain.key_up(key);
            }
        }
        let chain = held.into_iter().fold(chain, |chain, key| chain.key_up(key));
        Ok(chain.perform().await?)
    }

    /// The sticky bar covers what the browser itself would scroll just to the edge.
    pub(crate) async fn bring_into_sight(&self, element: &WebElement) -> Outcome {
        self.script("arguments[0].scrollIntoView({block: 'center'})", vec![element.to_json()?]).await.map(drop)
    }
}
