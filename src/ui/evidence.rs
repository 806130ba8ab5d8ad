//! 佐证材料: certificates, approvals, contracts and standards, by category.

use leptos::prelude::*;

use super::controls::{self, Entry};
use super::desk::use_desk;
use super::rows;
use crate::draft::field::{EvidenceField, Field};
use crate::draft::{Evidence, ListName, Period};
use crate::policy::{Category, Level, Role};
use crate::scoring::explain::LeftOutWhy;
use crate::scoring::words;
use crate::session::{Command, Rows};

#[component]
pub fn Page() -> impl IntoView {
    let sections: Vec<_> = Category::ALL
        .iter()
        .map(|category| {
            view! {
                <section class="part">
                    <h2>{category.label()}</h2>
                    {evidence(*category)}
                </section>
            }
        })
        .collect();
    view! {
        <section class="sheet">
            <h1>"佐证材料"</h1>
            <p class="lead">"日期在考评期内（含首尾两天）的才计分；没有日期的只计入上限（第十七条）。"</p>
            {sections}
        </section>
    }
}

/// The entries of one category, wherever they are shown.
pub fn evidence(category: Category) -> AnyView {
    let desk = use_desk();
    let positions = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let all = draft.evidence.keys().zip(draft.evidence.iter()).enumerate();
            let mine = all.filter(|(_, (_, entry))| entry.category == category);
            mine.map(|(position, (key, _))| (key, position)).collect::<Vec<_>>()
        })
    });
    let count = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let mine = || draft.evidence.iter().filter(|entry| entry.category == category);
            let counted = mine().filter(|entry| standing(&draft.period, entry).is_none()).count();
            (mine().count(), counted)
        })
    });
    view! {
        <div class="entries evidence">
            {rows::rows(positions, row)}
            <p class="sum">
                {move || match count.get() {
                    (0, _) => "还没有条目。".to_owned(),
                    (all, counted) => format!("共 {all} 条，其中 {counted} 条日期在考评期内。"),
                }}
            </p>
            <p class="add">
                <button type="button" on:click=move |_| desk.dispatch(Command::Add(Rows::Evidence(category)))>
                    {format!("＋ 添加{}", category.label())}
                </button>
            </p>
            {rows::complete(ListName::Evidence(category))}
        </div>
    }
    .into_any()
}

/// Why an entry does not count, if it doesn't.
fn standing(period: &Period, entry: &Evidence) -> Option<LeftOutWhy> {
    match entry.on.value {
        None => Some(LeftOutWhy::NoDate),
        Some(on) if period.holds(on) => None,
        Some(_) => Some(LeftOutWhy::OutsidePeriod),
    }
}

fn row(position: Signal<usize>, index: Signal<usize>) -> AnyView {
    let desk = use_desk();
    let at = move |part| Signal::derive(move || Field::Evidence(position.get(), part));
    let category = untrack(|| {
        desk.draft.with(|draft| draft.evidence.get(position.get()).map_or(Category::Ip, |entry| entry.category))
    });
    let test = Memo::new(move |_| {
        desk.draft.with(|draft| {
            draft.evidence.get(position.get()).and_then(|entry| standing(&draft.period, entry))
        })
    });
    let neighbours = move || {
        desk.draft.with(|draft| {
            let here = position.get();
            let same = |other: &usize| draft.evidence.get(*other).is_some_and(|entry| entry.category == category);
            ((0..here.min(draft.evidence.len())).rev().find(same), (here.saturating_add(1)..draft.evidence.len()).find(same))
        })
    };
    let name = move || format!("第 {} 条{}", index.get() + 1, category.label());
    view! {
        <div class="row" role="group" aria-label=name>
            <span class="ordinal" aria-hidden="true">{move || index.get() + 1}</span>
            <div class="cell wide">{controls::entry(at(EvidenceField::Title), "名称", Entry::Words, "", false)}</div>
            <div class="cell">{controls::entry(at(EvidenceField::Number), "编号或文号", Entry::Words, "", false)}</div>
            <div class="cell">{controls::entry(at(EvidenceField::On), "日期", Entry::Date, "", false)}</div>
            {labels(category, at(EvidenceField::Kind), at(EvidenceField::Level), at(EvidenceField::Role))}
            <p class="cell test" class:counts=move || test.get().is_none()>
                {move || test.get().map_or("✓ 在考评期内，计分", words::left_out)}
            </p>
            {rows::row_buttons(Rows::Evidence(category), position, neighbours, name)}
        </div>
    }
    .into_any()
}

/// What entries of a category say of themselves.
fn labels(category: Category, kind: Signal<Field>, level: Signal<Field>, role: Signal<Field>) -> AnyView {
    let cell = |caption: &'static str, select: AnyView| {
        view! { <div class="cell"><span class="caption" aria-hidden="true">{caption}</span>{select}</div> }
    };
    let kinds: Vec<_> = category.kinds().iter().map(|kind| (kind.id(), kind.label())).collect();
    let levels: Vec<_> = category.levels().iter().map(|level| (level.id(), level_word(category, *level))).collect();
    let roles: Vec<_> = category.roles().iter().map(|role| (role.id(), role_word(category, *role))).collect();
    view! {
        {(!kinds.is_empty()).then(|| cell("类别", controls::select(kind, "类别", kinds)))}
        {(!levels.is_empty()).then(|| cell("层级", controls::select(level, "层级", levels)))}
        {(!roles.is_empty()).then(|| cell("角色", controls::select(role, "角色", roles)))}
    }
    .into_any()
}

/// The word for a level in the category's own clause.
fn level_word(category: Category, level: Level) -> &'static str {
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

fn role_word(category: Category, role: Role) -> &'static str {
    match (category, role) {
        (Category::Standard, Role::Lead) => "主要起草",
        (Category::Project, Role::Lead) => "牵头承担",
        _ => role.label(),
    }
}
