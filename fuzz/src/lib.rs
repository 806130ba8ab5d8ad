//! What must hold of any policy that the lint accepts and any draft that the file format accepts.

pub mod invented;
pub mod plans;

use libfuzzer_sys::arbitrary::Unstructured;
use zhichuang::calendar;
use zhichuang::draft::{Date, Draft, file};
use zhichuang::policy::emit::Emit;
use zhichuang::policy::lint::read_sound;
use zhichuang::policy::{Points, Policy};
use zhichuang::readiness::{self, Facts, judge};
use zhichuang::rules;
use zhichuang::scoring::{Assessment, Figures, ItemScore, assess, explain, reasons};

/// Drafts for each policy that is accepted.
const DRAFTS: usize = 8;

/// Reads a policy; one that is accepted must score whatever drafts are made for it.
pub fn try_policy(text: &str, choices: &[u8]) {
    let policy = match read_sound(text) {
        Ok(policy) => policy,
        Err(faults) => return assert!(faults.iter().all(|fault| !fault.is_empty()), "{faults:?}"),
    };
    assert!(!policy.emit().is_empty());
    try_out(&policy, &invented::blank(&policy));
    let mut choices = Unstructured::new(choices);
    for _ in 0..DRAFTS {
        let Ok(Some(draft)) = invented::complete(&policy, &mut choices) else { return };
        let assessment = try_out(&policy, &draft);
        for (item, score) in policy.items.iter().zip(&assessment.items) {
            assert!(score.standing.only().is_some(), "{}: all is known, and not one case is met", item.id);
        }
    }
}

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
        for today in [Date::MIN, Date::MAX] {
            assert!(!reasons(policy, draft, at, score, &why, today).is_empty(), "{}: nothing is said", item.id);
        }
    }
    assert_eq!(assessment.total, assessment.items.iter().map(|score| score.figures).sum());
    assessment
}

/// Judges a draft on its own way, and says all that can be said of it.
pub fn try_way(policy: &Policy, draft: &Draft) {
    let (pathway, today) = (rules::henan_2023_52(), draft.period.to.value.unwrap_or(Date::MIN));
    let judged = judge(pathway, draft, today);
    assert_eq!(judged.states.len(), pathway.requirements.len());
    for requirement in pathway.requirements {
        let facts = Facts { pathway, draft, today };
        let reasons = readiness::explain::reasons(policy, pathway, requirement, &facts);
        assert!(reasons.iter().all(|reason| !reason.words.is_empty()), "{}: nothing is said", requirement.id);
    }
    assert!(calendar::dates(pathway, draft, today).iter().all(|due| due.from <= due.to));
    let file = calendar::ics::calendar(pathway, draft, "fuzz", today, "20260101T000000Z");
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    for plan in draft.plans.iter() {
        assert!(!calendar::annual::report(draft, plan).is_empty());
    }
}

fn some_case_is_open(score: &ItemScore) -> bool {
    (0..32).any(|case| score.open.holds(case))
}
