//! The tools that the commands need: looked for first, installed when missing, told in one line.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::{
    Result,
    cargo_tools::{self, CargoTool, WASM_SPLIT},
    minify, process, wasm_opt,
};

/// What the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What to start for each tool.
#[derive(Debug)]
pub struct Tools {
    pub wasm_split: PathBuf,
    pub wasm_bindgen: PathBuf,
    pub wasm_opt: PathBuf,
    pub esbuild: Option<PathBuf>,
}

impl Tools {
    /// Everything that a release build needs.
    pub fn for_building(root: &Path) -> Result<Self> {
        wasm_target(root)?;
        let version = cargo_tools::wasm_bindgen_version(root)?;
        let wasm_bindgen = CargoTool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &version,
            features: &[],
            called_as: &[],
        };
        Ok(Self {
            wasm_split: WASM_SPLIT.in_folder_or_install(cargo_tools::starts)?,
            wasm_bindgen: wasm_bindgen.find_or_install()?,
            wasm_opt: wasm_opt::find_or_install()?,
            esbuild: minify::find_or_install()?,
        })
    }
}

/// The folder of this project's tools. Outside the project, so that clones share it and a cleaned
/// target folder costs no rebuild.
pub fn cache_folder() -> Result<PathBuf> {
    let absolute = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_CACHE_HOME")
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .map(|cache| cache.join("zhichuang-tools"))
        .ok_or_else(|| "there is no home folder to install tools into; set XDG_CACHE_HOME to a folder.".into())
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
        format!("{error} Without it nothing can go on: check the network, or run the command by hand.").into()
    })
}
