//! esbuild, which takes out of scripts what only people need. Trunk has a minifier of its own, but it can't read
//! `import` as a function or `export { … as default }`, and leaves such scripts as they are.

use std::{
    fs,
    path::{Path, PathBuf},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

use crate::{Result, npm, process};

const PACKAGE: &str = "esbuild@0.28.2";

/// Rewrites every script below `folder`, and what `page` says must be in it.
pub fn scripts(folder: &Path, page: String) -> Result<String> {
    let Some(esbuild) = find_or_install()? else { return Ok(page) };
    scripts_below(folder)?.iter().try_fold(page, |page, script| {
        let before = integrity(script)?;
        let mut command = process::command(&esbuild);
        command.arg(script).args(["--minify", "--format=esm", "--charset=utf8", "--allow-overwrite"]);
        process::run(command.args(["--log-level=warning", &format!("--outfile={}", script.display())]))?;
        Ok(page.replace(&before, &integrity(script)?))
    })
}

/// Looks for esbuild, and installs it with npm when it isn't there. Without it the page works as well
/// and is 2 kB larger, so that is said and no fault.
fn find_or_install() -> Result<Option<PathBuf>> {
    let program = npm::folder(PACKAGE)?.join("esbuild");
    if program.exists() {
        println!("{PACKAGE}: found in {}", program.display());
        return Ok(Some(program));
    }
    println!("{PACKAGE}: not found, installing it with npm");
    if npm::install(PACKAGE).is_ok() && program.exists() {
        return Ok(Some(program));
    }
    println!("{PACKAGE}: could not be installed with npm, so the page stays 2 kB larger than it could be");
    Ok(None)
}

fn scripts_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("can't read {}: {error}.", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(scripts_below(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "js") {
            found.push(path);
        }
    }
    Ok(found)
}

/// What an `integrity` attribute says of a file.
fn integrity(file: &Path) -> Result<String> {
    let content = fs::read(file).map_err(|error| format!("can't read {}: {error}.", file.display()))?;
    Ok(digest(&content))
}

fn digest(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_integrity_attribute() {
        // The example of the specification, https://www.w3.org/TR/sri-2/.
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(digest(b"alert('Hello, world.');"), expected);
    }
}
