//! Binaryen's wasm-opt, which halves the page's WebAssembly.

use std::path::{Path, PathBuf};

use crate::{Result, npm, process};

/// The release that trunk is told to use (Trunk.toml). Up to 108, which Debian 12 has, wasm-opt writes that every
/// exported table is the first one, and the page's start then fails with "failed to grow table".
const VERSION: u32 = 132;

/// The same release on the npm registry.
const PACKAGE: &str = "binaryen@132.0.0";

/// What the compiler uses; `--all-features` would let wasm-opt write what browsers refuse. index.html says the same to trunk.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Looks for the release, first on the PATH and then in this project's own folder of the user's cache, and installs
/// it into the latter when both lack it.
pub fn find_or_install() -> Result<PathBuf> {
    let on_path = PathBuf::from("wasm-opt");
    match version(&on_path) {
        Some(VERSION) => {
            println!("wasm-opt {VERSION}: found on PATH");
            return Ok(on_path);
        }
        Some(version) => println!("wasm-opt {version}: found on PATH, but {VERSION} is needed"),
        None => {}
    }
    let in_folder = npm::folder(PACKAGE)?.join("wasm-opt");
    if version(&in_folder) == Some(VERSION) {
        println!("wasm-opt {VERSION}: found in {}", in_folder.display());
        return Ok(in_folder);
    }
    println!("wasm-opt: not found, installing {PACKAGE} with npm");
    npm::install(PACKAGE)?;
    if version(&in_folder) == Some(VERSION) {
        Ok(in_folder)
    } else {
        Err(format!("{PACKAGE} was installed but gives no wasm-opt {VERSION}; install that release by hand.")
            .into())
    }
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

    /// What makes the page smallest behind compression, which is not what makes the module smallest: functions that are alike
    /// stand together, all is gone through twice, those called once are not copied into their callers, and locals stay as regular as the compiler left them.
    const SHRINK: [&str; 4] = [
        "-O2",
        "--one-caller-inline-max-function-size=60",
        "--skip-pass=simplify-locals",
        "--reorder-functions-by-name",
    ];

    #[test]
    fn trunk_is_told_the_same() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let read = |name| std::fs::read_to_string(root.join(name)).unwrap_or_default();
        assert!(read("Trunk.toml").contains(&format!("wasm_opt = \"version_{VERSION}\"")));
        let flags = [&FEATURES[..], &SHRINK].concat().join(" ");
        assert!(read("index.html").contains(&format!("data-wasm-opt=\"2\" data-wasm-opt-params=\"{flags}\"")));
    }

    #[test]
    fn releases_are_read_as_wasm_opt_prints_them() {
        assert_eq!(release("wasm-opt version 108"), Some(108));
        assert_eq!(release("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(release("something else"), None);
    }
}
