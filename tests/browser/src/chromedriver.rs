//! The program that drives the browser.

use std::env;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::Outcome;
use crate::seen::PATIENCE;

/// A running chromedriver. Ends when it is dropped.
pub struct Chromedriver {
    process: Child,
    // Kept open: writing into a closed pipe would end the driver.
    _output: BufReader<ChildStdout>,
    port: u16,
}

impl Chromedriver {
    /// Starts one on a port that is free.
    pub fn start() -> Outcome<Chromedriver> {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "/usr/bin/chromedriver".to_owned());
        let mut process = Command::new(&program)
            .arg(format!("--port={}", free_port()?))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|fault| format!("{program} does not start: {fault}"))?;
        let mut output = BufReader::new(process.stdout.take().ok_or("chromedriver has no output")?);
        match read_port(&mut output) {
            Ok(port) => Ok(Chromedriver { process, _output: output, port }),
            Err(fault) => {
                end(&mut process);
                Err(fault)
            }
        }
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Closes a browser without a runtime.
    pub fn end_session(&self, session: &str) {
        let ended = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut connection| {
            connection.set_read_timeout(Some(PATIENCE))?;
            let host = format!("127.0.0.1:{}", self.port);
            write!(connection, "DELETE /session/{session} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
            connection.read(&mut [0; 64])
        });
        if let Err(fault) = ended {
            eprintln!("a browser may be left running: {fault}");
        }
    }

    /// A number that no other driver on this machine has meanwhile.
    pub fn number(&self) -> u16 {
        self.port
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

/// A port that nobody has, neither by the old addresses nor by the new ones. Left to find one for itself, the driver
/// looks at the new ones first, and ends where the old one is taken.
fn free_port() -> Outcome<u16> {
    loop {
        let old = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = old.local_addr()?.port();
        match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
            Err(fault) if fault.kind() == ErrorKind::AddrInUse => {}
            // Taken by both, or there are no new addresses here.
            Ok(_) | Err(_) => return Ok(port),
        }
    }
}

fn end(process: &mut Child) {
    // One that has already ended is what is wanted.
    let _ = process.kill();
    let _ = process.wait();
}

/// Reads `ChromeDriver was started successfully on port 12345.`
fn read_port(output: &mut impl BufRead) -> Outcome<u16> {
    let mut said = String::new();
    while output.read_line(&mut said)? > 0 {
        if let Some((_, port)) = said.split_once("successfully on port ") {
            return Ok(port.trim_end().trim_end_matches('.').parse()?);
        }
    }
    Err(format!("chromedriver ended without naming its port, and said: {said}").into())
}
