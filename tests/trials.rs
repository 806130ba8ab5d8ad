//! What is tried out, and the measures that are made of it: nothing of it makes a draft unreadable or is lost on the way.

use std::sync::Arc;

use zhichuang::draft::field::{self, EvidenceField, MemberField};
use zhichuang::draft::{Change, Draft, Entered, EntryId, Field, Measure, Path, Trial, Value, file};
use zhichuang::policy::{Category, Figure, Policy};
use zhichuang::rules;
use zhichuang::session::{Command, Hand, History, Rows, Stroke};

fn policy() -> &'static Policy {
    rules::henan_2019_194()
}

fn sample() -> Draft {
    file::read(policy(), include_str!("../samples/worked.draft.json")).unwrap()
}

fn trying(draft: &Draft, reworked: Option<EntryId>) -> Draft {
    let tried = match &reworked {
        Some(id) => {
            let measure = draft.measures.with_id(id).unwrap();
            zhichuang::scenario::draft_with(policy(), draft, &[measure]).unwrap().draft
        }
        None => draft.clone(),
    };
    Command::Try(Arc::new(Trial::of(&tried, reworked, String::new()))).apply(policy(), draft)
}

fn run(draft: Draft, commands: &[Command]) -> Draft {
    commands.iter().fold(draft, |draft, command| command.apply(policy(), &draft))
}

#[track_caller]
fn is_readable(draft: &Draft, what: impl std::fmt::Debug) {
    let text = file::to_text(policy(), draft);
    assert_eq!(file::read(policy(), &text).as_ref(), Ok(draft), "{what:?}:\n{text}");
}

/// A row whose year was emptied became a measure that no file could hold, and so the whole draft could not be read again.
#[test]
fn whatever_is_emptied_in_a_trial_becomes_a_measure_that_is_read_again() {
    let draft = sample();
    let facts = (0..policy().facts.len()).map(Field::Fact);
    let picks = (0..policy().items.len()).map(Field::Pick);
    let years = (0..draft.finance.len()).flat_map(|at| {
        [Field::Year(at)].into_iter().chain(Figure::ALL.iter().map(move |one| Field::Finance(at, *one)))
    });
    let of_member = [MemberField::Name, MemberField::Contribution, MemberField::Rank, MemberField::Kind];
    let members = (0..draft.members.len()).flat_map(|at| of_member.map(|part| Field::Member(at, part)));
    let of_evidence = [EvidenceField::Title, EvidenceField::On, EvidenceField::Level, EvidenceField::Kind];
    let evidence = (0..draft.evidence.len()).flat_map(|at| of_evidence.map(|part| Field::Evidence(at, part)));
    let period = [Field::PeriodFrom, Field::PeriodTo];
    for field in facts.chain(picks).chain(years).chain(members).chain(evidence).chain(period) {
        for text in ["", "12,40.5", "1"] {
            let commands = [Command::Enter(field, text.to_owned()), Command::Leave(field)];
            let tried = run(trying(&draft, None), &commands);
            is_readable(&tried, (field, text));
            is_readable(&run(tried, &[Command::KeepTrial]), (field, text));
        }
    }
    let rows = [Rows::Finance, Rows::Members, Rows::Evidence(Category::Ip), Rows::Evidence(Category::Standard)];
    for rows in rows {
        for command in [Command::Add(rows), Command::Remove(rows, 0), Command::Move(rows, 0, 1)] {
            let tried = run(trying(&draft, None), std::slice::from_ref(&command));
            is_readable(&tried, &command);
            is_readable(&run(tried, &[Command::KeepTrial]), &command);
        }
    }
}

/// A change without effect as things stand is in no difference, and went without a word when its measure was reworked.
#[test]
fn a_reworked_measure_keeps_what_has_no_effect_now() {
    let fact = |id: &str| policy().facts.iter().position(|fact| fact.id == id).unwrap();
    let (blank, known) = (Path::Fact(fact("apply.team_size")), Path::Fact(fact("goals.completion_rate")));
    let mut draft = sample();
    Arc::make_mut(&mut draft.facts)[fact("apply.team_size")] = Entered::default();
    let increase = Change::Increase { path: blank.clone(), by: 6.into() };
    let set = |to: u32| Change::Set { path: known.clone(), to: Value::Number(to.into()) };
    let measure = Measure { changes: vec![increase.clone(), set(95)].into(), ..Measure::default() };
    let draft = run(draft, &[Command::AddMeasure(measure)]);
    let id = draft.measures.iter().next().unwrap().id.clone();
    let rate = Field::Fact(fact("goals.completion_rate"));
    let after = run(trying(&draft, Some(id)), &[Command::Enter(rate, "97".into()), Command::KeepTrial]);
    let changes = &after.measures.iter().next().unwrap().changes;
    assert_eq!(after.measures.len(), 1);
    assert!(changes.contains(&increase), "{changes:?}");
    assert!(changes.contains(&Change::Increase { path: known, by: 5.into() }), "{changes:?}");
}

/// An id that was given back once meant something else: a measure that was reworked overwrote another, and a certificate
/// was compared with one that had taken its place.
#[test]
fn what_is_new_never_takes_the_id_of_what_is_gone() {
    let add = || Command::AddMeasure(Measure::default());
    let draft = run(sample(), &[add(), add()]);
    let last = draft.measures.iter().last().unwrap().id.clone();
    let after = run(trying(&draft, Some(last.clone())), &[Command::Remove(Rows::Measures, 1), add()]);
    assert_ne!(after.measures.iter().last().unwrap().id, last);
    // Also after the draft was read anew, as long as something is being reworked.
    let read = file::read(policy(), &file::to_text(policy(), &run(after, &[Command::Remove(Rows::Measures, 1)])));
    let again = run(read.unwrap(), &[add()]);
    assert_ne!(again.measures.iter().last().unwrap().id, last);

    let draft = sample();
    let (at, gone) = (draft.members.len() - 1, draft.members.iter().last().unwrap().id.clone());
    let after = run(draft, &[Command::Remove(Rows::Members, at), Command::Add(Rows::Members)]);
    assert_ne!(after.members.iter().last().unwrap().id, gone);
}

/// Words of the draft are no part of a trial, and what is tried out is no part of the draft.
#[test]
fn a_trial_and_the_draft_do_not_run_into_one_another() {
    let draft = sample();
    let rate = Field::Fact(0);
    let tried = run(
        trying(&draft, None),
        &[Command::Enter(rate, "99".into()), Command::Enter(Field::Note(0), "九月再核".into())],
    );
    assert_eq!(field::text(policy(), &tried, rate), field::text(policy(), &draft, rate));
    assert_eq!(field::text(policy(), &tried.tried(), rate), "99");
    assert_eq!(field::text(policy(), &tried, Field::Note(0)), "九月再核");
    let ended = run(tried, &[Command::EndTrial]);
    let noted = run(draft, &[Command::Enter(Field::Note(0), "九月再核".into())]);
    assert_eq!(ended, noted);
}

/// Two that were adopted one after the other went with one undo, since both are called alike.
#[test]
fn what_is_put_in_place_twice_is_taken_back_twice() {
    let (mut history, draft) = (History::default(), sample());
    let named = |name: &str| Draft { name: name.to_owned(), ..draft.clone() };
    for (before, after) in [("一", "二"), ("二", "三")] {
        history.replaced(policy(), &named(before), &named(after), "采用 1 处差别".to_owned());
    }
    assert_eq!(history.undo(&named("三")).unwrap().0.name, "二");
    // Typing of a trial is undone like any other.
    let stroke = Stroke { at: 0, hand: Hand::Keys };
    let tried = trying(&draft, None);
    let after = history.apply(policy(), &tried, &Command::Enter(Field::Fact(0), "9".into()), stroke);
    assert_ne!(after, tried);
    assert_eq!(history.undo(&after).unwrap().0, tried);
}

/// What was carried out is no plan any more, and other scenarios come to what they came to; what had no effect stays.
#[test]
fn a_scenario_that_is_written_in_leaves_only_what_is_still_to_be_done() {
    let fact = |id: &str| Path::Fact(policy().facts.iter().position(|fact| fact.id == id).unwrap());
    let increase = |id: &str| Change::Increase { path: fact(id), by: 7.into() };
    let people = vec![increase("team.technical_staff"), increase("team.total_staff")];
    let set = vec![Change::Set { path: fact("goals.completion_rate"), to: Value::Number(100.into()) }];
    let add =
        |changes: Vec<Change>| Command::AddMeasure(Measure { changes: changes.into(), ..Measure::default() });
    let idle = vec![Change::Remove(zhichuang::draft::EntryList::Members, EntryId::new("gone"))];
    let mut draft = run(sample(), &[add(people), add(set), add(idle)]);
    let ids: Vec<EntryId> = draft.measures.iter().map(|one| one.id.clone()).collect();
    for chosen in [vec![0], vec![0, 1], vec![0, 2]] {
        let measures = Arc::new(chosen.into_iter().map(|at: usize| ids[at].clone()).collect());
        let scenario = zhichuang::draft::Scenario { measures, ..Default::default() };
        draft = run(draft, &[Command::AddScenario(scenario)]);
    }
    let total = |draft: &Draft, at: usize| {
        let scenario = draft.scenarios.get(at).unwrap();
        let measures = zhichuang::scenario::measures_of(draft, scenario);
        let carried = zhichuang::scenario::draft_with(policy(), draft, &measures).unwrap();
        zhichuang::scoring::assess(policy(), &carried.draft).total
    };
    let (first, second) = (total(&draft, 0), total(&draft, 1));
    let (after, left) = zhichuang::scenario::written(policy(), &draft, 0).unwrap().unwrap();
    assert_eq!((left, after.scenarios.len(), after.measures.len()), (0, 2, 2));
    assert_eq!(zhichuang::scoring::assess(policy(), &after).total, first);
    assert_eq!(total(&after, 0), second);
    is_readable(&after, "after the first");
    let (after, left) = zhichuang::scenario::written(policy(), &draft, 2).unwrap().unwrap();
    assert_eq!((left, after.scenarios.len(), after.measures.len()), (1, 3, 2));
    assert_eq!(*after.scenarios.get(2).unwrap().measures, [ids[2].clone()]);
    assert!(zhichuang::scenario::written(policy(), &draft, 9).is_none());
}
