//! What the project's commands and its browser tests share.
//!
//! The commands themselves are in the binary of this package: `cargo xtask help` lists them.

pub mod server;
