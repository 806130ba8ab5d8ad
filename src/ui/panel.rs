//! An open row: its inputs, its clause, and the reason for its figures.

use super::desk::{Desk, use_desk};
use super::dom::{Child, El, IntoChild, el, of};
use super::{inputs, judgement, readings};
use crate::policy::Item;
use crate::scoring::reasons::{Line, LineKind};
use crate::scoring::{self, explain};

/// Everything of one item.
pub fn panel(at: usize) -> El {
    let desk = use_desk();
    let item = &desk.policy.items[at];
    let own = of("div", "own")
        .child(judgement::pick(at, false))
        .child(judgement::expert(at, false))
        .child(judgement::note(at));
    of("div", "panel")
        .child(clause(desk, item))
        .child(inputs::inputs(item))
        .child(item.readings.iter().map(|reading| readings::reading(desk, *reading)).collect::<Vec<El>>())
        .child(reasons(desk, at))
        .child(own)
}

fn clause(desk: Desk, item: &Item) -> Child {
    let notes: Vec<El> = item.notes.iter().map(|note| readings::note(note.about, None, note.text)).collect();
    let articles = match item.articles {
        Some(articles) => format!("另见{articles}"),
        None => "正文没有对应的条款".to_owned(),
    };
    let source = format!("——{} {}；{articles}", desk.policy.document, item.clause);
    let quote = el("blockquote").child(el("p").child(item.quote)).child(el("footer").child(source));
    let clause =
        of("details", "clause").child(el("summary").child(format!("条文原文：{}", item.clause))).child(quote);
    let notes = (!notes.is_empty()).then(|| of("ul", "notes").child(notes));
    vec![clause.into_child(), notes.into_child()].into_child()
}

fn reasons(desk: Desk, at: usize) -> El {
    let lines = move || {
        let (draft, assessment) = (desk.draft(), desk.assessment());
        let score = &assessment.items[at];
        let lines = scoring::reasons(desk.policy, &draft, at, score, &explain(desk.policy, &draft, at, score));
        lines.into_iter().map(line).collect::<Vec<El>>()
    };
    of("div", "reasons").child(el("h2").child("得分理由")).child(lines)
}

fn line(line: Line) -> El {
    let class = match line.kind {
        LineKind::Figures => "figures-words",
        LineKind::Used => "used",
        LineKind::Met => "met",
        LineKind::Possible => "possible-case",
        LineKind::Missing => "missing",
        LineKind::LeftOut => "left-out",
        LineKind::Next => "next-step",
        LineKind::Cliff => "cliff",
    };
    let mark = (!line.mark.is_empty()).then(|| of("span", "mark").child(line.mark));
    of("p", class).child(mark).child(line.text)
}
