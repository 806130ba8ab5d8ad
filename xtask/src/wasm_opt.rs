//! Binaryen's wasm-opt, which halves the page's WebAssembly.

use std::path::{Path, PathBuf};

use crate::{Result, cargo_tools::CargoTool, npm, process};

/// Up to 108, which Debian 12 has, wasm-opt writes that every exported table is the first one. The
/// page's module has two, and its start then fails with "failed to grow table".
const OLDEST_VERSION: u32 = 110;

/// The version that is installed when there is none.
const PACKAGE: &str = "binaryen@132.0.0";

/// The Binaryen that is built with cargo where npm is missing; the version of the crate, not the release.
const CRATE_VERSION: &str = "0.116.1";

/// Looks for a wasm-opt that is new enough, first on the PATH and then in this project's own folder
/// of the user's cache, and installs it into the latter when both lack it.
pub fn find_or_install() -> Result<PathBuf> {
    let on_path = PathBuf::from("wasm-opt");
    match version(&on_path) {
        Some(version) if version >= OLDEST_VERSION => {
            println!("wasm-opt {version}: found on PATH");
            return Ok(on_path);
        }
        Some(version) => println!("wasm-opt {version}: found on PATH, but it is too old"),
        None => {}
    }
    let in_folder = npm::folder(PACKAGE)?.join("wasm-opt");
    if let Some(version) = version(&in_folder) {
        println!("wasm-opt {version}: found in {}", in_folder.display());
        return Ok(in_folder);
    }
    println!("wasm-opt: not found, installing {PACKAGE} with npm");
    if npm::install(PACKAGE).is_ok() && version(&in_folder).is_some() {
        return Ok(in_folder);
    }
    println!("wasm-opt: could not be installed with npm, so cargo builds it");
    let crate_of_it = CargoTool {
        package: "wasm-opt",
        program: "wasm-opt",
        version: CRATE_VERSION,
        features: &[],
        called_as: &[],
    };
    let built = crate_of_it.in_folder_or_install(|program| version(program).is_some())?;
    Ok(built)
}

/// The release that `program` says it is of.
fn version(program: &Path) -> Option<u32> {
    release(&process::output(process::command(program).arg("--version"))?)
}

fn release(text: &str) -> Option<u32> {
    text.strip_prefix("wasm-opt version ")?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_read_as_wasm_opt_prints_them() {
        assert_eq!(release("wasm-opt version 108"), Some(108));
        assert_eq!(release("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(release("something else"), None);
    }
}
