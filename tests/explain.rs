//! What is said beside a row: what is missing, what the next step adds, how near the next fall is.
//!
//! The sentences are pinned as they are read, because they are what people act on.

use rust_decimal::Decimal;
use serde_json::{Value, json};
use zhichuang::draft::{Date, Draft, file};
use zhichuang::rules;
use zhichuang::scoring::explain::LeftOut;
use zhichuang::scoring::{self, Explanation, ItemScore, assess, explain, words};

fn draft(more: Value) -> Draft {
    let mut draft = json!({
        "format": "zhichuang-draft", "version": 2, "policy": "henan-2019-194", "name": "示例中心",
        "period": {"from": "2023-07-01", "to": "2026-06-30"},
    });
    draft.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    file::read(rules::henan_2019_194(), &draft.to_string())
        .unwrap_or_else(|refused| panic!("{:#?}", refused.faults()))
}

/// Everything that is said of one item.
#[derive(Debug, Default, PartialEq, Eq)]
struct Said {
    next: Option<String>,
    cliffs: Vec<String>,
    missing: Vec<String>,
    exhausted: Option<String>,
}

fn explained(item: &str, more: Value) -> (ItemScore, Explanation, Said) {
    let (policy, draft) = (rules::henan_2019_194(), draft(more));
    let at = policy.items.iter().position(|one| one.id == item).unwrap();
    let item = &policy.items[at];
    let score = assess(policy, &draft).items.swap_remove(at);
    let explanation = explain(policy, &draft, at, &score);
    let said = Said {
        next: explanation.next.as_ref().map(|step| words::next_step(policy, item, step)),
        cliffs: explanation.cliffs.iter().map(|cliff| words::cliff(item, cliff)).collect(),
        missing: explanation.missing.iter().map(|missing| words::missing(policy, missing)).collect(),
        exhausted: explanation.exhausted.then(|| words::exhausted(item, &score)),
    };
    (score, explanation, said)
}

fn said(item: &str, more: Value) -> Said {
    explained(item, more).2
}

fn next(sentence: &str) -> Option<String> {
    Some(sentence.to_owned())
}

fn all(sentences: &[&str]) -> Vec<String> {
    sentences.iter().map(|&sentence| sentence.to_owned()).collect()
}

fn facts(facts: Value) -> Value {
    json!({ "facts": facts })
}

fn with(mut one: Value, other: Value) -> Value {
    one.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    one
}

/// A period of one year with these sums of cost, research and revenue.
fn finance(cost: &str, rd: &str, revenue: &str) -> Value {
    json!({
        "period": {"from": "2024-01-01", "to": "2024-12-31"},
        "finance": [{"year": 2024, "cost": cost, "rd": rd, "revenue": revenue}],
    })
}

/// A complete list of shareholders with these contributions, all of one rank.
fn shareholders(rank: &str, contributions: &[&str]) -> Value {
    let members = contributions
        .iter()
        .map(|sum| json!({"kind": "enterprise", "shareholder": true, "contribution": sum, "rank": rank}));
    json!({"members": members.collect::<Vec<_>>(), "complete": ["members"]})
}

/// A complete list of one category.
fn evidence(category: &str, entries: &[Value]) -> Value {
    let dated = |entry: &Value| with(json!({"category": category, "on": "2024-05-06"}), entry.clone());
    json!({"evidence": entries.iter().map(dated).collect::<Vec<_>>(), "complete": [category]})
}

#[test]
fn goals() {
    let item = "goals.completion";
    assert_eq!(
        said(item, json!({})),
        Said {
            missing: all(&["未填“建设目标完成率”", "未填“取得良好的经济和社会效益”"]), ..Said::default()
        }
    );
    assert_eq!(
        said(item, facts(json!({"goals.completion_rate": "86.5", "goals.good_benefits": true}))),
        Said {
            next: next(
                "“建设目标完成率”达到 100%（还差 13.5 个百分点），\
                 即可按“全面完成，并取得良好的经济和社会效益”计分，本项自评增加 10 分。"
            ),
            cliffs: all(&["“建设目标完成率”再降低 6.5 个百分点就到 80%，一旦低于 80%，本项降为 10 分。"]),
            ..Said::default()
        }
    );
    assert_eq!(
        said(item, facts(json!({"goals.completion_rate": "100", "goals.good_benefits": false}))).next,
        next("“取得良好的经济和社会效益”为“是”，本项自评增加 10 分。")
    );
    assert_eq!(
        said(item, facts(json!({"goals.completion_rate": "100", "goals.good_benefits": true}))),
        Said {
            cliffs: all(&["“建设目标完成率”正好是 100%，稍有降低，本项降为 15 分。"]), ..Said::default()
        }
    );
}

#[test]
fn goals_in_proportion_have_no_cliff_where_the_line_is_unbroken() {
    let near_eighty = |rate: &str| {
        let facts = facts(json!({"goals.completion_rate": rate, "goals.good_benefits": true}));
        said("goals.completion", with(facts, json!({"discretion": "proportional"})))
    };
    assert_eq!(
        near_eighty("78").next,
        next(
            "“建设目标完成率”达到 80%（还差 2 个百分点），即可按“完成率 80% 及以上”计分，本项自评增加 0.5 分。\
             在此之前，每升高 1 个百分点增加 0.25 分。"
        )
    );
    assert_eq!(near_eighty("81").cliffs, all(&[]));
}

#[test]
fn a_pick_is_what_steps_and_cliffs_are_measured_from() {
    let item = "goals.completion";
    let picked = |pick: &str| {
        let facts = facts(json!({"goals.completion_rate": "82", "goals.good_benefits": true}));
        explained(item, with(facts, json!({"self_awarded": {item: pick}})))
    };
    let (score, explanation, kept) = picked("18");
    assert_eq!(words::pick(&score), "可得 15—20 分");
    assert_eq!(explanation.next.map(|step| step.adds.to_string()), Some("7.00".into()));
    // Below 80% the most is 15, whatever was asked.
    assert_eq!(kept.cliffs, all(&["“建设目标完成率”再降低 2 个百分点就到 80%，一旦低于 80%，本项降为 15 分。"]));
    let (score, ..) = picked("23");
    assert!(score.pick.is_some_and(|pick| pick.moved));
    assert_eq!(words::pick(&score), "可得 15—20 分；自报 23 分超出了范围，按 20 分计。");
    let mock = |points: &str| words::expert(Decimal::from_str_exact(points).unwrap(), &score);
    assert_eq!([mock("20"), mock("21.5"), mock("19.99")], ["与自评相同", "比自评高 1.5 分", "比自评低 0.01 分"]);
}

#[test]
fn a_pick_does_not_hide_what_is_missing() {
    let said = said("goals.completion", json!({"self_awarded": {"goals.completion": "12"}}));
    assert_eq!(said.missing, all(&["未填“建设目标完成率”", "未填“取得良好的经济和社会效益”"]));
}

#[test]
fn team() {
    let item = "team.researchers";
    let team = |staff: u32, technical: u32, total: u32| {
        said(
            item,
            facts(json!({
                "team.stable_staff": staff, "team.technical_staff": technical, "team.total_staff": total
            })),
        )
    };
    assert_eq!(
        team(26, 30, 75),
        Said {
            next: next(
                "“科技人员占职工总数的比例”超过 50%（还差 10 个百分点），\
                 并且“稳定工作半年以上的人员”达到 30 人（还差 4 人），\
                 即可按“30 人以上，且科技人员占比超过 50%”计分，本项自评增加 2 分。"
            ),
            ..Said::default()
        }
    );
    assert_eq!(
        team(30, 25, 50).next,
        next(
            "“科技人员占职工总数的比例”超过 50%（现在正好是 50%），\
             即可按“30 人以上，且科技人员占比超过 50%”计分，本项自评增加 2 分。"
        )
    );
    assert_eq!(
        team(31, 31, 60).cliffs,
        all(&[
            "“稳定工作半年以上的人员”再减少 2 人（只剩 29 人），本项为 0 分。",
            "“科技人员占职工总数的比例”再降低 1.67 个百分点，到 50%，本项为 0 分。",
        ])
    );
    let without_total = facts(json!({"team.stable_staff": 26, "team.technical_staff": 30}));
    assert_eq!(said(item, without_total).missing, all(&["未填“职工总数”"]));
    assert_eq!(
        said("team.experts", facts(json!({"team.lead_expert": false}))).next,
        next("“拥有本领域院士或行业领军专家”为“是”，本项自评增加 2 分。")
    );
}

#[test]
fn funding() {
    let item = "funding.rd_ratio";
    let from_zero = || json!({"readings": {item: "from_zero"}});
    let name = "“研发费用占成本费用支出总额的比例”";
    assert_eq!(
        said(item, finance("1000", "200", "1")),
        Said {
            next: Some(format!(
                "{name}超过 30%（还差 10 个百分点），即可按“超过 30%”计分，本项自评增加 2 分。\
                 在此之前，每升高 1 个百分点增加 0.2 分。"
            )),
            ..Said::default()
        }
    );
    assert_eq!(
        said(item, finance("1000", "80", "1")).next,
        Some(format!(
            "{name}超过 30%（还差 22 个百分点），即可按“超过 30%”计分，本项自评增加 4 分。\
             到 10% 以后，每升高 1 个百分点增加 0.2 分。"
        ))
    );
    // What a whole percentage point more is worth is said only where one still fits.
    assert_eq!(
        ["290", "295"].map(|rd| said(item, finance("1000", rd, "1")).next),
        [
            Some(format!(
                "{name}超过 30%（还差 1 个百分点），即可按“超过 30%”计分，本项自评增加 0.2 分。\
                 在此之前，每升高 1 个百分点增加 0.2 分。"
            )),
            Some(format!("{name}超过 30%（还差 0.5 个百分点），即可按“超过 30%”计分，本项自评增加 0.1 分。")),
        ]
    );
    // From the threshold on points begin at nothing, so falling below it loses nothing at once.
    assert_eq!(said(item, finance("1000", "105", "1")).cliffs, all(&[]));
    let above = said(item, with(finance("1000", "105", "1"), from_zero()));
    assert_eq!(above.cliffs, [format!("{name}再降低 0.5 个百分点就到 10%，一旦低于 10%，本项为 0 分。")]);
    assert!(above.next.is_some_and(|next| next.ends_with("在此之前，每升高 1 个百分点增加约 0.13 分。")));
    assert_eq!(
        said(item, with(finance("1000", "95", "1"), from_zero())).next,
        Some(format!(
            "{name}达到 10%（还差 0.5 个百分点），即可按“10% 至 30% 之间，从 0 起按比例”计分，本项自评增加 1.33 分。"
        ))
    );
    assert_eq!(said(item, finance("1000", "300", "1")), Said::default());
    assert_eq!(said(item, finance("0", "0", "1")).missing, all(&["成本费用支出总额合计为 0，无法计算比例"]));
    assert_eq!(said(item, json!({})).missing, all(&["还没有填写考评期内任何年度的财务数据"]));
    let one_blank = json!({"finance": [{"year": 2024, "cost": "5", "rd": "1"}, {"year": 2025, "cost": "5"}]});
    let open =
        "考评期内 2023、2026 年还没有填；“财务数据”未勾选“已填写完整”，最低可得和最高可得都按还可能新增计算";
    assert_eq!(said(item, one_blank).missing, all(&["有年度未填“研发费用”", open]));
    let no_year = json!({"finance": [{"cost": "5", "rd": "1", "typed": {"year": ""}}]});
    assert_eq!(said(item, no_year).missing, all(&["有一行财务数据没有填年度，合计暂不能确定"]));
    let mut outside = finance("1000", "300", "1");
    outside["finance"][0]["year"] = json!(2012);
    assert_eq!(said(item, outside).missing, all(&["还没有填写考评期内任何年度的财务数据"]));
}

/// A year outside the period was counted without a word.
#[test]
fn a_year_outside_the_period_is_told() {
    let mut draft = finance("1000", "300", "480");
    draft["finance"]
        .as_array_mut()
        .unwrap()
        .push(json!({"year": 2012, "cost": "1", "rd": "1", "revenue": "9000"}));
    for item in ["funding.rd_ratio", "business.revenue"] {
        let (policy, draft) = (rules::henan_2019_194(), self::draft(draft.clone()));
        let at = policy.items.iter().position(|one| one.id == item).unwrap();
        let assessment = assess(policy, &draft);
        let score = &assessment.items[at];
        let lines = scoring::reasons(policy, &draft, at, score, &explain(policy, &draft, at, score), Date::MIN);
        let shown: Vec<String> = lines.iter().map(|line| format!("{} {}", line.mark, line.text)).collect();
        assert!(shown.contains(&"未计入 2012 年不在考评期内，不计入合计。".to_owned()), "{shown:#?}");
        if item == "business.revenue" {
            let used = "依据 年均创收：480 万元（合计 480 万元，考评期 12 个月）";
            assert!(shown.contains(&used.to_owned()), "{shown:#?}");
        }
    }
}

/// What is shown of a step or a cliff holds under all the readings that were chosen together.
#[test]
fn steps_follow_all_chosen_readings() {
    let goals = |rate: &str, readings: Value| {
        let draft =
            json!({"facts": {"goals.completion_rate": rate, "goals.good_benefits": false}, "readings": readings});
        said("goals.completion", draft).next.unwrap_or_default()
    };
    let step = |words: &str| format!("“建设目标完成率”{words}，即可按");
    assert!(
        goals("50", json!({})).starts_with(&step("达到 60%（还差 10 个百分点）")),
        "{}",
        goals("50", json!({}))
    );
    let lower = goals("50", json!({"goals.at_sixty": "lower"}));
    assert!(lower.starts_with(&step("超过 60%（还差 10 个百分点）")), "{lower}");
    assert_eq!(goals("100", json!({})), "“取得良好的经济和社会效益”为“是”，本项自评增加 10 分。");
    assert_eq!(goals("100", json!({"goals.benefits": "bracket"})), "");
    assert!(goals("90", json!({"goals.benefits": "bracket"})).contains("只看完成率"));
}

#[test]
fn judgement() {
    assert_eq!(said("tech.progress", json!({})).missing, all(&["由专家酌情评定，可以自报分数"]));
    let picked = json!({"self_awarded": {"tech.progress": "4.5"}});
    assert_eq!(said("tech.progress", picked), Said::default());
}

#[test]
fn projects() {
    let item = "innovation.projects";
    let of = |levels: &[&str]| {
        let entries: Vec<Value> = levels.iter().map(|level| json!({"level": level, "role": "lead"})).collect();
        said(item, evidence("project", &entries))
    };
    assert_eq!(of(&[]).next, next("再增加 1 项“国家级及国家部委项目”，本项自评增加 2 分。"));
    assert_eq!(
        of(&["national", "provincial", "city"]).next,
        next("再增加 1 项“牵头承担的省辖市级项目”，本项自评增加 0.5 分。")
    );
    assert_eq!(of(&["national"]).exhausted, None);
    let full = Said { exhausted: next("本项已满 4 分，再增加也不加分。"), ..Said::default() };
    assert_eq!(of(&["national", "national"]), full);
}

#[test]
fn appraisals_under_either_reading() {
    let item = "innovation.appraisals";
    let two = || evidence("appraisal", &[json!({"level": "international"}), json!({"level": "domestic"})]);
    assert_eq!(said(item, two()).next, next("再增加 1 项“国内先进或国内领先的成果”，本项自评增加 1 分。"));
    let once = json!({"readings": {item: "once_per_level"}});
    assert_eq!(said(item, with(two(), once)).exhausted, next("按所选口径已到最高 3 分，再增加也不加分。"));
}

#[test]
fn platforms() {
    let item = "cluster.platforms";
    let full = evidence("platform", &[json!({"level": "national"}), json!({"level": "provincial"})]);
    assert_eq!(said(item, full), Said { exhausted: next("本项已满 3 分，再增加也不加分。"), ..Said::default() });
    let undated = json!({"evidence": [
        {"category": "platform", "level": "national"}, {"category": "platform", "level": "provincial"},
    ]});
    assert_eq!(
        said(item, undated).missing,
        all(&[
            "“创新平台”有 2 条没有填批准日，只计入最高可得",
            "“创新平台”未勾选“已填写完整”，最高可得按还可能新增计算"
        ])
    );
    let mut dated = evidence("platform", &[json!({"level": "provincial"})]);
    dated["complete"] = json!([]);
    assert_eq!(said(item, dated).missing, all(&["“创新平台”未勾选“已填写完整”，最高可得按还可能新增计算"]));
}

#[test]
fn evidence_left_out_has_its_reason() {
    let entries = json!({"evidence": [
        {"category": "project", "level": "provincial", "role": "lead", "on": "2023-06-30"},
        {"category": "project", "level": "provincial", "role": "lead", "on": "2023-07-01"},
        {"category": "platform", "level": "provincial", "on": "2020-01-01"},
        {"category": "project", "level": "national", "role": "participant"},
        // Not counted whatever its date, so its date is not what keeps it out.
        {"category": "project", "level": "city", "role": "participant"},
    ]});
    let item =
        zhichuang::rules::henan_2019_194().items.iter().find(|item| item.id == "innovation.projects").unwrap();
    let left_out: Vec<(usize, String)> = explained("innovation.projects", entries)
        .1
        .left_out
        .iter()
        .map(|one| match one {
            LeftOut::Entry { position, why } => (*position, words::left_out_why(item, *why)),
            LeftOut::Year(year) => panic!("{year} is no entry"),
        })
        .collect();
    // 第十七条 says what counts; that an entry without a date may still come to count is the program's own rule.
    let expected = [
        (0, "日期不在考评期内，不计分"),
        (3, "没有填日期，只计入最高可得"),
        (
            4,
            "这一类不计分，“承担国家级、省（部）级项目”只计国家级及国家部委项目、省级及省厅级项目、牵头承担的省辖市级项目",
        ),
    ];
    assert_eq!(left_out, expected.map(|(at, why)| (at, why.to_owned())));
}

#[test]
fn market() {
    let item = "market.core_members";
    let leaders = |count: usize| {
        let facts = facts(json!({"market.majority_share": true}));
        said(item, with(shareholders("national_top5", &vec!["1"; count]), facts))
    };
    assert_eq!(
        leaders(2).next,
        next(
            "再增加 1 家“国内前五或省内前十的股东”（达到 3 家），\
             即可按“3—5 家，且占有半数以上市场份额”计分，本项自评增加 3 分。"
        )
    );
    assert_eq!(
        leaders(3),
        Said {
            next: next(
                "再增加 3 家“国内前五或省内前十的股东”（达到 6 家），\
                 即可按“超过 5 家，且占有半数以上市场份额”计分，本项自评增加 2 分。"
            ),
            cliffs: all(&["“国内前五或省内前十的股东”再减少 1 家（只剩 2 家），本项为 0 分。"]),
            ..Said::default()
        }
    );
    assert_eq!(
        leaders(6),
        Said {
            cliffs: all(&["“国内前五或省内前十的股东”再减少 1 家（只剩 5 家），本项降为 3 分。"]),
            exhausted: next("本项已满 5 分，再增加也不加分。"),
            ..Said::default()
        }
    );
}

#[test]
fn equity() {
    let item = "equity.shares";
    let of = |contributions: &[&str]| said(item, shareholders("none", contributions));
    let name = "“最大一家股东的股份占比”";
    let to_a_third = |now: &str| {
        Some(format!("{name}低于三分之一（{now}），即可按“各家均低于三分之一”计分，本项自评增加 4 分。"))
    };
    assert_eq!(
        of(&["39.6", "30.4", "30"]),
        Said {
            next: to_a_third("还要降低 6.27 个百分点"),
            cliffs: vec![format!("{name}再升高 0.4 个百分点就到 40%，一旦超过 40%，本项为 0 分。")],
            ..Said::default()
        }
    );
    assert_eq!(of(&["40", "30", "30"]).cliffs, [format!("{name}正好是 40%，稍有升高，本项为 0 分。")]);
    assert_eq!(
        of(&["33", "33", "33", "1"]),
        Said {
            cliffs: vec![format!("{name}再升高 0.33 个百分点，到三分之一，本项降为 2 分。")],
            ..Said::default()
        }
    );
    assert_eq!(of(&["33", "33", "33"]).next, to_a_third("现在正好是三分之一"));
    assert_eq!(
        of(&["45", "30", "25"]).next,
        Some(format!(
            "{name}不超过 40%（还要降低 5 个百分点），即可按“超过三分之一但不超过 40%”计分，本项自评增加 2 分。"
        ))
    );
    let full = json!({"readings": {"equity.one_third": "full"}});
    assert_eq!(
        said(item, with(shareholders("none", &["33", "33", "33"]), full)).cliffs,
        [format!("{name}正好是三分之一，稍有升高，本项降为 2 分。")]
    );
    assert_eq!(of(&[]).missing, all(&["还没有填写股东"]));
    assert_eq!(of(&["0"]).missing, all(&["股东的认缴出资额合计为 0，无法计算占比"]));
    let blank = json!({"members": [{"kind": "other", "shareholder": true}]});
    assert_eq!(
        said(item, blank).missing,
        all(&["股东的认缴出资额没有填齐", "“成员单位”未勾选“已填写完整”，最低可得和最高可得都按还可能新增计算"])
    );
}

#[test]
fn revenue() {
    let item = "business.revenue";
    let of = |revenue: &str| said(item, finance("1", "0", revenue));
    assert_eq!(
        of("480"),
        Said {
            next: next("“年均创收”达到 500 万元（还差 20 万元），即可按“500 万元及以上”计分，本项自评增加 2 分。"),
            ..Said::default()
        }
    );
    assert_eq!(
        of("520").cliffs,
        all(&["“年均创收”再减少 20 万元就到 500 万元，一旦低于 500 万元，本项降为 3 分。"])
    );
    assert_eq!(of("0").next, next("“年均创收”大于 0，即可按“300 万元以下”计分，本项自评增加 1 分。"));
    let cumulative = json!({"readings": {"business.revenue_window": "cumulative"}, "discretion": "proportional"});
    // 480 of 300 to 500 is 3.9; 5 is 1.1 more.
    assert_eq!(
        said(item, with(finance("1", "0", "480"), cumulative)).next,
        next("“考评期累计创收”达到 500 万元（还差 20 万元），即可按“500 万元及以上”计分，本项自评增加 1.1 分。")
    );
}

#[test]
fn a_single_proof_is_a_cliff_of_its_own() {
    let lead = |level: &str| json!({"level": level, "role": "lead"});
    let both = evidence("standard", &[lead("national"), lead("group")]);
    assert_eq!(
        said("standards.drafting", both).cliffs,
        all(&["只要有 1 项“作为主要起草单位的国家标准、行业标准（国际标准依口径）”不被认可，本项降为 2 分。"])
    );
    let two = evidence("ip", &[json!({"kind": "invention"}), json!({"kind": "software"})]);
    assert_eq!(
        said("tech.new_ip", two),
        Said { exhausted: next("本项已满 2 分，再增加也不加分。"), ..Said::default() }
    );
    assert_eq!(
        said("tech.new_ip", evidence("ip", &[])).next,
        next("再增加 1 项“考评期内新增的知识产权”，即可按“有新增”计分，本项自评增加 2 分。")
    );
}

#[test]
fn choices_and_lists_of_yes_and_no() {
    assert_eq!(
        said("pilot.line", facts(json!({"pilot.line": "none", "pilot.public_service": false}))).next,
        next("“中试线或中试条件”为“建有（含长期租赁）”，本项自评增加 3 分。")
    );
    let two_of_three = facts(json!({
        "mechanism.market_operation": false, "mechanism.transfer": true, "mechanism.shared_ip": true
    }));
    assert_eq!(
        said("mechanism.set", two_of_three),
        Said {
            next: next("“已建立的机制”达到 3 项（还差 1 项），即可按“三项机制都已建立”计分，本项自评增加 3 分。"),
            ..Said::default()
        }
    );
}
