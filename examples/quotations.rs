//! Compares every quotation with the documents: `cargo run --example quotations -- FILE…`, each file the text of one
//! of them in UTF-8. What was compared is noted in `tests/quotations.txt`, unless a quotation stands in none of them.

use std::process::ExitCode;
use std::{env, fs};

use zhichuang::policy::quotation::{self, Quotation};
use zhichuang::rules;

const NOTE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/quotations.txt");

fn main() -> ExitCode {
    match compare(env::args().skip(1).collect()) {
        Ok(count) => {
            println!("{count} quotations stand in the documents word for word; noted in {NOTE}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn compare(files: Vec<String>) -> Result<usize, String> {
    if files.is_empty() {
        return Err("usage: quotations FILE…, the texts of the documents".to_owned());
    }
    let read = |file: &String| fs::read_to_string(file).map_err(|fault| format!("{file}: {fault}"));
    let documents: Vec<String> = files.iter().map(read).collect::<Result<_, _>>()?;
    let all = quotation::all(rules::henan_2019_194(), rules::henan_2023_52());
    let missing = quotation::missing(&all, &documents);
    if !missing.is_empty() {
        let line = |one: &&Quotation| format!("{} quotes what stands nowhere: {}", one.by, one.words);
        let missing: Vec<String> = missing.iter().map(line).collect();
        return Err(missing.join("\n"));
    }
    fs::write(NOTE, quotation::note(&all)).map_err(|fault| format!("{NOTE}: {fault}"))?;
    Ok(all.len())
}
