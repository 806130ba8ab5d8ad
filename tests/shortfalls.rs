//! What is said of computed requirements and of the mock panel: by how much they miss, and what they wait for.

use zhichuang::draft::field::MemberField;
use zhichuang::draft::{Date, Draft, FactValue, Field, date, field};
use zhichuang::policy::{Category, CrossCheck, Policy, Requirement};
use zhichuang::readiness::{Facts, State, Verdict, cross_checks, explain, panel};
use zhichuang::rules;
use zhichuang::session::{Command, Rows};

const TODAY: &str = "2026-11-25";

fn policy() -> &'static Policy {
    rules::henan_2019_194()
}

fn day(text: &str) -> Date {
    date::parse(text).unwrap()
}

fn blank() -> Draft {
    Draft::blank(policy(), "示例中心", day("2023-07-01"), day("2026-06-30"))
}

fn position(id: &str) -> usize {
    policy().facts.iter().position(|fact| fact.id == id).unwrap()
}

fn with(facts: &[(&str, &str)]) -> Draft {
    let mut draft = blank();
    for (id, text) in facts {
        field::enter(policy(), &mut draft, Field::Fact(position(id)), text);
    }
    draft
}

fn requirement(id: &str) -> &'static Requirement {
    rules::henan_2023_52().requirements.iter().find(|one| one.id == id).unwrap()
}

/// All that is said of a requirement.
fn said(id: &str, draft: &Draft) -> String {
    let facts = Facts { pathway: rules::henan_2023_52(), draft, today: day(TODAY) };
    let reasons = explain::reasons(policy(), rules::henan_2023_52(), requirement(id), &facts);
    reasons.into_iter().map(|reason| reason.words).collect::<Vec<_>>().join("")
}

fn shortfall(id: &str, draft: &Draft) -> Option<String> {
    let facts = Facts { pathway: rules::henan_2023_52(), draft, today: day(TODAY) };
    explain::shortfall(policy(), rules::henan_2023_52(), requirement(id), &facts)
}

#[test]
fn numbers_say_how_much_is_missing() {
    for (id, facts, expected) in [
        ("plan.team", &[][..], "还没有填“专业技术研发人员”。"),
        ("plan.team", &[("apply.team_size", "26")], "“专业技术研发人员” 26 人，还差 4 人。"),
        ("plan.team", &[("apply.team_size", "30")], "“专业技术研发人员” 30 人，达到要求：不少于 30 人。"),
        (
            "plan.capital",
            &[("apply.registered_capital", "999.999999")],
            "“依托载体公司注册资本” 999.999999 万元，还差 0.000001 万元。",
        ),
        ("org.coinitiators", &[("apply.coinitiators", "5")], "“联合发起的龙头、头部、骨干企业” 5 个，多出 3 个。"),
        (
            "recognition.paid_in",
            &[("capital.subscribed", "1000"), ("capital.paid_in", "950")],
            "“股东单位认缴出资合计” 1000 万元，达到要求：大于 0 万元。“股东单位实缴出资合计” 950 万元，“股东单位认缴出资合计” 1000 万元，还差 50 万元。",
        ),
        (
            "recognition.paid_in",
            &[("capital.subscribed", "0")],
            "“股东单位认缴出资合计” 0 万元，要求大于 0 万元。还没有填“股东单位实缴出资合计”。",
        ),
    ] {
        assert_eq!(said(id, &with(facts)), expected, "{id} {facts:?}");
    }
    assert_eq!(shortfall("plan.team", &with(&[("apply.team_size", "29")])).as_deref(), Some("还差 1 人"));
    assert_eq!(shortfall("plan.team", &with(&[("apply.team_size", "30")])), None);
    assert_eq!(shortfall("plan.team", &blank()), None);
    // Of two tests that fail, the one with an amount tells.
    let violation = with(&[
        ("apply.on", "2026-03-01"),
        ("apply.no_violation_known", "false"),
        ("apply.last_violation_on", "2023-03-01"),
    ]);
    let gap = shortfall("lead.no_violations", &violation).unwrap();
    assert!(gap.ends_with("2026-03-02 起才超过，还差 1 天"), "{gap}");
    assert_eq!(shortfall("lead.no_violations", &with(&[("apply.no_violation_known", "false")])), None);
}

#[test]
fn days_say_how_far_off_they_are() {
    let on = ("apply.on", "2026-03-01");
    for (id, facts, expected) in [
        (
            "lead.project_experience",
            &[on, ("apply.last_major_project_on", "2021-02-26")][..],
            "“最近一项国家或省级重点研发项目的完成日期”是 2021-02-26，比“申报日期”以前 5 年的起点 2021-03-01 早 3 天。",
        ),
        (
            "lead.project_experience",
            &[on, ("apply.last_major_project_on", "2026-03-02")],
            "“最近一项国家或省级重点研发项目的完成日期”是 2026-03-02，晚于“申报日期”（2026-03-01），请核对。",
        ),
        ("lead.project_experience", &[on], "还没有填“最近一项国家或省级重点研发项目的完成日期”。"),
        (
            "lead.no_violations",
            &[on, ("apply.no_violation_known", "true")],
            "“经查，近三年内没有违法行为”填的是“是”，符合要求。",
        ),
        (
            "lead.no_violations",
            &[on, ("apply.no_violation_known", "false"), ("apply.last_violation_on", "2023-03-01")],
            "“经查，近三年内没有违法行为”填的是“否”，不符合要求。“最近一次违法行为的日期”是 2023-03-01，离“申报日期”（2026-03-01）不超过 3 年，2026-03-02 起才超过，还差 1 天。",
        ),
        ("tasks.in_time", &[("dates.listed_on", "2024-11-30")], "还没有提出申请，期限是 2026-11-30，还有 5 天。"),
        ("tasks.in_time", &[("dates.listed_on", "2024-11-25")], "还没有提出申请，期限 2026-11-25 就是今天。"),
        (
            "tasks.in_time",
            &[("dates.listed_on", "2024-11-20")],
            "“提出验收（认定）申请的日期”未填，期限是 2026-11-20，已超过 5 天还没有提出申请。",
        ),
        (
            "tasks.in_time",
            &[("dates.listed_on", "2024-11-20"), ("dates.acceptance_applied_on", "2026-11-22")],
            "“提出验收（认定）申请的日期”是 2026-11-22，晚于期限 2026-11-20，逾期 2 天。",
        ),
    ] {
        assert_eq!(said(id, &with(facts)), expected, "{id} {facts:?}");
    }
}

/// The first day on which three years are over is such a day, and the day before is not, leap days and all.
#[test]
fn the_day_from_which_one_may_apply_is_the_first() {
    for back in ["2024-02-29", "2021-02-28", "2023-03-01", "2020-12-31"] {
        let state = |on: &str| {
            let draft =
                with(&[("apply.no_violation_known", "true"), ("apply.last_violation_on", back), ("apply.on", on)]);
            (
                requirement("lead.no_violations").holds(&Facts {
                    pathway: rules::henan_2023_52(),
                    draft: &draft,
                    today: day(TODAY),
                }),
                shortfall("lead.no_violations", &draft),
            )
        };
        let (_, gap) = state(back);
        let gap = gap.unwrap();
        let (_, rest) = gap.split_once("年，").unwrap();
        let first = day(&rest[..10]);
        assert_eq!(state(&first.to_string()).0, Some(true), "{back}: {first}");
        assert_eq!(state(&first.previous_day().unwrap().to_string()).0, Some(false), "{back}: before {first}");
    }
}

/// A draft with experts who gave these points.
fn panel_of(experts: &[[&str; 5]]) -> Draft {
    let mut draft = blank();
    for (row, points) in experts.iter().enumerate() {
        draft = Command::Add(Rows::Experts).apply(policy(), &draft);
        for (aspect, points) in points.iter().enumerate() {
            field::enter(policy(), &mut draft, Field::Score(row, aspect), points);
        }
    }
    draft
}

#[test]
fn the_panel_says_what_its_mean_needs() {
    let eighty = ["16", "16", "16", "16", "16"];
    let just_below = ["16", "16", "16", "16", "15.999999"];
    let hundred = ["20"; 5];
    let open = ["16", "16", "16", "16", ""];
    for (experts, expected) in [
        (&[][..], "专家组 3—5 人，平均分 80 分以上的方可列入现场考察的范围，是否列入由专家组确定。"),
        (&[eighty; 3], "平均 80 分。已达到 80 分。"),
        // A mean is never shown as the line that it misses.
        (
            &[eighty, eighty, just_below],
            "平均 79.999999 分。平均分距 80 分还差 0.000001 分：全体专家的总分合计还差 0.000001 分。",
        ),
        (
            &[eighty, eighty, ["16", "16", "16", "16", "15.99"]],
            "平均 79.997 分。平均分距 80 分还差 0.003 分：全体专家的总分合计还差 0.01 分。",
        ),
        // 77.1666… is shown as 77.17: what is said to lack once was 2.84, which is 80.01 together.
        (
            &[eighty, eighty, ["16", "16", "16", "16", "7.5"]],
            "平均 77.17 分。平均分距 80 分还差 2.83 分：全体专家的总分合计还差 8.5 分。",
        ),
        (&[eighty, hundred], "还差 1 位专家，平均每位至少 60 分才能到 80 分。"),
        (&[["14"; 5], ["14"; 5]], "还差 1 位专家，平均每位至少 100 分才能到 80 分。"),
        (&[eighty, open], "还有 1 位专家的总分没有填齐，另差 1 位专家，平均每位至少 80 分才能到 80 分。"),
        (
            &[open, open],
            "还没有一位专家的总分填齐。专家组 3—5 人，平均分 80 分以上的方可列入现场考察的范围，是否列入由专家组确定。",
        ),
        (&[eighty, eighty, open], "还有 1 位专家的总分没有填齐，平均每位至少 80 分才能到 80 分。"),
        (
            &[hundred, hundred, hundred, hundred, open],
            "还有 1 位专家的总分没有填齐，平均每位至少 0 分才能到 80 分。",
        ),
        (&[["1"; 5], ["1"; 5], open], "还有 1 位专家的总分没有填齐；其余都打满分，平均分也到不了 80 分。"),
    ] {
        assert_eq!(said("review.panel", &panel_of(experts)), expected, "{experts:?}");
    }
    let line = panel::line(rules::henan_2023_52()).unwrap();
    assert_eq!(panel::mean_words(zhichuang::policy::Fraction::new(2405, 30), line), "80.17");
}

#[test]
fn what_the_score_knows_is_offered_once_and_a_difference_is_told() {
    let pathway = rules::henan_2023_52();
    let offered = |draft: &Draft, id| cross_checks::offered(policy(), pathway, draft, position(id));
    let staff = with(&[("team.stable_staff", "34")]);
    let offer = offered(&staff, "apply.team_size").unwrap();
    assert_eq!((offer.text.as_str(), offer.conflict), ("34", false));
    assert_eq!(offered(&with(&[("team.stable_staff", "34"), ("apply.team_size", "34")]), "apply.team_size"), None);
    let conflict =
        offered(&with(&[("team.stable_staff", "34"), ("apply.team_size", "31")]), "apply.team_size").unwrap();
    assert!(conflict.conflict);
    assert_eq!(conflict.words, "评估表的“稳定工作半年以上的人员”是 34，这里填的是 31，两处不一致，请核对。");
    assert_eq!(offered(&blank(), "apply.team_size"), None);
    assert_eq!(offered(&blank(), "apply.registered_capital"), None);
    let mut draft = blank();
    for (row, contribution) in ["600", "400.5"].into_iter().enumerate() {
        draft = Command::Add(Rows::Members).apply(policy(), &draft);
        field::enter(policy(), &mut draft, Field::Member(row, MemberField::Shareholder), "true");
        // As long as one is missing, there is no sum.
        assert_eq!(offered(&draft, "capital.subscribed"), None);
        field::enter(policy(), &mut draft, Field::Member(row, MemberField::Contribution), contribution);
    }
    assert_eq!(offered(&draft, "capital.subscribed").unwrap().text, "1000.5");
    assert_eq!(offered(&draft, "apply.registered_capital").unwrap().text, "1000.5");
    // What stands for no figure of the score is offered nothing.
    assert_eq!(offered(&draft, "capital.paid_in"), None);
}

/// Points above one weight were once told under the weight that was being typed.
#[test]
fn the_fault_of_a_weight_is_told_where_it_is() {
    let mut draft = panel_of(&[["20", "1", "1", "1", "1"]]);
    for (aspect, text) in [(0, "10"), (1, "30")] {
        field::enter(policy(), &mut draft, Field::Weight(aspect), text);
    }
    let fault = |aspect| field::fault(policy(), &draft, Field::Weight(aspect)).map(|(fault, _)| fault.to_string());
    assert_eq!(fault(0).as_deref(), Some("已有专家给出 20 分，分值不能比给出的分数小。"));
    assert_eq!(fault(1).as_deref(), Some("“重点行业的符合性”的分值比专家已给的分数小，改好后一起生效。"));
    assert_eq!(fault(2), None);
}

#[test]
fn what_is_hardly_meant_is_told() {
    let doubt = |draft: &Draft, id: &str| {
        let facts = Facts { pathway: rules::henan_2023_52(), draft, today: day(TODAY) };
        cross_checks::doubt(policy(), rules::henan_2023_52(), &facts, position(id))
    };
    let draft = with(&[("dates.listed_on", "2026-05-02"), ("dates.recognized_on", "2026-05-01")]);
    let told = |id| doubt(&draft, id);
    assert_eq!(
        told("dates.recognized_on").as_deref(),
        Some("早于“培育名单发布日期”（2026-05-02），请核对两个日期。")
    );
    assert_eq!(told("dates.listed_on"), None);
    let paid = with(&[("capital.subscribed", "1000"), ("capital.paid_in", "1000.000001")]);
    let told_of = |draft: &Draft, id| doubt(draft, id);
    assert_eq!(told_of(&paid, "capital.paid_in").as_deref(), Some("多于“股东单位认缴出资合计”（1000），请核对。"));
    let all_paid = with(&[("capital.subscribed", "1000"), ("capital.paid_in", "1000")]);
    assert_eq!(told_of(&all_paid, "capital.paid_in"), None);
    // Typed it would be half a date; a file may hold it.
    let mut long_ago = with(&[("apply.last_violation_on", "1949-01-01")]);
    let facts = std::sync::Arc::make_mut(&mut long_ago.facts);
    facts[position("apply.on")].value = Some(FactValue::Day(day("0202-03-01")));
    assert_eq!(told_of(&long_ago, "apply.on").as_deref(), Some("年份是 202 年，请核对。"));
    assert_eq!(told_of(&long_ago, "apply.last_violation_on"), None);
    // One may plan to apply; what dates follow from has happened.
    let ahead = with(&[("apply.on", "2026-11-26"), ("dates.listed_on", "2026-11-26")]);
    assert_eq!(told_of(&ahead, "apply.on"), None);
    assert_eq!(
        told_of(&ahead, "dates.listed_on").as_deref(),
        Some("这一天还没有到，按计划处理：由它推算的日期标明“计划”，不作为已经发生。")
    );
    assert_eq!(told_of(&with(&[("dates.listed_on", TODAY)]), "dates.listed_on"), None);
    let same_day = with(&[("dates.listed_on", "2026-05-01"), ("dates.recognized_on", "2026-05-01")]);
    assert_eq!(doubt(&same_day, "dates.recognized_on"), None);
}

#[test]
fn what_was_entered_for_the_score_is_told_beside() {
    let words = |draft: &Draft, id: &str| -> Vec<String> {
        requirement(id).cross_checks.iter().map(|one| cross_checks::words(policy(), draft, one)).collect()
    };
    assert_eq!(
        words(&blank(), "org.research_members"),
        ["成员表还没有填。", "成员表里股东的认缴出资额还没有填齐。"]
    );
    let draft = zhichuang::draft::file::read(policy(), include_str!("cases/ordinary.draft.json")).unwrap();
    let projects = requirement("recognition.mission").cross_checks;
    let words: Vec<String> = projects.iter().map(|one| cross_checks::words(policy(), &draft, one)).collect();
    assert_eq!(words, ["佐证材料里的“承担项目”：省级及省厅级 1 项、省辖市级 2 项。"]);
    let ip = cross_checks::words(policy(), &draft, &CrossCheck::Evidence(Category::Ip));
    assert_eq!(ip, "佐证材料里的“知识产权”：软件著作权 1 项。");
    for requirement in rules::henan_2023_52().requirements {
        for one in requirement.cross_checks {
            let words = cross_checks::words(policy(), &draft, one);
            assert!(words.ends_with('。') && !words.contains("还没有"), "{}: {words}", requirement.id);
        }
    }
}

/// What a state and a verdict are called on the page and on paper.
#[test]
fn states_and_verdicts_have_their_words() {
    assert_eq!(State::ALL.map(State::label), ["符合", "不符合", "待核实", "不适用"]);
    let verdicts = [Verdict::Ready, Verdict::Unverified, Verdict::Blocked];
    assert_eq!(verdicts.map(Verdict::label), ["条件均已符合", "有待核实项", "有不符合项"]);
}
