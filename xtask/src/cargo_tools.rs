//! Tools that are Rust programs, pinned to one version each and built with `cargo install`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{Result, process, tools::cache_folder};

/// The newest trunk that this project's Rust can build.
pub const TRUNK_VERSION: &str = "0.21.14";

/// Where a tool of the wanted version is.
#[derive(Debug)]
pub enum Tool {
    OnPath(&'static str),
    InFolder(PathBuf, &'static str),
}

impl Tool {
    /// What to start.
    pub fn program(&self) -> PathBuf {
        match self {
            Self::OnPath(name) => name.into(),
            Self::InFolder(folder, name) => folder.join(name),
        }
    }

    /// The folder to put on the PATH, if it isn't there.
    pub fn folder(&self) -> Option<PathBuf> {
        match self {
            Self::OnPath(_) => None,
            Self::InFolder(folder, _) => Some(folder.clone()),
        }
    }
}

/// Looks for `program` in exactly `version`, first on the PATH and then in this project's own
/// folder of the user's cache, and installs it into the latter when both lack it.
pub fn find_or_install(package: &str, program: &'static str, version: &str) -> Result<Tool> {
    if has_version(Path::new(program), version) {
        println!("{program} {version}: found on PATH");
        return Ok(Tool::OnPath(program));
    }
    let folder = cache_folder()?.join(format!("{package}-{version}"));
    let bin = folder.join("bin");
    if has_version(&bin.join(program), version) {
        println!("{program} {version}: found in {}", bin.display());
        return Ok(Tool::InFolder(bin, program));
    }
    println!("{program} {version}: not found, installing with cargo (takes minutes) into {}", folder.display());
    install(package, version, &folder)?;
    if has_version(&bin.join(program), version) {
        Ok(Tool::InFolder(bin, program))
    } else {
        Err(format!("{program} was installed into {} but does not run as version {version}.", bin.display())
            .into())
    }
}

fn install(package: &str, version: &str, folder: &Path) -> Result<()> {
    let wanted = format!("{package}@{version}");
    process::run(
        process::cargo(Path::new("."))
            .args(["install", "--locked", &wanted, "--root"])
            .arg(folder)
            // Settings for building the project are none for building its tools.
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("RUSTFLAGS"),
    )
    .map_err(|error| {
        format!(
            "{error} Check the network, or put {wanted} on the PATH by hand: `cargo install --locked {wanted}`."
        )
        .into()
    })
}

fn has_version(program: &Path, version: &str) -> bool {
    process::output(process::command(program).arg("--version"))
        .is_some_and(|text| text.split_whitespace().nth(1) == Some(version))
}

/// The wasm-bindgen that the page is linked with. Its command line tool must be of the same
/// version, and reading it here keeps the two from drifting apart.
pub fn wasm_bindgen_version(root: &Path) -> Result<String> {
    let path = root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|error| format!("can't read {}: {error}.", path.display()))?;
    locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| format!("{} names no wasm-bindgen.", path.display()).into())
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.5\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.129"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn the_projects_own_lock_file_names_a_version() -> Result<()> {
        let version = wasm_bindgen_version(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))?;
        assert!(version.starts_with("0.2."), "{version}");
        Ok(())
    }
}
