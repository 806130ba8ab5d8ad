//! A list whose entries keep their elements while it changes around them.

use std::cell::RefCell;
use std::rc::Rc;

use crate::ui::leptos::*;
use wasm_bindgen::JsCast;

use super::build::{Built, follow};
use super::{Child, El};

/// The keys of a list, in order, each with a position that is no matter here, and what an entry looks like; it is told where it stands.
pub struct Keyed {
    keys: Memo<Vec<(u32, usize)>>,
    entry: Box<dyn Fn(ReadSignal<usize>) -> El>,
}

pub fn keyed(keys: Memo<Vec<(u32, usize)>>, entry: impl Fn(ReadSignal<usize>) -> El + 'static) -> Child {
    Child::Keyed(Keyed { keys, entry: Box::new(entry) })
}

/// An entry on the page.
struct Shown {
    key: u32,
    built: Built,
    index: WriteSignal<usize>,
    // Ends the entry's own signals with it.
    owner: Owner,
}

impl Shown {
    /// Takes the entry's elements away before its signals, which they may still ask.
    fn go(self) {
        drop(self.built);
        self.owner.cleanup();
    }
}

/// An element that is moved loses the focus, though the person who moved it still works there.
fn keep_focus(focused: Option<web_sys::Element>) {
    let lost =
        focused.filter(|element| element.is_connected() && document().active_element().as_ref() != Some(element));
    if let Some(element) = lost {
        let _ = element.unchecked_ref::<web_sys::HtmlElement>().focus();
    }
}

/// Takes all entries away when their surroundings go.
struct List(Rc<RefCell<Vec<Shown>>>);

impl Drop for List {
    fn drop(&mut self) {
        self.0.take().into_iter().for_each(Shown::go);
    }
}

impl Keyed {
    pub fn build(self, built: &mut Built, parent: &web_sys::Node, before: Option<&web_sys::Node>) {
        let mark = built.mark(parent, before);
        let all = Rc::new(RefCell::new(Vec::<Shown>::new()));
        built.keep_list(Box::new(List(all.clone())));
        let here = Owner::new();
        let run = move || {
            let keys = self.keys.get();
            let Some(parent) = mark.parent_node() else { return };
            let mut shown = all.borrow_mut();
            let focused = document().active_element();
            // Most changes leave the keys before them alone: only what differs is touched.
            let same = keys.iter().zip(shown.iter()).take_while(|((key, _), one)| *key == one.key).count();
            let mut rest: Vec<Shown> = shown.drain(same..).collect();
            for (at, (key, _)) in keys.iter().enumerate().skip(same) {
                let next = match rest.iter().position(|one| one.key == *key) {
                    Some(there) => rest.remove(there),
                    None => self.show(&here, &parent, &mark, *key, at),
                };
                for node in &next.built.nodes {
                    let _ = parent.insert_before(node, Some(&mark));
                }
                next.index.set(at);
                shown.push(next);
            }
            rest.into_iter().for_each(Shown::go);
            keep_focus(focused);
        };
        built.keep_effect(follow(Box::new(run)));
    }

    fn show(&self, here: &Owner, parent: &web_sys::Node, mark: &web_sys::Node, key: u32, at: usize) -> Shown {
        let owner = here.with(Owner::new);
        let (built, index) = owner.with(|| {
            let (read, write) = signal(at);
            let mut built = Built::default();
            let entry = untrack(|| (self.entry)(read));
            built.child(parent, Some(mark), Child::El(entry));
            (built, write)
        });
        Shown { key, built, index, owner }
    }
}
