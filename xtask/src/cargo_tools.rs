//! Tools that are Rust programs, pinned to one version each and built with `cargo install`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{Result, cache, process};

/// What builds and serves the page. Of its default features only the one that its downloads need is taken: the other
/// asks the network for news of itself.
pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    version: "0.21.14",
    without_default_features: true,
    features: &["rustls"],
    called_as: &[],
};

/// A tool that cargo can build.
#[derive(Debug, Clone, Copy)]
pub struct CargoTool<'a> {
    pub package: &'a str,
    pub program: &'a str,
    pub version: &'a str,
    pub without_default_features: bool,
    pub features: &'a [&'a str],
    /// What comes before `--version`: some subcommands of cargo answer only under their own name.
    pub called_as: &'a [&'a str],
}

impl CargoTool<'_> {
    /// Looks for exactly this version, first on the PATH and then in this project's own folder of the
    /// user's cache, and installs it into the latter when both lack it. Gives what to start.
    pub fn find_or_install(&self) -> Result<PathBuf> {
        let on_path = PathBuf::from(self.program);
        if self.is_there(&on_path) {
            println!("{} {}: found on PATH", self.program, self.version);
            return Ok(on_path);
        }
        let folder = cache::folder()?.join(format!("{}-{}", self.package, self.version));
        let program = folder.join("bin").join(self.program);
        if self.is_there(&program) {
            println!("{} {}: found in {}", self.program, self.version, folder.display());
            return Ok(program);
        }
        println!(
            "{} {}: not found, installing with cargo (takes minutes) into {}",
            self.program,
            self.version,
            folder.display()
        );
        self.install(&folder)?;
        if self.is_there(&program) {
            Ok(program)
        } else {
            Err(format!("{} was installed into {} but does not run.", self.program, folder.display()).into())
        }
    }

    /// Whether a program is this tool in this version.
    fn is_there(&self, program: &Path) -> bool {
        process::output(process::command(program).args(self.called_as).arg("--version"))
            .is_some_and(|text| text.split_whitespace().nth(1) == Some(self.version))
    }

    fn install(&self, folder: &Path) -> Result<()> {
        let wanted = format!("{}@{}", self.package, self.version);
        let mut command = process::cargo(Path::new("."));
        command
            .args(["install", "--locked", &wanted, "--features", &self.features.join(","), "--root"])
            .arg(folder);
        if self.without_default_features {
            command.arg("--no-default-features");
        }
        // Settings for building the project are none for building its tools.
        for setting in ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "RUSTFLAGS"] {
            command.env_remove(setting);
        }
        process::run(&mut command)
            .map_err(|error| format!("{error} Check the network, or install {wanted} by hand.").into())
    }
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
    fn trunk_is_told_the_same_versions() -> Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let told = fs::read_to_string(root.join("Trunk.toml"))?;
        assert!(told.contains(&format!("wasm_bindgen = \"{}\"", wasm_bindgen_version(&root)?)));
        assert!(told.contains(&format!("trunk-version = \"{}\"", TRUNK.version)));
        Ok(())
    }

    #[test]
    fn the_projects_own_lock_file_names_a_version() -> Result<()> {
        let version = wasm_bindgen_version(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))?;
        assert!(version.starts_with("0.2."), "{version}");
        Ok(())
    }
}
