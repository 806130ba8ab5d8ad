//! 口径与说明 on paper: what was chosen, and what each choice rests on.

use leptos::prelude::*;

use super::rows::{Column, PaperRows};
use super::sheet::PaperSheet;
use crate::components::following;
use crate::desk::use_desk;
use crate::draft::{Field, field};

#[component]
pub fn ReadingsPaper() -> impl IntoView {
    let desk = use_desk();
    let readings = desk.policy.readings.len();
    let lines = Memo::new(move |_| desk.draft().lines.len());
    let heads = vec![("问题", Column::Words), ("所选口径", Column::Words), ("依据", Column::Words)];
    let discretion = move || format!("酌情取值：{}。", desk.draft().discretion.label());
    let lines_too = move || {
        (lines.get() > 0).then(|| {
            view! {
                <h2>"自设参考线"</h2>
                <PaperRows class="print-lines" heads=line_heads() count=lines rows=line_rows />
            }
        })
    };
    view! {
        <PaperSheet title="口径与说明" beside=super::table::period() foot="由制创自评生成，为本中心所选。">
            <p prop:textContent=discretion></p>
            <PaperRows class="print-readings" heads count=readings rows />
            {following(lines_too)}
        </PaperSheet>
    }
}

fn line_heads() -> Vec<(&'static str, Column)> {
    vec![("自设参考线", Column::Words), ("分数", Column::Figure)]
}

fn rows() -> Vec<Vec<String>> {
    let desk = use_desk();
    let draft = desk.draft();
    let row = |(reading, chosen): (&crate::policy::Reading, &u8)| {
        let choice = reading.choices.get(usize::from(*chosen));
        let words = |of: fn(&crate::policy::ReadingChoice) -> &'static str| choice.map(of).unwrap_or_default();
        [
            reading.question.to_owned(),
            words(|choice| choice.label).to_owned(),
            words(|choice| choice.reason).to_owned(),
        ]
    };
    desk.policy.readings.iter().zip(draft.readings.iter()).map(row).map(Vec::from).collect()
}

fn line_rows() -> Vec<Vec<String>> {
    let desk = use_desk();
    let draft = desk.draft();
    let text = |field| field::on_paper(desk.policy, &draft, field);
    (0..draft.lines.len()).map(|at| vec![text(Field::LineLabel(at)), text(Field::LinePoints(at))]).collect()
}
