//! 口径: where the text can be read two ways, with reasons and the effect of each choice before it is made.

use crate::ui::leptos::*;

use super::controls;
use super::desk::{Desk, memo, use_desk};
use super::dom::{El, el, of};
use super::lines;
use crate::draft::Discretion;
use crate::policy::NoteKind;
use crate::scoring::assess;
use crate::session::Command;

pub fn page() -> El {
    let desk = use_desk();
    let lead = "条文可以有两种理解的地方，在这里选定本中心自评所用的一种。最低可得按最不利的理解算，最高可得按最有利的理解算，都不受选择影响。";
    let all: Vec<El> = (0..desk.policy.readings.len()).map(|at| reading(desk, at)).collect();
    let mut notes: Vec<El> =
        desk.policy.notes.iter().map(|note| self::note(note.about, None, note.text)).collect();
    for item in desk.policy.items {
        notes.extend(item.notes.iter().map(|note| self::note(note.about, Some(item.label), note.text)));
    }
    let help = "办法没有公布各等次的分数线。可以自己设几条线，显示在分数条上，只供本中心对照。";
    super::sheet("口径与说明", lead)
        .child(discretion(desk))
        .child(all)
        .child(el("h2").child("自设参考线"))
        .child(of("p", "help").child(help))
        .child(lines::lines())
        .child(el("h2").child("条文自身的问题和没有写明的地方"))
        .child(of("ul", "notes").child(notes))
}

/// A note with the mark of its kind.
pub fn note(kind: NoteKind, about: Option<&'static str>, text: &'static str) -> El {
    let about = about.map(|about| el("strong").child(format!("{about}：")));
    el("li").child(of("span", "mark").child(kind.label())).child(about).child(text)
}

/// The switch of one reading.
pub fn reading(desk: Desk, at: usize) -> El {
    let reading = &desk.policy.readings[at];
    let chosen = move || desk.draft().readings.get(at).copied().unwrap_or(0);
    let options = (0..)
        .zip(reading.choices)
        .map(|(choice, words)| Switch {
            command: Command::Read(at, choice),
            chosen: memo(move || chosen() == choice),
            label: words.label,
            reason: words.reason,
        })
        .collect();
    switches(desk, &format!("{}：{}", NoteKind::Reading.label(), reading.question), reading.why, options)
}

/// How bands left to the assessor are claimed.
pub fn discretion(desk: Desk) -> El {
    let reasons = [
        "酌情的分档按最低分自评。",
        "有可比数值的，在档内按比例自评，折算办法由本程序所定；其余取低值。",
        "酌情的分档按最高分自评。",
    ];
    let options = Discretion::ALL
        .into_iter()
        .zip(reasons)
        .map(|(one, reason)| Switch {
            command: Command::Discretion(one),
            chosen: memo(move || desk.draft().discretion == one),
            label: one.label(),
            reason,
        })
        .collect();
    let why = "由专家酌情给分、又没有自报分数的项目，自评分怎样取。最低可得和最高可得不变。";
    switches(desk, "酌情取值", why, options)
}

struct Switch {
    command: Command,
    chosen: Memo<bool>,
    label: &'static str,
    reason: &'static str,
}

fn switches(desk: Desk, legend: &str, why: &str, options: Vec<Switch>) -> El {
    let name = controls::control_id();
    let option = |switch: Switch| {
        let Switch { command, chosen, label, reason } = switch;
        let effect = effect(desk, command.clone());
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", name.as_str())
            .checked(move || chosen.get())
            .on("change", move |_| desk.dispatch(command.clone()));
        let words = el("span")
            .child(el("strong").child(label))
            .child(of("span", "effect").child(effect))
            .child(of("span", "why").child(reason));
        of("label", "option reason").toggle("chosen", move || chosen.get()).child(radio).child(words)
    };
    let all: Vec<El> = options.into_iter().map(option).collect();
    let set = of("fieldset", "choice")
        .child(el("legend").child(legend))
        .child(of("p", "help").child(why))
        .child(of("div", "options stacked").child(all));
    of("div", "reading").child(set)
}

/// What a choice would make of the declared total.
fn effect(desk: Desk, command: Command) -> Memo<String> {
    memo(move || {
        let now = desk.assessment().total.declared;
        let then = assess(desk.policy, &command.apply(desk.policy, &desk.draft())).total.declared;
        if then == now {
            format!("自评 {then}（不变）")
        } else if then > now {
            format!("自评 {then}（+{}）", then - now)
        } else {
            format!("自评 {then}（−{}）", now - then)
        }
    })
}
