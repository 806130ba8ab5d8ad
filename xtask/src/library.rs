//! The library for other pages, `dist/library/`: without views, and so without trunk.

use std::{env, path::Path};

use crate::{
    Result, page, process,
    tools::{WASM_TARGET, WasmTools},
    wasm_opt,
};

/// Other pages call it often: it is built for speed, unlike the page (Cargo.toml).
const PROFILE: &str = "library";

/// Compiles the library, binds it to JavaScript and makes it small.
pub fn build(root: &Path, tools: &WasmTools, into: &Path) -> Result<()> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
    let mut cargo = process::cargo(root);
    cargo.args(["build", "--package", "zhichuang-library", "--profile", PROFILE, "--target", WASM_TARGET]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", page::nameless_paths(root).join(" "));
    process::run(cargo.arg("--target-dir").arg(&target))?;
    let compiled = target.join(WASM_TARGET).join(PROFILE).join("zhichuang_library.wasm");
    let mut bindgen = process::command(&tools.wasm_bindgen);
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "zhichuang", "--out-dir"]);
    process::run(bindgen.arg(into).arg(&compiled))?;
    let module = into.join("zhichuang_bg.wasm");
    let mut squeeze = process::command(&tools.wasm_opt);
    process::run(squeeze.args(wasm_opt::FEATURES).args(["--quiet", "-Oz"]).arg(&module).arg("-o").arg(&module))
}
