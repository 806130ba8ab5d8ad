//! 举措与方案: what could be done, what each of it adds, and which of it together.

mod evidence;
mod forms;
mod list;
mod outcome;
mod people;
mod plans;
mod readings;
mod shares;

use leptos::prelude::*;

use crate::components::Sheet;
use forms::Forms;
use list::MeasureList;
use plans::{Chosen, Plans};

#[component]
pub fn MeasuresPage() -> impl IntoView {
    provide_context(Chosen::new());
    view! {
        <Sheet
            title="举措与方案"
            class="measures-page"
            lead="举措是一件可以做的事，方案是几件一起做。这里怎样改都不动主稿；想好了，再把方案写入主稿。"
        >
            <h2>"新举措"</h2>
            <Forms />
            <h2>"方案"</h2>
            <Plans />
            <h2>"举措"</h2>
            <MeasureList />
        </Sheet>
    }
}
