//! The project's own commands: `cargo xtask help`.

mod apt;
mod axe;
mod browser;
mod cache;
mod cargo_tools;
mod fuzz;
mod library;
mod minify;
mod mutants;
mod npm;
mod page;
mod process;
mod steps;
mod tools;
mod wasm_opt;

use std::{env, error::Error, path::PathBuf, process::ExitCode};

use tools::Tools;

/// Every failure is told in one sentence, so there are no kinds of them to tell apart.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]        serve the page on 127.0.0.1 (port 8080 unless told), built anew when a file changes
  build                   build the release page into dist/, ready for any folder of a static server
  finish                  what trunk calls at the end of each build
  test [-- ARGS]          run every check; ARGS go to the browser tests, such as a part of a name
  test --native           stop before the release build and the browser tests
  fuzz [--seconds N]      try random drafts and policies, 60 seconds of each unless told
  mutants [-- ARGS]       put small mistakes into the code and see whether a test notices; ARGS go to cargo-mutants
  measure                 build the release page and measure in Chromium how quick it is
  screenshots [-- ARGS]   build the release page and take pictures of it in Chromium
  help                    show this text

Each command looks for the tools that it needs and installs those that are missing.";

const USUAL_PORT: u16 = 8080;

#[derive(Debug, PartialEq, Eq)]
enum Request {
    Help,
    Build,
    Serve { port: u16 },
    Finish,
    Test { native: bool, browser_arguments: Vec<String> },
    Fuzz { seconds: u32 },
    Mutants { arguments: Vec<String> },
    Measure,
    Screenshots { arguments: Vec<String> },
}

fn main() -> ExitCode {
    match parse(env::args().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Request> {
    let mut arguments = arguments.into_iter();
    let command = arguments.next();
    let mut own: Vec<String> = arguments.collect();
    let passed_on = match own.iter().position(|argument| argument == "--") {
        Some(at) => {
            let after = own.split_off(at + 1);
            own.truncate(at);
            Some(after)
        }
        None => None,
    };
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    match (command.as_deref(), own.as_slice(), passed_on) {
        (None | Some("help" | "--help" | "-h"), [], None) => Ok(Request::Help),
        (Some("build"), [], None) => Ok(Request::Build),
        (Some("finish"), [], None) => Ok(Request::Finish),
        (Some("serve"), [], None) => Ok(Request::Serve { port: USUAL_PORT }),
        (Some("serve"), ["--port", port], None) => Ok(Request::Serve { port: port_number(port)? }),
        (Some("test"), [], passed_on) => {
            Ok(Request::Test { native: false, browser_arguments: passed_on.unwrap_or_default() })
        }
        (Some("test"), ["--native"], None) => Ok(Request::Test { native: true, browser_arguments: Vec::new() }),
        (Some("fuzz"), [], None) => Ok(Request::Fuzz { seconds: fuzz::USUAL_SECONDS }),
        (Some("fuzz"), ["--seconds", seconds], None) => Ok(Request::Fuzz { seconds: whole_seconds(seconds)? }),
        (Some("mutants"), [], passed_on) => Ok(Request::Mutants { arguments: passed_on.unwrap_or_default() }),
        (Some("measure"), [], None) => Ok(Request::Measure),
        (Some("screenshots"), [], passed_on) => {
            Ok(Request::Screenshots { arguments: passed_on.unwrap_or_default() })
        }
        (
            Some(
                command @ ("help" | "build" | "finish" | "serve" | "test" | "fuzz" | "mutants" | "measure"
                | "screenshots"),
            ),
            ..,
        ) => {
            Err(format!("`cargo xtask {command}` can't be called like this; `cargo xtask help` shows how.").into())
        }
        (command, ..) => Err(format!(
            "there is no command `{}`; `cargo xtask help` lists those that there are.",
            command.unwrap_or("--")
        )
        .into()),
    }
}

fn port_number(text: &str) -> Result<u16> {
    match text.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(format!("`{text}` is not a port; --port takes a number from 1 to 65535.").into()),
    }
}

fn whole_seconds(text: &str) -> Result<u32> {
    match text.parse() {
        Ok(seconds) if seconds > 0 => Ok(seconds),
        _ => Err(format!("`{text}` is no time; --seconds takes a whole number from 1.").into()),
    }
}

fn run(request: Request) -> Result<()> {
    match request {
        Request::Help => {
            println!("{USAGE}");
            Ok(())
        }
        Request::Build => build(),
        Request::Finish => page::finish(&project_root()?),
        Request::Serve { port } => serve(port),
        Request::Test { native, browser_arguments } => {
            let root = project_root()?;
            if native { steps::native_tests(&root) } else { steps::all_tests(&root, &browser_arguments) }
        }
        Request::Fuzz { seconds } => fuzz::run(&project_root()?, seconds),
        Request::Mutants { arguments } => mutants::run(&project_root()?, &arguments),
        Request::Measure => steps::measure(&project_root()?),
        Request::Screenshots { arguments } => steps::screenshots(&project_root()?, &arguments),
    }
}

fn build() -> Result<()> {
    let root = project_root()?;
    page::build(&root, &Tools::find_or_install(&root)?)?;
    println!("the page is in {}", page::folder(&root).display());
    Ok(())
}

fn serve(port: u16) -> Result<()> {
    let root = project_root()?;
    page::serve(&root, &Tools::find_or_install(&root)?, port)
}

/// The workspace's folder, as cargo tells it at run time: a path compiled in would be wrong when
/// clones share a target folder.
fn project_root() -> Result<PathBuf> {
    env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .and_then(|package| Some(package.parent()?.to_owned()))
        .ok_or_else(|| "this program must be started with `cargo xtask`.".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> std::result::Result<Request, String> {
        parse(line.split_whitespace().map(str::to_owned)).map_err(|error| error.to_string())
    }

    #[test]
    fn commands_are_understood() {
        let test = |native, arguments: &[&str]| Request::Test {
            native,
            browser_arguments: arguments.iter().map(|&text| text.to_owned()).collect(),
        };
        for (line, request) in [
            ("", Request::Help),
            ("help", Request::Help),
            ("build", Request::Build),
            ("finish", Request::Finish),
            ("serve", Request::Serve { port: 8080 }),
            ("serve --port 9000", Request::Serve { port: 9000 }),
            ("test", test(false, &[])),
            ("test --native", test(true, &[])),
            ("test -- undo --nocapture", test(false, &["undo", "--nocapture"])),
            ("fuzz", Request::Fuzz { seconds: 60 }),
            ("fuzz --seconds 5", Request::Fuzz { seconds: 5 }),
            ("mutants", Request::Mutants { arguments: Vec::new() }),
            ("mutants -- --list", Request::Mutants { arguments: vec!["--list".to_owned()] }),
            ("measure", Request::Measure),
            ("screenshots", Request::Screenshots { arguments: Vec::new() }),
        ] {
            assert_eq!(parsed(line), Ok(request), "{line}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for line in [
            "tests",
            "-- build",
            "build --port 1",
            "build -- x",
            "serve --port",
            "serve --port 0",
            "serve --port 65536",
            "serve 8080",
            "test undo",
            "test --native -- undo",
            "fuzz --seconds 0",
            "fuzz 5",
            "mutants --list",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
