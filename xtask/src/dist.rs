//! The release page in `dist/`, and the library for other pages in `dist/library/`.
//!
//! Everything that the page loads lies in one folder named by what is in it, so that caches may keep it
//! for ever and two versions never mix; only `index.html`, which names that folder, and the library, which
//! other pages name, keep their names.

mod assemble;
mod module;

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use crate::{Result, minify, tools::Tools};

/// What the page brings along as it is.
const STATIC: [(&str, &str); 3] =
    [("style/main.css", "main.css"), ("style/icon.svg", "icon.svg"), ("src/start.js", "start.js")];

/// Where the page is built to.
pub fn folder(root: &Path) -> PathBuf {
    root.join("dist")
}

/// Builds the page into a new `dist/`.
pub fn build(root: &Path, tools: &Tools) -> Result<PathBuf> {
    let dist = folder(root);
    clear(&dist)?;
    let (app, library) = (dist.join("app"), dist.join("library"));
    make(&app)?;
    for (source, name) in STATIC {
        copy(&root.join(source), &app.join(name))?;
    }
    module::page(root, tools, &app)?;
    module::library(root, tools, &library)?;
    if let Some(esbuild) = &tools.esbuild {
        minify::squeeze(esbuild, &dist)?;
    }
    assemble::index(root, &dist, &app)?;
    Ok(dist)
}

fn clear(dist: &Path) -> Result<()> {
    match fs::remove_dir_all(dist) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(format!("can't clear {}: {error}.", dist.display()).into())
        }
        _ => Ok(()),
    }
}

fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| format!("can't make {}: {error}.", folder.display()).into())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(drop).map_err(|error| format!("can't copy {}: {error}.", from.display()).into())
}

/// All files below a folder, in a fixed order.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| format!("can't read {}: {error}.", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok()).map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}
