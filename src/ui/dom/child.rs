//! What an element can hold.

use crate::ui::leptos::*;

use super::El;
use super::keyed::Keyed;

pub enum Child {
    Nothing,
    Text(String),
    El(El),
    Many(Vec<Child>),
    /// Built anew whenever a signal in it changes.
    Live(Box<dyn Fn() -> Child>),
    Keyed(Keyed),
}

/// Anything that can stand in an element.
pub trait IntoChild {
    fn into_child(self) -> Child;
}

impl IntoChild for Child {
    fn into_child(self) -> Child {
        self
    }
}

impl IntoChild for El {
    fn into_child(self) -> Child {
        Child::El(self)
    }
}

impl IntoChild for &str {
    fn into_child(self) -> Child {
        Child::Text(self.to_owned())
    }
}

impl IntoChild for String {
    fn into_child(self) -> Child {
        Child::Text(self)
    }
}

impl IntoChild for Memo<String> {
    fn into_child(self) -> Child {
        Child::Live(Box::new(move || Child::Text(self.get())))
    }
}

impl IntoChild for Signal<String> {
    fn into_child(self) -> Child {
        Child::Live(Box::new(move || Child::Text(self.get())))
    }
}

impl<T: IntoChild> IntoChild for Option<T> {
    fn into_child(self) -> Child {
        self.map_or(Child::Nothing, T::into_child)
    }
}

impl<T: IntoChild> IntoChild for Vec<T> {
    fn into_child(self) -> Child {
        Child::Many(self.into_iter().map(T::into_child).collect())
    }
}

impl<F: Fn() -> T + 'static, T: IntoChild> IntoChild for F {
    fn into_child(self) -> Child {
        Child::Live(Box::new(move || self().into_child()))
    }
}
