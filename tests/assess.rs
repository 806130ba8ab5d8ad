//! The command line `assess`, run as a program of its own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs};

use serde_json::{Value, json};
use zhichuang::rules;

/// The built example: `cargo test` builds it beside the tests.
fn program() -> PathBuf {
    let test = env::current_exe().unwrap();
    // target/PROFILE/deps/assess-HASH
    let built = test
        .ancestors()
        .nth(2)
        .unwrap()
        .join("examples")
        .join("assess")
        .with_extension(env::consts::EXE_EXTENSION);
    assert!(built.exists(), "{} is not there: cargo build --example assess", built.display());
    built
}

fn run(arguments: &[&Path], input: &[u8]) -> Output {
    let mut command = Command::new(program());
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The inputs here fit into a pipe; a program that reads none of them closes it.
    let _unread = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<String> {
    String::from_utf8(output.stdout.clone()).unwrap().lines().map(str::to_owned).collect()
}

fn objects(output: &Output) -> Vec<Value> {
    lines(output).iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn case(name: &str, ending: &str) -> PathBuf {
    Path::new("tests/cases").join(format!("{name}.{ending}.json"))
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()).unwrap()
}

const CASES: [&str; 6] = ["full-marks", "blank", "ordinary", "edges", "edges-other-readings", "points-only"];

#[test]
fn the_given_cases_give_their_figures_in_order() {
    let drafts = CASES.map(|name| case(name, "draft"));
    let output = run(&drafts.each_ref().map(PathBuf::as_path), b"");
    assert!(output.status.success() && output.stderr.is_empty());
    let given = objects(&output);
    assert_eq!(given.len(), CASES.len());
    for (name, object) in CASES.iter().zip(&given) {
        let expected = read(&case(name, "expected"));
        assert_eq!(object["file"], json!(case(name, "draft")), "{name}");
        assert_eq!((&object["score"], &object["items"]), (&expected["score"], &expected["items"]), "{name}");
        let keys: Vec<&String> = object.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["dates", "file", "items", "readiness", "score"], "{name}");
    }
}

#[test]
fn keys_keep_the_order_of_the_table() {
    let output = run(&[&case("blank", "draft")], b"");
    let line = &lines(&output)[0];
    assert!(line.starts_with(
        r#"{"file":"tests/cases/blank.draft.json","score":{"floor":"0.00","declared":"0.00","ceiling":"100.00"},"items":{"goals.completion":{"floor":"0.00","#
    ));
    let places: Vec<usize> = rules::henan_2019_194()
        .items
        .iter()
        .map(|item| line.find(&format!("\"{}\":", item.id)).unwrap())
        .collect();
    assert!(places.is_sorted());
}

#[test]
fn standard_input_has_one_draft_a_line() {
    let one_line = |name| read(&case(name, "draft")).to_string();
    let input = format!("\u{feff}{}\n\n  \r\n{{\"format\":1}}\r\n{}", one_line("ordinary"), one_line("edges"));
    let output = run(&[Path::new("-")], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let given = objects(&output);
    let places: Vec<(&Value, &Value)> = given.iter().map(|object| (&object["file"], &object["line"])).collect();
    assert_eq!(places, [(&json!("-"), &json!(1)), (&json!("-"), &json!(4)), (&json!("-"), &json!(5))]);
    assert_eq!(given[0]["items"], read(&case("ordinary", "expected"))["items"]);
    assert_eq!(given[1]["errors"][0]["path"], "format");
    assert_eq!(given[2]["score"], read(&case("edges", "expected"))["score"]);
}

#[test]
fn an_invalid_draft_is_told_apart_and_the_others_are_scored() {
    let folder = env::temp_dir().join(format!("zhichuang-assess-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let mut wrong = read(&case("ordinary", "draft"));
    wrong["facts"]["team.total_staff"] = json!(0);
    wrong["period"]["to"] = json!("2023-02-29");
    let bad = folder.join("bad.json");
    let latin = folder.join("latin.json");
    fs::write(&bad, wrong.to_string()).unwrap();
    fs::write(&latin, b"{\"name\": \"caf\xe9\"}").unwrap();
    let blank = case("blank", "draft");
    let output = run(&[&bad, &latin, &folder.join("none.json"), &blank], b"");
    fs::remove_dir_all(&folder).unwrap();

    assert_eq!(output.status.code(), Some(1));
    let given = objects(&output);
    assert_eq!(given.len(), 4);
    let paths: Vec<&Value> = given[0]["errors"].as_array().unwrap().iter().map(|error| &error["path"]).collect();
    assert_eq!(paths, ["period.to", "facts.team.total_staff"]);
    assert_eq!(given[0]["errors"][1]["message"], "不能小于 1。");
    assert_eq!(given[0]["file"], json!(bad));
    assert!(given[0].get("score").is_none());
    assert!(given[1]["errors"][0]["message"].as_str().unwrap().contains("UTF-8"));
    assert!(given[2]["errors"][0]["message"].as_str().unwrap().starts_with("文件读不出来"));
    assert_eq!(given[3]["score"], read(&case("blank", "expected"))["score"]);
}

/// Where the day is not given, it is today's; that of the test may be a moment older.
#[test]
fn today_can_be_fixed() {
    let folder = env::temp_dir().join(format!("zhichuang-today-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let mut listed = read(&case("blank", "draft"));
    listed["facts"] = json!({"dates.listed_on": "2024-11-25"});
    let draft = folder.join("listed.json");
    fs::write(&draft, listed.to_string()).unwrap();
    let state = |arguments: &[&Path]| {
        let given = objects(&run(arguments, b""));
        (given[0]["readiness"]["cultivate"]["states"]["tasks.in_time"].clone(), given[0]["dates"].clone())
    };
    let days = json!([{"id": "cultivation_end", "from": "2026-11-25", "to": "2026-11-25"}]);
    let flag = Path::new("--today");
    assert_eq!(state(&[flag, Path::new("2026-11-25"), &draft]), (json!("met"), days.clone()));
    assert_eq!(state(&[&draft, flag, Path::new("2026-11-26")]), (json!("unmet"), days));
    listed["facts"]["dates.listed_on"] = json!("0101-01-01");
    fs::write(&draft, listed.to_string()).unwrap();
    assert_eq!(state(&[&draft]).0, json!("unmet"));
    fs::remove_dir_all(&folder).unwrap();
    for wrong in [&[flag][..], &[flag, Path::new("2026-02-30"), &draft], &[flag, Path::new("2026-11-25")]] {
        assert_eq!(run(wrong, b"").status.code(), Some(2), "{wrong:?}");
    }
}

/// Numbers are numbers, and what does not apply is left out.
#[test]
fn a_report_is_printed_whole_and_in_order() {
    let mut draft = read(&case("blank", "draft"));
    draft["facts"] = json!({"dates.recognized_on": "2025-09-01"});
    let output = run(&["--today", "2026-05-06", "-"].map(Path::new), draft.to_string().as_bytes());
    let line = &lines(&output)[0];
    assert!(line.starts_with(r#"{"file":"-","line":1,"score":{"floor":""#), "{line}");
    assert!(
        line.contains(r#""readiness":{"apply":{"verdict":"unverified","states":{"org.company_alliance":""#),
        "{line}"
    );
    let dates = r#","dates":[{"id":"assessable_from","from":"2026-03-01","to":"2026-03-01"},"#.to_owned()
        + r#"{"id":"annual_report","from":"2026-01-31","to":"2026-01-31","year":2025,"doubtful":true},"#
        + r#"{"id":"annual_report","from":"2027-01-31","to":"2027-01-31","year":2026},"#;
    assert!(line.contains(&dates), "{line}");
    let refused = run(&[Path::new("-")], b"{}");
    let expected = r#"{"file":"-","line":1,"errors":[{"path":"format","message":"这不是制创自评的草稿文件。没有导入任何内容。"}]}"#;
    assert_eq!(lines(&refused), [expected]);
}

#[test]
fn without_arguments_it_says_how_it_is_used() {
    let output = run(&[], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("assess"));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut child = Command::new(program())
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    // Far more output than a buffer holds, so that some of it is written while input still comes.
    let line = read(&case("blank", "draft")).to_string();
    let mut input = child.stdin.take().unwrap();
    let _closed = (0..2000).try_for_each(|_| writeln!(input, "{line}"));
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{:?}", output.status);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
