//! Checks one item: its inputs, conditions and awards.

use std::collections::BTreeMap;

use super::{copied, kept};
use crate::policy::model::{
    Award, Case, Fact, FactKind, Input, Item, MOST_READINGS, Measure, Reading, Says, Scale, SettledBy, Settlement,
    TallyPart, Under, Unit,
};
use crate::policy::{Condition, Fraction, fraction, phrase, source};

pub fn check(
    facts: &'static [Fact],
    readings: &'static [Reading],
    indicator: usize,
    source: source::Item,
    faults: &mut Vec<String>,
) -> Item {
    let mut checker = Checker {
        facts,
        item: &source.id,
        readings: Vec::new(),
        quote: &source.quote,
        inputs: Vec::new(),
        faults,
    };
    let own = kept(checker.readings(readings, &source.readings));
    checker.readings = own.iter().map(|position| &readings[*position]).collect();
    checker.distinct_choices();
    for input in &source.inputs {
        let checked = checker.input(input);
        checker.inputs.push(checked);
    }
    let ids = source.inputs.iter().map(|input| input.id.as_str());
    super::unique(ids, &format!("item {}: input", source.id), checker.faults);
    if source.cases.len() > MOST_CASES {
        checker.fault(format!("more than {MOST_CASES} cases"));
    }
    let max = super::points(source.max, &format!("item {}: max", source.id), checker.faults);
    let cases = kept(source.cases.iter().map(|case| checker.case(case)));
    let settlements = kept(source.settlements.iter().filter_map(|one| checker.settlement(one)));
    let twice = |at: usize| {
        settlements[..at].iter().any(|one| (one.input, one.at) == (settlements[at].input, settlements[at].at))
    };
    if (0..settlements.len()).any(twice) {
        checker.fault("one value is settled twice");
    }
    let inputs = kept(checker.inputs);
    Item {
        id: source.id.leak(),
        label: source.label.leak(),
        indicator,
        max,
        clause: source.clause.leak(),
        quote: source.quote.leak(),
        articles: source.articles.map(|articles| &*articles.leak()),
        readings: own,
        inputs,
        cases,
        settlements,
        notes: super::notes(source.notes),
    }
}

/// As many as `crate::scoring::CaseSet` has room for.
const MOST_CASES: usize = 32;

/// Numbers beyond these could overflow when a draft's numbers are multiplied with them.
const MOST: i128 = 1_000_000;
const FINEST: i128 = 10_000;

struct Checker<'a> {
    facts: &'static [Fact],
    item: &'a str,
    readings: Vec<&'static Reading>,
    quote: &'a str,
    inputs: Vec<Input>,
    faults: &'a mut Vec<String>,
}

impl Checker<'_> {
    fn fault(&mut self, sentence: impl AsRef<str>) {
        self.faults.push(format!("item {}: {}", self.item, sentence.as_ref()));
    }

    fn readings(&mut self, readings: &[Reading], ids: &[String]) -> Vec<usize> {
        if ids.len() > MOST_READINGS {
            self.fault(format!("more than {MOST_READINGS} readings"));
        }
        super::unique(ids.iter().map(String::as_str), &format!("item {}: reading", self.item), self.faults);
        let mut found = Vec::new();
        for id in ids.iter().take(MOST_READINGS) {
            match readings.iter().position(|reading| reading.id == *id) {
                Some(position) => found.push(position),
                None => self.fault(format!("unknown reading {id}")),
            }
        }
        found
    }

    /// A case names a choice alone, so no two readings of an item may share one.
    fn distinct_choices(&mut self) {
        let choices: Vec<&str> =
            self.readings.iter().flat_map(|reading| reading.choices).map(|choice| choice.id).collect();
        super::unique(choices.into_iter(), &format!("item {}: choice", self.item), self.faults);
    }

    fn choice(&mut self, id: &str) -> Under {
        let position = |reading: &&Reading| reading.choices.iter().position(|choice| choice.id == id);
        let found = self.readings.iter().enumerate().find_map(|(at, reading)| Some((at, position(reading)?)));
        if found.is_none() {
            self.fault(format!("“under {id}” is no choice of the item's readings"));
        }
        found.unwrap_or_default()
    }

    fn fact(&mut self, id: &str) -> usize {
        let found = self.facts.iter().position(|fact| fact.id == id);
        if found.is_none() {
            self.fault(format!("unknown fact {id}"));
        }
        found.unwrap_or_default()
    }

    fn input(&mut self, source: &source::Input) -> Input {
        let measure = self.measure(&source.measure);
        let otherwise =
            kept(source.under.iter().map(|(choice, measure)| (self.choice(choice), self.measure(measure))));
        // Under a choice of each, nothing would say which of the two measures counts.
        if otherwise.windows(2).any(|pair: &[(Under, Measure)]| pair[0].0.0 != pair[1].0.0) {
            self.fault(format!("input {} is measured under choices of two readings", source.id));
        }
        let of_fact = match measure {
            Measure::Fact(position) => self.facts.get(position),
            _ => None,
        };
        let own_unit = of_fact.map(|fact| match fact.kind {
            FactKind::Percent => "%",
            FactKind::Count { unit, .. } => unit,
            FactKind::Money => "万元",
            FactKind::YesNo | FactKind::Choice(_) | FactKind::Date => "",
        });
        let unit = match source.unit.as_deref().map(copied).or(own_unit) {
            Some("share") => Unit::Share,
            Some(unit) => Unit::Plain(unit),
            None => {
                self.fault(format!("input {} needs a unit", source.id));
                Unit::Plain("")
            }
        };
        let label = source.label.as_deref().map(copied).or(of_fact.map(|fact| fact.label)).unwrap_or_else(|| {
            self.fault(format!("input {} needs a label", source.id));
            ""
        });
        Input { id: copied(&source.id), label, unit, measure, otherwise }
    }

    fn measure(&mut self, source: &source::Measure) -> Measure {
        match source {
            source::Measure::Fact { fact } => {
                let at = self.fact(fact);
                if self.facts.get(at).is_some_and(|fact| fact.kind == FactKind::Date) {
                    self.fault(format!("{fact} is a date, which no case can measure"));
                }
                Measure::Fact(at)
            }
            source::Measure::FactRatio { part, whole } => {
                let (part_at, whole_at) = (self.fact(part), self.fact(whole));
                // Only then is the share never above one, which the proof of the cases presupposes.
                let inside =
                    |fact: &Fact| matches!(fact.kind, FactKind::Count { at_most: Some(at), .. } if at == whole_at);
                if !self.facts.get(part_at).is_some_and(inside) {
                    self.fault(format!("{part} is no count that is at most {whole}"));
                }
                Measure::FactRatio { part: part_at, whole: whole_at }
            }
            source::Measure::TrueFacts { facts } => Measure::TrueFacts(kept(facts.iter().map(|fact| {
                let at = self.fact(fact);
                if self.facts.get(at).is_some_and(|fact| fact.kind != FactKind::YesNo) {
                    self.fault(format!("{fact} is no yes or no"));
                }
                at
            }))),
            source::Measure::FinanceRatio { part, whole } => Measure::FinanceRatio { part: *part, whole: *whole },
            source::Measure::FinanceSum { of } => Measure::FinanceSum(*of),
            source::Measure::FinanceAverage { of } => Measure::FinanceAverage(*of),
            source::Measure::Evidence { category, kinds, levels, roles } => {
                let fits = kinds.iter().all(|kind| category.kinds().contains(kind))
                    && levels.iter().all(|level| category.levels().contains(level))
                    && roles.iter().all(|role| category.roles().contains(role));
                if !fits {
                    self.fault(format!("no {} entry can carry what the filter asks for", category.id()));
                }
                Measure::Evidence {
                    category: *category,
                    kinds: kinds.clone().leak(),
                    levels: levels.clone().leak(),
                    roles: roles.clone().leak(),
                }
            }
            source::Measure::MemberKinds { kinds } => Measure::MemberKinds(kinds.clone().leak()),
            source::Measure::Shareholders { ranks, kinds } => {
                Measure::Shareholders { ranks: ranks.clone().leak(), kinds: kinds.clone().leak() }
            }
            source::Measure::LargestShare {} => Measure::LargestShare,
        }
    }

    fn case(&mut self, source: &source::Case) -> Case {
        let under = kept(source.under.iter().map(|choice| self.choice(choice)));
        if under.iter().enumerate().any(|(at, (reading, _))| under[..at].iter().any(|(other, _)| other == reading))
        {
            self.fault(format!("case “{}” is under two choices of one reading", source.label));
        }
        let when = match &source.when {
            source::When::All(conditions) => kept([self.conditions(conditions)]),
            source::When::AnyOf(alternatives) => {
                kept(alternatives.iter().map(|conditions| self.conditions(conditions)))
            }
        };
        let says = kept(source.says.iter().filter_map(|(input, says)| self.says(input, says)));
        Case { label: copied(&source.label), under, when, award: self.award(source), stated: source.stated, says }
    }

    /// What the text says of an input; the words have to stand in the quotation.
    fn says(&mut self, input: &str, source: &source::Says) -> Option<(usize, Says)> {
        let position = self.input_named(input)?;
        let (source::Says::Words(words) | source::Says::Meaning { words, .. }) = source;
        if !phrase::folded(self.quote).contains(&phrase::folded(words)) {
            self.fault(format!("the quotation does not say “{words}”"));
        }
        let means = match (source, phrase::meaning(words, &self.inputs[position].unit)) {
            (source::Says::Words(_), Some(means)) => means,
            (source::Says::Words(_), None) => {
                self.fault(format!("“{words}” names no limit; say what it means"));
                return None;
            }
            (source::Says::Meaning { .. }, Some(_)) => {
                self.fault(format!("“{words}” says by itself what it means"));
                return None;
            }
            (source::Says::Meaning { means, .. }, None) => self.condition(position, means)?,
        };
        if !matches!(means, Condition::Number { .. }) {
            self.fault(format!("“{words}” is no limit of a number"));
        }
        Some((position, Says { words: copied(words), means }))
    }

    fn settlement(&mut self, source: &source::Settlement) -> Option<Settlement> {
        let input = self.input_named(&source.of)?;
        let by = match (&source.reading, &source.words) {
            (Some(id), None) => {
                let found = self.readings.iter().position(|reading| reading.id == *id);
                if found.is_none() {
                    self.fault(format!("{id} is no reading of the item, so it settles nothing"));
                }
                SettledBy::Reading(found?)
            }
            (None, Some(words)) => SettledBy::Words(copied(words)),
            _ => {
                self.fault("what is settled names either a reading or words");
                return None;
            }
        };
        Some(Settlement { input, at: self.limit(&source.at), by })
    }

    fn conditions(&mut self, source: &BTreeMap<String, String>) -> &'static [(usize, Condition)] {
        kept(source.iter().filter_map(|(input, text)| {
            let position = self.input_named(input)?;
            self.condition(position, text).map(|condition| (position, condition))
        }))
    }

    fn condition(&mut self, input: usize, text: &str) -> Option<Condition> {
        let options = match self.inputs[input].measure {
            Measure::Fact(fact) => self.facts.get(fact)?.kind.option_ids(),
            _ => None,
        };
        let parsed = match options {
            Some(options) => match options.iter().position(|option| *option == text) {
                Some(position) => Ok(Condition::Option(position as u8)),
                None => Err(format!("“{text}” is none of {}", options.join(", "))),
            },
            None => Condition::parse_number(text),
        };
        if let Ok(Condition::Number { low, high }) = &parsed {
            [low, high].into_iter().flatten().for_each(|bound| self.bounded(bound.value, text));
        }
        parsed.map_err(|fault| self.fault(fault)).ok()
    }

    fn input_named(&mut self, id: &str) -> Option<usize> {
        let found = self.inputs.iter().position(|input| input.id == id);
        if found.is_none() {
            self.fault(format!("unknown input {id}"));
        }
        found
    }

    fn award(&mut self, source: &source::Case) -> Award {
        let awards =
            [source.points.is_some(), source.band.is_some(), source.scale.is_some(), source.tally.is_some()];
        if awards.iter().filter(|given| **given).count() != 1 {
            self.fault(format!("case “{}” must have one of points, band, scale and tally", source.label));
        }
        if source.tally.is_some() != source.cap.is_some()
            || (source.band.is_none() && !source.proportional.is_empty())
        {
            self.fault(format!("case “{}”: a cap goes with a tally, proportional with a band", source.label));
        }
        if let (Some(_), source::When::AnyOf(alternatives)) = (&source.scale, &source.when)
            && alternatives.len() > 1
        {
            // What the scale's input can be would have to be known for each alternative by itself.
            self.fault(format!("case “{}”: a scale goes with one set of conditions", source.label));
        }
        if let Some([low, high]) = &source.band {
            let proportional = kept(source.proportional.iter().map(|scale| self.scale(scale)));
            return Award::Band { low: self.points(low), high: self.points(high), proportional };
        }
        if let Some(scale) = &source.scale {
            return Award::Scale(self.scale(scale));
        }
        if let (Some(parts), Some(cap)) = (&source.tally, &source.cap) {
            let parts = kept(parts.iter().map(|part| TallyPart {
                input: self.input_named(&part.of).unwrap_or_default(),
                each: self.points(&part.each),
                at_most: part.at_most,
            }));
            return Award::Tally { parts, cap: self.points(cap) };
        }
        Award::Points(source.points.as_ref().map_or(Fraction::from(0), |points| self.points(points)))
    }

    fn scale(&mut self, source: &source::Scale) -> Scale {
        let scale = Scale {
            input: self.input_named(&source.of).unwrap_or_default(),
            from: (self.limit(&source.from[0]), self.points(&source.from[1])),
            to: (self.limit(&source.to[0]), self.points(&source.to[1])),
        };
        if scale.from.0 >= scale.to.0 {
            self.fault(format!("the scale of {} must run upwards", source.of));
        }
        scale
    }

    /// Points, which are counted in hundredths.
    fn points(&mut self, source: &source::Number) -> Fraction {
        let points = self.number(source);
        let most = Fraction::from(i128::from(super::MOST_POINTS));
        if points < Fraction::from(0) || points > most || !(points * 100).is_integer() {
            self.fault(format!("{source:?} is no points: whole hundredths from 0 to {most}"));
        }
        points
    }

    /// A value of an input.
    fn limit(&mut self, source: &source::Number) -> Fraction {
        let limit = self.number(source);
        self.bounded(limit, &format!("{source:?}"));
        limit
    }

    fn bounded(&mut self, limit: Fraction, text: &str) {
        if limit < Fraction::from(-MOST) || limit > Fraction::from(MOST) || *limit.denom() > FINEST {
            self.fault(format!("“{text}” has a number beyond {MOST}, or finer than 1/{FINEST}"));
        }
    }

    fn number(&mut self, source: &source::Number) -> Fraction {
        let parsed = match source {
            source::Number::Whole(whole) => Some(Fraction::from(i128::from(*whole))),
            source::Number::Text(text) => fraction::parse(text),
        };
        parsed.unwrap_or_else(|| {
            self.fault(format!("{source:?} is no exact number"));
            Fraction::from(0)
        })
    }
}
