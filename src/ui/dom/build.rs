//! Building elements, and keeping alive what makes them live.

use std::cell::RefCell;
use std::rc::Rc;

use crate::ui::leptos::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::{Attribute, Child, El};

/// What has been built: its nodes, and what keeps them live. Dropping it stops that, and takes the
/// nodes away.
#[derive(Default)]
pub struct Built {
    /// Top-level nodes, in order.
    pub nodes: Vec<web_sys::Node>,
    alive: Vec<Alive>,
}

#[allow(dead_code, reason = "held so that it goes on")]
enum Alive {
    Effect(RenderEffect<()>),
    Listener(Listener),
    Part(Built),
    Slot(Slot),
    List(Box<dyn std::any::Any>),
}

/// What an effect builds anew. It is emptied at once when its surroundings go, while Leptos lets go of
/// the effect itself only a moment later.
#[derive(Clone, Default)]
struct Slot(Rc<RefCell<Option<Built>>>);

struct Listener {
    element: web_sys::Element,
    event: &'static str,
    act: Closure<dyn FnMut(web_sys::Event)>,
}

impl Drop for Listener {
    /// A focused input says that it is left while it is taken away; nobody may hear that any more.
    fn drop(&mut self) {
        let act = self.act.as_ref().unchecked_ref();
        let _ = self.element.remove_event_listener_with_callback(self.event, act);
    }
}

impl Drop for Built {
    fn drop(&mut self) {
        for alive in self.alive.drain(..) {
            if let Alive::Slot(slot) = &alive {
                slot.0.take();
            }
        }
        for node in &self.nodes {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(node);
            }
        }
    }
}

/// Builds the page at the end of the body, for as long as it lives.
pub fn mount(view: impl FnOnce() -> Child + 'static) {
    // It fails only where there is a scheduler already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(move || {
        let mut built = Built::default();
        if let Some(body) = document().body() {
            built.child(&body, None, view());
        }
        std::mem::forget(built);
    });
    std::mem::forget(owner);
}

/// An effect whose machinery is compiled once.
pub fn follow(run: Box<dyn FnMut()>) -> RenderEffect<()> {
    let mut run = run;
    RenderEffect::new(move |_| run())
}

impl Built {
    /// Keeps something as long as this lives.
    pub fn keep_list(&mut self, list: Box<dyn std::any::Any>) {
        self.alive.push(Alive::List(list));
    }

    pub fn keep_effect(&mut self, effect: RenderEffect<()>) {
        self.alive.push(Alive::Effect(effect));
    }

    /// Builds a child into a parent, before a node or at its end.
    pub fn child(&mut self, parent: &web_sys::Node, before: Option<&web_sys::Node>, child: Child) {
        match child {
            Child::Nothing => {}
            Child::Text(text) => {
                let node = document().create_text_node(&text);
                self.place(parent, before, node.into());
            }
            Child::Many(all) => {
                for one in all {
                    self.child(parent, before, one);
                }
            }
            Child::El(el) => self.element(parent, before, el),
            Child::Live(view) => {
                let mark = self.mark(parent, before);
                let slot = Slot::default();
                self.alive.push(Alive::Slot(slot.clone()));
                self.keep_effect(follow(Box::new(move || {
                    // The mark moves with its surroundings, so it knows its parent best.
                    let Some(parent) = mark.parent_node() else { return };
                    let mut next = Built::default();
                    next.child(&parent, Some(&mark), view());
                    slot.0.replace(Some(next));
                })));
            }
            Child::Keyed(keyed) => keyed.build(self, parent, before),
        }
    }

    /// A node that nobody sees, behind which nothing of a live child lies.
    pub fn mark(&mut self, parent: &web_sys::Node, before: Option<&web_sys::Node>) -> web_sys::Node {
        let mark: web_sys::Node = document().create_text_node("").into();
        self.place(parent, before, mark.clone());
        mark
    }

    fn place(&mut self, parent: &web_sys::Node, before: Option<&web_sys::Node>, node: web_sys::Node) {
        let _ = parent.insert_before(&node, before);
        self.nodes.push(node);
    }

    fn element(&mut self, parent: &web_sys::Node, before: Option<&web_sys::Node>, el: El) {
        let Ok(element) = document().create_element(el.tag) else { return };
        let mut inside = Built::default();
        for child in el.children {
            inside.child(&element, None, child);
        }
        // They go with the element, so they need not be taken out of it one by one.
        inside.nodes.clear();
        for attribute in el.attributes {
            inside.attribute(&element, attribute);
        }
        self.place(parent, before, element.into());
        self.alive.push(Alive::Part(inside));
    }

    fn attribute(&mut self, element: &web_sys::Element, attribute: Attribute) {
        let element = element.clone();
        let run: Box<dyn FnMut()> = match attribute {
            Attribute::Fixed(name, value) => {
                let _ = element.set_attribute(name, &value);
                return;
            }
            Attribute::On(event, act) => {
                let act = Closure::wrap(act);
                let _ = element.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
                self.alive.push(Alive::Listener(Listener { element, event, act }));
                return;
            }
            Attribute::Live(name, value) => Box::new(move || {
                let _ = match value() {
                    Some(value) => element.set_attribute(name, &value),
                    None => element.remove_attribute(name),
                };
            }),
            Attribute::Toggle(class, on) => Box::new(move || {
                let _ = element.class_list().toggle_with_force(class, on());
            }),
            Attribute::Style(name, value) => Box::new(move || {
                let _ = element.unchecked_ref::<web_sys::HtmlElement>().style().set_property(name, &value());
            }),
            Attribute::Property(name, value) => {
                let name = JsValue::from_str(name);
                Box::new(move || {
                    let value = value();
                    // Setting what is there already would move the cursor.
                    if js_sys::Reflect::get(&element, &name).as_ref() != Ok(&value) {
                        let _ = js_sys::Reflect::set(&element, &name, &value);
                    }
                })
            }
        };
        self.keep_effect(follow(run));
    }
}
