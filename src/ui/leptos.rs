//! Leptos' parts that the views stand on: its signals, effects, owners, events and browser helpers.
//!
//! The umbrella crate is left out: it brings server functions, whose exports no page can drop
//! (`docs/adr/0004-views.md`).

pub use leptos_dom::helpers::{document, set_timeout, window, window_event_listener};
pub use reactive_graph::computed::Memo;
pub use reactive_graph::effect::RenderEffect;
pub use reactive_graph::graph::untrack;
pub use reactive_graph::owner::{LocalStorage, Owner, StoredValue, expect_context, provide_context};
pub use reactive_graph::prelude::*;
pub use reactive_graph::signal::{ReadSignal, RwSignal, WriteSignal, signal};
pub use reactive_graph::wrappers::read::Signal;
pub use tachys::html::event as ev;
