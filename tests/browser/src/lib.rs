//! A real headless Chromium on the built page, through page objects that speak as its users do.
//!
//! Every wait is for something to be seen on the page; nothing sleeps for a fixed time or tries an action again.

mod axe;
mod browser;
mod cases;
mod chromedriver;
mod hands;
mod page;
mod part;
mod profile;
mod seen;
mod site;
mod visit;
mod xpath;

pub use axe::stumbling_blocks;
pub use browser::Browser;
pub use cases::{case, case_path};
pub use page::Page;
pub use part::Part;
pub use profile::{Profile, Setup};
pub use seen::{see, see_that, see_within};
pub use site::{Site, WasmType, dist};
pub use thirtyfour::Key;
pub use visit::Visit;

/// What a test returns: the first thing that went wrong.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
