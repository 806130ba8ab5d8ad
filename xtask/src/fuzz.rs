//! Fuzzing: texts that nobody would write, for what reads drafts and policies.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::{Result, cargo_tools::CargoTool, process};

const CARGO_FUZZ: CargoTool = CargoTool {
    package: "cargo-fuzz",
    program: "cargo-fuzz",
    version: "0.13.2",
    without_default_features: false,
    features: &[],
    called_as: &[],
};

pub const USUAL_SECONDS: u32 = 60;

/// What is fuzzed, and the folders of good texts that it starts from.
const TARGETS: [(&str, &[&str]); 3] = [
    ("draft", &["tests/cases", "tests/drafts", "samples"]),
    // The policy itself is long, and most changes to it are wrong in a dull way; small ones lead further.
    ("policy", &["fuzz/seeds/policy", "policies"]),
    ("policy_edits", &["fuzz/seeds/policy"]),
];

/// Fuzzes each target for so many seconds.
pub fn run(root: &Path, seconds: u32) -> Result<()> {
    let cargo_fuzz = CARGO_FUZZ.find_or_install()?;
    for (target, seeds) in TARGETS {
        println!("fuzzing {target} for {seconds} s, from the texts in {}", seeds.join(", "));
        one(root, &cargo_fuzz, target, seeds, seconds)?;
    }
    println!("no crash was found");
    Ok(())
}

fn one(root: &Path, cargo_fuzz: &Path, target: &str, seeds: &[&str], seconds: u32) -> Result<()> {
    let seeds: Vec<PathBuf> = seeds.iter().map(|folder| root.join(folder)).collect();
    // Texts that led somewhere new are kept, so that the next run goes on from there.
    let corpus = root.join("fuzz/corpus").join(target);
    fs::create_dir_all(&corpus).map_err(|error| format!("can't make {}: {error}.", corpus.display()))?;
    let dictionary = corpus.with_extension("dictionary");
    fs::write(&dictionary, words(&seeds)?)
        .map_err(|error| format!("can't write {}: {error}.", dictionary.display()))?;

    let artifacts = root.join("fuzz/artifacts").join(target);
    let before = files(&artifacts);
    let mut command = process::command(cargo_fuzz);
    // Nothing here is unsafe, so it is panics that are looked for, and no sanitizer is needed for these.
    command.current_dir(root).args(["fuzz", "run", "--sanitizer", "none", target]).arg(&corpus).args(&seeds);
    command.arg("--").arg(format!("-max_total_time={seconds}"));
    command.arg(format!("-dict={}", dictionary.display()));
    // A policy is never freed, by design, so memory grows; and a text that takes a second is a find too.
    command.args(["-rss_limit_mb=6144", "-timeout=20", "-max_len=6000", "-print_final_stats=1", "-verbosity=0"]);
    // cargo-fuzz asks for switches of the compiler that a stable toolchain only knows with this. The project
    // pins a stable one, and no part of the page is ever built so.
    command.env("RUSTC_BOOTSTRAP", "1");
    process::run(&mut command).map_err(|error| match files(&artifacts).difference(&before).next() {
        Some(crash) => format!("fuzzing {target} found a text that must not fail: {}.", crash.display()).into(),
        None => error,
    })
}

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect()
}

/// The words of the seeds as a dictionary of libFuzzer, so that it need not find a key letter by letter.
fn words(seeds: &[PathBuf]) -> Result<String> {
    let mut words = BTreeSet::new();
    for path in seeds.iter().flat_map(|folder| files(folder)) {
        let text =
            fs::read_to_string(&path).map_err(|error| format!("can't read {}: {error}.", path.display()))?;
        words.extend(words_of(&text).map(|word| format!("\"{word}\"\n")));
    }
    Ok(words.into_iter().collect())
}

/// Ids, numbers and dates; what people read is of no use here.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let part_of_one = |letter: char| letter.is_ascii_alphanumeric() || "_.-%/".contains(letter);
    text.split(move |letter| !part_of_one(letter)).filter(|word| (1..=30).contains(&word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_ids_numbers_and_dates() {
        let text = "{\"on\": \"2024-05-06\", \"team.total_staff\": 75} # 职工总数\nshare = \"> 1/3, <= 40%\"";
        let found: Vec<&str> = words_of(text).collect();
        assert_eq!(found, ["on", "2024-05-06", "team.total_staff", "75", "share", "1/3", "40%"]);
    }

    #[test]
    fn every_target_has_texts_to_start_from() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for (target, folders) in TARGETS {
            assert!(root.join(format!("fuzz/targets/{target}.rs")).is_file(), "{target}");
            assert!(folders.iter().all(|folder| !files(&root.join(folder)).is_empty()), "{target}");
        }
    }
}
