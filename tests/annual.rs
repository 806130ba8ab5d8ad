//! 年度目标: which years are planned, when their reports are due, and what the report says.

#[path = "common/facts.rs"]
mod facts;

use facts::with_facts;
use zhichuang::calendar::annual;
use zhichuang::draft::{Date, Draft, Field, date, field};
use zhichuang::policy::Policy;
use zhichuang::rules;
use zhichuang::session::{Command, Rows};

fn policy() -> &'static Policy {
    rules::henan_2019_194()
}

fn day(text: &str) -> Date {
    date::parse(text).unwrap()
}

fn blank() -> Draft {
    with_facts(&[])
}

/// It once offered the year after the last one, whether it is assessed or not.
#[test]
fn an_added_year_is_one_that_is_assessed() {
    let next = |draft: &Draft, today: &str| annual::next_year(rules::henan_2023_52(), draft, day(today));
    // Recognised in March 2023: 2023 and 2024 are assessed for certain; 2025 and 2026 are doubtful.
    let mut draft = with_facts(&[("dates.recognized_on", "2023-03-01")]);
    assert_eq!(next(&draft, "2023-05-06"), Some(2023));
    assert_eq!(next(&draft, "2024-05-06"), Some(2024));
    assert_eq!(next(&draft, "2026-05-06"), Some(2024), "of those that are past the last");
    for year in [2024, 2023] {
        assert_eq!(next(&draft, "2026-05-06"), Some(year));
        draft = Command::Plan(Some(year)).apply(policy(), &draft);
    }
    assert_eq!(next(&draft, "2026-05-06"), None, "none that is not assessed");
    assert_eq!(Command::Plan(None).apply(policy(), &draft).plans.get(2).unwrap().year.value, None);
    // Before the recognition is known.
    assert_eq!(next(&blank(), "2026-05-06"), Some(2026));
    let later = Command::Plan(Some(2026)).apply(policy(), &blank());
    assert_eq!(next(&later, "2026-05-06"), Some(2027));
    let last = Command::Plan(Some(2999)).apply(policy(), &blank());
    assert_eq!(next(&last, "2026-05-06"), None, "and none that the file would not take");
}

#[test]
fn the_yearly_report_says_what_was_entered() {
    let mut draft = Command::Add(Rows::Plans).apply(policy(), &blank());
    assert_eq!(annual::outcome_words(draft.plans.get(0).unwrap()), "还没有填写目标。");
    use zhichuang::draft::field::TaskField;
    use zhichuang::policy::Duty;
    for (duty, part, text) in [
        (Duty::Team, TaskField::Target, "40 人"),
        (Duty::Team, TaskField::Outcome, "done"),
        (Duty::Goals, TaskField::Progress, " 创收 500 万元 "),
    ] {
        field::enter(policy(), &mut draft, Field::Task(0, duty, part), text);
    }
    field::enter(policy(), &mut draft, Field::PlanYear(0), "2026");
    field::enter(policy(), &mut draft, Field::Summary(0), "顺利。");
    let plan = draft.plans.get(0).unwrap();
    assert_eq!(annual::outcome_words(plan), "7 项中填写了 2 项：已完成 1 项，没有选结果的 1 项。");
    let report = annual::report(&draft, plan);
    let lines: Vec<&str> = report.split("\r\n").collect();
    assert_eq!(lines[..3], ["2026 年度责任目标完成情况自评估报告", "", "创新中心：示例中心"]);
    assert_eq!(&lines[6..8], ["一、年度建设目标", "完成情况：创收 500 万元"]);
    assert!(report.contains("三、人才队伍建设（已完成）\r\n责任目标：40 人\r\n\r\n四、"), "{report}");
    assert!(report.ends_with("总体评价、存在问题和改进：\r\n顺利。\r\n"), "{report}");
    assert!(!report.contains("主要举措"), "what was not filled in is not there: {report}");
}

#[test]
fn a_plan_says_when_its_report_is_due_or_why_there_is_none() {
    let pathway = rules::henan_2023_52();
    let said = |draft: &Draft, year: &str| {
        let mut draft = Command::Add(Rows::Plans).apply(policy(), draft);
        field::enter(policy(), &mut draft, Field::PlanYear(0), year);
        annual::due_words(pathway, &draft, draft.plans.get(0).unwrap(), day("2026-11-25"))
    };
    let draft = with_facts(&[("dates.recognized_on", "2023-07-01")]);
    assert_eq!(said(&blank(), "2024"), "");
    assert_eq!(said(&draft, ""), "");
    assert!(said(&draft, "2024").contains("自评估报告在 2025-01-31 以前报送"));
    assert!(said(&draft, "2026").contains("这一年满三年、一般作定期评估"));
    assert!(said(&draft, "2026").ends_with("要报送的，在 2027-01-31 以前。"));
    assert!(said(&draft, "2028").contains("不在本轮年度考核之内"));
    let late = with_facts(&[("dates.recognized_on", "2023-12-29")]);
    assert!(said(&late, "2023").contains("认定还不满半年，是否考核，条文没有写明"));
}

#[test]
fn two_plans_of_one_year_are_told() {
    let mut draft = blank();
    for (row, year) in ["2025", "2026", "", ""].into_iter().enumerate() {
        draft = Command::Add(Rows::Plans).apply(policy(), &draft);
        field::enter(policy(), &mut draft, Field::PlanYear(row), year);
    }
    let twins = |draft: &Draft| (0..5).map(|at| annual::has_twin(draft, at)).collect::<Vec<bool>>();
    assert_eq!(twins(&draft), [false; 5], "plans without a year are no twins");
    field::enter(policy(), &mut draft, Field::PlanYear(2), "2025");
    assert_eq!(twins(&draft), [true, false, true, false, false]);
}
