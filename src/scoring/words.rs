//! The assessment in Chinese sentences, in the words of the document.

use std::cmp::Ordering;

use num_traits::Zero;
use rust_decimal::Decimal;

use super::entries::EntryStanding;
use super::explain::{Cliff, Goal, LeftOut, LeftOutWhy, Missing, Need, NextStep, Slope, Wanted};
use super::item::ItemScore;
use crate::draft::{Date, Draft, ListName, number};
use crate::policy::amount::{amount, amount_beside, decimal, distance, unit_word, with_amount};
use crate::policy::{
    Award, Category, Choices, FactKind, Figure, Fraction, Input, Item, Measure, Points, Policy, Possible, Unit,
};

/// What is known of an input, as in `86.5%`, `至少 2 项`, `未填`.
pub fn known(policy: &Policy, item: &Item, at: usize, possible: &Possible) -> String {
    let input = &item.inputs[at];
    match possible {
        Possible::Number { low, high: Some(high) } if low == high => {
            amount_beside(*low, &input.unit, &item.limits(at))
        }
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
            options.get(usize::from(position)).map(|option| option.label.to_owned()).unwrap_or_default()
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
    let adds = format!("本项自评增加 {:#} 分", step.adds);
    let way = step.slope.map(|slope| self::slope(item, &slope)).unwrap_or_default();
    match step.goal {
        Goal::OneMore(input) => {
            let input = &item.inputs[input];
            format!("再增加 1 {}“{}”，{adds}。", unit_word(&input.unit), input.label)
        }
        Goal::Case(case) => {
            let needs: Vec<String> =
                step.needs.iter().map(|need| self::need(policy, item, need, step.choices)).collect();
            let needs = needs.join("，并且");
            // An option is named like its case, so the case would only say it twice.
            if step.needs.iter().all(|need| matches!(need.wanted, Wanted::Option(_))) {
                format!("{needs}，{adds}。{way}")
            } else {
                format!("{needs}，即可按“{}”计分，{adds}。{way}", item.cases[case].label)
            }
        }
    }
}

/// That a step comes too late, where all of the assessment period is past and the step asks for what is dated; empty where
/// it does not.
pub fn too_late(item: &Item, draft: &Draft, step: &NextStep, today: Date) -> String {
    let Some(last) = draft.period.to.value.filter(|last| *last < today) else { return String::new() };
    let dated = |input: usize| {
        let measure = item.inputs[input].measure(step.choices);
        matches!(measure, Measure::Evidence { .. }) || measure.sums_years()
    };
    let asks = match step.goal {
        Goal::OneMore(input) => dated(input),
        Goal::Case(_) => step.needs.iter().any(|need| dated(need.input)),
    };
    if asks {
        format!("考评期已于 {last} 结束，此后发生的不计分；只有考评期内还没有填进来的才有用。")
    } else {
        String::new()
    }
}

fn slope(item: &Item, slope: &Slope) -> String {
    let about = if (slope.adds * 100).is_integer() { "" } else { "约" };
    let each = format!("每升高 1 个百分点增加{about} {} 分。", decimal(slope.adds));
    match slope.after {
        Some(after) => format!("到 {} 以后，{each}", amount(after, &item.inputs[slope.input].unit)),
        None => format!("在此之前，{each}"),
    }
}

/// What an input is called: a yearly average and a sum over the period must not be mixed up.
pub fn label(input: &Input, choices: Choices) -> String {
    match input.measure(choices) {
        Measure::FinanceAverage(_) => format!("年均{}", input.label),
        Measure::FinanceSum(_) => format!("考评期累计{}", input.label),
        _ => input.label.to_owned(),
    }
}

fn need(policy: &Policy, item: &Item, need: &Need, choices: Choices) -> String {
    let input = &item.inputs[need.input];
    let label = label(input, choices);
    let (limit, rising, inclusive, away) = match need.wanted {
        Wanted::Option(position) => return need_option(policy, input, position),
        Wanted::Number { limit, rising, inclusive, distance } => (limit, rising, inclusive, distance),
    };
    if let (Measure::Evidence { .. } | Measure::Shareholders { .. }, true, Some(away)) =
        (input.measure(choices), rising, away)
    {
        let total =
            if away == limit { String::new() } else { format!("（达到 {}）", amount(limit, &input.unit)) };
        return format!("再增加 {}“{label}”{total}", amount(away, &input.unit));
    }
    if limit.is_zero() && rising && !inclusive {
        return format!("“{label}”大于 0");
    }
    let wanted = match (rising, inclusive) {
        (true, true) => with_amount("达到", limit, &input.unit),
        (true, false) => with_amount("超过", limit, &input.unit),
        (false, true) => with_amount("不超过", limit, &input.unit),
        (false, false) => with_amount("低于", limit, &input.unit),
    };
    let limits = item.limits(need.input);
    let distance = |away: Fraction| {
        let value = if rising { limit - away } else { limit + away };
        self::distance(value, limit, &input.unit, &limits)
    };
    let way = match away {
        None => String::new(),
        Some(away) if away.is_zero() => format!("（{}）", with_amount("现在正好是", limit, &input.unit)),
        Some(away) if rising => format!("（还差 {}）", distance(away)),
        Some(away) => format!("（还要{} {}）", direction(rising, &input.unit), distance(away)),
    };
    format!("“{label}”{wanted}{way}")
}

fn need_option(policy: &Policy, input: &Input, position: u8) -> String {
    let yes_no = matches!(&input.measure, Measure::Fact(fact)
        if policy.facts.get(*fact).is_some_and(|fact| fact.kind == FactKind::YesNo));
    match (yes_no, position) {
        (true, 1) => format!("“{}”为“是”", input.label),
        (true, _) => format!("“{}”为“否”", input.label),
        (false, _) => format!("“{}”为“{}”", input.label, option(policy, input, position)),
    }
}

/// Shares rise and fall; what is counted becomes more or less.
fn direction(rising: bool, unit: &Unit) -> &'static str {
    let share = matches!(unit, Unit::Share | Unit::Plain("%"));
    match (share, rising) {
        (true, true) => "升高",
        (true, false) => "降低",
        (false, true) => "增加",
        (false, false) => "减少",
    }
}

/// How near the next loss of points is.
pub fn cliff(item: &Item, cliff: &Cliff) -> String {
    let input = &item.inputs[cliff.input];
    let (name, unit) = (label(input, cliff.choices), &input.unit);
    let left = if cliff.leaves == Points::ZERO {
        "本项为 0 分".to_owned()
    } else {
        format!("本项降为 {:#} 分", cliff.leaves)
    };
    let value = if cliff.rising { cliff.limit - cliff.distance } else { cliff.limit + cliff.distance };
    let away = distance(value, cliff.limit, unit, &item.limits(cliff.input));
    let direction = direction(cliff.rising, unit);
    let past = with_amount(if cliff.rising { "超过" } else { "低于" }, cliff.limit, unit);
    if let (Measure::Evidence { .. }, false) = (input.measure(cliff.choices), cliff.rising) {
        // Entries do not go away, but an assessor may not accept them.
        return format!("只要有 {away}“{name}”不被认可，{left}。");
    }
    let way = if cliff.distance.is_zero() {
        let limit = with_amount("正好是", cliff.limit, unit);
        format!("“{name}”{limit}，稍有{direction}")
    } else if cliff.whole {
        let step = Fraction::from(if cliff.rising { 1 } else { -1 });
        let there = if cliff.at_limit { cliff.limit } else { cliff.limit + step };
        let verb = if cliff.rising { "达到" } else { "只剩" };
        format!("“{name}”再{direction} {away}（{}）", with_amount(verb, there, unit))
    } else if cliff.at_limit {
        format!("“{name}”再{direction} {away}，{}", with_amount("到", cliff.limit, unit))
    } else {
        format!("“{name}”再{direction} {away}就{}，一旦{past}", with_amount("到", cliff.limit, unit))
    };
    format!("{way}，{left}。")
}

/// That more adds nothing, for an item of which this was found.
pub fn exhausted(item: &Item, score: &ItemScore) -> String {
    if score.possible == (item.max, item.max) {
        format!("本项已满 {:#} 分，再增加也不加分。", item.max)
    } else {
        format!("按所选口径已到最高 {:#} 分，再增加也不加分。", score.possible.1)
    }
}

/// What a pick may be, and whether the centre's had to be moved there.
pub fn pick(score: &ItemScore) -> String {
    let (low, high) = score.possible;
    let band =
        if low == high { format!("只能是 {low:#} 分") } else { format!("可得 {low:#}—{high:#} 分") };
    match score.pick {
        Some(pick) if pick.moved => {
            format!("{band}；自报 {:#} 分超出了范围，按 {:#} 分计。", pick.asked, score.figures.declared)
        }
        Some(_) => band,
        None => format!("{band}，现计 {:#} 分", score.figures.declared),
    }
}

/// How far a mock expert's points are from the declared ones.
pub fn expert(points: Decimal, score: &ItemScore) -> String {
    let (expert, declared) = (Points::round(number::to_fraction(points)), score.figures.declared);
    match expert.cmp(&declared) {
        Ordering::Equal => "与自评相同".to_owned(),
        Ordering::Greater => format!("比自评高 {:#} 分", expert - declared),
        Ordering::Less => format!("比自评低 {:#} 分", declared - expert),
    }
}

/// What an item still waits for.
pub fn missing(policy: &Policy, missing: &Missing) -> String {
    match missing {
        Missing::Fact(fact) => format!("未填“{}”", policy.facts[*fact].label),
        Missing::Years => "还没有填写考评期内任何年度的财务数据".to_owned(),
        Missing::Year => "有一行财务数据没有填年度，合计暂不能确定".to_owned(),
        Missing::YearsWithoutRow(years, more) => {
            format!("考评期内 {}还没有填；{}", years_words(years, *more), open_words(ListName::Finance))
        }
        Missing::Figure(figure) => format!("有年度未填“{}”", figure.label()),
        Missing::ZeroWhole(Figure::Cost) => "成本费用支出总额合计为 0，无法计算比例".to_owned(),
        Missing::ZeroWhole(figure) => format!("“{}”合计为 0，无法计算比例", figure.label()),
        Missing::Dates(category, count) => {
            format!("“{}”有 {count} 条没有填{}，只计入最高可得", category.label(), day_word(policy, *category))
        }
        Missing::Open(list) => open_words(*list),
        Missing::Shareholders => "还没有填写股东".to_owned(),
        Missing::Contributions => "股东的认缴出资额没有填齐".to_owned(),
        Missing::ZeroContributions => "股东的认缴出资额合计为 0，无法计算占比".to_owned(),
        Missing::Judgement => "由专家酌情评定，可以自报分数".to_owned(),
    }
}

/// That a list is not marked complete, and what follows from it.
fn open_words(list: ListName) -> String {
    // One more year or one more shareholder may also take points away.
    let figures = match list {
        ListName::Finance | ListName::Members => "最低可得和最高可得都",
        ListName::Evidence(_) => "最高可得",
    };
    format!("“{}”未勾选“已填写完整”，{figures}按还可能新增计算", list.label())
}

/// Such as 2023、2026 年.
pub fn years_words(years: &[i32], more: bool) -> String {
    let named: Vec<String> = years.iter().map(i32::to_string).collect();
    format!("{} 年{}", named.join("、"), if more { "等" } else { "" })
}

/// The day that decides for a category of evidence, such as 鉴定日.
pub fn day_word(policy: &Policy, category: Category) -> &'static str {
    policy.dating.iter().find(|one| one.category == category).map_or("日期", |one| one.day)
}

/// What a yearly average is made of, in brackets; empty for what is none.
pub fn average_of(draft: &Draft, measure: &Measure) -> String {
    let Measure::FinanceAverage(figure) = measure else { return String::new() };
    let Some(sum) = draft.finance_sums()[*figure as usize] else { return String::new() };
    format!("（合计 {} 万元，考评期 {} 个月）", number::write_millionths(sum), draft.period.months())
}

/// What was left out of an item, and why.
pub fn left_out(draft: &Draft, item: &Item, left: &LeftOut) -> String {
    match left {
        LeftOut::Year(year) => format!("{year} 年{}。", YEAR_OUTSIDE),
        LeftOut::Entry { position, why } => {
            let title = draft.evidence.get(*position).map(|entry| entry.title.trim()).unwrap_or_default();
            let title = if title.is_empty() { "（未填名称）" } else { title };
            format!("{title}：{}。", left_out_why(item, *why))
        }
    }
}

/// What is said of a year that counts for nothing.
pub const YEAR_OUTSIDE: &str = "不在考评期内，不计入合计";

pub fn left_out_why(item: &Item, why: LeftOutWhy) -> String {
    match why {
        LeftOutWhy::OutsidePeriod => "日期不在考评期内，不计分".to_owned(),
        LeftOutWhy::NoDate => "没有填日期，只计入最高可得".to_owned(),
        LeftOutWhy::OtherReading => "按所选口径不计分".to_owned(),
        LeftOutWhy::NotCounted => {
            let counted: Vec<&str> = item.inputs.iter().map(|input| input.label).collect();
            format!("这一类不计分，“{}”只计{}", item.label, counted.join("、"))
        }
    }
}

/// What the score makes of an entry of evidence; a tick where it counts.
pub fn entry_standing(policy: &Policy, standing: EntryStanding) -> String {
    let label = |item: usize| policy.items[item].label;
    match standing {
        EntryStanding::Counts { item } => format!("✓ 在考评期内，计入“{}”", label(item)),
        EntryStanding::Limited { item, at_most } => {
            format!("在考评期内；“{}”同类只计 {at_most} 项，这一项不加分", label(item))
        }
        EntryStanding::Full { item } => format!("在考评期内；“{}”已到最高分，不再加分", label(item)),
        EntryStanding::Surpassed { item } => {
            format!("在考评期内；“{}”按更好的一项计分，这一项不加分", label(item))
        }
        EntryStanding::LeftOut { item, why } => left_out_why(&policy.items[item], why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_an_input_reads_as_people_say_it() {
        let policy = crate::rules::henan_2019_194();
        let known = |item: &str, possible| {
            let item = policy.items.iter().find(|one| one.id == item).unwrap();
            known(policy, item, 0, &possible)
        };
        let number = |low: i128, high: Option<i128>| Possible::Number {
            low: Fraction::from(low),
            high: high.map(Fraction::from),
        };
        for (item, possible, said) in [
            ("team.experts", Possible::Options(0b11), "未填"),
            ("team.experts", Possible::option(0), "否"),
            ("team.experts", Possible::option(1), "是"),
            ("ip.navigation", Possible::option(2), "完成所在领域某个方面的梳理"),
            ("team.researchers", number(26, Some(26)), "26 人"),
            ("team.researchers", number(0, Some(0)), "0 人"),
            ("team.researchers", number(2, Some(3)), "至少 2 人"),
            ("team.researchers", number(2, None), "至少 2 人"),
            ("team.researchers", number(0, None), "未填"),
            ("team.researchers", number(0, Some(3)), "未填"),
        ] {
            assert_eq!(known(item, possible), said, "{item}");
        }
    }
}
