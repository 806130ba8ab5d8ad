//! The tools that the commands need: looked for first, installed when missing, told in one line.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result, cargo_tools, minify, process,
    wasm_opt::{self, WasmOpt},
};

/// What the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Where the tools were found.
#[derive(Debug)]
pub struct Tools {
    pub trunk: PathBuf,
    /// The folders of tools that aren't on the PATH yet.
    folders: Vec<PathBuf>,
    /// The wasm-opt that trunk is to download, if it has to.
    wasm_opt_download: Option<&'static str>,
    pub esbuild: Option<PathBuf>,
}

impl Tools {
    /// Everything that a release build needs.
    pub fn for_building(root: &Path) -> Result<Self> {
        wasm_target(root)?;
        let trunk = cargo_tools::find_or_install("trunk", "trunk", cargo_tools::TRUNK_VERSION)?;
        let version = cargo_tools::wasm_bindgen_version(root)?;
        let wasm_bindgen = cargo_tools::find_or_install("wasm-bindgen-cli", "wasm-bindgen", &version)?;
        let mut folders: Vec<PathBuf> =
            [&trunk, &wasm_bindgen].into_iter().filter_map(|tool| tool.folder()).collect();
        let mut wasm_opt_download = None;
        match wasm_opt::find_or_install()? {
            WasmOpt::OnPath => {}
            WasmOpt::InFolder(folder) => folders.push(folder),
            WasmOpt::FromTrunk(version) => wasm_opt_download = Some(version),
        }
        let esbuild = minify::find_or_install()?;
        Ok(Self { trunk: trunk.program(), folders, wasm_opt_download, esbuild })
    }

    /// Makes `trunk` use these tools. Their folders come first on its PATH, because it takes the
    /// first wasm-bindgen and wasm-opt that it meets there.
    pub fn provide_to(&self, trunk: &mut Command) -> Result<()> {
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(self.folders.iter().cloned().chain(env::split_paths(&path)))
            .map_err(|error| format!("the tools' folders can't stand on the PATH: {error}."))?;
        trunk.env("PATH", path);
        if let Some(version) = self.wasm_opt_download {
            // With a version asked for, trunk passes over the older one that may be on the PATH.
            trunk.env("TRUNK_TOOLS_WASM_OPT", version);
        }
        Ok(())
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
