//! Tools from the npm registry, each in a folder of its own in this project's part of the user's cache.

use std::path::PathBuf;

use crate::{Result, apt, cache, process};

/// Where the programs of a package such as `binaryen@132.0.0` lie, once it is installed.
pub fn folder(package: &str) -> Result<PathBuf> {
    Ok(root(package)?.join("node_modules").join(".bin"))
}

/// Installs a package; its own scripts are not run. Where npm itself is missing, Debian's is installed first.
pub fn install(package: &str) -> Result<()> {
    if process::output(process::command("npm").arg("--version")).is_none() && apt::usable() {
        println!("npm: not found, installing with apt-get");
        apt::install(&["npm"]);
    }
    process::run(
        process::command("npm")
            .args(["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"])
            .arg("--prefix")
            .arg(root(package)?)
            .arg(package),
    )
}

/// The folder of a package.
pub fn root(package: &str) -> Result<PathBuf> {
    Ok(cache::folder()?.join(package.replace('@', "-")))
}
