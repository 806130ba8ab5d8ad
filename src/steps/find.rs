//! The least change of a draft that brings a step about.

use rust_decimal::Decimal;

use crate::draft::{
    Change, Date, Draft, Entered, Entry, Evidence, FactValue, FinanceField, Member, Path, Value, YearStanding,
    number,
};
use crate::policy::{
    Category, EvidenceKind, FactKind, Figure, Fraction, Input, Item, Level, Measure, MemberKind, Policy, Rank,
    Role,
};
use crate::scoring::Explanation;
use crate::scoring::explain::{Goal, Need, Wanted};

/// Changes, and what they take in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub changes: Vec<Change>,
    pub takes: String,
}

/// A limit that a number has to reach, or to pass.
#[derive(Clone, Copy)]
struct Limit {
    at: Fraction,
    rising: bool,
    inclusive: bool,
}

struct Search<'a> {
    policy: &'static Policy,
    draft: &'a Draft,
    item: &'static Item,
    today: Date,
}

/// None where no single change is known, such as where something has to be filled in first.
pub fn changes(
    policy: &'static Policy,
    draft: &Draft,
    at: usize,
    why: &Explanation,
    today: Date,
) -> Option<Found> {
    let search = Search { policy, draft, item: &policy.items[at], today };
    let next = why.next.as_ref()?;
    let input = |input: usize| (&search.item.inputs[input], search.item.inputs[input].measure(next.choices));
    let mut all = Found { changes: Vec::new(), takes: String::new() };
    let parts: Option<Vec<Found>> = match next.goal {
        Goal::OneMore(at) => {
            let (input, measure) = input(at);
            search.more(input, measure, 1).map(|found| vec![found])
        }
        Goal::Case(_) => {
            let found = next.needs.iter().map(|need| {
                let (input, measure) = input(need.input);
                search.need(input, measure, need, &why.inputs[need.input].known_number())
            });
            found.collect()
        }
    };
    for part in parts? {
        all.changes.extend(part.changes);
        if !all.takes.is_empty() {
            all.takes.push('；');
        }
        all.takes.push_str(&part.takes);
    }
    (!all.changes.is_empty()).then_some(all)
}

impl Search<'_> {
    fn need(&self, input: &Input, measure: &Measure, need: &Need, now: &Option<Fraction>) -> Option<Found> {
        let limit = match need.wanted {
            Wanted::Option(position) => return self.option(measure, position),
            Wanted::Number { limit, rising, inclusive, .. } => Limit { at: limit, rising, inclusive },
        };
        let distance = now.map(|now| if limit.rising { limit.at - now } else { now - limit.at });
        match measure {
            Measure::Fact(fact) => self.fact(*fact, limit),
            Measure::FactRatio { part, whole } => self.ratio_of_counts(*part, *whole, limit),
            Measure::TrueFacts(facts) => self.true_facts(facts, whole_number(distance?, limit.inclusive)?),
            Measure::FinanceRatio { part, whole } => self.ratio_of_sums(*part, *whole, limit),
            Measure::FinanceSum(figure) => self.sum(*figure, distance?, Fraction::from(1), limit),
            Measure::FinanceAverage(figure) => {
                self.sum(*figure, distance?, Fraction::new(self.draft.period.months().into(), 12), limit)
            }
            Measure::Evidence { .. } | Measure::Shareholders { .. } | Measure::MemberKinds(_) if limit.rising => {
                self.more(input, measure, whole_number(distance?, limit.inclusive)?)
            }
            Measure::LargestShare if !limit.rising => self.largest_share(limit),
            _ => None,
        }
    }

    fn option(&self, measure: &Measure, position: u8) -> Option<Found> {
        let Measure::Fact(fact) = measure else { return None };
        let fact_kind = &self.policy.facts[*fact].kind;
        let (to, label) = match fact_kind {
            FactKind::YesNo => (Value::Flag(position == 1), if position == 1 { "是" } else { "否" }),
            FactKind::Choice(options) => (Value::Option(position), options.get(usize::from(position))?.label),
            _ => return None,
        };
        let takes = format!("使“{}”为“{label}”", self.policy.facts[*fact].label);
        Some(Found { changes: vec![Change::Set { path: Path::Fact(*fact), to }], takes })
    }

    fn fact(&self, fact: usize, limit: Limit) -> Option<Found> {
        let kind = &self.policy.facts[fact].kind;
        let (unit, step) = match kind {
            FactKind::Percent => ("个百分点", 10_000),
            FactKind::Count { unit, .. } => (*unit, number::MILLION),
            _ => return None,
        };
        let target = reached(limit, step);
        let path = Path::Fact(fact);
        let Some(FactValue::Number(now)) = self.draft.fact(fact) else {
            let to = Value::Number(number::from_millionths(target));
            let takes = format!("“{}”达到 {}", self.policy.facts[fact].label, number::write_millionths(target));
            return Some(Found { changes: vec![Change::Set { path, to }], takes });
        };
        let by = target - number::millionths(now);
        let verb = if by < 0 { "至少减少" } else { "至少再有" };
        let verb = if unit == "个百分点" && by > 0 { "至少再提高" } else { verb };
        let takes = format!("{verb} {} {unit}", number::write_millionths(by.abs()));
        Some(Found { changes: vec![Change::Increase { path, by: number::from_millionths(by) }], takes })
    }

    /// New people count on both sides of a share.
    fn ratio_of_counts(&self, part: usize, whole: usize, limit: Limit) -> Option<Found> {
        let (some, all) = (self.count(part)?, self.count(whole)?);
        let hired = least_added(some, all, limit, 1)?;
        let moved = least_moved(some, all, limit, 1)?;
        let (label, unit) = match self.policy.facts[part].kind {
            FactKind::Count { unit, .. } => (self.policy.facts[part].label, unit),
            _ => return None,
        };
        let grown = |fact: usize| Change::Increase { path: Path::Fact(fact), by: Decimal::from(hired as i64) };
        let takes = format!(
            "至少再有 {hired} {}{}（新招的，“{}”同时增加；由现有人员转任则 {moved} {unit}）",
            if unit == "人" { "名" } else { unit },
            short(label),
            self.policy.facts[whole].label
        );
        Some(Found { changes: vec![grown(part), grown(whole)], takes })
    }

    fn count(&self, fact: usize) -> Option<i128> {
        let Some(FactValue::Number(number)) = self.draft.fact(fact) else { return None };
        Some(number::millionths(number) / number::MILLION)
    }

    /// What is not yet so, in the table's order.
    fn true_facts(&self, facts: &[usize], count: i128) -> Option<Found> {
        let lacking = facts.iter().filter(|fact| self.draft.fact(**fact) != Some(FactValue::Option(1)));
        let lacking: Vec<usize> = lacking.copied().take(usize::try_from(count).ok()?).collect();
        let labels: Vec<&str> = lacking.iter().map(|fact| self.policy.facts[*fact].label).collect();
        let set = |fact: &usize| Change::Set { path: Path::Fact(*fact), to: Value::Flag(true) };
        let takes = format!("再完成 {} 项：{}", lacking.len(), labels.join("、"));
        (lacking.len() as i128 == count).then(|| Found { changes: lacking.iter().map(set).collect(), takes })
    }

    /// The last year of the period that has a row.
    fn last_year(&self) -> Option<&crate::draft::FinanceYear> {
        let counts = self.draft.finance.iter().filter(|row| self.draft.year_standing(row) == YearStanding::Counts);
        counts.max_by_key(|row| row.year.value)
    }

    fn grown(&self, figure: Figure, by: i128) -> Option<Change> {
        let row = self.last_year().filter(|row| row.figure(figure).value.is_some())?;
        let path = Path::Finance(row.id.clone(), FinanceField::Figure(figure));
        Some(Change::Increase { path, by: number::from_millionths(by) })
    }

    /// What is spent on research is spent at all.
    fn ratio_of_sums(&self, part: Figure, whole: Figure, limit: Limit) -> Option<Found> {
        let sums = self.draft.finance_sums();
        let (some, all) = (sums[part as usize]?, sums[whole as usize]?);
        let cent = number::MILLION / 100;
        let added = least_added(some, all, limit, cent)?;
        let moved = least_moved(some, all, limit, cent)?;
        let takes = format!(
            "{}至少再增加 {} 万元（{}同时增加；在已有支出里归集则 {} 万元）",
            part.label(),
            number::write_millionths(added),
            whole.label(),
            number::write_millionths(moved)
        );
        Some(Found { changes: vec![self.grown(part, added)?, self.grown(whole, added)?], takes })
    }

    fn sum(&self, figure: Figure, distance: Fraction, years: Fraction, limit: Limit) -> Option<Found> {
        if !limit.rising {
            return None;
        }
        let cent = number::MILLION / 100;
        let exact = distance * years * number::MILLION / cent;
        let by = (up(exact) + i128::from(!limit.inclusive && exact.is_integer())) * cent;
        let takes = format!("{}合计至少再有 {} 万元", figure.label(), number::write_millionths(by));
        Some(Found { changes: vec![self.grown(figure, by)?], takes })
    }

    /// So many more of what an input counts.
    fn more(&self, input: &Input, measure: &Measure, count: i128) -> Option<Found> {
        let many = usize::try_from(count).ok().filter(|count| *count <= 50)?;
        match measure {
            Measure::Evidence { category, kinds, levels, roles } => {
                let entry = self.entry(*category, kinds, levels, roles)?;
                let takes = format!("至少再有 {count} 项“{}”", input.label);
                Some(Found { changes: vec![Change::Add(Entry::Evidence(entry)); many], takes })
            }
            Measure::Shareholders { ranks, kinds } => {
                let member = self.shareholder(ranks, kinds);
                let takes = format!("至少再有 {count} 家“{}”（出资额先按 0 计，定了再改）", input.label);
                Some(Found { changes: vec![Change::Add(Entry::Member(member)); many], takes })
            }
            Measure::MemberKinds(kinds) => {
                let is_there = |kind: &&MemberKind| self.draft.members.iter().any(|member| member.kind == **kind);
                let lacking: Vec<MemberKind> =
                    kinds.iter().filter(|kind| !is_there(kind)).copied().take(many).collect();
                let labels: Vec<&str> = lacking.iter().map(|kind| kind.label()).collect();
                let member =
                    |kind: &MemberKind| Change::Add(Entry::Member(Member { kind: *kind, ..Member::default() }));
                let takes = format!("至少再有 {} 家成员：{}", lacking.len(), labels.join("、"));
                (lacking.len() == many).then(|| Found { changes: lacking.iter().map(member).collect(), takes })
            }
            _ => None,
        }
    }

    /// An entry that counts, dated today or on the first day of the period that is still to come.
    fn entry(
        &self,
        category: Category,
        kinds: &[EvidenceKind],
        levels: &[Level],
        roles: &[Role],
    ) -> Option<Evidence> {
        let (from, to) = (self.draft.period.from.value?, self.draft.period.to.value?);
        let least = Evidence::least(category);
        Some(Evidence {
            on: Entered::of(self.today.clamp(from, to)),
            kind: kinds.first().copied().or(least.kind),
            level: levels.last().copied().or(least.level),
            role: roles.last().copied().or(least.role),
            ..least
        })
    }

    fn shareholder(&self, ranks: &[Rank], kinds: &[MemberKind]) -> Member {
        let kind = kinds.first().copied().unwrap_or(MemberKind::Enterprise);
        let rank = ranks.last().copied().unwrap_or(Rank::None);
        let contribution = Entered::of(Decimal::ZERO);
        Member { kind, rank, shareholder: true, contribution, ..Member::default() }
    }

    /// The largest shareholder sells to the one with the least, as little as is enough.
    fn largest_share(&self, limit: Limit) -> Option<Found> {
        let of = |member: &&Member| member.contribution_in_millionths();
        let all = self.draft.contributions()?;
        let holders: Vec<&Member> = self.draft.shareholders().collect();
        let largest = holders.iter().max_by_key(|member| of(member))?;
        let least = holders.iter().filter(|member| member.id != largest.id).min_by_key(|member| of(member))?;
        let cent = number::MILLION / 100;
        let most = Fraction::from(all) * limit.at;
        let over = (Fraction::from(of(largest)?) - most) / cent;
        let amount = (up(over) + i128::from(!limit.inclusive && over.is_integer())) * cent;
        let (from, to) = (largest.id.clone(), least.id.clone());
        let share = Fraction::new(amount * 100, all.max(1));
        let takes = format!(
            "转让约 {} 万元出资额（全部出资额的 {}%），例如由{}转给{}",
            number::write_millionths(amount),
            crate::policy::amount::decimal(Fraction::new(up(share * 100), 100)),
            named(largest),
            named(least)
        );
        let transfer = Change::Transfer { from, to, amount: number::from_millionths(amount) };
        (amount > 0).then(|| Found { changes: vec![transfer], takes })
    }
}

fn named(member: &Member) -> String {
    let name = member.name.trim();
    if name.is_empty() { "最大股东以外的一家".to_owned() } else { format!("“{name}”") }
}

/// 科技人员 of 从事研发和相关技术创新活动的科技人员.
fn short(label: &str) -> &str {
    label.rsplit('的').next().unwrap_or(label)
}

fn up(fraction: Fraction) -> i128 {
    fraction.ceil().to_integer()
}

/// As many as are needed to go so far, or farther.
fn whole_number(distance: Fraction, inclusive: bool) -> Option<i128> {
    let count = up(distance) + i128::from(!inclusive && distance.is_integer());
    (count > 0).then_some(count)
}

/// The first number of steps, in millionths, that is at the limit or past it.
fn reached(limit: Limit, step: i128) -> i128 {
    let steps = limit.at * number::MILLION / step;
    let past = i128::from(!limit.inclusive && steps.is_integer());
    match limit.rising {
        true => (up(steps) + past) * step,
        false => (steps.floor().to_integer() - past) * step,
    }
}

/// The least that has to be added to a part and to its whole, in steps.
fn least_added(part: i128, whole: i128, limit: Limit, step: i128) -> Option<i128> {
    if !limit.rising || limit.at >= Fraction::from(1) {
        return None;
    }
    let lacks = Fraction::from(whole) * limit.at - Fraction::from(part);
    let exact = lacks / (Fraction::from(1) - limit.at) / step;
    let steps = up(exact) + i128::from(!limit.inclusive && exact.is_integer());
    (steps > 0).then_some(steps * step)
}

/// The least of a whole that has to become part of its part, in steps.
fn least_moved(part: i128, whole: i128, limit: Limit, step: i128) -> Option<i128> {
    let exact = (Fraction::from(whole) * limit.at - Fraction::from(part)) / step;
    let steps = up(exact) + i128::from(!limit.inclusive && exact.is_integer());
    (steps > 0).then_some(steps * step)
}
