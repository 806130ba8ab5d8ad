//! Certificates, approvals, contracts and standards of one category.

use leptos::prelude::*;

use crate::components::{Cell, CellKind, CompleteTick, Grid, Positions};
use crate::desk::use_desk;
use crate::draft::ListName;
use crate::draft::field::{EvidenceField, Field};
use crate::policy::{Category, Level, Role};
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
    let levels: Vec<_> =
        category.levels().iter().map(|level| (level.id(), level_word(category, *level))).collect();
    let roles: Vec<_> = category.roles().iter().map(|role| (role.id(), role_word(category, *role))).collect();
    let choices: Vec<_> = [
        ("类别", EvidenceField::Kind, kinds),
        ("级别", EvidenceField::Level, levels),
        ("承担方式", EvidenceField::Role, roles),
    ]
    .into_iter()
    .filter(|(.., options)| !options.is_empty())
    .map(|(label, part, options)| {
        view! { <Cell position label kind=CellKind::Select(options) field=field(part) /> }
    })
    .collect();
    let day = words::day_word(desk.policy, category);
    view! {
        <Cell position label="名称" kind=CellKind::Words field=field(EvidenceField::Title) />
        <Cell position label="编号或文号" kind=CellKind::Words field=field(EvidenceField::Number) />
        <Cell position label=day kind=CellKind::Date field=field(EvidenceField::On) />
        {choices}
        <p class="cell test" class:aside=is_aside prop:textContent=words></p>
    }
    .into_any()
}

/// The word for a level in the category's own clause.
pub fn level_word(category: Category, level: Level) -> &'static str {
    match (category, level) {
        (Category::Appraisal, Level::International) => "国际先进或领先",
        (Category::Appraisal, Level::Domestic) => "国内先进或领先",
        (Category::Project, Level::National) => "国家级及国家部委",
        (Category::Project, Level::Provincial) => "省级及省厅级",
        (Category::Standard, Level::International) => "国际标准",
        (Category::Standard, Level::National) => "国家标准",
        (Category::Standard, Level::Industry) => "行业标准",
        (Category::Standard, Level::Local) => "地方标准",
        (Category::Standard, Level::Group) => "团体标准",
        _ => level.label(),
    }
}

/// The word for a role in the category's own clause.
pub fn role_word(category: Category, role: Role) -> &'static str {
    match (category, role) {
        (Category::Standard, Role::Lead) => "主要起草",
        (Category::Project, Role::Lead) => "牵头承担",
        _ => role.label(),
    }
}
