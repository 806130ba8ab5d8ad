//! Undo and redo over any commands.

mod common;
#[path = "common/typing.rs"]
mod typing;

use common::*;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use typing::*;
use zhichuang::draft::{DayList, Discretion, Draft, Field, ListName, field, file};
use zhichuang::policy::{Category, Duty, Figure};
use zhichuang::session::{Command, Hand, History, Rows, Stroke};

/// Rows that are there and rows that are not.
fn row() -> impl Strategy<Value = usize> {
    0..4_usize
}

fn any_field() -> impl Strategy<Value = Field> {
    let (facts, items) = (policy().facts.len(), policy().items.len());
    let (member, evidence) = (select(&MEMBER), select(&EVIDENCE));
    prop_oneof![
        select(HEAD.to_vec()),
        (0..=facts).prop_map(Field::Fact),
        row().prop_map(Field::Year),
        (row(), select(Figure::ALL)).prop_map(|(at, figure)| Field::Finance(at, figure)),
        (row(), member).prop_map(|(at, part)| Field::Member(at, part)),
        (row(), evidence).prop_map(|(at, part)| Field::Evidence(at, part)),
        (0..=items).prop_flat_map(|at| select(vec![Field::Pick(at), Field::Expert(at), Field::Note(at)])),
        row().prop_flat_map(|at| select(vec![Field::LineLabel(at), Field::LinePoints(at)])),
        (row(), select(&MEASURE)).prop_map(|(at, part)| Field::Measure(at, part)),
        way_field(),
    ]
}

/// Fields of what readiness and the dates are made of.
fn way_field() -> impl Strategy<Value = Field> {
    let requirement = (0..=policy().requirements.len(), select(&REQUIREMENT));
    let task = (row(), select(Duty::ALL), select(&TASK));
    prop_oneof![
        requirement.prop_map(|(at, part)| Field::Requirement(at, part)),
        (0..6_usize).prop_map(Field::Weight),
        (row(), 0..6_usize).prop_map(|(at, aspect)| Field::Score(at, aspect)),
        prop_oneof![2023..2026_u16, any::<u16>()].prop_map(Field::Grade),
        select(&DayList::ALL).prop_map(Field::Days),
        row().prop_flat_map(|at| select(vec![Field::PlanYear(at), Field::Summary(at), Field::ReportedOn(at)])),
        task.prop_map(|(at, duty, part)| Field::Task(at, duty, part)),
    ]
}

fn rows() -> impl Strategy<Value = Rows> {
    let evidence = select(Category::ALL).prop_map(Rows::Evidence);
    prop_oneof![select(vec![Rows::Finance, Rows::Members, Rows::Lines, Rows::Experts, Rows::Plans]), evidence]
}

fn command() -> impl Strategy<Value = Command> {
    let list = select(ListName::all().collect::<Vec<_>>());
    prop_oneof![
        6 => (any_field(), typed()).prop_map(|(field, text)| Command::Enter(field, text)),
        1 => any_field().prop_map(Command::Leave),
        2 => rows().prop_map(Command::Add),
        1 => (rows(), row()).prop_map(|(rows, at)| Command::Remove(rows, at)),
        1 => (rows(), row(), row()).prop_map(|(rows, from, to)| Command::Move(rows, from, to)),
        1 => (list, any::<bool>()).prop_map(|(list, complete)| Command::Complete(list, complete)),
        1 => (0..9_usize, 0..4_u8).prop_map(|(reading, choice)| Command::Read(reading, choice)),
        1 => select(vec![Discretion::Low, Discretion::Proportional, Discretion::High]).prop_map(Command::Discretion),
    ]
}

/// One keystroke after another without a pause.
const BY_KEY: Stroke = Stroke { at: 0, hand: Hand::Keys };

fn run(history: &mut History, start: &Draft, commands: &[Command]) -> Draft {
    commands.iter().fold(start.clone(), |draft, command| history.apply(policy(), &draft, command, BY_KEY))
}

/// The draft after the field was left.
fn left(draft: &Draft, field: Field) -> Draft {
    Command::Leave(field).apply(policy(), draft)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn as_many_undos_give_the_very_draft_and_redos_the_last_one(
        start in draft(), commands in vec(command(), 0..60),
    ) {
        let mut history = History::default();
        let end = run(&mut history, &start, &commands);
        let mut draft = end.clone();
        let mut steps = 0;
        while let Some((before, label)) = history.undo(&draft) {
            prop_assert!(!label.is_empty());
            // Whatever is undone to is a draft that the file takes.
            let again = file::read_value(policy(), &file::to_value(policy(), &before));
            prop_assert_eq!(again.as_ref(), Ok(&before));
            draft = before;
            steps += 1;
        }
        prop_assert_eq!(&draft, &start);
        for _ in 0..steps {
            draft = history.redo(&draft).expect("what was undone").0;
        }
        prop_assert!(!history.can_redo());
        prop_assert_eq!(draft, end);
    }

    #[test]
    fn what_is_typed_in_one_go_is_one_step(start in draft(), field in any_field(), text in "[0-9.,a万元]{1,30}") {
        let mut history = History::default();
        // Typed over what stands there: the first key takes its place.
        let commands: Vec<Command> = (1..=text.chars().count())
            .map(|count| Command::Enter(field, text.chars().take(count).collect()))
            .collect();
        let end = run(&mut history, &start, &commands);
        match history.undo(&end) {
            Some((before, _)) => {
                prop_assert_eq!(before, start);
                prop_assert!(!history.can_undo());
            }
            None => prop_assert_eq!(end, start),
        }
    }

    /// Whatever is typed, what counts is the whole text or the value from before.
    #[test]
    fn a_beginning_never_counts(start in draft(), text in "[0-9., 万元人%]{1,12}", which in 0..3_usize) {
        let field = [Field::Fact(0), Field::Fact(1), Field::Expert(0)][which];
        let value = |draft: &Draft| field::text(policy(), &left(draft, field), field);
        let mut history = History::default();
        let commands: Vec<Command> = (1..=text.chars().count())
            .map(|count| Command::Enter(field, text.chars().take(count).collect()))
            .collect();
        let end = run(&mut history, &start, &commands);
        let (before, at_once) = (&start, Command::Enter(field, text).apply(policy(), &start));
        prop_assert_eq!(&end, &at_once, "as if it had been there at once");
        if let Some((_, counts)) = field::fault(policy(), &end, field) {
            let had = field::fault(policy(), before, field).map_or_else(|| Some(value(before)), |(_, had)| had);
            prop_assert_eq!(counts.unwrap_or_default(), had.unwrap_or_default());
        }
    }

    #[test]
    fn another_windows_draft_is_one_step(start in draft(), theirs in vec(draft(), 1..5), more in vec(command(), 0..8)) {
        let mut history = History::default();
        let mut draft = start.clone();
        for other in theirs {
            history.followed(policy(), &draft, &other, "另一个窗口里的修改".to_owned());
            draft = other;
        }
        prop_assert_eq!(&history.undo(&draft).expect("one step").0, &start);
        prop_assert!(!history.can_undo());
        draft = history.redo(&start).expect("what was undone").0;
        let mut draft = run(&mut history, &draft, &more);
        while let Some((before, _)) = history.undo(&draft) {
            draft = before;
        }
        prop_assert_eq!(draft, start);
    }
}
