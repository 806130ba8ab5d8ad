//! A Chromium with a fresh profile.

use std::cell::Cell;
use std::env;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{BrowserLogEntry, LoggingPrefsLogLevel};

use crate::chromedriver::Chromedriver;
use crate::profile::Setup;
use crate::{Outcome, Page, see, see_that};

const ARGUMENTS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--hide-scrollbars",
    "--no-first-run",
    "--lang=zh-CN",
];

/// Ends with its driver when it is dropped.
pub struct Browser {
    pub driver: WebDriver,
    chromedriver: Chromedriver,
    downloads: Folder,
    by_keyboard: Cell<bool>,
    actions: Cell<usize>,
}

impl Browser {
    /// From now on nothing points or clicks.
    pub fn put_the_mouse_away(&self) {
        self.by_keyboard.set(true);
    }

    /// How often something was pressed, chosen, or gone into to type there.
    pub fn actions(&self) -> usize {
        self.actions.get()
    }

    pub(crate) fn has_acted(&self) {
        self.actions.set(self.actions.get() + 1);
    }

    pub(crate) fn by_keyboard(&self) -> bool {
        self.by_keyboard.get()
    }

    /// Starts with a page of this many CSS pixels.
    pub async fn start_with(width: u32, height: u32, setup: Setup<'_>) -> Outcome<Browser> {
        let chromedriver = Chromedriver::start()?;
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities.set_binary(&env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned()))?;
        for argument in ARGUMENTS {
            capabilities.add_arg(argument)?;
        }
        if let Some(profile) = setup.profile {
            capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        }
        if let Some(preferences) = setup.preferences {
            capabilities.add_experimental_option("prefs", preferences)?;
        }
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        let downloads = Folder::make(&format!("zhichuang-downloads-{}", chromedriver.number()))?;
        let driver = WebDriver::new(chromedriver.address(), capabilities).await?;
        let browser =
            Browser { driver, chromedriver, downloads, by_keyboard: Cell::new(false), actions: Cell::new(0) };
        browser.resize(width, height).await?;
        let folder = &browser.downloads.0;
        browser
            .devtools("Browser.setDownloadBehavior", json!({"behavior": "allow", "downloadPath": folder}))
            .await?;
        Ok(browser)
    }

    pub fn page(&self) -> Page<'_> {
        Page::new(self)
    }

    /// Makes the page this many CSS pixels large, however large the window's frame lets it be.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// Shows the page as a `light` or `dark` system that wants no motion does.
    pub async fn prefer(&self, scheme: &str) -> Outcome {
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await.map(drop)
    }

    /// Shows the page as it is printed.
    pub async fn show_as_printed(&self) -> Outcome {
        self.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).await.map(drop)
    }

    /// Lays the page out as on a sheet of A4 between its margins, or as before.
    pub async fn lay_out_on_paper(&self, yes: bool) -> Outcome {
        let media = if yes { "print" } else { "" };
        self.devtools("Emulation.setEmulatedMedia", json!({"media": media})).await?;
        if yes {
            // 186 mm, in CSS pixels.
            let sheet = json!({"width": 703, "height": 994, "deviceScaleFactor": 1, "mobile": false});
            self.devtools("Emulation.setDeviceMetricsOverride", sheet).await?;
        } else {
            self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        }
        // What is clicked next stands where it will stand only once the page has heard of it.
        let paper = "return [innerWidth === 703, matchMedia('print').matches]";
        see("whether it is laid out on paper", json!([yes, yes]), async || self.script(paper, Vec::new()).await)
            .await
    }

    /// Pages loaded from now on take it for ten o'clock on this day.
    pub async fn live_on(&self, day: &str) -> Outcome {
        self.live_at(&format!("{day}T10:00:00")).await
    }

    /// Pages loaded from now on take it for this time now.
    pub async fn live_at(&self, time: &str) -> Outcome {
        let source = format!(
            "{{
                const Real = Date, shift = new Real('{time}').getTime() - Real.now();
                globalThis.Date = class extends Real {{
                    constructor(...parts) {{ parts.length ? super(...parts) : super(Real.now() + shift) }}
                    static now() {{ return Real.now() + shift }}
                }};
            }}"
        );
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await.map(drop)
    }

    /// How many sheets of paper the page takes.
    pub async fn sheets(&self) -> Outcome<usize> {
        let how = json!({"preferCSSPageSize": true, "printBackground": false});
        let print = self.devtools("Page.printToPDF", how).await?;
        let pdf = STANDARD.decode(print["data"].as_str().ok_or("no print")?)?;
        // Each page is an object of its own that says so; the list of them says Pages.
        let pages = pdf.windows(12).filter(|part| part.starts_with(b"/Type /Page") && part[11] != b's');
        Ok(pages.count())
    }

    /// Puts a text into the clipboard and pastes it where the focus is, as Ctrl+V does.
    pub async fn paste(&self, text: &str) -> Outcome {
        let rights = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
        self.devtools("Browser.grantPermissions", rights).await?;
        let write = format!(
            "const done = arguments[arguments.length - 1];
             navigator.clipboard.writeText({}).then(() => done(true), fault => done(String(fault)))",
            json!(text)
        );
        let written = self.script_with_answer(&write).await?;
        if written != json!(true) {
            return Err(format!("the clipboard takes no text: {written}").into());
        }
        self.type_keys(Key::Control + "v").await
    }

    /// What a devtools command answers.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    /// What a script on the page returns.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// What a script gives to the function that is its last argument.
    pub async fn script_with_answer(&self, script: &str) -> Outcome<Value> {
        Ok(self.driver.execute_async(script, Vec::new()).await?.json().clone())
    }

    /// The text of the file that was downloaded last, and its name. Takes the file away.
    pub async fn downloaded(&self) -> Outcome<(String, String)> {
        let mut files = Vec::new();
        see_that("a downloaded file", async || {
            files = self.downloads.files()?;
            // A file that is still being written has another extension.
            let whole = files.iter().all(|path| {
                path.extension().is_some_and(|ending| ["json", "txt", "ics"].iter().any(|one| ending == *one))
            });
            Ok((whole && !files.is_empty(), format!("{files:?}")))
        })
        .await?;
        let [file] = &files[..] else {
            return Err(format!("one file was to be downloaded, not {files:?}").into());
        };
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(file)?;
        std::fs::remove_file(file)?;
        Ok((name, text))
    }

    /// What the console and the browser complained about since this was last asked.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        let log = self.driver.browser_log().await?;
        let severe =
            |entry: &BrowserLogEntry| entry.level == "SEVERE" || entry.message.contains("Content Security");
        Ok(log.into_iter().filter(severe).map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    /// The addresses of all requests since this was last asked, answered or not.
    pub async fn requests(&self) -> Outcome<Vec<String>> {
        let mut addresses = Vec::new();
        for entry in self.driver.get_log("performance").await? {
            let entry: Value = serde_json::from_str(&entry.message)?;
            let event = &entry["message"];
            let address = match event["method"].as_str() {
                Some("Network.requestWillBeSent") => &event["params"]["request"]["url"],
                Some("Network.webSocketCreated" | "Network.webTransportCreated") => &event["params"]["url"],
                _ => continue,
            };
            addresses.push(address.as_str().ok_or("a request without an address")?.to_owned());
        }
        Ok(addresses)
    }

    pub async fn close(self) -> Outcome {
        Ok(self.driver.clone().quit().await?)
    }
}

impl Drop for Browser {
    /// Closes the browser of a test that failed half way.
    fn drop(&mut self) {
        // The driver's own way to do so waits for as long as a request may take, with its runtime standing still.
        if self.driver.clone().leak().is_ok() {
            self.chromedriver.end_session(&self.driver.session_id().to_string());
        }
    }
}

/// A folder that is gone with its owner.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn make(name: &str) -> Outcome<Folder> {
        let path = env::temp_dir().join(name);
        // Left over from a driver that was killed and had the same number.
        if path.exists() {
            std::fs::remove_dir_all(&path)?;
        }
        std::fs::create_dir_all(&path)?;
        Ok(Folder(path))
    }

    fn files(&self) -> Outcome<Vec<PathBuf>> {
        let entries = std::fs::read_dir::<&Path>(&self.0)?;
        Ok(entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A temporary folder that stays does no harm.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
