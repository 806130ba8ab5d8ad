//! How far one is on the way to recognition, in words and as a bar.

use leptos::prelude::*;

use crate::desk::{Desk, use_desk};
use crate::readiness::{Progress, State};

/// 条件 36/66，不符合 1.
pub fn progress_words(progress: &Progress) -> String {
    let Progress { settled, unmet, all } = progress;
    let unmet = if *unmet > 0 { format!("，不符合 {unmet}") } else { String::new() };
    format!("条件 {settled}/{all}{unmet}")
}

/// What is said where nothing is left to be verified ahead; stages that are behind may hold some all the same.
pub fn all_verified_words(desk: Desk) -> &'static str {
    match desk.readiness().states.contains(&State::Unverified) {
        true => "已过阶段以外，各条都已核对",
        false => "各条都已核对",
    }
}

/// Requirements as a bar: met or not applicable, unmet, not verified.
#[component]
pub fn ProgressBar() -> impl IntoView {
    let desk = use_desk();
    let progress = move || desk.readiness().progress();
    let words = move || {
        let Progress { settled, unmet, all } = progress();
        format!("符合或不适用 {settled} 条，不符合 {unmet} 条，待核实 {} 条，共 {all} 条", all - settled - unmet)
    };
    let width = move |part: fn(Progress) -> usize| {
        move || {
            let progress = progress();
            let hundredths = part(progress) * 10_000 / progress.all.max(1);
            format!("{}.{:02}%", hundredths / 100, hundredths % 100)
        }
    };
    view! {
        <div class="bar" role="img" aria-label=words>
            <i class="secured" style:width=width(|progress| progress.settled)></i>
            <i class="unmet" style:width=width(|progress| progress.unmet)></i>
            <i class="open" style:width=width(|progress| progress.all - progress.settled - progress.unmet)></i>
        </div>
    }
}
