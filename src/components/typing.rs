//! What a text control tells of, and what becomes of it: every way in which a text can get into a control ends in the
//! draft.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::dom;
use crate::desk::Desk;
use crate::draft::field::Doubt;
use crate::draft::{Field, date, field};
use crate::session::{Command, Hand};

/// How a text control is offered.
#[derive(Clone, Copy, PartialEq)]
pub enum TextKind {
    Words,
    /// Several lines.
    LongWords,
    Number,
    Date,
}

/// A control that is typed into.
#[derive(Clone, Copy)]
pub struct Typing {
    desk: Desk,
    field: Signal<Field>,
    pub kind: TextKind,
    /// Whether a date is half typed.
    pub incomplete: RwSignal<bool>,
    /// How a text was understood, or why a paste was refused, and the texts that this is said of.
    told: RwSignal<(String, [String; 2])>,
    /// Whether what counts was meant; nothing once that was answered.
    pub doubt: Memo<Option<Doubt>>,
}

impl Typing {
    pub fn new(desk: Desk, field: Signal<Field>, kind: TextKind) -> Typing {
        let (incomplete, told) = (RwSignal::new(false), RwSignal::default());
        let doubt = Memo::new(move |_| {
            let (field, draft) = (field.get(), desk.draft());
            let doubt = field::doubt(desk.policy, &draft, field)?;
            let stands = (field, field::text(desk.policy, &draft, field));
            (!desk.meant.with(|all| all.contains(&stands))).then_some(doubt)
        });
        Typing { desk, field, kind, incomplete, told, doubt }
    }

    /// What is said of the text that stands there; nothing of one that stood there before.
    pub fn said(self) -> String {
        self.told.with(|(words, of)| {
            // Mostly nothing is said, and nothing need be looked at.
            if words.is_empty() {
                return String::new();
            }
            let text = field::text(self.desk.policy, &self.desk.draft(), self.field.get());
            if of.contains(&text) { words.clone() } else { String::new() }
        })
    }

    /// Whether anything is said beside the control, besides what is wrong.
    pub fn says_something(self) -> bool {
        !self.said().is_empty() || self.doubt.with(Option::is_some)
    }

    /// Takes what was meant in the place of what stands there.
    pub fn take(self, meant: &str) {
        self.desk.choose(self.field.get_untracked(), meant);
    }

    /// What stands there is meant, in whatever place it is shown.
    pub fn keep(self) {
        let field = self.field.get_untracked();
        self.desk.meant.update(|all| all.push((field, self.held(field))));
    }

    /// What the control shows.
    pub fn text(self) -> Memo<String> {
        let Typing { desk, field, .. } = self;
        Memo::new(move |_| field::text(desk.policy, &desk.draft(), field.get()))
    }

    pub fn typed(self, event: &web_sys::Event) {
        // A date that is being typed has no value yet; what stood there goes on counting.
        let half_typed = is_half_typed(event, self.kind);
        self.incomplete.set(half_typed);
        if !half_typed {
            self.enter(self.field.get_untracked(), event_target_value(event), hand(event));
        }
    }

    /// Some programs fill in a control, and some input methods end a word, without telling of it: what it shows and the
    /// draft does not hold is entered when the control next tells of anything.
    pub fn settle(self, event: &web_sys::Event) {
        let Some(field) = self.field.try_get_untracked() else { return };
        // A control that was empty before tells of a half-typed date only now.
        let half_typed = is_half_typed(event, self.kind);
        self.incomplete.set(half_typed);
        let text = event_target_value(event);
        if !half_typed && text != self.as_shown(&self.held(field)) {
            self.enter(field, text, Hand::Paste);
        }
    }

    /// An input method has put a word together: a step of undo may end here.
    pub fn composed(self, event: &web_sys::Event) {
        self.settle(event);
        self.desk.end_composition();
    }

    /// Cells copied from a table are not one value; what stands here stays. A day is taken however it is written.
    pub fn pasted(self, event: &web_sys::Event) {
        let field = self.field.get_untracked();
        match paste(event, self.kind) {
            Some(Ok(text)) => {
                self.incomplete.set(false);
                self.enter(field, text, Hand::Paste);
            }
            Some(Err(words)) => {
                let text = self.held(field);
                self.told.set((words, [text.clone(), text]));
            }
            None => {}
        }
    }

    pub fn left(self, event: &web_sys::Event) {
        self.settle(event);
        // A focused control says that it is left also while its row is taken away; nobody may hear that any more.
        let Some(field) = self.field.try_get_untracked() else { return };
        let (policy, draft, typed) = (self.desk.policy, self.desk.draft_untracked(), self.held(field));
        let was_plain = field::doubt(policy, &draft, field).is_none();
        self.desk.dispatch(Command::Leave(field));
        // What was typed as 0.92% is tidied to 0.92, and is no more in doubt than before; what was said of 0.124亿元 is
        // said of 1240 too.
        if was_plain && field::doubt(policy, &self.desk.draft_untracked(), field).is_some() {
            self.keep();
        }
        let tidied = self.held(field);
        self.told.update(|(_, of)| of[1] = if of[0] == typed { tidied } else { String::new() });
    }

    fn enter(self, field: Field, text: String, hand: Hand) {
        self.desk.enter(field, text.clone(), hand);
        let conversion = field::conversion(self.desk.policy, &self.desk.draft_untracked(), field);
        self.told.set((conversion.unwrap_or_default(), [text.clone(), text]));
    }

    fn held(self, field: Field) -> String {
        field::text(self.desk.policy, &self.desk.draft_untracked(), field)
    }

    /// A text as the browser lets this control show it.
    fn as_shown(self, text: &str) -> String {
        match self.kind {
            TextKind::LongWords => text.replace("\r\n", "\n").replace('\r', "\n"),
            TextKind::Date if date::parse(text).is_err() => String::new(),
            _ => text.replace(['\r', '\n'], ""),
        }
    }
}

/// Whether a date has no value yet, or is none. What stood there goes on counting.
pub fn is_half_typed(event: &web_sys::Event, kind: TextKind) -> bool {
    kind == TextKind::Date && dom::input_of(event).is_some_and(|input| input.validity().bad_input())
}

/// What is said of a half-typed date, by what counts meanwhile.
pub fn half_typed_sentence(counts: &str) -> String {
    match counts {
        "" => "日期没有填完整，或者没有这一天，暂不计入。".to_owned(),
        counts => format!("日期没有填完整，或者没有这一天，暂按 {counts} 计算。"),
    }
}

/// What becomes of a paste that the browser is not to take as it is: another text, or none, and why.
pub fn paste(event: &web_sys::Event, kind: TextKind) -> Option<Result<String, String>> {
    let event = event.dyn_ref::<web_sys::ClipboardEvent>()?;
    let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
    let pasted = match kind {
        TextKind::Number => field::refused_paste(&text).map(Err),
        TextKind::Words => field::refused_cells(&text).map(Err),
        TextKind::Date => Some(field::pasted_day(&text)),
        TextKind::LongWords => None,
    }?;
    event.prevent_default();
    Some(pasted)
}

/// How a text came into its control.
fn hand(event: &web_sys::Event) -> Hand {
    match event.dyn_ref::<web_sys::InputEvent>() {
        Some(event) if event.is_composing() => Hand::Composing,
        Some(event) if event.input_type().starts_with("insertFrom") => Hand::Paste,
        Some(event) if event.input_type() == "insertReplacementText" => Hand::Paste,
        Some(_) => Hand::Keys,
        // Made by a program.
        None => Hand::Paste,
    }
}
