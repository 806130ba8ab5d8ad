//! Why a computed requirement is what it is, and by how much it misses, as Chinese sentences.

use super::{Facts, panel};
use crate::draft::number::{millionths, write_millionths};
use crate::draft::{Draft, FactValue};
use crate::policy::{Bound, Condition, Date, FactKind, Fraction, Known, Pathway, Policy, Requirement, Test, day};

/// What one test comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Whether the test holds; `None` while facts are missing.
    pub holds: Option<bool>,
    pub words: String,
}

/// What each test of a computed requirement comes to, in order.
pub fn reasons(policy: &Policy, pathway: &Pathway, requirement: &Requirement, facts: &Facts) -> Vec<Reason> {
    let teller = Teller { policy, pathway, facts };
    let mut reasons: Vec<Reason> = Vec::new();
    for test in requirement.tests {
        let holds = test.holds(facts);
        let reason = Reason { holds, words: teller.words(test, holds) };
        // Where there never was such a day, there is nothing to say of it; and nothing is said twice.
        let idle = matches!(test, Test::LongBefore { fact, .. } if facts.day(*fact).is_none());
        if !idle && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons
}

/// By how much a requirement misses, as in 还差 4 人; the first test that fails by an amount tells.
pub fn shortfall(policy: &Policy, pathway: &Pathway, requirement: &Requirement, facts: &Facts) -> Option<String> {
    let teller = Teller { policy, pathway, facts };
    let by_an_amount = |test: &&Test| !matches!(test, Test::Is { condition: Condition::Option(_), .. });
    let failed = requirement.tests.iter().filter(by_an_amount).find(|test| test.holds(facts) == Some(false))?;
    Some(teller.gap(failed))
}

struct Teller<'a> {
    policy: &'a Policy,
    pathway: &'a Pathway,
    facts: &'a Facts<'a>,
}

impl Teller<'_> {
    fn words(&self, test: &Test, holds: Option<bool>) -> String {
        match holds {
            None => self.missing(test),
            Some(true) => self.met(test),
            Some(false) => format!("{}{}。", self.stands(test), self.gap(test)),
        }
    }

    /// What has to be filled in before the test can be decided.
    fn missing(&self, test: &Test) -> String {
        if let Test::PanelMean(_) = test {
            return self.panel_need();
        }
        // An event that lies ahead is written down, and has not happened.
        let ahead = |fact: usize| self.facts.draft.day(fact).is_some() && self.facts.day(fact).is_none();
        let needed = test.facts().filter(|fact| !is_optional(test, *fact));
        let (planned, named): (Vec<usize>, Vec<usize>) = needed.partition(|fact| ahead(*fact));
        let blank = |fact: &usize| self.facts.draft.fact(*fact).is_none();
        let names: Vec<String> =
            named.into_iter().filter(blank).map(|fact| format!("“{}”", self.label(fact))).collect();
        if !names.is_empty() {
            return format!("还没有填{}。", names.join("和"));
        }
        if let Some(fact) = planned.first() {
            return format!(
                "“{}”（{}）还没有到，是计划，不作为依据。",
                self.label(*fact),
                self.written_day(*fact)
            );
        }
        if let Test::InTime { fact, years, after, overtaken_by } = *test
            && let (Some((event, on)), Some(from)) = (self.overtaken(overtaken_by), self.facts.day(after))
        {
            let last = day::years_after(from, years);
            return format!(
                "{}；“{}”是 {on}，晚于期限 {last}，申请本身可能在期限之内，请核对申请日期。",
                self.not_applied(fact),
                self.label(event)
            );
        }
        String::new()
    }

    /// The first of these events that has happened, and its day.
    fn overtaken(&self, events: &[usize]) -> Option<(usize, Date)> {
        events.iter().filter_map(|event| Some((*event, self.facts.day(*event)?))).min_by_key(|(_, on)| *on)
    }

    /// Why there is no day of an application: it is blank, or lies ahead.
    fn not_applied(&self, fact: usize) -> String {
        match self.facts.draft.day(fact) {
            Some(day) => format!("“{}”（{day}）还没有到，是计划", self.label(fact)),
            None => "没有填申请日期".to_owned(),
        }
    }

    fn written_day(&self, fact: usize) -> String {
        self.facts.draft.day(fact).map(|day| day.to_string()).unwrap_or_default()
    }

    fn met(&self, test: &Test) -> String {
        match *test {
            Test::LongBefore { years, before, .. } => {
                format!(
                    "{}离“{}”（{}）已超过 {years} 年。",
                    self.stands(test),
                    self.label(before),
                    self.date(before)
                )
            }
            Test::Within { years, up_to, .. } => {
                format!("{}在“{}”以前的 {years} 年之内。", self.stands(test), self.label(up_to))
            }
            Test::InTime { fact, years, after, overtaken_by } => {
                let last = self.facts.day(after).map_or(Date::MAX, |from| day::years_after(from, years));
                let overtaken = self.overtaken(overtaken_by);
                match (self.facts.day(fact), overtaken, day::days_between(self.facts.today, last)) {
                    (Some(_), ..) => format!("{}在 {last} 的期限之内。", self.stands(test)),
                    (None, Some((event, on)), _) => {
                        let not_applied = self.not_applied(fact);
                        format!("{not_applied}，而“{}”是 {on}，在 {last} 的期限之内。", self.label(event))
                    }
                    (None, None, 0) => format!("还没有提出申请，期限 {last} 就是今天。"),
                    (None, None, days) => format!("还没有提出申请，期限是 {last}，还有 {days} 天。"),
                }
            }
            Test::PanelMean(_) => self.panel_need(),
            Test::Is { condition, fact } => {
                format!("{}{}。", self.stands(test), condition_words(&condition, &self.unit(fact), "达到要求："))
            }
            Test::AtLeast { .. } => format!("{}已达到。", self.stands(test)),
        }
    }

    /// The facts as they stand, up to a comma.
    fn stands(&self, test: &Test) -> String {
        match *test {
            Test::PanelMean(_) => String::new(),
            Test::AtLeast { fact, other } => {
                format!(
                    "“{}”{}，“{}”{}，",
                    self.label(fact),
                    self.value(fact),
                    self.label(other),
                    self.value(other)
                )
            }
            Test::Is { fact, .. }
            | Test::Within { fact, .. }
            | Test::LongBefore { fact, .. }
            | Test::InTime { fact, .. } => {
                format!("“{}”{}，", self.label(fact), self.value(fact))
            }
        }
    }

    /// By how much a test that fails misses.
    fn gap(&self, test: &Test) -> String {
        match *test {
            Test::Is { fact, condition } => self.number_gap(fact, &condition),
            Test::AtLeast { fact, other } => {
                let lacking = self.number(other) - self.number(fact);
                format!("还差 {}", amount(lacking, &self.unit(fact)))
            }
            Test::Within { fact, years, up_to } => {
                let (Some(day), Some(last)) = (self.facts.day(fact), self.facts.day(up_to)) else {
                    return String::new();
                };
                let first = day::years_before(last, years);
                if day > last {
                    format!("晚于“{}”（{last}），请核对", self.label(up_to))
                } else {
                    let late = day::days_between(day, first);
                    format!("比“{}”以前 {years} 年的起点 {first} 早 {late} 天", self.label(up_to))
                }
            }
            Test::LongBefore { fact, years, before } => {
                let (Some(day), Some(last)) = (self.facts.day(fact), self.facts.day(before)) else {
                    return String::new();
                };
                if day > last {
                    return format!("晚于“{}”（{last}），请核对", self.label(before));
                }
                let first = first_day_more_than(day, years);
                let late = day::days_between(last, first);
                format!("离“{}”（{last}）不超过 {years} 年，{first} 起才超过，还差 {late} 天", self.label(before))
            }
            Test::InTime { fact, years, after, .. } => {
                let Some(last) = self.facts.day(after).map(|from| day::years_after(from, years)) else {
                    return String::new();
                };
                let applied = self.facts.day(fact);
                let late = day::days_between(last, applied.unwrap_or(self.facts.today));
                match applied {
                    Some(_) => format!("晚于期限 {last}，逾期 {late} 天"),
                    None => format!("期限是 {last}，已超过 {late} 天还没有提出申请"),
                }
            }
            Test::PanelMean(_) => self.panel_need().trim_end_matches('。').to_owned(),
        }
    }

    fn number_gap(&self, fact: usize, condition: &Condition) -> String {
        let unit = self.unit(fact);
        let value = self.number(fact);
        match condition {
            Condition::Option(_) => "不符合要求".to_owned(),
            Condition::Number { low: Some(Bound { value: low, inclusive: true }), .. } if value < *low => {
                format!("还差 {}", amount(*low - value, &unit))
            }
            Condition::Number { high: Some(Bound { value: high, inclusive: true }), .. } if value > *high => {
                format!("多出 {}", amount(value - *high, &unit))
            }
            Condition::Number { .. } => condition_words(condition, &unit, "要求"),
        }
    }

    fn panel_need(&self) -> String {
        let draft = self.facts.draft;
        let Some(line) = panel::line(self.pathway) else { return String::new() };
        let need = panel::need_words(&draft.panel, line);
        match draft.panel.mean() {
            Some(mean) => format!("平均 {} 分。{need}", panel::mean_words(mean, line)),
            None => need,
        }
    }

    fn label(&self, fact: usize) -> &'static str {
        self.policy.facts[fact].label
    }

    fn unit(&self, fact: usize) -> String {
        unit(&self.policy.facts[fact].kind).to_owned()
    }

    /// A value as it follows its name: “…” 34 人, “…”是 2026-05-06, “…”填的是“否”.
    fn value(&self, fact: usize) -> String {
        match (value(self.policy, self.facts.draft, fact), self.facts.draft.fact(fact)) {
            (Some(value), Some(FactValue::Number(_))) => format!(" {value}"),
            (Some(value), Some(FactValue::Day(_))) => format!("是 {value}"),
            (Some(value), _) => format!("填的是“{value}”"),
            (None, _) => "未填".to_owned(),
        }
    }

    fn number(&self, fact: usize) -> Fraction {
        self.facts.number(fact).unwrap_or_default()
    }

    fn date(&self, fact: usize) -> String {
        self.facts.day(fact).map(|day| day.to_string()).unwrap_or_default()
    }
}

/// Whether a test can be decided while this fact is blank.
fn is_optional(test: &Test, fact: usize) -> bool {
    matches!(*test, Test::LongBefore { fact: own, .. } | Test::InTime { fact: own, .. } if own == fact)
}

/// The first day on which another day lies more than so many years back.
fn first_day_more_than(back: Date, years: u32) -> Date {
    let mut day = day::years_after(back, years);
    // Where a leap day comes in, the day on which the years are full may be past a day or two later.
    while day::years_before(day, years) <= back && day < Date::MAX {
        day = day::days_after(day, 1);
    }
    day
}

/// A fact's value in words: 34 人, 1000 万元, 是, 2026-05-06.
pub fn value(policy: &Policy, draft: &Draft, fact: usize) -> Option<String> {
    let kind = &policy.facts[fact].kind;
    Some(match (draft.fact(fact)?, kind) {
        (FactValue::Number(number), _) => with_unit(write_millionths(millionths(number)), unit(kind)),
        (FactValue::Day(day), _) => day.to_string(),
        (FactValue::Option(position), FactKind::Choice(options)) => {
            options.get(usize::from(position))?.label.to_owned()
        }
        (FactValue::Option(position), _) => if position == 1 { "是" } else { "否" }.to_owned(),
    })
}

pub fn unit(kind: &FactKind) -> &'static str {
    match kind {
        FactKind::Percent => "%",
        FactKind::Count { unit, .. } => unit,
        FactKind::Money => "万元",
        FactKind::YesNo | FactKind::Choice(_) | FactKind::Date => "",
    }
}

fn with_unit(number: String, unit: &str) -> String {
    if unit.is_empty() || unit == "%" { format!("{number}{unit}") } else { format!("{number} {unit}") }
}

/// An exact amount: what is compared has at most six decimals.
fn amount(number: Fraction, unit: &str) -> String {
    with_unit(write_millionths((number * 1_000_000).to_integer()), unit)
}

/// A condition on a number, as in 不少于 30 人.
fn condition_words(condition: &Condition, unit: &str, before: &str) -> String {
    let Condition::Number { low, high } = condition else { return "符合要求".to_owned() };
    let part = |bound: &Option<Bound>, inclusive: &str, exclusive: &str| {
        let bound = bound.as_ref()?;
        let word = if bound.inclusive { inclusive } else { exclusive };
        Some(format!("{word} {}", amount(bound.value, unit)))
    };
    let parts = [part(low, "不少于", "大于"), part(high, "不多于", "小于")];
    format!("{before}{}", parts.into_iter().flatten().collect::<Vec<_>>().join("、"))
}
