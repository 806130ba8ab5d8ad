//! A real headless Chromium on the built page, through page objects that speak as its users do.
//!
//! Every wait is for something to be seen on the page; nothing sleeps or tries again.

pub mod browser;
pub mod page;

pub use browser::{Browser, Site};
pub use page::Page;

/// What a test returns: the first thing that went wrong.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
