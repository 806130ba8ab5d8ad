//! Assesses draft files: `cargo run --release --example assess -- FILE…`, with `-` for one draft a line on
//! standard input. `--today YYYY-MM-DD` fixes the day; otherwise it is today in Zhengzhou.
//!
//! One JSON object a draft goes to standard output, in the order of the drafts. An invalid draft gives an
//! object with its errors and makes the exit status 1; the others are still scored.

use std::ffi::OsString;
use std::io::{self, BufRead, BufWriter, ErrorKind, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs, str};

use serde::Serialize;
use zhichuang::draft::{Date, date, file};
use zhichuang::report::Report;
use zhichuang::rules;

const USAGE: &str = "用法：assess [--today 日期] 草稿文件…\n      assess [--today 日期] -        （从标准输入读取，每行一份草稿）\n日期如 2026-05-06；不写就是郑州的今天。";

fn main() -> ExitCode {
    let Some((today, sources)) = arguments(env::args_os().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let mut out = BufWriter::new(io::stdout().lock());
    match assess_all(&sources, today, &mut out).and_then(|all_valid| out.flush().map(|()| all_valid)) {
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

/// The day, and the drafts; `None` where they can't be understood or there is no draft.
fn arguments(all: impl Iterator<Item = OsString>) -> Option<(Date, Vec<OsString>)> {
    let (mut today, mut sources) = (None, Vec::new());
    let mut all = all;
    while let Some(one) = all.next() {
        if one == "--today" {
            today = Some(date::parse(all.next()?.to_str()?).ok()?);
        } else {
            sources.push(one);
        }
    }
    (!sources.is_empty()).then(|| (today.unwrap_or_else(today_in_zhengzhou), sources))
}

/// China has one time, eight hours ahead of UTC.
fn today_in_zhengzhou() -> Date {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let days = i32::try_from((now + 8 * 3600) / 86_400).unwrap_or(0);
    // The day number of 1970-01-01.
    Date::from_julian_day(2_440_588 + days).unwrap_or(Date::MIN)
}

/// Whether every draft was valid.
fn assess_all(sources: &[OsString], today: Date, out: &mut impl Write) -> io::Result<bool> {
    let mut all_valid = true;
    for source in sources {
        let file = source.to_string_lossy();
        all_valid &= match file.as_ref() {
            "-" => assess_lines(io::stdin().lock(), today, out)?,
            file => write_report(file, None, fs::read(source), today, out)?,
        };
    }
    Ok(all_valid)
}

fn assess_lines(mut input: impl BufRead, today: Date, out: &mut impl Write) -> io::Result<bool> {
    let mut all_valid = true;
    for number in 1.. {
        let mut line = Vec::new();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) if line.trim_ascii().is_empty() => {}
            Ok(_) => all_valid &= write_report("-", Some(number), Ok(line), today, out)?,
            Err(fault) => {
                write_report("-", Some(number), Err(fault), today, out)?;
                return Ok(false);
            }
        }
    }
    Ok(all_valid)
}

/// The object for one draft.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    /// Of standard input, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(flatten)]
    report: Report,
}

/// Writes the object for one draft; whether the draft was valid.
fn write_report(
    file: &str,
    line: Option<u64>,
    bytes: io::Result<Vec<u8>>,
    today: Date,
    out: &mut impl Write,
) -> io::Result<bool> {
    let report = report(bytes, today);
    let valid = !report.is_refused();
    serde_json::to_writer(&mut *out, &Line { file, line, report })?;
    writeln!(out)?;
    Ok(valid)
}

fn report(bytes: io::Result<Vec<u8>>, today: Date) -> Report {
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(fault) => return Report::no_draft("", format_args!("文件读不出来：{fault}")),
    };
    let policy = rules::henan_2019_194();
    let draft = file::read_bytes(policy, &bytes).map(|(draft, _)| draft);
    Report::new(policy, rules::henan_2023_52(), &draft, today)
}
