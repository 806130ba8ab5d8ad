//! What the 2019 table gets wrong or leaves open, written down by hand from the text: the machine must
//! find all of it, and nothing else.

use zhichuang::policy::lint::{Finding, findings};
use zhichuang::policy::{NoteKind, Policy};
use zhichuang::rules;

fn overweight(item: &'static str, named: &str, weight: &str) -> Finding {
    Finding::Overweight { item, named: named.into(), weight: weight.into() }
}

fn gap(item: &'static str, above: &str, below: &str) -> Finding {
    Finding::Gap { item, above: above.into(), below: below.into() }
}

fn point(item: &'static str, at: &str, reading: &'static str) -> Finding {
    Finding::Point { item, at: at.into(), reading }
}

fn unstated(item: &'static str, case: &'static str) -> Finding {
    Finding::Unstated { item, case }
}

fn reading(item: &'static str, reading: &'static str, choices: [&'static str; 2]) -> Finding {
    Finding::Reading { item, reading, choices: choices.into() }
}

fn expected() -> Vec<Finding> {
    vec![
        overweight("goals.completion", "30", "25"),
        gap("goals.completion", "20", "25"),
        unstated("team.experts", "没有"),
        reading("funding.rd_ratio", "funding.rd_ratio", ["from_threshold", "from_zero"]),
        unstated("tech.new_ip", "没有新增"),
        reading("innovation.appraisals", "innovation.appraisals", ["per_result", "once_per_level"]),
        unstated("cluster.members", "三类都没有"),
        unstated("sharing.equipment", "未实现"),
        reading("market.core_members", "market.exceeds", ["over_five", "any_excess"]),
        unstated("market.capital", "没有"),
        gap("equity.shares", "0", "2"),
        gap("equity.shares", "4", "6"),
        point("equity.shares", "share = 1/3", "equity.one_third"),
        reading("equity.shares", "equity.one_third", ["middle", "full"]),
        unstated("pilot.line", "都没有"),
        unstated("diffusion.transfers", "没有"),
        unstated("standards.drafting", "没有"),
        reading("standards.drafting", "standards.international", ["as_national", "not_counted"]),
        gap("business.revenue", "0", "1"),
        gap("business.revenue", "4", "5"),
        reading("business.revenue", "business.revenue_window", ["annual_average", "cumulative"]),
        unstated("business.profit", "亏损"),
        unstated("mechanism.set", "一项也没有"),
        unstated("planning.areas", "一个方面也没有"),
    ]
}

#[test]
fn the_machine_finds_what_the_text_gets_wrong_and_nothing_else() {
    assert_eq!(findings(rules::henan_2019_194()), expected());
}

#[test]
fn every_finding_has_its_note_beside_the_row() {
    let policy: &Policy = rules::henan_2019_194();
    for finding in expected() {
        let (item, about) = match &finding {
            Finding::Overweight { item, .. } => (item, NoteKind::Overweight),
            Finding::Gap { item, .. } => (item, NoteKind::Gap),
            Finding::Point { item, .. } => (item, NoteKind::Point),
            Finding::Unstated { item, .. } => (item, NoteKind::Unstated),
            // The question itself is what is shown, with a reason for each choice.
            Finding::Reading { reading, .. } => {
                let reading = policy.readings.iter().find(|one| one.id == *reading).unwrap();
                assert!(reading.question.contains('？') && !reading.why.is_empty(), "{finding:?}");
                assert!(reading.choices.iter().all(|choice| !choice.reason.is_empty()), "{finding:?}");
                continue;
            }
        };
        let item = policy.items.iter().find(|one| one.id == *item).unwrap();
        let notes: Vec<_> = item.notes.iter().filter(|note| note.about == about).collect();
        assert!(matches!(notes.as_slice(), [note] if !note.text.is_empty()), "{finding:?}: {notes:?}");
    }
}

#[test]
fn the_missing_grade_cut_offs_are_noted_for_the_whole_table() {
    let notes = &rules::henan_2019_194().notes;
    assert!(notes.iter().any(|note| note.text.contains("第二十五条") && note.text.contains("没有公布分数线")));
}
