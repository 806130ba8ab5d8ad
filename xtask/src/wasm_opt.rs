//! Binaryen's wasm-opt, which halves the page's WebAssembly.

use std::path::{Path, PathBuf};

use crate::{Result, npm, process};

/// Up to 108, which Debian 12 has, wasm-opt writes that every exported table is the first one. The
/// page's module has two, and its start then fails with "failed to grow table".
const OLDEST_VERSION: u32 = 110;

/// The version that is installed when there is none.
const PACKAGE: &str = "binaryen@132.0.0";

/// The version that trunk downloads when this can't install any.
const TRUNKS_VERSION: &str = "version_123";

/// Where trunk takes wasm-opt from.
#[derive(Debug)]
pub enum WasmOpt {
    OnPath,
    InFolder(PathBuf),
    /// Trunk downloads the release with this name.
    FromTrunk(&'static str),
}

/// Looks for a wasm-opt that is new enough, first on the PATH and then in this project's own folder
/// of the user's cache, and installs it into the latter when both lack it.
pub fn find_or_install() -> Result<WasmOpt> {
    match version(Path::new("wasm-opt")) {
        Some(version) if version >= OLDEST_VERSION => {
            println!("wasm-opt {version}: found on PATH");
            return Ok(WasmOpt::OnPath);
        }
        Some(version) => println!("wasm-opt {version}: found on PATH, but it is too old"),
        None => {}
    }
    let bin = npm::folder(PACKAGE)?;
    if let Some(version) = version(&bin.join("wasm-opt")) {
        println!("wasm-opt {version}: found in {}", bin.display());
        return Ok(WasmOpt::InFolder(bin));
    }
    println!("wasm-opt: not found, installing {PACKAGE} with npm");
    if npm::install(PACKAGE).is_ok() && version(&bin.join("wasm-opt")).is_some() {
        return Ok(WasmOpt::InFolder(bin));
    }
    println!(
        "wasm-opt: could not be installed with npm, so trunk will download {TRUNKS_VERSION}; if \
         that fails too, put Binaryen {OLDEST_VERSION} or newer on the PATH by hand"
    );
    Ok(WasmOpt::FromTrunk(TRUNKS_VERSION))
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
