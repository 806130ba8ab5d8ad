//! What annual grades bring (考核评估办法 第二十六、二十七、二十九条).

use crate::draft::{Draft, YEARS};
use crate::policy::{Consequence, Date, Grade, Pathway, Rule, in_order};

/// A consequence, and the years that bring it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    pub consequence: Consequence,
    pub years: Vec<u16>,
}

/// The years whose annual assessments have grades to be entered: those of the current cycle, and any that have one.
pub fn years(pathway: &Pathway, draft: &Draft, today: Date) -> Vec<u16> {
    let assessed = super::dates(pathway, draft, today).into_iter().filter_map(|due| due.year);
    let assessed = assessed.filter_map(|year| u16::try_from(year).ok()).filter(|year| YEARS.contains(year));
    let graded = draft.grades.iter().map(|(year, _)| *year);
    let mut years = in_order(assessed.chain(graded), |year| *year);
    years.dedup();
    years
}

/// What the grades bring. Of two excellent years in a row, those before the year of the last evaluation have had their
/// effect; that year's own grade is given after the evaluation.
pub fn consequences(pathway: &Pathway, draft: &Draft, today: Date) -> Vec<Brought> {
    let evaluated = last_evaluation_year(pathway, draft, today);
    let counts = |year: &u16| evaluated.is_none_or(|evaluated| i32::from(*year) >= evaluated);
    let excellent = |year: u16| draft.grade(year) == Some(Grade::Excellent);
    let years = || draft.grades.iter().map(|(year, _)| *year);
    let counted = |year: u16| excellent(year) && counts(&year);
    // Every year that has another excellent one beside it.
    let paired = |year: &u16| counted(*year) && (counted(*year + 1) || counted(year.saturating_sub(1)));
    let waiving: Vec<u16> = years().filter(paired).collect();
    let failed: Vec<u16> = years().filter(|year| draft.grade(*year) == Some(Grade::Unqualified)).collect();
    let mut all = Vec::new();
    if !waiving.is_empty() {
        all.push(Brought { consequence: Consequence::SiteVisitWaived, years: waiving });
    }
    if !failed.is_empty() {
        all.push(Brought { consequence: Consequence::Rectification, years: failed.clone() });
        all.push(Brought { consequence: Consequence::NoSubsidy, years: failed });
    }
    all
}

/// The year of the last evaluation that has been held.
fn last_evaluation_year(pathway: &Pathway, draft: &Draft, today: Date) -> Option<i32> {
    let evaluation = pathway.dates.iter().find_map(|date| match date.rule {
        Rule::EachYear { evaluation, .. } => Some(evaluation),
        _ => None,
    })?;
    draft.day(evaluation).filter(|day| *day <= today).map(|day| day.year())
}
