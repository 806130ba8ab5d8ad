//! Which keystrokes one step of undo takes back.

/// When and how something was done to the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stroke {
    /// Milliseconds since 1970.
    pub at: u64,
    pub hand: Hand,
}

/// How a text came into its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    Keys,
    /// An input method is still putting it together: its text comes and goes until a word is chosen.
    Composing,
    /// Pasted, dropped or filled in by a program: all of it at once.
    Paste,
}

/// A pause this long, in milliseconds, ends a step.
const PAUSE: u64 = 1000;

/// A step takes back no more than this many characters.
const MOST_CHARACTERS: usize = 30;

/// The typing that the last step gathers.
#[derive(Debug, Clone)]
pub struct Gathering {
    last: Stroke,
    /// How long the text was before, and is now, in characters.
    from: usize,
    to: usize,
    inserts: bool,
    /// Whether nothing more belongs to it.
    is_over: bool,
}

impl Gathering {
    /// The beginning of a step: the text of a field changed like this.
    pub fn begin(before: &str, after: &str, stroke: Stroke) -> Gathering {
        let from = before.chars().count();
        let mut new = Gathering { last: stroke, from, to: from, inserts: false, is_over: false };
        new.add(before, after, stroke);
        new
    }

    /// Whether the step goes on with this change; if so, it is part of it now.
    pub fn takes(&mut self, before: &str, after: &str, stroke: Stroke) -> bool {
        let composes = self.last.hand == Hand::Composing;
        let deletes = after.chars().count() < before.chars().count();
        let parts = self.is_over
            || stroke.hand == Hand::Paste
            || stroke.at.saturating_sub(self.last.at) >= PAUSE
            || self.to.saturating_sub(self.from) >= MOST_CHARACTERS
            || (deletes && self.inserts);
        // What an input method tries out is never taken apart.
        let goes_on = composes || !parts;
        if goes_on {
            self.add(before, after, stroke);
        }
        goes_on
    }

    /// The word that was being put together is chosen: what is typed next is looked at as ever.
    pub fn end_composition(&mut self) {
        self.last.hand = Hand::Keys;
    }

    fn add(&mut self, before: &str, after: &str, stroke: Stroke) {
        self.last = stroke;
        self.to = after.chars().count();
        self.inserts |= self.to > before.chars().count();
        self.is_over = stroke.hand == Hand::Paste || after.matches('\n').count() > before.matches('\n').count();
    }
}
