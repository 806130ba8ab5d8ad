//! The pathway file: what it holds, and that each slip in it is found where it was made.

use zhichuang::policy::lint::read_sound;
use zhichuang::policy::{Pathway, Policy, pathway};
use zhichuang::rules;

const TABLE: &str = include_str!("../policies/henan-2019-194.toml");
const SOUND: &str = include_str!("../policies/henan-2023-52.toml");

fn read(text: &str) -> Result<(Policy, Pathway), Vec<String>> {
    pathway::read_sound(read_sound(TABLE).unwrap(), text)
}

/// Puts one text in the place of another that marks one place of the file, and expects a fault in these words.
#[track_caller]
fn breaks(from: &str, to: &str, words: &[&str]) {
    assert_eq!(SOUND.matches(from).count(), 1, "{from:?} marks one place of the file");
    let faults = read(&SOUND.replace(from, to)).err().unwrap_or_default();
    let told = |fault: &String| words.iter().all(|word| fault.contains(word));
    assert!(faults.iter().any(told), "{words:?} in {faults:#?}");
}

#[test]
fn it_has_all_stages_requirements_and_dates() {
    let pathway = rules::henan_2023_52();
    let counts: Vec<(&str, usize)> =
        pathway.stages.iter().map(|stage| (stage.id, stage.requirements().count())).collect();
    assert_eq!(counts, [("apply", 36), ("review", 9), ("cultivate", 6), ("acceptance", 9), ("recognition", 6)]);
    let all: Vec<usize> = pathway.stages.iter().flat_map(|stage| stage.requirements()).collect();
    assert_eq!(all, (0..66).collect::<Vec<usize>>(), "each requirement stands in one stage, in order");
    let computed: Vec<&str> =
        pathway.requirements.iter().filter(|one| one.is_computed()).map(|one| one.id).collect();
    assert_eq!(
        computed,
        [
            "org.coinitiators",
            "lead.project_experience",
            "lead.ip",
            "lead.no_violations",
            "plan.team",
            "plan.capital",
            "review.panel",
            "tasks.in_time",
            "recognition.paid_in"
        ]
    );
    let expected: Vec<(&str, Option<&str>)> = pathway
        .requirements
        .iter()
        .filter(|one| one.expected.is_some())
        .map(|one| (one.id, one.expected))
        .collect();
    assert_eq!(expected, [("lead.platform", Some("一般")), ("file.field_open", Some("原则上"))]);
    let dates: Vec<&str> = pathway.dates.iter().map(|date| date.id).collect();
    assert_eq!(
        dates,
        [
            "cultivation_end",
            "publicity_end",
            "rectification_end",
            "assessable_from",
            "annual_report",
            "report_window",
            "report_calendar_month"
        ]
    );
    // A draft file knows the requirements by the very same names, in the same order.
    let named: Vec<(&str, bool)> =
        rules::henan_2019_194().requirements.iter().map(|one| (one.id, one.attested)).collect();
    let own: Vec<(&str, bool)> = pathway.requirements.iter().map(|one| (one.id, !one.is_computed())).collect();
    assert_eq!(named, own);
}

#[test]
fn a_requirement_without_clause_or_words() {
    let start = SOUND.find("id = \"recognition.paid_in\"").unwrap();
    let clause = SOUND[start..].find("clause = \"").unwrap() + start + "clause = \"".len();
    let end = SOUND[clause..].find('"').unwrap() + clause;
    let text = format!("{}{}", &SOUND[..clause], &SOUND[end..]);
    let faults = read(&text).err().unwrap_or_default();
    assert_eq!(faults, ["requirement recognition.paid_in: something is left empty"]);
}

#[test]
fn a_fact_that_is_not_there_or_of_another_kind() {
    breaks(
        "fact = \"apply.valid_ip\", condition",
        "fact = \"apply.ip\", condition",
        &["requirement lead.ip", "unknown fact apply.ip"],
    );
    breaks(
        "{ kind = \"within\", fact = \"apply.last_major_project_on\"",
        "{ kind = \"within\", fact = \"apply.valid_ip\"",
        &["requirement lead.project_experience", "apply.valid_ip is no date"],
    );
    breaks(
        "fact = \"apply.valid_ip\", condition",
        "fact = \"apply.on\", condition",
        &["requirement lead.ip", "apply.on is no number"],
    );
}

#[test]
fn a_fact_that_nothing_uses() {
    breaks(
        "[[fact]]\nid = \"apply.on\"",
        "[[fact]]\nid = \"apply.idle\"\nlabel = \"l\"\nhelp = \"h\"\nkind = \"date\"\n\n[[fact]]\nid = \"apply.on\"",
        &["fact apply.idle", "uses it"],
    );
}

#[test]
fn a_name_that_stands_twice() {
    breaks(
        "id = \"lead.cooperation\"",
        "id = \"lead.facilities\"",
        &["requirement lead.facilities", "named twice"],
    );
    breaks("[[fact]]\nid = \"apply.on\"", "[[fact]]\nid = \"team.total_staff\"", &["team.total_staff", "twice"]);
}

#[test]
fn a_computed_requirement_that_cannot_come_out_either_way() {
    for (condition, words) in [(">= 0", "never be unmet"), ("< 0", "never be met")] {
        breaks(
            "fact = \"apply.valid_ip\", condition = \">= 1\"",
            &format!("fact = \"apply.valid_ip\", condition = \"{condition}\""),
            &["requirement lead.ip", words],
        );
    }
    breaks(
        "{ kind = \"panel_mean\", condition = \">= 80\" }",
        "{ kind = \"panel_mean\", condition = \"> 100\" }",
        &["requirement review.panel", "never be met"],
    );
}

#[test]
fn a_computed_requirement_that_is_decided_before_anything_is_known() {
    let asked = "  { kind = \"is\", fact = \"apply.no_violation_known\", condition = \"yes\" },\n";
    breaks(asked, "", &["requirement lead.no_violations", "decided before anything is known"]);
}

#[test]
fn conditions_that_say_nothing() {
    breaks(
        "fact = \"apply.valid_ip\", condition = \">= 1\"",
        "fact = \"apply.valid_ip\", condition = \"1\"",
        &["requirement lead.ip", "must begin with"],
    );
    breaks(
        "fact = \"apply.valid_ip\", condition = \">= 1\"",
        "fact = \"apply.valid_ip\", condition = \">= 1/3\"",
        &["requirement lead.ip", "six decimals"],
    );
    breaks(
        "fact = \"apply.no_violation_known\", condition = \"yes\"",
        "fact = \"apply.no_violation_known\", condition = \"perhaps\"",
        &["requirement lead.no_violations", "“perhaps” is none of no, yes"],
    );
}

#[test]
fn what_is_only_expected_quotes_the_word() {
    breaks("expected = \"原则上\"", "expected = \"一般\"", &["file.field_open", "does not say"]);
}

#[test]
fn notes_dates_and_figures_lead_somewhere() {
    breaks(
        "about = \"cultivate\"\nkind = \"contradiction\"\ntext = \"培育期的起点",
        "about = \"nowhere\"\nkind = \"contradiction\"\ntext = \"培育期的起点",
        &["nowhere, which is nowhere"],
    );
    breaks(
        "overtaken_by = [\"dates.recognized_on\"]\nrule = { kind = \"after\", of = [\"dates.rectify_from\"]",
        "overtaken_by = [\"dates.some_day\"]\nrule = { kind = \"after\", of = [\"dates.rectify_from\"]",
        &["rectification_end", "unknown fact dates.some_day"],
    );
    breaks(
        "passed_by = [\"dates.listed_on\", \"dates.recognized_on\", \"dates.last_evaluation_on\"]\nlead = \"牵头单位按",
        "passed_by = [\"apply.valid_ip\"]\nlead = \"牵头单位按",
        &["apply.valid_ip is no date"],
    );
    let rule = "rule = { kind = \"working_days\", of = \"dates.publicity_from\", days = 5 }\n\n[[date.clause]]\n";
    breaks(
        rule,
        &format!("{}document = \"\"\nplace = \"\"\nquote = \"\"\n\n[[date.clause]]\n", rule),
        &["publicity_end: its clauses", "left empty"],
    );
    breaks("month = 1, day = 31", "month = 4, day = 31", &["annual_report", "4-31 is no day of every year"]);
    breaks("month = 1, day = 31", "month = 2, day = 29", &["annual_report", "2-29 is no day of every year"]);
    breaks(
        "[[cross_check]]\nid = \"planning\"",
        "[[cross_check]]\nid = \"plan\"",
        &["unknown cross_check planning"],
    );
    breaks(
        "[[cross_check]]\nid = \"planning\"",
        "[[cross_check]]\nid = \"idle\"\nof = { kind = \"members\" }\n\n[[cross_check]]\nid = \"planning\"",
        &["cross_check idle: no requirement names it"],
    );
}

/// What a date follows from may still lie ahead, so it has to be an event; and only days are events.
#[test]
fn what_a_date_follows_from_is_an_event() {
    let listed = "label = \"培育名单发布日期\"\nkind = \"date\"\nevent = true";
    breaks(listed, &listed.replace("\nevent = true", ""), &["fact dates.listed_on", "is no event"]);
    // So does what a stage or a date is overtaken by.
    for fact in ["dates.recognized_on", "dates.last_evaluation_on", "dates.acceptance_applied_on"] {
        let start = SOUND.find(&format!("id = \"{fact}\"")).unwrap();
        let at = start + SOUND[start..].find("event = true\n").unwrap();
        let text = [&SOUND[..at], &SOUND[at + "event = true\n".len()..]].concat();
        let faults = read(&text).err().unwrap_or_default();
        assert!(faults.iter().any(|fault| fault.contains(fact) && fault.contains("is no event")), "{faults:?}");
    }
    let passed = "\"dates.last_evaluation_on\"]\nlead = \"牵头单位按";
    let more = passed.replace("]", ", \"apply.last_violation_on\"]");
    breaks(passed, &more, &["apply.last_violation_on", "is no event"]);
    let count = "label = \"有效发明专利授权和软件著作权\"\nkind = \"count\"";
    breaks(count, &format!("{count}\nevent = true"), &["fact apply.valid_ip is no date"]);
}

#[test]
fn every_consequence_and_duty_stands_once() {
    let duty = SOUND.find("\n[[duty]]\nid = \"mechanism\"").unwrap();
    let faults = read(&SOUND[..duty]).err().unwrap_or_default();
    assert_eq!(faults, ["duty mechanism: stands 0 times"]);
    breaks("id = \"no_subsidy\"", "id = \"rectification\"", &["consequence rectification: stands 2 times"]);
}

#[test]
fn a_key_that_nobody_knows() {
    breaks("[[stage]]\nid = \"review\"", "[[stage]]\nwhim = 1\nid = \"review\"", &["unknown field `whim`"]);
}
