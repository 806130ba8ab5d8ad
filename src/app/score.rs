//! The sticky bar: the three figures as one bar, and the way to what is still unanswered.

use std::time::Duration;

use leptos::prelude::*;

use crate::components::ScoreBar;
use crate::desk::use_desk;
use crate::scoring::Figures;

/// How long typing rests before the total is said.
const REST: Duration = Duration::from_millis(1200);

#[component]
pub fn Score() -> impl IntoView {
    let desk = use_desk();
    let total = Memo::new(move |_| desk.assessment().total);
    let waiting = Memo::new(move |_| match desk.assessment().unanswered().len() {
        0 => "各项都已填写".to_owned(),
        count => format!("还有 {count} 项未填，去下一项"),
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
            <button type="button" class="next" on:click=move |_| desk.go_to_next_unanswered() prop:textContent=waiting></button>
            <SpokenTotal total />
        </section>
    }
}

/// The total for those who hear the page: said once typing rests and the total of this draft is another one,
/// so neither at the start nor for each keystroke.
#[component]
fn SpokenTotal(total: Memo<Figures>) -> impl IntoView {
    let desk = use_desk();
    let words = RwSignal::new(String::new());
    let now = move || (untrack(|| desk.open_id()), total.get_untracked());
    let last = StoredValue::new(now());
    let speak = move || {
        let (now, before) = (now(), last.get_value());
        if now.0 == before.0 && now.1 != before.1 {
            let Figures { floor, declared, ceiling } = now.1;
            words.set(format!("自评 {declared}，最低可得 {floor}，最高可得 {ceiling}"));
        }
        last.set_value(now);
    };
    // What was said of another draft is not to be read in this one.
    Effect::new(move |_| {
        desk.laid_out.track();
        words.set(String::new());
        last.set_value(now());
    });
    Effect::new(move |_| {
        total.track();
        // The next change, and the end of the bar, begin the rest anew.
        if let Ok(rest) = set_timeout_with_handle(speak, REST) {
            on_cleanup(move || rest.clear());
        }
    });
    view! { <p class="spoken" role="status" prop:textContent=words></p> }
}
