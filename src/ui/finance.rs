//! 财务: yearly sums, entered once for 创新资金 and 创收.

use leptos::prelude::*;
use rust_decimal::Decimal;

use super::controls::{self, Entry};
use super::desk::use_desk;
use super::rows;
use crate::draft::field::Field;
use crate::draft::number;
use crate::policy::Figure;
use crate::session::{Command, Rows};

#[component]
pub fn Page() -> impl IntoView {
    view! {
        <section class="sheet">
            <h1>"财务"</h1>
            <p class="lead">
                "考评期内各年度的金额，单位为万元，“研发费用占比”和“创收”两项共用。没有发生的填 0；空着表示还不知道，合计要等各年度都填齐。"
            </p>
            {finance()}
        </section>
    }
}

/// The table, wherever it is shown.
pub fn finance() -> AnyView {
    let desk = use_desk();
    let positions = Memo::new(move |_| {
        desk.draft.with(|draft| draft.finance.keys().zip(0..).collect::<Vec<(u32, usize)>>())
    });
    let twice = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let mut years: Vec<Decimal> = draft.finance.iter().filter_map(|year| year.year.value).collect();
            years.sort_unstable();
            years.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| number::write(pair[0]))
        })
    });
    view! {
        <div class="entries finance">
            {rows::rows(positions, row)}
            {sums()}
            {move || {
                twice.get().map(|year| view! { <p class="warn">{format!("{year} 年填了两次，两行都会计入合计。")}</p> })
            }}
            <p class="add">
                <button type="button" on:click=move |_| desk.dispatch(Command::Add(Rows::Finance))>"＋ 添加年度"</button>
            </p>
        </div>
    }
    .into_any()
}

fn sums() -> AnyView {
    let desk = use_desk();
    let sum = move |figure: Figure| {
        desk.draft.with(|draft| {
            let all: Option<Decimal> = draft.finance.iter().map(|year| year.figure(figure).value).sum();
            match all {
                Some(sum) if !draft.finance.is_empty() => format!("{} {} 万元", figure.label(), number::write(sum)),
                _ => format!("{} 未填齐", figure.label()),
            }
        })
    };
    let text = Memo::new(move |_| {
        let parts: Vec<String> = Figure::ALL.iter().map(|figure| sum(*figure)).collect();
        format!("合计：{}。", parts.join("，"))
    });
    view! { <p class="sum">{text}</p> }.into_any()
}

fn row(position: Signal<usize>, index: Signal<usize>) -> AnyView {
    let desk = use_desk();
    let count = Memo::new(move |_| desk.draft.with(|draft| draft.finance.len()));
    let neighbours = move || {
        let here = position.get();
        (here.checked_sub(1), Some(here + 1).filter(|next| *next < count.get()))
    };
    let name = move || format!("第 {} 个年度", index.get() + 1);
    let figure = |figure: Figure| {
        let at = Signal::derive(move || Field::Finance(position.get(), figure));
        view! { <div class="cell">{controls::entry(at, figure.label(), Entry::Number, "万元", false)}</div> }
    };
    let figures: Vec<_> = Figure::ALL.iter().map(|one| figure(*one)).collect();
    let year = Signal::derive(move || Field::Year(position.get()));
    view! {
        <div class="row" role="group" aria-label=name>
            <div class="cell year">{controls::entry(year, "年度", Entry::Number, "年", false)}</div>
            {figures}
            {rows::row_buttons(Rows::Finance, position, neighbours, name)}
        </div>
    }
    .into_any()
}
