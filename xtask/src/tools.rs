//! The tools that the commands need: looked for first, installed when missing, told in one line.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use crate::{Result, cargo_tools, process, system_tools};

/// What the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Where the tools were found.
#[derive(Debug)]
pub struct Tools {
    pub trunk: PathBuf,
    /// The folders of tools that aren't on the PATH yet.
    folders: Vec<PathBuf>,
}

impl Tools {
    /// Everything that a release build needs.
    pub fn for_building(root: &Path) -> Result<Self> {
        wasm_target(root)?;
        let trunk = cargo_tools::find_or_install("trunk", "trunk", cargo_tools::TRUNK_VERSION)?;
        let version = cargo_tools::wasm_bindgen_version(root)?;
        let wasm_bindgen =
            cargo_tools::find_or_install("wasm-bindgen-cli", "wasm-bindgen", &version)?;
        system_tools::wasm_opt();
        let folders = [&trunk, &wasm_bindgen]
            .into_iter()
            .filter_map(|tool| tool.folder())
            .collect();
        Ok(Self {
            trunk: trunk.program(),
            folders,
        })
    }

    /// The PATH for child processes. The tools' own folders come first, because trunk takes the
    /// first wasm-bindgen that it meets and downloads another when that one has a different version.
    pub fn path(&self) -> Result<OsString> {
        let path = env::var_os("PATH").unwrap_or_default();
        env::join_paths(self.folders.iter().cloned().chain(env::split_paths(&path)))
            .map_err(|error| format!("the tools' folders can't stand on the PATH: {error}.").into())
    }
}

/// rustfmt and clippy, which a toolchain of the minimal profile comes without.
pub fn rust_components(root: &Path) -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if process::output(process::cargo(root).args([subcommand, "--version"])).is_some() {
            println!("{component}: found");
        } else {
            println!("{component}: not found, adding it with rustup");
            rustup(root, &["component", "add", component])?;
        }
    }
    Ok(())
}

/// The standard library for WebAssembly. Looked for in the toolchain itself, which works for
/// toolchains without rustup too.
pub fn wasm_target(root: &Path) -> Result<()> {
    let library = process::output(process::command("rustc").current_dir(root).args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]));
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        println!("{WASM_TARGET}: found");
        return Ok(());
    }
    println!("{WASM_TARGET}: not found, adding it with rustup");
    rustup(root, &["target", "add", WASM_TARGET])
}

fn rustup(root: &Path, arguments: &[&str]) -> Result<()> {
    process::run(process::command("rustup").current_dir(root).args(arguments)).map_err(|error| {
        format!(
            "{error} Without it nothing can go on: check the network, or run the command by hand."
        )
        .into()
    })
}
