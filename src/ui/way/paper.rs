//! A stage on paper, as a checklist. Its cells follow the draft one by one: it is there while one types.

use std::sync::Arc;

use crate::ui::leptos::*;

use super::{open_stage, pathway, standing, state_words};
use crate::draft::field::RequirementField;
use crate::draft::{Field, field};
use crate::policy::Section;
use crate::readiness::{Facts, Readiness, explain};
use crate::ui::desk::{Desk, memo};
use crate::ui::dom::{Child, El, IntoChild, el, of};
use crate::ui::print;

pub fn paper(desk: Desk) -> El {
    let standing = standing(desk);
    let open = memo(move || open_stage(&desk.route.get()));
    el("div").child(move || checklist(desk, standing, open.get()))
}

fn checklist(desk: Desk, standing: Memo<Arc<Readiness>>, at: usize) -> El {
    let stage = &pathway().stages[at];
    let heads = ["条件", "条文", "核对", "说明", "材料编号"];
    let heads: Vec<El> = heads.into_iter().map(|word| el("th").child(word)).collect();
    let section = |section: &'static Section| -> Vec<Child> {
        let name = el("tr").child(of("th", "print-quote").attr("colspan", "5").child(section.name));
        let rows = section.requirements.iter().map(|at| row(desk, standing, *at).into_child());
        std::iter::once(name.into_child()).chain(rows).collect()
    };
    let rows: Vec<Child> = stage.sections.iter().flat_map(section).collect();
    let verdict = memo(move || standing.get().stages[at].verdict.label().to_owned());
    let beside = el("span")
        .child(format!("{}，", pathway().document))
        .child(verdict)
        .child(format!("，核对日期 {}", desk.today()));
    print::sheet(desk, &format!("{}：条件核对表", stage.name), beside)
        .child(
            of("table", "checklist")
                .child(el("thead").child(el("tr").child(heads)))
                .child(el("tbody").child(rows)),
        )
        .child(of("p", "print-foot").child("由制创自评生成，为本中心自查，以主管部门的审查和公布为准。"))
}

fn row(desk: Desk, standing: Memo<Arc<Readiness>>, at: usize) -> El {
    let one = &pathway().requirements[at];
    let expected = one.expected.map(|word| format!("（{word}）")).unwrap_or_default();
    let said = move |part| memo(move || field::text(desk.policy, &desk.draft(), Field::Requirement(at, part)));
    let reasons = one.is_computed().then(|| {
        memo(move || {
            let draft = desk.draft();
            let facts = Facts { pathway: pathway(), draft: &draft, today: desk.today() };
            let reasons = explain::reasons(desk.policy, pathway(), one, &facts).into_iter();
            reasons.map(|reason| reason.words).collect::<String>()
        })
    });
    el("tr")
        .child(of("td", "print-quote").child(format!("{}{expected}", one.label)))
        .child(el("td").child(one.clause.place))
        .child(el("td").child(memo(move || state_words(standing.get().states[at]))))
        .child(of("td", "print-quote").child(reasons).child(said(RequirementField::Note)))
        .child(el("td").child(said(RequirementField::Document)))
}
