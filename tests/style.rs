//! The style sheet and the views name the same classes. A class that was renamed on one side alone once took its
//! colour from what does not count.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn every_class_of_the_style_sheet_is_given_by_the_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut given = BTreeSet::new();
    give(&root.join("index.html"), &mut given);
    collect(&root.join("src"), &mut given);
    let classes = classes(&fs::read_to_string(root.join("style/main.css")).expect("the style sheet"));
    assert!(classes.len() > 60, "the reading finds too little: {classes:?}");
    let idle: Vec<_> = classes.iter().filter(|class| !given.contains(*class)).collect();
    assert!(idle.is_empty(), "nothing has the classes {idle:?}");
}

/// A class that is switched on and off is there to be seen: one without a style once left a notice where it was.
#[test]
fn every_class_that_is_switched_has_a_style() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let classes = classes(&fs::read_to_string(root.join("style/main.css")).expect("the style sheet"));
    let mut switched = BTreeSet::new();
    switch(&root.join("src"), &mut switched);
    assert!(switched.len() > 5, "the reading finds too little: {switched:?}");
    let unseen: Vec<_> = switched.difference(&classes).collect();
    assert!(unseen.is_empty(), "no style has the classes {unseen:?}");
}

/// The classes that views switch, as in class:open=open.
fn switch(folder: &Path, switched: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            switch(&path, switched);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(path).expect("a source");
            let names = text.split("class:").skip(1).filter_map(|rest| rest.split_once('=').map(|(name, _)| name));
            let is_name = |name: &&str| name.chars().all(|one| one.is_ascii_lowercase() || one == '-');
            switched.extend(names.filter(is_name).map(str::to_owned));
        }
    }
}

/// The classes that selectors name.
fn classes(style: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for part in style.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code)) {
        for found in
            part.split('.').skip(1).filter(|found| found.starts_with(|one: char| one.is_ascii_lowercase()))
        {
            let class = found.split(|one: char| !one.is_ascii_alphanumeric() && one != '-').next();
            all.extend(class.map(str::to_owned));
        }
    }
    all
}

fn collect(folder: &Path, given: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, given);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "js") {
            give(&path, given);
        }
    }
}

/// Adds the words that a file has in quotes, as in class="due overdue", and those behind class: as in class:open.
fn give(file: &Path, given: &mut BTreeSet<String>) {
    let text = fs::read_to_string(file).expect("a source").replace("'\"'", "").replace("\\\"", "");
    let no_word = |one: char| !one.is_alphanumeric() && one != '-';
    let quoted = text.split('"').skip(1).step_by(2).flat_map(|quoted| quoted.split(no_word));
    let toggled = text.split("class:").skip(1).filter_map(|rest| rest.split(no_word).next());
    given.extend(quoted.chain(toggled).map(str::to_owned));
}
