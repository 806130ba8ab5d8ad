//! The one thing that views share: the open draft, its assessment, and where it is kept. The desk knows no view.
//!
//! [`Desk`] is a handle; what it does is said in files of its own: [`steps`] change the draft, [`autosave`] keeps it,
//! [`drafts`] do with whole drafts, [`windows`] follow what others save.

mod address;
mod autosave;
pub mod clock;
mod crash;
mod day;
mod drafts;
mod files;
mod forms;
mod goals;
mod keys;
mod notice;
mod open_rows;
mod opening;
mod persistence;
mod places;
mod preferences;
mod reading;
mod route;
mod saving;
mod scenarios;
mod side;
mod sides;
mod state;
mod steps;
mod telling;
mod windows;

pub use goals::{Goals, Offer};
pub use notice::{Action, Notice};
pub use open_rows::Row;
pub use places::{Group, Place};
pub use reading::{FileDraft, Unread};
pub use route::Route;
pub use saving::Saving;
pub use side::{Origin, Side};
pub use sides::{MOST_SIDES, name_of as scenario_name, replaced_words};
pub use state::{Desk, use_desk};
