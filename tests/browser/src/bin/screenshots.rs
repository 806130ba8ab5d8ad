//! Makes the pictures of the README from the worked sample: `cargo xtask screenshots`.
//!
//! Takes the folder to put them in, else docs/images; after that `whole` shows each place at its full height.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use browser_tests::{Browser, Outcome, Visit};
use serde_json::json;

const PLACES: [(&str, &str); 13] = [
    ("评估表", "table"),
    ("直接填分", "points"),
    ("基础数据", "facts"),
    ("成员与股权", "members"),
    ("财务", "finance"),
    ("佐证材料", "evidence"),
    ("口径与说明", "readings"),
    ("培育申报", "pathway"),
    ("模拟评审", "panel"),
    ("日期", "dates"),
    ("年度目标", "annual"),
    ("总览", "overview"),
    ("草稿", "drafts"),
];

/// Stages of the pathway besides the first, which its place shows.
const STAGES: [(&str, &str); 3] = [("遴选", "review"), ("正式认定", "recognition"), ("培育申报", "apply")];

/// What each place prints.
const PAPERS: [(&str, &str); 4] =
    [("评估表", "print"), ("培育申报", "print-pathway"), ("年度目标", "print-annual"), ("总览", "print-overview")];

/// An item with everything that a row can show: a table of entries, a reading, and a cliff nearby.
const ROW: &str = "依托载体股比构成";

#[tokio::main]
async fn main() -> Outcome {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("docs/images"), PathBuf::from);
    let whole = arguments.next().is_some_and(|word| word == "whole");
    std::fs::create_dir_all(&folder)?;
    let visit = Visit::begin().await?;
    let camera = Camera { browser: &visit.browser, folder: &folder, whole };
    take_all(&visit, &camera).await?;
    visit.end().await
}

/// Two steps of the list as measures, a scenario of each, and what they come to.
async fn what_if(visit: &Visit, camera: &Camera<'_>) -> Outcome {
    let page = visit.page();
    page.go("提分清单").await?;
    camera.shoot("steps").await?;
    page.main().press("设为举措：研究队伍").await?;
    page.main().press("设为举措：牵头单位及最大股东的股份占比").await?;
    page.go("举措与方案").await?;
    page.main().entry("第 1 个举措").tick("选用").await?;
    page.main().press("＋ 添加方案").await?;
    page.main().entry("第 1 个举措").tick("选用").await?;
    page.main().entry("第 2 个举措").tick("选用").await?;
    camera.shoot("measures").await?;
    page.go("达标路径").await?;
    camera.shoot("target").await?;
    page.go("比选").await?;
    page.see_saved().await?;
    camera.shoot("compare").await?;
    camera.print("print-compare").await
}

async fn take_all(visit: &Visit, camera: &Camera<'_>) -> Outcome {
    let (page, browser) = (visit.page(), &visit.browser);
    let row_address = format!("{}#/item/equity.shares", visit.site.address());
    browser.prefer("light").await?;
    camera.shoot("welcome").await?;
    page.main().press("打开一份填好的示例").await?;
    page.main().classed("score-table").text().await?;
    page.see_saved().await?;
    for (place, name) in PLACES {
        page.go(place).await?;
        camera.shoot(name).await?;
    }
    for (stage, name) in STAGES {
        page.go_to_stage(stage).await?;
        camera.shoot(name).await?;
    }
    for (place, name) in PAPERS {
        page.go(place).await?;
        camera.print(name).await?;
    }
    page.open(&row_address).await?;
    page.panel(ROW).text().await?;
    camera.shoot("row").await?;
    what_if(visit, camera).await?;
    page.open(&row_address).await?;
    browser.prefer("dark").await?;
    camera.shoot("row-dark").await?;
    page.open(&visit.site.address()).await?;
    camera.shoot("table-dark").await?;
    page.go_to_stage("正式认定").await?;
    camera.shoot("pathway-dark").await?;
    page.go("日期").await?;
    camera.shoot("dates-dark").await?;
    browser.prefer("light").await?;
    browser.resize(360, 800).await?;
    for (place, name) in PLACES {
        page.go(place).await?;
        camera.shoot(&format!("phone-{name}")).await?;
    }
    page.go_to_stage("遴选").await?;
    camera.shoot("phone-review").await?;
    page.open(&row_address).await?;
    page.panel(ROW).text().await?;
    camera.shoot("phone-row").await
}

struct Camera<'a> {
    browser: &'a Browser,
    folder: &'a Path,
    whole: bool,
}

impl Camera<'_> {
    async fn shoot(&self, name: &str) -> Outcome {
        let mut how = json!({"format": "png"});
        if self.whole {
            let layout = self.browser.devtools("Page.getLayoutMetrics", json!({})).await?;
            let size = &layout["cssContentSize"];
            how["captureBeyondViewport"] = true.into();
            how["clip"] = json!({"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1});
        }
        let shot = self.browser.devtools("Page.captureScreenshot", how).await?;
        self.keep(&format!("{name}.png"), shot["data"].as_str())
    }

    async fn print(&self, name: &str) -> Outcome {
        let how = json!({"preferCSSPageSize": true, "printBackground": false});
        let print = self.browser.devtools("Page.printToPDF", how).await?;
        self.keep(&format!("{name}.pdf"), print["data"].as_str())
    }

    fn keep(&self, name: &str, data: Option<&str>) -> Outcome {
        let data = data.ok_or_else(|| format!("the browser gave no {name}"))?;
        Ok(std::fs::write(self.folder.join(name), STANDARD.decode(data)?)?)
    }
}
