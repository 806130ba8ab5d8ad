//! 财务: yearly sums, entered once for 创新资金 and 创收.

use crate::ui::leptos::*;

use super::desk::{Desk, memo, use_desk};
use super::dom::{El, of};
use super::rows::{self, CellKind, Entries};
use crate::draft::field::Field;
use crate::draft::{ListName, YearStanding, number};
use crate::policy::Figure;
use crate::scoring::words;
use crate::session::Rows;

pub fn page() -> El {
    let lead = "考评期内各年度的金额，单位为万元，“研发费用占比”和“创收”两项共用。首尾两个年度只填落在考评期内的部分；没有发生的填 0；空着表示还不知道，填了的年度都填齐才有合计。";
    super::sheet("财务", lead).child(finance())
}

/// The table, wherever it is shown.
pub fn finance() -> El {
    let desk = use_desk();
    let entries = Entries {
        rows: Rows::Finance,
        word: "年度",
        positions: memo(move || desk.draft().finance.keys().zip(0..).collect()),
        most: None,
        cells,
    };
    entries
        .view("entries finance")
        .child(of("p", "sum").child(memo(move || sums(desk))))
        .child(of("p", "help").child(memo(move || without_row(desk))))
        .child(of("p", "warn").child(memo(move || twice(desk))))
        .child(rows::complete(ListName::Finance))
}

fn sums(desk: Desk) -> String {
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

fn cells(desk: Desk, position: Signal<usize>) -> Vec<El> {
    let standing = memo(move || {
        let draft = desk.draft();
        let row = draft.finance.get(position.get());
        match row.map(|row| draft.year_standing(row)) {
            Some(YearStanding::Outside) => words::YEAR_OUTSIDE.to_owned(),
            Some(YearStanding::NoYear) => "还没有填年度，合计暂不能确定".to_owned(),
            Some(YearStanding::Counts) | None => String::new(),
        }
    });
    let figure = |figure: &'static Figure| {
        rows::cell(position, figure.label(), CellKind::Number("万元"), move |at| Field::Finance(at, *figure))
    };
    let year = rows::cell(position, "年度", CellKind::Number("年"), Field::Year);
    let aside = of("p", "cell test aside").attr("aria-live", "polite").child(standing);
    std::iter::once(year).chain(Figure::ALL.iter().map(figure)).chain([aside]).collect()
}
