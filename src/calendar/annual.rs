//! The self-evaluation of a year's responsibility targets (考核评估办法 第五至七条、第十八条), put together from what was
//! entered. Nothing of it changes the three-year score.

use super::{DueState, deadlines, due_state};
use crate::draft::{Draft, YEARS, YearPlan, name, number};
use crate::policy::{Date, Duty, Outcome, Pathway};

/// Such as 2026 年度; 年度 where the year is not filled in.
pub fn year_words(plan: &YearPlan) -> String {
    plan.year.value.map(|year| format!("{} ", number::write(year))).unwrap_or_default() + "年度"
}

/// Whether another plan is of the same year, which is hardly meant.
pub fn has_twin(draft: &Draft, at: usize) -> bool {
    let year = draft.plans.get(at).and_then(|plan| plan.year.value);
    let others = draft.plans.iter().enumerate().filter(|(other, plan)| *other != at && plan.year.value == year);
    year.is_some() && others.count() > 0
}

/// The year whose targets are most likely to be added next, as of a day: this one, or the next to come, or the last that
/// is past, of those that are assessed for certain and have no targets yet; none where there is no such year. Before the
/// recognition is known, it is the year after the last one.
pub fn next_year(pathway: &Pathway, draft: &Draft, today: Date) -> Option<u16> {
    let reports: Vec<_> =
        super::dates(pathway, draft, today).into_iter().filter(|due| due.year.is_some()).collect();
    let has_plan = |year: i32| draft.plans.iter().any(|plan| plan.year.value == Some(year.into()));
    if reports.is_empty() {
        let last = draft.plans.iter().filter_map(|plan| plan.year.value?.to_string().parse::<u16>().ok()).max();
        return last
            .map_or(u16::try_from(today.year()).ok(), |last| last.checked_add(1))
            .filter(|year| YEARS.contains(year));
    }
    let open: Vec<i32> = reports
        .iter()
        .filter(|due| due.doubt.is_none())
        .filter_map(|due| due.year)
        .filter(|year| !has_plan(*year))
        .collect();
    let ahead = open.iter().filter(|year| **year >= today.year()).min();
    ahead.or(open.iter().max()).and_then(|year| u16::try_from(*year).ok()).filter(|year| YEARS.contains(year))
}

/// How many parts have which outcome, as a sentence.
pub fn outcome_words(plan: &YearPlan) -> String {
    let planned = plan.tasks.iter().filter(|task| !task.is_blank()).count();
    if planned == 0 {
        return "还没有填写目标。".to_owned();
    }
    let count = |outcome| plan.tasks.iter().filter(|task| task.outcome == Some(outcome)).count();
    let parts: Vec<String> = Outcome::ALL
        .iter()
        .map(|outcome| (outcome.label(), count(*outcome)))
        .filter(|(_, count)| *count > 0)
        .map(|(label, count)| format!("{label} {count} 项"))
        .collect();
    let judged: usize = Outcome::ALL.iter().map(|outcome| count(*outcome)).sum();
    let open = planned.saturating_sub(judged);
    let open = (open > 0).then(|| format!("没有选结果的 {open} 项"));
    let parts: Vec<String> = parts.into_iter().chain(open).collect();
    format!("{} 项中填写了 {planned} 项：{}。", Duty::ALL.len(), parts.join("，"))
}

/// When the report of the plan's year is due, or why there is none, as a sentence; empty while the year or the day of
/// recognition is not known.
pub fn due_words(pathway: &Pathway, draft: &Draft, plan: &YearPlan, today: Date) -> String {
    let Some(year) = plan.year.value.and_then(|year| i32::try_from(year.mantissa()).ok()) else {
        return String::new();
    };
    let reports: Vec<_> =
        super::dates(pathway, draft, today).into_iter().filter(|due| due.year.is_some()).collect();
    if reports.is_empty() {
        return String::new();
    }
    match reports.iter().find(|due| due.year == Some(year)) {
        Some(due) if matches!(due_state(pathway, draft, due, today), DueState::Doubtful(..)) => {
            let doubt = due.doubt.map(deadlines::doubt_words).unwrap_or_default();
            format!("{doubt}（考核评估办法 第二条）。要报送的，在 {} 以前。", due.to)
        }
        Some(due) => format!("自评估报告在 {} 以前报送（考核评估办法 第十八条）。", due.to),
        None => format!("按填写的认定和评估日期，{year} 年不在本轮年度考核之内，请核对。"),
    }
}

/// The report as plain text, to go on with in a word processor.
pub fn report(draft: &Draft, plan: &YearPlan) -> String {
    let mut lines = vec![format!("{}责任目标完成情况自评估报告", year_words(plan)), String::new()];
    lines.push(format!("创新中心：{}", name::holder(draft)));
    lines.extend(Some(name::contact(draft)).filter(|contact| !contact.is_empty()));
    lines.extend(plan.reported_on.value.map(|on| format!("报送日期：{on}")));
    lines.extend([String::new(), outcome_words(plan)]);
    for (at, duty) in Duty::ALL.iter().enumerate() {
        let task = plan.task(*duty);
        let outcome = task.outcome.map(|outcome| format!("（{}）", outcome.label())).unwrap_or_default();
        lines.push(String::new());
        lines.push(format!("{}、{}{outcome}", ["一", "二", "三", "四", "五", "六", "七"][at], duty.label()));
        for (name, text) in
            [("责任目标", &task.target), ("主要举措", &task.measures), ("完成情况", &task.progress)]
        {
            if !text.trim().is_empty() {
                lines.push(format!("{name}：{}", text.trim()));
            }
        }
    }
    if !plan.summary.trim().is_empty() {
        lines.extend([String::new(), "总体评价、存在问题和改进：".to_owned(), plan.summary.trim().to_owned()]);
    }
    lines.push(String::new());
    // What word processors on Windows take for the end of a line.
    lines.join("\n").replace('\n', "\r\n")
}
