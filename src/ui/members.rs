//! 成员与股权: shareholders of the company and members of the alliance.

use crate::ui::leptos::*;

use super::desk::{Desk, memo, use_desk};
use super::dom::{El, el, of};
use super::rows::{self, CellKind, Entries};
use crate::draft::field::{Field, MemberField};
use crate::draft::{ListName, number};
use crate::policy::{MemberKind, Rank, Unit};
use crate::scoring::{share_of, words};
use crate::session::Rows;

pub fn page() -> El {
    let lead = "股东单位和联盟成员在这里填一次，“成员包含各类创新主体”“领域领先企业入股”“金融机构或社会资本入股”“股份占比”四项共用。认缴出资额单位为万元，只计股东的出资。本领域排名既是国内前五又是省内前十的，选“省内前十”；按什么排名，条文没有写明。";
    super::sheet("成员与股权", lead).child(members())
}

/// The table, wherever it is shown.
pub fn members() -> El {
    let desk = use_desk();
    let entries = Entries {
        rows: Rows::Members,
        word: "成员",
        positions: memo(move || desk.draft().members.keys().zip(0..).collect()),
        most: None,
        cells,
    };
    entries
        .view("entries members")
        .child(of("p", "sum").child(memo(move || sum(desk))))
        .child(rows::complete(ListName::Members))
}

fn sum(desk: Desk) -> String {
    let draft = desk.draft();
    let shareholders: Vec<_> = draft.members.iter().filter(|member| member.shareholder).collect();
    let given: Vec<_> =
        shareholders.iter().filter_map(|member| member.contribution.value.map(number::millionths)).collect();
    let (all, filled, sum) = (shareholders.len(), given.len(), number::write_millionths(given.iter().sum()));
    if all == 0 {
        "还没有股东。".to_owned()
    } else if filled < all {
        format!("股东 {all} 家，已填认缴出资额 {filled} 家，合计 {sum} 万元；填齐后才能确定股份占比。")
    } else {
        format!("股东 {all} 家，认缴出资合计 {sum} 万元。")
    }
}

fn cells(desk: Desk, position: Signal<usize>) -> Vec<El> {
    let cell = move |label, part, kind| rows::cell(position, label, kind, move |at| Field::Member(at, part));
    let kinds = MemberKind::ALL.iter().map(|kind| (kind.id(), kind.label())).collect();
    let ranks = Rank::ALL.iter().map(|rank| (rank.id(), rank.label())).collect();
    let shareholder =
        memo(move || desk.draft().members.get(position.get()).is_some_and(|member| member.shareholder));
    let share = memo(move || {
        let share = share_of(&desk.draft(), position.get());
        share.map_or_else(|| "—".to_owned(), |share| words::amount(share, &Unit::Share))
    });
    let stake = move || {
        shareholder.get().then(|| {
            let share = of("div", "cell share")
                .child(of("span", "caption").child("股份占比"))
                .child(el("output").child(share));
            vec![cell("认缴出资额", MemberField::Contribution, CellKind::Number("万元")), share]
        })
    };
    vec![
        cell("单位名称", MemberField::Name, CellKind::Words),
        cell("类型", MemberField::Kind, CellKind::Select(kinds)),
        cell("本领域排名", MemberField::Rank, CellKind::Select(ranks)),
        cell("股东", MemberField::Shareholder, CellKind::Tick),
        cell("牵头单位", MemberField::Lead, CellKind::Tick),
        of("div", "stake").child(stake),
    ]
}
