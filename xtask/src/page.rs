//! The page, which trunk builds and serves, and beside it the library for other pages.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result, library, minify, process,
    tools::{Tools, WasmTools},
};

/// Where the page is built to.
pub fn folder(root: &Path) -> PathBuf {
    root.join("dist")
}

/// Builds what is hosted into `dist/`.
pub fn build(root: &Path, tools: &Tools) -> Result<()> {
    process::run(trunk(root, tools)?.args(["build", "--release"]))
}

/// Serves the page for work on it: built quickly, and reloaded when a file changes.
pub fn serve(root: &Path, tools: &Tools, port: u16) -> Result<()> {
    // What is hosted stays in `dist/`.
    process::run(trunk(root, tools)?.args(["serve", "--port", &port.to_string(), "--dist", "target/serve"]))
}

fn trunk(root: &Path, tools: &Tools) -> Result<Command> {
    let mut command = process::command(&tools.trunk);
    process::without_package_variables(&mut command);
    command.current_dir(root).env("PATH", tools.wasm.path()?);
    // Panic messages name source files: not by where they lie on the machine that built the page.
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", nameless_paths(root).join(" "));
    // Trunk reads it as one of its own settings, and refuses the words that others use.
    command.env_remove("NO_COLOR");
    Ok(command)
}

/// Flags that take the machine's folders out of what is compiled.
pub fn nameless_paths(root: &Path) -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.map(|home| home.join("registry").join("src"));
    let registries = sources.iter().flat_map(fs::read_dir).flatten().filter_map(|entry| entry.ok());
    let flags = registries.map(|registry| format!("--remap-path-prefix={}=", registry.path().display()));
    std::iter::once(format!("--remap-path-prefix={}=.", root.display())).chain(flags).collect()
}

/// What trunk calls at the end of each of its builds (`Trunk.toml`): a release gets the library, and its scripts are
/// minified; what is served for work loses the policy for scripts, which the script that reloads it would break.
pub fn finish(root: &Path) -> Result<()> {
    let told = |name| env::var_os(name).ok_or("`cargo xtask finish` is called by trunk, at the end of a build.");
    let staging = PathBuf::from(told("TRUNK_STAGING_DIR")?);
    let index = staging.join("index.html");
    let page = fs::read_to_string(&index).map_err(|error| format!("can't read {}: {error}.", index.display()))?;
    let page = if told("TRUNK_PROFILE")? == "release" {
        library::build(root, &WasmTools::find_or_install(root)?, &staging.join("library"))?;
        minify::scripts(&staging, page)?
    } else {
        without_policy(&page).ok_or("index.html has no Content-Security-Policy.")?
    };
    fs::write(&index, page).map_err(|error| format!("can't write {}: {error}.", index.display()).into())
}

fn without_policy(page: &str) -> Option<String> {
    let begin = page.find("<meta http-equiv=\"Content-Security-Policy\"")?;
    let end = begin + page[begin..].find('>')? + 1;
    Some(format!("{}{}", &page[..begin], &page[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_policy_is_taken_out() {
        let policy = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"#;
        assert_eq!(without_policy(&format!("<head>{policy}<p>")).as_deref(), Some("<head><p>"));
        assert_eq!(without_policy("<head><p>"), None);
    }
}
