//! 财务: yearly sums, entered once for 创新资金 and 创收.

use crate::ui::leptos::*;
use rust_decimal::Decimal;

use super::desk::{Desk, memo, use_desk};
use super::dom::{El, of};
use super::rows::{self, CellKind, Entries};
use crate::draft::field::Field;
use crate::draft::number;
use crate::policy::Figure;
use crate::session::Rows;

pub fn page() -> El {
    let lead = "考评期内各年度的金额，单位为万元，“研发费用占比”和“创收”两项共用。没有发生的填 0；空着表示还不知道，合计要等各年度都填齐。";
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
        .child(of("p", "warn").child(memo(move || twice(desk))))
}

fn sums(desk: Desk) -> String {
    let draft = desk.draft();
    let sum = |figure: &Figure| {
        let all: Option<i128> =
            draft.finance.iter().map(|year| year.figure(*figure).value.map(number::millionths)).sum();
        match all {
            Some(sum) if !draft.finance.is_empty() => {
                format!("{} {} 万元", figure.label(), number::write_millionths(sum))
            }
            _ => format!("{} 未填齐", figure.label()),
        }
    };
    let parts: Vec<String> = Figure::ALL.iter().map(sum).collect();
    format!("合计：{}。", parts.join("，"))
}

/// A year that stands in two rows is hardly meant.
fn twice(desk: Desk) -> String {
    let years: Vec<Decimal> = desk.draft().finance.iter().filter_map(|year| year.year.value).collect();
    let earlier = |at: &usize| years[..*at].contains(&years[*at]);
    match (0..years.len()).find(earlier) {
        Some(at) => format!("{} 年填了两次，两行都会计入合计。", number::write(years[at])),
        None => String::new(),
    }
}

fn cells(_: Desk, position: Signal<usize>) -> Vec<El> {
    let figure = |figure: &'static Figure| {
        rows::cell(position, figure.label(), CellKind::Number("万元"), move |at| Field::Finance(at, *figure))
    };
    let year = rows::cell(position, "年度", CellKind::Number("年"), Field::Year);
    std::iter::once(year).chain(Figure::ALL.iter().map(figure)).collect()
}
