//! The rooms of `src`: which may know of which, and that no files import one another in a circle. In the page they
//! once did, 33 of them, so that none could be read or changed by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each room of the page may know of, beside the core and itself.
const PAGE: [(&str, &[&str]); 5] = [
    ("desk", &[]),
    ("components", &["desk"]),
    ("pages", &["components", "desk"]),
    ("paper", &["components", "desk"]),
    ("app", &["components", "desk", "pages", "paper"]),
];

/// What each room of the core may know of, beside itself.
const CORE: [(&str, &[&str]); 10] = [
    ("policy", &[]),
    ("draft", &["policy"]),
    ("scoring", &["draft", "policy"]),
    ("readiness", &["draft", "policy"]),
    ("calendar", &["draft", "policy"]),
    ("scenario", &["draft", "policy", "scoring"]),
    ("compare", &["calendar", "draft", "policy", "readiness", "scenario", "scoring"]),
    ("route", &["draft", "policy", "scenario", "scoring"]),
    ("steps", &["draft", "policy", "scenario", "scoring"]),
    ("session", &["draft", "policy", "scenario"]),
];

/// The modules of `src` by their paths, such as `pages::table::item`, each with all paths that its text names.
struct Modules(BTreeMap<String, Module>);

struct Module {
    text: String,
    names: BTreeSet<String>,
}

impl Modules {
    fn read() -> Modules {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = Vec::new();
        collect(&root, &mut files);
        let module = |file: &PathBuf| {
            let text = fs::read_to_string(file).expect("a source");
            let path = path_of(file.strip_prefix(&root).expect("below the root"));
            let names = names(&text, &path);
            (path, Module { text, names })
        };
        Modules(files.iter().map(module).filter(|(path, _)| !path.is_empty() && path != "main").collect())
    }

    /// The module that a name is taken from: a file that only hands names on leads to where they come from.
    fn home(&self, name: &str) -> Option<&str> {
        let (path, module) = self.0.range(..=name.to_owned()).rev().find(|(path, _)| is_within(name, path))?;
        let Some(rest) = name.strip_prefix(path.as_str()).and_then(|rest| rest.strip_prefix("::")) else {
            return Some(path);
        };
        let first = rest.split("::").next().unwrap_or_default();
        let handed_on =
            module.text.lines().filter(|line| line.trim_start().starts_with("pub use ")).find_map(|line| {
                let all = expand(line.trim().trim_start_matches("pub use ").trim_end_matches(';'), path);
                all.into_iter().find(|one| one.rsplit("::").next() == Some(first))
            });
        match handed_on.filter(|to| to != name && !is_within(path, to)) {
            Some(to) => self.home(&to),
            None => Some(path),
        }
    }

    /// The modules that a module imports. A parent's bare declaration of its children is none.
    fn imports(&self, path: &str) -> BTreeSet<&str> {
        let names = self.0[path].names.iter();
        names.filter_map(|name| self.home(name)).filter(|home| *home != path).collect()
    }
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

fn path_of(file: &Path) -> String {
    let parts: Vec<_> = file.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    parts.into_iter().filter(|part| part != "mod" && part != "lib").collect::<Vec<_>>().join("::")
}

fn is_within(name: &str, path: &str) -> bool {
    name == path || name.strip_prefix(path).is_some_and(|rest| rest.starts_with("::"))
}

/// Every path that begins in this crate, whole, from all that a file says outside comments and tests.
fn names(text: &str, path: &str) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//") && !line.trim_start().starts_with("pub use "))
        .collect::<Vec<_>>()
        .join("\n");
    let mut all = BTreeSet::new();
    for (at, _) in code.match_indices("::") {
        let begin = code[..at].rfind(|one: char| !one.is_alphanumeric() && one != '_').map_or(0, |last| last + 1);
        let first = &code[begin..at];
        let is_whole = !code[..begin].ends_with("::");
        let in_use = code[..begin].trim_end().ends_with("use") || first == "crate" || first == "super";
        if is_whole && in_use && first.chars().all(|one| one.is_lowercase() || one == '_') {
            let end = end_of_path(&code[begin..]);
            all.extend(expand(&code[begin..begin + end], path));
        }
    }
    all
}

/// Where a path ends, with its braces.
fn end_of_path(code: &str) -> usize {
    let mut depth = 0;
    for (at, one) in code.char_indices() {
        match one {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ if depth > 0 || one.is_alphanumeric() || one == '_' || one == ':' || one == '*' => {}
            _ => return at,
        }
    }
    code.len()
}

/// The paths of a use, whole, such as `desk::Desk` and `desk::Route` of `crate::desk::{Desk, Route}`.
fn expand(path: &str, here: &str) -> Vec<String> {
    let Some((front, inner)) = path.split_once('{') else { return vec![whole(path, here)] };
    let mut all = Vec::new();
    let (mut depth, mut begin) = (0, 0);
    let inner = inner.trim_end().trim_end_matches('}');
    for (at, one) in inner.char_indices().chain([(inner.len(), ',')]) {
        match one {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 || at == inner.len() => {
                let one = inner[begin..at].trim();
                begin = (at + 1).min(inner.len());
                if !one.is_empty() {
                    all.extend(expand(&format!("{front}{one}"), here));
                }
            }
            _ => {}
        }
    }
    all
}

fn whole(path: &str, here: &str) -> String {
    let path = path.split(" as ").next().unwrap_or_default().trim().trim_end_matches("::self");
    let mut base: Vec<&str> = here.split("::").collect();
    let mut rest = path;
    if let Some(below) = rest.strip_prefix("crate::") {
        return below.to_owned();
    }
    while let Some(below) = rest.strip_prefix("super::") {
        base.pop();
        rest = below;
    }
    base.push(rest);
    base.join("::")
}

fn room(path: &str) -> &str {
    path.split("::").next().unwrap_or_default()
}

#[test]
fn a_room_of_the_page_knows_only_what_stands_below_it() {
    let modules = Modules::read();
    let mut faults = Vec::new();
    for path in modules.0.keys() {
        let of_page = PAGE.iter().find(|(name, _)| *name == room(path));
        for other in modules.imports(path) {
            let is_view = PAGE.iter().any(|(name, _)| *name == room(other));
            let allowed = match of_page {
                Some((name, below)) => !is_view || room(other) == *name || below.contains(&room(other)),
                None => !is_view,
            };
            if !allowed {
                faults.push(format!("{path} knows {other}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// What a requirement says of a share was once written in the words of the score, which readiness knows nothing of.
#[test]
fn a_room_of_the_core_knows_only_what_stands_below_it() {
    let modules = Modules::read();
    let mut faults = Vec::new();
    for path in modules.0.keys() {
        let Some((name, below)) = CORE.iter().find(|(name, _)| *name == room(path)) else { continue };
        let others = modules.imports(path).into_iter();
        let foreign = others.filter(|other| room(other) != *name && !below.contains(&room(other)));
        faults.extend(foreign.map(|other| format!("{path} knows {other}")));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_page_knows_another() {
    let modules = Modules::read();
    let page = |path: &str| path.strip_prefix("pages::").map(|rest| room(rest).to_owned());
    for path in modules.0.keys() {
        let Some(mine) = page(path) else { continue };
        for other in modules.imports(path) {
            assert!(page(other).is_none_or(|other| other == mine), "{path} knows {other}");
        }
    }
}

#[test]
fn no_files_of_the_page_import_one_another_in_a_circle() {
    let modules = Modules::read();
    for path in modules.0.keys().filter(|path| PAGE.iter().any(|(name, _)| *name == room(path))) {
        let mut seen = BTreeSet::new();
        let mut ways: Vec<Vec<&str>> = modules.imports(path).into_iter().map(|next| vec![next]).collect();
        while let Some(way) = ways.pop() {
            let here = way[way.len() - 1];
            assert_ne!(here, path, "{path} imports itself by way of {way:?}");
            if seen.insert(here) {
                ways.extend(modules.imports(here).into_iter().map(|next| [way.clone(), vec![next]].concat()));
            }
        }
    }
}

/// The tests above are only as good as their reading.
#[test]
fn the_reading_finds_what_is_imported() {
    let modules = Modules::read();
    let imports = |path: &str| modules.imports(path);
    assert!(imports("pages::table::item").contains("pages::table::panel"), "{:?}", imports("pages::table::item"));
    assert!(imports("pages::welcome").contains("components::begin"), "{:?}", imports("pages::welcome"));
    assert!(imports("app").contains("pages::table"), "{:?}", imports("app"));
    assert!(imports("desk::autosave").contains("storage::browser"), "{:?}", imports("desk::autosave"));
    assert!(imports("desk::opening").contains("desk::crash"), "{:?}", imports("desk::opening"));
}
