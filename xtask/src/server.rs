//! A static file server for `cargo xtask serve` and the browser tests.
//!
//! It does what any plain static server does and nothing more: no rewriting, no fallback page, no compression. So a
//! page that works here works from any folder of any server. Written by hand rather than taken from a crate because a
//! test of the offline page needs a server that is really gone when it is dropped: every response closes its
//! connection, so no kept-alive connection outlives the server.

mod files;

use std::{
    io::{self, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use files::Reply;

/// A request's head that is longer than this is refused.
const LONGEST_HEAD: usize = 16 * 1024;

/// Browsers open connections in advance and may never use them.
const PATIENCE: Duration = Duration::from_secs(30);

/// Serves a folder on 127.0.0.1 from background threads until it is dropped.
///
/// ```
/// use std::path::Path;
/// use xtask::server::StaticServer;
///
/// let server = StaticServer::start(Path::new("dist"), 0)?;
/// assert!(server.address().starts_with("http://127.0.0.1:"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct StaticServer {
    shared: Arc<Shared>,
    socket: SocketAddr,
    accepting: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    root: PathBuf,
    prefix: String,
    stopping: AtomicBool,
    requests: Mutex<Vec<String>>,
}

impl StaticServer {
    /// Serves the files below `root` at `/`, on `port` or, when that is 0, on any free port.
    ///
    /// The folder is looked at when a file is asked for, so it may be made or replaced later.
    pub fn start(root: &Path, port: u16) -> io::Result<Self> {
        Self::start_under(root, "/", port)
    }

    /// Serves the files below `root` under `prefix` (such as `/a/b/`), and nothing outside of it.
    pub fn start_under(root: &Path, prefix: &str, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let socket = listener.local_addr()?;
        let shared = Arc::new(Shared {
            root: root.to_owned(),
            prefix: whole_prefix(prefix),
            stopping: AtomicBool::new(false),
            requests: Mutex::default(),
        });
        let accepting = thread::Builder::new().name("static server".to_owned()).spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        })?;
        Ok(Self { shared, socket, accepting: Some(accepting) })
    }

    /// The address of the served folder, for example `http://127.0.0.1:8080/`, with the prefix and a slash at its end.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.socket, self.shared.prefix)
    }

    /// What has been asked for so far, in order, found or not: paths as the client wrote them, with their queries.
    pub fn requests(&self) -> Vec<String> {
        self.shared.requests().clone()
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            // The thread ends only with this server, so there is no result to look at.
            let _ = accepting.join();
        }
    }
}

impl Drop for StaticServer {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        if let Some(accepting) = self.accepting.take() {
            // A connection wakes the thread, which waits for one. Without it the thread can't be joined.
            if TcpStream::connect(self.socket).is_ok() {
                let _ = accepting.join();
            }
        }
    }
}

impl Shared {
    fn stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }

    fn requests(&self) -> MutexGuard<'_, Vec<String>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn whole_prefix(prefix: &str) -> String {
    match prefix.trim_matches('/') {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for connection in listener.incoming() {
        if shared.stopping() {
            return;
        }
        let Ok(connection) = connection else { continue };
        let shared = Arc::clone(shared);
        // One thread for each connection: a fixed number of them could all wait for connections that stay silent.
        // A connection that gets no thread, or breaks, is the client's to repeat.
        let _ = thread::Builder::new().spawn(move || answer(connection, &shared));
    }
}

fn answer(mut connection: TcpStream, shared: &Shared) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_write_timeout(Some(PATIENCE))?;
    let Some(head) = read_head(&mut connection)? else {
        return Ok(());
    };
    if shared.stopping() {
        return Ok(());
    }
    let (reply, with_body) = match request_line(&head) {
        None => (Reply::status("400 Bad Request"), true),
        Some((method, target)) => {
            shared.requests().push(target.to_owned());
            match method {
                "GET" => (files::find(&shared.root, &shared.prefix, target), true),
                "HEAD" => (files::find(&shared.root, &shared.prefix, target), false),
                _ => (Reply::status("405 Method Not Allowed").with_header("Allow", "GET, HEAD"), true),
            }
        }
    };
    connection.write_all(&reply.to_bytes(with_body))?;
    connection.flush()
}

/// The request up to the empty line, or nothing if the client left before it.
fn read_head(connection: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    let mut part = [0; 2048];
    while !head.windows(4).any(|four| four == b"\r\n\r\n") {
        let count = connection.read(&mut part)?;
        if count == 0 {
            return Ok(None);
        }
        head.extend_from_slice(&part[..count]);
        if head.len() > LONGEST_HEAD {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the request's head is too long"));
        }
    }
    Ok(Some(head))
}

/// Method and target of `GET /path HTTP/1.1`.
fn request_line(head: &[u8]) -> Option<(&str, &str)> {
    let line = head.split(|&byte| byte == b'\r').next()?;
    let mut words = str::from_utf8(line).ok()?.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    (target.starts_with('/') && version.starts_with("HTTP/1.") && words.next().is_none())
        .then_some((method, target))
}
