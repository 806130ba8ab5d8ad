//! Shareholders of the company and members of the alliance.

use leptos::prelude::*;

use crate::components::{Cell, CellKind, CompleteTick, Grid};
use crate::desk::{Desk, use_desk};
use crate::draft::field::{Field, MemberField};
use crate::draft::{ListName, Member, number};
use crate::policy::amount::amount_beside;
use crate::policy::{Measure, MemberKind, Rank, Unit};
use crate::scoring::share_of;
use crate::session::Rows;

/// The table of members, wherever it is shown.
#[component]
pub fn MembersTable() -> impl IntoView {
    let desk = use_desk();
    let positions = Memo::new(move |_| desk.draft().members.keys().zip(0..).collect());
    let sum = Memo::new(move |_| members_sum(desk));
    view! {
        <Grid class="entries members" rows=Rows::Members word="成员" positions=positions cells=cells>
            <p class="sum" prop:textContent=sum></p>
            <CompleteTick list=ListName::Members />
        </Grid>
    }
}

/// What the shareholders' contributions come to.
pub fn members_sum(desk: Desk) -> String {
    let draft = desk.draft();
    let given: Vec<i128> = draft.shareholders().filter_map(Member::contribution_in_millionths).collect();
    let (all, filled) = (draft.shareholders().count(), given.len());
    let sum = number::write_millionths(given.iter().sum());
    if all == 0 {
        "还没有股东。".to_owned()
    } else if filled < all {
        format!("股东 {all} 家，已填认缴出资额 {filled} 家，合计 {sum} 万元；填齐后才能确定股份占比。")
    } else {
        format!("股东 {all} 家，认缴出资合计 {sum} 万元。")
    }
}

/// A member's part of all contributions, which is never rounded across a limit of the table.
pub fn member_share(desk: Desk, at: usize) -> String {
    let limits = desk.policy.limits_of(|measure| *measure == Measure::LargestShare);
    let share = share_of(&desk.draft(), at);
    share.map_or_else(|| "—".to_owned(), |share| amount_beside(share, &Unit::Share, &limits))
}

fn cells(position: Signal<usize>) -> AnyView {
    let desk = use_desk();
    let field = |part| move |at| Field::Member(at, part);
    let kinds = MemberKind::ALL.iter().map(|kind| (kind.id(), kind.label())).collect();
    let ranks = Rank::ALL.iter().map(|rank| (rank.id(), rank.label())).collect();
    let shareholder =
        Memo::new(move |_| desk.draft().members.get(position.get()).is_some_and(|member| member.shareholder));
    let share = Memo::new(move |_| member_share(desk, position.get()));
    view! {
        <Cell position label=MemberField::Name.label() kind=CellKind::Words field=field(MemberField::Name) />
        <Cell position label=MemberField::Kind.label() kind=CellKind::Select(kinds) field=field(MemberField::Kind) />
        <Cell position label=MemberField::Rank.label() kind=CellKind::Select(ranks) field=field(MemberField::Rank) />
        <Cell position label=MemberField::Shareholder.label() kind=CellKind::Tick field=field(MemberField::Shareholder) />
        <Cell position label=MemberField::Lead.label() kind=CellKind::Tick field=field(MemberField::Lead) />
        <div class="stake">
            <Show when=move || shareholder.get()>
                <Cell
                    position
                    label=MemberField::Contribution.label()
                    kind=CellKind::Number("万元")
                    field=field(MemberField::Contribution)
                />
                <div class="cell share">
                    <span class="caption">"股份占比"</span>
                    <output prop:textContent=share></output>
                </div>
            </Show>
        </div>
    }
    .into_any()
}
