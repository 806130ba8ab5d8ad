//! What can be typed into any field.

use proptest::prelude::*;
use proptest::sample::select;
use zhichuang::draft::Field;
use zhichuang::draft::field::{EvidenceField, MeasureField, MemberField, RequirementField, TaskField};

/// Texts as they are typed, pasted and left half-way: numbers and dates of all kinds, ids, and anything.
pub fn typed() -> impl Strategy<Value = String> {
    let known = [
        "",
        " ",
        "0",
        "5",
        "33",
        "80",
        "100",
        "1000",
        "2024",
        "-1",
        "12.",
        ".5",
        "１２３．４",
        "1,234",
        "1,2",
        "86%",
        "2024-02-29",
        "2023-02-29",
        "2026-07-01",
        "1999-01-01",
        "true",
        "false",
        "full",
        "none",
        "built",
        "lead",
        "national",
        "enterprise",
        "invention",
        "national_top5",
        "met",
        "not_applicable",
        "excellent",
        "partly",
        "evaluation",
        "20",
        "40",
        "2026-10-01 至 2026-10-07",
        "\u{feff}",
        "9999999999999999999999999999999",
    ];
    prop_oneof![
        3 => select(known.map(str::to_owned).to_vec()),
        1 => "[0-9]{1,4}(\\.[0-9]{0,7})?",
        1 => any::<String>(),
    ]
}

/// What stands at the head of a draft.
pub const HEAD: [Field; 7] =
    [Field::Name, Field::Unit, Field::Preparer, Field::Phone, Field::Purpose, Field::PeriodFrom, Field::PeriodTo];
pub const MEMBER: [MemberField; 6] = [
    MemberField::Name,
    MemberField::Kind,
    MemberField::Shareholder,
    MemberField::Lead,
    MemberField::Contribution,
    MemberField::Rank,
];
pub const EVIDENCE: [EvidenceField; 6] = [
    EvidenceField::Title,
    EvidenceField::Number,
    EvidenceField::On,
    EvidenceField::Kind,
    EvidenceField::Level,
    EvidenceField::Role,
];
pub const REQUIREMENT: [RequirementField; 3] =
    [RequirementField::State, RequirementField::Note, RequirementField::Document];
pub const TASK: [TaskField; 4] = [TaskField::Target, TaskField::Measures, TaskField::Progress, TaskField::Outcome];
pub const MEASURE: [MeasureField; 6] = [
    MeasureField::Name,
    MeasureField::Cost,
    MeasureField::Days,
    MeasureField::Certainty,
    MeasureField::Owner,
    MeasureField::Note,
];
