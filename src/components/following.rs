//! Parts of a view that follow what they read.

use leptos::prelude::*;

/// A part of a view that is made anew whenever something that it reads changes, as a bare closure would be. All of them
/// are of one type here; each closure by itself would bring its own code for being built, compared and taken away
/// (docs/adr/0012-leptos-serde-trunk.md).
pub fn following<V: IntoAny>(view: impl Fn() -> V + Send + Sync + 'static) -> AnyView {
    boxed(Box::new(move || view().into_any()))
}

fn boxed(view: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    (move || view()).into_any()
}
