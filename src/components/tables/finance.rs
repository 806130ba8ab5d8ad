//! Yearly sums, entered once for 创新资金 and 创收.

use leptos::prelude::*;

use crate::components::{Cell, CellKind, CompleteTick, Grid};
use crate::desk::{Desk, use_desk};
use crate::draft::field::Field;
use crate::draft::{ListName, YearStanding, number};
use crate::policy::Figure;
use crate::scoring::words;
use crate::session::Rows;

/// The table of years, wherever it is shown.
#[component]
pub fn FinanceTable() -> impl IntoView {
    let desk = use_desk();
    let positions = Memo::new(move |_| desk.draft().finance.keys().zip(0..).collect());
    let (sums, without_row) = (Memo::new(move |_| finance_sums(desk)), Memo::new(move |_| without_row(desk)));
    let twice = Memo::new(move |_| twice(desk));
    view! {
        <Grid class="entries finance" rows=Rows::Finance word="年度" positions=positions cells=cells>
            <p class="sum" prop:textContent=sums></p>
            <p class="help" prop:textContent=without_row></p>
            <p class="warn" prop:textContent=twice></p>
            <CompleteTick list=ListName::Finance />
        </Grid>
    }
}

/// What the years of the period come to.
pub fn finance_sums(desk: Desk) -> String {
    let sums = desk.draft().finance_sums();
    let sum = |(figure, sum): (&Figure, Option<i128>)| match sum {
        Some(sum) => format!("{} {} 万元", figure.label(), number::write_millionths(sum)),
        None => format!("{} 未填齐", figure.label()),
    };
    let parts: Vec<String> = Figure::ALL.iter().zip(sums).map(sum).collect();
    format!("考评期内合计：{}。", parts.join("，"))
}

/// The years of the period that have no row yet.
fn without_row(desk: Desk) -> String {
    const NAMED: usize = 6;
    let draft = desk.draft();
    let (years, more) = draft.years_without_row(NAMED);
    let words = words::years_words(&years, more);
    match (years.is_empty(), draft.finance_is_whole()) {
        (true, _) => String::new(),
        (false, false) => format!("考评期内 {words}还没有填。都填上，或者勾选“已填写完整”，合计才算齐。"),
        (false, true) => format!("考评期内 {words}没有填，已勾选“已填写完整”，按没有发生计。"),
    }
}

/// A year that stands in two rows is hardly meant.
fn twice(desk: Desk) -> String {
    let twice = desk.draft().year_of_two_rows();
    twice.map_or_else(String::new, |year| format!("{year} 年填了两次，两行都会计入合计。"))
}

/// Why a row does not count, where it doesn't.
pub fn year_standing_words(desk: Desk, at: usize) -> String {
    let draft = desk.draft();
    match draft.finance.get(at).map(|row| draft.year_standing(row)) {
        Some(YearStanding::Outside) => words::YEAR_OUTSIDE.to_owned(),
        Some(YearStanding::NoYear) => "还没有填年度，合计暂不能确定".to_owned(),
        Some(YearStanding::Counts) | None => String::new(),
    }
}

fn cells(position: Signal<usize>) -> AnyView {
    let desk = use_desk();
    let standing = Memo::new(move |_| year_standing_words(desk, position.get()));
    let figures: Vec<_> = Figure::ALL
        .iter()
        .map(|figure| {
            let field = move |at| Field::Finance(at, *figure);
            view! { <Cell position label=figure.label() kind=CellKind::Number("万元") field=field /> }
        })
        .collect();
    view! {
        <Cell position label="年度" kind=CellKind::Number("年") field=Field::Year />
        {figures}
        <p class="cell test aside" aria-live="polite" prop:textContent=standing></p>
    }
    .into_any()
}
