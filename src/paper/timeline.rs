//! The timeline on paper.

use leptos::prelude::*;

use super::sheet::{PaperHeads, PaperSheet};
use crate::calendar::{self, Point, deadlines};
use crate::components::{entered_words, following};
use crate::desk::{Desk, use_desk};

#[component]
pub fn TimelinePaper() -> impl IntoView {
    let desk = use_desk();
    let beside = Signal::derive(move || format!("打印日期 {}", desk.today()));
    let foot = "由制创自评推算，条文没有写明的地方，以主管部门的通知为准。";
    view! {
        <PaperSheet title="时间线" beside foot>
            <table class="dates">
                <PaperHeads words=vec!["日期", "事项", "现在", "条文"] />
                <tbody>{following(move || rows(desk))}</tbody>
            </table>
        </PaperSheet>
    }
}

fn rows(desk: Desk) -> Vec<AnyView> {
    let points = calendar::timeline(desk.pathway, &desk.draft(), desk.today());
    let row = |point: Point| {
        let [days, label, state, places] = cells(desk, point);
        view! {
            <tr>
                <td class="days" prop:textContent=days></td>
                <td class="print-quote" prop:textContent=label></td>
                <td class="print-quote" prop:textContent=state></td>
                <td class="print-quote" prop:textContent=places></td>
            </tr>
        }
        .into_any()
    };
    points.into_iter().map(row).collect()
}

fn cells(desk: Desk, point: Point) -> [String; 4] {
    match point {
        Point::Entered(_, day) => [day.to_string(), entered_words(desk, &point), String::new(), String::new()],
        Point::Follows(due) => {
            let state = calendar::due_state(desk.pathway, &desk.draft(), &due, desk.today());
            [
                deadlines::days_words(&due),
                deadlines::label(desk.pathway, &due),
                deadlines::words(desk.policy, desk.pathway, &due, state),
                desk.pathway.dates[due.rule].places(),
            ]
        }
    }
}
