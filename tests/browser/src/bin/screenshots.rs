//! Makes the pictures of the README from the worked sample: `cargo xtask screenshots`.

use std::path::{Path, PathBuf};

use browser_tests::{Browser, Outcome, Page, Site};

#[tokio::main]
async fn main() -> Outcome {
    let folder = std::env::args().nth(1).map_or_else(|| PathBuf::from("docs/images"), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    let site = Site::serve("/")?;
    let browser = Browser::start(1440, 900).await?;
    let page = Page::open(&browser, &site.address()).await?;
    shoot(&browser, &folder, "welcome").await?;
    page.press("打开一份填好的示例").await?;
    page.wait_until_saved().await?;
    shoot(&browser, &folder, "table").await?;
    page.open_row("依托载体股比构成").await?;
    shoot(&browser, &folder, "row").await?;
    for (place, name) in [
        ("只填分数", "points"),
        ("按事实填", "facts"),
        ("成员与股权", "members"),
        ("财务", "finance"),
        ("佐证材料", "evidence"),
        ("口径与说明", "readings"),
        ("草稿", "drafts"),
    ] {
        page.go(place).await?;
        shoot(&browser, &folder, name).await?;
    }
    browser.resize(360, 800).await?;
    for (place, name) in [("评估表", "table"), ("只填分数", "points"), ("成员与股权", "members"), ("佐证材料", "evidence"), ("草稿", "drafts")] {
        page.go(place).await?;
        shoot(&browser, &folder, &format!("phone-{name}")).await?;
    }
    browser.resize(1440, 900).await?;
    browser.prefer("dark").await?;
    page.go("评估表").await?;
    shoot(&browser, &folder, "table-dark").await?;
    print(&browser, &folder).await?;
    browser.close().await
}

async fn shoot(browser: &Browser, folder: &Path, name: &str) -> Outcome {
    use base64::Engine;
    let path = folder.join(format!("{name}.png"));
    let how = serde_json::json!({"format": "png"});
    let shot = browser.ask_devtools("Page.captureScreenshot", how).await?;
    let data = shot["data"].as_str().ok_or("no picture")?;
    std::fs::write(path, base64::engine::general_purpose::STANDARD.decode(data)?)?;
    Ok(())
}

async fn print(browser: &Browser, folder: &Path) -> Outcome {
    use base64::Engine;
    let shot = browser.ask_devtools("Page.printToPDF", serde_json::json!({"preferCSSPageSize": true, "printBackground": false})).await?;
    let data = shot["data"].as_str().ok_or("no print")?;
    std::fs::write(folder.join("print.pdf"), base64::engine::general_purpose::STANDARD.decode(data)?)?;
    Ok(())
}
