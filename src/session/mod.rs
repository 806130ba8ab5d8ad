//! The open draft while it is worked on: commands, and a history of whole drafts.
//!
//! Everything that changes a draft is a [`Command`]; [`History`] applies it and can take it back.
//! Drafts share what they have in common, so keeping hundreds of them costs little.

mod command;
mod history;
mod lost;
mod typing;

pub use command::{Command, Rows};
pub use history::History;
pub use typing::{Hand, Stroke};
