//! Certificates, approvals, contracts and standards of one category.

use leptos::prelude::*;

use crate::components::{Cell, CellKind, CompleteTick, Grid, Positions};
use crate::desk::use_desk;
use crate::draft::ListName;
use crate::draft::field::{EvidenceField, Field};
use crate::policy::Category;
use crate::scoring::entries::EntryStanding;
use crate::scoring::words;
use crate::session::Rows;

/// The entries of one category, wherever they are shown.
#[component]
pub fn EvidenceTable(category: Category) -> impl IntoView {
    let desk = use_desk();
    let positions: Positions = Memo::new(move |_| {
        let draft = desk.draft();
        let all = draft.evidence.keys().zip(draft.evidence.iter()).enumerate();
        let mine = all.filter(|(_, (_, entry))| entry.category == category);
        mine.map(|(position, (key, _))| (key, position)).collect()
    });
    let day = words::day_word(desk.policy, category);
    let help = desk.policy.dating.iter().find(|one| one.category == category).map_or("", |one| one.help);
    let count = Memo::new(move |_| {
        let positions = positions.get();
        let counts = |(_, position): &&(u32, usize)| desk.standings.with(|all| all.counts(*position));
        match (positions.len(), positions.iter().filter(counts).count()) {
            (0, _) => "还没有条目。".to_owned(),
            (all, counted) => format!("共 {all} 条，其中 {counted} 条计分。"),
        }
    });
    view! {
        <div>
            <p class="help">
                <strong>{format!("{day}：")}</strong>
                {help}
            </p>
            <Grid
                class="entries evidence"
                rows=Rows::Evidence(category)
                word=category.label()
                positions=positions
                cells=cells
            >
                <p class="sum" prop:textContent=count></p>
                <CompleteTick list=ListName::Evidence(category) />
            </Grid>
        </div>
    }
}

fn cells(position: Signal<usize>) -> AnyView {
    let desk = use_desk();
    let field = |part| move |at| Field::Evidence(at, part);
    // The category of an entry never changes.
    let category = untrack(|| desk.draft().evidence.get(position.get()).map_or(Category::Ip, |one| one.category));
    let standing = Memo::new(move |_| desk.standings.with(|all| all.at(position.get())));
    let words = move || standing.get().map(|one| words::entry_standing(desk.policy, one)).unwrap_or_default();
    let is_aside = move || !matches!(standing.get(), Some(EntryStanding::Counts { .. }));
    let kinds: Vec<_> = category.kinds().iter().map(|kind| (kind.id(), kind.label())).collect();
    let levels: Vec<_> = category.levels().iter().map(|level| (level.id(), category.level_word(*level))).collect();
    let roles: Vec<_> = category.roles().iter().map(|role| (role.id(), category.role_word(*role))).collect();
    let choices: Vec<_> =
        [(EvidenceField::Kind, kinds), (EvidenceField::Level, levels), (EvidenceField::Role, roles)]
            .into_iter()
            .filter(|(_, options)| !options.is_empty())
            .map(|(part, options)| {
                view! { <Cell position label=part.label() kind=CellKind::Select(options) field=field(part) /> }
            })
            .collect();
    let day = words::day_word(desk.policy, category);
    view! {
        <Cell position label=EvidenceField::Title.label() kind=CellKind::Words field=field(EvidenceField::Title) />
        <Cell position label=EvidenceField::Number.label() kind=CellKind::Words field=field(EvidenceField::Number) />
        <Cell position label=day kind=CellKind::Date field=field(EvidenceField::On) />
        {choices}
        <p class="cell test" class:aside=is_aside prop:textContent=words></p>
    }
    .into_any()
}
