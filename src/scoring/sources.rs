//! What of a draft an item's figures can depend on, under whatever readings.

use super::item::{self, Figures};
use super::measure::Known;
use crate::draft::field::{EvidenceField, MemberField};
use crate::draft::{Draft, Entry, FinanceField, ListName, Path};
use crate::policy::{Award, Figure, Input, Item, Measure, Policy};

impl Item {
    fn measured_by(&'static self, holds: impl Fn(&Measure) -> bool) -> bool {
        self.inputs.iter().flat_map(Input::measures).any(holds)
    }
}

/// Whether the figures of the item at position `at` can change with what stands at a path. More than does at the moment,
/// and never less.
pub fn depends_on(item: &'static Item, at: usize, draft: &Draft, path: &Path) -> bool {
    match path {
        Path::Fact(fact) => item.measured_by(|measure| match measure {
            Measure::Fact(one) => one == fact,
            Measure::FactRatio { part, whole } => part == fact || whole == fact,
            Measure::TrueFacts(facts) => facts.contains(fact),
            _ => false,
        }),
        Path::Reading(reading) => item.readings.contains(reading),
        Path::Discretion => item.cases.iter().any(|case| matches!(case.award, Award::Band { .. })),
        Path::Pick(one) => *one == at,
        Path::PeriodFrom | Path::PeriodTo => {
            item.measured_by(|measure| measure.sums_years() || matches!(measure, Measure::Evidence { .. }))
        }
        Path::Complete(list) => item.measured_by(|measure| match (measure, list) {
            (Measure::Evidence { category, .. }, ListName::Evidence(other)) => category == other,
            (measure, ListName::Finance) => measure.sums_years(),
            (measure, ListName::Members) => counts_members(measure),
            _ => false,
        }),
        Path::Member(_, field) => item.measured_by(|measure| match measure {
            Measure::MemberKinds(_) => *field == MemberField::Kind,
            Measure::Shareholders { .. } => {
                matches!(field, MemberField::Kind | MemberField::Shareholder | MemberField::Rank)
            }
            Measure::LargestShare => matches!(field, MemberField::Shareholder | MemberField::Contribution),
            _ => false,
        }),
        Path::Evidence(_, EvidenceField::Title | EvidenceField::Number) => false,
        Path::Evidence(id, _) => draft.evidence.with_id(id).is_some_and(|entry| {
            let same = |measure: &Measure| matches!(measure, Measure::Evidence { category, .. } if *category == entry.category);
            item.measured_by(same)
        }),
        Path::Finance(_, FinanceField::Year) => item.measured_by(Measure::sums_years),
        Path::Finance(_, FinanceField::Figure(figure)) => item.measured_by(|measure| sums(measure, *figure)),
    }
}

/// Whether the figures of an item can change with an entry being there.
pub fn depends_on_entry(item: &'static Item, entry: &Entry) -> bool {
    match entry {
        Entry::Finance(_) => item.measured_by(Measure::sums_years),
        Entry::Member(member) => item.measured_by(|measure| match measure {
            Measure::Shareholders { .. } | Measure::LargestShare => member.shareholder,
            measure => counts_members(measure),
        }),
        Entry::Evidence(evidence) => item.measured_by(|measure| measure.counts(evidence)),
    }
}

/// The figures of some items alone, by their positions.
pub fn figures(policy: &Policy, draft: &Draft, items: &[usize]) -> Vec<Figures> {
    if items.is_empty() {
        return Vec::new();
    }
    let known = Known::of(policy, draft);
    items.iter().map(|at| item::score(&known, *at).figures).collect()
}

fn counts_members(measure: &Measure) -> bool {
    matches!(measure, Measure::MemberKinds(_) | Measure::Shareholders { .. } | Measure::LargestShare)
}

fn sums(measure: &Measure, figure: Figure) -> bool {
    match measure {
        Measure::FinanceRatio { part, whole } => *part == figure || *whole == figure,
        Measure::FinanceSum(one) | Measure::FinanceAverage(one) => *one == figure,
        _ => false,
    }
}
