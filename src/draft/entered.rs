//! A value together with the text that somebody is still typing.

/// What was entered in one place.
///
/// `text` is kept only while it is not simply how the value is written: `12.` on its way to 12.5, or
/// `12x`, which is no number at all and leaves the last good value counting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered<T> {
    pub value: Option<T>,
    pub text: Option<String>,
}

impl<T> Default for Entered<T> {
    fn default() -> Self {
        Entered { value: None, text: None }
    }
}

impl<T> Entered<T> {
    pub fn of(value: T) -> Self {
        Entered { value: Some(value), text: None }
    }

    pub fn is_blank(&self) -> bool {
        self.value.is_none() && self.text.is_none()
    }
}
