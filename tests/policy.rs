//! The policy file is sound, and the lint that says so finds each kind of fault by itself.
//!
//! Each test breaks the real file at one precise place and asks for the fault by name, so that the lint
//! is known to look there, and not only to be quiet about a sound file.

use zhichuang::policy::lint::read_sound;
use zhichuang::policy::{Points, Policy, pathway};
use zhichuang::rules;

const SOUND: &str = include_str!("../policies/henan-2019-194.toml");

/// The faults of the policy file after replacing `from`, which stands in it exactly once, by `to`.
fn faults_after(changes: &[(&str, &str)]) -> Vec<String> {
    let mut text = SOUND.to_owned();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from:?} marks one place of the file");
        text = text.replace(from, to);
    }
    match read_sound(&text) {
        Ok(_) => panic!("{changes:?} is taken for sound"),
        Err(faults) => faults,
    }
}

/// Breaks the file and expects a fault that says all of `words`, and none about another place: the first
/// of the words names the place.
#[track_caller]
fn breaks(changes: &[(&str, &str)], words: &[&str]) {
    let faults = faults_after(changes);
    assert!(faults.iter().all(|fault| fault.contains(words[0])), "{faults:#?}");
    assert!(faults.iter().any(|fault| words.iter().all(|word| fault.contains(word))), "{words:?} in {faults:#?}");
}

#[test]
fn the_embedded_policy_is_the_file() {
    let pathway = include_str!("../policies/henan-2023-52.toml");
    let (table, pathway) = pathway::read_sound(read_sound(SOUND).unwrap(), pathway).unwrap();
    assert!(*rules::henan_2019_194() == table && *rules::henan_2023_52() == pathway);
}

#[test]
fn the_table_has_all_its_rows() {
    let policy: &Policy = rules::henan_2019_194();
    let counts = (policy.groups.len(), policy.indicators.len(), policy.items.len());
    assert_eq!(counts, (7, 16, 23));
    let hundred = Points::from_hundredths(10_000);
    assert_eq!(policy.total, hundred);
    assert_eq!(policy.items.iter().map(|item| item.max).sum::<Points>(), hundred);
    let weights: Vec<(&str, String)> =
        policy.indicators.iter().map(|indicator| (indicator.name, format!("{:#}", indicator.weight))).collect();
    let expected = [
        ("建设目标完成情况", "25"),
        ("创新队伍", "4"),
        ("创新资金", "4"),
        ("共性技术", "8"),
        ("创新活动", "8"),
        ("知识产权", "5"),
        ("资源聚集", "7"),
        ("资源共享", "2"),
        ("核心成员情况", "7"),
        ("依托载体股比构成", "6"),
        ("中试设备", "3"),
        ("成果扩散", "4"),
        ("技术标准", "3"),
        ("经营情况", "9"),
        ("体制机制", "3"),
        ("规划目标", "2"),
    ];
    assert_eq!(weights, expected.map(|(name, weight)| (name, weight.to_owned())));
}

#[test]
fn an_input_that_meets_no_case() {
    let change = ("share = \"> 1/3, <= 40%\"", "share = \"> 1/3, < 40%\"");
    breaks(&[change], &["item equity.shares", "share = 2/5", "meets no case"]);
}

#[test]
fn an_option_that_meets_no_case() {
    let faults = faults_after(&[("navigation = \"none\"", "navigation = \"some\"")]);
    assert!(faults.contains(&"item ip.navigation: navigation = option 0 meets no case".to_owned()), "{faults:#?}");
}

#[test]
fn an_input_that_meets_two_cases() {
    breaks(
        &[("rate = \"> 60, < 80\"", "rate = \"> 60, <= 80\"")],
        &["item goals.completion", "rate = 80", "meets both", "完成率 80% 及以上", "完成率 60%—80%"],
    );
}

#[test]
fn two_cases_that_meet_only_under_another_reading() {
    let from = "under = [\"any_excess\"]\nwhen = { leaders = \">= 3, <= 5\"";
    let to = "under = [\"any_excess\"]\nwhen = { leaders = \">= 3, <= 6\"";
    let faults = faults_after(&[(from, to)]);
    assert!(
        faults.iter().any(|fault| {
            fault.starts_with("item market.core_members: leaders = 6") && fault.contains("meets both")
        }),
        "{faults:#?}"
    );
}

#[test]
fn a_band_outside_the_weight() {
    breaks(
        &[("band = [0, 6]", "band = [0, 7]")],
        &["item tech.progress", "由专家酌情评定", "0 to 7, outside 0 to 6"],
    );
}

#[test]
fn a_scale_that_leaves_its_band() {
    breaks(
        &[(
            "from = [0, 1], to = [300, 3] }]\nsays = { revenue = \"300 万元以下\" }\n\n[[indicator.item.case]]\nlabel = \"无创收\"",
            "from = [0, 1], to = [300, 4] }]\nsays = { revenue = \"300 万元以下\" }\n\n[[indicator.item.case]]\nlabel = \"无创收\"",
        )],
        &["item business.revenue", "300 万元以下", "scale outside its band"],
    );
}

#[test]
fn a_weight_that_no_case_reaches() {
    let change = (
        "label = \"拥有\"\nwhen = { expert = \"yes\" }\npoints = 2",
        "label = \"拥有\"\nwhen = { expert = \"yes\" }\npoints = 1",
    );
    breaks(&[change], &["item team.experts", "no case reaches its weight of 2"]);
}

#[test]
fn weights_that_do_not_sum_to_the_total() {
    breaks(&[("total = 100", "total = 99")], &["the weights sum to 100, not to 99"]);
}

#[test]
fn items_that_do_not_sum_to_the_weight() {
    let faults = faults_after(&[
        ("name = \"体制机制\"\nweight = 3", "name = \"体制机制\"\nweight = 2"),
        ("name = \"规划目标\"\nweight = 2", "name = \"规划目标\"\nweight = 3"),
    ]);
    let expected = [
        "indicator 体制机制: its items sum to 3, not to its weight 2",
        "indicator 规划目标: its items sum to 2, not to its weight 3",
    ];
    assert_eq!(faults, expected);
}

#[test]
fn a_fact_that_no_item_uses() {
    let to = "# ---------------------------------------------------------------- readings\n\
              [[fact]]\nid = \"team.idle\"\nlabel = \"无人使用\"\nkind = \"yes_no\"\n";
    let from = "# ---------------------------------------------------------------- readings\n";
    breaks(&[(from, to)], &["fact team.idle", "no item uses it"]);
}

#[test]
fn a_fact_that_is_not_declared() {
    let faults = faults_after(&[("fact = \"team.lead_expert\"", "fact = \"team.nobody\"")]);
    assert!(faults.contains(&"item team.experts: unknown fact team.nobody".to_owned()), "{faults:#?}");
}

#[test]
fn a_part_that_names_no_whole() {
    let faults = faults_after(&[("at_most = \"team.total_staff\"", "at_most = \"team.lead_expert\"")]);
    let expected = "fact team.technical_staff: at_most names no other count (team.lead_expert)";
    assert!(faults.contains(&expected.to_owned()), "{faults:#?}");
}

#[test]
fn a_share_whose_part_may_exceed_its_whole() {
    let change = ("part = \"team.technical_staff\"", "part = \"team.stable_staff\"");
    let faults = faults_after(&[change]);
    let expected = "item team.researchers: team.stable_staff is no count that is at most team.total_staff";
    assert!(faults.contains(&expected.to_owned()), "{faults:#?}");
}

#[test]
fn a_reading_that_no_item_uses() {
    let change = ("readings = [\"equity.one_third\"]\n", "");
    let faults = faults_after(&[change]);
    // Its choices are then unknown too, and reported before the lint of a whole table can begin.
    assert_eq!(
        faults,
        [
            "item equity.shares: “under middle” is no choice of the item's readings",
            "item equity.shares: “under full” is no choice of the item's readings",
        ]
    );
    let more = "[[reading]]\nid = \"equity.idle\"\nquestion = \"？\"\nwhy = \"？\"\n\
                [[reading.choice]]\nid = \"one\"\nlabel = \"一\"\nreason = \"一\"\n\
                [[reading.choice]]\nid = \"two\"\nlabel = \"二\"\nreason = \"二\"\n\
                [[reading]]\nid = \"equity.one_third\"";
    breaks(&[("[[reading]]\nid = \"equity.one_third\"", more)], &["reading equity.idle", "no item uses it"]);
}

#[test]
fn a_reading_that_changes_nothing() {
    let from = "id = \"team.experts\"\nlabel";
    let to = "id = \"team.experts\"\nreadings = [\"equity.one_third\"]\nlabel";
    breaks(&[(from, to)], &["item team.experts", "reading equity.one_third changes nothing"]);
}

#[test]
fn a_reading_that_is_not_declared() {
    let faults = faults_after(&[("readings = [\"equity.one_third\"]\n", "readings = [\"equity.two_thirds\"]\n")]);
    assert!(faults.contains(&"item equity.shares: unknown reading equity.two_thirds".to_owned()), "{faults:#?}");
}

#[test]
fn a_choice_that_does_not_exist() {
    breaks(
        &[("under = [\"from_zero\"]", "under = [\"from_nowhere\"]")],
        &["item funding.rd_ratio", "under from_nowhere", "no choice"],
    );
    breaks(
        &[("navigation = \"partial\"", "navigation = \"partly\"")],
        &["item ip.navigation", "“partly” is none of none, some, partial, full"],
    );
}

#[test]
fn a_case_that_nothing_reaches() {
    let from = "[[indicator.item.case]]\nlabel = \"没有包含全部三类，酌情得分\"";
    let to = "[[indicator.item.case]]\nlabel = \"四类\"\nwhen = { kinds = \"= 4\" }\npoints = 1\n\
              [[indicator.item.case]]\nlabel = \"没有包含全部三类，酌情得分\"";
    breaks(&[(from, to)], &["item cluster.members", "nothing reaches case “四类”"]);
}

#[test]
fn an_input_that_no_case_uses() {
    let from = "[[indicator.item.case]]\nlabel = \"由专家酌情评定\"";
    let to = "[[indicator.item.input]]\nid = \"idle\"\nmeasure = { kind = \"fact\", fact = \"team.lead_expert\" }\n\
              [[indicator.item.case]]\nlabel = \"由专家酌情评定\"";
    breaks(&[(from, to)], &["item tech.progress", "no case uses its input idle"]);
}

#[test]
fn an_input_that_is_not_declared() {
    breaks(
        &[("when = { expert = \"no\" }", "when = { nobody = \"no\" }")],
        &["item team.experts", "unknown input nobody"],
    );
}

#[test]
fn a_finding_that_no_note_explains() {
    let note = "[[indicator.item.note]]\nabout = \"contradiction\"\n\
                text = \"条文先说“得 30 分”，但本行权重和括号里都是 25 分，也只有 25 分能使全表合计 100 分，所以按 25 分计。\"\n";
    breaks(&[(note, "")], &["item goals.completion", "no note explains Contradiction"]);
}

#[test]
fn a_note_that_explains_no_finding() {
    let from = "about = \"remark\"\ntext = \"只有省辖市级项目";
    let to = "about = \"gap\"\ntext = \"只有省辖市级项目";
    breaks(&[(from, to)], &["item innovation.projects", "note on Gap is idle"]);
}

#[test]
fn a_float_where_an_exact_number_is_needed() {
    breaks(&[("each = \"0.5\"", "each = 0.5")], &["each = 0.5", "floating point", "in quotation marks"]);
    breaks(&[("each = \"0.5\"", "each = \"0.5x\"")], &["item innovation.projects", "0.5x", "no exact number"]);
}

#[test]
fn a_key_that_is_not_known() {
    breaks(&[("help = \"是职工总数的一部分，不能多于职工总数。\"", "hint = \"\"")], &["hint", "unknown field"]);
    let choice = "id = \"from_zero\"\nlabel = \"从 0 起算\"";
    breaks(
        &[(choice, "id = \"from_zero\"\ncolour = \"red\"\nlabel = \"从 0 起算\"")],
        &["colour", "unknown field"],
    );
    breaks(
        &[("{ kind = \"largest_share\" }", "{ kind = \"largest_share\", of = \"rd\" }")],
        &["of", "unknown field"],
    );
}

#[test]
fn an_id_that_is_named_twice() {
    breaks(&[("id = \"team.experts\"", "id = \"team.researchers\"")], &["item team.researchers", "named twice"]);
}

#[test]
fn a_limit_set_twice_on_one_side() {
    breaks(
        &[("rate = \"> 60, < 80\"", "rate = \"> 60, >= 80\"")],
        &["item goals.completion", "twice on one side"],
    );
}

const AT_SIXTY: &str = "[[indicator.item.settled]]\nof = \"rate\"\nat = 60\nreading = \"goals.at_sixty\"\n\n";

#[test]
fn a_value_in_two_bands_that_nothing_settles() {
    breaks(
        &[(AT_SIXTY, "")],
        &["item goals.completion", "nothing settles rate = 60", "both “60%—80%” and “60% 以下”"],
    );
}

#[test]
fn what_settles_a_value_has_to_decide_its_cases() {
    // The words of the lower band do not: at 80 the cases say the upper one.
    let words = "at = 80\nwords = \"80% 及以上\"";
    breaks(&[(words, "at = 80\nwords = \"60%—80%\"")], &["item goals.completion", "rate = 80", "does not"]);
    // A reading that is about something else does not either.
    breaks(
        &[(AT_SIXTY, &AT_SIXTY.replace("at_sixty", "benefits"))],
        &["item goals.completion", "rate = 60", "does not"],
    );
    breaks(
        &[(AT_SIXTY, &AT_SIXTY.replace("goals.at_sixty", "equity.one_third"))],
        &["item goals.completion", "equity.one_third is no reading of the item"],
    );
    let both = AT_SIXTY.replace("reading", "words = \"60% 以下\"\nreading");
    breaks(&[(AT_SIXTY, &both)], &["item goals.completion", "either a reading or words"]);
}

#[test]
fn a_settlement_of_nothing() {
    breaks(
        &[(AT_SIXTY, &format!("{AT_SIXTY}{}", AT_SIXTY.replace("60", "70")))],
        &["item goals.completion", "rate = 70 is in no two bands"],
    );
}

#[test]
fn a_limit_of_the_quotation_that_no_case_takes_up() {
    breaks(
        &[("says = { transfers = \"1 项及以上\" }\n", "")],
        &["item diffusion.transfers", "no case says “1项及以上”"],
    );
    breaks(
        &[("得分不能超过 10 分", "得分不能超过 10 分，超过 95% 的另议")],
        &["item goals.completion", "no case says “超过95%”"],
    );
}

#[test]
fn words_that_the_quotation_does_not_have() {
    breaks(
        &[("says = { transfers = \"1 项及以上\" }", "says = { transfers = \"2 项及以上\" }")],
        &["item diffusion.transfers"],
    );
    let faults =
        faults_after(&[("says = { transfers = \"1 项及以上\" }", "says = { transfers = \"2 项及以上\" }")]);
    assert_eq!(faults, ["item diffusion.transfers: the quotation does not say “2 项及以上”"]);
}

#[test]
fn a_case_that_reaches_beyond_its_words() {
    breaks(
        &[(
            "staff = \"< 30\", ratio = \"< 10%\" }\npoints = 0",
            "staff = \"< 30\", ratio = \"<= 10%\" }\npoints = 0",
        )],
        &["item team.researchers"],
    );
    // The cases still part everything: what was the one's is the other's, against the words.
    breaks(
        &[
            ("staff = \"< 30\", ratio = \">= 10%\"", "staff = \"< 30\", ratio = \"> 10%\""),
            ("when = { staff = \"< 30\", ratio = \"< 10%\" }", "when = { staff = \"< 30\", ratio = \"<= 10%\" }"),
        ],
        &["item team.researchers", "reaches beyond “未达到 10%”"],
    );
}

#[test]
fn words_without_a_number_need_a_meaning_and_those_with_one_have_it() {
    breaks(
        &[("says = { revenue = { words = \"无创收\", means = \"= 0\" } }", "says = { revenue = \"无创收\" }")],
        &["item business.revenue", "“无创收” names no limit"],
    );
    breaks(
        &[(
            "says = { transfers = \"1 项及以上\" }",
            "says = { transfers = { words = \"1 项及以上\", means = \">= 1\" } }",
        )],
        &["item diffusion.transfers", "says by itself"],
    );
}

#[test]
fn discretion_beside_counts_has_to_be_explained() {
    let note = "[[indicator.item.note]]\nabout = \"contradiction\"\n\
                text = \"正句写“酌情得分”，括号又写明有 1 项得几分；这里按括号计分，不另留酌情。\"\n";
    breaks(&[(note, "")], &["item innovation.appraisals", "no note explains Contradiction"]);
}

#[test]
fn a_category_without_its_day() {
    let start = SOUND.find("[[evidence]]\ncategory = \"transfer\"").unwrap();
    let end = SOUND.find("[[evidence]]\ncategory = \"standard\"").unwrap();
    breaks(&[(&SOUND[start..end], "")], &["evidence transfer", "no day is named"]);
    breaks(&[("category = \"transfer\"\nday", "category = \"standard\"\nday")], &["evidence", "standard"]);
}

#[test]
fn choices_of_an_item_are_told_apart() {
    breaks(
        &[("under = [\"national_only\", \"over_five\"]", "under = [\"over_five\", \"any_excess\"]")],
        &["item market.core_members", "two choices of one reading"],
    );
    let twice = ("id = \"national_only\"\nlabel", "id = \"over_five\"\nlabel");
    let faults = faults_after(&[twice]);
    assert!(faults.contains(&"item market.core_members: choice over_five: named twice".to_owned()), "{faults:#?}");
    let more = "readings = [\"market.exceeds\", \"market.share_binds\", \"equity.one_third\", \"goals.benefits\", \"goals.at_sixty\"]";
    let faults = faults_after(&[("readings = [\"market.exceeds\", \"market.share_binds\"]", more)]);
    assert!(faults.contains(&"item market.core_members: more than 4 readings".to_owned()), "{faults:#?}");
}
