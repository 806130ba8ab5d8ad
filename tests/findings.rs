//! What the 2019 table gets wrong or leaves open, written down by hand from the text: the machine must
//! find all of it, and nothing else.

use zhichuang::policy::lint::{Finding, findings};
use zhichuang::policy::{NoteKind, Policy};
use zhichuang::rules;

fn contradiction(item: &'static str, named: &str, weight: &str) -> Finding {
    Finding::Contradiction { item, named: named.into(), weight: weight.into() }
}

fn gap(item: &'static str, above: &str, below: &str) -> Finding {
    Finding::Gap { item, above: above.into(), below: below.into() }
}

/// Two bands of the text hold this value; a reading or words settle it.
fn overlap(item: &'static str, at: &str, bands: [&'static str; 2], settled_by: &'static str) -> Finding {
    Finding::Overlap { item, at: at.into(), bands, settled_by }
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
        contradiction("goals.completion", "30", "25"),
        gap("goals.completion", "20", "25"),
        overlap("goals.completion", "100", ["全面完成", "80% 及以上"], "全面完成"),
        overlap("goals.completion", "80", ["80% 及以上", "60%—80%"], "80% 及以上"),
        overlap("goals.completion", "60", ["60%—80%", "60% 以下"], "goals.at_sixty"),
        reading("goals.completion", "goals.benefits", ["both", "bracket"]),
        reading("goals.completion", "goals.at_sixty", ["upper", "lower"]),
        unstated("team.experts", "没有"),
        reading("funding.rd_ratio", "funding.rd_ratio", ["from_threshold", "from_zero"]),
        unstated("tech.new_ip", "没有新增"),
        Finding::Discretion { item: "innovation.appraisals" },
        reading("innovation.appraisals", "innovation.appraisals", ["per_result", "once_per_level"]),
        Finding::Discretion { item: "innovation.projects" },
        reading("cluster.platforms", "cluster.high_tech", ["own_once", "each"]),
        unstated("sharing.equipment", "未实现"),
        reading("market.core_members", "market.exceeds", ["over_five", "any_excess"]),
        reading("market.core_members", "market.share_binds", ["both", "national_only"]),
        unstated("market.capital", "没有"),
        reading("market.capital", "market.social_capital", ["named", "any_enterprise"]),
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
        overlap("business.revenue", "500", ["500 万元及以上", "300—500 万元"], "500 万元及以上"),
        overlap("business.revenue", "300", ["300—500 万元", "300 万元以下"], "business.at_300"),
        overlap("business.revenue", "0", ["300 万元以下", "无创收"], "无创收"),
        reading("business.revenue", "business.revenue_window", ["annual_average", "cumulative"]),
        reading("business.revenue", "business.at_300", ["upper", "lower"]),
        unstated("business.profit", "亏损"),
        unstated("mechanism.set", "一项也没有"),
        unstated("planning.areas", "五个方面都制定了规划，还没有开始实施"),
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
            Finding::Contradiction { item, .. } | Finding::Discretion { item } => (item, NoteKind::Contradiction),
            Finding::Gap { item, .. } => (item, NoteKind::Gap),
            Finding::Overlap { item, .. } => (item, NoteKind::Overlap),
            Finding::Point { item, .. } | Finding::Unstated { item, .. } => (item, NoteKind::Unstated),
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

/// Where the main text and the table differ, a remark stands on the row, or on the document.
#[test]
fn what_the_articles_say_otherwise_is_noted() {
    let policy: &Policy = rules::henan_2019_194();
    let notes = |id: &str| -> String {
        let item = policy.items.iter().find(|item| item.id == id).unwrap();
        item.notes.iter().filter(|note| note.about == NoteKind::Articles).map(|note| note.text).collect()
    };
    for (item, words) in [
        ("funding.rd_ratio", vec!["第十一条（二）", "年度研发费用", "考评期限内"]),
        ("cluster.platforms", vec!["第十三条（二）", "聚集", "申请批准建立"]),
        ("cluster.members", vec!["第十三条（一）", "包括用户在内"]),
        ("market.core_members", vec!["第十四条（一）", "排名前十", "一定的市场份额"]),
        ("pilot.line", vec!["第十五条（一）", "检验检测室"]),
        ("standards.drafting", vec!["第十五条（三）", "没有地方标准", "第十七条没有提到标准"]),
        ("planning.areas", vec!["第十六条（三）", "四个方面", "五个方面"]),
        ("innovation.projects", vec!["第十二条（二）", "国家部委", "省辖市级"]),
        ("ip.navigation", vec!["没有提到专利布局导航"]),
        ("equity.shares", vec!["没有关于股份占比的条款"]),
    ] {
        let text = notes(item);
        assert!(words.iter().all(|word| text.contains(word)), "{item}: {words:?} in {text}");
    }
    let of_document: String = policy.notes.iter().map(|note| note.text).collect();
    for words in ["考评期内", "考评期限内", "评估期内", "第十七条只说", "“试行”，没有写试行到什么时候"]
    {
        assert!(of_document.contains(words), "{words}");
    }
    // What stands in no article is said to stand in none, instead of citing one that says something else.
    let silent: Vec<&str> =
        policy.items.iter().filter(|item| item.articles.is_none()).map(|item| item.id).collect();
    assert_eq!(silent, ["ip.navigation", "cluster.alliance", "equity.shares"]);
}

#[test]
fn the_missing_grade_cut_offs_are_noted_for_the_whole_table() {
    let notes = &rules::henan_2019_194().notes;
    assert!(notes.iter().any(|note| note.text.contains("第二十五条") && note.text.contains("没有公布分数线")));
}
