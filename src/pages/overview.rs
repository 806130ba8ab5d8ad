//! 总览: the score, the stages and the next dates together, on one page and on one sheet of paper.

use leptos::prelude::*;

use crate::components::{Overview, Sheet};

#[component]
pub fn OverviewPage() -> impl IntoView {
    view! {
        <Sheet title="总览" lead="做到哪里、先办什么，放在一起看；点进去就能接着填，打印出来是一页。">
            <Overview />
        </Sheet>
    }
}
