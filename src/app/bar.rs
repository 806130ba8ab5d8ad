//! The sticky bar: what the draft is for as a figure, and the way to what is still open.

use std::time::Duration;

use leptos::prelude::*;

use crate::components::{ProgressBar, ScoreBar, all_verified_words, dom, following, progress_words};
use crate::desk::{Desk, Group, Route, use_desk};
use crate::draft::Purpose;
use crate::scoring::Figures;

/// How long typing rests before the figure is said.
const REST: Duration = Duration::from_millis(1200);

/// Points for the evaluation, requirements before recognition. The table always shows its sum.
#[component]
pub fn Bar() -> impl IntoView {
    let desk = use_desk();
    let by_points = Memo::new(move |_| desk.purpose() == Purpose::Evaluation || desk.is_at(&Route::Table));
    following(move || match by_points.get() {
        true => view! { <Score /> }.into_any(),
        false => view! { <Progress /> }.into_any(),
    })
}

#[component]
fn Score() -> impl IntoView {
    let desk = use_desk();
    let total = Memo::new(move |_| desk.assessment().total);
    let count = Memo::new(move |_| desk.assessment().unanswered().len());
    let waiting = Memo::new(move |_| match count.get() {
        0 => "各项都已填写".to_owned(),
        count => format!("还有 {count} 项未填，去下一项"),
    });
    let spoken = Memo::new(move |_| {
        let Figures { floor, declared, ceiling } = total.get();
        format!("自评 {declared}，最低可得 {floor}，最高可得 {ceiling}")
    });
    view! {
        <section class="score-bar" aria-label="总分">
            <dl class="scores">
                <div class="secured">
                    <dt>"最低可得"</dt>
                    <dd id="total-floor" prop:textContent=move || total.get().floor.to_string()></dd>
                </div>
                <div class="claimed">
                    <dt>"自评"</dt>
                    <dd id="total-declared" prop:textContent=move || total.get().declared.to_string()></dd>
                </div>
                <div class="open">
                    <dt>"最高可得"</dt>
                    <dd id="total-ceiling" prop:textContent=move || total.get().ceiling.to_string()></dd>
                </div>
            </dl>
            <ScoreBar total />
            <p class="legend" aria-hidden="true">
                <span class="secured">"最低可得"</span>
                <span class="claimed">"自评高出"</span>
                <span class="open">"尚可争取"</span>
            </p>
            <Next count waiting go=Desk::go_to_next_unanswered />
            <CloseRows />
            <TryOut />
            <Spoken words=spoken />
        </section>
    }
}

/// The way to what is still open, and how much of it there is.
#[component]
fn Next(count: Memo<usize>, waiting: Memo<String>, go: fn(Desk)) -> impl IntoView {
    let desk = use_desk();
    view! {
        <button
            type="button"
            class="next"
            prop:disabled=move || count.get() == 0
            on:click=move |_| go(desk)
            prop:textContent=waiting
        ></button>
    }
}

/// Closes the rows of the table that were opened. Its place stays where nothing is open, so that nothing moves.
#[component]
fn CloseRows() -> impl IntoView {
    let desk = use_desk();
    let is_table = Memo::new(move |_| desk.is_at(&Route::Table));
    let none = Memo::new(move |_| desk.open_rows.get() == Default::default());
    // By keyboard one goes on at the button beside it; at the top of the page one would be far from the row.
    let close = move |_| {
        desk.close_rows();
        dom::focus_the_next();
    };
    following(move || {
        is_table.get().then(|| {
            view! {
                <button type="button" class="close-rows" prop:disabled=none on:click=close>
                    "全部收起"
                </button>
            }
        })
    })
}

/// The way to try something out, wherever facts are.
#[component]
fn TryOut() -> impl IntoView {
    let desk = use_desk();
    let has_facts = Memo::new(move |_| {
        let group = desk.group();
        let facts = [Group::Filling, Group::Readings, Group::Pathway, Group::Calendar];
        !desk.trying.get() && facts.into_iter().any(|one| group == Some(one))
    });
    following(move || {
        has_facts.get().then(|| {
            view! {
                <button type="button" class="try-out" title="试一试改几个数会怎样，主稿不变" on:click=move |_| desk.try_out()>
                    "试算"
                </button>
            }
        })
    })
}

#[component]
fn Progress() -> impl IntoView {
    let desk = use_desk();
    let words = Memo::new(move |_| progress_words(&desk.readiness().progress()));
    let count = Memo::new(move |_| desk.unverified_ahead().len());
    let waiting = Memo::new(move |_| match count.get() {
        0 => all_verified_words(desk).to_owned(),
        count => format!("还有 {count} 条待核实，去下一条"),
    });
    view! {
        <section class="score-bar" aria-label="条件">
            <p class="progress" prop:textContent=words></p>
            <ProgressBar />
            <p class="legend" aria-hidden="true">
                <span class="secured">"符合或不适用"</span>
                <span class="unmet">"不符合"</span>
                <span class="open">"待核实"</span>
            </p>
            <Next count waiting go=Desk::go_to_next_unverified />
            <TryOut />
            <Spoken words />
        </section>
    }
}

/// The figure for those who hear the page: said once typing rests and it is another one in this draft, so neither at the
/// start nor for each keystroke.
#[component]
fn Spoken(words: Memo<String>) -> impl IntoView {
    let desk = use_desk();
    let said = RwSignal::new(String::new());
    let now = move || (untrack(|| desk.open_id()), words.get_untracked());
    let last = StoredValue::new(now());
    let speak = move || {
        let (now, before) = (now(), last.get_value());
        if now.0 == before.0 && now.1 != before.1 {
            said.set(now.1.clone());
        }
        last.set_value(now);
    };
    // What was said of another draft is not to be read in this one.
    Effect::new(move |_| {
        desk.laid_out.track();
        said.set(String::new());
        last.set_value(now());
    });
    Effect::new(move |_| {
        words.track();
        // The next change, and the end of the bar, begin the rest anew.
        if let Ok(rest) = set_timeout_with_handle(speak, REST) {
            on_cleanup(move || rest.clear());
        }
    });
    view! { <p class="spoken" role="status" prop:textContent=said></p> }
}
