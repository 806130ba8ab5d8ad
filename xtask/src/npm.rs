//! Tools from the npm registry, each in a folder of its own in this project's part of the user's cache.

use std::path::PathBuf;

use crate::{Result, process, tools::cache_folder};

/// Where the programs of a package such as `binaryen@132.0.0` lie, once it is installed.
pub fn folder(package: &str) -> Result<PathBuf> {
    Ok(root(package)?.join("node_modules").join(".bin"))
}

/// Installs a package; its own scripts are not run.
pub fn install(package: &str) -> Result<()> {
    process::run(
        process::command("npm")
            .args(["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"])
            .arg("--prefix")
            .arg(root(package)?)
            .arg(package),
    )
}

fn root(package: &str) -> Result<PathBuf> {
    Ok(cache_folder()?.join(package.replace('@', "-")))
}
