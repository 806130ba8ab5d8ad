//! What must hold of any policy that the lint accepts and any draft that the file format accepts.

pub mod invented;

use zhichuang::draft::{Draft, file};
use zhichuang::policy::{Points, Policy};
use zhichuang::scoring::{Assessment, Figures, ItemScore, assess, explain, reasons};

/// Scores and explains a draft, and writes it down and reads it again.
pub fn try_out(policy: &Policy, draft: &Draft) -> Assessment {
    let written = file::to_text(policy, draft);
    let again = file::read(policy, &written);
    assert_eq!(again.as_ref(), Ok(draft), "reading gives back what was written:\n{written}");

    let assessment = assess(policy, draft);
    for (at, (item, score)) in policy.items.iter().zip(&assessment.items).enumerate() {
        let Figures { floor, declared, ceiling } = score.figures;
        let ordered = Points::ZERO <= floor && floor <= declared && declared <= ceiling && ceiling <= item.max;
        assert!(ordered, "{}: {:?}", item.id, score.figures);
        assert!(some_case_is_open(score), "{}: no case is possible", item.id);
        let why = explain(policy, draft, at, score);
        assert!(!reasons(policy, draft, at, score, &why).is_empty(), "{}: nothing is said", item.id);
    }
    assert_eq!(assessment.total, assessment.items.iter().map(|score| score.figures).sum());
    assessment
}

fn some_case_is_open(score: &ItemScore) -> bool {
    (0..32).any(|case| score.open.holds(case))
}
