//! Everything from listing to the next evaluation in the order of days, with today in its place.

use super::pathway;
use crate::calendar::{self, Due, Point, Standing, left};
use crate::policy::{Date, DateRule};
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
                Some((left::standing(pathway(), &draft, due, today), lacks_holidays))
            }
        };
        calendar::timeline(pathway(), &draft)
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
        .child(el("summary").child("还推算不出的日期"))
        .child(of("ul", "help").child(list));
    el("div").child(rows).child(missing_dates)
}

/// The points in the order of days, with today in its place.
fn rows(desk: Desk, points: Vec<(Point, Option<(Standing, bool)>)>) -> Vec<El> {
    let today = desk.today();
    let passed = points.iter().filter(|(point, _)| point.day() < today).count();
    let row = |(point, standing): (Point, Option<(Standing, bool)>)| match (point, standing) {
        (Point::Follows(due), Some((standing, lacks_holidays))) => follows(desk, &due, standing, lacks_holidays),
        (point, _) => entered(desk, &point),
    };
    let mut rows: Vec<El> = points.into_iter().map(row).collect();
    rows.insert(passed, now(today));
    rows
}

fn entered(desk: Desk, point: &Point) -> El {
    let label = if let Point::Entered(fact, _) = point { desk.policy.facts[*fact].label } else { "" };
    of("li", "entered").child(of("span", "day").child(point.day().to_string())).child(label)
}

fn now(today: Date) -> El {
    of("li", "today").child(of("span", "day").child(today.to_string())).child(el("strong").child("今天"))
}

fn follows(desk: Desk, due: &Due, standing: Standing, lacks_holidays: bool) -> El {
    let rule = &pathway().dates[due.rule];
    let start = format!("由“{}”{} 推算。", desk.policy.facts[due.fact].label, due.since);
    let source = format!("——{} {}", rule.document, rule.clause.place);
    let quote = el("blockquote").child(el("p").child(rule.clause.quote)).child(el("footer").child(source));
    let hint = lacks_holidays.then(|| {
        of("p", "warning").child("这一年的放假安排还没有填，只按周末推算；请在下面填写放假和调休的日期。")
    });
    of("li", class(standing)).child(due_line(due, standing)).child(hint).child(
        of("details", "clause")
            .child(el("summary").child(rule.clause.place))
            .child(of("p", "help").child(start))
            .child(quote)
            .child(of("p", "help").child(rule.help)),
    )
}

/// A date in one line: when, what, and how far off.
pub fn due_line(due: &Due, standing: Standing) -> Child {
    vec![
        of("span", "day").child(left::days_words(due)),
        el("strong").child(left::label(pathway(), due)),
        of("span", "left").child(left::words(pathway(), due, standing)),
    ]
    .into_child()
}

fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Overdue(_) => "due overdue",
        Standing::Today | Standing::Open(_) => "due near",
        Standing::Ahead(_) => "due",
        Standing::Past(_) | Standing::Kept(_) | Standing::Doubtful => "due over",
    }
}

/// Dates whose facts are not there, and which facts these are.
fn missing(desk: Desk) -> Vec<String> {
    let known = calendar::dates(pathway(), &desk.draft());
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
                Point::Entered(fact, day) => {
                    [day.to_string(), desk.policy.facts[fact].label.to_owned(), String::new(), String::new()]
                }
                Point::Follows(due) => [
                    left::days_words(&due),
                    left::label(pathway(), &due),
                    left::words(pathway(), &due, left::standing(pathway(), &draft, &due, today)),
                    pathway().dates[due.rule].clause.place.to_owned(),
                ],
            };
            el("tr").child(cells.map(|cell| of("td", "print-quote").child(cell)).into_iter().collect::<Vec<El>>())
        };
        calendar::timeline(pathway(), &draft).into_iter().map(row).collect::<Vec<El>>()
    };
    print::sheet(desk, "时间线", el("span").child(format!("打印日期 {}", desk.today())))
        .child(of("table", "dates").child(el("thead").child(el("tr").child(heads))).child(el("tbody").child(rows)))
        .child(of("p", "print-foot").child("由制创自评推算，条文没有写明的地方，以主管部门的通知为准。"))
}
