//! 佐证材料: certificates, approvals, contracts and standards, by category.

use crate::ui::leptos::*;

use super::desk::{Desk, memo, use_desk};
use super::dom::{El, el, of};
use super::rows::{self, CellKind, Entries};
use crate::draft::field::{EvidenceField, Field};
use crate::draft::{Draft, Evidence, ListName};
use crate::policy::{Category, Level, Role};
use crate::scoring::explain::LeftOutWhy;
use crate::scoring::words;
use crate::session::Rows;

pub fn page() -> El {
    let section = |category: &Category| {
        of("section", "part").child(el("h2").child(category.label())).child(evidence(*category))
    };
    let all: Vec<El> = Category::ALL.iter().map(section).collect();
    let lead = "各类材料按各自的日期，在考评期内（含首尾两天）的才计分：知识产权、技术转让成果等须为考评期内所得（第十七条），成果鉴定、项目、平台依附件各项的“考评期限内”，技术标准条文没有写明，本程序同样只计考评期内的。没有填日期的，本程序只计入最高可得。";
    super::sheet("佐证材料", lead).child(all)
}

/// The entries of one category, wherever they are shown.
pub fn evidence(category: Category) -> El {
    let desk = use_desk();
    let entries = Entries {
        rows: Rows::Evidence(category),
        word: category.label(),
        positions: memo(move || {
            let draft = desk.draft();
            let all = draft.evidence.keys().zip(draft.evidence.iter()).enumerate();
            let mine = all.filter(|(_, (_, entry))| entry.category == category);
            mine.map(|(position, (key, _))| (key, position)).collect()
        }),
        most: None,
        cells,
    };
    let day = words::day_word(desk.policy, category);
    let help = desk.policy.dating.iter().find(|one| one.category == category).map_or("", |one| one.help);
    let count = memo(move || {
        let draft = desk.draft();
        let mine = || draft.evidence.iter().filter(|entry| entry.category == category);
        match (mine().count(), mine().filter(|entry| left_out(&draft, entry).is_none()).count()) {
            (0, _) => "还没有条目。".to_owned(),
            (all, counted) => format!("共 {all} 条，其中 {counted} 条的{day}在考评期内。"),
        }
    });
    let day = of("p", "help").child(el("strong").child(format!("{day}："))).child(help);
    el("div").child(day).child(
        entries
            .view("entries evidence")
            .child(of("p", "sum").child(count))
            .child(rows::complete(ListName::Evidence(category))),
    )
}

/// Why an entry does not count, if it doesn't.
fn left_out(draft: &Draft, entry: &Evidence) -> Option<LeftOutWhy> {
    match entry.on.value {
        None => Some(LeftOutWhy::NoDate),
        Some(on) if draft.period.holds(on) => None,
        Some(_) => Some(LeftOutWhy::OutsidePeriod),
    }
}

fn cells(desk: Desk, position: Signal<usize>) -> Vec<El> {
    let cell = |label, part, kind| rows::cell(position, label, kind, move |at| Field::Evidence(at, part));
    // The category of an entry never changes.
    let category =
        untrack(|| desk.draft().evidence.get(position.get()).map_or(Category::Ip, |entry| entry.category));
    let test = memo(move || {
        let draft = desk.draft();
        let why = draft.evidence.get(position.get()).and_then(|entry| left_out(&draft, entry));
        why.map_or("✓ 在考评期内", words::left_out_why).to_owned()
    });
    let mut cells = vec![
        cell("名称", EvidenceField::Title, CellKind::Words),
        cell("编号或文号", EvidenceField::Number, CellKind::Words),
        cell(words::day_word(desk.policy, category), EvidenceField::On, CellKind::Date),
    ];
    let kinds: Vec<_> = category.kinds().iter().map(|kind| (kind.id(), kind.label())).collect();
    let levels: Vec<_> =
        category.levels().iter().map(|level| (level.id(), level_word(category, *level))).collect();
    let roles: Vec<_> = category.roles().iter().map(|role| (role.id(), role_word(category, *role))).collect();
    for (label, part, options) in [
        ("类别", EvidenceField::Kind, kinds),
        ("级别", EvidenceField::Level, levels),
        ("承担方式", EvidenceField::Role, roles),
    ] {
        if !options.is_empty() {
            cells.push(cell(label, part, CellKind::Select(options)));
        }
    }
    cells.push(of("p", "cell test").toggle("aside", move || !test.get().starts_with('✓')).child(test));
    cells
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
