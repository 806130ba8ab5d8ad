//! 佐证材料: certificates, approvals, contracts and standards, by category.

use leptos::prelude::*;

use crate::components::{EvidenceTable, Sheet};
use crate::policy::Category;

#[component]
pub fn EvidencePage() -> impl IntoView {
    let section = |category: &Category| {
        view! {
            <section class="part">
                <h2>{category.label()}</h2>
                <EvidenceTable category=*category />
            </section>
        }
    };
    let all: Vec<_> = Category::ALL.iter().map(section).collect();
    let lead = "各类材料按各自的日期，在考评期内（含首尾两天）的才计分：知识产权、技术转让成果等须为考评期内所得（第十七条），成果鉴定、项目、平台依附件各项的“考评期限内”，技术标准条文没有写明，本程序同样只计考评期内的。没有填日期的，本程序只计入最高可得。";
    view! { <Sheet title="佐证材料" lead>{all}</Sheet> }
}
