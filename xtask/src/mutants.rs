//! Mutation testing: small mistakes are put into the code, and some test must notice each of them.

use std::path::Path;

use crate::{Result, cargo_tools::CargoTool, process};

const CARGO_MUTANTS: CargoTool = CargoTool {
    package: "cargo-mutants",
    program: "cargo-mutants",
    version: "27.1.0",
    without_default_features: false,
    features: &[],
    called_as: &["mutants"],
};

/// Tries the mutants that `.cargo/mutants.toml` asks for, each in a copy of the project; `arguments` go to
/// cargo-mutants, such as `--file src/scoring/item.rs`.
pub fn run(root: &Path, arguments: &[String]) -> Result<()> {
    let cargo_mutants = CARGO_MUTANTS.find_or_install()?;
    println!("trying mutants of what scores and of what reads a policy (up to an hour; results in mutants.out)");
    let mut command = process::command(cargo_mutants);
    // Each job builds in a target folder of its own; one folder for all of them would make them wait.
    command.current_dir(root).args(["mutants", "--jobs", "2"]).args(arguments).env_remove("CARGO_TARGET_DIR");
    process::run(&mut command)
}
