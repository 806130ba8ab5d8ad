//! The command lines of scenarios, the route and the comparison, run as programs of their own.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use serde_json::{Value, json};

/// A built example, run: `cargo test` builds it beside the tests. What it prints, and how it ends.
#[track_caller]
fn run(example: &str, arguments: &[&str]) -> (String, Option<i32>) {
    let test = env::current_exe().unwrap();
    // target/PROFILE/deps/command_lines-HASH
    let folder = test.ancestors().nth(2).unwrap().join("examples");
    let built = folder.join(example).with_extension(env::consts::EXE_EXTENSION);
    assert!(built.exists(), "{} is not there: cargo build --example {example}", built.display());
    let output = Command::new(built).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

/// A folder for the drafts of one test, which is taken away at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = env::temp_dir().join(format!("zhichuang-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    /// Where a draft of these sections was written.
    fn draft(&self, name: &str, more: &Value) -> String {
        let mut draft = json!({
            "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "",
            "period": {"from": "2023-07-01", "to": "2026-06-30"},
        });
        draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let path = self.0.join(name);
        fs::write(&path, draft.to_string()).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// 专家 2 分 for 90, 联盟 2 分 for 12; one that is against the first, and one that is impossible.
fn measures() -> Value {
    let set = |path: &str, to: bool| json!([{"set": path, "to": to}]);
    json!([
        {"id": "m1", "name": "请专家", "cost": "90", "days": 60, "certainty": "sure", "changes": set("facts.team.lead_expert", true)},
        {"id": "m3", "cost": "12", "days": 200, "changes": set("facts.cluster.alliance_active", true)},
        {"id": "m4", "changes": set("facts.team.lead_expert", false)},
        {"id": "m10", "changes": set("members.a9.lead", true)},
    ])
}

#[test]
fn assess_prints_the_scenarios_of_a_draft_that_has_some() {
    let folder = Folder::new("scenarios");
    let scenario = |id: &str, measures: Value| json!({"id": id, "measures": measures});
    let draft = folder.draft("a.json", &json!({"measures": measures(), "scenarios": [
        scenario("s1", json!(["m3", "m1"])), scenario("s2", json!([])), scenario("s3", json!(["m4", "m10", "m1"])), scenario("s4", json!(["m10"])),
    ]}));
    let (printed, code) = run("assess", &["--today", "2026-05-06", &draft]);
    assert_eq!(code, Some(0));
    let object: Value = serde_json::from_str(&printed).unwrap();
    let all = &object["scenarios"];
    assert_eq!(all[0]["score"]["declared"], "4.00");
    assert_eq!(all[0]["items"]["team.experts"], json!({"floor": "2.00", "declared": "2.00", "ceiling": "2.00"}));
    assert_eq!((&all[1]["score"], &all[1]["items"]), (&object["score"], &object["items"]));
    let (_, scenarios) = printed.split_once(r#","scenarios":["#).unwrap();
    assert!(scenarios.starts_with(r#"{"id":"s1","score":{"floor":"4.00","declared":"4.00","ceiling":"100.00"},"items":{"goals.completion":{"#), "{scenarios}");
    assert!(scenarios.contains(r#"},"cost":"102","days":200},{"id":"s2","score":"#), "{scenarios}");
    assert!(
        scenarios.contains(r#"},"cost":"0","days":0},{"id":"s3","conflict":["m1","m4"],"message":""#),
        "{scenarios}"
    );
    assert!(scenarios.contains(r#"},{"id":"s4","impossible":["m10"],"message":""#), "{scenarios}");
    assert!(scenarios.ends_with("\"}]}\n"), "{scenarios}");

    // Measures alone change nothing of what is printed, and neither does a trial.
    let bare = folder.draft("b.json", &json!({}));
    let planned = folder.draft("c.json", &json!({"measures": measures(), "trial": {"discretion": "high"}}));
    let without_name = |path: &str| run("assess", &["--today", "2026-05-06", path]).0.replace(path, "");
    assert_eq!(without_name(&planned), without_name(&bare));
    assert!(!without_name(&bare).contains("scenarios"));
}

#[test]
fn route_prints_the_best_set() {
    let folder = Folder::new("route");
    let draft = folder.draft("a.json", &json!({"measures": measures()}));
    let route = |arguments: &[&str]| run("route", &[arguments, &[draft.as_str()]].concat());
    let line = |arguments: &[&str]| {
        let (printed, code) = route(arguments);
        assert_eq!(code, Some(0), "{printed}");
        printed.trim_end().to_owned()
    };
    let m1 = r#"{"measures":["m1"],"score":"2.00","cost":"90","days":60,"proved":true,"reached":true}"#;
    let m3 = r#"{"measures":["m3"],"score":"2.00","cost":"12","days":200,"proved":true,"reached":true}"#;
    let both = r#"{"measures":["m1","m3"],"score":"4.00","cost":"102","days":200,"proved":true,"reached":true}"#;
    assert_eq!(line(&["--target", "2", "--on", "declared"]), m3);
    assert_eq!(line(&["--target", "2"]), m3);
    assert_eq!(line(&["--target", "1.991", "--on", "floor"]), m3);
    assert_eq!(line(&["--target", "2", "--fastest"]), m1);
    assert_eq!(line(&["--target", "2", "--sure"]), m1);
    assert_eq!(line(&["--target", "2.01"]), both);
    assert_eq!(line(&["--target", "2", "--with", "m1,m3"]), both);
    assert_eq!(line(&["--target", "2", "--without", "m3"]), m1);
    assert_eq!(line(&["--target", "4.01"]), both.replace(r#""reached":true"#, r#""reached":false"#));
    assert_eq!(
        line(&["--target", "0"]),
        r#"{"measures":[],"score":"0.00","cost":"0","days":0,"proved":true,"reached":true}"#
    );
    let refused = [
        (&["--with", "m9"][..], r#"{"errors":[{"path":"with","message":"没有编号为“m9”的举措。"}]}"#),
        (&["--without", "m9"], r#"{"errors":[{"path":"without","message":"没有编号为“m9”的举措。"}]}"#),
        (
            &["--with", "m1", "--without", "m1"],
            r#"{"errors":[{"path":"with","message":"“请专家”既要求采用，又要求不采用。"}]}"#,
        ),
    ];
    for (arguments, expected) in refused {
        let (printed, code) = route(&[&["--target", "2"], arguments].concat());
        assert_eq!((printed.trim_end(), code), (expected, Some(1)));
    }
    for arguments in [&["--with", "m1,m4"][..], &["--with", "m10"]] {
        let (printed, code) = route(&[&["--target", "2"], arguments].concat());
        assert!(printed.starts_with(r#"{"errors":[{"path":"with","message":"#) && code == Some(1), "{printed}");
    }
    for wrong in
        [&["--on", "declared"][..], &["--target", "-1"], &["--target", "2", "--on", "total"], &["--target", "x"]]
    {
        assert_eq!(route(wrong), (String::new(), Some(2)), "{wrong:?}");
    }
    let missing = run("route", &["--target", "2", "no such file"]);
    assert!(missing.0.contains("文件读不出来") && missing.1 == Some(1), "{missing:?}");
}

#[test]
fn a_route_that_is_not_proved_says_so() {
    let folder = Folder::new("bound");
    let one = |at: usize| json!({"id": format!("m{at}"), "cost": "1", "changes": [{"add": "evidence", "entry": {"category": "transfer", "on": "2025-01-01"}}]});
    let draft = folder.draft("a.json", &json!({"measures": (0..21).map(one).collect::<Value>()}));
    let (printed, code) = run("route", &["--target", "1", &draft]);
    assert_eq!(code, Some(0));
    assert!(printed.contains(r#""proved":false,"reached":true,"bound":{"cost":""#), "{printed}");
}

#[test]
fn compare_prints_differences_items_and_totals() {
    let folder = Folder::new("compare");
    let staff =
        |number: u32| json!({"team.stable_staff": 30, "team.technical_staff": number, "team.total_staff": 60});
    let a = folder.draft("a.json", &json!({"facts": staff(26), "members": [{"id": "m1", "kind": "other"}]}));
    let b = folder
        .draft("b.json", &json!({"facts": staff(32), "finance": [{"id": "f1", "year": 2024, "cost": "5.5"}]}));
    let (printed, code) = run("compare", &[&a, &b]);
    assert_eq!(code, Some(0));
    let differences = concat!(
        r#"{"differences":[{"path":"facts.team.technical_staff","a":26,"b":32},"#,
        r#"{"path":"finance.f1","a":null,"b":{"id":"f1","year":2024,"cost":"5.5"}},"#,
        r#"{"path":"members.m1","a":{"id":"m1","kind":"other"},"b":null}],"items":{"goals.completion":{"a":{"floor":""#
    );
    assert!(printed.starts_with(differences), "{printed}");
    let researchers = concat!(
        r#""team.researchers":{"a":{"floor":"0.00","declared":"0.00","ceiling":"2.00"},"#,
        r#""b":{"floor":"2.00","declared":"2.00","ceiling":"2.00"},"differences":[0]}"#
    );
    assert!(printed.contains(researchers), "{printed}");
    assert!(printed.contains(r#"},"score":{"a":{"floor":""#) && printed.ends_with("\"}}}\n"), "{printed}");
    let (same, _) = run("compare", &[&a, &a]);
    assert!(same.starts_with(r#"{"differences":[],"items":{"#), "{same}");
    // Both are looked at, by name.
    let wrong = folder.draft("c.json", &json!({"facts": {"team.size": 1}}));
    let (refused, code) = run("compare", &[&wrong, "no such file"]);
    let object: Value = serde_json::from_str(&refused).unwrap();
    let paths: Vec<&str> =
        object["errors"].as_array().unwrap().iter().filter_map(|error| error["path"].as_str()).collect();
    assert_eq!(
        (paths.as_slice(), code),
        ([format!("{wrong}: facts.team.size").as_str(), "no such file"].as_slice(), Some(1))
    );
    assert_eq!(run("compare", &[&a]), (String::new(), Some(2)));
}
