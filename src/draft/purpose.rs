//! What a draft is for.

/// 用途: which of the two questions of this page a draft is to answer first. It decides where one is led, and no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A recognised centre, and its evaluation every three years (豫工信联科〔2019〕194号).
    Evaluation,
    /// Not recognised yet: cultivation, acceptance and recognition (豫工信联创新〔2023〕52号).
    Recognition,
}

impl Purpose {
    pub const ALL: [Purpose; 2] = [Purpose::Evaluation, Purpose::Recognition];

    pub fn id(self) -> &'static str {
        match self {
            Purpose::Evaluation => "evaluation",
            Purpose::Recognition => "recognition",
        }
    }

    pub fn from_id(id: &str) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|one| one.id() == id)
    }

    pub fn label(self) -> &'static str {
        match self {
            Purpose::Evaluation => "三年评估",
            Purpose::Recognition => "培育与认定",
        }
    }
}
