//! 补一项材料: its category, what it says of itself, and its date, held against the period.

use leptos::prelude::*;

use super::outcome::Outcome;
use crate::components::{FormField, FormSelect, TextKind, chosen_of, following};
use crate::desk::{Desk, use_desk};
use crate::draft::field::EvidenceField;
use crate::draft::{Change, Entered, Entry, Evidence, date};
use crate::policy::{Category, EvidenceKind, Level, Role};
use crate::scoring::words::day_word;

const CATEGORY: &str = "evidence.category";
const TITLE: &str = "evidence.title";
const ON: &str = "evidence.on";
const KIND: &str = "evidence.kind";
const LEVEL: &str = "evidence.level";
const ROLE: &str = "evidence.role";

fn options<T: Copy>(
    all: &[T],
    id: fn(T) -> &'static str,
    label: impl Fn(T) -> &'static str,
) -> Vec<(String, String)> {
    all.iter().map(|one| (id(*one).to_owned(), label(*one).to_owned())).collect()
}

fn category(desk: Desk) -> Category {
    Category::from_id(&desk.form(CATEGORY)).unwrap_or(Category::ALL[0])
}

fn kinds(category: Category) -> Vec<(String, String)> {
    options(category.kinds(), EvidenceKind::id, EvidenceKind::label)
}

fn levels(category: Category) -> Vec<(String, String)> {
    options(category.levels(), Level::id, |level| category.level_word(level))
}

fn roles(category: Category) -> Vec<(String, String)> {
    options(category.roles(), Role::id, |role| category.role_word(role))
}

/// The entry that the form says, once it has a date.
fn entry(desk: Desk) -> Option<Evidence> {
    let category = category(desk);
    let on = date::parse_typed(&desk.form(ON)).ok()?;
    let chosen = |control: &str, options: Vec<(String, String)>| chosen_of(&desk.form(control), &options);
    Some(Evidence {
        title: desk.form(TITLE).trim().to_owned(),
        on: Entered::of(on),
        kind: EvidenceKind::from_id(&chosen(KIND, kinds(category))),
        level: Level::from_id(&chosen(LEVEL, levels(category))),
        role: Role::from_id(&chosen(ROLE, roles(category))),
        ..Evidence::least(category)
    })
}

#[component]
pub fn EvidenceForm() -> impl IntoView {
    let desk = use_desk();
    let categories = Signal::stored(options(Category::ALL, Category::id, Category::label));
    let of = Memo::new(move |_| category(desk));
    let changes = Memo::new(move |_| {
        entry(desk).map(|entry| Change::Add(Entry::Evidence(entry))).into_iter().collect::<Vec<_>>()
    });
    let name = Signal::derive(move || {
        let title = desk.form(TITLE);
        let title = if title.trim().is_empty() { String::new() } else { format!("：{}", title.trim()) };
        format!("补一项{}{title}", of.get().label())
    });
    let fault = Signal::derive(move || {
        let on = desk.form(ON);
        let day = date::parse_typed(&on).ok();
        let period = desk.main_draft().period.clone();
        match day {
            Some(day) if !period.holds(day) => "不在考评期内，不计分。".to_owned(),
            None if !on.is_empty() => "这不是有效的日期，年份在 1949 至 2999 之间。".to_owned(),
            _ => String::new(),
        }
    });
    let selects = move || {
        let category = of.get();
        let select = |control: &'static str, label: &'static str, all: Vec<(String, String)>| {
            (!all.is_empty()).then(|| view! { <FormSelect control label options=Signal::stored(all) /> })
        };
        view! {
            {select(KIND, EvidenceField::Kind.label(), kinds(category))}
            {select(LEVEL, EvidenceField::Level.label(), levels(category))}
            {select(ROLE, EvidenceField::Role.label(), roles(category))}
            <FormField control=ON label=day_word(desk.policy, category) kind=TextKind::Date fault />
        }
    };
    view! {
        <div class="form">
            <div class="columns">
                <FormSelect control=CATEGORY label="材料的类别" options=categories />
                <FormField control=TITLE label=EvidenceField::Title.label() kind=TextKind::Words />
                {following(selects)}
            </div>
            <p class="help" prop:textContent=move || if desk.form(ON).is_empty() { "还没有写日期：没有日期的材料不计分。" } else { "" }></p>
            <Outcome changes name clears=vec![TITLE.to_owned(), ON.to_owned()] />
        </div>
    }
}
