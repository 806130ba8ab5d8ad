//! Scores draft files: `cargo run --release --example assess -- FILE…`, with `-` for one draft a line on
//! standard input.
//!
//! One JSON object a draft goes to standard output, in the order of the drafts. An invalid draft gives an
//! object with its errors and makes the exit status 1; the others are still scored.

use std::ffi::OsString;
use std::io::{self, BufRead, BufWriter, ErrorKind, Write};
use std::process::ExitCode;
use std::{env, fs, str};

use zhichuang::draft::json::Json;
use zhichuang::draft::{Fault, file};
use zhichuang::report::errors;
use zhichuang::rules;

const USAGE: &str = "用法：assess 草稿文件…\n      assess -        （从标准输入读取，每行一份草稿）";

fn main() -> ExitCode {
    let sources: Vec<OsString> = env::args_os().skip(1).collect();
    if sources.is_empty() {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    match assess_all(&sources, &mut out).and_then(|all_valid| out.flush().map(|()| all_valid)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads the output has had enough, as `head` does.
        Err(fault) if fault.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("assess: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Whether every draft was valid.
fn assess_all(sources: &[OsString], out: &mut impl Write) -> io::Result<bool> {
    let mut all_valid = true;
    for source in sources {
        let file = source.to_string_lossy();
        all_valid &= match file.as_ref() {
            "-" => assess_lines(io::stdin().lock(), out)?,
            file => report(file, None, fs::read(source), out)?,
        };
    }
    Ok(all_valid)
}

fn assess_lines(mut input: impl BufRead, out: &mut impl Write) -> io::Result<bool> {
    let mut all_valid = true;
    for number in 1.. {
        let mut line = Vec::new();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) if line.trim_ascii().is_empty() => {}
            Ok(_) => all_valid &= report("-", Some(number), Ok(line), out)?,
            Err(fault) => {
                report("-", Some(number), Err(fault), out)?;
                return Ok(false);
            }
        }
    }
    Ok(all_valid)
}

/// Writes the object for one draft; whether the draft was valid.
fn report(file: &str, line: Option<u64>, bytes: io::Result<Vec<u8>>, out: &mut impl Write) -> io::Result<bool> {
    let mut entries = vec![("file".to_owned(), Json::Text(file.to_owned()))];
    entries.extend(line.map(|line| ("line".to_owned(), Json::Number(line.to_string()))));
    let report = outcome(bytes);
    let valid = report.get("errors").is_none();
    if let Json::Object(report) = report {
        entries.extend(report);
    }
    writeln!(out, "{}", Json::Object(entries))?;
    Ok(valid)
}

fn outcome(bytes: io::Result<Vec<u8>>) -> Json {
    let whole = |message: String| errors(&[Fault { path: String::new(), message }]);
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(fault) => return whole(format!("文件读不出来：{fault}")),
    };
    let Ok(text) = str::from_utf8(&bytes) else {
        return whole("文件不是 UTF-8 编码的文字。".to_owned());
    };
    let policy = rules::henan_2019_194();
    zhichuang::report::report(policy, &file::read(policy, text))
}
