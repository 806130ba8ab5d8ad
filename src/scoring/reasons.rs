//! All that is to be said of an item's figures, as lines in the order in which they are read.

use super::explain::Explanation;
use super::measure::Known;
use super::{ItemScore, words};
use crate::draft::{Date, Draft};
use crate::policy::Policy;

/// One line: a short mark, and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub kind: LineKind,
    pub mark: &'static str,
    pub text: String,
}

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    Figures,
    /// An input and its value.
    Used,
    /// The case that is met.
    Met,
    /// A case that is possible, now or later.
    Possible,
    Missing,
    LeftOut,
    Next,
    Cliff,
}

/// Entries left out are named up to here, and counted beyond.
const MOST_NAMED: usize = 5;

/// The lines for the item at position `at`, as of a day.
pub fn reasons(
    policy: &Policy,
    draft: &Draft,
    at: usize,
    score: &ItemScore,
    why: &Explanation,
    today: Date,
) -> Vec<Line> {
    let item = &policy.items[at];
    let choices = Known::of(policy, draft).chosen(item);
    let mut lines = Vec::new();
    let mut say = |kind, mark, text| lines.push(Line { kind, mark, text });
    let figures = score.figures;
    say(
        LineKind::Figures,
        "",
        format!(
            "最低可得 {}，自评 {}，最高可得 {}（满分 {:#}）。",
            figures.floor, figures.declared, figures.ceiling, item.max
        ),
    );
    for (position, (input, possible)) in item.inputs.iter().zip(&why.inputs).enumerate() {
        let known = words::known(policy, item, position, possible);
        let of = words::average_of(draft, input.measure(choices));
        say(LineKind::Used, "依据", format!("{}：{known}{of}", words::label(input, choices)));
    }
    for (position, case) in item.cases.iter().enumerate() {
        let text = format!("{}：{}", case.label, words::award(&case.award));
        if score.standing.only() == Some(position) {
            say(LineKind::Met, "符合", text);
        } else if score.standing.holds(position) {
            say(LineKind::Possible, "可能", text);
        } else if score.open.holds(position) {
            say(LineKind::Possible, "补充后可能", text);
        }
    }
    for missing in &why.missing {
        say(LineKind::Missing, "还缺", format!("{}。", words::missing(policy, missing)));
    }
    for left in why.left_out.iter().take(MOST_NAMED) {
        say(LineKind::LeftOut, "未计入", words::left_out(draft, item, left));
    }
    if why.left_out.len() > MOST_NAMED {
        say(LineKind::LeftOut, "未计入", format!("另有 {} 条。", why.left_out.len() - MOST_NAMED));
    }
    if let Some(step) = &why.next {
        let late = words::too_late(item, draft, step, today);
        say(LineKind::Next, "下一步", words::next_step(policy, item, step) + &late);
    }
    if why.exhausted {
        say(LineKind::Next, "已满", words::exhausted(item, score));
    }
    for cliff in &why.cliffs {
        say(LineKind::Cliff, "留意", words::cliff(item, cliff));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::file;
    use crate::rules;
    use crate::scoring::{assess, explain};

    #[test]
    fn the_worked_sample_reads_as_it_should() {
        let policy = rules::henan_2019_194();
        let draft = file::read(policy, include_str!("../../samples/worked.draft.json")).unwrap();
        let assessment = assess(policy, &draft);
        let at = policy.items.iter().position(|item| item.id == "equity.shares").unwrap();
        let score = &assessment.items[at];
        let lines = reasons(policy, &draft, at, score, &explain(policy, &draft, at, score), Date::MIN);
        let shown: Vec<String> = lines.iter().map(|line| format!("{} {}", line.mark, line.text)).collect();
        assert_eq!(shown[0], " 最低可得 2.00，自评 2.00，最高可得 4.00（满分 6）。");
        assert_eq!(shown[1], "依据 最大一家股东的股份占比：38%");
        assert_eq!(shown[2], "符合 超过三分之一但不超过 40%：2—4 分，酌情");
        assert!(lines.iter().any(|line| line.kind == LineKind::Next), "{shown:#?}");
        assert!(lines.iter().any(|line| line.kind == LineKind::Cliff), "{shown:#?}");
    }
}
