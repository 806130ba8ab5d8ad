//! Everything from listing to the next evaluation in the order of days, with today in its place.

use leptos::prelude::*;

use crate::calendar::{self, Due, DueState, Point};
use crate::components::{DueLine, Quote, entered_words, following};
use crate::desk::{Desk, use_desk};
use crate::policy::{Date, DateRule};

/// A point of the timeline; of a date that follows, how far off it is, and whether days off are missing.
type Placed = (Point, Option<(DueState, bool)>);

#[component]
pub fn Timeline() -> impl IntoView {
    let desk = use_desk();
    // Built anew only when a date or its state changes, so that a clause that is being read stays open.
    let points = Memo::new(move |_| points(desk));
    let missing = Memo::new(move |_| missing(desk));
    let none = move || points.with(Vec::is_empty).then_some("还没有填写日期。");
    let rows = move || rows(desk.today(), points.get());
    let lines = move || {
        missing.get().into_iter().map(|line| view! { <li prop:textContent=line></li> }).collect::<Vec<_>>()
    };
    view! {
        <div>
            <p class="help" prop:textContent=none></p>
            <ol class="timeline" hidden=move || points.with(Vec::is_empty)>
                // A row is what it tells of, so a clause that is being read stays open while others come and go.
                <For each=rows key=|row| row.clone() let(row)>
                    <RowView row />
                </For>
            </ol>
            <details class="missing-dates" hidden=move || missing.with(Vec::is_empty)>
                <summary>"缺少起算日期、暂不能推算的事项"</summary>
                <ul class="help">{following(lines)}</ul>
            </details>
        </div>
    }
}

fn points(desk: Desk) -> Vec<Placed> {
    let (draft, today) = (desk.draft(), desk.today());
    let state = |point: &Point| match point {
        Point::Entered(..) => None,
        Point::Follows(due) => {
            let lacks_holidays = calendar::lacks_holidays(desk.pathway, &draft, due);
            Some((calendar::due_state(desk.pathway, &draft, due, today), lacks_holidays))
        }
    };
    let points = calendar::timeline(desk.pathway, &draft, today).into_iter();
    points.map(|point| (point, state(&point))).collect()
}

/// A row of the timeline.
#[derive(Clone, PartialEq, Eq, Hash)]
enum TimelineRow {
    Today(Date),
    Point(Placed),
}

/// The points in the order of days, with today in its place.
fn rows(today: Date, points: Vec<Placed>) -> Vec<TimelineRow> {
    let passed = points.iter().filter(|(point, _)| point.day() < today).count();
    let mut rows: Vec<TimelineRow> = points.into_iter().map(TimelineRow::Point).collect();
    rows.insert(passed, TimelineRow::Today(today));
    rows
}

#[component]
fn RowView(row: TimelineRow) -> impl IntoView {
    match row {
        TimelineRow::Today(today) => view! { <Today today /> }.into_any(),
        TimelineRow::Point((Point::Follows(due), Some((state, lacks_holidays)))) => {
            view! { <Follows due state lacks_holidays /> }.into_any()
        }
        TimelineRow::Point((point, _)) => view! { <Entered point /> }.into_any(),
    }
}

#[component]
fn Entered(point: Point) -> impl IntoView {
    let desk = use_desk();
    let day = point.day().to_string();
    // Whether it is a plan depends on the day.
    let words = move || entered_words(desk, &point);
    view! {
        <li class="entered">
            <span class="day">{day}</span>
            <span prop:textContent=words></span>
        </li>
    }
}

#[component]
fn Today(today: Date) -> impl IntoView {
    view! {
        <li class="today">
            <span class="day" prop:textContent=today.to_string()></span>
            <strong>"今天"</strong>
        </li>
    }
}

/// A date that follows, with the clauses that it follows from.
#[component]
fn Follows(due: Due, state: DueState, lacks_holidays: bool) -> impl IntoView {
    let desk = use_desk();
    let rule = &desk.pathway.dates[due.rule];
    let plan = if due.planned { "，那一天还没有到，只是计划" } else { "" };
    let start = format!("由“{}”{} 推算{plan}。", desk.policy.facts[due.fact].label, due.since);
    let quotes: Vec<_> = rule
        .clauses
        .iter()
        .map(|(document, clause)| view! { <Quote quote=clause.quote document place=clause.place /> })
        .collect();
    let is_late = matches!(state, DueState::Overdue(_));
    let late = is_late.then(|| view! { <p class="help">{rule.late}</p> });
    let hint = lacks_holidays.then(|| {
        view! {
            <p class="warning">
                "这一年的放假安排还没有填，只按周末推算；请在下面填写放假和调休的日期。"
            </p>
        }
    });
    view! {
        <li class=class(state)>
            <DueLine due state />
            {late}
            {hint}
            <details class="clause">
                <summary>{rule.places()}</summary>
                <p class="help" prop:textContent=start></p>
                {quotes}
                <p class="help">{rule.help}</p>
            </details>
        </li>
    }
}

fn class(state: DueState) -> &'static str {
    match state {
        DueState::Overdue(_) => "due overdue",
        DueState::Today | DueState::Open(_) => "due near",
        DueState::Ahead(_) => "due",
        DueState::Doubtful(_, days) if days >= 0 => "due",
        DueState::Past(_) | DueState::Kept(_) | DueState::Doubtful(..) | DueState::Overtaken(..) => "due over",
    }
}

/// Dates whose facts are not there, and which facts these are.
fn missing(desk: Desk) -> Vec<String> {
    let known = calendar::dates(desk.pathway, &desk.draft(), desk.today());
    let is_missing = |(at, _): &(usize, &DateRule)| !known.iter().any(|due| due.rule == *at);
    let line = |(_, rule): (usize, &DateRule)| {
        let words = |fact: usize| format!("“{}”", desk.policy.facts[fact].label);
        let facts: Vec<String> = rule.rule.facts().iter().map(|fact| words(*fact)).collect();
        format!("{}：要填{}", rule.label, facts.join("或"))
    };
    desk.pathway.dates.iter().enumerate().filter(is_missing).map(line).collect()
}
