//! Checks, lints and embeds the policy files: a broken policy fails the build.

use std::path::Path;
use std::{env, fs, process};

// The policy room uses nothing of the crate but itself, so the build can run its lint.
#[allow(dead_code, unused_imports)]
#[path = "src/policy/mod.rs"]
mod policy;

use policy::emit::Emit;

const POLICIES: &[&str] = &["henan-2019-194"];

fn main() {
    println!("cargo::rerun-if-changed=src/policy");
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    for id in POLICIES {
        let path = format!("policies/{id}.toml");
        println!("cargo::rerun-if-changed={path}");
        if let Err(faults) = embed(&path, &Path::new(&out).join(format!("{id}.rs"))) {
            for fault in faults {
                println!("cargo::error={path}: {fault}");
            }
            process::exit(1);
        }
    }
}

fn embed(path: &str, target: &Path) -> Result<(), Vec<String>> {
    let one = |fault: &dyn std::fmt::Display| vec![fault.to_string()];
    let text = fs::read_to_string(path).map_err(|fault| one(&fault))?;
    let policy = policy::lint::read_sound(&text)?;
    fs::write(target, policy.emit()).map_err(|fault| one(&fault))
}
