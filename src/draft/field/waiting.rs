//! Texts that become values without being typed again: once what stood in their way is gone, or once a program reads
//! them that understands more.

use super::parse::parse;
use super::{EvidenceField, Field, MeasureField, MemberField, put, text, typed_text};
use crate::draft::{DayList, Draft};
use crate::policy::{FactKind, Figure, Policy};

/// A text that another field stood in the way of counts as soon as it can: a part above its whole, a weight while the
/// five do not sum up, points above a weight, a day that is both off and worked, a period that runs backwards.
pub fn settle_waiting(policy: &Policy, draft: &mut Draft) {
    for field in waiting(policy, draft) {
        let text = text(policy, draft, field);
        if parse(policy, draft, field, &text).is_ok() {
            put(policy, draft, field, &text);
        }
    }
}

/// The fields that depend on others and hold a text, weights before the points that are held to them.
fn waiting(policy: &Policy, draft: &Draft) -> Vec<Field> {
    let mut all = vec![Field::PeriodFrom, Field::PeriodTo];
    for (part, fact) in policy.facts.iter().enumerate() {
        if let FactKind::Count { at_most: Some(whole), .. } = fact.kind {
            all.extend([Field::Fact(part), Field::Fact(whole)]);
        }
    }
    all.extend(DayList::ALL.map(Field::Days));
    let aspects = 0..draft.panel.weights.len();
    all.extend(aspects.clone().map(Field::Weight));
    for expert in 0..draft.panel.experts.len() {
        all.extend(aspects.clone().map(|aspect| Field::Score(expert, aspect)));
    }
    all.retain(|field| typed_text(draft, *field).is_some());
    all
}

/// After a draft was read: a text counts that an older program could not read and this one can.
pub fn settle_read(policy: &Policy, draft: &mut Draft) {
    // What waits for another text finds it settled the second time.
    for field in places(policy, draft).into_iter().chain(places(policy, draft)) {
        if let Some(text) = typed_text(draft, field).cloned()
            && parse(policy, draft, field, &text).is_ok()
        {
            put(policy, draft, field, &text);
        }
    }
}

/// The fields that a text can stand in instead of a value.
fn places(policy: &Policy, draft: &Draft) -> Vec<Field> {
    let facts = (0..policy.facts.len()).map(Field::Fact);
    let items = (0..policy.items.len()).flat_map(|at| [Field::Pick(at), Field::Expert(at)]);
    let years = (0..draft.finance.len()).flat_map(|at| {
        [Field::Year(at)].into_iter().chain(Figure::ALL.iter().map(move |one| Field::Finance(at, *one)))
    });
    let members = (0..draft.members.len()).map(|at| Field::Member(at, MemberField::Contribution));
    let evidence = (0..draft.evidence.len()).map(|at| Field::Evidence(at, EvidenceField::On));
    let lines = (0..draft.lines.len()).map(Field::LinePoints);
    let measures = (0..draft.measures.len())
        .flat_map(|at| [MeasureField::Cost, MeasureField::Days].map(|part| Field::Measure(at, part)));
    let plans = (0..draft.plans.len()).flat_map(|at| [Field::PlanYear(at), Field::ReportedOn(at)]);
    facts
        .chain(items)
        .chain(years)
        .chain(members)
        .chain(evidence)
        .chain(lines)
        .chain(plans)
        .chain(measures)
        .chain(waiting(policy, draft))
        .collect()
}
