//! The grades of annual assessments, and what follows from them.

use leptos::prelude::*;

use crate::calendar::grades;
use crate::components::{Choice, Consequences, following};
use crate::desk::use_desk;
use crate::draft::Field;
use crate::policy::Grade;

#[component]
pub fn Grades() -> impl IntoView {
    let desk = use_desk();
    let years = Memo::new(move |_| grades::years(desk.pathway, &desk.draft(), desk.today()));
    let row = |year: u16| {
        let options = Grade::ALL.iter().map(|grade| (grade.id(), grade.label())).collect();
        view! { <Choice field=Field::Grade(year) legend=format!("{year} 年度") options nothing="未公布" /> }
    };
    // Built anew only when there are other years, so that whoever answers stays where they are.
    let rows = move || {
        let years = years.get();
        if years.is_empty() {
            let words = "填写“正式认定日期”后，这里列出到下一次评估为止的各年度；评估当年和前一年是否考核，考核评估办法第二条有两种理解，没有考核的留“未公布”。";
            return view! { <p class="help" prop:textContent=words></p> }.into_any();
        }
        view! { <div class="grades">{years.into_iter().map(row).collect::<Vec<_>>()}</div> }.into_any()
    };
    view! {
        <div>
            {following(rows)}
            <div class="reasons" aria-live="polite">
                <Consequences />
            </div>
        </div>
    }
}
