//! Where this project's tools are installed.

use std::{env, path::PathBuf};

use crate::Result;

/// The folder of this project's tools. Outside the project, so that clones share it and a cleaned
/// target folder costs no rebuild.
pub fn folder() -> Result<PathBuf> {
    let absolute = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_CACHE_HOME")
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .map(|cache| cache.join("zhichuang-tools"))
        .ok_or_else(|| "there is no home folder to install tools into; set XDG_CACHE_HOME to a folder.".into())
}
