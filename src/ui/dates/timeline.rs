//! Everything from listing to the next evaluation in the order of days, with today in its place.

use super::pathway;
use crate::calendar::{self, Due, Point, Standing, left};
use crate::policy::{Date, DateRule};
use crate::ui::desk::Desk;
use crate::ui::dom::{Child, El, IntoChild, el, of};
use crate::ui::transfer::today;

pub fn timeline(desk: Desk) -> El {
    let points = move || {
        let draft = desk.draft();
        let today = today();
        let all = calendar::timeline(pathway(), &draft);
        let mut rows: Vec<El> = Vec::new();
        let mut passed = false;
        for point in &all {
            if !passed && point.day() >= today {
                rows.push(now(today));
                passed = true;
            }
            rows.push(match point {
                Point::Entered(fact, day) => of("li", "entered")
                    .child(of("span", "day").child(day.to_string()))
                    .child(desk.policy.facts[*fact].label),
                Point::Follows(due) => follows(desk, due, left::standing(pathway(), &draft, due, today)),
            });
        }
        if all.is_empty() {
            return of("p", "help").child("还没有填写日期。").into_child();
        }
        if !passed {
            rows.push(now(today));
        }
        of("ol", "timeline").child(rows).into_child()
    };
    of("div", "").child(points).child(move || missing(desk))
}

fn now(today: Date) -> El {
    of("li", "today").child(of("span", "day").child(today.to_string())).child(el("strong").child("今天"))
}

fn follows(desk: Desk, due: &Due, standing: Standing) -> El {
    let rule = &pathway().dates[due.rule];
    let start = format!("由“{}”{} 推算。", desk.policy.facts[due.fact].label, due.since);
    let source = format!("——{} {}", rule.document, rule.clause.place);
    let quote = el("blockquote").child(el("p").child(rule.clause.quote)).child(el("footer").child(source));
    of("li", class(standing)).child(due_line(due, standing)).child(
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
        of("strong", "").child(left::label(pathway(), due)),
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
fn missing(desk: Desk) -> Child {
    let draft = desk.draft();
    let known = calendar::dates(pathway(), &draft);
    let is_missing = |(at, _): &(usize, &DateRule)| !known.iter().any(|due| due.rule == *at);
    let line = |(_, rule): (usize, &DateRule)| {
        let facts: Vec<String> =
            rule.rule.facts().iter().map(|fact| format!("“{}”", desk.policy.facts[*fact].label)).collect();
        el("li").child(format!("{}：要填{}", rule.label, facts.join("或")))
    };
    let all: Vec<El> = pathway().dates.iter().enumerate().filter(is_missing).map(line).collect();
    let shown = (!all.is_empty()).then(|| {
        of("details", "missing-dates")
            .child(el("summary").child("还推算不出的日期"))
            .child(of("ul", "help").child(all))
    });
    shown.into_child()
}
