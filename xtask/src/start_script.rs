//! Moves the page's inline scripts into files of their own.
//!
//! Trunk starts the WebAssembly module with a script inside of the page, and has no setting to put
//! it elsewhere. The page's Content-Security-Policy allows no inline script, so the script becomes
//! a file beside the others, named by its content as they are. Nothing else in the page changes:
//! its preload links are about other files.

use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::Path,
};

use crate::Result;

/// Rewrites `dist/index.html`.
pub fn move_out(dist: &Path) -> Result<()> {
    let page_path = dist.join("index.html");
    let page = fs::read_to_string(&page_path)
        .map_err(|error| format!("trunk left no page at {}: {error}.", page_path.display()))?;
    let (page, scripts) = without_inline_scripts(&page);
    for script in scripts {
        write(&dist.join(&script.name), &script.source)?;
    }
    write(&page_path, &page)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(|error| format!("can't write {}: {error}.", path.display()).into())
}

#[derive(Debug, PartialEq, Eq)]
struct Script {
    name: String,
    source: String,
}

/// The page with references in place of its inline scripts, and these.
fn without_inline_scripts(page: &str) -> (String, Vec<Script>) {
    let mut result = String::with_capacity(page.len());
    let mut scripts = Vec::new();
    let mut rest = page;
    while let Some(piece) = next_piece(rest) {
        let Piece { before, element, after } = piece;
        result.push_str(before);
        match element {
            Element::InlineScript { attributes, source } => {
                let script = Script { name: name(source), source: format!("{}\n", source.trim()) };
                result.push_str(&format!("<script{attributes} src=\"./{}\"></script>", script.name));
                scripts.push(script);
            }
            Element::Other(text) => result.push_str(text),
        }
        rest = after;
    }
    result.push_str(rest);
    (result, scripts)
}

struct Piece<'a> {
    before: &'a str,
    element: Element<'a>,
    after: &'a str,
}

/// What may hold the text `<script`.
enum Element<'a> {
    InlineScript {
        attributes: &'a str,
        source: &'a str,
    },
    /// A comment, or a script that is already elsewhere or is data.
    Other(&'a str),
}

/// The next comment or script element. Names are matched in lower case, as trunk writes them.
fn next_piece(page: &str) -> Option<Piece<'_>> {
    const OPEN: &str = "<script";
    const CLOSE: &str = "</script>";

    let script = page.find(OPEN)?;
    if let Some(comment) = page[..script].find("<!--") {
        let end = comment + page[comment..].find("-->")? + "-->".len();
        return Some(Piece {
            before: &page[..comment],
            element: Element::Other(&page[comment..end]),
            after: &page[end..],
        });
    }
    let attributes_start = script + OPEN.len();
    let attributes_end = attributes_start + tag_end(&page[attributes_start..])?;
    let source_start = attributes_end + 1;
    let source_end = source_start + page[source_start..].find(CLOSE)?;
    let end = source_end + CLOSE.len();
    let attributes = &page[attributes_start..attributes_end];
    let source = &page[source_start..source_end];
    let inline = !source.trim().is_empty() && is_code(attributes);
    Some(Piece {
        before: &page[..script],
        element: if inline {
            Element::InlineScript { attributes, source }
        } else {
            Element::Other(&page[script..end])
        },
        after: &page[end..],
    })
}

/// The place of the `>` that ends a tag: the first one outside of quotes.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    text.char_indices().find_map(|(at, character)| {
        match (quote, character) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
        None
    })
}

/// Whether a script with content and these attributes is run by the browser.
fn is_code(attributes: &str) -> bool {
    attributes.split_whitespace().all(|attribute| match attribute.split_once('=') {
        Some(("src", _)) => false,
        Some(("type", value)) => {
            matches!(value.trim_matches(['"', '\'']), "" | "module" | "text/javascript")
        }
        _ => true,
    })
}

/// A name that changes with the content, so that caches may keep the file for ever.
fn name(source: &str) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(source.as_bytes());
    format!("start-{:016x}.js", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_scripts_become_files_and_the_rest_stays() {
        let before =
            r#"<head><meta charset="utf-8"><link rel="modulepreload" href="./a.js" integrity="sha384-x">"#;
        let after = "</head><body>制创自评</body>";
        let source = "\nimport init from './a.js';\nif (1 > 0) await init();\n";
        for open in [r#" type="module""#, " type=module", "", r#" type="module" data-note="a > b""#] {
            let page = format!("{before}<script{open}>{source}</script>{after}");
            let (page, scripts) = without_inline_scripts(&page);
            let [script] = scripts.as_slice() else { panic!("not one script: {scripts:?}") };
            assert_eq!(script.source.trim(), source.trim());
            let expected = format!("{before}<script{open} src=\"./{}\"></script>{after}", script.name);
            assert_eq!(page, expected);
        }
    }

    #[test]
    fn names_follow_the_content() {
        assert_eq!(name("one"), name("one"));
        assert_ne!(name("one"), name("two"));
        assert!(name("one").starts_with("start-") && name("one").ends_with(".js"));
    }

    #[test]
    fn other_scripts_and_comments_are_left_alone() {
        for page in [
            r#"<script type="module" src="./a.js"></script>"#,
            r#"<script src=a.js> </script>"#,
            r#"<script type="application/ld+json">{"a": 1}</script>"#,
            "<!-- <script>never()</script> --><p>text</p>",
            "<script>cut off",
            "",
        ] {
            assert_eq!(without_inline_scripts(page), (page.to_owned(), Vec::new()), "{page}");
        }
    }

    #[test]
    fn a_page_without_inline_scripts_is_the_outcome() {
        let (once, scripts) = without_inline_scripts("<script>a()</script><!-- --><script>b()</script>");
        assert_eq!(scripts.len(), 2);
        assert_eq!(without_inline_scripts(&once), (once.clone(), Vec::new()));
    }
}
