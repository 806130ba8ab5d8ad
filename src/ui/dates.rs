//! 日期: the days that are entered, the dates that follow, working days, annual grades, and the calendar file.

mod grades;
mod timeline;

use crate::ui::leptos::*;

use super::controls::{self, Entry};
use super::desk::{Desk, memo, use_desk};
use super::dom::{El, button, el, of};
use super::transfer;
use super::way::{self, pathway};
use crate::calendar::{deadlines, ics};
use crate::draft::{DayList, Field};

pub use grades::consequences;
pub use timeline::{due_line, paper};

pub fn page() -> El {
    let desk = use_desk();
    let lead = "填写已经发生的日期，推算出要做的事各在哪一天；每个日期都写明依据的条文和推算的起点。条文没有写明的地方，以主管部门的通知为准。";
    super::sheet("日期", lead)
        .child(el("h2").child("已经发生的日期"))
        .child(of("div", "columns").child(days_entered(desk)))
        .child(el("h2").child("时间线"))
        .child(timeline::timeline(desk))
        .child(export(desk))
        .child(way::notes("dates"))
        .child(el("h2").child("放假和调休"))
        .child(working_days())
        .child(el("h2").child("年度考核等次"))
        .child(grades::grades(desk))
        .child(way::notes("grades"))
}

/// The facts from which dates follow.
fn days_entered(desk: Desk) -> Vec<El> {
    pathway().date_facts().into_iter().map(|fact| way::fact(desk, fact)).collect()
}

fn export(desk: Desk) -> El {
    let save = move || {
        let draft = desk.draft_untracked();
        let place = untrack(|| desk.place()).map(|id| id.as_str().to_owned()).unwrap_or_default();
        let text = ics::calendar(pathway(), &draft, &place, desk.today(), &transfer::stamp());
        transfer::export_text(desk, &text, "text/calendar;charset=utf-8", ".ics");
    };
    let none = memo(move || deadlines::next(pathway(), &desk.draft(), desk.today()).is_empty());
    of("p", "tools-line").child(button("导出到日历（.ics）", save).disabled(move || none.get())).child(
        of("span", "help")
            .child("Outlook 和手机日历都能打开；还没过去的和已逾期的各成一个全天日程，截止日提前两周提醒。"),
    )
}

fn working_days() -> El {
    let entry =
        |list, label| controls::entry(Signal::stored(Field::Days(list)), label, Entry::LongWords, "", false);
    let help = "公示期按工作日计算。国务院办公厅每年公布放假安排，本程序没有以后各年的安排，需要照通知自己填：每行一天，连续几天写成“2026-10-01 至 2026-10-07”。周末不用填，周末调休上班的填在“调休上班的日期”里。";
    of("div", "days").child(of("p", "help").child(help)).child(
        of("div", "columns")
            .child(entry(DayList::Holidays, "放假的日期"))
            .child(entry(DayList::Workdays, "调休上班的日期")),
    )
}
