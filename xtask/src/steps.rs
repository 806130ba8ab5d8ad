//! The checks behind `cargo xtask test`, one after another, and what else needs the built page.

use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use crate::{
    Result, axe,
    browser::Browser,
    page, process,
    tools::{self, Tools},
};

const PAGE: &str = "zhichuang";

/// All checks. The browser tests come last and nothing is printed after them, so that the output
/// ends with their summary.
pub fn all_tests(root: &Path, browser_arguments: &[String]) -> Result<()> {
    let mut report = Report::new(6);
    report.preparing(|| tools::rust_components(root))?;
    let tools = report.preparing(|| Tools::find_or_install(root))?;
    let browser = report.preparing(Browser::find_or_install)?;
    let axe = report.preparing(axe::find_or_install)?;
    native_steps(root, &mut report)?;
    report.step("release build", "of the page into dist", || page::build(root, &tools))?;
    report.print_timings();
    let mut command = process::cargo(root);
    command.args(["test", "--package", "browser-tests"]).env("AXE", axe);
    report.announce("browser tests", &process::in_words(&command));
    if !browser_arguments.is_empty() {
        command.arg("--").args(browser_arguments);
    }
    process::run(with_page(&mut command, root, &browser))
}

/// The checks that need neither a built page nor a browser.
pub fn native_tests(root: &Path) -> Result<()> {
    let mut report = Report::new(4);
    report.preparing(|| tools::rust_components(root))?;
    report.preparing(|| tools::wasm_target(root))?;
    native_steps(root, &mut report)?;
    report.print_timings();
    Ok(())
}

/// Builds the page and takes pictures of it.
pub fn screenshots(root: &Path, arguments: &[String]) -> Result<()> {
    drive(root, "screenshots", arguments)
}

/// Builds the page and measures how quick it is.
pub fn measure(root: &Path) -> Result<()> {
    drive(root, "measure", &[])
}

/// Builds the page and runs a program that drives the browser on it.
fn drive(root: &Path, program: &str, arguments: &[String]) -> Result<()> {
    let tools = Tools::find_or_install(root)?;
    let browser = Browser::find_or_install()?;
    page::build(root, &tools)?;
    let mut command = process::cargo(root);
    command.args(["run", "--package", "browser-tests", "--bin", program, "--"]);
    command.args(arguments);
    process::run(with_page(&mut command, root, &browser))
}

fn native_steps(root: &Path, report: &mut Report) -> Result<()> {
    let cargo = |arguments: &[&str]| {
        let mut command = process::cargo(root);
        command.args(arguments);
        command
    };
    report.commands("formatting", [cargo(&["fmt", "--all", "--check"])])?;
    let deny_warnings = ["--", "-D", "warnings"];
    report.commands(
        "lints",
        [
            // The views are looked at for the browser alone: natively they are never run.
            cargo(
                &[&["clippy", "--workspace", "--all-targets", "--no-default-features"][..], &deny_warnings]
                    .concat(),
            ),
            cargo(&[&["clippy", "--package", PAGE, "--target", tools::WASM_TARGET][..], &deny_warnings].concat()),
        ],
    )?;
    report.commands("core tests", [cargo(&["test", "--package", PAGE, "--no-default-features"])])?;
    report.commands("tooling tests", [cargo(&["test", "--package", "xtask"])])
}

/// Tells a browser test where the page and the browser are.
fn with_page<'a>(command: &'a mut Command, root: &Path, browser: &Browser) -> &'a mut Command {
    command
        .env("ZHICHUANG_DIST", page::folder(root))
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.chromedriver)
}

/// Announces steps and remembers how long they took.
struct Report {
    steps: usize,
    announced: usize,
    preparation: Duration,
    timings: Vec<(&'static str, Duration)>,
}

impl Report {
    fn new(steps: usize) -> Self {
        Self { steps, announced: 0, preparation: Duration::ZERO, timings: Vec::new() }
    }

    fn preparing<T>(&mut self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let start = Instant::now();
        let outcome = work();
        self.preparation += start.elapsed();
        outcome
    }

    fn commands(&mut self, name: &'static str, commands: impl IntoIterator<Item = Command>) -> Result<()> {
        let mut commands: Vec<Command> = commands.into_iter().collect();
        let words: Vec<String> = commands.iter().map(process::in_words).collect();
        self.step(name, &words.join(" and "), || commands.iter_mut().try_for_each(process::run))
    }

    fn step<T>(&mut self, name: &'static str, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.announce(name, what);
        let start = Instant::now();
        let outcome = work()?;
        self.timings.push((name, start.elapsed()));
        Ok(outcome)
    }

    fn announce(&mut self, name: &str, what: &str) {
        self.announced += 1;
        println!("[{}/{}] {name}: {what}", self.announced, self.steps);
    }

    fn print_timings(&self) {
        print!("{}", self.table());
    }

    fn table(&self) -> String {
        let rows = [("preparation", self.preparation)];
        let rows = rows.iter().chain(&self.timings);
        let total = ("together", rows.clone().map(|(_, time)| *time).sum());
        rows.chain([&total]).map(|(name, time)| format!("{name:<16}{:>8.1} s\n", time.as_secs_f64())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_sums_up_the_steps() {
        let report = Report {
            steps: 2,
            announced: 2,
            preparation: Duration::from_millis(300),
            timings: vec![("formatting", Duration::from_secs(1)), ("lints", Duration::from_secs(120))],
        };
        assert_eq!(
            report.table(),
            "preparation          0.3 s\n\
             formatting           1.0 s\n\
             lints              120.0 s\n\
             together           121.3 s\n"
        );
    }
}
