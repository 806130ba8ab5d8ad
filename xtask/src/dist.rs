//! The release page in `dist/`.

use std::{
    env, fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use crate::{Result, minify, process, start_script, tools::Tools};

/// Where the page is built to; `Trunk.toml` says the same to trunk.
pub fn folder(root: &Path) -> PathBuf {
    root.join("dist")
}

/// Builds the page into a new `dist/`.
pub fn build(root: &Path, tools: &Tools) -> Result<PathBuf> {
    let dist = folder(root);
    clear(&dist)?;
    let mut trunk = process::command(&tools.trunk);
    // Not `--offline`, although the tools are there: trunk passes it on to cargo, which may still
    // have to download the page's dependencies.
    trunk.args(["build", "--skip-version-check"]).current_dir(root);
    tools.provide_to(&mut trunk)?;
    // Trunk reads this variable as an option of its own, and refuses the usual value, which is 1.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    trunk.env("CARGO_ENCODED_RUSTFLAGS", rust_flags(root));
    process::without_package_variables(&mut trunk);
    process::run(&mut trunk)?;
    start_script::move_out(&dist)?;
    if let Some(esbuild) = &tools.esbuild {
        minify::squeeze(esbuild, &dist)?;
    }
    Ok(dist)
}

/// Panic messages name source files: not by where they lie on the machine that built the page.
fn rust_flags(root: &Path) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=.", root.display())];
    let sources = home.map(|home| home.join("registry").join("src"));
    for registry in sources.iter().flat_map(fs::read_dir).flatten().filter_map(|entry| entry.ok()) {
        flags.push(format!("--remap-path-prefix={}=", registry.path().display()));
    }
    flags.join("\u{1f}")
}

/// Trunk names a file after what went into it, not what came out: with other flags for wasm-opt a
/// file keeps its name. So nothing of an earlier build may stay.
fn clear(dist: &Path) -> Result<()> {
    match fs::remove_dir_all(dist) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(format!("can't clear {}: {error}.", dist.display()).into())
        }
        _ => Ok(()),
    }
}
