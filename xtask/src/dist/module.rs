//! From Rust to WebAssembly: compiled, split, bound to JavaScript, made small.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{copy, files_below, make};
use crate::{
    Result, process,
    tools::{Tools, WASM_TARGET},
};

/// What the compiler uses; `--all-features` would let wasm-opt write what browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes a module smallest behind compression, found by trying.
const SMALLEST: [&str; 5] =
    ["--flatten", "--rereloop", "-Oz", "--merge-similar-functions", "--reorder-functions-by-name"];

/// The page's module, and beside it the one with its rooms (`docs/adr/0007-rooms.md`).
pub fn page(root: &Path, tools: &Tools, into: &Path) -> Result<()> {
    // The split follows the linker's own notes of what uses what, and its names.
    let compiled =
        compile(root, &["--bin", "zhichuang"], &["-Clink-args=--emit-relocs", "-Cstrip=none"], "zhichuang")?;
    let parts = work_folder(root, "split")?;
    let mut split = process::command(&tools.wasm_split);
    process::run(split.arg(&compiled).arg(&parts).args(["--out-name", "zhichuang"]))?;
    bind(tools, &parts.join("zhichuang.wasm"), into, &["--keep-lld-exports"])?;
    for path in files_below(&parts)? {
        let Some(name) = path.file_name().filter(|name| *name != "zhichuang.wasm") else { continue };
        let place = into.join(name);
        copy(&path, &place)?;
        if place.extension().is_some_and(|extension| extension == "wasm") {
            squeeze(tools, &place, &["-Oz"])?;
        }
    }
    squeeze(tools, &into.join("zhichuang_bg.wasm"), &SMALLEST)
}

/// The library for other pages, which has no views.
pub fn library(root: &Path, tools: &Tools, into: &Path) -> Result<()> {
    let compiled = compile(root, &["--package", "zhichuang-library"], &[], "zhichuang_library")?;
    let named = work_folder(root, "library")?.join("zhichuang.wasm");
    copy(&compiled, &named)?;
    make(into)?;
    bind(tools, &named, into, &[])?;
    squeeze(tools, &into.join("zhichuang_bg.wasm"), &SMALLEST)
}

/// Compiles a crate, with these words for its own compiler run alone, and gives the module's path.
fn compile(root: &Path, which: &[&str], words: &[&str], name: &str) -> Result<PathBuf> {
    let target = target_folder(root);
    let mut cargo = process::cargo(root);
    cargo.args(["rustc", "--release", "--target", WASM_TARGET]).args(which).arg("--target-dir").arg(&target);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", rust_flags(root)).arg("--").args(words);
    process::run(&mut cargo)?;
    Ok(target.join(WASM_TARGET).join("release").join(format!("{name}.wasm")))
}

fn bind(tools: &Tools, module: &Path, into: &Path, words: &[&str]) -> Result<()> {
    let mut command = process::command(&tools.wasm_bindgen);
    command.args(["--target", "web", "--no-typescript", "--out-name", "zhichuang", "--out-dir"]);
    process::run(command.arg(into).args(words).arg(module))
}

fn squeeze(tools: &Tools, module: &Path, passes: &[&str]) -> Result<()> {
    let mut command: Command = process::command(&tools.wasm_opt);
    // It warns of names that it does not know, while all names are dropped.
    process::run(command.arg("--quiet").args(FEATURES).args(passes).arg(module).arg("-o").arg(module))
}

fn target_folder(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder))
}

/// A new folder for what lies between two tools.
fn work_folder(root: &Path, name: &str) -> Result<PathBuf> {
    let folder = target_folder(root).join("page").join(name);
    super::clear(&folder)?;
    make(&folder)?;
    Ok(folder)
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
