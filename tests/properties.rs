//! What holds for every draft, whatever is in it.

mod common;
#[path = "common/typing.rs"]
mod typing;

use std::sync::Arc;

use common::*;
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::Decimal;
use typing::*;
use zhichuang::calendar::{Due, dates};
use zhichuang::draft::field::{EvidenceField, MemberField, enter, fault, leave};
use zhichuang::draft::{
    Date, DayList, Draft, Entered, Evidence, Expert, FactValue, Field, FinanceYear, List, ListName, Member, Panel,
    ReferenceLine, YearPlan, file,
};
use zhichuang::policy::{
    Aspect, Category, Duty, EvidenceKind, FactKind, Figure, Level, MemberKind, Points, Rank, Role,
};
use zhichuang::readiness::{Readiness, judge};
use zhichuang::rules;
use zhichuang::scoring::explain::Missing;
use zhichuang::scoring::{Assessment, Figures, assess, explain, words};

fn figures(draft: &Draft) -> Vec<Figures> {
    assess(policy(), draft).items.iter().map(|score| score.figures).collect()
}

/// Something left blank that can be answered.
#[derive(Debug, Clone, Copy)]
enum Blank {
    Fact(usize),
    Year(usize),
    Figure(usize, Figure),
    Contribution(usize),
    Date(usize),
    Complete(ListName),
}

/// Everything in a draft that could be blank. There is always something, so no draft is passed over.
fn answerable(draft: &Draft) -> Vec<Blank> {
    let mut all: Vec<Blank> = (0..policy().facts.len()).map(Blank::Fact).collect();
    all.extend(ListName::all().map(Blank::Complete));
    all.extend((0..draft.finance.len()).map(Blank::Year));
    all.extend((0..draft.finance.len()).flat_map(|at| Figure::ALL.iter().map(move |one| Blank::Figure(at, *one))));
    all.extend((0..draft.members.len()).map(Blank::Contribution));
    all.extend((0..draft.evidence.len()).map(Blank::Date));
    all
}

fn clear(draft: &mut Draft, blank: Blank) {
    match blank {
        Blank::Fact(at) => Arc::make_mut(&mut draft.facts)[at] = Entered::default(),
        Blank::Year(at) => draft.finance.get_mut(at).unwrap().year = Entered::default(),
        Blank::Figure(at, figure) => *draft.finance.get_mut(at).unwrap().figure_mut(figure) = Entered::default(),
        Blank::Contribution(at) => draft.members.get_mut(at).unwrap().contribution = Entered::default(),
        Blank::Date(at) => draft.evidence.get_mut(at).unwrap().on = Entered::default(),
        Blank::Complete(list) => draft.complete.set(list, false),
    }
}

/// An answer to whatever is asked.
#[derive(Debug, Clone)]
struct Answer {
    facts: Vec<FactValue>,
    year: Decimal,
    money: Decimal,
    date: Date,
}

fn answer() -> impl Strategy<Value = Answer> {
    let facts: Vec<_> = policy().facts.iter().map(|fact| fact_value(&fact.kind)).collect();
    (facts, year(), money(), prop_oneof![date_inside(), date_outside()])
        .prop_map(|(facts, year, money, date)| Answer { facts, year, money, date })
}

fn give(draft: &mut Draft, blank: Blank, answer: &Answer) {
    match blank {
        Blank::Fact(at) => {
            let value = within_part_and_whole(draft, at, answer.facts[at]);
            Arc::make_mut(&mut draft.facts)[at] = Entered::of(value);
        }
        Blank::Year(at) => draft.finance.get_mut(at).unwrap().year = Entered::of(answer.year),
        Blank::Figure(at, figure) => {
            *draft.finance.get_mut(at).unwrap().figure_mut(figure) = Entered::of(answer.money);
        }
        Blank::Contribution(at) => draft.members.get_mut(at).unwrap().contribution = Entered::of(answer.money),
        Blank::Date(at) => draft.evidence.get_mut(at).unwrap().on = Entered::of(answer.date),
        Blank::Complete(list) => draft.complete.set(list, true),
    }
}

/// The answer moved so that no part exceeds its whole, the other fact of the two staying as it is.
fn within_part_and_whole(draft: &Draft, at: usize, value: FactValue) -> FactValue {
    let FactValue::Number(mut number) = value else { return value };
    for (part, fact) in policy().facts.iter().enumerate() {
        let FactKind::Count { at_most: Some(whole), .. } = fact.kind else { continue };
        match (draft.fact(part), draft.fact(whole)) {
            (_, Some(FactValue::Number(most))) if part == at => number = number.min(most),
            (Some(FactValue::Number(least)), _) if whole == at => number = number.max(least),
            _ => {}
        }
    }
    FactValue::Number(number)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn three_figures_are_in_order_and_add_up(draft in draft()) {
        let policy = policy();
        let Assessment { items, indicators, groups, total, .. } = assess(policy, &draft);
        for (item, score) in policy.items.iter().zip(&items) {
            let Figures { floor, declared, ceiling } = score.figures;
            let ordered = Points::ZERO <= floor && floor <= declared && declared <= ceiling && ceiling <= item.max;
            prop_assert!(ordered, "{}: {:?}", item.id, score.figures);
            prop_assert!(score.possible.0 <= declared && declared <= score.possible.1, "{}", item.id);
        }
        for (indicator, figures) in policy.indicators.iter().zip(&indicators) {
            prop_assert_eq!(*figures, indicator.items.iter().map(|at| items[*at].figures).sum());
        }
        for (group, figures) in policy.groups.iter().zip(&groups) {
            prop_assert_eq!(*figures, group.indicators.iter().map(|at| indicators[*at]).sum());
        }
        prop_assert_eq!(total, items.iter().map(|score| score.figures).sum());
    }

    #[test]
    fn answering_never_widens(draft in draft(), which in any::<Index>(), answer in answer()) {
        let blank = *which.get(&answerable(&draft));
        let mut before = draft;
        clear(&mut before, blank);
        let mut after = before.clone();
        give(&mut after, blank, &answer);
        prop_assert!(file::read_value(policy(), &file::to_value(policy(), &after)).is_ok(), "the answer is valid");
        for (item, (before, after)) in policy().items.iter().zip(figures(&before).iter().zip(figures(&after))) {
            let within = before.floor <= after.floor && after.ceiling <= before.ceiling;
            prop_assert!(within, "{} after {blank:?}: {before:?} {after:?}", item.id);
        }
    }

    #[test]
    fn claims_never_move_floor_or_ceiling(
        draft in draft(), readings in readings(), discretion in discretion(), self_awarded in picks(),
    ) {
        let other = Draft { readings, discretion, self_awarded, ..draft.clone() };
        for (before, after) in figures(&draft).iter().zip(figures(&other)) {
            prop_assert_eq!((before.floor, before.ceiling), (after.floor, after.ceiling));
        }
    }

    #[test]
    fn the_order_of_entries_does_not_matter((draft, other) in draft().prop_flat_map(reordered)) {
        prop_assert_eq!(figures(&draft), figures(&other));
    }

    #[test]
    fn more_evidence_never_lowers_a_floor(draft in draft(), more in evidence(date_inside().prop_map(Some))) {
        let mut richer = draft.clone();
        richer.evidence.push(more);
        for (item, (before, after)) in policy().items.iter().zip(figures(&draft).iter().zip(figures(&richer))) {
            prop_assert!(before.floor <= after.floor, "{}", item.id);
        }
    }

    #[test]
    fn evidence_outside_the_period_counts_for_nothing(
        draft in draft(), more in evidence(date_outside().prop_map(Some)),
    ) {
        let mut richer = draft.clone();
        richer.evidence.push(more);
        prop_assert_eq!(figures(&draft), figures(&richer));
    }

    #[test]
    fn every_item_can_be_explained_in_words(draft in draft()) {
        let (policy, assessment) = (policy(), assess(policy(), &draft));
        for (at, score) in assessment.items.iter().enumerate() {
            let item = &policy.items[at];
            let explanation = explain(policy, &draft, at, score);
            if let Some(step) = &explanation.next {
                prop_assert!(step.adds > Points::ZERO, "{}", item.id);
                prop_assert!(score.figures.declared + step.adds <= item.max, "{}: {step:?}", item.id);
                prop_assert!(!explanation.exhausted, "{}", item.id);
                prop_assert!(words::next_step(policy, item, step).ends_with('。'));
            }
            for cliff in &explanation.cliffs {
                prop_assert!(cliff.leaves < score.figures.declared, "{}: {cliff:?}", item.id);
                prop_assert!(words::cliff(item, cliff).ends_with('。'));
            }
            // What could still narrow the figures is named, and nothing else.
            let named = explanation.missing.iter().any(|missing| *missing != Missing::Judgement);
            prop_assert_eq!(named, score.unsettled, "{}: {:?}", item.id, explanation.missing);
        }
    }
}

fn reordered(draft: Draft) -> impl Strategy<Value = (Draft, Draft)> {
    let finance = Just(draft.finance.iter().cloned().collect::<Vec<_>>()).prop_shuffle();
    let members = Just(draft.members.iter().cloned().collect::<Vec<_>>()).prop_shuffle();
    let evidence = Just(draft.evidence.iter().cloned().collect::<Vec<_>>()).prop_shuffle();
    (finance, members, evidence).prop_map(move |(finance, members, evidence)| {
        let other = Draft {
            finance: finance.into_iter().collect(),
            members: members.into_iter().collect(),
            evidence: evidence.into_iter().collect(),
            ..draft.clone()
        };
        (draft.clone(), other)
    })
}

/// Every field that a draft has.
fn fields(draft: &Draft) -> Vec<Field> {
    let mut all = HEAD.to_vec();
    all.extend((0..policy().facts.len()).map(Field::Fact));
    for at in 0..policy().items.len() {
        all.extend([Field::Pick(at), Field::Expert(at), Field::Note(at)]);
    }
    for at in 0..draft.finance.len() {
        all.push(Field::Year(at));
        all.extend(Figure::ALL.iter().map(|figure| Field::Finance(at, *figure)));
    }
    all.extend((0..draft.members.len()).flat_map(|at| MEMBER.map(|part| Field::Member(at, part))));
    all.extend((0..draft.evidence.len()).flat_map(|at| EVIDENCE.map(|part| Field::Evidence(at, part))));
    all.extend((0..draft.lines.len()).flat_map(|at| [Field::LineLabel(at), Field::LinePoints(at)]));
    all.extend((0..draft.measures.len()).flat_map(|at| MEASURE.map(|part| Field::Measure(at, part))));
    all.extend(way_fields(draft));
    all
}

/// Every field of what readiness and the dates are made of.
fn way_fields(draft: &Draft) -> Vec<Field> {
    let mut all: Vec<Field> = (0..policy().requirements.len())
        .flat_map(|at| REQUIREMENT.map(|part| Field::Requirement(at, part)))
        .collect();
    all.extend((0..Aspect::ALL.len()).map(Field::Weight));
    for at in 0..draft.panel.experts.len() {
        all.extend((0..Aspect::ALL.len()).map(|aspect| Field::Score(at, aspect)));
    }
    all.extend([0, 202, 1899, 1900, 2023, 2024, 2999, 3000, u16::MAX].map(Field::Grade));
    all.extend(DayList::ALL.map(Field::Days));
    for at in 0..draft.plans.len() {
        all.extend([Field::PlanYear(at), Field::Summary(at), Field::ReportedOn(at)]);
        all.extend(Duty::ALL.iter().flat_map(|duty| TASK.map(|part| Field::Task(at, *duty, part))));
    }
    all
}

fn text_of(draft: &Draft, field: Field) -> String {
    zhichuang::draft::field::text(policy(), draft, field)
}

/// All verdicts and dates of a draft.
fn judged(draft: &Draft) -> (Readiness, Vec<Due>) {
    let pathway = rules::henan_2023_52();
    (judge(pathway, draft, day("2026-11-25")), dates(pathway, draft, day("2026-11-25")))
}

/// Whether a text is one that the field's control offers; other texts mean nothing to a choice.
fn offered(field: Field, text: &str) -> bool {
    match field {
        Field::Member(_, MemberField::Shareholder | MemberField::Lead) => ["true", "false"].contains(&text),
        Field::Member(_, MemberField::Kind) => MemberKind::from_id(text).is_some(),
        Field::Member(_, MemberField::Rank) => Rank::from_id(text).is_some(),
        Field::Evidence(_, EvidenceField::Kind) => EvidenceKind::from_id(text).is_some(),
        Field::Evidence(_, EvidenceField::Level) => Level::from_id(text).is_some(),
        Field::Evidence(_, EvidenceField::Role) => Role::from_id(text).is_some(),
        _ => false,
    }
}

/// A draft with at least one row in every list, so that every kind of field is there.
fn draft_with_rows() -> impl Strategy<Value = Draft> {
    (draft(), member(), evidence(any_date())).prop_map(|(mut draft, member, entry)| {
        draft.finance.push(FinanceYear::default());
        draft.members.push(member);
        draft.members.push(Member::default());
        draft.evidence.push(entry);
        for category in Category::ALL {
            draft.evidence.push(Evidence::least(*category));
        }
        draft.lines.push(ReferenceLine::default());
        if draft.panel.experts.len() < 5 {
            draft.panel.experts.push(Expert::default());
        }
        draft.plans.push(YearPlan::default());
        numbered(draft)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(
        draft in draft_with_rows(),
        entries in proptest::collection::vec((any::<Index>(), typed(), any::<bool>()), 0..60),
    ) {
        let mut draft = draft;
        let fields = fields(&draft);
        for (which, text, left) in &entries {
            let field = *which.get(&fields);
            enter(policy(), &mut draft, field, text);
            if *left {
                leave(policy(), &mut draft, field);
            }
        }
        let text = file::to_text(policy(), &draft);
        let again = file::read(policy(), &text);
        prop_assert_eq!(again.as_ref(), Ok(&draft));
        prop_assert_eq!(file::to_text(policy(), &again.unwrap()), text);
    }

    #[test]
    fn a_wrong_text_changes_no_verdict_and_no_date(draft in draft_with_rows(), text in typed()) {
        let before = judged(&draft);
        let facts = (0..policy().facts.len()).map(Field::Fact);
        for field in way_fields(&draft).into_iter().chain(facts) {
            let mut typed_into = draft.clone();
            enter(policy(), &mut typed_into, field, &text);
            if fault(policy(), &typed_into, field).is_some() {
                prop_assert_eq!(&before, &judged(&typed_into), "{:?} {:?}", field, text);
            }
        }
    }

    /// The weights always sum to 100 and bear all points; entered one by one, they count once all are there.
    #[test]
    fn weights_count_together(draft in draft_with_rows(), cuts in proptest::collection::vec(0..=100_u32, 4)) {
        let mut draft = Draft { panel: Panel { experts: List::default(), ..draft.panel }, ..draft };
        let mut cuts = [vec![0, 100], cuts].concat();
        cuts.sort_unstable();
        let weights: Vec<Decimal> = cuts.windows(2).map(|pair| Decimal::from(pair[1] - pair[0])).collect();
        for (aspect, weight) in weights.iter().enumerate() {
            enter(policy(), &mut draft, Field::Weight(aspect), &weight.to_string());
            let now: Vec<Decimal> = draft.panel.weights.iter().filter_map(|weight| weight.value).collect();
            prop_assert_eq!(now.iter().sum::<Decimal>(), Decimal::from(100));
        }
        let now: Vec<Decimal> = draft.panel.weights.iter().filter_map(|weight| weight.value).collect();
        prop_assert_eq!(now, weights);
        prop_assert!(draft.panel.weights.iter().all(|weight| weight.text.is_none()));
    }

    /// A text with which nothing is wrong counts: entering it again changes nothing, and neither does leaving it.
    #[test]
    fn what_is_not_complained_of_counts(
        draft in draft_with_rows(),
        entries in proptest::collection::vec((any::<Index>(), typed()), 0..80),
    ) {
        let mut draft = draft;
        let all = fields(&draft);
        for (which, text) in &entries {
            enter(policy(), &mut draft, *which.get(&all), text);
        }
        for field in all.iter().filter(|field| fault(policy(), &draft, **field).is_none()) {
            let (mut left, mut again) = (draft.clone(), draft.clone());
            leave(policy(), &mut left, *field);
            enter(policy(), &mut again, *field, &text_of(&draft, *field));
            leave(policy(), &mut again, *field);
            prop_assert_eq!(text_of(&left, *field), text_of(&again, *field), "{:?}", field);
            prop_assert_eq!(judged(&left), judged(&draft), "{:?}", field);
        }
    }

    #[test]
    fn a_wrong_text_changes_no_figure(draft in draft_with_rows(), text in typed()) {
        let before = figures(&draft);
        for field in fields(&draft) {
            let mut typed_into = draft.clone();
            enter(policy(), &mut typed_into, field, &text);
            let wrong = fault(policy(), &typed_into, field);
            let free = matches!(
                field,
                Field::Name | Field::Unit | Field::Preparer | Field::Phone | Field::Purpose | Field::Note(_) | Field::LineLabel(_) | Field::LinePoints(_) | Field::Expert(_)
                    | Field::Member(_, MemberField::Name)
                    | Field::Evidence(_, EvidenceField::Title | EvidenceField::Number)
            );
            let choice = matches!(
                field,
                Field::Member(_, part) if part != MemberField::Contribution
            ) || matches!(field, Field::Evidence(_, EvidenceField::Kind | EvidenceField::Level | EvidenceField::Role));
            if wrong.is_some() || free || (choice && !offered(field, &text)) {
                prop_assert_eq!(&before, &figures(&typed_into), "{:?} {:?}", field, text);
            }
        }
    }
}

#[test]
fn a_blank_draft_may_still_reach_everything() {
    let total = assess(policy(), &blank()).total;
    assert_eq!(
        [total.floor, total.declared, total.ceiling].map(|points| points.to_string()),
        ["0.00", "0.00", "100.00"]
    );
}

#[test]
fn the_full_marks_case_reaches_everything() {
    let draft = file::read(policy(), include_str!("cases/full-marks.draft.json")).unwrap();
    let total = assess(policy(), &draft).total;
    assert_eq!([total.declared, total.ceiling].map(|points| points.to_string()), ["100.00", "100.00"]);
}
