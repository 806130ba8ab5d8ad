//! The assessment period that follows from recognition: evaluations are held every three years (考核评估办法 第三条、第十九条).

use crate::draft::Draft;
use crate::policy::{Date, Pathway, Rule, day};

/// The period of the evaluation that is due next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfferedPeriod {
    pub from: Date,
    pub to: Date,
    /// The fact that it follows from, and its day.
    pub fact: usize,
    pub since: Date,
}

/// The facts that the period follows from, in the order in which they happen: the recognition, and evaluations after it.
pub fn facts(pathway: &Pathway) -> impl Iterator<Item = usize> {
    let window = pathway.dates.iter().find(|date| matches!(date.rule, Rule::Window { .. }));
    window.into_iter().flat_map(|date| date.rule.facts().iter().rev().copied())
}

/// The years that follow the last evaluation, or else the recognition, as of a day; none before either is known, and
/// none where the draft has them already or is about a later round.
pub fn offered(pathway: &Pathway, draft: &Draft, today: Date) -> Option<OfferedPeriod> {
    let period = following(pathway, draft, today)?;
    let has_it = draft.period.from.value == Some(period.from) && draft.period.to.value == Some(period.to);
    (!has_it && !is_earlier(draft, &period)).then_some(period)
}

/// The same years where they are over before the draft's own begin: an evaluation since then is not known.
pub fn earlier(pathway: &Pathway, draft: &Draft, today: Date) -> Option<OfferedPeriod> {
    following(pathway, draft, today).filter(|period| is_earlier(draft, period))
}

fn is_earlier(draft: &Draft, period: &OfferedPeriod) -> bool {
    draft.period.from.value.is_some_and(|from| period.to < from)
}

fn following(pathway: &Pathway, draft: &Draft, today: Date) -> Option<OfferedPeriod> {
    let dates = super::dates(pathway, draft, today);
    let (due, months) = dates.iter().find_map(|due| match pathway.dates[due.rule].rule {
        Rule::Window { months, .. } => Some((due, months)),
        _ => None,
    })?;
    let to = day::months_after(due.since, months).previous_day()?;
    // What is planned begins no period yet.
    (!due.planned).then_some(OfferedPeriod { from: due.since, to, fact: due.fact, since: due.since })
}
