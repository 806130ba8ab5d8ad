//! From a request's target to the bytes of the reply.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A response whose body is known whole.
#[derive(Debug)]
pub(super) struct Reply {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Reply {
    /// A reply that says its status in words.
    pub(super) fn status(status: &'static str) -> Self {
        Self { status, headers: Vec::new(), body: status.as_bytes().to_vec() }
            .with_header("Content-Type", "text/plain; charset=utf-8")
    }

    pub(super) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The response as it goes over the wire; a `HEAD` request gets the same head without the body.
    pub(super) fn to_bytes(&self, with_body: bool) -> Vec<u8> {
        let mut head = format!(
            "HTTP/1.1 {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n",
            self.status,
            self.body.len(),
        );
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        if with_body {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

/// The reply to a request for `target` when the files below `root` stand under `prefix`.
pub(super) fn find(root: &Path, prefix: &str, target: &str) -> Reply {
    let address = target.split(['?', '#']).next().unwrap_or(target);
    if format!("{address}/") == prefix {
        return redirect_to_folder(address);
    }
    let Some(path) = address.strip_prefix(prefix).and_then(|inner| inside(root, inner)) else {
        return Reply::status("404 Not Found");
    };
    if address.ends_with('/') {
        file(&path.join("index.html"))
    } else if path.is_dir() {
        redirect_to_folder(address)
    } else {
        file(&path)
    }
}

/// Relative addresses in a folder's page are right only if the folder's own address ends with a slash.
fn redirect_to_folder(address: &str) -> Reply {
    Reply::status("301 Moved Permanently").with_header("Location", format!("{address}/"))
}

fn file(path: &Path) -> Reply {
    match fs::read(path) {
        Ok(body) => {
            Reply { status: "200 OK", headers: Vec::new(), body }.with_header("Content-Type", content_type(path))
        }
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Reply::status("404 Not Found")
        }
        Err(_) => Reply::status("500 Internal Server Error"),
    }
}

/// The path below `root` that `address` names, or nothing if it isn't a plain one.
///
/// Each segment is looked at after it was decoded, so `%2e%2e` and `%2f` get no further than `..` and `/` do.
fn inside(root: &Path, address: &str) -> Option<PathBuf> {
    let mut path = root.to_owned();
    let mut segments = address.split('/').peekable();
    while let Some(segment) = segments.next() {
        if segment.is_empty() && segments.peek().is_none() {
            break;
        }
        let name = percent_decoded(segment)?;
        if matches!(name.as_str(), "" | "." | "..") || name.contains(['/', '\\', ':', '\0']) {
            return None;
        }
        path.push(name);
    }
    Some(path)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, tail @ ..] = rest {
        rest = tail;
        if *byte != b'%' {
            bytes.push(*byte);
            continue;
        }
        let [high, low, tail @ ..] = rest else {
            return None;
        };
        rest = tail;
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        bytes.push(digit(*high)? * 16 + digit(*low)?);
    }
    String::from_utf8(bytes).ok()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_leave_the_root_name_no_file() {
        let root = Path::new("root");
        for address in [
            "..",
            "../secret",
            "a/../../secret",
            "%2e%2e/secret",
            "%2E%2E%2fsecret",
            "..%2fsecret",
            "a%5c..%5c..%5csecret",
            "C:/secret",
            "/etc/passwd",
            "a//b",
            "./a",
            "a%00b",
            "%zz",
            "%4",
            "%+4",
            "%ff",
        ] {
            assert_eq!(inside(root, address), None, "{address}");
        }
    }

    #[test]
    fn plain_addresses_name_files_below_the_root() {
        let root = Path::new("root");
        for (address, path) in [
            ("", "root"),
            ("a.js", "root/a.js"),
            ("a/b/c.css", "root/a/b/c.css"),
            ("a/", "root/a"),
            ("a%20b", "root/a b"),
            ("%E8%87%AA%e8%af%84.json", "root/自评.json"),
            ("..a", "root/..a"),
            ("%252e%252e", "root/%2e%2e"),
        ] {
            assert_eq!(inside(root, address).as_deref(), Some(Path::new(path)), "{address}");
        }
    }
}
