//! The page's one file with a fixed name, and the folder named by what is in it.

use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::Path,
};

use super::files_below;
use crate::Result;

/// What `index.html` calls the folder, and where it wants the files named that the start will ask for.
const FOLDER: &str = "app/";
const PRELOADS: &str = "<!-- preloads -->";

/// Names the folder by its content, and writes `dist/index.html` for it.
pub fn index(root: &Path, dist: &Path, app: &Path) -> Result<()> {
    let source = root.join("index.html");
    let page =
        fs::read_to_string(&source).map_err(|error| format!("can't read {}: {error}.", source.display()))?;
    let mut files = Vec::new();
    for path in files_below(app)? {
        let name = path.strip_prefix(app)?.to_string_lossy().replace('\\', "/");
        let content = fs::read(&path).map_err(|error| format!("can't read {}: {error}.", path.display()))?;
        files.push((name, content));
    }
    let folder = format!("app-{:016x}/", digest(&files));
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    fs::rename(app, dist.join(&folder)).map_err(|error| format!("can't name {folder}: {error}."))?;
    let page = page.replace(PRELOADS, &preloads(&names)).replace(FOLDER, &folder);
    fs::write(dist.join("index.html"), page).map_err(|error| format!("can't write index.html: {error}.").into())
}

/// Changes with every name and every byte, so that caches may keep the folder's files for ever.
fn digest(files: &[(String, Vec<u8>)]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (name, content) in files {
        for part in [name.as_bytes(), content] {
            hasher.write_usize(part.len());
            hasher.write(part);
        }
    }
    hasher.finish()
}

/// Links by which the browser asks at once for what it would find one after another.
fn preloads(names: &[&str]) -> String {
    let link = |name: &&str| {
        if name.ends_with(".js") && *name != "start.js" {
            Some(format!(r#"<link rel="modulepreload" href="{FOLDER}{name}">"#))
        } else if name.ends_with("_bg.wasm") {
            Some(format!(
                r#"<link rel="preload" href="{FOLDER}{name}" as="fetch" type="application/wasm" crossorigin>"#
            ))
        } else {
            None
        }
    };
    names.iter().filter_map(link).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(all: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
        all.iter().map(|(name, content)| ((*name).to_owned(), content.as_bytes().to_vec())).collect()
    }

    #[test]
    fn the_folders_name_follows_names_and_content() {
        let one = files(&[("a.js", "1"), ("b.js", "23")]);
        assert_eq!(digest(&one), digest(&one.clone()));
        for other in
            [[("a.js", "1"), ("b.js", "24")], [("a.js", "12"), ("b.js", "3")], [("c.js", "1"), ("b.js", "23")]]
        {
            assert_ne!(digest(&one), digest(&files(&other)), "{other:?}");
        }
    }

    #[test]
    fn what_the_start_needs_is_preloaded_and_the_rooms_are_not() {
        let names = ["main.css", "split_rooms.wasm", "start.js", "zhichuang.js", "zhichuang_bg.wasm"];
        let links = preloads(&names);
        assert_eq!(links.lines().count(), 2, "{links}");
        assert!(
            links.contains(r#"modulepreload" href="app/zhichuang.js""#) && links.contains("app/zhichuang_bg.wasm")
        );
    }
}
