//! The checked policy: every reference resolved to a position, every number exact.
//!
//! Positions (`usize` into the slices of [`Policy`]) are the ids of the program; the ids of the
//! file, such as `goals.completion_rate`, are what drafts and links use.
//!
//! A policy lives as long as the program and is plain data, all of it `Copy`: the build writes it as
//! a `static` (`emit` beside this file), so that nothing is read or allocated when the program starts.

use super::{
    Category, Condition, EvidenceKind, Figure, Fraction, Level, MemberKind, NoteKind, Points, Possible, Rank,
    Role, fraction,
};

/// One evaluation table and the rules to score it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    pub id: &'static str,
    pub title: &'static str,
    /// The document's number, such as 豫工信联科〔2019〕194号.
    pub document: &'static str,
    pub total: Points,
    /// What a draft can state: the table's facts, and behind them those of the pathway.
    pub facts: &'static [Fact],
    pub readings: &'static [Reading],
    pub groups: &'static [Group],
    pub indicators: &'static [Indicator],
    pub items: &'static [Item],
    /// What the document as a whole leaves open.
    pub notes: &'static [Note],
    /// The day that decides for each category of evidence, in the order of [`Category::ALL`].
    pub dating: &'static [Dating],
    /// What a draft can say something of; none in a table by itself.
    pub requirements: &'static [RequirementName],
}

/// A requirement of the pathway, as draft files know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequirementName {
    pub id: &'static str,
    pub label: &'static str,
    /// Whether its state is said and not computed.
    pub attested: bool,
}

/// 一级指标.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    pub name: &'static str,
    /// Positions of its indicators, in the table's order.
    pub indicators: &'static [usize],
}

/// 二级指标.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Indicator {
    pub name: &'static str,
    pub group: usize,
    pub weight: Points,
    /// Positions of its items, in the table's order.
    pub items: &'static [usize],
}

/// One scored sentence of the table, the smallest thing that has points of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    pub id: &'static str,
    pub label: &'static str,
    pub indicator: usize,
    pub max: Points,
    /// Where the quotation stands, such as 附件 创新队伍 第1项.
    pub clause: &'static str,
    /// The clause's own words.
    pub quote: &'static str,
    /// The articles of the main text that the item details; none where the main text is silent.
    pub articles: Option<&'static str>,
    /// Positions of the readings that this item can be scored under, where the text can be read more than one way.
    pub readings: &'static [usize],
    pub inputs: &'static [Input],
    pub cases: &'static [Case],
    /// What decides where two bands of the text hold the same value.
    pub settlements: &'static [Settlement],
    pub notes: &'static [Note],
}

impl Item {
    /// Every combination of choices of its readings, the one of all defaults first.
    pub fn combinations(&self, readings: &'static [Reading]) -> impl Iterator<Item = Choices> + use<> {
        let own = self.readings;
        let count = move |at: usize| readings[own[at]].choices.len();
        let all: usize = (0..own.len()).map(count).product();
        (0..all).map(move |number| {
            let mut choices = Choices::default();
            let mut rest = number;
            for at in 0..own.len() {
                choices.set(at, rest % count(at));
                rest /= count(at);
            }
            choices
        })
    }

    /// The numbers at which some case asks something else of an input.
    pub fn limits(&self, input: usize) -> Vec<Fraction> {
        let conditions = self.cases.iter().flat_map(Case::conditions).filter(|(of, _)| *of == input);
        conditions.flat_map(|(_, condition)| condition.limits()).collect()
    }
}

impl Policy {
    /// The limits of all inputs that are measured like this.
    pub fn limits_of(&self, measured: impl Fn(&Measure) -> bool) -> Vec<Fraction> {
        let mut limits = Vec::new();
        for item in self.items {
            for (at, _) in item.inputs.iter().enumerate().filter(|(_, input)| input.measures().any(&measured)) {
                limits.extend(item.limits(at));
            }
        }
        limits
    }
}

/// As many as one item can have.
pub const MOST_READINGS: usize = 4;

/// One choice of each of an item's readings, in the item's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Choices([u8; MOST_READINGS]);

impl Choices {
    /// The choice of the item's reading at this position; 0 is the default.
    pub fn of(self, reading: usize) -> usize {
        self.0.get(reading).copied().unwrap_or_default().into()
    }

    pub fn set(&mut self, reading: usize, choice: usize) {
        if let (Some(place), Ok(choice)) = (self.0.get_mut(reading), u8::try_from(choice)) {
            *place = choice;
        }
    }
}

/// A choice of one of an item's readings: (position among the item's readings, choice).
pub type Under = (usize, usize);

/// Which day of a piece of evidence decides whether it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dating {
    pub category: Category,
    /// Such as 鉴定日.
    pub day: &'static str,
    /// Which one it is where several could be meant.
    pub help: &'static str,
}

/// A remark shown beside a row: what the text gets wrong or leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    pub about: NoteKind,
    pub text: &'static str,
}

/// One fact that the centre states of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    pub id: &'static str,
    pub label: &'static str,
    pub help: &'static str,
    pub kind: FactKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// A percentage, 0 to 1000, as the number before the sign: 86.5 means 86.5%.
    Percent,
    /// A whole number of `unit`.
    Count {
        unit: &'static str,
        min: u32,
        /// Another count that this one is part of and can't exceed.
        at_most: Option<usize>,
    },
    /// Yes or no, with no first and yes second wherever positions are used.
    YesNo,
    Choice(&'static [FactOption]),
    /// 万元.
    Money,
    Date,
}

impl FactKind {
    /// The ids of its options in a policy file; `None` where it has none.
    pub fn option_ids(&self) -> Option<Vec<&'static str>> {
        match self {
            FactKind::YesNo => Some(vec!["no", "yes"]),
            FactKind::Choice(options) => Some(options.iter().map(|one| one.id).collect()),
            FactKind::Percent | FactKind::Count { .. } | FactKind::Money | FactKind::Date => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactOption {
    pub id: &'static str,
    pub label: &'static str,
}

/// A place where the text can be read more than one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    pub id: &'static str,
    pub question: &'static str,
    /// Why the text leaves it open.
    pub why: &'static str,
    /// The first is the default.
    pub choices: &'static [ReadingChoice],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadingChoice {
    pub id: &'static str,
    pub label: &'static str,
    pub reason: &'static str,
}

/// Something an item's cases depend on, measured from the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Input {
    pub id: &'static str,
    pub label: &'static str,
    pub unit: Unit,
    pub measure: Measure,
    /// What it is measured by under other choices of the item's readings.
    pub otherwise: &'static [(Under, Measure)],
}

impl Input {
    /// All measures, under whatever choices.
    pub fn measures(&'static self) -> impl Iterator<Item = &'static Measure> {
        std::iter::once(&self.measure).chain(self.otherwise.iter().map(|(_, measure)| measure))
    }

    /// The measure under these choices.
    pub fn measure(&self, choices: Choices) -> &Measure {
        let other = self.otherwise.iter().find(|((reading, choice), _)| choices.of(*reading) == *choice);
        other.map_or(&self.measure, |(_, measure)| measure)
    }
}

/// How a number is written for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A number followed by this word or sign.
    Plain(&'static str),
    /// A share of a whole, written as a percentage: 1/2 is 50%.
    Share,
}

/// How an input is measured from a draft. What a table of conditions can't say stands here, and
/// is computed in `crate::scoring::measure`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The fact itself.
    Fact(usize),
    /// One count as a share of another.
    FactRatio { part: usize, whole: usize },
    /// How many of these yes/no facts are yes.
    TrueFacts(&'static [usize]),
    /// The sum of one figure over the years of the period as a share of another's.
    FinanceRatio { part: Figure, whole: Figure },
    /// The sum of a figure over the years of the period, 万元.
    FinanceSum(Figure),
    /// That sum divided by the length of the period in years, 万元 a year.
    FinanceAverage(Figure),
    /// How many entries of evidence of this category; an empty filter takes any.
    Evidence {
        category: Category,
        kinds: &'static [EvidenceKind],
        levels: &'static [Level],
        roles: &'static [Role],
    },
    /// How many of these kinds of member there are at least one of.
    MemberKinds(&'static [MemberKind]),
    /// How many shareholders have one of these ranks and one of these kinds; empty takes any.
    Shareholders { ranks: &'static [Rank], kinds: &'static [MemberKind] },
    /// The largest shareholder's part of all contributions.
    LargestShare,
}

impl Measure {
    /// Whether it counts or sums entries of a list, of which more may still come.
    pub fn counts_a_list(&self) -> bool {
        self.sums_years()
            || matches!(
                self,
                Measure::Evidence { .. }
                    | Measure::MemberKinds(_)
                    | Measure::Shareholders { .. }
                    | Measure::LargestShare
            )
    }

    /// Whether it is made of yearly sums.
    pub fn sums_years(&self) -> bool {
        matches!(self, Measure::FinanceRatio { .. } | Measure::FinanceSum(_) | Measure::FinanceAverage(_))
    }
}

/// One row of an item's decision table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    pub label: &'static str,
    /// The choices of the item's readings under which alone this case exists.
    pub under: &'static [Under],
    /// Alternatives; each asks something of some inputs, and one alternative must hold. Without
    /// alternatives the case always holds.
    pub when: &'static [&'static [(usize, Condition)]],
    pub award: Award,
    /// Whether the text states this case in so many words.
    pub stated: bool,
    /// What the text itself says of inputs, before anything is settled: (input, what).
    pub says: &'static [(usize, Says)],
}

/// A limit in the text's own words, and what these words mean (民法典 第1259条). Nothing is scored by it: it is held
/// against the cases in the build, and stays with them so that what is embedded is what was proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Says {
    /// Such as 60%—80%.
    pub words: &'static str,
    pub means: Condition,
}

/// What decides where two bands of the text hold the same value of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settlement {
    pub input: usize,
    /// Where what both hold begins.
    pub at: Fraction,
    pub by: SettledBy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettledBy {
    /// A reading of the item, by its position among the item's.
    Reading(usize),
    /// The words of the band that has it.
    Words(&'static str),
}

impl Case {
    /// Whether the case exists under these choices of its item's readings.
    pub fn exists_under(&self, choices: Choices) -> bool {
        self.under.iter().all(|(reading, choice)| choices.of(*reading) == *choice)
    }

    /// What it asks of inputs in any of its alternatives.
    pub fn conditions(&self) -> impl Iterator<Item = &'static (usize, Condition)> + use<> {
        self.when.iter().copied().flatten()
    }

    /// Whether the case can be met under these choices, by what the inputs can be.
    pub fn can_be_met(&self, choices: Choices, inputs: &[Possible]) -> bool {
        let holds = |all: &&[(usize, Condition)]| all.iter().all(|(input, one)| one.can_hold(&inputs[*input]));
        self.exists_under(choices) && (self.when.is_empty() || self.when.iter().any(holds))
    }
}

/// What a case gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Award {
    Points(Fraction),
    /// Anything from low to high, as the assessor sees fit (酌情).
    Band {
        low: Fraction,
        high: Fraction,
        /// The proportional way to place oneself in the band: the least of these scales.
        proportional: &'static [Scale],
    },
    /// Points in proportion to an input, with no judgement left.
    Scale(Scale),
    /// So many points for each, up to a cap.
    Tally {
        parts: &'static [TallyPart],
        cap: Fraction,
    },
}

/// A straight line through two (input, points) pairs, level beyond them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    pub input: usize,
    pub from: (Fraction, Fraction),
    pub to: (Fraction, Fraction),
}

impl Scale {
    /// The points at `value`.
    pub fn at(&self, value: Fraction) -> Fraction {
        let ((x0, y0), (x1, y1)) = (self.from, self.to);
        if fraction::order(&value, &x0).is_le() {
            y0
        } else if fraction::order(&value, &x1).is_ge() {
            y1
        } else {
            // y0 + (y1 - y0) * (value - x0) / (x1 - x0), looking for a common divisor only once.
            let (rise, over) = fraction::difference(&y1, &y0);
            let (run, run_over) = fraction::difference(&x1, &x0);
            let (way, way_over) = fraction::difference(&value, &x0);
            let (numerator, denominator) = (rise * way * run_over, over * way_over * run);
            Fraction::new(y0.numer() * denominator + numerator * y0.denom(), y0.denom() * denominator)
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TallyPart {
    pub input: usize,
    pub each: Fraction,
    /// How many are counted at the most.
    pub at_most: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_exact_between_its_ends_and_level_beyond_them() {
        let [third, half] = [Fraction::new(1, 3), Fraction::new(1, 2)];
        let scale = Scale { input: 0, from: (third, half), to: (half, Fraction::new(5, 4)) };
        // Two fifths are two fifths of the way from a third to a half, and so three tenths of a point up.
        assert_eq!(scale.at(Fraction::new(2, 5)), Fraction::new(4, 5));
        assert_eq!([scale.at(Fraction::from(0)), scale.at(third)], [half; 2]);
        assert_eq!([scale.at(half), scale.at(Fraction::from(9))], [Fraction::new(5, 4); 2]);
    }
}
