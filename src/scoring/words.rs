//! The assessment in Chinese sentences, in the words of the document.

use num_traits::Zero;

use super::explain::{Cliff, Goal, LeftOutWhy, Missing, Need, NextStep};
use crate::policy::{Award, Condition, FactKind, Figure, Fraction, Input, Item, Measure, Points, Policy, Possible, Unit};

/// A fraction with at most two decimals, rounded half away from zero: `86.5`, `33.33`.
pub fn decimal(value: Fraction) -> String {
    format!("{:#}", Points::round(value))
}

/// A number with its unit, as in `86.5%`, `26 人`, `三分之一`.
pub fn amount(value: Fraction, unit: &Unit) -> String {
    match unit {
        Unit::Share if value == Fraction::new(1, 3) => "三分之一".to_owned(),
        Unit::Share => format!("{}%", decimal(value * 100)),
        Unit::Plain(unit) if unit.is_empty() || unit == "%" => format!("{}{unit}", decimal(value)),
        Unit::Plain(unit) => format!("{} {unit}", decimal(value)),
    }
}

/// A distance between two amounts, as in `0.4 个百分点`, `4 人`.
fn distance(value: Fraction, unit: &Unit) -> String {
    let percentage_points = |value: Fraction| {
        let shown = decimal(value);
        if shown == "0" && !value.is_zero() {
            "不到 0.01 个百分点".to_owned()
        } else {
            format!("{shown} 个百分点")
        }
    };
    match unit {
        Unit::Share => percentage_points(value * 100),
        Unit::Plain(unit) if unit == "%" => percentage_points(value),
        _ if decimal(value) == "0" && !value.is_zero() => format!("不到 {}", amount(Fraction::new(1, 100), unit)),
        _ => amount(value, unit),
    }
}

/// What is known of an input, as in `86.5%`, `至少 2 项`, `未填`.
pub fn known(policy: &Policy, input: &Input, possible: &Possible) -> String {
    match possible {
        Possible::Number { low, high: Some(high) } if low == high => amount(*low, &input.unit),
        Possible::Options(set) if set.count_ones() == 1 => option(policy, input, set.trailing_zeros() as u8),
        Possible::Number { low, .. } if !low.is_zero() => format!("至少 {}", amount(*low, &input.unit)),
        _ => "未填".to_owned(),
    }
}

fn option(policy: &Policy, input: &Input, position: u8) -> String {
    let Measure::Fact(fact) = input.measure else { return String::new() };
    match policy.facts.get(fact).map(|fact| &fact.kind) {
        Some(FactKind::YesNo) => if position == 1 { "是" } else { "否" }.to_owned(),
        Some(FactKind::Choice(options)) => {
            options.get(usize::from(position)).map(|option| option.label.clone()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// What a case gives, as in `15—20 分，酌情`.
pub fn award(award: &Award) -> String {
    match award {
        Award::Points(points) => format!("{} 分", decimal(*points)),
        Award::Band { low, high, .. } => format!("{}—{} 分，酌情", decimal(*low), decimal(*high)),
        Award::Scale(scale) => {
            let (low, high) = (scale.from.1.min(scale.to.1), scale.from.1.max(scale.to.1));
            format!("{}—{} 分，按比例", decimal(low), decimal(high))
        }
        Award::Tally { cap, .. } => format!("累计，最高 {} 分", decimal(*cap)),
    }
}

/// What has to change for more points, and how many it adds.
pub fn next_step(policy: &Policy, item: &Item, step: &NextStep) -> String {
    let adds = format!("本项增加 {:#} 分", step.adds);
    match step.goal {
        Goal::OneMore(input) => {
            let input = &item.inputs[input];
            format!("再有 1 {}“{}”，{adds}。", unit_word(&input.unit), input.label)
        }
        Goal::Case(case) => {
            let needs: Vec<String> = step.needs.iter().map(|need| self::need(policy, item, need)).collect();
            format!("{}，进入“{}”，{adds}。", needs.join("，并且"), item.cases[case].label)
        }
    }
}

fn unit_word(unit: &Unit) -> &str {
    match unit {
        Unit::Plain(unit) => unit,
        Unit::Share => "%",
    }
}

fn need(policy: &Policy, item: &Item, need: &Need) -> String {
    let input = &item.inputs[need.input];
    let wanted = match &need.condition {
        Condition::Option(position) => {
            return format!("“{}”为“{}”", input.label, option(policy, input, *position));
        }
        Condition::Number { low, high } => {
            let low = low.filter(|_| high.is_none_or(|high| Some(high.value) != low.map(|low| low.value)));
            match (low, high) {
                (Some(low), _) if low.inclusive => format!("达到 {}", amount(low.value, &input.unit)),
                (Some(low), _) => format!("超过 {}", amount(low.value, &input.unit)),
                (None, Some(high)) if high.inclusive => format!("为 {}", amount(high.value, &input.unit)),
                (None, Some(high)) => format!("低于 {}", amount(high.value, &input.unit)),
                (None, None) => String::new(),
            }
        }
    };
    match need.distance {
        Some(away) if !away.is_zero() => {
            format!("“{}”{wanted}（还差 {}）", input.label, distance(away, &input.unit))
        }
        _ => format!("“{}”{wanted}", input.label),
    }
}

/// How near the next loss of points is.
pub fn cliff(item: &Item, cliff: &Cliff) -> String {
    let input = &item.inputs[cliff.input];
    let limit = amount(cliff.limit, &input.unit);
    let place = match (cliff.at_limit, cliff.rising) {
        (true, _) => format!("到 {limit}"),
        (false, true) => format!("超过 {limit}"),
        (false, false) => format!("低于 {limit}"),
    };
    let direction = if cliff.rising { "升高" } else { "降低" };
    let way = if cliff.distance.is_zero() {
        format!("“{}”正好在界限上，稍有{direction}", input.label)
    } else {
        format!("“{}”再{direction} {}", input.label, distance(cliff.distance, &input.unit))
    };
    format!("{way}（{place}），本项只剩 {:#} 分。", cliff.leaves)
}

/// What an item still waits for.
pub fn missing(policy: &Policy, missing: &Missing) -> String {
    match missing {
        Missing::Fact(fact) => format!("未填“{}”", policy.facts[*fact].label),
        Missing::Years => "还没有填写任何年度的财务数据".to_owned(),
        Missing::Figure(figure) => format!("有年度未填“{}”", figure.label()),
        Missing::ZeroWhole(Figure::Cost) => "成本费用支出总额合计为 0，无法计算比例".to_owned(),
        Missing::ZeroWhole(figure) => format!("“{}”合计为 0，无法计算比例", figure.label()),
        Missing::Dates(category, count) => {
            format!("“{}”有 {count} 条没有日期，只计入上限", category.label())
        }
        Missing::Open(list) => format!("“{}”还没有标明填写完整，可能还有", list.label()),
        Missing::Contributions => "股东的出资额没有填齐".to_owned(),
        Missing::Judgement => "由专家酌情评定，可以自报分数".to_owned(),
    }
}

pub fn left_out(why: LeftOutWhy) -> &'static str {
    match why {
        LeftOutWhy::OutsidePeriod => "日期不在考评期内，不计分（第十七条）",
        LeftOutWhy::NoDate => "没有日期，只计入上限（第十七条）",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_people_write_them() {
        assert_eq!(amount(Fraction::new(173, 2), &Unit::Plain("%".into())), "86.5%");
        assert_eq!(amount(Fraction::new(7, 20), &Unit::Share), "35%");
        assert_eq!(amount(Fraction::new(1, 3), &Unit::Share), "三分之一");
        assert_eq!(amount(Fraction::from(26), &Unit::Plain("人".into())), "26 人");
        assert_eq!(distance(Fraction::new(4, 1000), &Unit::Share), "0.4 个百分点");
        assert_eq!(distance(Fraction::new(1, 1_000_000), &Unit::Share), "不到 0.01 个百分点");
    }
}
