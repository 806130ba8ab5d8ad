//! What a centre says of the requirements.

use crate::policy::Attested;

/// What is said of one requirement. Of a computed one the state stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attestation {
    pub state: Option<Attested>,
    pub note: String,
    /// The number of the supporting document.
    pub document: String,
}

impl Attestation {
    pub fn is_blank(&self) -> bool {
        *self == Attestation::default()
    }

    /// Whether it is said not to apply without a reason, so that nothing is said yet.
    pub fn lacks_reason(&self) -> bool {
        self.state == Some(Attested::NotApplicable) && self.note.trim().is_empty()
    }
}
