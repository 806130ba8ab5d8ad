//! The grades of annual assessments, and what follows from them.

use crate::ui::leptos::*;

use super::pathway;
use crate::calendar::grades::{self, Brought};
use crate::draft::Field;
use crate::policy::Grade;
use crate::ui::controls;
use crate::ui::desk::{Desk, memo};
use crate::ui::dom::{Child, El, IntoChild, el, of};

pub fn grades(desk: Desk) -> El {
    let years = memo(move || grades::years(pathway(), &desk.draft(), desk.today()));
    let row = |year: u16| {
        let options = Grade::ALL.iter().map(|grade| (grade.id(), grade.label())).collect();
        controls::choice(Signal::stored(Field::Grade(year)), format!("{year} 年度"), "", options, "未公布")
    };
    // Built anew only when there are other years, so that whoever answers stays where they are.
    let rows = move || {
        let years = years.get();
        if years.is_empty() {
            let words = "填写“正式认定日期”后，这里列出到下一次评估为止的各年度；评估当年和前一年是否考核，考核评估办法第二条有两种理解，没有考核的留“未公布”。";
            return of("p", "help").child(words).into_child();
        }
        of("div", "grades").child(years.into_iter().map(row).collect::<Vec<El>>()).into_child()
    };
    el("div").child(rows).child(of("div", "reasons").attr("aria-live", "polite").child(move || consequences(desk)))
}

/// What the grades bring, each with its clause; nothing where they bring nothing.
pub fn consequences(desk: Desk) -> Child {
    let line = |brought: Brought| {
        let clause = pathway().consequences.iter().find(|(one, _)| *one == brought.consequence);
        let years: Vec<String> = brought.years.iter().map(u16::to_string).collect();
        let place = clause.map(|(_, clause)| clause.place).unwrap_or_default();
        let words = format!("因 {} 年度的等次：{}（{place}）。", years.join("、"), brought.consequence.label());
        el("p").child(of("span", "mark").child("结果")).child(words)
    };
    let all: Vec<El> =
        grades::consequences(pathway(), &desk.draft(), desk.today()).into_iter().map(line).collect();
    all.into_child()
}
