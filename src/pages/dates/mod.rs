//! 日期: the days that are entered, the dates that follow, working days, annual grades, and the calendar file.

mod grades;
mod timeline;

use leptos::prelude::*;

use crate::calendar::{deadlines, ics};
use crate::components::{FieldEntry, FoldedNotes, OfferedFact, Sheet, TextKind};
use crate::desk::{clock, use_desk};
use crate::draft::{DayList, Field};
use grades::Grades;
use timeline::Timeline;

#[component]
pub fn DatesPage() -> impl IntoView {
    let facts: Vec<_> =
        use_desk().pathway.date_facts().into_iter().map(|at| view! { <OfferedFact at /> }).collect();
    let lead = "填写已经发生的日期，推算出要做的事各在哪一天；每个日期都写明依据的条文和推算的起点。条文没有写明的地方，以主管部门的通知为准。";
    view! {
        <Sheet title="日期" lead>
            <div class="abreast">
                <section>
                    <h2>"时间线"</h2>
                    <Timeline />
                    <CalendarFile />
                    <FoldedNotes about="dates" />
                </section>
                <section>
                    <h2>"已经发生的日期"</h2>
                    <div class="columns">{facts}</div>
                </section>
            </div>
            <h2>"放假和调休"</h2>
            <WorkingDays />
            <h2>"年度考核等次"</h2>
            <Grades />
            <FoldedNotes about="grades" />
        </Sheet>
    }
}

#[component]
fn CalendarFile() -> impl IntoView {
    let desk = use_desk();
    let save = move |_| {
        desk.look_at_the_day();
        // What is only being tried out is in nobody's calendar.
        let draft = desk.main_untracked();
        let id = untrack(|| desk.open_id()).map(|id| id.as_str().to_owned()).unwrap_or_default();
        let today = untrack(|| desk.today());
        let text = ics::calendar(desk.pathway, &draft, &id, today, &clock::stamp());
        desk.export_text(&text, "text/calendar;charset=utf-8", ".ics");
    };
    let none = Memo::new(move |_| deadlines::next(desk.pathway, &desk.draft(), desk.today()).is_empty());
    view! {
        <p class="tools-line">
            <button type="button" prop:disabled=none on:click=save>
                "导出到日历（.ics）"
            </button>
            <span class="help">
                "Outlook 和手机日历都能打开；还没过去的和已逾期的各成一个全天日程，截止日提前两周提醒；已逾期的，今天另有一个提醒。"
            </span>
        </p>
    }
}

#[component]
fn WorkingDays() -> impl IntoView {
    let help = "公示期按工作日计算。国务院办公厅每年公布放假安排，本程序没有以后各年的安排，需要照通知自己填：每行一天，连续几天写成“2026-10-01 至 2026-10-07”。周末不用填，周末调休上班的填在“调休上班的日期”里。";
    view! {
        <div class="days">
            <p class="help">{help}</p>
            <div class="columns">
                <FieldEntry field=Field::Days(DayList::Holidays) label="放假的日期" kind=TextKind::LongWords />
                <FieldEntry
                    field=Field::Days(DayList::Workdays)
                    label="调休上班的日期"
                    kind=TextKind::LongWords
                />
            </div>
        </div>
    }
}
