//! axe-core, with which the browser tests look for what people with disabilities would stumble over.

use std::path::PathBuf;

use crate::{Result, npm};

const PACKAGE: &str = "axe-core@4.14.1";

/// Looks for axe's script, and installs it with npm when it isn't there.
pub fn find_or_install() -> Result<PathBuf> {
    let script = npm::root(PACKAGE)?.join("node_modules/axe-core/axe.min.js");
    if script.exists() {
        println!("{PACKAGE}: found in {}", script.display());
        return Ok(script);
    }
    println!("{PACKAGE}: not found, installing it with npm");
    npm::install(PACKAGE)?;
    if script.exists() { Ok(script) } else { Err(format!("{PACKAGE} has no {}.", script.display()).into()) }
}
