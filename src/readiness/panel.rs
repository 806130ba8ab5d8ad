//! What the mock panel comes to, and what its mean still needs.

use crate::draft::panel::{LEAST_EXPERTS, MOST_EXPERTS, Panel};
use crate::policy::rounding::{self, Shown};
use crate::policy::{Bound, Condition, Fraction, Pathway, Test};

/// What the panel's mean still needs to reach the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The mean is there and reaches the line.
    Reached,
    /// All points are given; the totals together lack so much.
    Short { together: Fraction },
    /// So many totals are still to come, and each has to be so much on average. Above 100 the line is out of reach.
    Remaining { experts: usize, each: Fraction },
}

/// The mean that a panel has to reach.
pub fn line(pathway: &Pathway) -> Option<Fraction> {
    pathway.requirements.iter().flat_map(|one| one.tests).find_map(|test| match test {
        Test::PanelMean(Condition::Number { low: Some(Bound { value, .. }), .. }) => Some(*value),
        _ => None,
    })
}

pub fn need(panel: &Panel, line: Fraction) -> Need {
    let totals = panel.totals();
    let wanted = totals.len().max(LEAST_EXPERTS);
    let given: i128 = totals.iter().flatten().sum();
    let lacking = line * wanted as i128 - Fraction::new(given, 1_000_000);
    match wanted - totals.iter().flatten().count() {
        0 if lacking <= Fraction::from(0) => Need::Reached,
        0 => Need::Short { together: lacking },
        experts => Need::Remaining { experts, each: (lacking / experts as i128).max(Fraction::from(0)) },
    }
}

/// What the mean needs, as a sentence.
pub fn need_words(panel: &Panel, line: Fraction) -> String {
    let line_words = rounding::written(line);
    match need(panel, line) {
        Need::Reached => format!("已达到 {line_words} 分。"),
        Need::Short { together } => {
            // With the mean as it is shown it adds up to the line.
            let mean = panel.mean().map_or(line, |mean| shown_mean(mean, line));
            format!(
                "平均分距 {line_words} 分还差 {} 分：全体专家的总分合计还差 {} 分。",
                rounding::written(line - mean),
                rounding::written(together)
            )
        }
        Need::Remaining { experts, .. } if experts == panel.experts.len().max(LEAST_EXPERTS) => {
            let open = if panel.experts.is_empty() { "" } else { "还没有一位专家的总分填齐。" };
            format!(
                "{open}专家组 {LEAST_EXPERTS}—{MOST_EXPERTS} 人，平均分 {line_words} 分以上的方可列入现场考察的范围，是否列入由专家组确定。"
            )
        }
        Need::Remaining { experts, each } => {
            // Rows that are there are filled in first; what is missing then are experts.
            let rows = panel.totals().iter().filter(|total| total.is_none()).count();
            let open = match (rows, experts - rows) {
                (0, missing) => format!("还差 {missing} 位专家"),
                (rows, 0) => format!("还有 {rows} 位专家的总分没有填齐"),
                (rows, missing) => format!("还有 {rows} 位专家的总分没有填齐，另差 {missing} 位专家"),
            };
            match each > Fraction::from(100) {
                true => format!("{open}；其余都打满分，平均分也到不了 {line_words} 分。"),
                false => format!("{open}，平均每位至少 {} 分才能到 {line_words} 分。", at_least(each)),
            }
        }
    }
}

/// The panel's mean and the line, as a sentence for the overview; empty before there is an expert.
pub fn words(pathway: &Pathway, panel: &Panel) -> String {
    let Some(line) = line(pathway).filter(|_| !panel.experts.is_empty()) else { return String::new() };
    let mean = panel.mean().map(|mean| format!("平均 {} 分。", mean_words(mean, line)));
    format!("模拟评审：{}{}", mean.unwrap_or_default(), need_words(panel, line))
}

/// The mean as it is shown: to the hundredth, and never up to a line that it does not reach.
pub fn mean_words(mean: Fraction, line: Fraction) -> String {
    rounding::written(shown_mean(mean, line))
}

fn shown_mean(mean: Fraction, line: Fraction) -> Fraction {
    match rounding::shown(mean, &[line]) {
        Shown::Number(shown) => shown,
        // Less than a millionth away; what reaches the line stands at it or above, so this is below.
        Shown::Just(..) => (mean * 1_000_000).floor() / 1_000_000,
    }
}

/// To the hundredth, rounded up: who gives as much as this says reaches the line.
fn at_least(number: Fraction) -> String {
    rounding::written((number * 100).ceil() / 100)
}
