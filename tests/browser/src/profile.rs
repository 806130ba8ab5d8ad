//! What a browser starts with, and a browser killed as a crash would.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::browser::Folder;
use crate::{Browser, Outcome};

/// A folder in which a browser keeps what it knows, beyond its own end.
pub struct Profile(Folder);

impl Profile {
    /// A new profile; the name tells it from those of other tests.
    pub fn new(name: &str) -> Outcome<Profile> {
        Ok(Profile(Folder::make(&format!("zhichuang-profile-{name}-{}", std::process::id()))?))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Ends every process of the browser that uses this profile at once, without a word to any of them.
    pub fn kill_browser(&self) -> Outcome {
        let mark = format!("--user-data-dir={}", self.path().display());
        let mut processes = Vec::new();
        for entry in std::fs::read_dir("/proc")? {
            let entry = entry?.path();
            // A process that ends meanwhile needs no killing.
            let line = std::fs::read_to_string(entry.join("cmdline")).unwrap_or_default();
            if line.contains(&mark)
                && let Some(id) = entry.file_name().and_then(|name| name.to_str())
            {
                processes.push(id.to_owned());
            }
        }
        if processes.is_empty() {
            return Err("there is no browser to kill".into());
        }
        Command::new("kill").arg("-KILL").args(&processes).status()?;
        for id in &processes {
            // One that is gone but not yet collected by its parent has no command line any more.
            let line = PathBuf::from("/proc").join(id).join("cmdline");
            while std::fs::read(&line).is_ok_and(|line| !line.is_empty()) {
                std::thread::yield_now();
            }
        }
        // It names a process that is no more, perhaps on a machine of another name.
        for lock in ["SingletonLock", "SingletonCookie", "SingletonSocket"] {
            let _ = std::fs::remove_file(self.path().join(lock));
        }
        Ok(())
    }
}

/// How a browser starts.
#[derive(Default)]
pub struct Setup<'a> {
    /// Else a fresh one.
    pub profile: Option<&'a Profile>,
    /// The browser's own preferences, by their paths.
    pub preferences: Option<Value>,
}

impl Browser {
    pub async fn start(width: u32, height: u32) -> Outcome<Browser> {
        Browser::start_with(width, height, Setup::default()).await
    }
}
