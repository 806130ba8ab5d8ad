//! 基础数据: everything once, in the table's order, whatever rows it counts in.

use super::desk::{Desk, memo, use_desk};
use super::dom::{Child, El, IntoChild, el, of};
use super::inputs::{self, Source};
use super::route::Route;

pub fn page() -> El {
    let desk = use_desk();
    let mut shown: Vec<Source> = Vec::new();
    let mut sections = Vec::new();
    for group in desk.policy.groups {
        let mut parts = Vec::new();
        for item in group.indicators.iter().flat_map(|at| desk.policy.indicators[*at].items) {
            for source in inputs::sources(&desk.policy.items[*item]) {
                if !shown.contains(&source) {
                    shown.push(source);
                    parts.push(part(desk, source));
                }
            }
        }
        if !parts.is_empty() {
            sections.push(of("section", "part").child(el("h2").child(group.name)).child(parts));
        }
    }
    let lead = "每项数据只填一次，用到它的各项一起计分。不知道的可以空着：空着不等于 0，也不等于“否”。";
    super::sheet("基础数据", lead).child(sections)
}

fn part(desk: Desk, source: Source) -> Child {
    if let Source::Fact(at) = source {
        return vec![inputs::fact(desk, at), used_by(desk, source)].into_child();
    }
    let (title, _, table) = inputs::shared(source);
    of("div", "shared").child(el("h3").child(title)).child(used_by(desk, source)).child(table).into_child()
}

/// The rows that a fact counts in, with what they come to.
fn used_by(desk: Desk, source: Source) -> El {
    let users = desk.policy.items.iter().enumerate().filter(|(_, item)| inputs::sources(item).contains(&source));
    let links = users.map(|(at, item)| {
        let points = memo(move || format!(" {} / {:#}", desk.assessment().items[at].figures.declared, item.max));
        el("a").attr("href", Route::Item(item.id.to_owned()).hash()).child(item.label).child(points)
    });
    of("p", "used-by").child("计入：").child(links.collect::<Vec<El>>())
}
