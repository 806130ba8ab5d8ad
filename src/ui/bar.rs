//! The sticky bar: the three figures as one bar, and the way to what is still unanswered.

use std::time::Duration;

use crate::ui::leptos::*;

use super::desk::{Desk, memo, use_desk};
use super::dom::{El, button, el, follow, of};
use super::table;
use crate::draft::number::to_fraction;
use crate::policy::Points;
use crate::scoring::Figures;

/// How long typing rests before the total is said.
const REST: Duration = Duration::from_millis(1200);

pub fn bar() -> El {
    let desk = use_desk();
    let total = memo(move || desk.assessment().total);
    let waiting = memo(move || match desk.assessment().unanswered().len() {
        0 => "各项都已填写".to_owned(),
        count => format!("还有 {count} 项未填，去下一项"),
    });
    let legend = [("secured", "最低可得"), ("claimed", "自评高出"), ("open", "尚可争取")];
    let legend: Vec<El> = legend.into_iter().map(|(class, word)| of("span", class).child(word)).collect();
    of("section", "score-bar")
        .attr("aria-label", "总分")
        .child(
            of("dl", "scores")
                .child(figure("secured", "最低可得", "total-floor", move || total.get().floor))
                .child(figure("claimed", "自评", "total-declared", move || total.get().declared))
                .child(figure("open", "最高可得", "total-ceiling", move || total.get().ceiling)),
        )
        .child(parts(desk, total))
        .child(of("p", "legend").attr("aria-hidden", "true").child(legend))
        .child(button(waiting, move || table::go_to_next(desk)).attr("class", "next"))
        .child(spoken(desk, total))
}

/// The total for those who hear the page: said once typing rests and the total of this draft is another one,
/// so neither at the start nor for each keystroke.
fn spoken(desk: Desk, total: Memo<Figures>) -> El {
    let words = RwSignal::new(String::new());
    let last = StoredValue::new((untrack(|| desk.place()), total.get_untracked()));
    let changes = StoredValue::new(0_u32);
    let speak = move || {
        let now = (untrack(|| desk.place()), total.get_untracked());
        let before = last.get_value();
        if now.0 == before.0 && now.1 != before.1 {
            let Figures { floor, declared, ceiling } = now.1;
            words.set(format!("自评 {declared}，最低可得 {floor}，最高可得 {ceiling}"));
        }
        last.set_value(now);
    };
    let listen = follow(Box::new(move || {
        total.track();
        let change = changes.try_update_value(|changes| {
            *changes += 1;
            *changes
        });
        let rest = move || {
            if changes.try_get_value() == change {
                speak();
            }
        };
        set_timeout(rest, REST);
    }));
    // Held for as long as the bar is there.
    StoredValue::new_local(listen);
    of("p", "spoken").attr("role", "status").child(move || words.get())
}

fn figure(class: &'static str, word: &str, id: &str, points: impl Fn() -> Points + 'static) -> El {
    of("div", class).child(el("dt").child(word)).child(el("dd").attr("id", id).child(move || points().to_string()))
}

pub fn parts(desk: Desk, total: Memo<Figures>) -> El {
    let all = desk.policy.total;
    let part = move |class, part: fn(Figures) -> Points| {
        of("i", class).style("width", move || percent(part(total.get()), all))
    };
    let words = move || {
        let Figures { floor, declared, ceiling } = total.get();
        Some(format!("最低可得 {floor}，自评 {declared}，最高可得 {ceiling}，满分 {all:#}"))
    };
    of("div", "bar")
        .attr("role", "img")
        .live("aria-label", words)
        .child(part("secured", |total| total.floor))
        .child(part("claimed", |total| total.declared - total.floor))
        .child(part("open", |total| total.ceiling - total.declared))
        .child(move || lines(desk))
}

/// A part of the table's total as a CSS percentage.
fn percent(points: Points, total: Points) -> String {
    format!("{}%", Points::round(points.exact() * 100 / total.exact()))
}

/// The centre's own lines, marked on the bar.
fn lines(desk: Desk) -> Vec<El> {
    let draft = desk.draft();
    let marks = draft.lines.iter().filter_map(|line| {
        let points = Points::round(to_fraction(line.points.value?));
        let left = percent(points, desk.policy.total);
        let label = format!("{}（自设）{points:#}", line.label);
        Some(of("b", "line").style("left", move || left.clone()).child(el("span").child(label)))
    });
    marks.collect()
}
