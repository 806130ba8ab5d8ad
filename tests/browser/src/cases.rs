//! The golden cases of the repository.

use std::path::PathBuf;

use serde_json::Value;

use crate::Outcome;

/// The path of a file among the cases, such as `ordinary.draft.json`.
pub fn case_path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../cases").join(name)
}

pub fn case(name: &str) -> Outcome<Value> {
    let path = case_path(name);
    let text = std::fs::read_to_string(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}
