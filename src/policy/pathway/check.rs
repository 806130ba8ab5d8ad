//! From the file to the checked pathway: resolves every reference, or lists every fault.

use super::model::{
    Clause, CrossCheck, DateRule, DateSort, DutyText, Offer, Pathway, PathwayNote, Requirement, Rule, Section,
    Stage, Test,
};
use super::source;
use crate::policy::check::{self, copied, kept, unique};
use crate::policy::{Bound, Condition, Fact, FactKind, Fraction, Policy, RequirementName};

/// Reads a pathway file and joins it to the table. On faults, one sentence each for the file's author.
pub fn read(table: Policy, text: &str) -> Result<(Policy, Pathway), Vec<String>> {
    let source: source::Pathway = toml::from_str(text).map_err(|fault| vec![fault.to_string()])?;
    let mut checker = Checker { facts: &[], cross_checks: Vec::new(), faults: Vec::new() };
    checker.facts = checker.all_facts(&table, &source.facts);
    let offers = checker.offers(&source.facts);
    let (orders, limits) = (checker.orders(&source.facts), checker.limits(&source.facts));
    let events = checker.events(&source.facts);
    for one in &source.cross_checks {
        let of = checker.cross_check(&one.of);
        checker.cross_checks.push((copied(&one.id), of, false));
    }
    unique(source.cross_checks.iter().map(|one| one.id.as_str()), "cross_check", &mut checker.faults);
    let mut requirements = Vec::new();
    let stages = kept(source.stages.iter().map(|stage| checker.stage(stage, &mut requirements)));
    unique(stages.iter().map(|stage| stage.id), "stage", &mut checker.faults);
    unique(requirements.iter().map(|one| one.id), "requirement", &mut checker.faults);
    let dates = kept(source.dates.iter().map(|date| checker.date(date)));
    unique(dates.iter().map(|date| date.id), "date", &mut checker.faults);
    let idle = checker.cross_checks.iter().filter(|(.., named)| !named);
    checker.faults.extend(idle.map(|(id, ..)| format!("cross_check {id}: no requirement names it")));
    if !checker.faults.is_empty() {
        return Err(checker.faults);
    }
    let names = requirements.iter().map(|one| RequirementName {
        id: one.id,
        label: one.label,
        attested: one.tests.is_empty(),
    });
    let policy = Policy { facts: checker.facts, requirements: kept(names), ..table };
    let pathway = Pathway {
        id: copied(&source.id),
        title: copied(&source.title),
        document: copied(&source.document),
        stages,
        requirements: kept(requirements),
        dates,
        offers,
        orders,
        limits,
        events,
        consequences: kept(source.consequences.iter().map(|one| (one.id, clause(&one.clause, &one.quote)))),
        duties: kept(source.duties.iter().map(|one| DutyText {
            duty: one.id,
            clause: clause(&one.clause, &one.quote),
            help: copied(&one.help),
        })),
        notes: kept(source.notes.iter().map(|note| PathwayNote {
            about: copied(&note.about),
            kind: note.kind,
            text: copied(&note.text),
        })),
    };
    Ok((policy, pathway))
}

fn clause(place: &str, quote: &str) -> Clause {
    Clause { place: copied(place), quote: copied(quote) }
}

/// No count and no sum of money comes near.
const MOST: i128 = 1_000_000_000_000;

struct Checker {
    facts: &'static [Fact],
    /// The figures of the score by their ids, and whether a requirement has named them.
    cross_checks: Vec<(&'static str, CrossCheck, bool)>,
    faults: Vec<String>,
}

impl Checker {
    fn all_facts(&mut self, table: &Policy, sources: &[source::Fact]) -> &'static [Fact] {
        let plain: Vec<_> = sources.iter().map(source::Fact::plain).collect();
        let own = check::facts(&plain, &mut self.faults);
        let all = kept(table.facts.iter().chain(own).copied());
        unique(all.iter().map(|fact| fact.id), "fact", &mut self.faults);
        all
    }

    fn fact(&mut self, id: &str, fits: fn(&FactKind) -> bool, wanted: &str) -> usize {
        match self.facts.iter().position(|fact| fact.id == id) {
            Some(at) if fits(&self.facts[at].kind) => at,
            Some(at) => {
                self.faults.push(format!("fact {id} is no {wanted}"));
                at
            }
            None => {
                self.faults.push(format!("unknown fact {id}"));
                0
            }
        }
    }

    /// Names the place of all faults found since there were so many.
    fn say_where(&mut self, before: usize, place: &str) {
        for fault in &mut self.faults[before..] {
            fault.insert_str(0, &format!("{place}: "));
        }
    }

    fn number(&mut self, id: &str) -> usize {
        self.fact(id, |kind| matches!(kind, FactKind::Count { .. } | FactKind::Money), "number")
    }

    fn day(&mut self, id: &str) -> usize {
        self.fact(id, |kind| *kind == FactKind::Date, "date")
    }

    fn days(&mut self, ids: &[String]) -> &'static [usize] {
        kept(ids.iter().map(|id| self.day(id)))
    }

    fn offers(&mut self, sources: &[source::Fact]) -> &'static [(usize, Offer)] {
        let with_offer = sources.iter().filter_map(|fact| Some((fact, fact.same_as.as_ref()?)));
        kept(with_offer.map(|(fact, offer)| {
            let offer = match offer {
                source::Offer::Fact { fact } => Offer::Fact(self.number(fact)),
                source::Offer::Contributions {} => Offer::Contributions,
            };
            (self.number(&fact.id), offer)
        }))
    }

    fn events(&mut self, sources: &[source::Fact]) -> &'static [usize] {
        kept(sources.iter().filter(|fact| fact.event).map(|fact| self.day(&fact.id)))
    }

    fn orders(&mut self, sources: &[source::Fact]) -> &'static [(usize, usize)] {
        let with_order = sources.iter().filter_map(|fact| Some((fact.not_before.as_ref()?, &fact.id)));
        kept(with_order.map(|(earlier, later)| (self.day(earlier), self.day(later))))
    }

    fn limits(&mut self, sources: &[source::Fact]) -> &'static [(usize, usize)] {
        let with_limit = sources.iter().filter_map(|fact| Some((&fact.id, fact.not_above.as_ref()?)));
        kept(with_limit.map(|(amount, most)| (self.number(amount), self.number(most))))
    }

    fn cross_check(&mut self, source: &source::CrossCheckOf) -> CrossCheck {
        match source {
            source::CrossCheckOf::Facts { facts } => {
                CrossCheck::Facts(kept(facts.iter().map(|fact| self.fact(fact, |_| true, "fact"))))
            }
            source::CrossCheckOf::Evidence { category } => CrossCheck::Evidence(*category),
            source::CrossCheckOf::Members {} => CrossCheck::Members,
            source::CrossCheckOf::Contributions {} => CrossCheck::Contributions,
            source::CrossCheckOf::RdShare {} => CrossCheck::RdShare,
        }
    }

    fn cross_check_named(&mut self, id: &str) -> Option<CrossCheck> {
        let Some((_, of, named)) = self.cross_checks.iter_mut().find(|(other, ..)| *other == id) else {
            self.faults.push(format!("unknown cross_check {id}"));
            return None;
        };
        *named = true;
        Some(*of)
    }

    fn stage(&mut self, source: &source::Stage, requirements: &mut Vec<Requirement>) -> Stage {
        let sections = kept(source.sections.iter().map(|section| {
            let first = requirements.len();
            for requirement in &section.requirements {
                let checked = self.requirement(requirement);
                requirements.push(checked);
            }
            Section {
                name: copied(&section.name),
                clause: copied(&section.clause),
                requirements: kept(first..requirements.len()),
            }
        }));
        Stage {
            id: copied(&source.id),
            name: copied(&source.name),
            clause: copied(&source.clause),
            lead: copied(&source.lead),
            passed_by: self.days(&source.passed_by),
            sections,
        }
    }

    fn requirement(&mut self, source: &source::Requirement) -> Requirement {
        let before = self.faults.len();
        let tests = kept(source.tests.iter().filter_map(|test| self.test(test)));
        let cross_checks = kept(source.cross_checks.iter().filter_map(|id| self.cross_check_named(id)));
        self.say_where(before, &format!("requirement {}", source.id));
        Requirement {
            id: copied(&source.id),
            label: copied(&source.label),
            clause: clause(&source.clause, &source.quote),
            help: copied(&source.help),
            todo: copied(&source.todo),
            proof: kept(source.proof.iter().map(|one| copied(one))),
            expected: source.expected.as_deref().map(copied),
            cross_checks,
            tests,
        }
    }

    fn test(&mut self, source: &source::Test) -> Option<Test> {
        Some(match source {
            source::Test::Is { fact, condition } => {
                let at = self.fact(fact, |kind| !matches!(kind, FactKind::Date), "number, choice, or yes or no");
                Test::Is { fact: at, condition: self.condition(at, condition)? }
            }
            source::Test::AtLeast { fact, other } => {
                Test::AtLeast { fact: self.number(fact), other: self.number(other) }
            }
            source::Test::Within { fact, years, up_to } => {
                Test::Within { fact: self.day(fact), years: *years, up_to: self.day(up_to) }
            }
            source::Test::LongBefore { fact, years, before } => {
                Test::LongBefore { fact: self.day(fact), years: *years, before: self.day(before) }
            }
            source::Test::InTime { fact, years, after, overtaken_by } => Test::InTime {
                fact: self.day(fact),
                years: *years,
                after: self.day(after),
                overtaken_by: self.days(overtaken_by),
            },
            source::Test::PanelMean { condition } => Test::PanelMean(self.number_condition(condition)?),
        })
    }

    fn condition(&mut self, fact: usize, text: &str) -> Option<Condition> {
        match self.facts.get(fact)?.kind.option_ids() {
            Some(ids) => {
                let found = ids.iter().position(|id| *id == text);
                if found.is_none() {
                    self.faults.push(format!("“{text}” is none of {}", ids.join(", ")));
                }
                found.map(|at| Condition::Option(at as u8))
            }
            None => self.number_condition(text),
        }
    }

    fn number_condition(&mut self, text: &str) -> Option<Condition> {
        let parsed = Condition::parse_number(text).map_err(|fault| self.faults.push(fault)).ok()?;
        if let Condition::Number { low, high } = parsed {
            // What is compared with it has six decimals at most, so a finer limit could not be shown.
            let fine =
                |bound: &Bound| (bound.value * 1_000_000).is_integer() && bound.value < Fraction::from(MOST);
            if ![low, high].iter().flatten().all(fine) {
                self.faults
                    .push(format!("“{text}” has a number of {MOST} or more, or with more than six decimals"));
            }
        }
        Some(parsed)
    }

    fn date(&mut self, source: &source::DateRule) -> DateRule {
        let before = self.faults.len();
        let rule = self.rule(&source.rule);
        let (settled_by, overtaken_by) = (self.days(&source.settled_by), self.days(&source.overtaken_by));
        if (source.sort == DateSort::Deadline) == source.late.is_empty() {
            self.faults
                .push("a deadline says in `late` what to do once it is over, and nothing else does".to_owned());
        }
        self.say_where(before, &format!("date {}", source.id));
        DateRule {
            id: copied(&source.id),
            label: copied(&source.label),
            clauses: kept(
                source.clauses.iter().map(|one| (copied(&one.document), clause(&one.place, &one.quote))),
            ),
            help: copied(&source.help),
            sort: source.sort,
            late: copied(&source.late),
            settled_by,
            overtaken_by,
            rule,
        }
    }

    fn rule(&mut self, source: &source::Rule) -> Rule {
        match source {
            source::Rule::After { of, months } => Rule::After { of: self.days(of), months: *months },
            source::Rule::Window { of, months, long } => {
                Rule::Window { of: self.days(of), months: *months, long: *long }
            }
            source::Rule::CalendarMonth { of, months } => {
                Rule::CalendarMonth { of: self.days(of), months: *months }
            }
            source::Rule::WorkingDays { of, days } => Rule::WorkingDays { of: self.day(of), days: *days },
            source::Rule::EachYear { of, evaluation, months, month, day, assessed_after } => {
                let of = self.days(of);
                // A year that is no leap year has the fewest days.
                let longest = time::Month::try_from(*month).map_or(0, |month| month.length(2023));
                if !(1..=longest).contains(day) {
                    self.faults.push(format!("{month}-{day} is no day of every year"));
                }
                let evaluation = self.day(evaluation);
                let (months, month, day) = (*months, *month, *day);
                Rule::EachYear { of, evaluation, months, month, day, assessed_after: *assessed_after }
            }
        }
    }
}

impl source::Fact {
    /// As a table's file has it.
    fn plain(&self) -> crate::policy::source::Fact {
        crate::policy::source::Fact {
            id: self.id.clone(),
            label: self.label.clone(),
            help: self.help.clone(),
            kind: self.kind,
            unit: self.unit.clone(),
            min: 0,
            at_most: None,
            options: Vec::new(),
        }
    }
}
