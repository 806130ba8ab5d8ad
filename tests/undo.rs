//! Undo and redo over any commands.

mod common;
#[path = "common/typing.rs"]
mod typing;

use common::*;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use typing::*;
use zhichuang::draft::{DayList, Discretion, Draft, Field, ListName, file};
use zhichuang::policy::{Category, Duty, Figure};
use zhichuang::session::{Command, History, Rows};

/// Rows that are there and rows that are not.
fn row() -> impl Strategy<Value = usize> {
    0..4_usize
}

fn field() -> impl Strategy<Value = Field> {
    let (facts, items) = (policy().facts.len(), policy().items.len());
    let (member, evidence) = (select(&MEMBER), select(&EVIDENCE));
    prop_oneof![
        select(vec![Field::Name, Field::PeriodFrom, Field::PeriodTo]),
        (0..=facts).prop_map(Field::Fact),
        row().prop_map(Field::Year),
        (row(), select(Figure::ALL)).prop_map(|(at, figure)| Field::Finance(at, figure)),
        (row(), member).prop_map(|(at, part)| Field::Member(at, part)),
        (row(), evidence).prop_map(|(at, part)| Field::Evidence(at, part)),
        (0..=items).prop_flat_map(|at| select(vec![Field::Pick(at), Field::Expert(at), Field::Note(at)])),
        row().prop_flat_map(|at| select(vec![Field::LineLabel(at), Field::LinePoints(at)])),
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
        6 => (field(), typed()).prop_map(|(field, text)| Command::Enter(field, text)),
        1 => field().prop_map(Command::Leave),
        2 => rows().prop_map(Command::Add),
        1 => (rows(), row()).prop_map(|(rows, at)| Command::Remove(rows, at)),
        1 => (rows(), row(), row()).prop_map(|(rows, from, to)| Command::Move(rows, from, to)),
        1 => (list, any::<bool>()).prop_map(|(list, complete)| Command::Complete(list, complete)),
        1 => (0..9_usize, 0..4_u8).prop_map(|(reading, choice)| Command::Read(reading, choice)),
        1 => select(vec![Discretion::Low, Discretion::Proportional, Discretion::High]).prop_map(Command::Discretion),
    ]
}

fn run(history: &mut History, start: &Draft, commands: &[Command]) -> Draft {
    commands.iter().fold(start.clone(), |draft, command| history.apply(policy(), &draft, command))
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
    fn the_keystrokes_of_one_field_are_one_step(start in draft(), field in field(), texts in vec(typed(), 1..12)) {
        let mut history = History::default();
        let commands: Vec<Command> = texts.into_iter().map(|text| Command::Enter(field, text)).collect();
        let end = run(&mut history, &start, &commands);
        match history.undo(&end) {
            Some((before, _)) => {
                prop_assert_eq!(before, start);
                prop_assert!(!history.can_undo());
            }
            None => prop_assert_eq!(end, start),
        }
    }

    #[test]
    fn another_windows_draft_is_one_step(start in draft(), theirs in vec(draft(), 1..5), more in vec(command(), 0..8)) {
        let mut history = History::default();
        let mut draft = start.clone();
        for other in theirs {
            history.replaced(&draft, "另一个窗口里的修改".to_owned());
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
