//! Starting and ending the browser, and serving the page to it.

use std::env;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use thirtyfour::extensions::cdp::ChromeDevTools;
use thirtyfour::prelude::*;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};
use xtask::server::StaticServer;

use crate::Outcome;

/// The built page on a static server of its own.
pub struct Site {
    server: StaticServer,
}

impl Site {
    /// Serves the folder named by `ZHICHUANG_DIST` under `prefix`, such as `/` or `/any/folder/`.
    pub fn serve(prefix: &str) -> Outcome<Site> {
        let dist = env::var_os("ZHICHUANG_DIST").ok_or("ZHICHUANG_DIST is not set; run `cargo xtask test`")?;
        Ok(Site { server: StaticServer::start_under(&PathBuf::from(dist), prefix, 0)? })
    }

    pub fn address(&self) -> String {
        self.server.address().to_owned()
    }

    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }
}

/// A Chromium with a fresh profile. Ends with its driver when it is dropped.
pub struct Browser {
    pub driver: WebDriver,
    // Dropped last: it takes the browser with it.
    _chromedriver: Child,
    downloads: PathBuf,
}

impl Browser {
    /// Starts with a window of this many CSS pixels.
    pub async fn start(width: u32, height: u32) -> Outcome<Browser> {
        let chromium = env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
        let chromedriver = env::var("CHROMEDRIVER").unwrap_or_else(|_| "/usr/bin/chromedriver".to_owned());
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let child = Command::new(&chromedriver)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|fault| format!("{chromedriver} does not start: {fault}"))?;
        listening(port).await?;
        let downloads = env::temp_dir().join(format!("zhichuang-downloads-{port}"));
        std::fs::create_dir_all(&downloads)?;
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities.set_binary(&chromium)?;
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--lang=zh-CN",
        ] {
            capabilities.add_arg(argument)?;
        }
        // Set by the window's own size the page would be as narrow as the platform's frame allows.
        capabilities.add_arg(&format!("--window-size={width},{height}"))?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await?;
        let browser = Browser { driver, _chromedriver: child, downloads };
        browser.resize(width, height).await?;
        browser
            .devtools(
                "Browser.setDownloadBehavior",
                serde_json::json!({"behavior": "allow", "downloadPath": browser.downloads, "eventsEnabled": false}),
            )
            .await?;
        Ok(browser)
    }

    /// Makes the page this many CSS pixels large, whatever the window's frame takes.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        let metrics = serde_json::json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await
    }

    /// Light or dark.
    pub async fn prefer(&self, scheme: &str) -> Outcome {
        let features = serde_json::json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.devtools("Emulation.setEmulatedMedia", features).await
    }

    pub async fn devtools(&self, command: &str, parameters: serde_json::Value) -> Outcome {
        ChromeDevTools::new(self.driver.handle.clone()).execute_cdp_with_params(command, parameters).await?;
        Ok(())
    }

    /// What a devtools command answers.
    pub async fn ask_devtools(&self, command: &str, parameters: serde_json::Value) -> Outcome<serde_json::Value> {
        Ok(ChromeDevTools::new(self.driver.handle.clone()).execute_cdp_with_params(command, parameters).await?)
    }

    /// The file that the page lets be downloaded next, once it is whole.
    pub async fn downloaded(&self) -> Outcome<PathBuf> {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            let whole = std::fs::read_dir(&self.downloads)?
                .filter_map(Result::ok)
                .map(|entry| entry.path())
                .find(|path| path.extension().is_some_and(|extension| extension == "json"));
            match whole {
                Some(path) => return Ok(path),
                None if Instant::now() > deadline => return Err("nothing was downloaded".into()),
                None => sleep(Duration::from_millis(20)).await,
            }
        }
    }

    pub async fn close(self) -> Outcome {
        let downloads = self.downloads.clone();
        self.driver.clone().quit().await?;
        drop(self);
        Ok(std::fs::remove_dir_all(downloads)?)
    }
}

/// Waits until something listens on a port of this machine.
async fn listening(port: u16) -> Outcome {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        match tokio::net::TcpStream::connect(("127.0.0.1", port)).await {
            Ok(_) => return Ok(()),
            Err(fault) if Instant::now() > deadline => return Err(format!("chromedriver is silent: {fault}").into()),
            Err(_) => sleep(Duration::from_millis(20)).await,
        }
    }
}
