//! Child processes whose failures read as sentences.

use std::{
    env,
    ffi::OsStr,
    path::Path,
    process::{Command, Stdio},
};

use crate::Result;

/// `program`, without a standard input to wait on.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null());
    command
}

/// The cargo that runs this program, so that everything uses one toolchain, called in `folder`.
///
/// What `cargo run` tells this program about its own package is taken away: build scripts that
/// watch those variables would otherwise run, and what they feed be compiled, once more whenever a
/// build is started from here.
pub fn cargo(folder: &Path) -> Command {
    let mut command = command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder);
    without_package_variables(&mut command);
    command
}

/// Takes away what `cargo run` tells this program about its own package.
pub fn without_package_variables(command: &mut Command) {
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(describes_a_package) {
            command.env_remove(name);
        }
    }
}

fn describes_a_package(variable: &str) -> bool {
    variable.starts_with("CARGO_PKG_")
        || variable.starts_with("CARGO_MANIFEST_")
        || matches!(variable, "CARGO_PRIMARY_PACKAGE" | "CARGO_BIN_NAME" | "CARGO_CRATE_NAME")
}

/// Runs `command` with its output shown.
pub fn run(command: &mut Command) -> Result<()> {
    let line = in_words(command);
    let status = command.status().map_err(|error| format!("`{line}` could not be started: {error}."))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status}).").into()) }
}

/// What `command` prints when it succeeds; nothing if it isn't there or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The command as one would type it, without the path of the program.
pub fn in_words(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = program.file_stem().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        words.push(' ');
        words.push_str(&argument.to_string_lossy());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_read_as_typed() {
        let mut command = command("/somewhere/bin/cargo");
        command.args(["fmt", "--all"]);
        assert_eq!(in_words(&command), "cargo fmt --all");
    }

    #[test]
    fn only_variables_about_the_running_package_are_taken_away() {
        for name in ["CARGO_PKG_NAME", "CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"] {
            assert!(describes_a_package(name), "{name}");
        }
        for name in ["CARGO_TARGET_DIR", "CARGO_HOME", "CARGO", "RUSTUP_TOOLCHAIN", "PATH"] {
            assert!(!describes_a_package(name), "{name}");
        }
    }
}
