//! A draft into which facts were typed.

use zhichuang::draft::{Draft, Field, date, field};
use zhichuang::rules;

/// A draft of the period to 30 June 2026 with these facts and nothing else.
pub fn with_facts(facts: &[(&str, &str)]) -> Draft {
    let policy = rules::henan_2019_194();
    let day = |text: &str| date::parse(text).unwrap();
    let mut draft = Draft::blank(policy, "示例中心", day("2023-07-01"), day("2026-06-30"));
    for (id, text) in facts {
        let fact = policy.facts.iter().position(|fact| fact.id == *id).unwrap();
        field::enter(policy, &mut draft, Field::Fact(fact), text);
    }
    draft
}
