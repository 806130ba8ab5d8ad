//! The static server as a browser meets it: over a socket.

use std::{
    env, fs,
    io::{self, ErrorKind, Read, Write},
    net::{Shutdown, TcpStream},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use xtask::server::StaticServer;

/// A folder of its own for each test, removed afterwards.
struct Site(PathBuf);

impl Site {
    fn new() -> io::Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("static-server-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let outer = env::temp_dir().join(name);
        let root = outer.join("root");
        fs::create_dir_all(root.join("guide"))?;
        fs::write(outer.join("secret.txt"), "not to be served")?;
        fs::write(root.join("index.html"), "<title>home</title>")?;
        fs::write(root.join("guide/index.html"), "<title>guide</title>")?;
        fs::write(root.join("app 自评.wasm"), b"\0asm")?;
        for name in ["a.js", "a.css", "a.json", "a.svg", "a.png", "a.ico", "a.webmanifest", "a.unknown"] {
            fs::write(root.join(name), name)?;
        }
        Ok(Self(outer))
    }

    fn root(&self) -> PathBuf {
        self.0.join("root")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Response {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Response {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

fn authority(address: &str) -> &str {
    let rest = address.strip_prefix("http://").expect("an http address");
    rest.split('/').next().unwrap_or(rest)
}

fn send(server: &StaticServer, request: &[u8]) -> io::Result<Response> {
    let mut connection = TcpStream::connect(authority(&server.address()))?;
    connection.write_all(request)?;
    let mut bytes = Vec::new();
    connection.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or(ErrorKind::InvalidData)?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or(ErrorKind::InvalidData)?;
    Ok(Response { status, head, body: bytes[end + 4..].to_vec() })
}

fn ask(server: &StaticServer, method: &str, path: &str) -> io::Result<Response> {
    send(server, format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes())
}

#[test]
fn a_folder_is_its_index_page() -> io::Result<()> {
    let site = Site::new()?;
    let server = StaticServer::start(&site.root(), 0)?;
    for (path, body) in [
        ("/", "<title>home</title>"),
        ("/index.html", "<title>home</title>"),
        ("/?from=test", "<title>home</title>"),
        ("/guide/", "<title>guide</title>"),
    ] {
        let response = ask(&server, "GET", path)?;
        assert_eq!((response.status, response.body.as_slice()), (200, body.as_bytes()), "{path}");
        assert_eq!(response.header("Content-Type"), Some("text/html; charset=utf-8"));
        assert_eq!(response.header("Cache-Control"), Some("no-cache"));
    }
    let without_slash = ask(&server, "GET", "/guide")?;
    assert_eq!((without_slash.status, without_slash.header("Location")), (301, Some("/guide/")));
    Ok(())
}

#[test]
fn files_carry_their_types() -> io::Result<()> {
    let site = Site::new()?;
    let server = StaticServer::start(&site.root(), 0)?;
    for (path, content_type) in [
        ("/a.js", "text/javascript; charset=utf-8"),
        ("/a.css", "text/css; charset=utf-8"),
        ("/a.json", "application/json"),
        ("/a.svg", "image/svg+xml"),
        ("/a.png", "image/png"),
        ("/a.ico", "image/x-icon"),
        ("/a.webmanifest", "application/manifest+json"),
        ("/app%20%E8%87%AA%E8%AF%84.wasm", "application/wasm"),
        ("/a.unknown", "application/octet-stream"),
    ] {
        let response = ask(&server, "GET", path)?;
        assert_eq!((response.status, response.header("Content-Type")), (200, Some(content_type)), "{path}");
        let length = response.header("Content-Length").and_then(|length| length.parse().ok());
        assert_eq!(length, Some(response.body.len()), "{path}");
    }
    Ok(())
}

#[test]
fn nothing_outside_the_folder_is_served() -> io::Result<()> {
    let site = Site::new()?;
    let server = StaticServer::start(&site.root(), 0)?;
    for path in [
        "/../secret.txt",
        "/guide/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%5csecret.txt",
        "//secret.txt",
        "/%00",
        "/%",
    ] {
        assert_eq!(ask(&server, "GET", path)?.status, 404, "{path}");
    }
    Ok(())
}

#[test]
fn what_is_not_there_is_404_without_a_fallback_page() -> io::Result<()> {
    let site = Site::new()?;
    let server = StaticServer::start(&site.root(), 0)?;
    for path in ["/missing", "/missing/", "/guide/missing.js", "/a.js/", "/a.js/more"] {
        let response = ask(&server, "GET", path)?;
        assert_eq!((response.status, response.body.as_slice()), (404, b"404 Not Found".as_slice()), "{path}");
    }
    Ok(())
}

#[test]
fn a_prefix_is_the_only_place_served() -> io::Result<()> {
    let site = Site::new()?;
    for prefix in ["/a/b/", "a/b"] {
        let server = StaticServer::start_under(&site.root(), prefix, 0)?;
        assert!(server.address().ends_with("/a/b/"), "{}", server.address());
        assert_eq!(ask(&server, "GET", "/a/b/")?.status, 200);
        assert_eq!(ask(&server, "GET", "/a/b/a.js")?.status, 200);
        assert_eq!(ask(&server, "GET", "/a/b")?.header("Location"), Some("/a/b/"));
        for path in ["/", "/a.js", "/a/", "/a/bc/a.js", "/a/b/../../a.js"] {
            assert_eq!(ask(&server, "GET", path)?.status, 404, "{path}");
        }
    }
    Ok(())
}

#[test]
fn head_is_get_without_the_body() -> io::Result<()> {
    let site = Site::new()?;
    let server = StaticServer::start(&site.root(), 0)?;
    let (head, get) = (ask(&server, "HEAD", "/a.js")?, ask(&server, "GET", "/a.js")?);
    assert_eq!(head.head, get.head);
    assert!(head.body.is_empty());
    Ok(())
}

#[test]
fn other_methods_and_broken_requests_are_refused() -> io::Result<()> {
    let site = Site::new()?;
    let server = StaticServer::start(&site.root(), 0)?;
    assert_eq!(ask(&server, "POST", "/")?.status, 405);
    for request in ["nonsense\r\n\r\n", "GET index.html HTTP/1.1\r\n\r\n", "GET /\r\n\r\n"] {
        assert_eq!(send(&server, request.as_bytes())?.status, 400, "{request}");
    }
    Ok(())
}

#[test]
fn requests_are_recorded_in_order() -> io::Result<()> {
    let site = Site::new()?;
    let server = StaticServer::start(&site.root(), 0)?;
    for path in ["/", "/missing", "/a.js?v=1"] {
        ask(&server, "GET", path)?;
    }
    assert_eq!(server.requests(), ["/", "/missing", "/a.js?v=1"]);
    Ok(())
}

#[test]
fn silent_connections_hold_up_nobody() -> io::Result<()> {
    let site = Site::new()?;
    let server = StaticServer::start(&site.root(), 0)?;
    let silent =
        (0..32).map(|_| TcpStream::connect(authority(&server.address()))).collect::<io::Result<Vec<_>>>()?;
    assert_eq!(ask(&server, "GET", "/")?.status, 200);
    for connection in silent {
        connection.shutdown(Shutdown::Both)?;
    }
    Ok(())
}

#[test]
fn a_dropped_server_is_gone() -> io::Result<()> {
    let server = StaticServer::start(Path::new("nowhere"), 0)?;
    let address = server.address();
    let mut early = TcpStream::connect(authority(&address))?;
    drop(server);

    let late = TcpStream::connect(authority(&address)).map_err(|error| error.kind()).map(drop);
    assert_eq!(late, Err(ErrorKind::ConnectionRefused));

    // A connection made before is closed without an answer.
    let mut answer = Vec::new();
    let _ = early.write_all(b"GET / HTTP/1.1\r\n\r\n").and_then(|()| early.read_to_end(&mut answer));
    assert!(answer.is_empty());
    Ok(())
}

#[test]
fn a_taken_port_is_an_error_of_its_own_kind() -> io::Result<()> {
    let first = StaticServer::start(Path::new("nowhere"), 0)?;
    let port = authority(&first.address()).rsplit(':').next().and_then(|port| port.parse().ok());
    let second = StaticServer::start(Path::new("nowhere"), port.ok_or(ErrorKind::InvalidData)?);
    assert_eq!(second.map(drop).map_err(|error| error.kind()), Err(ErrorKind::AddrInUse));
    Ok(())
}
