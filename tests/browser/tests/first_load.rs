//! What the page loads altogether.

use std::path::{Path, PathBuf};

use browser_tests::{Outcome, Visit, dist, see_that};

/// All that a compressing server sends for the page may be this many bytes.
const MOST: usize = 400_000;

/// What only other pages ask for.
const LIBRARY: &str = "library/";

/// What the page asks for once it can be used.
const LATER: [&str; 4] = ["split_rooms.wasm", "split_way.wasm", "chunk_", LIBRARY];

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
    let sum = |counts: &dyn Fn(&str) -> bool| -> usize {
        sizes.iter().filter(|(_, name)| counts(name)).map(|(size, _)| size).sum()
    };
    let all = sum(&|name| !name.contains(LIBRARY));
    let first = sum(&|name| !LATER.iter().any(|later| name.contains(later)));
    println!("the page takes {all} bytes of {MOST}, {first} of them first:\n{}", list.join("\n"));
    assert!(all <= MOST, "the page takes {all} bytes, {} too many:\n{}", all - MOST, list.join("\n"));
    Ok(())
}

/// What is not needed at once may not hold up the page.
#[tokio::test]
async fn the_rooms_are_asked_for_last_and_the_library_not_at_all() -> Outcome {
    let visit = Visit::begin().await?;
    see_that("the requests", async || {
        let mut asked = visit.site.requests();
        // The browser asks for the icon when it pleases.
        asked.retain(|path| !path.ends_with("icon.svg"));
        let later = |path: &String| path.contains("split_") && path.ends_with(".wasm") || path.contains("chunk_");
        let first = asked.iter().position(later).unwrap_or(asked.len());
        let order: Vec<&str> = asked[first..].iter().filter_map(|path| path.rsplit('/').next()).collect();
        let after_all = asked[first..].iter().all(later) && order.last() == Some(&"split_way.wasm");
        let rooms = order.iter().position(|name| *name == "split_rooms.wasm");
        let way = order.iter().position(|name| *name == "split_way.wasm");
        Ok((after_all && rooms < way, format!("{asked:#?}")))
    })
    .await?;
    assert!(!visit.site.requests().iter().any(|path| path.contains("library/")));
    let page = std::fs::read_to_string(dist()?.join("index.html"))?;
    assert!(!LATER.iter().any(|later| page.contains(later)), "the page preloads too much: {page}");
    visit.end().await
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
