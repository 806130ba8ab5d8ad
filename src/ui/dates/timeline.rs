//! Everything from listing to the next evaluation in the order of days, with today in its place.

use super::pathway;
use crate::calendar::{self, Due, DueState, Point, deadlines};
use crate::policy::{Clause, Date, DateRule};
use crate::ui::desk::{Desk, memo};
use crate::ui::dom::{Child, El, IntoChild, el, of};
use crate::ui::leptos::*;
use crate::ui::print;

pub fn timeline(desk: Desk) -> El {
    // Built anew only when a date or its standing changes, so that a clause that is being read stays open.
    let points = memo(move || {
        let (draft, today) = (desk.draft(), desk.today());
        let standing = |point: &Point| match point {
            Point::Entered(..) => None,
            Point::Follows(due) => {
                let lacks_holidays = calendar::lacks_holidays(pathway(), &draft, due);
                Some((deadlines::due_state(pathway(), &draft, due, today), lacks_holidays))
            }
        };
        calendar::timeline(pathway(), &draft, today)
            .into_iter()
            .map(|point| (point, standing(&point)))
            .collect::<Vec<_>>()
    });
    let missing = memo(move || missing(desk));
    let rows = move || match points.get() {
        none if none.is_empty() => of("p", "help").child("还没有填写日期。"),
        points => of("ol", "timeline").child(rows(desk, points)),
    };
    let list = move || missing.get().into_iter().map(|line| el("li").child(line)).collect::<Vec<El>>();
    let missing_dates = of("details", "missing-dates")
        .live("hidden", move || missing.get().is_empty().then(String::new))
        .child(el("summary").child("缺少起算日期、暂不能推算的事项"))
        .child(of("ul", "help").child(list));
    el("div").child(rows).child(missing_dates)
}

/// The points in the order of days, with today in its place.
fn rows(desk: Desk, points: Vec<(Point, Option<(DueState, bool)>)>) -> Vec<El> {
    let today = desk.today();
    let passed = points.iter().filter(|(point, _)| point.day() < today).count();
    let row = |(point, standing): (Point, Option<(DueState, bool)>)| match (point, standing) {
        (Point::Follows(due), Some((standing, lacks_holidays))) => follows(desk, &due, standing, lacks_holidays),
        (point, _) => entered(desk, &point),
    };
    let mut rows: Vec<El> = points.into_iter().map(row).collect();
    rows.insert(passed, now(today));
    rows
}

fn entered(desk: Desk, point: &Point) -> El {
    of("li", "entered").child(of("span", "day").child(point.day().to_string())).child(entered_words(desk, point))
}

/// What was entered, or is planned.
fn entered_words(desk: Desk, point: &Point) -> String {
    let Point::Entered(fact, day) = point else { return String::new() };
    let planned = if *day > desk.today() { "（计划）" } else { "" };
    format!("{}{planned}", desk.policy.facts[*fact].label)
}

fn now(today: Date) -> El {
    of("li", "today").child(of("span", "day").child(today.to_string())).child(el("strong").child("今天"))
}

fn follows(desk: Desk, due: &Due, standing: DueState, lacks_holidays: bool) -> El {
    let rule = &pathway().dates[due.rule];
    let plan = if due.planned { "，那一天还没有到，只是计划" } else { "" };
    let start = format!("由“{}”{} 推算{plan}。", desk.policy.facts[due.fact].label, due.since);
    let quote = |(document, clause): &(&'static str, Clause)| {
        let source = format!("——{document} {}", clause.place);
        el("blockquote").child(el("p").child(clause.quote)).child(el("footer").child(source))
    };
    let quotes: Vec<El> = rule.clauses.iter().map(quote).collect();
    let hint = lacks_holidays.then(|| {
        of("p", "warning").child("这一年的放假安排还没有填，只按周末推算；请在下面填写放假和调休的日期。")
    });
    of("li", class(standing)).child(due_line(desk, due, standing)).child(hint).child(
        of("details", "clause")
            .child(el("summary").child(rule.places()))
            .child(of("p", "help").child(start))
            .child(quotes)
            .child(of("p", "help").child(rule.help)),
    )
}

/// A date in one line: when, what, and how far off.
pub fn due_line(desk: Desk, due: &Due, standing: DueState) -> Child {
    vec![
        of("span", "day").child(deadlines::days_words(due)),
        el("strong").child(deadlines::label(pathway(), due)),
        of("span", "left").child(deadlines::words(desk.policy, pathway(), due, standing)),
    ]
    .into_child()
}

fn class(standing: DueState) -> &'static str {
    match standing {
        DueState::Overdue(_) => "due overdue",
        DueState::Today | DueState::Open(_) => "due near",
        DueState::Ahead(_) => "due",
        DueState::Doubtful(_, days) if days >= 0 => "due",
        DueState::Past(_) | DueState::Kept(_) | DueState::Doubtful(..) | DueState::Overtaken(..) => "due over",
    }
}

/// Dates whose facts are not there, and which facts these are.
fn missing(desk: Desk) -> Vec<String> {
    let known = calendar::dates(pathway(), &desk.draft(), desk.today());
    let is_missing = |(at, _): &(usize, &DateRule)| !known.iter().any(|due| due.rule == *at);
    let line = |(_, rule): (usize, &DateRule)| {
        let facts: Vec<String> =
            rule.rule.facts().iter().map(|fact| format!("“{}”", desk.policy.facts[*fact].label)).collect();
        format!("{}：要填{}", rule.label, facts.join("或"))
    };
    pathway().dates.iter().enumerate().filter(is_missing).map(line).collect()
}

/// The timeline on paper.
pub fn paper(desk: Desk) -> El {
    let heads = ["日期", "事项", "现在", "条文"];
    let heads: Vec<El> = heads.into_iter().map(|word| el("th").child(word)).collect();
    let rows = move || {
        let (draft, today) = (desk.draft(), desk.today());
        let row = |point: Point| {
            let cells = match point {
                Point::Entered(_, day) => {
                    [day.to_string(), entered_words(desk, &point), String::new(), String::new()]
                }
                Point::Follows(due) => [
                    deadlines::days_words(&due),
                    deadlines::label(pathway(), &due),
                    deadlines::words(
                        desk.policy,
                        pathway(),
                        &due,
                        deadlines::due_state(pathway(), &draft, &due, today),
                    ),
                    pathway().dates[due.rule].places(),
                ],
            };
            el("tr").child(cells.map(|cell| of("td", "print-quote").child(cell)).into_iter().collect::<Vec<El>>())
        };
        calendar::timeline(pathway(), &draft, today).into_iter().map(row).collect::<Vec<El>>()
    };
    print::sheet(desk, "时间线", el("span").child(format!("打印日期 {}", desk.today())))
        .child(of("table", "dates").child(el("thead").child(el("tr").child(heads))).child(el("tbody").child(rows)))
        .child(of("p", "print-foot").child("由制创自评推算，条文没有写明的地方，以主管部门的通知为准。"))
}
