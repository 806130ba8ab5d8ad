//! What the page loads altogether.

use std::path::{Path, PathBuf};

use browser_tests::{Outcome, Visit, dist, see_that};

/// All that a compressing server sends for the page may be this many bytes: what it takes with all that was asked for. The
/// mark was 400,000 before measures and scenarios came (docs/adr/0015-what-if.md).
const MOST: usize = 525_000;

/// What only other pages ask for.
const LIBRARY: &str = "library/";

#[test]
fn the_page_is_within_its_size() -> Outcome {
    let dist = dist()?;
    let mut sizes = Vec::new();
    for path in files_below(&dist)? {
        let name = path.strip_prefix(&dist)?.to_string_lossy().into_owned();
        sizes.push((brotli(&std::fs::read(&path)?)?, name));
    }
    sizes.sort_unstable();
    let list: Vec<String> = sizes.iter().rev().map(|(size, name)| format!("{size:>8}  {name}")).collect();
    let all: usize = sizes.iter().filter(|(_, name)| !name.contains(LIBRARY)).map(|(size, _)| size).sum();
    println!("the page takes {all} bytes of {MOST}:\n{}", list.join("\n"));
    assert!(all <= MOST, "the page takes {all} bytes, {} too many:\n{}", all - MOST, list.join("\n"));
    Ok(())
}

/// Each file is asked for once, and the library not at all.
#[tokio::test]
async fn the_page_asks_for_its_files_once_and_for_nothing_else() -> Outcome {
    let visit = Visit::begin().await?;
    see_that("the requests", async || {
        let mut asked = visit.site.requests();
        // The browser asks for the icon when it pleases.
        asked.retain(|path| !path.ends_with(".svg"));
        let mut expected = vec!["/".to_owned()];
        for path in files_below(&dist()?)? {
            let name = path.strip_prefix(dist()?)?.to_string_lossy().into_owned();
            if !name.starts_with(LIBRARY) && !name.ends_with(".svg") && name != "index.html" {
                expected.push(format!("/{name}"));
            }
        }
        asked.sort_unstable();
        expected.sort_unstable();
        Ok((asked == expected, format!("{asked:#?} and not {expected:#?}")))
    })
    .await?;
    visit.end().await
}

/// Caches may keep everything but the page itself for ever, and nothing is run that is not what was built.
#[test]
fn what_the_page_names_carries_its_content_in_its_name_and_its_digest() -> Outcome {
    let page = std::fs::read_to_string(dist()?.join("index.html"))?;
    let tags: Vec<&str> = page.split('<').filter(|tag| tag.contains(".js") || tag.contains(".css")).collect();
    assert!(tags.iter().filter(|tag| tag.starts_with("script") || tag.starts_with("link")).count() >= 3, "{page}");
    for tag in tags {
        let named = tag.starts_with("template");
        assert!(named || tag.contains("integrity=sha384-") || tag.contains("integrity=\"sha384-"), "{tag}");
        assert!(!tag.contains("=/") && !tag.contains("=\"/") && !tag.contains("http"), "{tag} is not relative");
    }
    Ok(())
}

fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files_below(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

/// The size under the strongest brotli, which static servers use for files compressed in advance.
fn brotli(data: &[u8]) -> Outcome<usize> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    Ok(brotli::BrotliCompress(&mut &data[..], &mut std::io::sink(), &parameters)?)
}
