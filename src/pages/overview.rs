//! 总览: the score, the stages and the next dates together, on one page and on one sheet of paper.

use leptos::prelude::*;

use crate::components::{Overview, Sheet};

#[component]
pub fn OverviewPage() -> impl IntoView {
    view! {
        <Sheet title="总览" lead="得分、各阶段的条件和接下来的日期放在一起看；打印出来是一页。">
            <Overview />
        </Sheet>
    }
}
