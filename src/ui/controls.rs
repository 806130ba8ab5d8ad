//! Controls for one field each: they show its text, send what is typed, and say what is wrong beside it.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::ui::leptos::*;

use super::desk::{Desk, memo, use_desk};
use super::dom::{El, IntoChild, el, of, target, typed};
use crate::draft::{Field, field};
use crate::session::Command;

/// How a text control is offered.
#[derive(Clone, Copy, PartialEq)]
pub enum Entry {
    Words,
    /// Several lines.
    LongWords,
    Number,
    Date,
}

/// An id that no other control of the page has; one field may have several controls.
pub fn control_id() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("c{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A labelled control. With `quiet` the label is only for screen readers, as in a table.
pub fn entry(at: Signal<Field>, label: &str, entry: Entry, unit: &str, quiet: bool) -> El {
    let desk = use_desk();
    let id = control_id();
    let fault_id = format!("{id}-fault");
    let fault = memo(move || fault_sentence(desk, at.get()));
    let incomplete = RwSignal::new(false);
    let wrong = move || incomplete.get() || !fault.get().is_empty();
    let control = control(desk, at, entry, incomplete)
        .attr("id", id.as_str())
        .attr("aria-describedby", fault_id.as_str())
        .live("aria-invalid", move || wrong().then(|| "true".to_owned()));
    let sentence = move || match (incomplete.get(), field::text(desk.policy, &desk.draft(), at.get())) {
        (true, none) if none.is_empty() => "日期没有填完整，或者没有这一天，暂不计入。".to_owned(),
        (true, counts) => format!("日期没有填完整，或者没有这一天，暂按 {counts} 计算。"),
        (false, _) => fault.get(),
    };
    of("div", "field")
        .toggle("wrong", wrong)
        .child(of("label", if quiet { "sr" } else { "" }).attr("for", id).child(label))
        .child(
            of("span", "entry").child(control).child((!unit.is_empty()).then(|| of("span", "unit").child(unit))),
        )
        .child(of("span", "fault").attr("id", fault_id).attr("aria-live", "polite").child(sentence))
}

fn control(desk: Desk, at: Signal<Field>, entry: Entry, incomplete: RwSignal<bool>) -> El {
    let text = memo(move || field::text(desk.policy, &desk.draft(), at.get()));
    let shape = match entry {
        Entry::LongWords => el("textarea").attr("rows", "2"),
        Entry::Words => el("input").attr("type", "text"),
        Entry::Number => of("input", "number").attr("type", "text").attr("inputmode", "decimal"),
        Entry::Date => el("input").attr("type", "date").attr("max", "2999-12-31"),
    };
    shape
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .value(move || text.get())
        .on("input", move |event| {
            // A date that is being typed has no value yet; what stood there goes on counting.
            let half_typed = is_half_typed(entry, &event);
            incomplete.set(half_typed);
            if !half_typed {
                desk.dispatch(Command::Enter(at.get_untracked(), typed(&event)));
            }
        })
        .on("blur", move |event| {
            // A control that was empty before tells of a half-typed date only now.
            incomplete.set(is_half_typed(entry, &event));
            desk.dispatch(Command::Leave(at.get_untracked()));
        })
}

fn is_half_typed(entry: Entry, event: &web_sys::Event) -> bool {
    entry == Entry::Date && target(event).is_some_and(|input| input.validity().bad_input())
}

/// What is wrong with a field, and what counts meanwhile; empty when nothing is.
fn fault_sentence(desk: Desk, at: Field) -> String {
    match field::fault(desk.policy, &desk.draft(), at) {
        Some((fault, Some(value))) => format!("{fault}仍按 {value} 计算。"),
        Some((fault, None)) => format!("{fault}暂不计入。"),
        None => String::new(),
    }
}

/// Options of which one is chosen, all in sight; the last is that nothing is.
pub fn choice(
    at: Signal<Field>,
    legend: impl IntoChild,
    help: &str,
    options: Vec<(&'static str, &'static str)>,
    nothing: &'static str,
) -> El {
    let desk = use_desk();
    let name = control_id();
    let chosen = memo(move || field::text(desk.policy, &desk.draft(), at.get()));
    let option = |(id, label): (&'static str, &'static str)| {
        let is_chosen = move || chosen.get() == id;
        of("label", "option")
            .toggle("chosen", is_chosen)
            .child(
                el("input")
                    .attr("type", "radio")
                    .attr("name", name.as_str())
                    .attr("value", id)
                    .checked(is_chosen)
                    .on("change", move |_| desk.choose(at.get_untracked(), id)),
            )
            .child(el("span").child(label))
    };
    let all: Vec<El> = options.into_iter().chain([("", nothing)]).map(option).collect();
    of("fieldset", "choice")
        .child(el("legend").child(legend))
        .child((!help.is_empty()).then(|| of("p", "help").child(help)))
        .child(of("div", "options").child(all))
}

/// A drop-down of options, for tables.
pub fn select(at: Signal<Field>, label: &str, options: Vec<(&'static str, &'static str)>) -> El {
    let desk = use_desk();
    let id = control_id();
    let chosen = memo(move || field::text(desk.policy, &desk.draft(), at.get()));
    let all: Vec<El> =
        options.into_iter().map(|(id, label)| el("option").attr("value", id).child(label)).collect();
    of("div", "field").child(el("label").attr("for", id.as_str()).child(label)).child(
        el("select")
            .attr("id", id)
            .child(all)
            .value(move || chosen.get())
            .on("change", move |event| desk.choose(at.get_untracked(), typed(&event))),
    )
}

/// A box to tick for a field that is yes or no.
pub fn tick(at: Signal<Field>, label: &str) -> El {
    let desk = use_desk();
    let yes = memo(move || field::text(desk.policy, &desk.draft(), at.get()) == "true");
    tick_box(label, yes, move |yes| desk.choose(at.get_untracked(), yes.to_string()))
}

/// A box to tick for anything.
pub fn tick_box(label: impl IntoChild, yes: Memo<bool>, set: impl Fn(bool) + 'static) -> El {
    let changed = move |event: web_sys::Event| {
        if let Some(input) = target(&event) {
            set(input.checked());
        }
    };
    of("label", "tick")
        .child(el("input").attr("type", "checkbox").checked(move || yes.get()).on("change", changed))
        .child(el("span").child(label))
}
