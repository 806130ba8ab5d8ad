//! A stage on paper, as a checklist.

use super::{open_stage, pathway, standing, state_words};
use crate::ui::leptos::*;

use crate::policy::Section;
use crate::ui::desk::{Desk, memo};
use crate::ui::dom::{Child, El, IntoChild, el, of};
use crate::ui::print;
use crate::ui::transfer::today;

pub fn paper(desk: Desk) -> El {
    let standing = standing(desk);
    let open = memo(move || open_stage(&desk.route.get()));
    of("div", "").child(move || {
        let stage = &pathway().stages[open.get()];
        let heads = ["条件", "条文", "核对", "说明", "材料编号"];
        let heads: Vec<El> = heads.into_iter().map(|word| el("th").child(word)).collect();
        let rows = move || {
            let (draft, now) = (desk.draft(), standing.get());
            let row = |at: usize| {
                let one = &pathway().requirements[at];
                let said = draft.requirements.get(at).cloned().unwrap_or_default();
                let expected = one.expected.map(|word| format!("（{word}）")).unwrap_or_default();
                el("tr")
                    .child(of("td", "print-quote").child(format!("{}{expected}", one.label)))
                    .child(el("td").child(one.clause.place))
                    .child(el("td").child(state_words(now.states[at])))
                    .child(of("td", "print-quote").child(said.note))
                    .child(el("td").child(said.document))
            };
            let section = |section: &'static Section| -> Vec<Child> {
                let name = el("tr").child(of("th", "print-quote").attr("colspan", "5").child(section.name));
                std::iter::once(name.into_child())
                    .chain(section.requirements.iter().map(|at| row(*at).into_child()))
                    .collect()
            };
            stage.sections.iter().flat_map(section).collect::<Vec<Child>>()
        };
        let verdict = move || standing.get().stages[open.get()].verdict.label();
        let title = format!("{}：条件核对表", stage.name);
        let beside = el("span").child(verdict).child(format!("，核对日期 {}", today()));
        print::sheet(desk, &title, beside)
            .child(
                of("table", "checklist")
                    .child(el("thead").child(el("tr").child(heads)))
                    .child(el("tbody").child(rows)),
            )
            .child(of("p", "print-foot").child(FOOT))
    })
}

pub const FOOT: &str = "由制创自评生成，为本中心自查，以主管部门的审查和公布为准。";
