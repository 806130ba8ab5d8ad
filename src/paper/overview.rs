//! 总览 on one sheet of paper.

use leptos::prelude::*;

use super::sheet::PaperSheet;
use crate::components::Overview;
use crate::desk::use_desk;

#[component]
pub fn OverviewPaper() -> impl IntoView {
    let desk = use_desk();
    let beside = Signal::derive(move || format!("打印日期 {}", desk.today()));
    let foot = "由制创自评生成，为本中心自评自查，以主管部门的评估、审查和公布为准。";
    view! {
        <PaperSheet title="制创自评总览" beside foot>
            <Overview brief=true />
        </PaperSheet>
    }
}
