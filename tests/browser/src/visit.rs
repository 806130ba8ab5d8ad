//! One visit to the page.

use crate::{Browser, Outcome, Page, Setup, Site, WasmType};

/// A server, and a browser with a fresh profile that has the page open.
pub struct Visit {
    pub site: Site,
    pub browser: Browser,
}

impl Visit {
    /// The first visit on a laptop.
    pub async fn begin() -> Outcome<Visit> {
        Visit::begin_under("/").await
    }

    /// The first visit of a page that lies in this folder of its server.
    pub async fn begin_under(prefix: &str) -> Outcome<Visit> {
        let visit = Visit { site: Site::serve(prefix).await?, browser: Browser::start(1440, 900).await? };
        visit.page().open(&visit.site.address()).await?;
        Ok(visit)
    }

    /// The first visit of a page whose server says this of WebAssembly.
    pub async fn begin_where(wasm: WasmType) -> Outcome<Visit> {
        let site = Site::serve_with("/", wasm).await?;
        let visit = Visit { site, browser: Browser::start(1440, 900).await? };
        visit.page().open(&visit.site.address()).await?;
        Ok(visit)
    }

    /// A visit with a browser that was started in some other way.
    pub async fn begin_with(setup: Setup<'_>) -> Outcome<Visit> {
        let visit = Visit { site: Site::serve("/").await?, browser: Browser::start_with(1440, 900, setup).await? };
        visit.page().open(&visit.site.address()).await?;
        Ok(visit)
    }

    /// A first visit on which a blank draft was begun.
    pub async fn with_blank_draft() -> Outcome<Visit> {
        let visit = Visit::begin().await?;
        visit.page().begin("三年评估").await?;
        visit.page().see_totals(["0.00", "0.00", "100.00"]).await?;
        Ok(visit)
    }

    /// A first visit on this day, with a blank draft at this place.
    pub async fn begin_on(place: &str, day: &str) -> Outcome<Visit> {
        let visit = Visit::begin().await?;
        visit.browser.live_on(day).await?;
        let page = visit.page();
        page.reload().await?;
        page.begin("三年评估").await?;
        page.go(place).await?;
        Ok(visit)
    }

    pub fn page(&self) -> Page<'_> {
        self.browser.page()
    }

    /// Ends the visit, on which nothing may have been complained about in the console, and nobody else may
    /// have been asked for anything.
    pub async fn end(self) -> Outcome {
        let complaints = self.browser.complaints().await?;
        let own = self.site.address();
        let mut foreign = self.browser.requests().await?;
        foreign.retain(|address| {
            let inside = ["blob:", "data:", "about:"].iter().any(|scheme| address.starts_with(scheme));
            !inside && !address.starts_with(&own)
        });
        self.browser.close().await?;
        if !foreign.is_empty() {
            return Err(format!("asked somebody else: {foreign:#?}").into());
        }
        if complaints.is_empty() { Ok(()) } else { Err(format!("the console says {complaints:#?}").into()) }
    }
}
