//! What can be wrong with an entry, as Chinese sentences for the person who made it.

use std::fmt;

use serde::Serialize;

/// Why a text is not a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueFault {
    NotANumber(String),
    /// Where only a whole number can stand.
    NotAWholeNumber(String),
    /// Commas that do not part thousands.
    Grouping(String),
    Negative,
    /// A number in brackets, as balance sheets write what is below zero.
    Bracketed(String),
    /// Several numbers where one is asked for.
    SeveralNumbers(String),
    /// A number with a unit that is not the field's; the field's own unit.
    OtherUnit(String, &'static str),
    NotWhole,
    /// More than this many digits behind the point.
    TooPrecise(u32),
    Below(String),
    Above(String),
    NotADate(String),
    /// A date whose year is not typed whole.
    HalfTyped,
    NotAnOption(String),
    /// A part that exceeds its whole: the two labels and the whole's value.
    PartAboveWhole {
        part: &'static str,
        whole: &'static str,
        value: String,
    },
    /// The whole would fall below its part.
    WholeBelowPart {
        whole: &'static str,
        part: &'static str,
        value: String,
    },
    PeriodBackwards,
    Required,
    /// The weights of the panel's aspects sum to this, not to 100.
    WeightsSum(String),
    /// An expert has given this much, more than the weight would be.
    WeightBelowPoints(String),
    /// The weight of this other aspect is below the points that an expert has given for it.
    WaitsForWeight(&'static str),
    /// A piece of a list of days that is neither a day nor a span of days.
    NotDays(String),
    /// A span that ends before it begins.
    BackwardDays(String),
    TooManyDays,
    /// A day that stands both among the days off and among the worked ones.
    OffAndWorked(String),
}

impl fmt::Display for ValueFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ValueFault::NotANumber(text) => write!(out, "“{}”不是数字，请只填数字，例如 86.5。", shortened(text)),
            ValueFault::NotAWholeNumber(text) => {
                write!(out, "“{}”不是整数，请只填数字，例如 30。", shortened(text))
            }
            ValueFault::Grouping(text) => {
                write!(out, "“{}”里的逗号不是千分位；小数点请用“.”。", shortened(text))
            }
            ValueFault::Negative => out.write_str("不能是负数。"),
            ValueFault::Bracketed(text) => {
                write!(out, "“{}”带括号，财务报表里这样写的是负数；这里不能是负数。", shortened(text))
            }
            ValueFault::SeveralNumbers(text) => {
                write!(out, "“{}”好像是几个数，这里只填一个。", in_one_line(text))
            }
            ValueFault::OtherUnit(text, unit) => {
                write!(out, "“{}”的单位和这里不同，这里按“{unit}”填。", shortened(text))
            }
            ValueFault::NotWhole => out.write_str("这里要填整数。"),
            ValueFault::TooPrecise(decimals) => write!(out, "小数最多 {decimals} 位。"),
            ValueFault::Below(least) => write!(out, "不能小于 {least}。"),
            ValueFault::Above(most) => write!(out, "不能大于 {most}。"),
            ValueFault::NotADate(text) => {
                write!(out, "“{}”不是有效的日期，请填成 2024-05-06 这样。", shortened(text))
            }
            ValueFault::HalfTyped => out.write_str("年份没有填完整（1949 至 2999）。"),
            ValueFault::NotAnOption(text) => write!(out, "“{}”不在可选的范围内。", shortened(text)),
            ValueFault::PartAboveWhole { part, whole, value } => {
                write!(out, "“{part}”不能多于“{whole}”（{value}）。")
            }
            ValueFault::WholeBelowPart { whole, part, value } => {
                write!(out, "“{whole}”不能少于“{part}”（{value}）。")
            }
            ValueFault::PeriodBackwards => out.write_str("考评期的结束日期不能早于开始日期。"),
            ValueFault::Required => out.write_str("这里不能空着。"),
            ValueFault::WeightsSum(sum) => write!(out, "五项分值合计是 {sum}，合计 100 才一起生效。"),
            ValueFault::WeightBelowPoints(points) => {
                write!(out, "已有专家给出 {points} 分，分值不能比给出的分数小。")
            }
            ValueFault::WaitsForWeight(aspect) => {
                write!(out, "“{aspect}”的分值比专家已给的分数小，改好后一起生效。")
            }
            ValueFault::NotDays(piece) => write!(
                out,
                "“{}”不是日期，请写成 2026-10-01，连续几天写成 2026-10-01 至 2026-10-07。",
                shortened(piece)
            ),
            ValueFault::BackwardDays(piece) => {
                write!(out, "“{}”的结束日期早于开始日期。", shortened(piece))
            }
            ValueFault::TooManyDays => write!(out, "最多 {} 天。", super::days::MOST_DAYS),
            ValueFault::OffAndWorked(day) => write!(out, "{day} 不能既是放假又是调休上班。"),
        }
    }
}

impl std::error::Error for ValueFault {}

/// A wrong place in a draft file: where, and a sentence that says what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Such as `facts.team.total_staff` or `members[2].kind`.
    pub path: String,
    pub message: String,
}

/// The same of a text whose blanks and line breaks part what it lists.
fn in_one_line(text: &str) -> String {
    shortened(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Quotes no more of a text than a sentence bears.
pub fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST { text.to_owned() } else { text.chars().take(MOST).chain(['…']).collect() }
}
