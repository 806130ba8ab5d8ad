//! 成员与股权: shareholders of the company and members of the alliance.

use leptos::prelude::*;

use super::controls::{self, Entry};
use super::desk::use_desk;
use super::rows;
use crate::draft::field::{Field, MemberField};
use crate::draft::{ListName, number};
use crate::policy::{MemberKind, Rank, Unit};
use crate::scoring::{share_of, words};
use crate::session::{Command, Rows};

#[component]
pub fn Page() -> impl IntoView {
    view! {
        <section class="sheet">
            <h1>"成员与股权"</h1>
            <p class="lead">
                "股东单位和联盟成员在这里填一次，“成员包含各类创新主体”“领域领先企业入股”“金融机构或社会资本入股”“股份占比”四项共用。出资额单位为万元，只计股东的出资。"
            </p>
            {members()}
        </section>
    }
}

/// The table, wherever it is shown.
pub fn members() -> AnyView {
    let desk = use_desk();
    let positions = Memo::new(move |_| {
        desk.draft.with(|draft| draft.members.keys().zip(0..).collect::<Vec<(u32, usize)>>())
    });
    let total = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let shareholders: Vec<_> = draft.members.iter().filter(|member| member.shareholder).collect();
            let given: Vec<_> = shareholders.iter().filter_map(|member| member.contribution.value).collect();
            (shareholders.len(), given.len(), number::write(given.iter().sum()))
        })
    });
    view! {
        <div class="entries members">
            {rows::rows(positions, row)}
            <p class="sum" aria-live="off">
                {move || {
                    let (shareholders, given, sum) = total.get();
                    if shareholders == 0 {
                        "还没有股东。".to_owned()
                    } else if given < shareholders {
                        format!("股东 {shareholders} 家，已填出资额 {given} 家，合计 {sum} 万元；填齐后才能确定股份占比。")
                    } else {
                        format!("股东 {shareholders} 家，出资合计 {sum} 万元。")
                    }
                }}
            </p>
            <p class="add">
                <button type="button" on:click=move |_| desk.dispatch(Command::Add(Rows::Members))>"＋ 添加成员"</button>
            </p>
            {rows::complete(ListName::Members)}
        </div>
    }
    .into_any()
}

fn row(position: Signal<usize>, index: Signal<usize>) -> AnyView {
    let desk = use_desk();
    let at = move |part| Signal::derive(move || Field::Member(position.get(), part));
    let kinds = MemberKind::ALL.iter().map(|kind| (kind.id(), kind.label())).collect();
    let ranks = Rank::ALL.iter().map(|rank| (rank.id(), rank.label())).collect();
    let shareholder = Memo::new(move |_| {
        desk.draft.with(|draft| draft.members.get(position.get()).is_some_and(|member| member.shareholder))
    });
    let share = Memo::new(move |_| {
        let share = desk.draft.with(|draft| share_of(draft, position.get()));
        share.map_or_else(|| "—".to_owned(), |share| words::amount(share, &Unit::Share))
    });
    let count = Memo::new(move |_| desk.draft.with(|draft| draft.members.len()));
    let neighbours = move || {
        let here = position.get();
        (here.checked_sub(1), Some(here + 1).filter(|next| *next < count.get()))
    };
    let name = move || format!("第 {} 个成员", index.get() + 1);
    view! {
        <div class="row" role="group" aria-label=name>
            <span class="ordinal" aria-hidden="true">{move || index.get() + 1}</span>
            <div class="cell wide">{controls::entry(at(MemberField::Name), "单位名称", Entry::Words, "", false)}</div>
            <div class="cell"><span class="caption" aria-hidden="true">"类型"</span>{controls::select(at(MemberField::Kind), "类型", kinds)}</div>
            <div class="cell ticks">
                {controls::tick(at(MemberField::Shareholder), "股东")}
                {controls::tick(at(MemberField::Lead), "牵头单位")}
            </div>
            {move || {
                shareholder
                    .get()
                    .then(|| {
                        view! {
                            <div class="cell">
                                {controls::entry(at(MemberField::Contribution), "出资额", Entry::Number, "万元", false)}
                            </div>
                            <div class="cell share">
                                <span class="caption">"股份占比"</span>
                                <output>{share}</output>
                            </div>
                        }
                    })
            }}
            <div class="cell"><span class="caption" aria-hidden="true">"本领域排名"</span>{controls::select(at(MemberField::Rank), "本领域排名", ranks)}</div>
            {rows::row_buttons(Rows::Members, position, neighbours, name)}
        </div>
    }
    .into_any()
}
