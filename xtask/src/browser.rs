//! What the browser tests need from the system: Chromium, its driver and Chinese fonts.

use std::{env, path::PathBuf};

use crate::{Result, apt, process};

/// The browser that the tests drive, and the program that drives it.
#[derive(Debug)]
pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

impl Browser {
    /// Looks for the browser, its driver and Chinese fonts, and installs what is missing.
    pub fn find_or_install() -> Result<Self> {
        let mut found = (chromium()?, chromedriver()?);
        let mut packages = Vec::new();
        if found.0.is_none() {
            packages.push("chromium");
        }
        if found.1.is_none() {
            packages.push("chromium-driver");
        }
        if !has_chinese_fonts() {
            packages.push("fonts-noto-cjk");
        }
        if !packages.is_empty() && apt::usable() {
            println!("{}: not found, installing with apt-get", packages.join(", "));
            apt::install(&packages);
            found = (chromium()?, chromedriver()?);
        }
        let (Some(chromium), Some(chromedriver)) = found else {
            return Err("the browser tests need Chromium and chromedriver of the same version: \
                        install them (on Debian: chromium chromium-driver), or set CHROMIUM and \
                        CHROMEDRIVER to the two programs."
                .into());
        };
        println!("chromium: {}", chromium.display());
        println!("chromedriver: {}", chromedriver.display());
        if !has_chinese_fonts() {
            println!("no Chinese font was found, so text in pictures will be boxes");
        }
        Ok(Self { chromium, chromedriver })
    }
}

fn chromium() -> Result<Option<PathBuf>> {
    program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
}

fn chromedriver() -> Result<Option<PathBuf>> {
    program("CHROMEDRIVER", &["chromedriver"])
}

/// The program that `variable` names, or else the first of `names` on the PATH.
fn program(variable: &str, names: &[&str]) -> Result<Option<PathBuf>> {
    if let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()).map(PathBuf::from) {
        return if path.is_file() {
            Ok(Some(path))
        } else {
            Err(format!("{variable} is set to {}, where there is no program.", path.display()).into())
        };
    }
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(names.iter().find_map(|name| {
        env::split_paths(&path)
            .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
            .find(|program| program.is_file())
    }))
}

/// Also true where fontconfig is not in use, because nothing is known there.
fn has_chinese_fonts() -> bool {
    process::output(process::command("fc-list").arg(":lang=zh")).is_none_or(|fonts| !fonts.is_empty())
}
