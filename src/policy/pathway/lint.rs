//! Proves a checked pathway sound: everything is said, everything is used, and every computed requirement can come
//! out either way.

use std::collections::BTreeSet;

use super::decide::Known;
use super::model::{Pathway, Requirement, Test};
use crate::policy::{Consequence, Date, Duty, FactKind, Fraction, Policy, day};

pub fn faults(policy: &Policy, pathway: &Pathway) -> Vec<String> {
    let mut faults = unsaid(policy, pathway);
    faults.extend(unused(policy, pathway));
    faults.extend(pathway.requirements.iter().flat_map(|requirement| undecided(policy, requirement)));
    faults
}

/// Empty words, and entries of a closed vocabulary that are missing or stand twice.
fn unsaid(policy: &Policy, pathway: &Pathway) -> Vec<String> {
    let mut faults = Vec::new();
    let mut say = |what: String, words: &[&str]| {
        if words.iter().any(|word| word.trim().is_empty()) {
            faults.push(format!("{what}: something is left empty"));
        }
    };
    say("the head".to_owned(), &[pathway.id, pathway.title, pathway.document]);
    for fact in policy.facts {
        say(format!("fact {}", fact.id), &[fact.id, fact.label]);
    }
    for stage in pathway.stages {
        say(format!("stage {}", stage.id), &[stage.id, stage.name, stage.clause, stage.lead]);
        for section in stage.sections {
            say(format!("stage {}: a group", stage.id), &[section.name, section.clause]);
        }
    }
    for one in pathway.requirements {
        let words = [one.id, one.label, one.clause.place, one.clause.quote, one.help, one.todo];
        say(format!("requirement {}", one.id), &words);
        say(format!("requirement {}: proof", one.id), if one.proof.is_empty() { &[""] } else { one.proof });
        say(format!("requirement {}: expected", one.id), one.expected.as_slice());
    }
    for one in pathway.dates {
        say(format!("date {}", one.id), &[one.id, one.label, one.help]);
        let clauses: Vec<&str> =
            one.clauses.iter().flat_map(|(document, clause)| [*document, clause.place, clause.quote]).collect();
        say(format!("date {}: its clauses", one.id), if clauses.is_empty() { &[""] } else { &clauses });
    }
    for (one, clause) in pathway.consequences {
        say(format!("consequence {}", one.id()), &[clause.place, clause.quote]);
    }
    for one in pathway.duties {
        say(format!("duty {}", one.duty.id()), &[one.clause.place, one.clause.quote, one.help]);
    }
    let places: Vec<&str> =
        pathway.stages.iter().map(|stage| stage.id).chain(["dates", "grades", "panel"]).collect();
    for note in pathway.notes {
        say(format!("note on {}", note.about), &[note.text]);
    }
    let nowhere = pathway.notes.iter().filter(|note| !places.contains(&note.about));
    faults.extend(nowhere.map(|note| format!("a note is about {}, which is nowhere", note.about)));
    faults.extend(Consequence::ALL.iter().filter_map(|one| {
        let count = pathway.consequences.iter().filter(|(other, _)| other == one).count();
        (count != 1).then(|| format!("consequence {}: stands {count} times", one.id()))
    }));
    faults.extend(Duty::ALL.iter().filter_map(|one| {
        let count = pathway.duties.iter().filter(|other| other.duty == *one).count();
        (count != 1).then(|| format!("duty {}: stands {count} times", one.id()))
    }));
    // The expected ones quote the very word that makes them so.
    for one in pathway.requirements {
        if one.expected.is_some_and(|word| !one.clause.quote.contains(word)) {
            faults.push(format!("requirement {}: its quotation does not say {:?}", one.id, one.expected));
        }
    }
    faults
}

/// Facts of the pathway that nothing looks at.
fn unused(policy: &Policy, pathway: &Pathway) -> Vec<String> {
    let tests = pathway.requirements.iter().flat_map(|one| one.tests);
    let mut used: BTreeSet<usize> = tests.flat_map(Test::all_facts).collect();
    used.extend(pathway.date_facts());
    used.extend(crate::policy::lint::facts_used(policy));
    let idle = policy.facts.iter().enumerate().filter(|(at, _)| !used.contains(at));
    let idle = idle.map(|(_, fact)| format!("fact {}: no requirement and no date uses it", fact.id));
    // What a date follows from, is settled by or overtaken by happens on a day, and so may still lie ahead.
    let mut days: BTreeSet<usize> = pathway.date_facts().into_iter().collect();
    days.extend(pathway.dates.iter().flat_map(|date| date.overtaken_by));
    days.extend(pathway.stages.iter().flat_map(|stage| stage.passed_by));
    let tests = pathway.requirements.iter().flat_map(|one| one.tests);
    days.extend(
        tests.flat_map(|test| if let Test::InTime { overtaken_by, .. } = test { overtaken_by } else { &[][..] }),
    );
    let no_event =
        |fact: usize| format!("fact {}: a date or a stage hangs on it, but it is no event", policy.facts[fact].id);
    idle.chain(days.into_iter().filter(|fact| !pathway.events.contains(fact)).map(no_event)).collect()
}

/// A computed requirement that can't be met, can't be missed, or is decided before anything is known.
///
/// Tests change only at the numbers and days that they name, so these, one step to each side, and nothing at all
/// are tried in every combination.
fn undecided(policy: &Policy, requirement: &Requirement) -> Vec<String> {
    if !requirement.is_computed() {
        return Vec::new();
    }
    let facts: Vec<usize> =
        requirement.tests.iter().flat_map(Test::all_facts).collect::<BTreeSet<_>>().into_iter().collect();
    let values: Vec<Vec<Value>> = facts.iter().map(|fact| values(policy, requirement, *fact)).collect();
    let mut all = vec![Vec::new()];
    for values in &values {
        all = all
            .iter()
            .flat_map(|start: &Vec<Value>| values.iter().map(move |one| [start.as_slice(), &[*one]].concat()))
            .collect();
    }
    let mean = means(requirement);
    let outcomes: BTreeSet<Option<bool>> = all
        .iter()
        .flat_map(|values| {
            mean.iter().map(|mean| requirement.holds(&Tried { facts: &facts, values, mean: *mean }))
        })
        .collect();
    let blank = requirement.holds(&Tried { facts: &[], values: &[], mean: None });
    let decided =
        blank.is_some().then(|| format!("requirement {}: it is decided before anything is known", requirement.id));
    [(Some(true), "be met"), (Some(false), "be unmet"), (None, "stay open")]
        .into_iter()
        .filter(|(outcome, _)| !outcomes.contains(outcome))
        .map(|(_, words)| format!("requirement {}: it can never {words}", requirement.id))
        .chain(decided)
        .collect()
}

#[derive(Debug, Clone, Copy)]
enum Value {
    Nothing,
    Number(Fraction),
    Option(u8),
    Day(Date),
}

/// Any day will do, as long as periods of the tests lie within the calendar.
const TODAY: Date = match Date::from_ordinal_date(2024, 60) {
    Ok(day) => day,
    Err(_) => Date::MIN,
};

struct Tried<'a> {
    facts: &'a [usize],
    values: &'a [Value],
    mean: Option<Fraction>,
}

impl Tried<'_> {
    fn value(&self, fact: usize) -> Value {
        self.facts.iter().position(|one| *one == fact).map_or(Value::Nothing, |at| self.values[at])
    }
}

impl Known for Tried<'_> {
    fn number(&self, fact: usize) -> Option<Fraction> {
        if let Value::Number(number) = self.value(fact) { Some(number) } else { None }
    }

    fn option(&self, fact: usize) -> Option<u8> {
        if let Value::Option(option) = self.value(fact) { Some(option) } else { None }
    }

    fn day(&self, fact: usize) -> Option<Date> {
        if let Value::Day(day) = self.value(fact) { Some(day) } else { None }
    }

    fn today(&self) -> Date {
        TODAY
    }

    fn panel_mean(&self) -> Option<Fraction> {
        self.mean
    }
}

fn values(policy: &Policy, requirement: &Requirement, fact: usize) -> Vec<Value> {
    let mut all = vec![Value::Nothing];
    match policy.facts[fact].kind {
        FactKind::Date => {
            let years = requirement.tests.iter().map(|test| match *test {
                Test::Within { years, .. } | Test::LongBefore { years, .. } | Test::InTime { years, .. } => years,
                _ => 0,
            });
            let around = |start| [-1, 0, 1].map(|days| Value::Day(day::days_after(start, days)));
            all.extend(around(TODAY));
            all.extend(years.flat_map(|years| around(day::years_before(TODAY, years))));
        }
        kind => match kind.option_ids() {
            Some(ids) => all.extend((0..ids.len()).map(|option| Value::Option(option as u8))),
            None => {
                let limits = requirement.tests.iter().filter_map(|test| match test {
                    Test::Is { condition, .. } => Some(condition.limits().collect::<Vec<_>>()),
                    _ => None,
                });
                let mut numbers: BTreeSet<Fraction> = limits.flatten().collect();
                numbers.insert(Fraction::from(0));
                let around = numbers.iter().flat_map(|limit| [*limit - 1, *limit, *limit + 1]);
                all.extend(around.filter(|number| *number >= Fraction::from(0)).map(Value::Number));
            }
        },
    }
    all
}

fn means(requirement: &Requirement) -> Vec<Option<Fraction>> {
    let limits = requirement.tests.iter().filter_map(|test| match test {
        Test::PanelMean(condition) => Some(condition.limits().collect::<Vec<_>>()),
        _ => None,
    });
    let around = limits.flatten().flat_map(|limit| [limit - 1, limit, limit + 1]);
    // A total is out of a hundred.
    let inside = around.filter(|mean| (Fraction::from(0)..=Fraction::from(100)).contains(mean));
    inside.map(Some).chain([None]).collect()
}
