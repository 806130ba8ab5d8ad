//! Checks, lints and embeds the policy files: a broken policy fails the build.

use std::path::Path;
use std::{env, fs, process};

// The policy room uses nothing of the crate but itself, so the build can run its lint.
#[allow(dead_code, unused_imports)]
#[path = "src/policy/mod.rs"]
mod policy;

use policy::emit::Emit;

const TABLE: &str = "policies/henan-2019-194.toml";
const PATHWAY: &str = "policies/henan-2023-52.toml";

fn main() {
    for path in ["src/policy", TABLE, PATHWAY] {
        println!("cargo::rerun-if-changed={path}");
    }
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    if let Err(faults) = embed(Path::new(&out)) {
        for fault in faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    }
}

fn embed(out: &Path) -> Result<(), Vec<String>> {
    let at = |path: &'static str| move |fault: String| format!("{path}: {fault}");
    let all = |path, faults: Vec<String>| faults.into_iter().map(at(path)).collect::<Vec<_>>();
    let read = |path| fs::read_to_string(path).map_err(|fault| vec![at(path)(fault.to_string())]);
    let table = policy::lint::read_sound(&read(TABLE)?).map_err(|faults| all(TABLE, faults))?;
    let joined = policy::pathway::read_sound(table, &read(PATHWAY)?);
    let (table, pathway) = joined.map_err(|faults| all(PATHWAY, faults))?;
    for (name, text) in [("table.rs", table.emit()), ("pathway.rs", pathway.emit())] {
        fs::write(out.join(name), text).map_err(|fault| vec![fault.to_string()])?;
    }
    Ok(())
}
