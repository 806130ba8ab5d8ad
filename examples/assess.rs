//! Scores draft files: `cargo run --release --example assess -- FILE…`, with `-` for one draft a line on
//! standard input.
//!
//! One JSON object a draft goes to standard output, in the order of the drafts. An invalid draft gives an
//! object with its errors and makes the exit status 1; the others are still scored.

use std::ffi::OsString;
use std::io::{self, BufRead, BufWriter, ErrorKind, Write};
use std::process::ExitCode;
use std::{env, fs, str};

use serde::ser::{Serialize, SerializeMap, Serializer};
use zhichuang::draft::{Fault, file};
use zhichuang::policy::Policy;
use zhichuang::rules;
use zhichuang::scoring::{Assessment, Figures, assess};

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
    let result = outcome(bytes);
    let valid = result.is_ok();
    serde_json::to_writer(&mut *out, &Report { file, line, result })?;
    out.write_all(b"\n")?;
    Ok(valid)
}

fn outcome(bytes: io::Result<Vec<u8>>) -> Result<Assessment, Vec<Fault>> {
    let whole = |message: String| vec![Fault { path: String::new(), message }];
    let bytes = bytes.map_err(|fault| whole(format!("文件读不出来：{fault}")))?;
    let text = str::from_utf8(&bytes).map_err(|_| whole("文件不是 UTF-8 编码的文字。".to_owned()))?;
    let policy = rules::henan_2019_194();
    let draft = file::read(policy, text).map_err(|refused| refused.faults())?;
    Ok(assess(policy, &draft))
}

/// The printed object. Its keys keep the order that the documentation shows, so that output can be compared
/// line by line.
struct Report<'a> {
    file: &'a str,
    line: Option<u64>,
    result: Result<Assessment, Vec<Fault>>,
}

impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("file", self.file)?;
        if let Some(line) = self.line {
            object.serialize_entry("line", &line)?;
        }
        match &self.result {
            Ok(assessment) => {
                let policy = rules::henan_2019_194();
                object.serialize_entry("score", &ThreeFigures(assessment.total))?;
                object.serialize_entry("items", &Items { policy, assessment })?;
            }
            Err(faults) => {
                let errors: Vec<Error> = faults.iter().map(Error::from).collect();
                object.serialize_entry("errors", &errors)?;
            }
        }
        object.end()
    }
}

/// The items' figures in the order of the table.
struct Items<'a> {
    policy: &'a Policy,
    assessment: &'a Assessment,
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scores = self.assessment.items.iter().map(|score| ThreeFigures(score.figures));
        serializer.collect_map(self.policy.items.iter().map(|item| &item.id).zip(scores))
    }
}

struct ThreeFigures(Figures);

impl Serialize for ThreeFigures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Figures { floor, declared, ceiling } = self.0;
        let named = [("floor", floor), ("declared", declared), ("ceiling", ceiling)];
        serializer.collect_map(named.map(|(name, points)| (name, points.to_string())))
    }
}

#[derive(serde::Serialize)]
struct Error<'a> {
    path: &'a str,
    message: &'a str,
}

impl<'a> From<&'a Fault> for Error<'a> {
    fn from(fault: &'a Fault) -> Self {
        Error { path: &fault.path, message: &fault.message }
    }
}
