//! The built page on a static server of its own.

use std::env;
use std::path::PathBuf;

use xtask::server::StaticServer;

use crate::Outcome;

/// The folder of the built page.
pub fn dist() -> Outcome<PathBuf> {
    let folder = env::var_os("ZHICHUANG_DIST").ok_or("ZHICHUANG_DIST is not set; run `cargo xtask test`")?;
    // A test runs in the folder of its crate, the environment comes from somewhere else.
    let folder = PathBuf::from(folder);
    if folder.join("index.html").is_file() {
        Ok(folder)
    } else {
        Err(format!("there is no built page in {}", folder.display()).into())
    }
}

pub struct Site {
    server: StaticServer,
}

impl Site {
    /// Serves the built page under `prefix`, such as `/` or `/any/folder/`.
    pub fn serve(prefix: &str) -> Outcome<Site> {
        Ok(Site { server: StaticServer::start_under(&dist()?, prefix, 0)? })
    }

    pub fn address(&self) -> String {
        self.server.address().to_owned()
    }

    /// The paths that were asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }
}
