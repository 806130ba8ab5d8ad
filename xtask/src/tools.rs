//! The tools that the commands need: looked for first, installed when missing, told in one line.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use crate::{
    Result,
    cargo_tools::{self, CargoTool, TRUNK},
    process, wasm_opt,
};

/// What the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What a module needs on its way from the compiler to the browser.
#[derive(Debug)]
pub struct WasmTools {
    pub wasm_bindgen: PathBuf,
    pub wasm_opt: PathBuf,
}

impl WasmTools {
    pub fn find_or_install(root: &Path) -> Result<Self> {
        wasm_target(root)?;
        let version = cargo_tools::wasm_bindgen_version(root)?;
        let wasm_bindgen = CargoTool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &version,
            without_default_features: false,
            features: &[],
            called_as: &[],
        };
        Ok(Self { wasm_bindgen: wasm_bindgen.find_or_install()?, wasm_opt: wasm_opt::find_or_install()? })
    }

    /// A PATH on which trunk finds these tools, so that it downloads none.
    pub fn path(&self) -> Result<OsString> {
        let own = [&self.wasm_bindgen, &self.wasm_opt].into_iter().filter_map(|program| program.parent());
        let own = own.filter(|folder| !folder.as_os_str().is_empty()).map(Path::to_owned);
        let others = env::var_os("PATH").unwrap_or_default();
        Ok(env::join_paths(own.chain(env::split_paths(&others)))?)
    }
}

/// Everything that a build of the page needs.
#[derive(Debug)]
pub struct Tools {
    pub trunk: PathBuf,
    pub wasm: WasmTools,
}

impl Tools {
    pub fn find_or_install(root: &Path) -> Result<Self> {
        Ok(Self { trunk: TRUNK.find_or_install()?, wasm: WasmTools::find_or_install(root)? })
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
        format!("{error} Without it nothing can go on: check the network, or run the command by hand.").into()
    })
}
