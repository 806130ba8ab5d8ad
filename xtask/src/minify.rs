//! esbuild, which takes out of scripts and style sheets what only people need.

use std::path::{Path, PathBuf};

use crate::{Result, dist::files_below, npm, process};

const PACKAGE: &str = "esbuild@0.28.2";

/// Looks for esbuild, and installs it with npm when it isn't there. Without it the page works as well
/// and is 2 kB larger, so that is said and no fault.
pub fn find_or_install() -> Result<Option<PathBuf>> {
    let program = npm::folder(PACKAGE)?.join("esbuild");
    if program.exists() {
        println!("{PACKAGE}: found in {}", program.display());
        return Ok(Some(program));
    }
    println!("{PACKAGE}: not found, installing it with npm");
    if npm::install(PACKAGE).is_ok() && program.exists() {
        return Ok(Some(program));
    }
    println!("esbuild: could not be installed with npm, so the page stays 2 kB larger than it could be");
    Ok(None)
}

/// Rewrites every script and style sheet below `folder`.
pub fn squeeze(esbuild: &Path, folder: &Path) -> Result<()> {
    for path in files_below(folder)? {
        if path.extension().is_some_and(|extension| extension == "js" || extension == "css") {
            let mut command = process::command(esbuild);
            command.arg(&path).args(["--minify", "--charset=utf8", "--allow-overwrite", "--log-level=warning"]);
            // wasm-bindgen names the splitting tool's module once for each module that is cut off; it is one and the same.
            command.arg("--log-override:duplicate-object-key=silent");
            command.arg(format!("--outfile={}", path.display()));
            process::run(&mut command)?;
        }
    }
    Ok(())
}
