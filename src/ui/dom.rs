//! Elements for the views, in builder syntax, over Leptos' signals and effects.
//!
//! Leptos gives each element, attribute and closure a type of its own and compiles its machinery for
//! every one of them; on this page that alone was more than the whole first-load budget (see
//! `docs/adr/0004-views.md`). Here every element is an [`El`], every attribute an [`Attribute`] and every
//! closure a box, so the machinery exists once. What changes is a closure; Leptos runs it again when
//! a signal in it changes.

mod build;
mod child;
mod keyed;

use wasm_bindgen::JsValue;

pub use build::{follow, mount};
pub use child::{Child, IntoChild};
pub use keyed::keyed;

/// An element that is not built yet.
pub struct El {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<Child>,
}

enum Attribute {
    Fixed(&'static str, String),
    Live(&'static str, Box<dyn Fn() -> Option<String>>),
    /// A class that comes and goes.
    Toggle(&'static str, Box<dyn Fn() -> bool>),
    /// A property of the style sheet's object model: allowed by a policy that forbids inline styles.
    Style(&'static str, Box<dyn Fn() -> String>),
    /// A property of the element's object, such as what an input holds.
    Property(&'static str, Box<dyn Fn() -> JsValue>),
    On(&'static str, Box<dyn FnMut(web_sys::Event)>),
}

/// Begins an element.
pub fn el(tag: &'static str) -> El {
    El { tag, attributes: Vec::new(), children: Vec::new() }
}

/// Begins an element with a class.
pub fn of(tag: &'static str, class: &'static str) -> El {
    el(tag).attr("class", class)
}

/// A button that does something.
pub fn button(label: impl IntoChild, act: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").child(label).on("click", move |_| act())
}

impl El {
    #[inline(never)]
    fn with(mut self, attribute: Attribute) -> El {
        self.attributes.push(attribute);
        self
    }

    pub fn attr(self, name: &'static str, value: impl Into<String>) -> El {
        self.with(Attribute::Fixed(name, value.into()))
    }

    /// An attribute that follows signals, and is left out where there is none.
    pub fn live(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> El {
        self.with(Attribute::Live(name, Box::new(value)))
    }

    pub fn toggle(self, class: &'static str, on: impl Fn() -> bool + 'static) -> El {
        self.with(Attribute::Toggle(class, Box::new(on)))
    }

    pub fn style(self, name: &'static str, value: impl Fn() -> String + 'static) -> El {
        self.with(Attribute::Style(name, Box::new(value)))
    }

    pub fn disabled(self, off: impl Fn() -> bool + 'static) -> El {
        self.with(Attribute::Property("disabled", Box::new(move || off().into())))
    }

    pub fn checked(self, yes: impl Fn() -> bool + 'static) -> El {
        self.with(Attribute::Property("checked", Box::new(move || yes().into())))
    }

    /// What an input, a text area or a drop-down holds.
    pub fn value(self, text: impl Fn() -> String + 'static) -> El {
        self.with(Attribute::Property("value", Box::new(move || text().into())))
    }

    pub fn on(self, event: &'static str, act: impl FnMut(web_sys::Event) + 'static) -> El {
        self.with(Attribute::On(event, Box::new(act)))
    }

    /// Adds a child: a text, an element, several, none, or a closure that gives any of these.
    pub fn child(self, child: impl IntoChild) -> El {
        self.add(child.into_child())
    }

    #[inline(never)]
    fn add(mut self, child: Child) -> El {
        self.children.push(child);
        self
    }
}

/// The input, text area or drop-down that an event came from.
pub fn target(event: &web_sys::Event) -> Option<web_sys::HtmlInputElement> {
    use wasm_bindgen::JsCast;
    // The three have in common what the page asks of them: their value.
    event.target().map(JsCast::unchecked_into)
}

/// What stands in the control that an event came from.
pub fn typed(event: &web_sys::Event) -> String {
    let value = event.target().and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}
