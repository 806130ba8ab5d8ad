//! 成员与股权 on paper.

use leptos::prelude::*;

use super::rows::{Column, PaperRows};
use super::sheet::PaperSheet;
use crate::components::{member_share, members_sum};
use crate::desk::use_desk;
use crate::draft::field::MemberField;
use crate::draft::{Field, field};

#[component]
pub fn MembersPaper() -> impl IntoView {
    let desk = use_desk();
    let beside = Signal::derive(move || format!("打印日期 {}", desk.today()));
    view! {
        <PaperSheet title="成员与股权" beside foot="由制创自评生成，为本中心填写。">
            <MembersList />
        </PaperSheet>
    }
}

#[component]
pub fn MembersList() -> impl IntoView {
    let desk = use_desk();
    let count = Memo::new(move |_| desk.draft().members.len());
    let heads = vec![
        ("单位名称", Column::Words),
        ("类型", Column::Words),
        ("本领域排名", Column::Words),
        ("股东", Column::Words),
        ("牵头单位", Column::Words),
        ("认缴出资额（万元）", Column::Figure),
        ("股份占比", Column::Figure),
    ];
    view! {
        <PaperRows class="print-members" heads count rows />
        <p prop:textContent=move || members_sum(desk)></p>
    }
}

fn rows() -> Vec<Vec<String>> {
    let desk = use_desk();
    let draft = desk.draft();
    let row = |(at, member): (usize, &crate::draft::Member)| {
        let yes = |yes: bool| if yes { "是" } else { "" }.to_owned();
        let contribution = field::on_paper(desk.policy, &draft, Field::Member(at, MemberField::Contribution));
        let (contribution, share) =
            if member.shareholder { (contribution, member_share(desk, at)) } else { Default::default() };
        [
            member.name.clone(),
            member.kind.label().to_owned(),
            member.rank.label().to_owned(),
            yes(member.shareholder),
            yes(member.lead),
            contribution,
            share,
        ]
    };
    draft.members.iter().enumerate().map(row).map(Vec::from).collect()
}
