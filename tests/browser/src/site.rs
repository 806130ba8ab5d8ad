//! The built page on a static server of its own.

use std::env;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::Outcome;

/// The folder of the built page.
pub fn dist() -> Outcome<PathBuf> {
    let folder = env::var_os("ZHICHUANG_DIST").ok_or("ZHICHUANG_DIST is not set; run `cargo xtask test`")?;
    // A test runs in the folder of its crate, the environment comes from somewhere else.
    let folder = PathBuf::from(folder);
    if folder.join("index.html").is_file() {
        Ok(folder)
    } else {
        Err(format!("there is no built page in {}", folder.display()).into())
    }
}

/// What a server says of WebAssembly.
#[derive(Clone, Copy, PartialEq)]
pub enum WasmType {
    Right,
    /// What servers say that have no type for it.
    Wrong(&'static str),
    /// No type at all.
    None,
}

/// A server of the built page; it ends with the runtime of the test.
pub struct Site {
    address: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// Serves the built page under `prefix`, such as `/` or `/any/folder/`.
    pub async fn serve(prefix: &str) -> Outcome<Site> {
        Site::serve_with(prefix, WasmType::Right).await
    }

    pub async fn serve_with(prefix: &str, wasm: WasmType) -> Outcome<Site> {
        let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
        let address = format!("http://{}{prefix}", listener.local_addr()?);
        let requests = Arc::new(Mutex::new(Vec::new()));
        let files = ServeDir::new(dist()?);
        let log = requests.clone();
        let watch = from_fn(move |request: Request, next: Next| {
            log.lock().unwrap_or_else(PoisonError::into_inner).push(request.uri().path().to_owned());
            let is_wasm = request.uri().path().ends_with(".wasm");
            async move { as_told(next.run(request).await, wasm, is_wasm) }
        });
        let pages = match prefix {
            "/" => Router::new().fallback_service(files),
            folder => Router::new().nest_service(folder, files),
        };
        let server = axum::serve(listener, pages.layer(watch));
        tokio::spawn(async move { server.await });
        Ok(Site { address, requests })
    }

    pub fn address(&self) -> String {
        self.address.clone()
    }

    /// The paths that were asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn as_told(mut answer: Response, wasm: WasmType, is_wasm: bool) -> Response {
    let headers = answer.headers_mut();
    // Careful servers have the browser believe the types that they give.
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    match wasm {
        WasmType::Wrong(other) if is_wasm => drop(headers.insert(CONTENT_TYPE, HeaderValue::from_static(other))),
        WasmType::None if is_wasm => drop(headers.remove(CONTENT_TYPE)),
        _ => {}
    }
    answer
}
