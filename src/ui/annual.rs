//! 年度目标: the yearly responsibility targets, and the self-evaluation for the January report.

use crate::ui::leptos::*;

use super::controls::{self, Entry};
use super::desk::{Action, Desk, memo, use_desk};
use super::dom::{El, IntoChild, button, el, of};
use super::{print, transfer, way};
use crate::calendar::annual;
use crate::draft::field::TaskField;
use crate::draft::{Field, YearPlan, field};
use crate::policy::{Duty, Outcome};
use crate::session::{Command, Rows};

pub fn page() -> El {
    let desk = use_desk();
    let open = open_plan(desk);
    let lead = "按考核评估办法第五至七条拟定的年度责任目标：目标、举措、进展逐项填写，次年 1 月底前报自评估报告时用。这里的内容不影响三年评估的得分。";
    let add = button("＋ 添加年度", move || {
        desk.dispatch(Command::Add(Rows::Plans));
        desk.open_plan.set(desk.draft_untracked().plans.len().saturating_sub(1));
    });
    super::sheet("年度目标", lead).child(tabs(desk, open)).child(of("p", "add").child(add)).child(move || {
        // Which plan is open decides what is built; what is typed into it does not.
        match open.get() {
            Some(at) => plan(desk, at).into_child(),
            None => of("p", "help").child("还没有年度。添加一个年度后逐项填写。").into_child(),
        }
    })
}

/// Position of the plan that is shown, where there is one.
fn open_plan(desk: Desk) -> Memo<Option<usize>> {
    let count = memo(move || desk.draft().plans.len());
    memo(move || count.get().checked_sub(1).map(|last| desk.open_plan.get().min(last)))
}

fn tabs(desk: Desk, open: Memo<Option<usize>>) -> El {
    let years = memo(move || desk.draft().plans.iter().map(annual::year_words).collect::<Vec<String>>());
    let tab = move |(at, year): (usize, String)| {
        let here = move || open.get() == Some(at);
        button(year, move || desk.open_plan.set(at)).live("aria-pressed", move || Some(here().to_string()))
    };
    of("div", "tabs")
        .attr("role", "group")
        .attr("aria-label", "年度")
        .child(move || years.get().into_iter().enumerate().map(tab).collect::<Vec<El>>())
}

fn plan(desk: Desk, at: usize) -> El {
    let outcome = memo(move || desk.draft().plans.get(at).map(annual::outcome_words).unwrap_or_default());
    let entry = |field, label, kind, unit| controls::entry(Signal::stored(field), label, kind, unit, false);
    let remove = move || {
        let year = desk.draft_untracked().plans.get(at).map(annual::year_words).unwrap_or_default();
        desk.dispatch(Command::Remove(Rows::Plans, at));
        desk.say(format!("已删除 {year}的目标。"), Some(Action::Undo));
    };
    let export = move || {
        let draft = desk.draft_untracked();
        if let Some(plan) = draft.plans.get(at) {
            let ending = format!("-{}自评估报告.txt", annual::year_words(plan).replace(' ', ""));
            transfer::export_text(desk, &annual::report(&draft, plan), "text/plain;charset=utf-8", &ending);
        }
    };
    let tools = of("p", "tools-line")
        .child(button("打印自评估报告", move || transfer::print(desk)))
        .child(button("导出报告文字", export))
        .child(button("删除这个年度", remove));
    let twice = memo(move || match annual::has_twin(&desk.draft(), at) {
        true => "这个年度另有一份目标，请核对年度。".to_owned(),
        false => String::new(),
    });
    let duties: Vec<El> = Duty::ALL.iter().map(|duty| task(at, *duty)).collect();
    of("section", "plan")
        .child(
            of("div", "draft-head").child(entry(Field::PlanYear(at), "年度", Entry::Number, "年")).child(entry(
                Field::ReportedOn(at),
                "自评估报告报送日期",
                Entry::Date,
                "",
            )),
        )
        .child(of("p", "warning").attr("aria-live", "polite").child(twice))
        .child(of("p", "help").child(memo(move || {
            let draft = desk.draft();
            draft
                .plans
                .get(at)
                .map(|plan| annual::due_words(way::pathway(), &draft, plan, desk.today()))
                .unwrap_or_default()
        })))
        .child(of("p", "sum").attr("aria-live", "polite").child(outcome))
        .child(tools)
        .child(duties)
        .child(el("h2").child("自评估总结"))
        .child(entry(Field::Summary(at), "总体评价、存在问题和改进", Entry::LongWords, ""))
}

fn task(at: usize, duty: Duty) -> El {
    let field = |part| Signal::stored(Field::Task(at, duty, part));
    let words = |part, label| controls::entry(field(part), label, Entry::LongWords, "", false);
    let text = way::pathway().duties.iter().find(|text| text.duty == duty);
    let clause = text.map(|text| {
        let source = format!("——{} {}", use_desk().policy.document, text.clause.place);
        let quote = el("blockquote").child(el("p").child(text.clause.quote)).child(el("footer").child(source));
        of("details", "clause")
            .child(el("summary").child(format!("条文和提示：{}", text.clause.place)))
            .child(quote)
            .child(of("p", "help").child(text.help))
    });
    let options = Outcome::ALL.iter().map(|outcome| (outcome.id(), outcome.label())).collect();
    let name = of("span", "sr").child(format!("{}的结果", duty.label()));
    of("section", "task")
        .attr("role", "group")
        .attr("aria-label", duty.label())
        .child(el("h2").child(duty.label()))
        .child(clause)
        .child(
            of("div", "columns")
                .child(words(TaskField::Target, "责任目标"))
                .child(words(TaskField::Measures, "主要举措和时间进度"))
                .child(words(TaskField::Progress, "完成情况")),
        )
        .child(controls::choice(field(TaskField::Outcome), name, "", options, "未写明"))
}

/// The report of the open year on paper. Its cells follow the draft one by one: it is there while one types.
pub fn paper(desk: Desk) -> El {
    let open = open_plan(desk);
    el("div").child(move || match open.get() {
        Some(at) => report(desk, at),
        None => print::sheet(desk, "年度责任目标", el("span").child("还没有年度")),
    })
}

fn report(desk: Desk, at: usize) -> El {
    let heads = ["任务", "责任目标", "主要举措和时间进度", "完成情况", "结果"];
    let heads: Vec<El> = heads.into_iter().map(|word| el("th").child(word)).collect();
    let row = |duty: &Duty| {
        let duty = *duty;
        let text = move |part| memo(move || field::text(desk.policy, &desk.draft(), Field::Task(at, duty, part)));
        let long = |part| of("td", "print-quote long").child(text(part));
        let outcome = memo(move || {
            let draft = desk.draft();
            let outcome = draft.plans.get(at).and_then(|plan| plan.task(duty).outcome);
            outcome.map(Outcome::label).unwrap_or_default().to_owned()
        });
        el("tr")
            .child(el("td").child(duty.label()))
            .child(long(TaskField::Target))
            .child(long(TaskField::Measures))
            .child(long(TaskField::Progress))
            .child(el("td").child(outcome))
    };
    let rows: Vec<El> = Duty::ALL.iter().map(row).collect();
    let of_plan = move |words: fn(&YearPlan) -> String| {
        memo(move || desk.draft().plans.get(at).map(words).unwrap_or_default())
    };
    let year =
        of_plan(|plan| format!("{}，豫工信联科〔2019〕194号 第五至七条、第十八条", annual::year_words(plan)));
    print::sheet(desk, "年度责任目标完成情况自评估", el("span").child(year))
        .child(
            of("table", "report").child(el("thead").child(el("tr").child(heads))).child(el("tbody").child(rows)),
        )
        .child(of("p", "long").child(of_plan(annual::outcome_words)))
        .child(el("h2").child("总体评价、存在问题和改进"))
        .child(of("p", "long").child(of_plan(|plan| plan.summary.clone())))
        .child(of("p", "print-foot").child("由制创自评生成，为本中心自评，以主管部门的考核为准。"))
}
